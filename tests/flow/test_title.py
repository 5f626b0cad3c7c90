"""Looking at a title: its volumes and editions, its place in the queue, and taking it along."""

from dataclasses import replace

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyReserved, DeviceGone, LimitReached, PaperOut
from kiosk.domain.looks import Language
from kiosk.domain.searching import Query, Term, TermField
from kiosk.domain.titles import Availability, FoundTitle, Material, TitleId
from kiosk.events import (
    BackAsked,
    CardPresented,
    Confirmed,
    EditionChosen,
    IsbnScanned,
    LanguageChosen,
    LocationAsked,
    LocationSlipAsked,
    NoticeChosen,
    PasswordEntered,
    ReserveAsked,
    ScreenName,
    SearchAsked,
    SearchOpened,
    TitleChosen,
)
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import (
    BOTCHAN,
    BRANCHES,
    CAT,
    HARBOUR,
    HARBOUR_VOLUMES,
    LEGENDS,
    LEGENDS_LARGE,
    SMALL_BRANCH,
    STOCK,
    SYMPHONY,
)
from kiosk.visit.located import Located
from tests.flow.conftest import Walk

UPPER, MIDDLE, LOWER = HARBOUR_VOLUMES
SIGN_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))


def ids(*found: FoundTitle | None) -> list[TitleId | None]:
    return [each.title.id if each is not None else None for each in found]


def test_a_set_opens_with_its_volumes_in_their_order(walk: Walk) -> None:
    walk(TitleChosen(HARBOUR.title.id))
    assert walk.screen is ScreenName.TITLE
    assert ids(*walk.visit.search.related.parts) == ids(*HARBOUR_VOLUMES)


def test_a_volume_knows_its_set_and_its_neighbours(walk: Walk) -> None:
    walk(TitleChosen(MIDDLE.title.id))
    related = walk.visit.search.related
    assert ids(related.of_set, related.before, related.after) == ids(HARBOUR, UPPER, LOWER)
    walk(TitleChosen(LOWER.title.id))
    assert ids(walk.visit.search.related.before) == ids(MIDDLE)
    assert walk.visit.search.related.after is None


def test_a_volume_of_a_set_that_is_not_held_stands_alone(walk: Walk) -> None:
    stray = replace(MIDDLE.title, id=TitleId("stray"), set_id=TitleId("sold"))
    walk.library.catalogue.takes_in(FoundTitle(stray))
    walk(TitleChosen(stray.id))
    assert walk.screen is ScreenName.TITLE
    assert walk.visit.search.related.of_set is None


def test_an_issue_lists_the_newest_first_and_the_one_before_is_older(walk: Walk) -> None:
    issues = []
    magazine = replace(HARBOUR.title, id=TitleId("quarterly"), material=Material.MAGAZINE)
    for number in (1, 2, 3):
        issue = replace(
            magazine,
            id=TitleId(f"issue-{number}"),
            set_id=magazine.id,
            part=str(number),
            part_rank=number,
        )
        issues.append(FoundTitle(issue))
    for found in (FoundTitle(magazine), *issues):
        walk.library.catalogue.takes_in(found)
    walk(TitleChosen(magazine.id))
    assert ids(*walk.visit.search.related.parts) == ids(*reversed(issues))
    walk(TitleChosen(issues[1].title.id))
    related = walk.visit.search.related
    assert ids(related.before, related.after) == ids(issues[0], issues[2])


def test_back_leads_from_a_volume_to_its_set_and_then_to_the_answer(walk: Walk) -> None:
    walk(SearchOpened(), SearchAsked(Query("港町")))
    walk(TitleChosen(HARBOUR.title.id), TitleChosen(UPPER.title.id), TitleChosen(MIDDLE.title.id))
    for before in (UPPER, HARBOUR):
        walk(BackAsked())
        assert walk.screen is ScreenName.TITLE
        assert ids(walk.visit.search.chosen) == ids(before)
    assert walk.visit.search.related.parts
    walk(BackAsked())
    assert walk.screen is ScreenName.RESULTS


def test_the_same_title_touched_twice_is_one_step_back(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), TitleChosen(BOTCHAN.title.id), BackAsked())
    assert walk.screen is ScreenName.HOME


@pytest.mark.rule("R1")
def test_what_is_reserved_is_the_volume_and_never_the_whole_set(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(HARBOUR.title.id), ReserveAsked())
    assert walk.screen is ScreenName.TITLE
    walk(TitleChosen(MIDDLE.title.id), ReserveAsked())
    walk(NoticeChosen(NoticeMethod.NONE), Confirmed())
    assert walk.visit.signed is not None
    assert walk.visit.signed.last_reservation is not None
    assert walk.visit.signed.last_reservation.title == MIDDLE.title.id


def test_other_editions_of_the_work_stand_beside_it(walk: Walk) -> None:
    walk(TitleChosen(LEGENDS.title.id))
    assert ids(*walk.visit.search.related.editions) == ids(LEGENDS_LARGE)


@pytest.mark.rule("R2")
def test_whoever_takes_any_edition_reserves_so_and_the_next_time_is_asked_anew(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(LEGENDS.title.id), ReserveAsked())
    walk(EditionChosen(is_any=True), NoticeChosen(NoticeMethod.NONE), Confirmed())
    assert [each.any_edition for each in walk.library.reservations.placed] == [True]
    walk(TitleChosen(LEGENDS_LARGE.title.id), ReserveAsked())
    assert walk.visit.signed is not None
    assert not walk.visit.signed.any_edition


def test_any_edition_means_nothing_where_there_is_but_one(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(BOTCHAN.title.id), ReserveAsked(), EditionChosen(is_any=True))
    assert walk.visit.signed is not None
    assert not walk.visit.signed.any_edition


@pytest.mark.rule("R9")
def test_the_position_told_before_is_the_one_that_is_given(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(CAT.title.id))
    assert walk.visit.search.chosen is not None
    told = walk.visit.search.chosen.availability.waiting + 1
    walk(ReserveAsked(), NoticeChosen(NoticeMethod.NONE), Confirmed())
    assert walk.visit.signed is not None
    assert walk.visit.signed.last_reservation is not None
    assert walk.visit.signed.last_reservation.position == told == 3


def test_a_heading_leads_to_as_many_titles_as_it_says(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id))
    headings = walk.visit.search.related.headings
    assert [each.term for each in headings] == [
        Term(TermField.CREATOR, "夏目 漱石", is_whole=True),
        Term(TermField.NDC, "913.6"),
    ]
    for heading in headings:
        walk(TitleChosen(BOTCHAN.title.id), SearchAsked(Query(terms=(heading.term,))))
        assert walk.screen is ScreenName.RESULTS
        assert walk.visit.search.found is not None
        assert walk.visit.search.found.total == heading.count > 1


def test_a_heading_that_leads_to_nothing_else_is_not_offered(walk: Walk) -> None:
    walk(TitleChosen(SYMPHONY.title.id))
    assert walk.visit.search.related.headings == ()


@pytest.mark.rule("R6")
def test_a_branch_that_does_not_hand_it_out_is_known_before_signing_in(
    library: SimulatedLibrary,
) -> None:
    refusing = replace(SMALL_BRANCH, refuses=(Material.CD, Material.DVD))
    library.catalogue = SimulatedCatalogue(STOCK, (*BRANCHES[:2], refusing))
    walk = Walk(library)
    walk(TitleChosen(SYMPHONY.title.id))
    assert walk.visit.signed is None
    assert [each.id for each in walk.visit.search.related.refused_at] == [BranchId("small")]
    walk(TitleChosen(BOTCHAN.title.id))
    assert walk.visit.search.related.refused_at == ()


@pytest.mark.rule("R5", "R8", "E4")
def test_a_refusal_is_explained_beside_the_title(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(NoticeChosen(NoticeMethod.NONE), Confirmed())
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    assert walk.screen is ScreenName.TITLE
    assert isinstance(walk.trouble, AlreadyReserved)
    walk.library.reservations.breaks_with(LimitReached(10, "book"))
    walk(TitleChosen(CAT.title.id), ReserveAsked())
    assert isinstance(walk.trouble, LimitReached)


def test_the_slip_of_a_place_is_printed_without_signing_in(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked())
    assert walk.screen is ScreenName.TITLE
    assert walk.visit.search.located.is_printed
    (slip,) = walk.library.printer.printed
    assert slip.text.splitlines() == ["坊っちゃん", "913.6 ナツ", "本館 24", "東分館 24"]


def test_who_comes_back_to_a_title_is_not_told_again_to_take_its_slip(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked())
    walk(ReserveAsked(), BackAsked())
    assert walk.screen is ScreenName.TITLE
    assert not walk.visit.search.located.is_printed


def test_a_phone_is_given_the_place_in_the_language_of_the_page(walk: Walk) -> None:
    walk(LanguageChosen(Language.ENGLISH), TitleChosen(BOTCHAN.title.id), LocationAsked())
    slip = walk.visit.search.located.slip
    assert slip is not None
    assert "Main Library 24" in slip.text
    assert not walk.library.printer.printed


@pytest.mark.rule("E4")
def test_without_paper_the_page_says_so_and_the_phone_still_works(walk: Walk) -> None:
    walk.library.printer.runs_out_of_paper()
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked())
    assert walk.screen is ScreenName.TITLE
    assert isinstance(walk.trouble, PaperOut)
    walk(LocationAsked())
    assert walk.trouble is None
    assert walk.visit.search.located.slip is not None


def test_a_printer_that_is_gone_ends_no_visit(walk: Walk) -> None:
    walk.library.printer.breaks_with(DeviceGone())
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked())
    assert walk.screen is ScreenName.TITLE
    assert isinstance(walk.trouble, DeviceGone)


def test_a_set_has_no_place_of_its_own_to_be_printed(walk: Walk) -> None:
    walk(TitleChosen(HARBOUR.title.id), LocationSlipAsked(), LocationAsked())
    assert not walk.library.printer.printed
    assert walk.visit.search.located == Located()


def test_what_was_taken_along_is_over_with_the_next_act(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked(), LocationAsked())
    walk(TitleChosen(CAT.title.id))
    assert walk.visit.search.located == Located()


def test_a_book_that_is_scanned_opens_with_what_stands_beside_it(walk: Walk) -> None:
    assert BOTCHAN.title.isbn is not None
    walk(IsbnScanned(BOTCHAN.title.isbn))
    assert walk.visit.search.related.headings


def test_a_title_of_which_nothing_is_known_yet_can_still_be_looked_at(walk: Walk) -> None:
    walk.library.catalogue.takes_in(
        FoundTitle(replace(BOTCHAN.title, id=TitleId("new")), Availability())
    )
    walk(TitleChosen(TitleId("new")))
    assert walk.screen is ScreenName.TITLE
