"""Sentences and clauses of a paragraph, as spans."""

import re
from typing import NamedTuple

_STOPS = "。；！？"
_CUTS = "，：" + _STOPS
_CLOSING = "”’）》】"
_SENTENCE = re.compile(rf"[^{_STOPS}]*[{_STOPS}]+[{_CLOSING}]*|[^{_STOPS}]+$")
_CLAUSE = re.compile(rf"[^{_CUTS}]*[{_CUTS}]+[{_CLOSING}]*|[^{_CUTS}]+$")


class Span(NamedTuple):
    """Part of a text, in code points: text[start:end]."""

    start: int
    end: int


def sentence_spans(text: str) -> list[Span]:
    """Sentences one after another; together they are the text."""
    return [Span(*match.span()) for match in _SENTENCE.finditer(text)]


def clause_spans(text: str) -> list[Span]:
    """Clauses, each with the mark that ends it; together they are the text."""
    return [Span(*match.span()) for match in _CLAUSE.finditer(text)]
