"""Takes papers into a library, until suggestions use them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.core.library.database import refusing
from desktop_app.core.library.families import fold_families
from desktop_app.core.library.importing import (
    ImportReport,
    PrepareAll,
    Progress,
    Stage,
    import_files,
)
from desktop_app.core.library.indexing import is_current, refresh_index
from desktop_app.core.library.judging import (
    TallyAll,
    can_judge,
    judge_papers,
    papers_to_count,
    tally_here,
)
from desktop_app.core.library.near_families import near_families
from desktop_app.core.library.preparing import prepare_here
from desktop_app.core.library.store import Store
from desktop_app.core.text.words import Words
from desktop_app.session.library import Library

_FEW = 40  # papers; they are suggested from before it is known which of them are like others


def import_paths(
    library: Library,
    paths: Sequence[Path],
    report: ImportReport,
    cancelled: Callable[[], bool],
    prepare_all: PrepareAll = prepare_here,
    tally_all: TallyAll | None = None,
) -> Iterator[Progress]:
    """Import files and folders; suggestions use them when the iteration ends.

    Raises:
        LibraryUnusable: if the library cannot be written.
    """
    database = library.database
    with refusing():
        progress = None
        for progress in import_files(Store(database), paths, report, cancelled, prepare_all):
            yield progress
        if progress and not is_current(database):
            yield replace(progress, stage=Stage.INDEXING)
        if 0 < report.imported <= _FEW:
            refresh_index(database)
        fold_families(database, near_families(database.connection))
        with ThreadPoolExecutor(max_workers=1) as beside:
            tally_each = tally_all or partial(tally_here, Words())
            first = papers_to_count(database) if progress else []
            counting = beside.submit(lambda: dict(tally_each(first)))
            refresh_index(database)
            if progress and can_judge(database):
                yield replace(progress, stage=Stage.JUDGING)
                judge_papers(database, counting.result(), tally_each)
                refresh_index(database)
