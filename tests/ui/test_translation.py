"""The Chinese of the interface, held against the English in the code by Qt's own tools."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import PySide6
import pytest
from lxml import etree

import desktop_app
from desktop_app.session.places import resources

_PACKAGE = Path(desktop_app.__file__).parent
_TS = resources() / "i18n" / "bijia_zh_CN.ts"
_QM = _TS.with_suffix(".qm")
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Text:
    """A text of the interface; `state` is empty for a translation that is done."""

    context: str
    source: str
    translation: str
    state: str


def _tool(name: str) -> str:
    """One of Qt's tools, as PySide brings it along."""
    found = shutil.which(name, path=str(Path(PySide6.__file__).parent))
    if found is None:
        pytest.skip(f"this PySide6 has no {name}")
    return found


def _texts(path: Path) -> list[Text]:
    found = []
    for context in etree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            name, source = context.findtext("name", ""), message.findtext("source", "")
            state = translation.get("type", "")
            found.append(Text(name, source, translation.text or "", state))
    return found


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> list[Text]:
    """The texts of the code as it is now, with the translations that there are for them."""
    copy = tmp_path_factory.mktemp("i18n") / _TS.name
    shutil.copy(_TS, copy)
    code = sorted(str(path) for path in _PACKAGE.rglob("*.py"))
    options = ["-locations", "none"]
    subprocess.run(
        [_tool("lupdate"), *code, "-ts", str(copy), *options], check=True, capture_output=True
    )
    return _texts(copy)


def test_every_text_of_the_code_is_translated(updated: list[Text]) -> None:
    assert len(updated) > 100
    assert [text for text in updated if text.state == "unfinished"] == []
    assert [text for text in updated if not text.translation.strip()] == []


def test_nothing_is_translated_that_the_code_does_not_say(updated: list[Text]) -> None:
    assert [text for text in updated if text.state in ("vanished", "obsolete")] == []
    assert set(_texts(_TS)) == set(updated)


@pytest.mark.parametrize("text", _texts(_TS), ids=lambda text: f"{text.context}: {text.source}")
def test_a_translation_is_chinese_and_fills_in_the_same_things(text: Text) -> None:
    assert re.search(r"[\u4e00-\u9fff]", text.translation)
    filled_in = sorted(_PLACEHOLDER.findall(text.source))
    assert sorted(_PLACEHOLDER.findall(text.translation)) == filled_in


def test_the_compiled_translation_is_that_of_the_text(tmp_path: Path) -> None:
    made = tmp_path / _QM.name
    subprocess.run([_tool("lrelease"), str(_TS), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == _QM.read_bytes()
