import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.gram_chances import (
    GRAM_FEATURES,
    describe_grams,
    grams_by_chance,
    read_chances,
)
from desktop_app.core.suggest.gram_votes import GRAM
from desktop_app.core.suggest.passages import PassageSuggester
from desktop_app.core.suggest.scene import Caret, Scene
from desktop_app.core.text.units import encode_units, gram_hashes
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import PARAGRAPHS

SHIPPED = Path(__file__).parents[3] / "resources" / "suggest" / "phrases.json"
BEFORE = "青溪县2026年政府工作报告\n让农民更多分享收益\n（一）扎实推进乡村振兴。守牢"


def scene_of(index: LibraryIndex, before: str = BEFORE) -> Scene:
    scene = PassageSuggester(index).scene(Caret([], before))
    assert scene is not None
    return scene


def known(index: LibraryIndex, gram: str, before: str = BEFORE) -> dict[str, float]:
    """What is known of a gram, by name."""
    described = describe_grams(scene_of(index, before))
    number = np.flatnonzero(described.grams == gram_hashes(encode_units(gram), GRAM)).item()
    return dict(zip(GRAM_FEATURES, described.features[number].tolist(), strict=True))


def test_neighbours_and_papers_that_have_a_gram_are_counted(index: LibraryIndex) -> None:
    held = known(index, "守牢耕地保护")
    assert np.exp([held["spread"], held["papers"]]) == pytest.approx([3, 3])
    assert held["votes"] >= held["highest_vote"] == pytest.approx(0, abs=1e-3)
    assert np.exp(known(index, "建设宜居宜业")["spread"]) == pytest.approx(1)


def test_what_one_paper_says_twice_is_had_by_two_neighbours_of_one_paper(tmp_path: Path) -> None:
    twice = paper(1, "守牢耕地保护红线。", "再次守牢耕地保护红线。")
    held = known(index_of(tmp_path, [twice]), "守牢耕地保护")
    assert np.exp([held["spread"], held["papers"]]) == pytest.approx([2, 1])


def test_what_the_draft_has_is_known_to_be_written(index: LibraryIndex) -> None:
    assert known(index, "让农民更多分")["written"] == 1
    assert known(index, "建设宜居宜业")["written"] == 0


def test_what_stands_behind_the_opening_is_told_from_what_stands_before(tmp_path: Path) -> None:
    library = index_of(
        tmp_path, [paper(1, "完善强农惠农政策，守牢耕地保护红线，健全联农带农机制。")]
    )
    before, behind = (known(library, gram, "守牢耕地") for gram in ("完善强农惠农", "健全联农带农"))
    assert (before["near"], before["behind"]) == (0, 0)
    assert np.expm1([behind["near"], behind["behind"]]) == pytest.approx([3, 3])
    assert behind["place"] > before["place"] == 0


def test_an_opening_far_before_is_behind_but_not_near(tmp_path: Path) -> None:
    library = index_of(tmp_path, [paper(1, f"守牢耕地，{'甲乙丙丁' * 10}，健全联农带农机制。")])
    far = known(library, "健全联农带农", "守牢耕地")
    assert (far["near"], far["behind"] > 0) == (0, True)


def test_a_paper_that_is_kin_shows_in_its_grams(tmp_path: Path) -> None:
    own = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。"
    papers = [paper(1, own, "守牢耕地保护红线。"), paper(2, "守牢耕地种植花木。")]
    library = index_of(tmp_path, papers)
    kin, strange = (known(library, g, f"{own}\n守牢耕地") for g in ("耕地保护红线", "耕地种植花木"))
    assert kin["kinship"] > strange["kinship"] == 0


def test_grams_are_worth_their_chances_and_broken_ones_nothing(index: LibraryIndex) -> None:
    scene = scene_of(index)
    votes = grams_by_chance(scene, read_chances(SHIPPED))
    breaks = np.flatnonzero(scene.text.units == ord("\n"))
    assert (votes.worth[votes.gram_at[breaks]] == 0).all()
    assert 0 < votes.worth.max() < 1


def test_the_shipped_chances_offer_whole_clauses_of_the_library(index: LibraryIndex) -> None:
    suggester = PassageSuggester(index, chances=read_chances(SHIPPED))
    found = suggester.suggest(Caret([], BEFORE), 10, "passage")
    texts = [PARAGRAPHS[p.paragraph_id][p.start : p.end] for p in found]
    assert "健全联农带农机制" in texts[0]


def test_chances_of_other_features_are_refused(tmp_path: Path) -> None:
    told = json.loads(SHIPPED.read_text("utf-8"))
    (tmp_path / "other.json").write_text(json.dumps(told | {"features": ["votes"]}), "utf-8")
    with pytest.raises(ValueError, match="other features"):
        read_chances(tmp_path / "other.json")


def test_worth_follows_what_was_learned(index: LibraryIndex) -> None:
    shipped = read_chances(SHIPPED)
    surer = replace(shipped, constant=shipped.constant + np.float32(1))
    plain, sure = (grams_by_chance(scene_of(index), chances) for chances in (shipped, surer))
    assert (sure.worth >= plain.worth).all()
    assert sure.worth.max() > plain.worth.max()
