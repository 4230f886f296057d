import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.document.sections import sections
from desktop_app.core.errors import FileDamaged, FileMissing, FileRefused, FileTooLarge, Reason
from desktop_app.core.library.phrases import mine_phrases
from desktop_app.core.library.prepared import FileStamp, Prepared, PreparedPaper
from desktop_app.core.library.preparing import (
    bytes_hash,
    paper_digest,
    prepare,
    prepare_here,
    prepare_paper,
    refused,
)
from tests.core.library.small_papers import FLOOD, LIBRARY, paper, write
from tests.scenarios.bad_files import BAD_FILES


def _only_paper(prepared: Prepared) -> PreparedPaper:
    ((member, outcome),) = prepared.contents
    assert member == ""
    assert isinstance(outcome, PreparedPaper)
    return outcome


def test_papers_with_the_same_paragraphs_have_the_same_digest() -> None:
    assert paper_digest(paper(*FLOOD, name="甲")) == paper_digest(paper(*FLOOD, name="乙"))
    assert paper_digest(paper("防汛", "备汛")) != paper_digest(paper("防汛备汛"))
    assert len(paper_digest(paper())) == 32


def test_a_file_is_prepared_with_its_stamp_and_hash(tmp_path: Path) -> None:
    path = write(tmp_path / "防汛.txt", *FLOOD)
    prepared = prepare(path)
    state = path.stat()
    assert prepared.stamp == FileStamp(state.st_size, state.st_mtime_ns)
    assert prepared.hash == bytes_hash(path.read_bytes())
    assert prepared.refusal is None
    held = _only_paper(prepared)
    assert (held.name, held.title, held.year, held.genre) == ("防汛", FLOOD[0], 2024, "通知")
    assert held.characters == sum(map(len, FLOOD))


def test_everything_of_a_paper_is_prepared_in_order() -> None:
    whole = paper(*FLOOD)
    held = prepare_paper(whole)
    assert [p.text for p in held.paragraphs] == list(FLOOD)
    assert held.paragraphs[0].tokens == "关 于 做 好 2024 年 防 汛 工 作 的 通 知"
    assert [s.heading for s in held.sections] == [s.heading for s in sections(whole.paragraphs)]
    assert sum(section.paragraphs for section in held.sections) == len(FLOOD)
    mined = list(mine_phrases(whole.paragraphs, FLOOD[0]))
    assert [(p.paragraph, p.worth) for p in held.phrases] == [(p.paragraph, p.worth) for p in mined]
    for phrase in held.phrases:
        text = held.paragraphs[phrase.paragraph].text
        assert text[phrase.start : phrase.start + phrase.length]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_prepared_as_its_refusal(tmp_path: Path, name: str) -> None:
    make: Callable[[Path], None]
    make, reason = BAD_FILES[name]
    make(tmp_path / name)
    prepared = prepare(tmp_path / name)
    assert prepared.refusal is not None
    assert reason in prepared.refusal.sentence("zh")
    assert prepared.stamp is not None


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    for prepared in (prepare(tmp_path / "没有"), refused(tmp_path / "没有", FileDamaged())):
        assert prepared.stamp is None
        assert isinstance(prepared.refusal, FileMissing)


def test_a_file_whose_reading_was_broken_off_is_refused_with_its_stamp(tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    prepared = refused(path, FileDamaged())
    assert prepared.stamp == prepare(path).stamp
    assert isinstance(prepared.refusal, FileDamaged)


def test_what_is_prepared_travels_between_processes(tmp_path: Path) -> None:
    good, empty = write(tmp_path / "甲.txt", *FLOOD), tmp_path / "空.txt"
    empty.touch()
    for path in (good, empty):
        prepared = prepare(path)
        sent = pickle.loads(pickle.dumps(prepared))  # noqa: S301 — its own bytes
        assert sent.stamp == prepared.stamp
        assert repr(sent) == repr(prepared)


@pytest.mark.parametrize(
    "error",
    [FileMissing(), FileTooLarge(size=200, limit=100), FileDamaged(why=Reason("因", "it"))],
)
def test_a_refusal_travels_with_its_fields(error: FileRefused) -> None:
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 — as above
    assert type(sent) is type(error)
    assert (sent.fields, sent.sentence("zh")) == (error.fields, error.sentence("zh"))


def test_files_are_prepared_in_the_order_asked_and_none_before_it_is_asked_for(
    tmp_path: Path,
) -> None:
    first, second = write(tmp_path / "甲.txt", *FLOOD), tmp_path / "乙.txt"
    results = prepare_here([first, second])
    assert next(results)[0] == first
    write(second, *LIBRARY)
    path, prepared = next(results)
    assert (path, _only_paper(prepared).title) == (second, LIBRARY[0])


def test_half_an_emoji_becomes_a_question_mark_in_its_place() -> None:
    broken = paper(FLOOD[0], "沙袋\ud83d要提前运到堤上，随时能用。")
    held = prepare_paper(broken)
    assert held.paragraphs[1].text == "沙袋?要提前运到堤上，随时能用。"
    odd = replace(broken, properties=replace(broken.properties, title="题\ud83d目"))
    assert prepare_paper(odd).title == "题?目"


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_name_of_an_old_archive_is_read_as_its_writer_saw_it() -> None:
    held = prepare_paper(
        paper("请抓好落实，不留死角。", name=os.fsdecode("报告".encode("gb18030")))
    )
    assert (held.name, held.title) == ("报告", "报告")
