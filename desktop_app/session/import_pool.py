"""What an import has done apart, in the reading pool: papers prepared and words counted."""

from collections.abc import Generator, Iterable, Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

from desktop_app.core.errors import FileRefused
from desktop_app.core.library.collocations import Tally, tally
from desktop_app.core.library.judging import Texts
from desktop_app.core.library.prepared import Prepared
from desktop_app.core.library.preparing import prepare, refused
from desktop_app.core.text.words import Words
from desktop_app.session.reading_pool import read_apart

_FEW = 40  # papers; their words are counted before other processes are ready to


def prepare_apart(paths: Iterable[Path]) -> Generator[tuple[Path, Prepared], None, None]:
    """Prepare files for the library, as `read_apart` reads them."""
    for path, result in read_apart(prepare, paths):
        yield path, refused(path, result) if isinstance(result, FileRefused) else result


def tally_apart(papers: Iterable[Texts]) -> Iterator[tuple[int, Tally]]:
    """Count the words of papers, as `read_apart` reads files; of a few, in this process."""
    waiting = iter(papers)
    few = list(islice(waiting, _FEW))
    if len(few) < _FEW:
        yield from ((paper[0], _tally(paper)) for paper in few)
        return
    for (paper_id, _), result in read_apart(_tally, chain(few, waiting)):
        if not isinstance(result, FileRefused):
            yield paper_id, result


@cache
def _words() -> Words:
    return Words()


def _tally(paper: Texts) -> Tally:
    return tally(map(_words().known, paper[1]))
