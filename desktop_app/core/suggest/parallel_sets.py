"""Parallel sets: 一是…二是…三是, and neighbouring clauses that are built alike (排比)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.core.text.sentences import Span, clause_spans, sentence_spans

_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(rf"([{_NUMERALS}])(?<![^。；：，！].)(是|要|靠|在于)")  # as a clause begins
_FEWEST, _MOST = 3, 10
_RUN = re.compile(rf"(.)\1{{{_FEWEST - 1},}}", re.DOTALL)
_SPREAD = 3  # characters by which the lengths of parts that are built alike may differ
_SHORTEST = 6  # characters of a part
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """A set as a whole and its parts, in code points of the text it stands in.

    `numbered` where the parts are counted, so that none of them can stand without the others.
    """

    span: Span
    parts: tuple[Span, ...]
    numbered: bool = False


def parallel_sets(text: str) -> list[ParallelSet]:
    """The sets of a paragraph, in order; numbered ones first."""
    numbered = list(_numbered_sets(text))
    return numbered + [
        built
        for built in _sets_built_alike(text)
        if not any(a.span.start <= built.span.start < a.span.end for a in numbered)
    ]


def _numbered_sets(text: str) -> Iterator[ParallelSet]:
    """Items numbered in order with the same particle; the last one ends with its sentence."""
    marks = list(_NUMBERED.finditer(text))
    begin = 0
    while begin < len(marks):
        end = begin + 1
        while end < len(marks) and _follows(marks[end - 1], marks[end]):
            end += 1
        if end - begin >= _FEWEST and marks[begin][1] == _NUMERALS[0]:
            starts = [mark.start() for mark in marks[begin:end]]
            last = sentence_spans(text[starts[-1] :])[0].end + starts[-1]
            edges = [*starts, last]
            parts = tuple(Span(a, b) for a, b in pairwise(edges))
            yield ParallelSet(Span(starts[0], last), parts, numbered=True)
        begin = end


def _follows(before: re.Match[str], after: re.Match[str]) -> bool:
    same = before[2] == after[2]
    return same and _NUMERALS.index(after[1]) == _NUMERALS.index(before[1]) + 1


def _sets_built_alike(text: str) -> Iterator[ParallelSet]:
    """Runs of clauses that begin with the same character and are of about the same length."""
    clauses = clause_spans(text)
    heads = "".join([text[span.start] for span in clauses])
    for found in _RUN.finditer(heads):
        run = clauses[found.start() : found.end()]
        if len(run) <= _MOST and _alike(text, run):
            yield ParallelSet(Span(run[0].start, run[-1].end), tuple(run))


def _alike(text: str, run: Sequence[Span]) -> bool:
    lengths = [span.end - span.start for span in run]
    even = max(lengths) - min(lengths) <= _SPREAD and min(lengths) > _SHORTEST
    return even and not _DIGIT.search(text, run[0].start, run[-1].end)
