from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.catalogue import Catalogue
from tests.ui.library.papers import paper, said, said_in_full
from tests.ui.silent_engine import SilentEngine


def test_all_that_the_window_shows_is_asked_for(catalogue: Catalogue, engine: SilentEngine) -> None:
    catalogue.ask_all()
    assert [asked.fields for asked in engine.asked] == [
        {"verb": "papers"},
        {"verb": "failures"},
        {"verb": "folders"},
    ]
    assert len({asked.lane for asked in engine.asked}) == 3


def test_the_papers_are_listed(catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot) -> None:
    catalogue.ask_all()
    with qtbot.waitSignal(catalogue.listed) as listed:
        engine.answer("papers", papers=[said(2), said(1)])
    assert listed.args == [[paper(2), paper(1)]]


def test_failures_and_folders_are_told(
    catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot
) -> None:
    catalogue.ask_all()
    with qtbot.waitSignal(catalogue.failures_told) as failures:
        engine.answer("failures", failures=[{"path": "/甲", "reason": "空的。"}], skipped=4)
    assert failures.args == [[("/甲", "空的。")], 4]
    with qtbot.waitSignal(catalogue.folders_told) as folders:
        engine.answer("folders", folders=["/旧稿"])
    assert folders.args == [["/旧稿"]]


def test_only_the_paper_that_was_asked_for_last_is_told(
    catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot
) -> None:
    catalogue.ask_paper(1)
    catalogue.ask_paper(2)
    assert [asked.fields["id"] for asked in engine.asked] == [2]
    with qtbot.waitSignal(catalogue.opened) as opened:
        engine.answer("paper", **said_in_full(2))
    assert opened.args is not None
    assert opened.args[0].row == paper(2)


def test_a_paper_is_put_right(catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot) -> None:
    catalogue.edit(2, {"year": 1999, "body": ""})
    fields = {"verb": "edit_paper", "id": 2, "fields": {"year": 1999, "body": ""}}
    assert engine.last("edit_paper").fields == fields
    with qtbot.waitSignals([catalogue.changed, catalogue.touched]):
        engine.answer("edit_paper", paper=said(2, year=1999))


def test_papers_are_kept_out_and_let_in_again(
    catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot
) -> None:
    catalogue.exclude([2, 3], excluded=True)
    assert engine.last("exclude_papers").fields["excluded"] is True
    with qtbot.waitSignal(catalogue.changed) as changed:
        engine.answer("exclude_papers", papers=[said(2, state="excluded")])
    assert changed.args == [[paper(2, state="excluded")]]
    catalogue.exclude([2], excluded=False)
    assert engine.last("exclude_papers").fields["ids"] == [2]


def test_papers_are_removed(catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot) -> None:
    catalogue.remove([2, 3])
    assert engine.last("remove_papers").fields == {"verb": "remove_papers", "ids": [2, 3]}
    with qtbot.waitSignal(catalogue.removed) as removed, qtbot.waitSignal(catalogue.touched):
        engine.answer("remove_papers", removed=2)
    assert removed.args == [(2, 3)]


def test_folders_are_watched_and_left(
    catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot
) -> None:
    catalogue.watch("/旧稿", watched=False)
    assert engine.last("watch").fields == {"verb": "watch", "path": "/旧稿", "watched": False}
    with qtbot.waitSignal(catalogue.folders_told) as folders:
        engine.answer("watch", folders=[])
    assert folders.args == [[]]


@pytest.mark.parametrize(
    "do",
    [
        lambda catalogue: catalogue.edit(1, {"title": "甲"}),
        lambda catalogue: catalogue.exclude([1], excluded=True),
        lambda catalogue: catalogue.remove([1]),
        lambda catalogue: catalogue.watch("/旧稿", watched=True),
    ],
)
def test_no_change_is_overtaken_by_the_next(
    catalogue: Catalogue, engine: SilentEngine, do: Callable[[Catalogue], None]
) -> None:
    do(catalogue)
    do(catalogue)
    assert len({asked.lane for asked in engine.asked}) == 2


def test_what_cannot_be_done_is_told(
    catalogue: Catalogue, engine: SilentEngine, qtbot: QtBot
) -> None:
    catalogue.remove([1])
    with (
        qtbot.waitSignal(catalogue.refused) as refused,
        qtbot.assertNotEmitted(catalogue.touched),
    ):
        engine.refuse("remove_papers", "资料库是只读的。")
    assert refused.args == ["资料库是只读的。"]
