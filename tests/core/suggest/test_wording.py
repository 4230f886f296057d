import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.suggest.votes import REACH
from desktop_app.core.suggest.wording import WORDING, Wording
from desktop_app.core.text.units import Units, encode_units

TEA = "青溪白茶品牌价值突破十亿元，茶旅融合带动茶农增收。"


def wording_at(index: LibraryIndex, text: str) -> Wording:
    draft = Draft(index)
    draft.move(text)
    return Wording.of(draft)


def rows_of(*texts: str) -> Units:
    return np.stack([encode_units(text.ljust(REACH, "\0")) for text in texts])


def told(wording: Wording, text: str, length: int) -> dict[str, float]:
    """What is known of the beginning of a continuation."""
    trie = Trie.build(rows_of(text))
    node = np.flatnonzero(trie.depth == length)
    return {name: column.item() for name, column in wording.columns(trie, node).items()}


def test_everything_has_its_column(index: LibraryIndex) -> None:
    known = told(wording_at(index, "特色农业"), "提质增效", 4)
    assert set(known) == set(WORDING)
    assert np.isfinite(list(known.values())).all()


def test_what_the_likest_papers_say_of_this_matter_is_topical(index: LibraryIndex) -> None:
    of_tea = wording_at(index, "各位代表：\n青溪白茶品牌价值突破十亿元，茶旅")
    assert told(of_tea, "茶农增收", 4)["topic"] > 1
    assert told(of_tea, "茶农增收", 4)["topic_most"] >= told(of_tea, "茶农增收", 4)["topic"]
    assert told(of_tea, "火星飞船", 4)["topic"] < 0


def test_the_pair_at_the_seam_is_told_apart(index: LibraryIndex) -> None:
    wording = wording_at(index, "青溪白茶品牌价值突破，茶旅融")
    assert told(wording, "合格", 2)["topic_joint"] > 0
    assert told(wording, "铁路", 2)["topic_joint"] < 0
    assert told(wording, "合格", 2)["topic"] < 0


def test_pairs_that_the_draft_has_are_known(index: LibraryIndex) -> None:
    wording = wording_at(index, "守牢耕地保护红线，守牢")
    assert told(wording, "耕地保护", 4)["known"] == 1
    assert told(wording, "耕地面积", 4)["known"] == pytest.approx(1 / 3)
    assert told(wording, "面积", 2)["known"] == 0


def test_only_pairs_inside_the_beginning_count(index: LibraryIndex) -> None:
    wording = wording_at(index, "坚持过紧日子")
    assert told(wording, "，让农民群众", 2)["pairs"] == 0
    assert told(wording, "，让农民群众", 4)["pairs"] == 2
    assert told(wording, "，让农民群众", 2)["surprise"] == 0
    assert told(wording, "，让农民群众", 4)["surprise"] > 0


def test_rare_pairs_surprise(index: LibraryIndex) -> None:
    wording = wording_at(index, "坚持过紧日子，")
    often, seldom = told(wording, "乡村", 2), told(wording, "电站", 2)
    assert often["surprise"] == often["surprise_most"] < seldom["surprise"]


def test_clause_and_line_are_measured(index: LibraryIndex) -> None:
    known = told(wording_at(index, "各位代表：\n一年来，全县"), "上下", 2)
    assert known["in_clause"] == pytest.approx(np.log1p(2))
    assert known["in_line"] == pytest.approx(np.log1p(7))


def test_a_few_pairs_alone_tell_the_same_of_what_is_made_of_them(index: LibraryIndex) -> None:
    wording = wording_at(index, TEA)
    some = wording.of_pairs_in(rows_of("茶农增收", "铁路"))
    assert some.buckets is not None
    assert len(some.topic) == len(some.buckets) < 8
    assert told(some, "茶农增收", 4) == told(wording, "茶农增收", 4)


def test_the_first_pairs_of_a_vote_are_topical_or_not(index: LibraryIndex) -> None:
    topical, foreign, none = wording_at(index, TEA).topicality(rows_of("茶农增收", "铁路", "，"))
    assert topical > 0 > foreign
    assert none == 0
