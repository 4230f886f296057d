"""What is searched for, and how text is laid before the full-text index.

Each Chinese character is a token of its own, so that any run of characters is found, wherever a
dictionary would cut it; a word is then a phrase of characters. Words are cut in the question only,
where they tell which characters belong together.
"""

import re
from collections.abc import Callable, Iterable

from desktop_app.core.errors import QueryEmpty

_TOKEN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[0-9A-Za-z]+")
_QUOTED = re.compile(r"[\"“「]([^\"”」]+)[\"”」]")
_EMPTY_WORDS = frozenset("的了和与及在是对为以于把被等中上下之其")


def spaced(text: str) -> str:
    """The tokens of a text, set apart by spaces."""
    return " ".join(_TOKEN.findall(text)).lower()


def query_terms(query: str, cut: Callable[[str], Iterable[str]]) -> list[str]:
    """What a question asks for: quoted runs whole, the rest by words, each once.

    Args:
        query: as typed.
        cut: gives the words of a Chinese text.

    Raises:
        QueryEmpty: if nothing is left to look for.
    """
    quoted = _QUOTED.findall(query)
    words = [word for part in _QUOTED.sub(" ", query).split() for word in cut(part)]
    filled = [word for word in words if _TOKEN.search(word)]
    telling = [word for word in filled if word not in _EMPTY_WORDS]
    terms = [term.strip() for term in (*quoted, *(telling or filled)) if _TOKEN.search(term)]
    if not terms:
        raise QueryEmpty
    return list(dict.fromkeys(terms))


def match_expression(terms: Iterable[str], operator: str) -> str:
    """The terms as an expression of SQLite's full-text search, joined by AND or OR."""
    return f" {operator} ".join(f'"{spaced(term)}"' for term in terms)
