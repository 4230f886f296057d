"""House styles as TOML files: reading them, and refusing what cannot be laid out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from desktop_app.core.errors import Reason, reason_of
from desktop_app.core.export.house_style import HouseStyle, Part, fonts_named
from desktop_app.core.export.style_table import HouseStyleUnreadable, Matching, StyleFile

_NOT_UTF8 = Reason("不是 UTF-8 编码", "it is not UTF-8")


@dataclass(frozen=True, slots=True)
class _Derived:
    """What a file that changes another one says first."""

    based_on: Annotated[str, Matching(r"[^/\\\x00-\x1f]+\.toml", "gongwen.toml")]


def read_house_style(path: Path) -> HouseStyle:
    """The house style that a TOML file describes.

    A file may name another one in its folder, `based_on = "gongwen.toml"`, and then gives only
    what differs from it: single settings take the place of the other's, fonts are added.

    Raises:
        HouseStyleUnusable: if the file cannot be read, a setting is missing, unknown or out of
            its limits, the type area is too small for the text, or a font is not described.
    """
    table = _load(path)
    file = StyleFile(path.name)
    if "based_on" in table:
        base = file.record(_Derived, {"based_on": table.pop("based_on")}).based_on
        table = _merged(_load(path.with_name(base)), table)
    style = file.record(HouseStyle, table)
    _check_room(style, file)
    _check_fonts(style, file)
    return style


def _load(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise HouseStyleUnreadable(name=path.name, detail=reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise HouseStyleUnreadable(name=path.name, detail=_NOT_UTF8) from error
    except tomllib.TOMLDecodeError as error:  # its text tells line and column
        raise HouseStyleUnreadable(name=path.name, detail=error) from error


def _merged(base: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    """The base with the changes in it: tables are merged, lists joined, all else replaced."""
    merged = dict(base)
    for key, change in changes.items():
        old = base.get(key)
        if isinstance(old, dict) and isinstance(change, dict):
            merged[key] = _merged(old, change)
        elif isinstance(old, list) and isinstance(change, list):
            merged[key] = old + change
        else:
            merged[key] = change
    return merged


def _check_room(style: HouseStyle, file: StyleFile) -> None:
    """A line must have room for ten characters, and a page for five lines."""
    page, body = style.page, style.texts[Part.BODY]
    rooms = (
        ("page.left_twips + page.right_twips", page.text_width_twips, 10 * body.character_twips),
        ("page.top_twips + page.bottom_twips", page.text_height_twips, 5 * style.lines.line_twips),
    )
    for key, room, needed in rooms:
        if room < needed:
            whole = page.width_twips if "left" in key else page.height_twips
            raise file.wrong(key, whole - room, f"≤ {max(0, whole - needed)}")


def _check_fonts(style: HouseStyle, file: StyleFile) -> None:
    described = {font.name for font in style.fonts}
    for name in fonts_named(style):
        if name not in described:
            raise file.wrong("fonts", " / ".join(sorted(described)), f'name = "{name}"')
