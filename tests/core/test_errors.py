import errno
import importlib
import os
import pickle
import pkgutil
from collections.abc import Iterator
from string import Formatter

import pytest

import desktop_app.core
import desktop_app.session
from desktop_app.core.errors import (
    BijiaError,
    FileNotWritten,
    FileTooLarge,
    Reason,
    StyleUnknown,
    reason_of,
)


def _all_below(kind: type[BijiaError]) -> Iterator[type[BijiaError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_below(below)


def _errors() -> list[type[BijiaError]]:
    """Every error of the core and the session, wherever it is defined."""
    for package in (desktop_app.core, desktop_app.session):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return sorted(set(_all_below(BijiaError)), key=lambda error: error.__name__)


ERRORS = _errors()
TOLD = [error for error in ERRORS if not error.__subclasses__() or hasattr(error, "chinese")]


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_there_are_errors_to_look_at() -> None:
    names = {error.__name__ for error in TOLD}
    assert {"FileMissing", "LibraryDamaged", "QueryEmpty", "DraftChangedOnDisk"} <= names


@pytest.mark.parametrize("error", TOLD, ids=lambda error: error.__name__)
def test_every_error_has_a_sentence_in_both_languages(error: type[BijiaError]) -> None:
    assert error.chinese.endswith("。")
    assert error.chinese.count("。") == 1
    assert error.english.endswith(".")
    assert error.english[0].isupper() or error.english[0] in "“{"
    assert not any("\u4e00" <= character <= "\u9fff" for character in error.english)
    assert "\n" not in error.chinese + error.english


@pytest.mark.parametrize("error", TOLD, ids=lambda error: error.__name__)
def test_no_gap_is_left_in_a_sentence(error: type[BijiaError]) -> None:
    fields = dict.fromkeys(_gaps(error.english), "某")
    assert _gaps(error.chinese) == set(fields)
    told = error(**fields)
    for sentence in (told.sentence("zh"), told.sentence("en")):
        assert "{" not in sentence
        assert "}" not in sentence
        assert sentence.count("某") >= len(fields)


def test_a_sentence_that_lacks_what_fills_it_is_a_bug_that_shows_at_once() -> None:
    with pytest.raises(KeyError):
        StyleUnknown(name="没有")


def test_the_error_says_its_english_sentence_to_a_log() -> None:
    assert str(FileTooLarge(size=30, limit=20)) == (
        "The file has 30 MB, more than the 20 MB a paper may have; split it and import the parts."
    )


def test_a_reason_fills_each_sentence_in_its_language() -> None:
    error = FileNotWritten(name="稿.md", reason=Reason("磁盘已满", "the disk is full"))
    assert "“稿.md”（磁盘已满）" in error.sentence("zh")
    assert "“稿.md” was not saved (the disk is full)" in error.sentence("en")


def test_braces_in_a_name_are_left_alone() -> None:
    error = FileNotWritten(name="{市名}{0}", reason="没有权限")
    assert "“{市名}{0}”" in error.sentence("zh")


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (errno.EACCES, "没有权限", "no permission"),
        (errno.EPERM, "没有权限", "no permission"),
        (errno.EROFS, "磁盘是只读的", "the disk is read-only"),
        (errno.ENOSPC, "磁盘已满", "the disk is full"),
        (errno.ENOENT, "文件夹不存在", "the folder does not exist"),
        (errno.ENOTDIR, "路径中有一段不是文件夹", "part of the path is not a folder"),
        (errno.EISDIR, "那是一个文件夹", "it is a folder"),
        (errno.EEXIST, "那里已有一个同名的文件", "a file of that name is in the way"),
        (errno.ENAMETOOLONG, "文件名太长", "the name is too long"),
    ],
)
def test_common_causes_are_told_in_a_users_words(number: int, chinese: str, english: str) -> None:
    assert reason_of(OSError(number, os.strerror(number))) == (chinese, english)


def test_a_rare_cause_is_told_in_the_systems_words() -> None:
    told = os.strerror(errno.EIO)
    assert reason_of(OSError(errno.EIO, told)) == (told, told)
    assert reason_of(OSError("the cable is out")) == ("the cable is out", "the cable is out")


def test_an_error_survives_the_way_between_two_processes() -> None:
    error = FileTooLarge(size=200, limit=20)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 — our own
    assert (type(copy), copy.fields, str(copy)) == (FileTooLarge, error.fields, str(error))
