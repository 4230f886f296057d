"""Which papers of the catalogue are wanted."""

from dataclasses import dataclass

from desktop_app.ui.library.paper_row import PaperRow, PaperState


@dataclass(frozen=True, slots=True)
class PaperFilter:
    """Words that must all occur in a paper's row, a genre, a state; None lets all through."""

    words: tuple[str, ...] = ()
    genre: str | None = None
    state: PaperState | None = None

    @classmethod
    def of(
        cls, typed: str, genre: str | None = None, state: PaperState | None = None
    ) -> "PaperFilter":
        """The filter for words as they are typed."""
        return cls(tuple(typed.casefold().split()), genre, state)

    def admits(self, row: PaperRow, text: str) -> bool:
        """Whether a paper is wanted; `text` is what `searched_text` says of it."""
        return (
            (self.genre is None or row.genre == self.genre)
            and (self.state is None or row.state is self.state)
            and all(word in text for word in self.words)
        )


def searched_text(row: PaperRow, state: str) -> str:
    """All that can be read in a paper's row, its state as it is called, and its file's name."""
    columns = (row.title, row.genre, row.body, row.place, row.name, state)
    return "\n".join((*columns, str(row.year or ""), str(row.characters))).casefold()
