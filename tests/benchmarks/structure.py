"""How many roles of real papers the parser gets right, role by role.

`python -m tests.benchmarks.structure [--wrong]` prints precision and recall on both labelled sets
(tests/core/document/labels), and with --wrong every paragraph that was judged otherwise. Reads
../shared.
"""

import argparse
import sys
from pathlib import Path

from desktop_app.core.document.paragraph import HEADINGS
from desktop_app.core.document.structure import parse
from tests.core.document.labels import SETS, LabelledPaper, labelled_papers, scores

_SHARED = Path(__file__).parents[2].parent / "shared"
_SHOWN = 40  # characters of a paragraph that was judged otherwise


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--set", choices=SETS, action="append")
    asked = parser.parse_args()
    for name in asked.set or SETS:
        papers = list(labelled_papers(name, _SHARED))
        _write(f"{name}: {len(papers)} papers, {sum(len(p.texts) for p in papers)} paragraphs")
        _table(papers)
        if asked.wrong:
            _wrong(papers)


def _table(papers: list[LabelledPaper]) -> None:
    parsed = [(paper.labels, parse(paper.texts)) for paper in papers]
    _write(f"{'role':12}{'wanted':>8}{'given':>8}{'precision':>11}{'recall':>9}")
    for role, score in scores(parsed).items():
        figures = f"{score.precision:>11.4f}{score.recall:>9.4f}"
        _write(f"{role:12}{score.wanted:>8}{score.given:>8}{figures}")
    pairs = [pair for labels, found in parsed for pair in zip(labels, found, strict=True)]
    same = [(a, b) for a, b in pairs if a.role is b.role and a.role in HEADINGS]
    ends = sum(a.run_in == b.run_in for a, b in same)
    _write(f"headings that end where they should: {ends} of {len(same)}\n")


def _wrong(papers: list[LabelledPaper]) -> None:
    for paper in papers:
        for n, (label, found) in enumerate(zip(paper.labels, parse(paper.texts), strict=True)):
            if (label.role, label.run_in) != (found.role, found.run_in):
                judged = f"{found.role}:{found.run_in}, is {label.role}:{label.run_in}"
                _write(f"{paper.name} {n} {judged} {found.text[:_SHOWN]}")


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
