from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.draft_file import DraftFile, read_draft, write_draft
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.document.structure import parse
from tests.core.document.papers import PAPERS, Lines

MARKED = (Role.TITLE, *HEADINGS)
UNMARKED = [role for role in Role if role not in MARKED]
FRAGMENTS = [text for lines in PAPERS.values() for _, text in lines]
SIGNS = ["#", "# ", "##### ", "\\", "\\#", "{: .body}", "---", "-", "{", "标题", "。", "1."]

# A byte order mark at the start of a file is no text, and half a character cannot be written.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\ufeff")
any_text = st.text(characters, max_size=20)
signs = st.lists(st.sampled_from(SIGNS), max_size=5).map("".join)
paragraphs = st.one_of(any_text, st.sampled_from(FRAGMENTS), signs)
hint = st.one_of(st.none(), st.sampled_from(Role))

words = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=10)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), words)
values = st.one_of(
    scalars, st.lists(scalars, max_size=3), st.dictionaries(words, scalars, max_size=3)
)
heads = st.dictionaries(words, values, max_size=4)


def draft(texts: Sequence[str], hints: Sequence[Role | None] = ()) -> DraftFile:
    return DraftFile(tuple(texts), (*hints, *[None] * (len(texts) - len(hints))))


def parsed(file: DraftFile) -> tuple[Paragraph, ...]:
    return parse(file.texts, file.hints)


def again(file: DraftFile) -> DraftFile:
    return read_draft(write_draft(file))


@given(st.lists(paragraphs, min_size=1, max_size=8))
def test_a_draft_is_read_as_it_was_written(texts: list[str]) -> None:
    assert parsed(again(draft(texts))) == parsed(draft(texts))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_whole_paper_is_read_as_it_was_written(paper: Lines) -> None:
    texts = [text for _, text in paper]
    assert parsed(again(draft(texts))) == parse(texts)


@given(heads)
def test_any_head_is_read_as_it_was_written(head: dict[str, object]) -> None:
    file = DraftFile(("标题", "", "正文。"), (None, None, None), head)
    assert again(file).head == head
    assert again(file).texts == file.texts


@pytest.mark.parametrize("role", Role)
def test_a_role_that_the_writer_gave_is_kept(role: Role) -> None:
    file = draft(
        ["工作总结", "今年工作顺利。", "各项任务完成", "明年继续努力。"], [None, None, role]
    )
    assert [p.role for p in parsed(again(file))] == [Role.TITLE, Role.BODY, role, Role.BODY]


def test_the_file_is_plain_markdown() -> None:
    file = draft(
        ["在会上的讲话", "同志们：", "", "一、提高认识", "（一）加强学习。要认真学习。", "甲"]
    )
    stated = DraftFile(file.texts, (*file.hints[:-1], Role.SIGNATURE), {"style": "speech"})
    assert write_draft(stated) == (
        "---\nstyle: speech\n---\n\n"
        "# 在会上的讲话\n\n"
        "同志们：\n\n"
        "\n\n"
        "## 一、提高认识\n\n"
        "（一）加强学习。要认真学习。\n\n"
        "甲\n{: .signature}\n"
    )


def test_an_empty_draft_is_one_empty_paragraph() -> None:
    for text in ("", "\n", "\ufeff"):
        assert read_draft(text) == DraftFile(("",), (None,))
    assert again(draft([""])) == draft([""])


@given(st.lists(st.sampled_from(["", "甲"]), min_size=1, max_size=9))
def test_every_empty_paragraph_stays_where_it_was(texts: list[str]) -> None:
    assert again(draft(texts)).texts == tuple(texts)


@given(any_text)
def test_any_text_is_a_draft(text: str) -> None:
    read = read_draft(text)
    assert len(read.texts) == len(read.hints) > 0


@given(st.text("#\\{}: .body-\n\r甲 a", max_size=60))
def test_any_file_keeps_its_paragraphs_when_it_is_saved(text: str) -> None:
    read = read_draft(text)
    plain = draft([paragraph.strip() for paragraph in read.texts])
    assert again(plain).texts == plain.texts


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_marks_make_no_difference(line_end: str, mark: str) -> None:
    text = mark + line_end.join(["---", "style: x", "---", "", "# 标题", "", "正文。", ""])
    assert read_draft(text) == DraftFile(("标题", "正文。"), (Role.TITLE, None), {"style": "x"})


def test_files_of_other_programs_are_read() -> None:
    text = "# 年度总结\n## 主要成效\n今年工作顺利。\n- 抓好落实\n#标签\n\n\n###### 六级\n"
    assert read_draft(text) == DraftFile(
        ("年度总结", "主要成效", "今年工作顺利。", "- 抓好落实", "#标签", "###### 六级"),
        (Role.TITLE, Role.HEADING_1, None, None, None, None),
    )


@pytest.mark.parametrize(
    "head",
    [
        "---\n- 甲\n- 乙\n---\n",
        "---\n一句话\n---\n",
        "---\na: [1, 2\n---\n",
        "---\na: b: c\n---\n",
        "---\na: !!python/object:os.system {}\n---\n",
        "---\nstyle: x\n",
        " ---\nstyle: x\n---\n",
    ],
    ids=["list", "words", "open", "colons", "object", "endless", "indented"],
)
def test_a_head_that_is_none_is_text(head: str) -> None:
    read = read_draft(head + "\n正文。\n")
    assert read.head == {}
    assert "".join(head.split()) in "".join("".join(read.texts).split())
    assert read.texts[-1] == "正文。"


@pytest.mark.parametrize(
    ("head", "entries"),
    [
        ("---\n---\n", None),
        ("---\nstyle: x\n...\n", {"style": "x"}),
        ("---  \nstyle: x\n---\t\n", {"style": "x"}),
        ("---\n# 注释\n标题: 讲话\n---\n", {"标题": "讲话"}),
        ("---\n2025: 年\ntags: [a, b]\n---\n", {"2025": "年", "tags": ["a", "b"]}),
        ("---\na: |\n  甲\n  乙\n---\n", {"a": "甲\n乙\n"}),
    ],
)
def test_odd_heads_are_read(head: str, entries: dict[str, object] | None) -> None:
    read = read_draft(head + "\n正文。\n")
    assert read.head == (entries or {})
    assert read.texts[-1] == "正文。"
    assert len(read.texts) == (1 if entries else len(read.texts))


def test_a_head_of_unknown_entries_is_kept() -> None:
    read = read_draft("---\nauthor: 李明\nlayout: {margin: 3}\n---\n\n正文。\n")
    assert again(read) == read


@pytest.mark.parametrize("line", ["{: .nothing}", "{: .body", "{.body}", "{: .body} 后文"])
def test_a_line_that_states_no_role_is_text(line: str) -> None:
    assert read_draft(f"正文。\n{line}\n").texts == ("正文。", line)


def test_a_role_line_at_the_start_is_text() -> None:
    assert read_draft("{: .body}\n\n正文。\n").texts == ("{: .body}", "正文。")


TRICKY = {
    "spaces before a title": draft([" 标题"]),
    "a paragraph that looks like an indented role line": draft(["正文。", " {: .title}"]),
    "the role of an empty paragraph": draft(["正文。", ""], [None, Role.HEADING_1]),
    "what becomes of a line below a given role": draft(["省政府", "工作方案"], [Role.BODY]),
}


@pytest.mark.parametrize("file", TRICKY.values(), ids=TRICKY)
def test_a_tricky_draft_is_read_as_it_was_written(file: DraftFile) -> None:
    assert parsed(again(file)) == parsed(file)


@given(st.lists(st.tuples(paragraphs, hint), min_size=1, max_size=8))
def test_any_draft_with_any_roles_is_read_as_it_was_written(
    lines: list[tuple[str, Role | None]],
) -> None:
    file = draft(*zip(*lines, strict=True))
    assert parsed(again(file)) == parsed(file)


@pytest.mark.parametrize("head", ["date: 2025-13-45", "number: " + "1" * 5000])
def test_a_head_with_an_impossible_value_is_text(head: str) -> None:
    assert read_draft(f"---\n{head}\n---\n\n正文。\n").head == {}
