"""What a paper says about itself: title, year, genre, who issued it and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.document.genre import (
    GENRES,
    genre_family,
    genre_of_text,
    genre_of_title,
    infer_genre,
)
from desktop_app.core.document.inferred import UNKNOWN, Inferred, first_known
from desktop_app.core.document.issuing_body import in_full, infer_body, is_national, lacks_place
from desktop_app.core.document.line_shapes import closed_up, ends_like_title
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.document.place import place_at_front, place_of_name, place_of_text
from desktop_app.core.document.year import infer_year

__all__ = [
    "GENRES",
    "Confidence",
    "Properties",
    "genre_family",
    "infer_genre",
    "infer_properties",
]

_BELOW_THE_FRONT = (Role.SALUTATION, *HEADINGS, Role.ATTACHMENT, Role.SIGNATURE, Role.DATE)
_ORDER = re.compile(r"令$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
# how sure a title is: a whole one, one that names no kind of paper, the name of the file
_WHOLE, _OPEN, _FILE, _POOR = 0.98, 0.85, 0.6, 0.2
_NAME_SHARE = 0.9  # a name of a file is a little less sure than the same words as a title
_NO_PLACE = 0.9
_NATIONAL_REPORT = 0.95
_WITHOUT_PLACE = 0.5


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure each property is, from 0 (not known) to 1 (certain)."""

    title: float = 0.0
    year: float = 0.0
    genre: float = 0.0
    body: float = 0.0
    place: float = 0.0


@dataclass(frozen=True, slots=True)
class Properties:
    """A paper's own account of itself.

    Attributes:
        title: in one line; the name of the file where the paper has none.
        year: in which it was issued; None where it does not say.
        genre: 通知, 讲话 …; empty where it does not say.
        body: who issued it (发文机关); several with 、; empty where it does not say.
        place: the division whose body issued it, 乐山市; empty where it does not say, and for the
            bodies of the whole country.
        confidence: how sure each of them is.
    """

    title: str
    year: int | None
    genre: str
    body: str = ""
    place: str = ""
    confidence: Confidence = Confidence()


def infer_properties(paragraphs: Sequence[Paragraph], name: str) -> Properties:
    """Title, year, genre, body and place from the paper itself and the name of its file.

    Args:
        paragraphs: the parsed paper.
        name: file name without folder and extension.
    """
    spoken = " ".join(name.replace("_", " ").split())
    title = _title(paragraphs, spoken)
    own = title.value if title.confidence > _FILE else ""  # what the file's name says comes later
    year = infer_year(paragraphs, own, spoken)
    genre = first_known(_genres(paragraphs, own, spoken))
    said = infer_body(paragraphs, title.value)
    place = _place(paragraphs, title.value, spoken, said.value)
    body = _body(said, genre.value, place, f"{title.value} {spoken}")
    sure = (title, year, genre, body, place)
    return Properties(
        title.value,
        year.value,
        genre.value,
        body.value,
        place.value,
        Confidence(*(round(found.confidence, 2) for found in sure)),
    )


def _genres(paragraphs: Sequence[Paragraph], title: str, spoken: str) -> Iterator[Inferred[str]]:
    """What the paper may be, the surest source first; the text is read only if it must."""
    yield genre_of_title(title)
    from_name = genre_of_title(spoken)
    yield Inferred(from_name.value, from_name.confidence * _NAME_SHARE)
    yield genre_of_text(paragraphs)


def _title(paragraphs: Sequence[Paragraph], spoken: str) -> Inferred[str]:
    title = _joined([closed_up(p.text.strip()) for p in _title_lines(paragraphs)])
    if _ORDER.search(
        title
    ):  # it puts another paper into force, which is the one that is looked for
        enclosed = [p for p in paragraphs if p.role is Role.TITLE and p.text.strip() not in title]
        title = _joined([closed_up(p.text.strip()) for p in _title_lines(enclosed)]) or title
    if title:
        return Inferred(title, _WHOLE if ends_like_title(title) else _OPEN)
    return Inferred(spoken, _FILE if _HAN.search(spoken) else _POOR if spoken else 0.0)


def _place(paragraphs: Sequence[Paragraph], title: str, spoken: str, body: str) -> Inferred[str]:
    own = place_at_front(body)
    if own.value:
        return own
    if is_national(body):
        return Inferred("", _NO_PLACE)
    return first_known(_places(paragraphs, title, spoken))


def _places(paragraphs: Sequence[Paragraph], title: str, spoken: str) -> Iterator[Inferred[str]]:
    """Where the paper may come from, the surest source first."""
    yield place_at_front(title)
    yield place_of_name(spoken)
    yield place_of_text(paragraphs)


def _body(said: Inferred[str], genre: str, place: Inferred[str], titles: str) -> Inferred[str]:
    """The body in full; who gives a government's report goes without saying."""
    if genre == "政府工作报告" and "国务院" in titles:
        return Inferred("国务院", _NATIONAL_REPORT)
    if said.value:
        full = in_full(said.value, place.value)
        return Inferred(full, _WITHOUT_PLACE if lacks_place(full) else said.confidence)
    if genre == "政府工作报告" and place.value:
        return Inferred(place.value + "人民政府", place.confidence)
    return UNKNOWN


def _title_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines of the first title; one further down belongs to an enclosed paper."""
    lines: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            lines.append(paragraph)
        elif lines or paragraph.role in _BELOW_THE_FRONT:
            break
    return lines


def _joined(lines: Sequence[str]) -> str:
    """The title of these lines, one of which may repeat the end of those above it."""
    title = ""
    for line in lines:
        title += "" if title.endswith(line) else line
    return title
