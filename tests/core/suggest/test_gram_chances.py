import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.gram_chances import grams_by_chance, read_chances
from desktop_app.core.suggest.passages import PassageSuggester
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.uses import Wishes
from tests.core.suggest.county_papers import BEFORE, PARAGRAPHS, scene_of

SHIPPED = Path(__file__).parents[3] / "resources" / "suggest" / "phrases.json"


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


def _small_chances() -> Rating:
    shipped = read_chances(SHIPPED)
    return replace(shipped, constant=shipped.constant - np.float32(9))


def test_nothing_is_offered_where_nothing_is_likely(index: LibraryIndex) -> None:
    likely = PassageSuggester(index, chances=read_chances(SHIPPED))
    unlikely = PassageSuggester(index, chances=_small_chances())
    assert likely.suggest(Caret([], BEFORE), 10)
    assert unlikely.suggest(Caret([], BEFORE), 10) == []


@pytest.mark.parametrize(
    ("before", "wishes"),
    [
        pytest.param(BEFORE.rpartition("\n")[0] + "\n", None, id="a paragraph not begun"),
        pytest.param(BEFORE, Wishes(since=1), id="what is wished for"),
    ],
)
def test_where_chances_tell_little_what_is_there_is_offered(
    index: LibraryIndex, before: str, wishes: Wishes | None
) -> None:
    suggester = PassageSuggester(index, chances=_small_chances())
    assert suggester.suggest(Caret([], before), 10, wishes=wishes)
