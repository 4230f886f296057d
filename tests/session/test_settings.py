import dataclasses
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.errors import FileNotWritten
from desktop_app.session.settings import ZOOMS, Settings, read_settings, write_settings

_CHOSEN = Settings(
    language="en",
    theme="dark",
    zoom=125,
    recent=("/稿/讲话.md", "/稿/总结.md"),
    outline_shown=False,
    panel_shown=False,
    continuation=False,
    continuation_delay=600,
    unknown={"font": {"name": "宋体"}},
)


def _read(tmp_path: Path, **saved: Any) -> Settings:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 1, **saved}), encoding="utf-8")
    return read_settings(path)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config" / "bijia" / "settings.json"
    for settings in (_CHOSEN, Settings()):
        write_settings(path, settings)
        assert read_settings(path) == settings


def test_the_file_is_json_that_a_person_can_read(tmp_path: Path) -> None:
    write_settings(tmp_path / "settings.json", _CHOSEN)
    text = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert "/稿/讲话.md" in text
    assert json.loads(text) == {
        "version": 1,
        "language": "en",
        "theme": "dark",
        "zoom": 125,
        "recent": ["/稿/讲话.md", "/稿/总结.md"],
        "outline_shown": False,
        "panel_shown": False,
        "continuation": False,
        "continuation_delay": 600,
        "font": {"name": "宋体"},
    }


def test_without_a_file_everything_takes_its_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == Settings()
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 9999, b"\0" * 100]
)
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_settings(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", None),
        ("language", ["zh"]),
        ("theme", "blue"),
        ("theme", 1),
        ("continuation", 1),
        ("continuation_delay", 151),
        ("continuation_delay", 150.0),
        ("continuation_delay", True),
        ("continuation_delay", [150]),
        ("zoom", "125"),
        ("zoom", None),
        ("zoom", 125.0),
        ("zoom", True),
        ("recent", "讲话.md"),
        ("recent", [1, 2]),
        ("recent", {"a": "b"}),
        ("outline_shown", 0),
        ("outline_shown", "no"),
        ("panel_shown", None),
    ],
)
def test_a_value_that_makes_no_sense_takes_its_default_and_the_others_stay(
    tmp_path: Path, name: str, value: object
) -> None:
    good = {"language": "en", "theme": "dark", "zoom": 150, "panel_shown": False}
    expected = Settings(language="en", theme="dark", zoom=150, panel_shown=False)
    default = getattr(Settings(), name)
    assert _read(tmp_path, **good | {name: value}) == dataclasses.replace(
        expected, **{name: default}
    )


@pytest.mark.parametrize(
    ("saved", "shown"), [(5, 60), (-100, 60), (9999, 300), (10**30, 300), (104, 100), (120, 125)]
)
def test_the_zoom_is_one_of_those_that_there_are(tmp_path: Path, saved: int, shown: int) -> None:
    assert _read(tmp_path, zoom=saved).zoom == shown


def test_what_a_later_version_has_written_is_kept(tmp_path: Path) -> None:
    settings = _read(tmp_path, version=7, unknown={"x": 1}, ribbon=[1, 2])
    assert settings.unknown == {"unknown": {"x": 1}, "ribbon": [1, 2]}
    write_settings(tmp_path / "settings.json", settings)
    saved = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert saved["ribbon"] == [1, 2]
    assert saved["unknown"] == {"x": 1}
    assert saved["version"] == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_draft_whose_name_is_no_unicode_can_be_among_the_recent_ones(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("讲话.md".encode("gb18030"))
    write_settings(tmp_path / "settings.json", Settings().with_recent(path))
    assert read_settings(tmp_path / "settings.json").recent == (str(path),)


def test_a_draft_comes_to_the_head_of_the_recent_ones() -> None:
    settings = Settings()
    for name in ("甲", "乙", "甲"):
        settings = settings.with_recent(Path(name))
    assert settings.recent == ("甲", "乙")


def test_ten_drafts_are_remembered() -> None:
    settings = Settings()
    for n in range(12):
        settings = settings.with_recent(Path(str(n)))
    assert settings.recent == tuple(str(n) for n in range(11, 1, -1))


def test_a_draft_that_is_gone_can_be_forgotten() -> None:
    settings = Settings(recent=("甲", "乙", "丙"))
    assert settings.without_recent(Path("乙")).recent == ("甲", "丙")
    assert settings.without_recent(Path("丁")).recent == ("甲", "乙", "丙")


def test_the_zoom_goes_by_steps_and_has_its_ends() -> None:
    assert Settings(zoom=100).with_zoom_step(1).zoom == 110
    assert Settings(zoom=100).with_zoom_step(-1).zoom == 90
    assert Settings(zoom=100).with_zoom_step(99).zoom == ZOOMS[-1]
    assert Settings(zoom=100).with_zoom_step(-99).zoom == ZOOMS[0]
    assert Settings(zoom=104).with_zoom_step(1).zoom == 110


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "bijia" / "settings.json"
    write_settings(path, Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    with pytest.raises(FileNotWritten) as refusal:
        write_settings(tmp_path / "config" / "settings.json", Settings())
    assert "settings.json" in refusal.value.sentence("zh")
