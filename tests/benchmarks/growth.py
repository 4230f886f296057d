"""How answers grow with the library: a hundred, a thousand and ten thousand papers in one run.

`python -m tests.benchmarks.growth [--papers N …]` composes archives of the sentences of
../shared/corpus (5,000 characters a paper), imports each with the command line, and asks as a
writer does who types real papers into one draft after another. Prints a line of JSON for each size:
the first answer after a cold start (on Linux with none of the library in the file cache),
milliseconds of the answers at the 50th and 99th percentile, the memory of the answering process
without the pages that are mapped from files, bytes of the index for each character, and how long it
takes until one more paper is in the suggestions.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.composed import SHARED, compose
from tests.benchmarks.engine import Engine

_SIZES = (100, 1_000, 10_000)
_CHARACTERS = 5_000
_PLACES, _KEYS = 3, 200  # of each paper that is written, and keys typed at each place
_MILLION = 1 << 20
_MOMENT = 0.02  # seconds between two looks for a new paper
_NEWS = "本次会议新设立了笔架测试专班，由专班逐月调度进展情况，确保事项如期办结。"


def main() -> None:
    """Compose, import and ask, one size after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, nargs="+", default=_SIZES)
    for papers in parser.parse_args().papers:
        with tempfile.TemporaryDirectory() as folder:
            archive, library = Path(folder, "papers"), Path(folder, "library")
            compose(archive, papers, _CHARACTERS)
            _import(library, archive)
            figures = {"papers": papers, **measured(library)}
        sys.stdout.write(json.dumps(figures) + "\n")


def measured(library: Path) -> dict[str, float]:
    """The figures of one library; one more paper is added to it."""
    _forget(library)
    drafts = _drafts()
    begun = time.monotonic()
    with Engine(library) as engine:
        engine.ask("suggest", _place(drafts[0], 900))
        first = time.monotonic() - begun
        spent: dict[str, list[float]] = {verb: [] for verb in ("complete", "suggest", "outline")}
        for verb, question in _questions(drafts):
            before = time.perf_counter()
            engine.ask(verb, question)
            spent[verb].append(time.perf_counter() - before)
        held = engine.own_memory()
        later = _seconds_until_offered(engine, library)
    quantiles = {
        f"{verb}_{name}_ms": round(1000 * _quantile(seconds, share), 1)
        for verb, seconds in spent.items()
        for name, share in (("p50", 0.5), ("p99", 0.99))
    }
    index = sum(p.stat().st_size for p in (library / "index").rglob("*") if p.is_file())
    return {
        "first_answer_s": round(first, 2),
        **quantiles,
        "own_memory_MB": round(held / _MILLION),
        "index_bytes_a_character": round(index / _characters(library), 2),
        "new_paper_offered_s": round(later, 2),
    }


def _seconds_until_offered(engine: Engine, library: Path) -> float:
    """From the start of an import of one paper until its wording is suggested."""
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder, "新文.txt")
        paper.write_text(f"关于测试专班的通知\n{_NEWS}\n", "utf-8")
        begun = time.monotonic()
        question = {"title": "", "headings": [], "before": _NEWS[:14], "limit": 10}
        with subprocess.Popen(_import_command(library, paper), stdout=subprocess.DEVNULL):
            while not any(
                _NEWS[16:34] in p["text"] for p in engine.ask("suggest", question)["phrases"]
            ):
                if time.monotonic() - begun > 60:
                    raise RuntimeError("the new paper is not suggested")
                time.sleep(_MOMENT)
            return time.monotonic() - begun


def _questions(drafts: Sequence[str]) -> Iterator[tuple[str, dict[str, object]]]:
    for draft in drafts:
        for place in range(1, _PLACES + 1):
            start = len(draft) * place // (_PLACES + 1)
            for key in range(_KEYS):
                yield "complete", _place(draft, start + key)
            yield "suggest", _place(draft, start)
        yield "outline", {"title": draft.partition("\n")[0], "limit": 5}


def _place(draft: str, end: int) -> dict[str, object]:
    return {"title": draft.partition("\n")[0], "headings": [], "before": draft[:end], "limit": 5}


def _drafts() -> list[str]:
    paths = sorted((SHARED / "corpus").glob("05*/*.txt"))
    return [path.read_text("utf-8") for path in paths]


def _import(library: Path, path: Path) -> None:
    subprocess.run(_import_command(library, path), check=True, capture_output=True)


def _import_command(library: Path, path: Path) -> list[str]:
    return [sys.executable, "-m", "desktop_app", "--library", str(library), "import", str(path)]


def _characters(library: Path) -> int:
    command = [sys.executable, "-m", "desktop_app", "--library", str(library), "stats", "--json"]
    said = subprocess.run(command, check=True, capture_output=True).stdout
    return int(json.loads(said)["characters"])


def _forget(library: Path) -> None:
    """Take the library's files out of the file cache, where that can be asked for."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in library.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _quantile(seconds: Sequence[float], share: float) -> float:
    return sorted(seconds)[int(share * (len(seconds) - 1))]


if __name__ == "__main__":
    main()
