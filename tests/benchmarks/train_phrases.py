"""Learns the shipped chances of wording, `resources/suggest/phrases.json`, from nothing.

`python -m tests.benchmarks.train_phrases [--out FILE]` takes papers of ../shared in turns as if
they were still to be written: reports with all others as the library, policies with other
policies and reports, and national reports with those of earlier years, so that it is learned what
stays from one year to the next. Chance is seeded. About two minutes of one core.

What is new to the draft and no formula counts fully if it comes true, other wording less.
Papers that `tests.benchmarks.phrases` writes are not used.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import open_index
from desktop_app.core.suggest.gram_features import GRAM_FEATURES, describe_grams
from desktop_app.core.suggest.gram_votes import GRAM
from desktop_app.core.suggest.lessons import fit_nodes
from desktop_app.core.suggest.passages import PassageSuggester
from desktop_app.core.text.units import encode_units, gram_hashes
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import resources, user_places
from tests.benchmarks.composed import SHARED
from tests.benchmarks.phrases import Place, places_in

_REPORTS = ("04_gwr_province_2025", "06_gwr_city")
_POLICIES = ("07_state_council_docs", "08_ministry_policies", "09_shandong_policies")
_LOCAL, _NATIONAL = "10_local_policies", "01_gwr_national"
_NEWEST_NATIONAL = 14
_KEPT_APART = 9  # every ninth policy
_UNUSED = 40  # of the grams that do not come true, one in so many is enough
_FORMULA, _WRITTEN = 0.5, 0.8  # what such wording is worth
_SEED = 5

Floats = NDArray[np.float32]


class Lesson(NamedTuple):
    """Papers to write, one place in so many, and what is the library then."""

    held: Sequence[Path]
    written: Sequence[Path]
    every: int
    earlier: bool = False  # whether only papers of earlier years are in the library


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=resources() / "suggest" / "phrases.json")
    asked = parser.parse_args()
    examples = [example for lesson in _lessons() for example in _examples(lesson)]
    features, worth = (np.concatenate(column) for column in zip(*examples, strict=True))
    rating = fit_nodes(features, worth, None, _SEED)
    # As many as come true were learned from, but fewer of the others.
    rating = replace(rating, constant=rating.constant - np.float32(np.log(_UNUSED)))
    asked.out.write_text(json.dumps(rating.told(GRAM_FEATURES), indent=1) + "\n", "utf-8")
    sys.stdout.write(f"{len(worth)} grams, {worth.mean():.3f} come true\n")


def _lessons() -> Iterator[Lesson]:
    provinces, cities = (_papers(name) for name in _REPORTS)
    reports = [*provinces, *cities]
    yield Lesson(reports, [*provinces, *cities[::3]], every=2)
    policies = [*(path for name in _POLICIES for path in _papers(name)), *_papers(_LOCAL)]
    learned_from = [path for number, path in enumerate(policies) if number % _KEPT_APART]
    yield Lesson([*policies, *reports], learned_from, every=3)
    national = _papers(_NATIONAL)
    yield Lesson([*national, *reports], national[-_NEWEST_NATIONAL:], every=2, earlier=True)


def _papers(folder: str) -> list[Path]:
    return sorted((SHARED / "corpus" / folder).glob("*.txt"))


def _examples(lesson: Lesson) -> Iterator[tuple[Floats, Floats]]:
    """For each place the features of grams, and what these were worth when it was written."""
    chance = np.random.default_rng(_SEED)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(user_places(Path(folder)), resources())
        for _ in import_paths(library, lesson.held, ImportReport(), lambda: False):
            pass
        index = open_index(library.database)
        if index is None:
            sys.exit("there is nothing to learn from")
        read = library.database.connection.execute
        ids = {Path(name).stem: number for name, number in read("SELECT name, id FROM paper")}
        for path in lesson.written:
            rest = _without(index, ids.get(path.stem, -1), earlier=lesson.earlier)
            for place in list(places_in(path))[:: lesson.every]:
                yield from _examples_at(PassageSuggester(rest), place, chance)
        library.close()


def _without(index: LibraryIndex, paper_id: int, *, earlier: bool) -> LibraryIndex:
    """The library before a paper was written."""
    own = index.places.paper_id == paper_id
    hidden = index.hidden | own
    if earlier and own.any():
        hidden |= index.places.paper_year >= index.places.paper_year[own].min()
    years = np.where(hidden, 0, index.places.paper_year)
    return replace(index, hidden=hidden, places=replace(index.places, paper_year=years))


def _examples_at(
    suggester: PassageSuggester, place: Place, chance: np.random.Generator
) -> Iterator[tuple[Floats, Floats]]:
    caret, ahead = place
    scene = suggester.scene(caret)
    if scene is None:
        return
    described = describe_grams(scene)
    true = np.isin(described.grams, gram_hashes(encode_units(ahead), GRAM)) & ~described.broken
    formula, written = (described.features[:, _number(name)] for name in ("formula", "written"))
    worth = true * np.where(formula, _FORMULA, 1) * np.where(written, _WRITTEN, 1)
    kept = true | (~described.broken & (chance.random(len(true)) < 1 / _UNUSED))
    yield described.features[kept], worth[kept].astype(np.float32)


def _number(name: str) -> int:
    return GRAM_FEATURES.index(name)


if __name__ == "__main__":
    main()
