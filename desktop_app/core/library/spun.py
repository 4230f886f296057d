"""Spun papers: a program has put synonyms for their ordinary words.

Pages that sell papers do that to look new: 健康进展 for 健康发展, and 产业进展, 进展大局 … Such a
text has one odd word at many places where the papers of the library all have one and the same
other word. Genuine papers on a new subject have odd words too, but each at places of its own.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.collocations import Collocations, Tally, counts_of, word_number

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
_SCOPES = frozenset(
    word_number(whose + place) for whose in "全我本各" for place in "国省市县区州盟旗乡镇"
)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What a library has at the places beside a word.

    Attributes:
        after: for a word, the ordinary words that usually follow it, with their share of papers.
        before: for a word, those that usually stand before it.
        everyday: ordinary words that most papers have.
    """

    after: Mapping[int, Mapping[int, float]]
    before: Mapping[int, Mapping[int, float]]
    everyday: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Stranger:
    """A word at the places of an ordinary one.

    Attributes:
        instead: the ordinary word.
        evidence: the shares of papers that have that word there, summed over the places.
        taken: how many different places.
        places: how many different places the strange word has in all.
    """

    instead: int
    evidence: float
    taken: int
    places: int

    @property
    def weight(self) -> float:
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
        strangers = [s for s in self._strangers(paper, known) if s.taken >= _PLACES]
        own = dict(zip(paper.words.tolist(), paper.word_tokens.tolist(), strict=True))
        vanished = (
            s.weight
            for s in strangers
            if s.taken >= _VANISHED_PLACES
            and s.evidence >= _VANISHED_EVIDENCE
            and s.instead in self._usual.everyday
            and s.instead not in own
        )
        all_weights = sum(s.weight for s in strangers if s.weight >= _LEAST_WEIGHT)
        return max(all_weights / _ALL_LIMIT, max(vanished, default=0.0) / _VANISHED_LIMIT)

    def is_spun(self, paper: Tally, *, counted: bool) -> bool:
        """Whether a paper is to be kept out of suggestions; see `score`."""
        return self.score(paper, counted=counted) >= 1

    def _known(self, paper: Tally, *, counted: bool) -> NDArray[np.bool_]:
        """For each pair of a paper whether another paper of the library has it."""
        table = self._collocations
        return counts_of(paper.pairs, table.pairs, table.pair_papers) > counted

    def _strangers(self, paper: Tally, known: NDArray[np.bool_]) -> Iterator[_Stranger]:
        """The words of a paper that stand at places of ordinary ones, each with its likeliest."""
        evidence: defaultdict[int, Counter[int]] = defaultdict(Counter)
        taken: defaultdict[int, Counter[int]] = defaultdict(Counter)
        places: Counter[int] = Counter()
        own = frozenset(paper.pairs.tolist())
        for pair, usual in zip(paper.pairs.tolist(), known.tolist(), strict=True):
            left, right = pair >> 32, pair & 0xFFFFFFFF
            for word in {left, right}:
                places[word] += 1 if left != right else 2
            if usual:
                continue
            for word, shares in self._expected(left, right, own):
                evidence[word].update(shares)
                taken[word].update(shares.keys())
        for word, sums in evidence.items():
            if not sums:
                continue
            instead = max(sums, key=lambda w: (sums[w], w))
            yield _Stranger(instead, sums[instead], taken[word][instead], places[word])

    def _expected(
        self, left: int, right: int, own: frozenset[int]
    ) -> Iterator[tuple[int, dict[int, float]]]:
        """For each long word of a pair the ordinary words that the library has in its stead.

        Those that the paper has there itself are left out: it does know them.
        """
        if right & 1:
            after = self._usual.after.get(left, {})
            yield right, {w: s for w, s in after.items() if (left << 32) + w not in own}
        if left & 1:
            before = self._usual.before.get(right, {})
            yield left, {w: s for w, s in before.items() if (w << 32) + right not in own}


def _usual(collocations: Collocations) -> _Usual:
    lefts = (collocations.pairs >> np.uint64(32)).astype(np.uint32)
    rights = (collocations.pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    strong = _strong(collocations, lefts, rights)
    known = collocations.word_papers >= _KNOWN_SHARE * collocations.papers
    long_known = frozenset(collocations.words[known & (collocations.words & 1 == 1)].tolist())
    long_known -= _SCOPES
    beside = Counter(
        word for word in (*lefts[strong].tolist(), *rights[strong].tolist()) if word in long_known
    )
    ordinary = frozenset(heapq.nlargest(_ORDINARY_WORDS, beside, key=lambda w: (beside[w], w)))
    most = collocations.word_papers >= _VANISHED_SHARE * collocations.papers
    everyday = ordinary & frozenset(collocations.words[most].tolist())
    after = _shares(collocations, strong, lefts, rights, ordinary)
    return _Usual(after, _shares(collocations, strong, rights, lefts, ordinary), everyday)


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
    places: NDArray[np.uint32],
    fillers: NDArray[np.uint32],
    ordinary: frozenset[int],
) -> dict[int, dict[int, float]]:
    """For each place the ordinary words there, with the share of its papers that have them."""
    chosen = strong & np.isin(fillers, np.array(sorted(ordinary), dtype=np.uint32))
    having = counts_of(places[chosen], collocations.words, collocations.word_papers)
    shares = collocations.pair_papers[chosen] / (having + 2)
    table: defaultdict[int, dict[int, float]] = defaultdict(dict)
    rows = zip(places[chosen].tolist(), fillers[chosen].tolist(), shares.tolist(), strict=True)
    for place, filler, share in rows:
        if share >= _STRONG_SHARE:
            table[place][filler] = share
    return dict(table)
