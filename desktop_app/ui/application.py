"""Makes the application and its window, and runs them."""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import Language
from desktop_app.session.language import OVERRIDE, language_for
from desktop_app.session.places import Places, resources, user_places
from desktop_app.session.settings import read_settings
from desktop_app.ui.single_instance import claim
from desktop_app.ui.theme.fonts import interface_font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.main_window import MainWindow

_LOG_BYTES = 500_000
_log = logging.getLogger(__name__)


def run_window(arguments: Sequence[str]) -> int:
    """Open the window, or hand the draft to the one that is open; the exit status.

    Args:
        arguments: `--library DIR` and a draft, both as they like.
    """
    library, draft = _read_arguments(arguments)
    places = user_places(library)
    prepare_input_methods()
    application = QApplication([sys.argv[0]])
    lock = claim(places.state)
    if lock is None:
        from desktop_app.ui.doorkeeper import hand_over  # noqa: PLC0415 — see `_start`

        if hand_over(places.state, draft):
            return 0
        places = places.beside_another_window()
    window = make_window(application, places)
    window.show()
    # The window is painted first; the library's process would compete with it for the machine.
    QTimer.singleShot(0, application, lambda: _start(window, places, draft))
    return application.exec()


def _start(window: MainWindow, places: Places, draft: Path | None) -> None:
    """What can wait until the window is seen, Qt's network module among it."""
    gc.freeze()  # what is loaded stays
    gc.enable()
    from desktop_app.ui.doorkeeper import Doorkeeper  # noqa: PLC0415

    doorkeeper = Doorkeeper(places.state, window)
    doorkeeper.called.connect(window.come_forward)
    window.start(draft)


def make_window(application: QApplication, places: Places) -> MainWindow:
    """The window with all that it needs, not yet shown."""
    _log_to_file(places.state)
    settings = read_settings(places.settings)
    language = _language(settings.language)
    application.setApplicationName("bijia")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "bijia.svg")))
    application.setFont(interface_font())
    _translate(application, language)
    window = MainWindow(places, resources(), settings, Theme(application, settings.theme), language)
    sys.excepthook = _Rescue(window)
    return window


def prepare_input_methods() -> None:
    """Let users of fcitx type: Qt's wheels speak with it by way of ibus only.

    Qt tries the modules of the list in turn (since 6.7); under Wayland its own comes first.
    """
    module = os.environ.get("QT_IM_MODULE", "")
    if sys.platform != "linux" or "QT_IM_MODULES" in os.environ:
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_IM_MODULES"] = "wayland;fcitx;ibus"
    elif module.startswith("fcitx"):
        os.environ["QT_IM_MODULES"] = "fcitx;ibus"


class _Rescue:
    """What happens on a bug: it is logged, the draft is kept safe, the writer is told."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.critical("unexpected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self._window.rescue()


def _read_arguments(arguments: Sequence[str]) -> tuple[Path | None, Path | None]:
    """Library and draft; a second draft is left aside."""
    library = draft = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--library":
            library = Path(next(rest, ""))
        elif argument.startswith("--library="):
            library = Path(argument.removeprefix("--library="))
        elif draft is None and argument != "--":
            draft = Path(argument).resolve()
    return library, draft


def _language(chosen: str) -> Language:
    if chosen in ("zh", "en"):
        return "zh" if chosen == "zh" else "en"
    override = os.environ.get(OVERRIDE)
    return language_for(override or QLocale.system().name())


def _translate(application: QApplication, language: Language) -> None:
    """Load our translation, and Qt's own for its dialogs."""
    name = "zh_CN" if language == "zh" else "en"
    own = QTranslator(application)
    if own.load(f"bijia_{name}", str(resources() / "i18n")):
        application.installTranslator(own)
    qt = QTranslator(application)
    if qt.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)


def _log_to_file(folder: Path) -> None:
    """Warnings and worse, for whoever looks for a bug; the file stays on this computer."""
    file = folder / "bijia.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LOG_BYTES:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
