"""Spun papers: a program has put synonyms for their ordinary words.

Pages that sell papers do that to look new: 健康进展 for 健康发展, and 产业进展, 进展大局 … Such a
text has one odd word at many places where the papers of the library all have one and the same
other word. Genuine papers on a new subject have odd words too, but each at places of its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.collocations import (
    Collocations,
    Tally,
    Words,
    counts_of,
    pair_numbers,
    pair_sides,
    word_number,
)

FEWEST_PAPERS = 20  # of a library that can tell what is usual

_ORDINARY_WORDS = 60  # so many of those that fit beside most others
_KNOWN_SHARE = 0.3  # of the papers have such a word
_STRONG_PAPERS, _STRONG_LIFT, _STRONG_SHARE = 3, 3.0, 0.1
_PLACES = 3  # with fewer, a new subject is the likelier reason
# Chosen on 563 genuine papers judged by 15 libraries: of 8445 judgements the highest is 0.9, save
# one (3.2) by a library of nothing but regulations. See tests/benchmarks/spun_papers.py.
_ALL_LIMIT, _LEAST_WEIGHT = 3.0, 0.1
_VANISHED_LIMIT, _VANISHED_PLACES, _VANISHED_EVIDENCE, _VANISHED_SHARE = 0.35, 5, 2.5, 0.6
_FAMILIAR = 0.22  # of a paper's pairs, or the library knows nothing of such writing

# A province writes 全省 where a city writes 全市; that is no spinning.
_SCOPES = np.array(
    [word_number(whose + place) for whose in "全我本各" for place in "国省市县区州盟旗乡镇"],
    dtype=np.uint32,
)


@dataclass(frozen=True, slots=True)
class _Shares:
    """The ordinary words beside words: a row for each two, sorted by the first.

    Attributes:
        beside: the word beside which the ordinary one stands.
        ordinary: that one.
        share: of the papers with the first word, those that have the other one beside it.
    """

    beside: Words
    ordinary: Words
    share: NDArray[np.float64]

    def of(self, words: Words) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """For all rows of these words: which of the words each is for, and the row."""
        first = np.searchsorted(self.beside, words, "left")
        count = np.searchsorted(self.beside, words, "right") - first
        asked = np.repeat(np.arange(len(words)), count)
        return asked, np.arange(len(asked)) + np.repeat(first - np.cumsum(count) + count, count)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What a library has at the places beside a word.

    Attributes:
        after: the ordinary words that usually follow a word.
        before: those that usually stand before it.
        everyday: ordinary words that most papers have, sorted.
    """

    after: _Shares
    before: _Shares
    everyday: Words


@dataclass(frozen=True, slots=True)
class _Strangers:
    """The words of a paper that stand at places of ordinary ones; an entry for each.

    Attributes:
        instead: the likeliest ordinary word.
        evidence: the shares of papers that have that word there, summed over the places.
        taken: how many different places.
        places: how many different places the strange word has in all.
    """

    instead: Words
    evidence: NDArray[np.float64]
    taken: NDArray[np.intp]
    places: NDArray[np.intp]

    @property
    def weight(self) -> NDArray[np.float64]:
        """How much each tells."""
        return self.evidence**2 / self.places


class SpunJudge:
    """Judges papers by the collocations of one library."""

    def __init__(self, collocations: Collocations) -> None:
        self._collocations = collocations
        self._usual = _usual(collocations)

    def score(self, paper: Tally, *, counted: bool) -> float:
        """How much a paper looks spun: 0 for not at all, 1 and more for surely.

        Args:
            paper: its words.
            counted: whether the collocations count it; its own text does not vouch for it then.

        Returns:
            0 also where the library has too few other papers to judge by.
        """
        known = self._known(paper, counted=counted)
        few = self._collocations.papers - counted < FEWEST_PAPERS
        if few or np.count_nonzero(known) < _FAMILIAR * max(1, len(known)):
            return 0.0
        strangers = self._strangers(paper, known)
        weight, often = strangers.weight, strangers.taken >= _PLACES
        vanished = (
            (strangers.taken >= max(_PLACES, _VANISHED_PLACES))
            & (strangers.evidence >= _VANISHED_EVIDENCE)
            & np.isin(strangers.instead, self._usual.everyday)
            & ~np.isin(strangers.instead, paper.words)
        )
        all_weights = float(weight[often & (weight >= _LEAST_WEIGHT)].sum())
        one_weight = float(weight[vanished].max(initial=0.0))
        return max(all_weights / _ALL_LIMIT, one_weight / _VANISHED_LIMIT)

    def is_spun(self, paper: Tally, *, counted: bool) -> bool:
        """Whether a paper is to be kept out of suggestions; see `score`."""
        return self.score(paper, counted=counted) >= 1

    def _known(self, paper: Tally, *, counted: bool) -> NDArray[np.bool_]:
        """For each pair of a paper whether another paper of the library has it."""
        table = self._collocations
        return counts_of(paper.pairs, table.pairs, table.pair_papers) > counted

    def _strangers(self, paper: Tally, known: NDArray[np.bool_]) -> _Strangers:
        """The words of a paper that stand at places of ordinary ones, each with its likeliest."""
        lefts, rights = pair_sides(paper.pairs)
        after = _expected(self._usual.after, lefts, rights, known)
        before = _expected(self._usual.before, rights, lefts, known)
        word = np.concatenate([after[0], before[0]])
        instead = np.concatenate([after[1], before[1]])
        share = np.concatenate([after[2], before[2]])
        both, entry = np.unique(pair_numbers(word, instead), return_inverse=True)
        evidence, taken = np.bincount(entry, share).astype(np.float64), np.bincount(entry)
        strange, usual = pair_sides(both)
        order = np.lexsort((usual, evidence, strange))
        best = order[np.flatnonzero(np.diff(strange[order], append=0))]
        of_word, places = np.unique(np.concatenate([lefts, rights]), return_counts=True)
        standing = places[np.searchsorted(of_word, strange[best])]
        return _Strangers(usual[best], evidence[best], taken[best], standing)


def _expected(
    shares: _Shares, beside: Words, words: Words, known: NDArray[np.bool_]
) -> tuple[Words, Words, NDArray[np.float64]]:
    """For the long words of pairs the ordinary words that the library has in their stead.

    Those that the paper has there itself are left out: it does know them.

    Args:
        shares: what is usual on that side.
        beside: of each pair of the paper, the word beside which the other one stands.
        words: the other one.
        known: whether the library has the pair; such a word is no stranger there.

    Returns:
        Rows of a word, an ordinary one in its stead, and that one's share.
    """
    strange = ~known & (words & 1 == 1)
    asked, rows = shares.of(beside[strange])
    had = np.isin(
        pair_numbers(beside[strange][asked], shares.ordinary[rows]), pair_numbers(beside, words)
    )
    rows, asked = rows[~had], asked[~had]
    return words[strange][asked], shares.ordinary[rows], shares.share[rows]


def _usual(collocations: Collocations) -> _Usual:
    lefts, rights = pair_sides(collocations.pairs)
    strong = _strong(collocations, lefts, rights)
    ordinary = _ordinary(collocations, np.concatenate([lefts[strong], rights[strong]]))
    most = collocations.words[collocations.word_papers >= _VANISHED_SHARE * collocations.papers]
    after = _shares(collocations, strong, lefts, rights, ordinary)
    before = _shares(collocations, strong, rights, lefts, ordinary)
    return _Usual(after, before, np.intersect1d(ordinary, most))


def _ordinary(collocations: Collocations, fitting: Words) -> Words:
    """The long words that fit beside most others, and that many papers have.

    Args:
        collocations: of the library.
        fitting: the words of all pairs that belong together.
    """
    words = collocations.words
    known = (collocations.word_papers >= _KNOWN_SHARE * collocations.papers) & (words & 1 == 1)
    candidates = np.setdiff1d(words[known], _SCOPES)
    found, others = np.unique(fitting[np.isin(fitting, candidates)], return_counts=True)
    return found[np.lexsort((found, others))][-_ORDINARY_WORDS:]


def _strong(
    collocations: Collocations, lefts: NDArray[np.uint32], rights: NDArray[np.uint32]
) -> NDArray[np.bool_]:
    """The pairs that belong together: in several papers, and oftener than by chance."""
    tokens = [
        counts_of(side, collocations.words, collocations.word_tokens).astype(np.float64)
        for side in (lefts, rights)
    ]
    by_chance = tokens[0] * tokens[1] / max(1, collocations.word_tokens.sum())
    frequent = collocations.pair_papers >= _STRONG_PAPERS
    strong: NDArray[np.bool_] = frequent & (collocations.pair_tokens >= _STRONG_LIFT * by_chance)
    return strong


def _shares(
    collocations: Collocations,
    strong: NDArray[np.bool_],
    beside: Words,
    words: Words,
    ordinary: Words,
) -> _Shares:
    """For the words beside ordinary ones, the share of their papers that have the two together."""
    chosen = np.flatnonzero(strong & np.isin(words, ordinary))
    having = counts_of(beside[chosen], collocations.words, collocations.word_papers)
    share = collocations.pair_papers[chosen] / (having + 2)
    rows = np.flatnonzero(share >= _STRONG_SHARE)
    rows = rows[np.argsort(beside[chosen[rows]], kind="stable")]
    return _Shares(beside[chosen[rows]], words[chosen[rows]], share[rows])
