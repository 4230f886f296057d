import json
import os
from pathlib import Path

import pytest

from desktop_app.core.errors import LibraryReadOnly
from desktop_app.core.library.database import INDEX_FOLDER
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import LEARNED, LEARNED_FROM
from desktop_app.core.suggest.examples import Effort
from desktop_app.core.suggest.learning import start_weights
from desktop_app.session import learning
from desktop_app.session.learning import Learned, is_due, learn_from, newest_weights
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import LINHE_2025, QINGXI_2024, QINGXI_2025
from tests.session.conftest import import_into

SHIPPED = resources() / "suggest" / "continuation.json"
QUICK = Effort(stretches=2, share=0.5, seconds=20, afresh=True)


def index_in(folder: Path, papers: int) -> LibraryIndex:
    parts = [QINGXI_2024[3:], QINGXI_2025[3:], LINHE_2025[3:]]
    texts = [
        [line.removeprefix("# ") for line in parts[n % 3] + parts[n % 2]] for n in range(papers)
    ]
    (folder / INDEX_FOLDER).mkdir()
    return index_of(folder / "segment", [paper(n + 1, *text) for n, text in enumerate(texts)])


def poor_weights(folder: Path) -> Path:
    path = folder / "poor.json"
    start_weights().write(path)
    return path


def test_what_was_learned_is_used_from_then_on(tmp_path: Path) -> None:
    index = index_in(tmp_path, 12)
    shipped = poor_weights(tmp_path)
    assert not newest_weights(shipped, tmp_path).vote.outward.any()
    assert learn_from(index, shipped, tmp_path, QUICK) == Learned(12, kept=True)
    assert newest_weights(shipped, tmp_path).vote.outward.any()


def test_what_is_no_better_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "is_better", lambda *_: False)
    index = index_in(tmp_path, 12)
    assert learn_from(index, SHIPPED, tmp_path, QUICK) == Learned(12, kept=False)
    assert not (tmp_path / INDEX_FOLDER / LEARNED).exists()
    assert not is_due(12, tmp_path)


def test_a_few_papers_teach_nothing(tmp_path: Path) -> None:
    assert learn_from(index_in(tmp_path, 3), SHIPPED, tmp_path) == Learned(3, kept=False)
    assert learn_from(None, SHIPPED, tmp_path) == Learned(0, kept=False)
    assert list((tmp_path / INDEX_FOLDER).iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", '{"format": 1}'])
def test_weights_that_cannot_be_read_give_way_to_those_shipped(tmp_path: Path, text: str) -> None:
    (tmp_path / INDEX_FOLDER).mkdir()
    (tmp_path / INDEX_FOLDER / LEARNED).write_text(text)
    newest_weights(SHIPPED, tmp_path).write(tmp_path / "read.json")
    assert json.loads((tmp_path / "read.json").read_text()) == json.loads(SHIPPED.read_text())


@pytest.mark.parametrize(
    ("learned_from", "papers", "due"),
    [(None, 11, False), (None, 12, True), (20, 39, False), (20, 40, True), ("?", 12, True)],
)
def test_learning_is_due_when_the_library_has_doubled(
    tmp_path: Path, learned_from: object, papers: int, *, due: bool
) -> None:
    (tmp_path / INDEX_FOLDER).mkdir()
    if learned_from is not None:
        said = json.dumps({"papers": learned_from})
        (tmp_path / INDEX_FOLDER / LEARNED_FROM).write_text(said)
    assert is_due(papers, tmp_path) is due


def test_the_outcome_is_told_in_both_languages() -> None:
    assert Learned(30, kept=True).told() == {"papers": 30, "kept": True}
    assert "30 篇" in Learned(30, kept=False).sentence("zh")
    assert "30 papers" in Learned(30, kept=True).sentence("en")
    sentences = {Learned(30, kept=kept).sentence("en") for kept in (True, False)}
    assert len(sentences) == 2


def test_a_small_library_learns_nothing_and_still_answers(library: Library) -> None:
    assert library.suggestions.learn() == Learned(0, kept=False)
    assert library.suggestions.complete("推进", 3) == []


def test_what_was_learned_outlasts_later_imports(library: Library, tmp_path: Path) -> None:
    paper_file = tmp_path / "讲话.txt"
    paper_file.write_text("在动员会上的讲话\n同志们：\n要坚持问题导向，把好事办好。", "utf-8")
    import_into(library, resources() / "starter")
    kept = library.database.folder / INDEX_FOLDER / LEARNED
    start_weights().write(kept)
    os.utime(kept, (0, 0))
    import_into(library, paper_file)
    assert library.suggestions.complete("要坚持问题", 3)
    assert kept.exists()


def test_a_library_that_cannot_be_written_does_not_learn(
    library: Library, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert places.library.is_dir()
    monkeypatch.setattr(type(library.database), "read_only", True)
    with pytest.raises(LibraryReadOnly):
        library.suggestions.learn()


def test_a_running_library_takes_up_what_another_process_has_learned(library: Library) -> None:
    import_into(library, resources() / "starter")
    assert library.suggestions.complete("要坚持问题", 3)
    before = library.suggestions._suggesters
    start_weights().write(library.database.folder / INDEX_FOLDER / LEARNED)
    assert library.suggestions.complete("要坚持问题", 3)
    assert library.suggestions._suggesters is not before


def test_six_papers_are_too_few_to_learn_from(library: Library) -> None:
    import_into(library, resources() / "starter")
    assert not library.suggestions.may_learn()
