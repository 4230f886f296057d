import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal
from desktop_app.session.places import Places
from desktop_app.session.settings import Settings, write_settings
from desktop_app.ui.application import (
    _log_to_file,
    _read_arguments,
    _Rescue,
    make_window,
    prepare_input_methods,
)
from desktop_app.ui.single_instance import claim
from desktop_app.ui.window.main_window import MainWindow
from tests.windows import WindowOpener

_LOCALE = ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "BIJIA_LANGUAGE")


# Input methods


@pytest.fixture
def no_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing of input methods, put back after the test."""
    for name in ("QT_IM_MODULES", "QT_IM_MODULE", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("no_modules")
@pytest.mark.parametrize(
    ("environment", "modules"),
    [
        ({}, None),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx;ibus"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland;fcitx;ibus"),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_IM_MODULE": "fcitx"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "xim"}, "xim"),
    ],
)
def test_users_of_fcitx_are_led_over_ibus(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], modules: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    prepare_input_methods()
    assert os.environ.get("QT_IM_MODULES") == modules


@pytest.mark.usefixtures("no_modules")
def test_other_systems_need_no_such_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    prepare_input_methods()
    assert "QT_IM_MODULES" not in os.environ


# Arguments


@pytest.mark.parametrize(
    ("arguments", "library", "draft"),
    [
        ([], None, None),
        (["讲话.md"], None, "讲话.md"),
        (["--library", "库", "讲话.md"], "库", "讲话.md"),
        (["讲话.md", "--library=库"], "库", "讲话.md"),
        (["--", "讲话.md"], None, "讲话.md"),
        (["第一份.md", "第二份.md"], None, "第一份.md"),
    ],
)
def test_library_and_draft_may_be_named(
    arguments: list[str], library: str | None, draft: str | None
) -> None:
    wanted = Path(library) if library else None, Path(draft).resolve() if draft else None
    assert _read_arguments(arguments) == wanted


# Languages


def _language_under(**environment: str) -> str:
    """The language that a fresh start chooses."""
    kept = {name: value for name, value in os.environ.items() if name not in _LOCALE}
    script = "from desktop_app.ui.application import _language; print(_language('auto'))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems ask no variables")
@pytest.mark.parametrize(
    ("locale", "language"),
    [("C", "zh"), ("C.UTF-8", "zh"), ("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("en_US.UTF-8", "en")],
)
def test_the_language_is_that_of_the_session(locale: str, language: str) -> None:
    assert _language_under(LANG=locale) == language


def test_a_variable_of_the_programs_own_goes_before_the_session() -> None:
    assert _language_under(LANG="zh_CN.UTF-8", BIJIA_LANGUAGE="en") == "en"


def _texts(window: MainWindow) -> list[str]:
    return [window.windowTitle(), window.parts.actions.save.text()]


def test_the_window_speaks_chinese_and_so_do_qts_dialogs(
    empty_places: Places, open_window: WindowOpener
) -> None:
    assert _texts(open_window.at_rest(empty_places)) == ["未命名[*] — 笔架", "保存"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_the_window_speaks_english(
    empty_places: Places, open_window: WindowOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIJIA_LANGUAGE", "en")
    assert _texts(open_window.at_rest(empty_places)) == ["Untitled[*] — Bijia", "Save"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_that_was_chosen_goes_before_everything(
    empty_places: Places, open_window: WindowOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(empty_places.settings, Settings(language="zh"))
    monkeypatch.setenv("BIJIA_LANGUAGE", "en")
    assert _texts(open_window.at_rest(empty_places))[1] == "保存"


# The window


def test_the_window_has_what_was_chosen(
    empty_places: Places, open_window: WindowOpener, qapp: QApplication
) -> None:
    chosen = Settings(theme="dark", zoom=150, recent=("/讲话.md",), panel_shown=False)
    write_settings(empty_places.settings, chosen)
    window = open_window.at_rest(empty_places)
    assert window.parts.preferences.look.zoom == 150
    assert qapp.palette().window().color().lightness() < 80
    assert not window.parts.panel.isVisible()
    assert [action.data() for action in window.parts.toolbar._recent.actions()] == ["/讲话.md"]


def test_the_application_has_a_name_a_picture_and_a_font(
    empty_places: Places, open_window: WindowOpener, qapp: QApplication
) -> None:
    open_window.at_rest(empty_places)
    assert qapp.applicationName() == "bijia"
    assert not qapp.windowIcon().isNull()
    assert "Noto Sans CJK SC" in qapp.font().families()


# Bugs


@pytest.fixture
def rescued(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[MainWindow]:
    """A window that is told of errors in the way of the program."""
    monkeypatch.setattr(sys, "excepthook", _Rescue(window))
    yield window
    assert "a bug of the test" in capsys.readouterr().err


def _fail() -> None:
    raise ValueError("a bug of the test")


def test_on_a_bug_the_draft_is_put_down_and_the_writer_is_told(
    rescued: MainWindow, empty_places: Places, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    rescued.parts.editor.insert_text("写到一半")
    QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: rescued.parts.message.text.startswith("程序内部出错"))
    qtbot.waitUntil(lambda: Journal(empty_places.state).read() is not None)
    entry = Journal(empty_places.state).read()
    assert entry is not None
    assert "写到一半" in entry.text
    assert "a bug of the test" in caplog.text


def test_after_a_bug_one_can_write_on(rescued: MainWindow, qtbot: QtBot) -> None:
    QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: bool(rescued.parts.message.text))
    rescued.parts.editor.insert_text("接着写")
    assert rescued.parts.editor.toPlainText() == "接着写"


def test_every_window_is_rescued(
    empty_places: Places, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    qtbot.addWidget(make_window(qapp, empty_places))
    assert isinstance(sys.excepthook, _Rescue)


# The log


@pytest.fixture
def root_log() -> Iterator[logging.Logger]:
    """The log of everything; files that a test adds are taken away again."""
    log = logging.getLogger()
    before = list(log.handlers)
    yield log
    for handler in [handler for handler in log.handlers if handler not in before]:
        log.removeHandler(handler)
        handler.close()


def test_warnings_are_written_to_a_file_on_this_computer(
    root_log: logging.Logger, tmp_path: Path
) -> None:
    _log_to_file(tmp_path / "state")
    root_log.warning("小心")
    logged = (tmp_path / "state" / "bijia.log").read_text(encoding="utf-8")
    assert logged.endswith("WARNING root: 小心\n")


@pytest.mark.usefixtures("root_log")
def test_a_log_that_has_grown_large_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "bijia.log").write_text("很旧" * 200_000, encoding="utf-8")
    _log_to_file(tmp_path)
    assert not (tmp_path / "bijia.log").exists()
    assert (tmp_path / "bijia.old.log").stat().st_size > 500_000


def test_a_place_that_cannot_be_written_has_no_log(
    root_log: logging.Logger, tmp_path: Path
) -> None:
    before = list(root_log.handlers)
    (tmp_path / "state").write_text("a file stands in the way", encoding="utf-8")
    _log_to_file(tmp_path / "state")
    assert root_log.handlers == before


# Starting beside a window that does not answer

_SECOND_START = """
import gc
import sys
from desktop_app.ui import application
from desktop_app.ui.window.main_window import MainWindow

def tell_and_close(window, draft):
    print(window._journal._file.parent)
    assert gc.isenabled()
    window.close()

MainWindow.start = tell_and_close
gc.disable()  # as main does
sys.exit(application.run_window(["--library", sys.argv[1]]))
"""


def test_beside_a_window_that_does_not_answer_another_opens_with_a_journal_of_its_own(
    empty_places: Places,
) -> None:
    lock = claim(empty_places.state)
    done = subprocess.run(
        [sys.executable, "-c", _SECOND_START, str(empty_places.library)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    state = Path(done.stdout.strip())
    assert state.parent == empty_places.state.parent
    assert state.name.startswith(f"{empty_places.state.name}-")
    assert lock is not None
