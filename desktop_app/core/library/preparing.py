"""From a file to all that the library stores of it: the work that needs no library.

It is done here and not while storing, so that many processes can do it at once.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.core.document.paper import Paper
from desktop_app.core.document.sections import sections
from desktop_app.core.errors import FileForbidden, FileMissing, FileRefused
from desktop_app.core.library.paper_marks import paper_marks, write_marks
from desktop_app.core.library.phrases import mine_phrases
from desktop_app.core.library.prepared import (
    PROPERTIES,
    Content,
    FileStamp,
    ParagraphRow,
    PhraseRow,
    Prepared,
    PreparedPaper,
    RemovedRow,
    SectionRow,
)
from desktop_app.core.library.search_terms import spaced
from desktop_app.core.reading.archive import archive_members, is_archive
from desktop_app.core.reading.file_bytes import read_file_bytes
from desktop_app.core.reading.paper import read_cleaned
from desktop_app.core.text.surrogates import without_surrogates

_SECTION_SEPARATOR = " › "


def prepare_here(paths: Iterable[Path]) -> Iterator[tuple[Path, Prepared]]:
    """Prepare files in this process, one after another."""
    for path in paths:
        yield path, prepare(path)


def prepare(path: Path) -> Prepared:
    """All that is to be stored of a file, or why it cannot be read. Nothing is raised for that."""
    try:
        stamp = file_stamp(path)
    except FileRefused as refused:
        return Prepared(None, b"", (Content("", refused),))
    try:
        data = read_file_bytes(path)
    except FileRefused as refused:
        return Prepared(stamp, b"", (Content("", refused),))
    return Prepared(stamp, bytes_hash(data), tuple(_contents(path, data)))


def refused(path: Path, reason: FileRefused) -> Prepared:
    """What there is to store of a file whose reading had to be broken off."""
    try:
        stamp = file_stamp(path)
    except FileRefused as missing:
        return Prepared(None, b"", (Content("", missing),))
    return Prepared(stamp, b"", (Content("", reason),))


def file_stamp(path: Path) -> FileStamp:
    """Size and time of a file.

    Raises:
        FileMissing: if nothing is there.
        FileForbidden: if the user may not look.
    """
    try:
        state = path.stat()
    except PermissionError as error:
        raise FileForbidden from error
    except (OSError, ValueError) as error:
        raise FileMissing from error
    return FileStamp(state.st_size, state.st_mtime_ns)


def bytes_hash(data: bytes) -> bytes:
    """What tells files with the same bytes: SHA-256."""
    return hashlib.sha256(data).digest()


def prepare_paper(paper: Paper, removed: Sequence[RemovedRow] = ()) -> PreparedPaper:
    """All that is to be stored of a paper."""
    paper = _storable(paper)
    said = paper.properties
    return PreparedPaper(
        name=_readable(paper.name),
        title=_readable(said.title),
        year=said.year,
        genre=said.genre,
        body=said.body,
        place=said.place,
        confidence={name: float(getattr(said.confidence, name)) for name in PROPERTIES},
        digest=paper_digest(paper),
        signature=write_marks(paper_marks([p.text for p in paper.paragraphs])),
        sections=tuple(_section_rows(paper)),
        paragraphs=tuple(
            ParagraphRow(p.role.value, p.run_in, p.text, spaced(p.text)) for p in paper.paragraphs
        ),
        phrases=tuple(
            PhraseRow(
                p.paragraph, p.span.start, p.span.end - p.span.start, p.function.value, p.worth
            )
            for p in mine_phrases(paper.paragraphs, said.title)
        ),
        removed=tuple(removed),
    )


def paper_digest(paper: Paper) -> bytes:
    """What tells papers with the same text: SHA-256 of their paragraphs."""
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _contents(path: Path, data: bytes) -> Iterator[Content]:
    """The paper of a file, or those of an archive."""
    if not is_archive(data):
        yield Content("", _outcome(data, path.name))
        return
    try:
        for name, member in archive_members(data):
            yield Content(name, _outcome(member, name))
    except FileRefused as refused:
        yield Content("", refused)


def _outcome(data: bytes | FileRefused, name: str) -> PreparedPaper | FileRefused:
    if isinstance(data, FileRefused):
        return data
    try:
        paper, removed = read_cleaned(data, name)
    except FileRefused as refused:
        return refused
    return prepare_paper(
        paper, [RemovedRow(line.before, line.text, line.reason) for line in removed]
    )


def _section_rows(paper: Paper) -> Iterator[SectionRow]:
    before, total = 0, max(1, paper.characters)
    for section in sections(paper.paragraphs):
        held = paper.paragraphs[section.start : section.end]
        path = _SECTION_SEPARATOR.join(section.path)
        yield SectionRow(section.level, section.heading, path, before / total, len(held))
        before += sum(len(paragraph.text) for paragraph in held)


def _storable(paper: Paper) -> Paper:
    """The paper without halves of characters, which broken files have and SQLite refuses."""
    try:
        "".join(paragraph.text for paragraph in paper.paragraphs).encode("utf-8")
    except UnicodeEncodeError:
        paragraphs = (replace(p, text=without_surrogates(p.text)) for p in paper.paragraphs)
        return replace(paper, paragraphs=tuple(paragraphs))
    return paper


def _readable(name: str) -> str:
    """A file's name as its writer saw it.

    Python holds bytes that are no UTF-8 as lone surrogates, which SQLite refuses. The names that
    come out of old archives have them: they are GB 18030.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        try:
            return name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
        except UnicodeEncodeError:
            return without_surrogates(name)
    return name
