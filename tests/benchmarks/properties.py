"""How many properties of real papers are inferred as the manifest of the corpus tells them.

`python -m tests.benchmarks.properties [--wrong] [--nameless]` prints per folder and property how
many were told, how many of these are right, and how right those of each confidence are. With
--nameless the files are called x, so that only the papers speak. Reads ../shared.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from desktop_app.core.document.properties import Properties, infer_properties
from desktop_app.core.document.structure import parse
from tests.core.document.manifest import NAMES, Listed, listed_papers

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_Key = tuple[str, str]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--nameless", action="store_true")
    asked = parser.parse_args()
    papers = list(listed_papers(_CORPUS))
    found = [(paper, _read(paper, nameless=asked.nameless)) for paper in papers]
    _by_folder(found)
    _by_confidence(found)
    if asked.wrong:
        _wrong(found)


def _read(paper: Listed, *, nameless: bool) -> Properties:
    path = _CORPUS / paper.path
    texts = path.read_text(encoding="utf-8").splitlines()
    return infer_properties(parse(texts), "x" if nameless else path.stem)


def _by_folder(found: list[tuple[Listed, Properties]]) -> None:
    wanted, told, right = Counter[_Key](), Counter[_Key](), Counter[_Key]()
    for paper, said in found:
        for name in paper.wanted:
            for folder in (paper.path.split("/")[0], "all"):
                wanted[folder, name] += 1
                told[folder, name] += _tells(paper, said, name)
                right[folder, name] += paper.right(name, said)
    _write("right / told / wanted")
    _write(f"{'':24}" + "".join(f"{name:>17}" for name in NAMES))
    for folder in sorted({folder for folder, _ in wanted}, key=lambda f: (f == "all", f)):
        cells = [
            f"{right[folder, name]}/{told[folder, name]}/{wanted[folder, name]}" for name in NAMES
        ]
        _write(f"{folder:24}" + "".join(f"{cell:>17}" for cell in cells))
    shares = [right["all", name] / told["all", name] for name in NAMES]
    _write(f"{'right of told':24}" + "".join(f"{share:>17.4f}" for share in shares) + "\n")


def _by_confidence(found: list[tuple[Listed, Properties]]) -> None:
    """How right the values of each confidence are."""
    told, right = Counter[tuple[str, float]](), Counter[tuple[str, float]]()
    for paper, said in found:
        for name in paper.wanted:
            key = (name, getattr(said.confidence, name))
            told[key] += 1
            right[key] += paper.right(name, said)
    for name, confidence in sorted(told):
        share = right[name, confidence] / told[name, confidence]
        _write(f"{name:8}{confidence:>6.2f}{told[name, confidence]:>6}{share:>8.3f}")


def _wrong(found: list[tuple[Listed, Properties]]) -> None:
    for paper, said in found:
        for name in paper.wanted:
            if not paper.right(name, said) and _tells(paper, said, name):
                _write(f"{paper.path} {name}: {getattr(said, name)}, is {paper.wanted[name]}")


def _tells(paper: Listed, said: Properties, name: str) -> bool:
    """Whether a value was inferred; no place where none is wanted counts as told."""
    return bool(getattr(said, name)) or paper.right(name, said)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
