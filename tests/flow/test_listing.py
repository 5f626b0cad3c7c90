"""A patron gathers titles, walks to them with one slip, and carries them away on a phone."""

from kiosk.domain.carried_titles import as_line, read_line
from kiosk.domain.errors import DeviceGone, PaperOut
from kiosk.domain.listed_titles import MOST_LISTED
from kiosk.domain.looks import Language
from kiosk.domain.searching import Query
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events import (
    BackAsked,
    CardPresented,
    HomeAsked,
    IdleElapsed,
    LanguageChosen,
    ListOpened,
    ListSlipAsked,
    LogoutAsked,
    PasswordEntered,
    ScreenName,
    SearchAsked,
    SearchOpened,
    TitleChosen,
    TitleListed,
    TitlesScanned,
    TitleUnlisted,
)
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CAT, KOKORO, SYMPHONY
from kiosk.visit.listed import Listed
from tests.flow.conftest import Walk

SIGN_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))


def ids(*found: FoundTitle) -> tuple[TitleId, ...]:
    return tuple(each.title.id for each in found)


def gathered(walk: Walk, *found: FoundTitle) -> Walk:
    return walk(*(TitleListed(title) for title in ids(*found)))


def test_titles_are_gathered_from_the_answer_without_leaving_it(walk: Walk) -> None:
    walk(SearchOpened(), SearchAsked(Query("夏目")))
    gathered(walk, BOTCHAN, CAT, BOTCHAN)
    assert walk.screen is ScreenName.RESULTS
    assert walk.visit.listed.titles == ids(BOTCHAN, CAT)


def test_titles_are_gathered_from_the_page_of_a_title(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), TitleListed(BOTCHAN.title.id), ListOpened())
    assert walk.screen is ScreenName.LIST
    assert walk.visit.listed.found == (BOTCHAN,)
    walk(BackAsked())
    assert walk.screen is ScreenName.TITLE


def test_the_list_stands_in_the_order_in_which_one_walks(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id))
    gathered(walk, CAT, KOKORO, SYMPHONY)(ListOpened())
    assert ids(*walk.visit.listed.found) == ids(SYMPHONY, KOKORO, CAT)


def test_what_is_taken_off_is_gone_from_list_and_slip(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id))
    gathered(walk, BOTCHAN, CAT)(ListOpened(), TitleUnlisted(CAT.title.id))
    assert ids(*walk.visit.listed.found) == walk.visit.listed.titles == ids(BOTCHAN)
    assert "吾輩" not in walk.visit.listed.slips[0].text


def test_back_at_the_list_stands_what_was_added_meanwhile(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), TitleListed(BOTCHAN.title.id), ListOpened())
    walk(TitleChosen(CAT.title.id), TitleListed(CAT.title.id), BackAsked())
    assert walk.screen is ScreenName.LIST
    assert ids(*walk.visit.listed.found) == ids(BOTCHAN, CAT)


def test_no_more_than_a_dozen_are_gathered(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id))
    walk(*(TitleListed(TitleId(f"t{nth}")) for nth in range(MOST_LISTED + 3)))
    assert len(walk.visit.listed.titles) == MOST_LISTED
    assert walk.visit.listed.is_full


def test_one_slip_says_all_of_them(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id))
    gathered(walk, BOTCHAN, CAT)(ListOpened(), ListSlipAsked())
    (slip,) = walk.library.printer.printed
    assert "坊っちゃん" in slip.text
    assert "吾輩は猫である" in slip.text
    assert walk.visit.listed.is_printed


def test_of_an_empty_list_nothing_is_printed(walk: Walk) -> None:
    walk(SearchOpened(), ListOpened(), ListSlipAsked())
    assert walk.screen is ScreenName.LIST
    assert not walk.library.printer.printed
    assert not walk.visit.listed.is_printed


def test_without_paper_the_code_on_the_screen_stays(walk: Walk) -> None:
    walk.library.printer.runs_out_of_paper()
    walk(TitleChosen(CAT.title.id))
    gathered(walk, CAT)(ListOpened(), ListSlipAsked())
    assert walk.screen is ScreenName.LIST
    assert isinstance(walk.trouble, PaperOut)
    assert walk.visit.listed.slips


def test_a_printer_that_is_gone_ends_no_list(walk: Walk) -> None:
    walk.library.printer.breaks_with(DeviceGone())
    walk(TitleChosen(CAT.title.id))
    gathered(walk, CAT)(ListOpened(), ListSlipAsked())
    assert walk.screen is ScreenName.LIST


def test_in_another_language_the_code_is_made_anew(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id))
    gathered(walk, CAT)(ListOpened(), LanguageChosen(Language.ENGLISH))
    assert "Main Library" in walk.visit.listed.slips[0].text


def test_a_phones_list_opens_here_again(walk: Walk) -> None:
    carried = read_line(as_line(ids(CAT, BOTCHAN)))
    assert carried is not None
    walk(TitlesScanned(carried))
    assert walk.screen is ScreenName.LIST
    assert ids(*walk.visit.listed.found) == ids(BOTCHAN, CAT)


def test_a_second_code_of_the_same_list_is_added_to_the_first(walk: Walk) -> None:
    walk(TitlesScanned(ids(BOTCHAN)), TitlesScanned(ids(CAT)))
    assert ids(*walk.visit.listed.found) == ids(BOTCHAN, CAT)


def test_what_the_catalogue_does_not_have_is_counted_until_the_next_act(walk: Walk) -> None:
    walk(TitlesScanned((TitleId("sold"), BOTCHAN.title.id, TitleId("elsewhere"))))
    assert ids(*walk.visit.listed.found) == ids(BOTCHAN)
    assert walk.visit.listed.unknown == 2
    walk(LanguageChosen(Language.ENGLISH))
    assert walk.visit.listed.unknown == 2
    walk(TitleChosen(BOTCHAN.title.id))
    assert walk.visit.listed.unknown == 0


def test_what_found_no_room_is_counted_too(walk: Walk) -> None:
    walk(TitlesScanned(tuple(TitleId(f"t{nth}") for nth in range(MOST_LISTED + 3))))
    assert walk.visit.listed.left_out == 3


def test_signing_in_keeps_the_list_and_logging_out_ends_it(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id), TitleListed(CAT.title.id), *SIGN_IN, HomeAsked())
    assert walk.visit.listed.titles == ids(CAT)
    walk(LogoutAsked())
    assert walk.visit.listed == Listed()


def test_a_strangers_list_ends_at_home_and_with_idling(walk: Walk) -> None:
    for end in (HomeAsked(), IdleElapsed()):
        walk(TitleChosen(CAT.title.id), TitleListed(CAT.title.id), end)
        assert walk.visit.listed == Listed()
