"""Judging papers that are new: spun ones are kept out of the suggestions."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path

import numpy as np

from desktop_app.core.library.catalogue import mark_spun
from desktop_app.core.library.collocations import Collocations, Tally, tally
from desktop_app.core.library.database import INDEX_FOLDER, Database
from desktop_app.core.library.indexing import COLLOCATIONS
from desktop_app.core.library.spun import FEWEST_PAPERS, SpunJudge
from desktop_app.core.text.words import Words

Texts = tuple[int, tuple[str, ...]]
"""A paper's id and paragraphs."""
TallyAll = Callable[[Iterable[Texts]], Iterable[tuple[int, Tally]]]

_SAMPLE = 300  # papers that show what is usual; more were measured to tell no better
_BESIDE = 400  # papers besides that are held in memory while the index is built
_READ = 8_000  # characters of a paper; a spun one shows itself in less
_GROWTH = 1.5  # when the library is so many times as large, what is usual is counted anew


@dataclass(frozen=True, slots=True)
class _Usage:
    """What is usual in a library: its collocations, the papers counted, and how many there were."""

    collocations: Collocations
    counted: frozenset[int]
    papers: int


def tally_here(words: Words, papers: Iterable[Texts]) -> Iterator[tuple[int, Tally]]:
    """Count the words of papers in this process, one after another."""
    for paper_id, texts in papers:
        yield paper_id, tally(map(words.known, texts))


def can_judge(database: Database) -> bool:
    """Whether there are papers to judge, and enough others to judge them by."""
    papers = _papers(database)
    return len(papers) >= FEWEST_PAPERS and any(papers.values())


def papers_to_count(database: Database) -> list[Texts]:
    """The papers that are counted while the index is built: where what is usual must be counted.

    First those of the sample that shows it, then others to be judged, as far as memory allows.
    """
    papers = _papers(database)
    if not can_judge(database):
        return []
    usage = _read_usage(database.folder / INDEX_FOLDER / COLLOCATIONS)
    if usage is not None and len(papers) <= _GROWTH * usage.papers:
        return []
    sample = _sample(papers)
    others = sorted({paper_id for paper_id, new in papers.items() if new} - set(sample))
    return list(_texts(database, [*sample, *others[:_BESIDE]]))


def judge_papers(database: Database, counted: Mapping[int, Tally], tally_all: TallyAll) -> None:
    """Judge the papers that have not been judged yet, if the library is large enough to tell.

    Args:
        database: of the library.
        counted: the words of the papers of `papers_to_count`.
        tally_all: counts the words of papers, in any order; those it leaves out are not judged.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    papers = _papers(database)
    unjudged = {paper_id for paper_id, new in papers.items() if new}
    path = database.folder / INDEX_FOLDER / COLLOCATIONS
    if counted:
        sample = {
            paper_id: counted[paper_id] for paper_id in _sample(papers) if paper_id in counted
        }
        usage = _Usage(Collocations.of(sample.values()), frozenset(sample), len(papers))
        _write_usage(path, usage)
    elif known := _read_usage(path):
        usage = known
    else:
        return
    rest = tally_all(_texts(database, sorted(unjudged - counted.keys())))
    judge, scores = SpunJudge(usage.collocations), {}
    for paper_id, tally_of in chain(counted.items(), rest):
        if paper_id in unjudged:
            scores[paper_id] = judge.score(tally_of, counted=paper_id in usage.counted)
    mark_spun(database, {paper_id: (score, score >= 1) for paper_id, score in scores.items()})


def _sample(papers: Mapping[int, bool]) -> list[int]:
    """Papers from all over the library."""
    return list(papers)[:: -(-len(papers) // _SAMPLE)]


def _papers(database: Database) -> dict[int, bool]:
    """The papers that stand for their families, and which of them have not been judged."""
    heads = "SELECT id, spun_score IS NULL FROM paper WHERE family IS NULL ORDER BY id"
    rows = database.connection.execute(heads).fetchall()
    return {paper_id: bool(new) for paper_id, new in rows}


def _texts(database: Database, paper_ids: Sequence[int]) -> Iterator[Texts]:
    """The beginnings of papers."""
    for paper_id in paper_ids:
        rows = database.connection.execute(
            "SELECT text FROM paragraph WHERE paper_id = ? ORDER BY id", (paper_id,)
        )
        texts, length = [], 0
        for (text,) in rows:
            texts.append(text)
            length += len(text)
            if length > _READ:
                break
        yield paper_id, tuple(texts)


def _write_usage(path: Path, usage: _Usage) -> None:
    held = {f.name: np.asarray(getattr(usage.collocations, f.name)) for f in fields(Collocations)}
    path.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = path.with_name("unfinished.npz")
    np.savez(
        unfinished,
        allow_pickle=False,
        counted=np.array(sorted(usage.counted)),
        library=np.array(usage.papers),
        **held,
    )
    unfinished.replace(path)


def _read_usage(path: Path) -> _Usage | None:
    """What was counted before; None where there is nothing that can be used."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as said:
            held = {f.name: said[f.name] for f in fields(Collocations)}
            held["papers"] = int(held["papers"])
            counted = frozenset(said["counted"].tolist())
            return _Usage(Collocations(**held), counted, int(said["library"]))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
