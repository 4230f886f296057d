"""Which words stand beside which in the papers of a library, and how many papers have them so."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]
Pairs = NDArray[np.uint64]
Counts = NDArray[np.uint32]
Places = NDArray[np.intp]

ENOUGH_PAPERS = 1000  # more of them make the tables longer and the judgement no better

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BREAK = 0  # what stands between runs of words: a mark, a figure, the end of a paragraph
_KNOWN_WORDS = 1 << 16  # whose numbers are kept, since most words come again and again


@dataclass(frozen=True, slots=True)
class Tally:
    """What one paper adds: its words and pairs of neighbours, each once, sorted, with counts."""

    words: Words
    word_tokens: Counts
    pairs: Pairs
    pair_tokens: Counts


@dataclass(frozen=True, slots=True)
class Collocations:
    """The words and pairs of neighbours of many papers, sorted, with counts.

    Six arrays and a number, to be stored as they are. A thousand papers of 10,000 characters take
    about 40 MB.

    Attributes:
        papers: how many.
        words: numbers of words, see `word_number`.
        word_papers: in how many papers each stands.
        word_tokens: how often.
        pairs: the number of the left word times 2**32, plus that of the right one.
        pair_papers: in how many papers each stands.
        pair_tokens: how often.
    """

    papers: int
    words: Words
    word_papers: Counts
    word_tokens: Counts
    pairs: Pairs
    pair_papers: Counts
    pair_tokens: Counts

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> "Collocations":
        """Those of a number of papers, none of them near duplicates of each other."""
        no_words, no_pairs = np.zeros(0, np.uint32), np.zeros(0, np.uint64)
        empty = cls(0, no_words, no_words, no_words, no_pairs, no_words, no_words)
        return empty.joined(tallies)

    def joined(self, tallies: Iterable[Tally]) -> "Collocations":
        """With more papers. Give many at a time: each call goes through all tables."""
        more = list(tallies)
        words, word_places = _merged([self.words, *(t.words for t in more)])
        pairs, pair_places = _merged([self.pairs, *(t.pairs for t in more)])

        def summed(places: Places, size: int, counts: Iterable[Counts]) -> Counts:
            parts = np.concatenate(list(counts))
            return np.bincount(places, parts, size).astype(np.uint32)

        return Collocations(
            self.papers + len(more),
            words.astype(np.uint32),
            summed(
                word_places, len(words), (self.word_papers, *map(_ones, (t.words for t in more)))
            ),
            summed(word_places, len(words), (self.word_tokens, *(t.word_tokens for t in more))),
            pairs.astype(np.uint64),
            summed(
                pair_places, len(pairs), (self.pair_papers, *map(_ones, (t.pairs for t in more)))
            ),
            summed(pair_places, len(pairs), (self.pair_tokens, *(t.pair_tokens for t in more))),
        )


def tally(paragraphs: Iterable[Sequence[str]]) -> Tally:
    """The words and pairs of a paper.

    Args:
        paragraphs: each cut into words. What stands on both sides of a mark is no pair.
    """
    numbers = np.fromiter(
        (number for words in paragraphs for number in (*map(_number_or_break, words), _BREAK)),
        np.uint32,
    )
    lefts, rights = numbers[:-1], numbers[1:]
    beside = (lefts != _BREAK) & (rights != _BREAK)
    found, tokens = np.unique(numbers[numbers != _BREAK], return_counts=True)
    pairs, pair_tokens = np.unique(pair_numbers(lefts, rights)[beside], return_counts=True)
    return Tally(found, tokens.astype(np.uint32), pairs, pair_tokens.astype(np.uint32))


def word_number(word: str) -> int:
    """A number for a word, the same everywhere; it is odd for words of two and more characters.

    Among 100,000 words of a library about two share their number with another one.
    """
    return (zlib.crc32(word.encode()) & ~1) | (len(word) > 1)


def pair_numbers(lefts: Words, rights: Words) -> Pairs:
    """The numbers of pairs of neighbours from those of their words."""
    return (lefts.astype(np.uint64) << np.uint64(32)) + rights


def pair_sides(pairs: Pairs) -> tuple[Words, Words]:
    """The left and the right words of pairs."""
    lefts = (pairs >> np.uint64(32)).astype(np.uint32)
    return lefts, (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32)


@lru_cache(maxsize=_KNOWN_WORDS)
def _number_or_break(word: str) -> int:
    return word_number(word) if _HAN.fullmatch(word) else _BREAK


def counts_of(wanted: Words | Pairs, keys: Words | Pairs, counts: Counts) -> Counts:
    """The counts of the wanted ones; 0 for those that are not among the keys.

    Args:
        wanted: words or pairs, in any order.
        keys: sorted.
        counts: one for each key.
    """
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.uint32)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, counts[places], np.uint32(0))


def _merged(keys: Sequence[Words] | Sequence[Pairs]) -> tuple[Words | Pairs, Places]:
    distinct, places = np.unique(np.concatenate(keys), return_inverse=True)
    return distinct, places


def _ones(keys: Words | Pairs) -> Counts:
    return np.ones(len(keys), dtype=np.uint32)
