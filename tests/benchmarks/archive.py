"""An archive of ten thousand papers: how long it takes, what it holds, and ten changes to it.

`python -m tests.benchmarks.archive [--papers N]` composes the papers of the sentences of
../shared/corpus (5,000 characters each), imports them with the command line, changes ten and
imports again. Prints JSON: seconds, memory over all processes in MB (Linux), and the size of the
library on disk as a multiple of the text in UTF-8.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.composed import compose
from tests.benchmarks.process_tree import run_watched

_CHARACTERS = 5_000
_CHANGED = 10


def main() -> None:
    """Compose, import, change, import again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, library = Path(folder, "papers"), Path(folder, "library")
        paths = compose(archive, asked.papers, _CHARACTERS)
        text = sum(path.stat().st_size for path in paths)
        command = [sys.executable, "-m", "desktop_app", "--library", str(library), "import"]
        first = run_watched([*command, "--json", str(archive)])
        size = sum(path.stat().st_size for path in library.rglob("*") if path.is_file())
        for path in paths[:: len(paths) // _CHANGED][:_CHANGED]:
            path.write_text(path.read_text("utf-8") + "会议强调，要抓好落实。\n", "utf-8")
        second = run_watched([*command, "--json", str(archive)])
        nothing = run_watched([*command, "--json", str(archive)])
    summary = json.loads(first.said)
    figures = {
        "papers": summary["documents"],
        "characters": summary["characters"],
        "first_seconds": round(first.seconds, 1),
        "first_memory_mb": round(first.memory / 1e6),
        "library_to_text": round(size / text, 2),
        "ten_changed_seconds": round(second.seconds, 2),
        "ten_changed": json.loads(second.said)["imported"],
        "nothing_changed_seconds": round(nothing.seconds, 2),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
