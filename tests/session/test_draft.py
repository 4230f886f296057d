from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from desktop_app.core.document.draft_file import read_draft
from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import FileMissing, FileNotWritten, FileRefused, FileUnsupported
from desktop_app.session.draft import (
    DraftChangedOnDisk,
    WordIsNoDraft,
    digest_of,
    disk_digest,
    open_draft,
    save_draft,
)
from tests.scenarios.bad_files import BAD_FILES

_DRAFT = "---\nstyle: speech\n---\n\n# 在会议上的讲话\n\n同志们：\n\n## 一、提高认识\n"


def _written(path: Path, text: str = _DRAFT) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_draft_is_opened_with_all_that_its_file_says(tmp_path: Path) -> None:
    path = _written(tmp_path / "讲话.md")
    opened = open_draft(path)
    assert opened.file.texts == ("在会议上的讲话", "同志们：", "一、提高认识")
    assert opened.file.hints == (Role.TITLE, None, Role.HEADING_1)
    assert opened.file.head == {"style": "speech"}
    assert (opened.path, opened.name) == (path, "讲话")
    assert opened.digest == digest_of(path.read_bytes()) == disk_digest(path)


def test_plain_text_begins_a_new_draft_and_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_bytes("在会议上的讲话\r\n同志们：\r\n".encode("gb18030"))
    opened = open_draft(path)
    assert opened.file.texts == ("在会议上的讲话", "同志们：")
    assert (opened.path, opened.digest, opened.name) == (None, "", "旧稿")


def test_a_word_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.docx"
    document = docx.Document()
    document.add_paragraph("同志们：")
    document.save(str(path))
    with pytest.raises(WordIsNoDraft) as refusal:
        open_draft(path)
    assert "另存为 .docx" not in refusal.value.sentence("zh")
    assert "保存为草稿" in refusal.value.sentence("zh")
    assert isinstance(refusal.value, FileUnsupported)
    assert refusal.value.fields["kind"] == ".docx"  # the window reads it elsewhere then


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_draft(tmp_path / "没有.md")


@pytest.mark.parametrize("name", [name for name in BAD_FILES if name != "空白.txt"])
def test_a_bad_file_is_refused_with_its_reason(tmp_path: Path, name: str) -> None:
    make: Callable[[Path], None]
    make, reason = BAD_FILES[name]
    make(tmp_path / name)
    with pytest.raises(FileRefused) as refusal:
        open_draft(tmp_path / name)
    assert reason in refusal.value.sentence("zh")


def test_a_draft_that_is_saved_is_the_same_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "讲话.md"
    file = read_draft(_DRAFT)
    digest = save_draft(path, file)
    assert path.read_text(encoding="utf-8") == _DRAFT
    assert digest == disk_digest(path)
    assert open_draft(path).file == file


def test_a_file_that_is_as_it_was_known_is_replaced(tmp_path: Path) -> None:
    path = _written(tmp_path / "讲话.md")
    known = open_draft(path).digest
    digest = save_draft(path, read_draft("# 改过的讲话\n"), known)
    assert path.read_text(encoding="utf-8") == "# 改过的讲话\n"
    assert digest != known
    save_draft(path, read_draft("# 又改过的讲话\n"), digest)
    assert path.read_text(encoding="utf-8") == "# 又改过的讲话\n"


def test_what_another_program_has_written_meanwhile_is_not_run_over(tmp_path: Path) -> None:
    path = _written(tmp_path / "讲话.md")
    known = open_draft(path).digest
    _written(path, "# 别人写的\n")
    with pytest.raises(DraftChangedOnDisk) as refusal:
        save_draft(path, read_draft("# 我写的\n"), known)
    assert "讲话.md" in refusal.value.sentence("zh")
    assert path.read_text(encoding="utf-8") == "# 别人写的\n"
    save_draft(path, read_draft("# 我写的\n"))
    assert path.read_text(encoding="utf-8") == "# 我写的\n"


def test_a_file_that_was_deleted_meanwhile_is_written_anew(tmp_path: Path) -> None:
    path = _written(tmp_path / "讲话.md")
    known = open_draft(path).digest
    path.unlink()
    save_draft(path, read_draft(_DRAFT), known)
    assert path.read_text(encoding="utf-8") == _DRAFT


def test_half_an_emoji_does_not_keep_a_draft_from_being_saved(tmp_path: Path) -> None:
    save_draft(tmp_path / "讲话.md", read_draft("同志们：\n\n好\ud83d的\n"))
    assert (tmp_path / "讲话.md").read_text(encoding="utf-8").endswith("\n\n好?的\n")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        save_draft(tmp_path / "没有" / "讲话.md", read_draft(_DRAFT))


def test_what_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    assert disk_digest(tmp_path / "没有.md") == ""
    assert disk_digest(tmp_path) == ""
    assert digest_of(b"") != ""
