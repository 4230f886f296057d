"""The journal: the draft as it stands, written every few seconds, read after a crash."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desktop_app.session.files import write_own_file

_VERSION = 1


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An unsaved draft.

    Attributes:
        text: the draft file's text.
        path: the file it belongs to; empty for a draft that was never saved.
        digest: of that file's bytes when the draft was opened or last saved.
        name: what the window called it.
        caret: the caret's place on the page, in UTF-16 code units as Qt counts them.
        written_at: time in ISO 8601 with the zone.
    """

    text: str
    path: str
    digest: str
    name: str
    caret: int
    written_at: str


class Journal:
    """One unsaved draft in a folder of the user's."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "journal.json"

    def write(self, entry: JournalEntry) -> None:
        """Put down the draft in place of the one before.

        Raises:
            FileNotWritten: with the reason.
        """
        data = json.dumps({"version": _VERSION, **asdict(entry)}, ensure_ascii=False)
        write_own_file(self._file, data.encode("utf-8", "surrogatepass"))

    def read(self) -> JournalEntry | None:
        """The draft that a crash left, if any. A journal that cannot be read is set aside."""
        try:
            saved = json.loads(self._file.read_bytes().decode("utf-8", "surrogatepass"))
            saved.pop("version")
            return _checked(JournalEntry(**saved))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            self._set_aside()
            return None

    def clear(self) -> None:
        """The draft is saved, or the writer does not want it."""
        self._file.unlink(missing_ok=True)

    def _set_aside(self) -> None:
        """Text may still be got out of it by hand."""
        with suppress(OSError):
            self._file.replace(self._file.with_suffix(".damaged"))


def _checked(entry: JournalEntry) -> JournalEntry:
    """The entry if its values are of their kinds.

    Raises:
        TypeError: if they are not.
    """
    for field in fields(JournalEntry):
        if type(getattr(entry, field.name)) is not field.type:
            raise TypeError(field.name)
    return entry
