"""How long headings for a place in a draft take, in libraries of growing size, and what they are.

`python -m tests.benchmarks.headings [--show]` reads the reports of ../shared, multiplies them with
one character in twenty replaced, and prints for each size the first answer, the usual one and the
slowest of a hundred, for one draft and for drafts whose titles change; with --show the answers to
the contexts from the reports alone.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from desktop_app.core.document.sections import sections
from desktop_app.core.reading.paper import read_paper
from desktop_app.core.suggest.heading_sets import HeadingWorkshop, WorkshopPaper

_SHARED = Path(__file__).parents[2].parent / "shared"
_FOLDERS = ("04_gwr_province_2025", "06_gwr_city")
_TIMES, _QUESTIONS, _ALTERED = (1, 7, 70), 200, 0.05
_ANY = (0x4E00, 0x5600)  # characters that take the place of others
_WRITTEN = "各级各部门扎实推进各项工作，取得了新的成效。" * 3
_CONTEXTS = (
    ("2026年政府工作报告", ("一、2025年工作回顾", "（一）坚持稳中求进，经济运行总体平稳")),
    ("2026年政府工作报告", ("二、2025年工作回顾", "（五）民生福祉持续增进")),
    ("2026年政府工作报告", ("三、2026年重点工作", "（六）推动绿色转型")),
    ("2026年政府工作报告", ("三、2026年重点工作", "（二）聚力产业升级，构建现代化产业体系")),
    ("2026年政府工作报告", ("四、加强政府自身建设", "（一）坚持政治统领")),
    ("在全市经济工作会议上的讲话", ("一、提高认识，增强责任感",)),
    ("在全市经济工作会议上的讲话", ()),
    ("县优化营商环境实施方案", ("二、主要任务", "（一）优化审批流程")),
    ("2025年工作总结", ("一、主要工作", "（一）抓学习强素质")),
    ("在文化建设座谈会上的讲话", ("三、工作要求", "（三）在服务群众上下功夫")),
)
Headings = list[tuple[int, str, float]]


def main() -> None:
    """Print the table, or the answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    papers = list(_papers())
    if asked.show:
        _show(_workshop(papers))
        return
    _write(f"{'papers':>8}{'first':>9}{'usual':>8}{'slow':>8}   titles change: usual, slow   (ms)")
    for times in _TIMES:
        multiplied = [_altered(paper, copy) for copy in range(times) for paper in papers]
        _write(f"{len(multiplied):>8}{_figures(_workshop(multiplied))}")


def _papers() -> list[tuple[WorkshopPaper, Headings]]:
    paths = [path for name in _FOLDERS for path in sorted((_SHARED / "corpus" / name).glob("*"))]
    found = []
    for number, path in enumerate(paths):
        paper = read_paper(path)
        said = paper.properties
        headings = [(s.level, s.heading, 0.0) for s in sections(paper.paragraphs) if s.level]
        found.append((WorkshopPaper(number, said.title, path.stem, said.year), headings))
    return found


def _altered(paper: tuple[WorkshopPaper, Headings], copy: int) -> tuple[WorkshopPaper, Headings]:
    """The paper as another one; the first copy stays as it is."""
    known, headings = paper
    rng = random.Random(copy * 100_000 + known.paper_id)
    rate = _ALTERED if copy else 0.0

    def altered(words: str) -> str:
        return "".join(chr(rng.randrange(*_ANY)) if rng.random() < rate else c for c in words)

    number = copy * 100_000 + known.paper_id
    own = WorkshopPaper(number, known.title, known.name, known.year)
    return own, [(level, words[:3] + altered(words[3:]), place) for level, words, place in headings]


def _workshop(papers: Sequence[tuple[WorkshopPaper, Headings]]) -> HeadingWorkshop:
    held = {paper.paper_id: headings for paper, headings in papers}
    return HeadingWorkshop(
        [paper for paper, _ in papers], lambda numbers: {number: held[number] for number in numbers}
    )


def _figures(workshop: HeadingWorkshop) -> str:
    one = [(_CONTEXTS[0][0], headings) for _, headings in _CONTEXTS]
    first, *times = _times(workshop, one)
    usual, slow = _usual_and_slow(times)
    figures = f"{first:>9.1f}{usual:>8.1f}{slow:>8.1f}"
    usual, slow = _usual_and_slow(_times(workshop, _CONTEXTS))
    return f"{figures}{usual:>24.1f}{slow:>8.1f}"


def _usual_and_slow(times: Sequence[float]) -> tuple[float, float]:
    """The median, and what one answer in a hundred exceeds."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[-len(ordered) // 100]


def _times(workshop: HeadingWorkshop, contexts: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
    found = []
    for title, headings in islice(cycle(contexts), _QUESTIONS):
        start = time.perf_counter()
        workshop.suggest(title, headings, "\n".join([*headings, _WRITTEN]), 10)
        found.append(1000 * (time.perf_counter() - start))
    return found


def _show(workshop: HeadingWorkshop) -> None:
    for title, headings in _CONTEXTS:
        _write(f"\n{title} {' › '.join(headings)}")
        for found in workshop.suggest(title, headings, "\n".join([*headings, _WRITTEN]), 10):
            words = " | ".join(heading.words for heading in found.headings)
            _write(f"  [{found.pattern}] {found.level} ×{found.papers}: {words}")


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
