"""The user's settings: one dataclass, one JSON file."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.session.files import write_own_file

_VERSION = 1
_RECENT = 10
_CHOICES = {"language": ("auto", "zh", "en"), "theme": ("auto", "light", "dark")}
CONTINUATION_DELAYS = (100, 150, 300, 600, 1000)
ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    Attributes:
        language: "zh", "en", or "auto" for the system's.
        theme: "light", "dark", or "auto" for the system's.
        zoom: of the page, in per cent, one of ZOOMS.
        recent: drafts, the latest first.
        outline_shown, panel_shown: whether the side columns are open.
        continuation: whether grey text after the caret shows what may come next.
        continuation_delay: milliseconds of rest until it does, one of CONTINUATION_DELAYS.
        unknown: entries of the file that a later version may have written; they are kept.
    """

    language: str = "auto"
    theme: str = "auto"
    zoom: int = 100
    recent: tuple[str, ...] = ()
    outline_shown: bool = True
    panel_shown: bool = True
    continuation: bool = True
    continuation_delay: int = 150
    unknown: dict[str, Any] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Settings":
        """The settings with a draft at the head of the recent ones."""
        others = tuple(name for name in self.recent if name != str(path))
        return dataclasses.replace(self, recent=(str(path), *others)[:_RECENT])

    def without_recent(self, path: Path) -> "Settings":
        """The settings without a draft that is no longer there."""
        kept = tuple(name for name in self.recent if name != str(path))
        return dataclasses.replace(self, recent=kept)

    def with_zoom_step(self, steps: int) -> "Settings":
        """The settings with the zoom so many steps larger, or smaller if negative."""
        nearest = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.zoom))
        return dataclasses.replace(self, zoom=ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])


def read_settings(path: Path) -> Settings:
    """The settings of the file; what is missing or makes no sense takes its default."""
    try:
        saved = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(saved, dict):
        return Settings()
    defaults = Settings()
    known = {f.name for f in dataclasses.fields(Settings)} - {"unknown"}
    values: dict[str, Any] = {
        name: _fitting(name, saved[name], getattr(defaults, name)) for name in known & set(saved)
    }
    unknown = {name: value for name, value in saved.items() if name not in (*known, "version")}
    return Settings(**values, unknown=unknown).with_zoom_step(0)


def write_settings(path: Path, settings: Settings) -> None:
    """Save the settings, readable by their owner only.

    Raises:
        FileNotWritten: with the reason.
    """
    known = dataclasses.asdict(settings)
    unknown = known.pop("unknown")
    text = json.dumps({"version": _VERSION, **known, **unknown}, ensure_ascii=False, indent=1)
    write_own_file(path, text.encode("utf-8", "surrogatepass"))  # a path may be no Unicode


def _fitting(name: str, value: object, default: object) -> object:
    """The value if it is one of the choices or of the default's kind, else the default."""
    if name in _CHOICES:
        return value if value in _CHOICES[name] else default
    if name == "continuation_delay":
        return value if type(value) is int and value in CONTINUATION_DELAYS else default
    if isinstance(default, tuple):
        whole = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if whole and isinstance(value, list) else default
    return value if type(value) is type(default) else default
