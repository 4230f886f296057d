from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.database import open_database
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import open_index, refresh_index
from desktop_app.core.library.store import Store
from desktop_app.core.suggest.neighbour_text import read_rows
from desktop_app.core.suggest.sentence_functions import SentenceFunctions
from desktop_app.core.suggest.uses import (
    SECTION_CLOSING,
    SECTION_OPENING,
    Wishes,
    allowed_rows,
    bits_of,
    uses_of,
)
from tests.core.library.small_papers import FLOOD, LIBRARY, add

Held = tuple[LibraryIndex, SentenceFunctions]
SPEECH = (
    "在2024年防汛工作会议上的讲话",
    "同志们：",
    "一、要点",
    "　　防汛事关群众安全，意义十分重大。大家都到堤上来。",
    "二、要求",
    "（一）压实责任。各级干部必须到岗到位。一户一户转移群众。",
    "（二）备足物资。沙袋要提前运到堤上。",
)


@pytest.fixture
def held(tmp_path: Path) -> Held:
    database = open_database(tmp_path)
    for n, lines in enumerate((FLOOD, LIBRARY, SPEECH)):
        add(Store(database), *lines, path=f"/{n}.txt")
    refresh_index(database)
    index = open_index(database)
    assert index
    return index, SentenceFunctions(database)


def doing(held: Held, use: str) -> list[str]:
    """The stretches of the library's text that do this."""
    index, sentences = held
    rows = np.arange(len(index.rows))[::-1]
    text = read_rows(index, rows)
    does = uses_of(index, sentences, rows, text) & bits_of({use}) > 0
    edges = np.flatnonzero(np.diff(does, prepend=False, append=False))
    return [text.string(a, b) for a, b in edges.reshape(-1, 2).tolist()]


def rows_for(held: Held, wishes: Wishes) -> list[str]:
    index, sentences = held
    allowed = allowed_rows(index, sentences, wishes)
    assert allowed is not None
    rows = np.flatnonzero(allowed)
    return [read_rows(index, rows[n : n + 1]).string(0, 6) for n in range(len(rows))]


def test_each_position_does_what_its_sentence_does(held: Held) -> None:
    assert doing(held, "meaning") == ["防汛事关群众安全，意义十分重大。"]
    assert doing(held, "achievement") == [LIBRARY[2]]
    assert doing(held, "nonsense") == []


def test_sections_open_and_close_with_their_first_and_last_sentence(held: Held) -> None:
    first, last = doing(held, SECTION_OPENING), doing(held, SECTION_CLOSING)
    assert "防汛事关群众安全，意义十分重大。" in first
    assert {"各级干部必须到岗到位。", "沙袋要提前运到堤上。"} <= set(first)
    assert {"大家都到堤上来。", "一户一户转移群众。", LIBRARY[4]} <= set(last)
    assert "大家都到堤上来。" not in first


def test_rows_are_allowed_by_function_genre_and_year(held: Held) -> None:
    assert rows_for(held, Wishes(frozenset({"achievement"}))) == [LIBRARY[2][:6]]
    assert set(rows_for(held, Wishes(genre="讲话", functions=frozenset({"meaning"})))) == {
        "防汛事关群众"
    }
    assert rows_for(held, Wishes(since=2025)) == []
    assert "沙袋、冲锋" not in rows_for(held, Wishes(genre="总结"))
    assert len(rows_for(held, Wishes(since=2024))) > len(rows_for(held, Wishes(genre="讲话")))


def test_without_wishes_all_rows_are_allowed(held: Held) -> None:
    assert allowed_rows(*held, Wishes()) is None


def test_without_known_functions_none_is_found(held: Held) -> None:
    index, _ = held
    for wishes in (Wishes(frozenset({"meaning"})), Wishes(genre="讲话")):
        allowed = allowed_rows(index, None, wishes)
        assert allowed is not None
        assert not allowed.any()
    text = read_rows(index, np.arange(3))
    assert not uses_of(index, None, np.arange(3), text).any()
