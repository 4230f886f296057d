"""Examples to learn from: papers of the library are typed as if they were not in it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.continuation import Completer, Poll
from desktop_app.core.suggest.typist import carets
from desktop_app.core.suggest.vote_features import Described
from desktop_app.core.suggest.votes import REACH
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.core.text.units import Units, decode_units

STRETCH = 500  # characters that are typed in one go
_BEGIN = 300  # nothing can be known before


@dataclass(frozen=True, slots=True)
class Effort:
    """How much may be learned from.

    Attributes:
        stretches: how many stretches of papers are typed.
        share: of the carets that are learned from.
        seconds: after so long no more is typed.
        afresh: whether to forget what was learned before; else a few small steps are taken from it.
    """

    stretches: int
    share: float
    seconds: float
    afresh: bool = False


@dataclass(frozen=True, eq=False)
class Example:
    """The votes at a caret, and what was written there."""

    poll: Poll
    truth: Units


def collect(
    index: LibraryIndex,
    weights: ContinuationWeights,
    papers: Sequence[int],
    effort: Effort,
    seed: int,
) -> list[Example]:
    """The votes at some of the carets that a typist comes to."""
    notes = _Notes(effort.share, seed)
    begun = time.monotonic()
    for paper, text, start in stretches_of(index, papers, effort.stretches, seed):
        if time.monotonic() - begun > effort.seconds:
            break
        notes.truth = _units_of(index, paper)
        completer = Completer(without(index, paper), weights, notes.take)
        for notes.caret in carets(completer, text, start, min(start + STRETCH, len(text))):
            pass  # the completer is asked for what comes behind it, and tells the votes
    return notes.examples


class _Notes:
    """What is learned from, taken down while a paper is typed.

    Attributes:
        examples: so far.
        truth: the paper that is typed.
        caret: where the typist is.
    """

    def __init__(self, share: float, seed: int) -> None:
        self.examples: list[Example] = []
        self.truth: Units = np.zeros(0, np.uint16)
        self.caret = 0
        self._share, self._chance = share, np.random.default_rng(seed)

    def take(self, poll: Poll) -> None:
        """Take down the votes at the caret, at some carets."""
        if self._chance.random() < self._share and len(poll.described.votes):
            wording = poll.wording.of_pairs_in(poll.described.votes.follow)
            slim = Poll(_slimmed(poll.described), _slimmed(poll.passed_over), wording)
            self.examples.append(Example(slim, self.truth[self.caret : self.caret + REACH]))


def stretches_of(
    index: LibraryIndex, papers: Sequence[int], count: int, seed: int
) -> list[tuple[int, str, int]]:
    """Papers, their texts, and where in them to begin to type; one after another paper."""
    chance = np.random.default_rng(seed)
    found = []
    texts: dict[int, str] = {}
    for n in range(count if len(papers) else 0):
        paper = papers[n % len(papers)]
        text = texts.setdefault(paper, decode_units(_units_of(index, paper)[:-REACH]).rstrip("\0"))
        last = len(text) - STRETCH
        start = _BEGIN if n < len(papers) else int(chance.integers(_BEGIN, max(last, _BEGIN + 1)))
        if start < len(text):
            found.append((paper, text, start))
    return found


def _units_of(index: LibraryIndex, paper: int) -> Units:
    """The characters of a paper, and some that stand for nothing."""
    starts = index.places.paper_start
    end = starts.item(paper + 1) if paper + 1 < len(starts) else len(index.text)
    units = index.text.at(np.arange(starts.item(paper), end))
    return np.concatenate([units, np.zeros(REACH, np.uint16)])


def without(index: LibraryIndex, paper: int) -> LibraryIndex:
    """The library as if the paper were not in it."""
    hidden = index.hidden.copy()
    hidden[paper] = True
    return replace(index, hidden=hidden)


def _slimmed(described: Described) -> Described:
    """Without what is not learned from."""
    votes = replace(described.votes, around=described.votes.follow.copy())
    return Described(votes, described.features.astype(np.float16), described.match, described.paper)


def agreement(example: Example) -> NDArray[np.int64]:
    """How far each vote says what was written."""
    same = example.poll.described.votes.follow == example.truth
    agreed: NDArray[np.int64] = np.cumprod(same, axis=1).sum(axis=1)
    return agreed
