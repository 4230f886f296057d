"""Looking up paragraphs by words that a person remembers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.library.database import Database
from desktop_app.core.library.search_terms import match_expression, query_terms, spaced
from desktop_app.core.library.store import Store
from desktop_app.core.text.sentences import Span, clause_spans, sentence_spans
from desktop_app.core.text.words import Words

_SNIPPET = 120  # characters; what a person takes in at a glance, and drags


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A paragraph that was found: its sentence that answers best, and where it comes from."""

    snippet: str
    document: str
    year: int | None
    section: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and the terms they were found by."""

    hits: tuple[SearchHit, ...]
    terms: tuple[str, ...]


def search(database: Database, words: Words, query: str, limit: int) -> SearchResult:
    """Paragraphs for a question: those with its very wording, then with all words, then with some.

    Raises:
        QueryEmpty: if the question holds no word.
    """
    terms = query_terms(query, words.cut)
    found: dict[int, float] = {}
    for expression in _expressions(query, terms):
        if len(found) >= limit:
            break
        rows = database.connection.execute(
            "SELECT rowid, -bm25(search) FROM search WHERE search MATCH ? ORDER BY 2 DESC LIMIT ?",
            (expression, limit),
        )
        for paragraph_id, score in rows:
            found.setdefault(paragraph_id, score)
    best = list(found.items())[:limit]
    sources = Store(database).sources(paragraph_id for paragraph_id, _ in best)
    hits = tuple(
        SearchHit(_snippet(s.text, terms), s.document, s.year, s.section, round(score, 3))
        for paragraph_id, score in best
        if (s := sources.get(paragraph_id))
    )
    return SearchResult(hits, tuple(terms))


def _expressions(query: str, terms: Sequence[str]) -> Iterator[str]:
    """Narrower questions first, so that exact wording leads."""
    whole = spaced(query)
    if len(terms) > 1 and whole:
        yield f'"{whole}"'
    yield match_expression(terms, "AND")
    if len(terms) > 1:
        yield match_expression(terms, "OR")


def _snippet(text: str, terms: Sequence[str]) -> str:
    """The sentence with most of the terms, cut to clauses around the first one where it is long."""
    sentence = max(sentence_spans(text), key=lambda span: _hits(text, span, terms))
    if sentence.end - sentence.start <= _SNIPPET:
        return text[slice(*sentence)].strip()
    clauses = [
        Span(sentence.start + a, sentence.start + b)
        for a, b in clause_spans(text[slice(*sentence)])
    ]
    first = next((n for n, span in enumerate(clauses) if _hits(text, span, terms)), 0)
    start, end = clauses[first]
    for clause in clauses[first + 1 :]:
        if clause.end - start > _SNIPPET:
            break
        end = clause.end
    return text[start : min(end, start + _SNIPPET)].strip()


def _hits(text: str, span: Span, terms: Sequence[str]) -> int:
    part = text[slice(*span)].lower()
    return sum(term.lower() in part for term in terms)
