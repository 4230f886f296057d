"""Import against its floor: reading the bytes and cutting the same text into words with jieba.

`python -m tests.benchmarks.throughput [--papers N]` takes papers of ../shared/corpus, as .txt and
as .docx made of them, and imports each set with the command line, three times in turn with the
floor on as many processes as there are cores. Prints JSON: the medians, papers and characters a
second, and the ratio of the two.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from docx import Document

from desktop_app.core.text.words import Words
from tests.benchmarks.composed import SHARED

_TURNS = 3


def main() -> None:
    """Measure both formats and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=563)
    asked = parser.parse_args()
    papers = sorted((SHARED / "corpus").glob("[0-9]*/*.txt"))[: asked.papers]
    with tempfile.TemporaryDirectory() as folder:
        for kind, make in (("txt", _as_text), ("docx", _as_word)):
            place = Path(folder, kind)
            place.mkdir()
            for number, paper in enumerate(papers):
                make(paper.read_text("utf-8"), place / f"{number:04} {paper.stem}.{kind}")
            _measure(kind, place, papers)


def _as_text(text: str, path: Path) -> None:
    path.write_text(text, "utf-8")


def _as_word(text: str, path: Path) -> None:
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def _measure(kind: str, files: Path, papers: Sequence[Path]) -> None:
    characters = sum(len(paper.read_text("utf-8")) for paper in papers)
    with multiprocessing.get_context("spawn").Pool() as pool:
        pool.map(_read_and_cut, papers[:4], 1)  # every process is up
        pairs = [(_import_time(files), _floor_time(pool.map, papers)) for _ in range(_TURNS)]
    imported = statistics.median(first for first, _ in pairs)
    floor = statistics.median(second for _, second in pairs)
    figures = {
        "format": kind,
        "cores": os.cpu_count(),
        "import_seconds": round(imported, 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(statistics.median(a / b for a, b in pairs), 2),
        "papers_a_second": round(len(papers) / imported, 1),
        "characters_a_second": round(characters / imported),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _import_time(files: Path) -> float:
    with tempfile.TemporaryDirectory() as library:
        command = [sys.executable, "-m", "desktop_app", "--library", library, "import", str(files)]
        begun = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        return time.monotonic() - begun


def _floor_time(spread: Callable[..., object], papers: Sequence[Path]) -> float:
    begun = time.monotonic()
    spread(_read_and_cut, papers, 1)
    return time.monotonic() - begun


@cache
def _words() -> Words:
    return Words()


def _read_and_cut(path: Path) -> int:
    return len(_words().cut(path.read_bytes().decode("utf-8")))


if __name__ == "__main__":
    main()
