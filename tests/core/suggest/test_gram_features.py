from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.gram_features import GRAM_FEATURES, describe_grams
from desktop_app.core.suggest.gram_votes import GRAM
from desktop_app.core.text.units import encode_units, gram_hashes
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import BEFORE, scene_of


def known(index: LibraryIndex, gram: str, before: str = BEFORE) -> dict[str, float]:
    """What is known of a gram, by name."""
    described = describe_grams(scene_of(index, before))
    number = np.flatnonzero(described.grams == gram_hashes(encode_units(gram), GRAM)).item()
    return dict(zip(GRAM_FEATURES, described.features[number].tolist(), strict=True))


def test_neighbours_and_papers_that_have_a_gram_are_counted(index: LibraryIndex) -> None:
    held = known(index, "守牢耕地保护")
    alone = known(index, "建设宜居宜业")
    assert np.exp([held["papers"], alone["papers"]]) == pytest.approx([3, 1])
    assert held["votes"] > alone["votes"]


def test_what_one_paper_says_twice_is_had_by_two_neighbours_of_one_paper(tmp_path: Path) -> None:
    twice = paper(1, "守牢耕地保护红线。", "再次守牢耕地保护红线。")
    held = known(index_of(tmp_path, [twice]), "守牢耕地保护")
    assert np.exp(held["papers"]) == pytest.approx(1)
    assert np.exp(held["votes"]) > 1  # the nearest has one


def test_what_the_draft_has_is_known_to_be_written(index: LibraryIndex) -> None:
    assert known(index, "让农民更多分")["written"] == 1
    assert known(index, "建设宜居宜业")["written"] == 0


def test_what_stands_behind_the_opening_is_told_from_what_stands_before(tmp_path: Path) -> None:
    library = index_of(
        tmp_path, [paper(1, "完善强农惠农政策，守牢耕地保护红线，健全联农带农机制。")]
    )
    before, behind = (known(library, gram, "守牢耕地") for gram in ("完善强农惠农", "健全联农带农"))
    assert np.expm1([before["behind"], behind["behind"]]) == pytest.approx([0, 3])
    assert behind["place"] > before["place"] == 0


def test_a_paper_that_is_kin_shows_in_its_grams(tmp_path: Path) -> None:
    own = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。"
    papers = [paper(1, own, "守牢耕地保护红线。"), paper(2, "守牢耕地种植花木。")]
    library = index_of(tmp_path, papers)
    kin, strange = (known(library, g, f"{own}\n守牢耕地") for g in ("耕地保护红线", "耕地种植花木"))
    assert kin["kinship"] > strange["kinship"] == 0


def test_the_best_neighbour_counts_by_each_of_its_reasons(tmp_path: Path) -> None:
    older = paper(1, "守牢耕地保护红线，健全联农带农机制。", year=2023)
    newer = paper(2, "守好耕地，健全联农带农机制。", year=2025)
    library = index_of(tmp_path, [older, newer])
    both, opened = (known(library, gram, "守牢耕地") for gram in ("健全联农带农", "耕地保护红线"))
    assert both["opening"] == opened["opening"] > 0
    assert both["year"] > opened["year"]


def test_what_stands_as_far_on_in_its_paper_as_the_caret_in_the_draft_is_nearest(
    tmp_path: Path,
) -> None:
    long = paper(1, "守牢耕地保护红线。", "青溪河上游水电站退出运行。" * 90, "守牢耕地种植花木。")
    library = index_of(tmp_path, [long])
    grams = "耕地保护红线", "耕地种植花木"
    early = [known(library, gram, "守牢耕地")["progress"] for gram in grams]
    late = [
        known(library, gram, f"{'沿岸六个村用水。' * 150}\n守牢耕地")["progress"] for gram in grams
    ]
    assert 0 >= early[0] > early[1]
    assert late[0] < late[1] <= 0


def test_what_few_papers_say_is_rarer(index: LibraryIndex) -> None:
    usual, rare = known(index, "守牢耕地保护"), known(index, "抓好春耕备耕")
    assert rare["rarity"] > usual["rarity"]
    assert rare["rarest"] > usual["rarest"] > 0


def test_words_of_the_last_lines_are_recent(index: LibraryIndex) -> None:
    gram = "健全联农带农"
    other = f"健全联农带农{'，' * 500}\n守牢"
    held = known(index, gram, "健全联农带农机制\n守牢"), known(index, gram, other)
    assert [found["recent"] for found in held] == [5, 0]
