"""An archive of any size, composed of the sentences of real papers in a fixed random order."""

import random
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).parents[2].parent / "shared"
_SENTENCES = 12  # of a paragraph, at most
_NUMERALS = "一二三四五六七八九十"


def compose(folder: Path, papers: int, characters: int, seed: int = 1) -> list[Path]:
    """Write papers of about so many characters each as .txt files, fifty to a folder."""
    chance = random.Random(seed)
    headings, sentences = _material()
    paths = []
    for number in range(papers):
        path = folder / f"{number // 50:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_paper(chance, number, characters, headings, sentences), "utf-8")
        paths.append(path)
    return paths


def _paper(
    chance: random.Random, number: int, characters: int, headings: list[str], sentences: list[str]
) -> str:
    lines = [f"在第{number}次工作会议上的讲话", f"（{2010 + number % 16}年3月5日）", "同志们："]
    written, section = 0, 0
    while written < characters:
        if len(lines) % 6 == 3 and section < len(_NUMERALS):
            lines.append(f"{_NUMERALS[section]}、{chance.choice(headings)}")
            section += 1
        lines.append("".join(chance.choices(sentences, k=chance.randint(4, _SENTENCES))))
        written += len(lines[-1])
    return "\n".join(lines) + "\n"


def _material() -> tuple[list[str], list[str]]:
    """Headings and sentences of the corpus."""
    headings, sentences = [], []
    for line in _lines():
        if line[1:2] == "、" and line[0] in _NUMERALS and len(line) < 30:
            headings.append(line[2:])
        elif len(line) > 60:
            sentences += [part + "。" for part in line.split("。") if 12 <= len(part) <= 120]
    return headings, sentences


def _lines() -> Iterator[str]:
    for path in sorted((SHARED / "corpus").glob("[0-9]*/*.txt")):
        yield from path.read_text("utf-8").splitlines()
