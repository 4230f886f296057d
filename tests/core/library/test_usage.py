import pytest

from desktop_app.core.library import usage
from desktop_app.core.library.catalogue import remove_papers
from desktop_app.core.library.database import Database
from desktop_app.core.library.store import Store
from desktop_app.core.library.usage import (
    Habits,
    TextCounts,
    Uses,
    counted_texts,
    forget_uses,
    habits,
    note_uses,
)
from tests.core.library.small_papers import add


@pytest.fixture
def database_of_two(database: Database, store: Store) -> Database:
    add(store, "防汛通知", "沙袋要提前运到堤上。", path="/甲.txt")
    add(store, "春耕通知", "种子要提前备好。", path="/乙.txt")
    return database


def test_a_paper_whose_wording_is_taken_is_leant_to(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 1), ("堤上", 1), ("种子", 2)]))
    leaning = habits(database_of_two).leaning
    assert leaning[1] > leaning[2] > 0


def test_a_paper_whose_wording_is_passed_over_is_leant_away_from(
    database_of_two: Database,
) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 1)], passed=[("种子", 2), ("备好", 2)]))
    leaning = habits(database_of_two).leaning
    assert leaning[1] > 0 > leaning[2]


def test_a_paper_is_not_leant_to_for_being_offered_more_often(database_of_two: Database) -> None:
    often, seldom = [("沙袋", 1)] * 30, [("种子", 2)] * 3
    note_uses(database_of_two, Uses(taken=[*often, *seldom], passed=[*often, *seldom]))
    assert habits(database_of_two).leaning == pytest.approx({1: 0, 2: 0}, abs=0.02)


def test_what_is_undone_does_not_count_as_taken(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 1), ("种子", 2)], undone=[("沙袋", 1)]))
    leaning = habits(database_of_two).leaning
    assert leaning[2] > 0 > leaning[1]


def test_a_text_that_is_passed_over_again_and_again_is_tiresome(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(passed=[("沙袋", 1), ("种子", 2), ("种子", 2)]))
    note_uses(database_of_two, Uses(passed=[("沙袋", 1), ("沙袋", None)]))
    assert habits(database_of_two).tiresome == {"沙袋"}
    note_uses(database_of_two, Uses(taken=[("沙袋", 1)]))
    assert habits(database_of_two).tiresome == frozenset()


def test_the_counts_can_be_looked_at_and_forgotten(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 1)], passed=[("种子", 2)]))
    assert counted_texts(database_of_two) == [
        TextCounts("种子", 0, 0, 1),
        TextCounts("沙袋", 1, 0, 0),
    ]
    forget_uses(database_of_two)
    assert counted_texts(database_of_two) == []
    assert habits(database_of_two) == Habits()


def test_a_paper_that_is_not_there_is_not_counted(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 99)], passed=[("种子", 99)]))
    assert habits(database_of_two).leaning == {}


def test_the_counts_of_a_paper_go_with_it(database_of_two: Database) -> None:
    note_uses(database_of_two, Uses(taken=[("沙袋", 1)]))
    remove_papers(database_of_two, [1])
    assert habits(database_of_two).leaning == {}


def test_texts_that_were_met_longest_ago_are_forgotten(
    database_of_two: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usage, "_KEPT_TEXTS", 2)
    for text in "甲乙丙":
        note_uses(database_of_two, Uses(passed=[(text, None)]))
    assert [counts.text for counts in counted_texts(database_of_two)] == ["丙", "乙"]
