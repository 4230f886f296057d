"""Looking up paragraphs by words that a person remembers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.library.database import Database
from desktop_app.core.library.search_terms import match_expression, query_terms, spaced
from desktop_app.core.library.store import Scope, SourceParagraph, Store
from desktop_app.core.text.sentences import Span, clause_spans, sentence_spans
from desktop_app.core.text.words import Words

_Found = tuple[SourceParagraph, float]
_MORE = 4
_SNIPPET = 120  # characters; what a person takes in at a glance, and drags


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A paragraph that was found: its sentence that answers best, and where it comes from.

    `spun` tells that the words of its paper were replaced by synonyms.
    """

    snippet: str
    document: str
    year: int | None
    section: str
    score: float
    spun: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and the terms they were found by."""

    hits: tuple[SearchHit, ...]
    terms: tuple[str, ...]


def search(
    database: Database, words: Words, query: str, limit: int, scope: Scope = Scope.SEARCHED
) -> SearchResult:
    """Paragraphs for a question: those with its very wording, then with all words, then with some.

    Args:
        database: the library.
        words: cuts the question.
        query: as typed.
        limit: how many at most.
        scope: which papers are searched.

    Raises:
        QueryEmpty: if the question holds no word.
    """
    terms = query_terms(query, words.cut)
    found: dict[int, _Found] = {}
    for expression in _expressions(query, terms):
        if len(found) >= limit:
            break
        for paragraph_id, match in _matches(database, expression, limit, scope):
            found.setdefault(paragraph_id, match)
    hits = tuple(
        SearchHit(
            _snippet(s.text, terms), s.document, s.year, s.section, round(score, 3), spun=s.spun
        )
        for s, score in list(found.values())[: max(0, limit)]
    )
    return SearchResult(hits, tuple(terms))


def _matches(
    database: Database, expression: str, limit: int, scope: Scope
) -> list[tuple[int, _Found]]:
    """The best paragraphs of papers in scope, by id. Few are out of it: more are asked for then."""
    store, asked = Store(database), limit
    while True:
        rows = database.connection.execute(
            "SELECT rowid, -bm25(search) FROM search WHERE search MATCH ? ORDER BY 2 DESC LIMIT ?",
            (expression, max(0, asked)),
        ).fetchall()
        sources = store.sources((row[0] for row in rows), scope)
        matches = [(n, (sources[n], score)) for n, score in rows if n in sources]
        if len(matches) >= limit or len(rows) < asked:
            return matches
        asked *= _MORE


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
