"""The open draft: where it came from, and saving it without running over anybody's work."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.document.draft_file import DraftFile, read_draft, write_draft
from desktop_app.core.errors import BijiaError, FileRefused, FileUnsupported
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import read_file_bytes
from desktop_app.core.reading.sniffing import Format, sniff
from desktop_app.session.files import write_atomically


class DraftChangedOnDisk(BijiaError):
    """Another program has written the file since it was opened or saved. Field: name."""

    chinese = "“{name}”在磁盘上已被别的程序改动，请另存为一份，或确认覆盖。"
    english = "“{name}” was changed on disk by another program; save a copy or confirm overwriting."


class WordIsNoDraft(FileUnsupported):
    """A Word file, a PDF or a page where only a draft will do. Field: kind, its extension."""

    chinese = (
        "这是 {kind} 文件，这里要用草稿（.md 或 .txt），请先在笔架窗口里打开它，再保存为草稿。"
    )
    english = (
        "This is a {kind} file where a draft is needed; open it in Bijia's window and save it."
    )


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A draft as it was read.

    Attributes:
        file: its paragraphs and head.
        path: the Markdown file to save to; None for what was taken from another format, which is
            never written over.
        digest: of the bytes on disk, to notice a change by others; empty without a path.
        name: what to call it.
    """

    file: DraftFile
    path: Path | None
    digest: str
    name: str


def open_draft(path: Path) -> OpenedDraft:
    """Read a draft: Markdown to go on with, or plain text as the beginning of a new draft.

    Raises:
        FileRefused: with the reason. Other formats are refused too: reading them takes libraries
            that the window's process does not load.
    """
    data = read_file_bytes(path)
    kind = sniff(data, path.suffix)
    if kind not in (Format.MARKDOWN, Format.TEXT):
        raise WordIsNoDraft(kind=f".{kind.value}")
    own = kind is Format.MARKDOWN
    file = read_draft(decode(data))
    return OpenedDraft(file, path if own else None, digest_of(data) if own else "", path.stem)


def save_draft(path: Path, file: DraftFile, known_digest: str = "") -> str:
    """Write a draft file; the digest of what is now on disk.

    Args:
        path: the Markdown file.
        file: what to write.
        known_digest: of the bytes that the file is known to have; empty to write over anything.

    Raises:
        DraftChangedOnDisk: if the file has other bytes. A file that was deleted is written anew.
        FileNotWritten: with the reason; the old file is untouched.
    """
    if known_digest and disk_digest(path) not in ("", known_digest):
        raise DraftChangedOnDisk(name=path.name)
    data = write_draft(file).encode("utf-8", "replace")
    write_atomically(path, data)
    return digest_of(data)


def disk_digest(path: Path) -> str:
    """The digest of a file's bytes; empty if it cannot be read."""
    try:
        return digest_of(read_file_bytes(path))
    except FileRefused:
        return ""


def digest_of(data: bytes) -> str:
    """What tells whether two files have the same bytes."""
    return hashlib.sha256(data).hexdigest()
