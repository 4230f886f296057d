from pathlib import Path

import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.document.structure import parse
from tests.core.document import labels
from tests.core.document.labels import SETS, Label, PaperChangedError, labelled_papers, scores

_LEAST = {
    Role.HEADING_1: 0.98,
    Role.HEADING_2: 0.98,
    Role.TITLE: 0.95,
    Role.SALUTATION: 0.95,
    Role.SIGNATURE: 0.95,
    Role.DATE: 0.95,
}


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_the_parser_gives_real_papers_their_roles(name: str, shared: Path) -> None:
    papers = list(labelled_papers(name, shared))
    found = scores((paper.labels, parse(paper.texts)) for paper in papers)
    for role, least in _LEAST.items():
        assert found[role].wanted > 10
        assert min(found[role].precision, found[role].recall) >= least, (role, found[role])


@pytest.mark.shared
def test_the_labelled_papers_come_from_every_folder(shared: Path) -> None:
    folders = {path.name for path in (shared / "corpus").glob("[0-9]*")}
    for name, least in zip(SETS, (30, 12), strict=True):
        papers = list(labelled_papers(name, shared))
        assert len(papers) >= least
        assert {paper.name.split("/")[1] for paper in papers} == folders


@pytest.mark.shared
def test_no_paper_is_in_both_sets(shared: Path) -> None:
    tuning, confirming = ({p.name for p in labelled_papers(name, shared)} for name in SETS)
    assert not tuning & confirming


def test_a_paper_that_has_changed_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "set.json").write_text(
        '[{"paper": "a.txt", "roles": "title body", "digests": "000000000000"}]', encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("通知\n正文。\n", encoding="utf-8")
    monkeypatch.setattr(labels, "_FOLDER", tmp_path)
    with pytest.raises(PaperChangedError):
        list(labelled_papers("set", tmp_path))


def test_precision_and_recall_are_counted_per_role() -> None:
    wanted = [Label(Role.TITLE), Label(Role.BODY), Label(Role.HEADING_1)]
    found = scores([(wanted, parse(["工作总结", "今年工作顺利。", "各项指标完成。"]))])
    assert (found[Role.BODY].precision, found[Role.BODY].recall) == (0.5, 1.0)
    assert (found[Role.HEADING_1].precision, found[Role.HEADING_1].recall) == (1.0, 0.0)
    assert found[Role.TITLE] == labels.Score(1, 1, 1)
