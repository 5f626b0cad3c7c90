"""The kiosk's own copy of the catalogue."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.branches import BranchId
from kiosk.domain.errors import IsbnUnknown, KioskDiskFull, LineLost, TitleUnknown
from kiosk.domain.searching import Query, Scope
from kiosk.domain.titles import TitleId, Whereabouts
from kiosk.services.file_lock import FileLock
from kiosk.services.replica import Replica
from kiosk.services.search_answer import search_answer
from tests.catalogue.works import BOTCHAN, CAT, CAT_TOWN, RAILROAD
from tests.services.feeds import CENTRAL, EAST, Feeds


@pytest.fixture
def feeds() -> Feeds:
    feeds = Feeds()
    feeds.put(CAT, BOTCHAN, RAILROAD)
    feeds.place(CAT.id, CENTRAL, EAST, waiting=3)
    feeds.place(BOTCHAN.id, EAST)
    feeds.place(RAILROAD.id, CENTRAL, on_shelf=0)
    return feeds


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    return Replica(tmp_path, CENTRAL.id)


def names(replica: Replica, text: str, scope: Scope = Scope.ALL) -> set[str]:
    return {each.title.name for each in replica.search(Query(text, scope)).titles}


def test_before_the_first_records_there_are_no_titles(replica: Replica) -> None:
    assert replica.search(Query("猫")).total == 0
    assert replica.suggest("猫", Scope.ALL).offers == ()
    assert replica.new_titles(5) == ()
    with pytest.raises(TitleUnknown):
        replica.title(CAT.id)
    with pytest.raises(IsbnUnknown):
        replica.by_isbn("9784003101018")


def test_a_fetched_title_is_found_with_where_it_is(replica: Replica, feeds: Feeds) -> None:
    assert replica.refresh(feeds)
    found = replica.search(Query("わがはいはねこ")).titles[0]
    assert found.title == CAT
    assert found.availability.whereabouts is Whereabouts.HERE
    assert found.availability.waiting == 3
    assert [holding.branch for holding in found.availability.holdings] == [CENTRAL, EAST]
    assert [holding.is_here for holding in found.availability.holdings] == [True, False]
    assert replica.title(CAT.id) == replica.by_isbn("4-00-310101-4") == found
    assert [each.title for each in replica.new_titles(2)] == [RAILROAD, BOTCHAN]


def test_this_branch_has_what_it_holds_though_it_be_lent(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    assert names(replica, "", Scope.HERE) == {CAT.name, RAILROAD.name}
    on_shelf = replica.search(Query("", is_on_shelf=True))
    assert {each.title.id for each in on_shelf.titles} == {CAT.id, BOTCHAN.id}


def test_suggestions_come_from_the_copy(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    assert replica.suggest("ねこ", Scope.HERE).offers[0].title == CAT.id


def test_a_second_look_fetches_only_what_is_new(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    assert not replica.refresh(feeds)
    feeds.asked.clear()
    feeds.put(CAT_TOWN)
    assert replica.refresh(feeds)
    assert 0 not in feeds.asked
    assert names(replica, "ねこ") == {CAT.name, CAT_TOWN.name}


def test_a_withdrawn_title_vanishes(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    feeds.withdraw(CAT.id)
    assert replica.refresh(feeds)
    assert names(replica, "猫") == set()
    with pytest.raises(TitleUnknown):
        replica.title(CAT.id)


def test_a_withdrawn_title_may_come_back(replica: Replica, feeds: Feeds) -> None:
    feeds.withdraw(CAT.id)
    replica.refresh(feeds)
    feeds.put(CAT)
    replica.refresh(feeds)
    assert replica.search(Query("猫")).total == 1


def test_a_corrected_title_is_found_once(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    feeds.put(replace(CAT, name="吾輩は犬である"))
    replica.refresh(feeds)
    assert names(replica, "夏目") == {BOTCHAN.name, "吾輩は犬である"}


def test_a_lent_title_leaves_the_shelf(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    feeds.place(CAT.id, CENTRAL, on_shelf=0)
    assert replica.refresh(feeds)
    assert replica.title(CAT.id).availability.whereabouts is Whereabouts.OUT
    assert replica.search(Query("猫", is_on_shelf=True)).total == 0


def test_items_may_be_known_before_their_title(replica: Replica, feeds: Feeds) -> None:
    feeds.place(CAT_TOWN.id, CENTRAL)
    replica.refresh(feeds)
    feeds.put(CAT_TOWN)
    replica.refresh(feeds)
    assert names(replica, "猫町", Scope.HERE) == {CAT_TOWN.name}


def test_after_a_restart_the_copy_answers_without_the_line(tmp_path: Path, feeds: Feeds) -> None:
    Replica(tmp_path, CENTRAL.id).refresh(feeds)
    again = Replica(tmp_path, CENTRAL.id)
    assert names(again, "ねこ", Scope.HERE) == {CAT.name}
    assert again.title(CAT.id).availability.holdings[1].branch == EAST


def test_a_kiosk_moved_to_another_branch_sees_from_there(tmp_path: Path, feeds: Feeds) -> None:
    Replica(tmp_path, CENTRAL.id).refresh(feeds)
    moved = Replica(tmp_path, EAST.id)
    assert names(moved, "", Scope.HERE) == {CAT.name, BOTCHAN.name}
    assert moved.title(BOTCHAN.id).availability.whereabouts is Whereabouts.HERE


def test_a_kiosk_without_a_branch_has_nothing_here(tmp_path: Path, feeds: Feeds) -> None:
    nowhere = Replica(tmp_path)
    nowhere.refresh(feeds)
    assert nowhere.search(Query("猫")).counts.here == 0
    assert nowhere.title(CAT.id).availability.whereabouts is Whereabouts.ELSEWHERE


@pytest.mark.parametrize("answers", [0, 1, 2, 3])
def test_what_came_before_the_line_went_is_kept(tmp_path: Path, feeds: Feeds, answers: int) -> None:
    replica = Replica(tmp_path, CENTRAL.id)
    feeds.answers = answers
    with pytest.raises(LineLost):
        replica.refresh(feeds)
    assert replica.search(Query("")).total == min(2 * answers, 3)
    feeds.answers = None
    assert replica.refresh(feeds)
    assert names(replica, "") == {CAT.name, BOTCHAN.name, RAILROAD.name}


def test_a_library_that_was_filled_anew_replaces_the_copy(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    feeds.fill_anew("second")
    feeds.put(CAT_TOWN)
    feeds.place(CAT_TOWN.id, CENTRAL)
    assert replica.refresh(feeds)
    assert names(replica, "") == names(replica, "", Scope.HERE) == {CAT_TOWN.name}


def test_the_spare_sees_what_the_panel_fetched(tmp_path: Path, feeds: Feeds) -> None:
    panel, spare = Replica(tmp_path, CENTRAL.id), Replica(tmp_path, CENTRAL.id)
    panel.refresh(feeds)
    assert spare.reopen()
    assert names(spare, "ねこ") == {CAT.name}
    assert not spare.reopen()


def test_while_another_process_fetches_its_work_is_looked_at(tmp_path: Path, feeds: Feeds) -> None:
    panel, spare = Replica(tmp_path, CENTRAL.id), Replica(tmp_path, CENTRAL.id)
    panel.refresh(feeds)
    feeds.asked.clear()
    with FileLock(tmp_path / "catalogue" / "refreshing.lock").held():
        assert spare.refresh(feeds)
    assert feeds.asked == []
    assert names(spare, "ねこ") == {CAT.name}


def test_patrons_search_on_while_the_copy_is_refreshed(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    with ThreadPoolExecutor(4) as threads:
        searches = [threads.submit(names, replica, "夏目") for _ in range(60)]
        for number in range(6):
            feeds.put(replace(CAT_TOWN, extent=f"{number}p"))
            feeds.place(CAT.id, CENTRAL, waiting=number)
            replica.refresh(feeds)
        assert {frozenset(search.result()) for search in searches} == {
            frozenset({CAT.name, BOTCHAN.name})
        }


@pytest.mark.parametrize("harm", ["gone", "broken", "half", "dangling", "a folder"])
def test_a_harmed_index_is_made_anew_from_the_records(
    tmp_path: Path, feeds: Feeds, harm: str
) -> None:
    Replica(tmp_path, CENTRAL.id).refresh(feeds)
    _harm(tmp_path / "catalogue" / "index", harm)
    replica = Replica(tmp_path, CENTRAL.id)
    assert replica.search(Query("猫")).total == 0
    feeds.asked.clear()
    assert replica.refresh(feeds)
    assert 0 not in feeds.asked, "the records themselves were still good"
    assert names(replica, "猫") == {CAT.name}
    assert len(list((tmp_path / "catalogue").glob("index-*"))) == 1


def _harm(link: Path, harm: str) -> None:
    folder = link.resolve()
    match harm:
        case "gone":
            link.unlink()
        case "broken":
            (folder / "meta.json").write_text("{")
        case "half":
            for file in folder.glob("*.term"):
                file.write_bytes(file.read_bytes()[:20])
        case "dangling":
            folder.rename(folder.with_name("index-elsewhere"))
        case "a folder":
            link.unlink()
            link.mkdir()


def test_a_harmed_file_of_records_is_fetched_anew(tmp_path: Path, feeds: Feeds) -> None:
    Replica(tmp_path, CENTRAL.id).refresh(feeds)
    for file in (tmp_path / "catalogue").glob("records.sqlite*"):
        file.write_bytes(b"this is no database, whatever it was before" * 100)
    replica = Replica(tmp_path, CENTRAL.id)
    assert replica.refresh(feeds)
    assert names(replica, "") == {CAT.name, BOTCHAN.name, RAILROAD.name}


def test_a_file_that_breaks_while_it_is_used_is_fetched_anew_at_once(
    replica: Replica, feeds: Feeds
) -> None:
    replica.refresh(feeds)
    with replica._store.writing() as session:
        session.execute(text("PRAGMA writable_schema = ON"))
        session.execute(text("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'title'"))
    replica._store._engine.dispose()
    feeds.asked.clear()
    replica.refresh(feeds)
    assert 0 in feeds.asked
    assert names(replica, "", Scope.HERE) == {CAT.name, RAILROAD.name}


def test_a_copy_that_cannot_be_opened_is_told_and_is_there_once_it_can(
    tmp_path: Path, feeds: Feeds
) -> None:
    Replica(tmp_path, CENTRAL.id).refresh(feeds)
    records, away = tmp_path / "catalogue" / "records.sqlite", tmp_path / "away"
    records.rename(away)
    records.mkdir()
    replica = Replica(tmp_path, CENTRAL.id)
    for ask in (lambda: replica.search(Query("猫")), lambda: replica.refresh(feeds)):
        with pytest.raises(KioskDiskFull):
            ask()
    assert replica.new_titles(3) == ()
    records.rmdir()
    away.rename(records)
    assert names(replica, "猫") == {CAT.name}


def test_a_branch_that_nobody_named_goes_by_its_id(replica: Replica, feeds: Feeds) -> None:
    feeds.place(CAT.id, replace(EAST, id=BranchId("new")))
    replica.refresh(feeds)
    assert replica.title(CAT.id).availability.holdings[0].branch.name == "new"


def test_the_command_line_is_answered_in_plain_values(replica: Replica, feeds: Feeds) -> None:
    replica.refresh(feeds)
    assert search_answer(replica.search(Query("猫 夏目"))) == {
        "total": 1,
        "titles": [
            {
                "id": TitleId("cat"),
                "name": "吾輩は猫である",
                "creators": ["夏目 漱石"],
                "call_number": "913.6 ナツ",
            }
        ],
    }
