import stat

import pytest

from desktop_app.core.errors import LibraryReadOnly
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.favourites import Favourite, drop, favourites, keep
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, add, numbers


def test_kept_phrases_come_back_with_their_source_the_newest_first(database: Database) -> None:
    keep(database, "一抓到底。", "防汛通知", 2024, "一、压实责任")
    keep(database, "自己的话。", "", None, "")
    assert favourites(database) == [
        Favourite(2, "自己的话。", "", None, ""),
        Favourite(1, "一抓到底。", "防汛通知", 2024, "一、压实责任"),
    ]


def test_a_phrase_that_is_kept_already_stays_as_it_is(database: Database) -> None:
    keep(database, "一抓到底。", "防汛通知", 2024, "")
    keep(database, "一抓到底。", "别的通知", 2025, "")
    assert favourites(database) == [Favourite(1, "一抓到底。", "防汛通知", 2024, "")]


def test_a_phrase_that_is_dropped_is_gone_and_the_others_stay(database: Database) -> None:
    for text in ("甲", "乙", "丙"):
        keep(database, text, "", None, "")
    drop(database, 2)
    drop(database, 99)
    assert [kept.text for kept in favourites(database)] == ["丙", "甲"]


def test_half_an_emoji_is_kept_as_a_question_mark(database: Database) -> None:
    keep(database, "好\ud83d", "", None, "")
    assert [kept.text for kept in favourites(database)] == ["好?"]


def test_a_phrase_stays_when_its_paper_goes(database: Database) -> None:
    add(Store(database), *FLOOD)
    keep(database, FLOOD[3], FLOOD[0], 2024, "")
    with database.transaction() as connection:
        connection.execute("DELETE FROM paper")
    assert numbers(database, "SELECT count(*) FROM paragraph") == [0]
    assert [kept.document for kept in favourites(database)] == [FLOOD[0]]


def test_keeping_a_phrase_does_not_outdate_the_indexes(database: Database) -> None:
    keep(database, "一抓到底。", "", None, "")
    assert Store(database).revision == 0


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_shows_but_does_not_take(database: Database) -> None:
    keep(database, "一抓到底。", "", None, "")
    database.close()
    database.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    reading = open_database(database.folder)
    try:
        kept = favourites(reading)
        assert [favourite.text for favourite in kept] == ["一抓到底。"]
        with pytest.raises(LibraryReadOnly):
            keep(reading, "再抓到底。", "", None, "")
        with pytest.raises(LibraryReadOnly):
            drop(reading, kept[0].id)
        assert favourites(reading) == kept
    finally:
        reading.close()
        database.folder.chmod(stat.S_IRWXU)
