from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.source import IndexedPaper
from desktop_app.core.suggest.continuation import Completer
from desktop_app.core.suggest.examples import Effort, agreement, collect, stretches_of, without
from desktop_app.core.suggest.learning import is_better, keys_for, learn, start_weights
from desktop_app.core.suggest.typist import Typed, carets, type_text
from desktop_app.core.suggest.weights import ContinuationWeights
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import LINHE_2025, QINGXI_2024, QINGXI_2025, WEIGHTS

SMALL = Effort(stretches=3, share=0.4, seconds=60, afresh=True)


def long_papers() -> Sequence[IndexedPaper]:
    """Papers of which each repeats much of the others, long enough to be typed."""
    parts = [QINGXI_2024[3:], QINGXI_2025[3:], LINHE_2025[3:]]
    return [
        paper(n + 1, *(line.removeprefix("# ") for line in parts[n] + parts[n - 1]))
        for n in range(3)
    ]


@pytest.fixture(scope="module")
def trained_on(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    return index_of(tmp_path_factory.mktemp("long"), long_papers())


@pytest.fixture(scope="module")
def learned(trained_on: LibraryIndex) -> ContinuationWeights:
    return learn(trained_on, start_weights(), range(3), SMALL)


def test_what_was_learned_spares_keys(
    trained_on: LibraryIndex, learned: ContinuationWeights
) -> None:
    trial = Effort(stretches=2, share=0, seconds=60)
    assert 0 < keys_for(trained_on, learned, range(3), trial) < 1
    assert is_better(trained_on, start_weights(), learned, range(3), trial)


def test_nothing_is_better_than_itself(
    trained_on: LibraryIndex, learned: ContinuationWeights
) -> None:
    assert not is_better(trained_on, learned, learned, [0], Effort(1, 0, 60))


def test_the_same_papers_teach_the_same(
    trained_on: LibraryIndex, learned: ContinuationWeights, tmp_path: Path
) -> None:
    learned.write(tmp_path / "one")
    learn(trained_on, start_weights(), range(3), SMALL).write(tmp_path / "other")
    assert (tmp_path / "one").read_text() == (tmp_path / "other").read_text()


def test_small_steps_stay_near_what_was_known(trained_on: LibraryIndex) -> None:
    effort = Effort(stretches=2, share=0.5, seconds=60)
    learned = learn(trained_on, WEIGHTS, range(3), effort)
    assert learned.vote.linear == pytest.approx(WEIGHTS.vote.linear, abs=0.2)
    assert learned.vote.linear.tolist() != WEIGHTS.vote.linear.tolist()


def test_nothing_is_learned_from_no_papers(trained_on: LibraryIndex) -> None:
    assert learn(trained_on, WEIGHTS, [], SMALL) is WEIGHTS


def test_examples_know_what_was_written(trained_on: LibraryIndex) -> None:
    examples = collect(trained_on, WEIGHTS, range(3), SMALL, seed=1)
    assert len(examples) > 10
    assert max(int(agreement(example).max()) for example in examples) > 8
    for example in examples:
        assert len(example.poll.described.features) == len(agreement(example)) > 0


def test_a_paper_does_not_vote_on_itself(trained_on: LibraryIndex) -> None:
    assert without(trained_on, 1).hidden.tolist() == [False, True, False]
    assert not trained_on.hidden.any()
    for example in collect(trained_on, WEIGHTS, [1], Effort(1, 0.5, 60), seed=1):
        assert 1 not in example.poll.described.paper


def test_every_paper_is_typed_before_one_is_typed_again(trained_on: LibraryIndex) -> None:
    stretches = stretches_of(trained_on, [2, 0, 1], 5, seed=1)
    assert [paper for paper, _, _ in stretches] == [2, 0, 1, 2, 0]
    assert all(0 < start < len(text) for _, text, start in stretches)


def test_a_typist_presses_a_key_for_a_character_or_a_continuation(index: LibraryIndex) -> None:
    text = "坚持过紧日子，严控一般性支出，把更多财力用在发展紧要处"
    places = list(carets(Completer(index, WEIGHTS), text, 4, len(text)))
    assert places[0] == 4
    assert np.diff([*places, len(text)]).max() > 3
    assert type_text(Completer(index, WEIGHTS), text, 4, 999) == Typed(len(text) - 4, len(places))
    assert Typed(20, 5).saved == 0.75
    assert Typed(0, 0).saved == 0
