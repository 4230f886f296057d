from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.check.passages import Passage, foreign_spans, split_passages, title_spans
from desktop_app.core.document.draft_file import read_draft
from desktop_app.core.document.paragraph import Role


def test_the_yaml_head_and_empty_lines_are_left_out() -> None:
    text = "---\ntitle: 报告,一\ncreated: 2025\n---\n\n标题\n\n正文。\n"
    assert split_passages(text) == [
        Passage("标题", text.index("标题")),
        Passage("正文。", text.index("正文")),
    ]


def test_a_line_of_hyphens_later_on_is_no_head() -> None:
    assert [passage.text for passage in split_passages("标题\n---\n正文\n---\n")] == [
        "标题",
        "---",
        "正文",
        "---",
    ]


def test_a_head_that_never_ends_is_text() -> None:
    assert len(split_passages("---\n标题\n正文")) == 3


def test_heading_signs_are_not_part_of_the_paragraph() -> None:
    assert split_passages("# 标题\n### 一、回顾\n#标签") == [
        Passage("标题", 2, Role.TITLE),
        Passage("一、回顾", 9, Role.HEADING_2),
        Passage("#标签", 14),
    ]


def test_a_role_line_belongs_to_the_paragraph_above_it() -> None:
    text = "临江市\n{: .signature}\n\n{: .unknown}"
    assert split_passages(text) == [
        Passage("临江市", 0, Role.SIGNATURE),
        Passage("{: .unknown}", 20),
    ]


def test_an_escaped_sign_is_text() -> None:
    assert split_passages("\\# 不是标题\n\\---") == [Passage("# 不是标题", 1), Passage("---", 9)]


def test_the_passages_are_those_that_the_draft_file_reads() -> None:
    text = "---\nstyle: x\n---\n\n# 标题\n\n同志们：\n\n## 一、甲\n\n\\#乙\n\n\n\n丙\n{: .byline}\n"
    draft = read_draft(text)
    kept = [(words, hint) for words, hint in zip(draft.texts, draft.hints, strict=True) if words]
    assert [(passage.text, passage.role) for passage in split_passages(text)] == kept


def test_windows_line_ends_are_no_text() -> None:
    assert split_passages("---\r\na: b\r\n---\r\n甲\r\n乙\r\n") == [
        Passage("甲", 16),
        Passage("乙", 19),
    ]


@given(st.text(alphabet="甲 #-\r\n。ab", max_size=60))
def test_every_passage_stands_in_the_text_where_it_says(text: str) -> None:
    for passage in split_passages(text):
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert passage.text.strip()
        assert "\n" not in passage.text


def test_addresses_files_and_blanks_are_foreign() -> None:
    text = "见https://a.example.cn/b,c页，发a.b@example.cn或list-1.xlsx，填{{市名}}。"
    assert [text[start:end] for start, end in foreign_spans(text)] == [
        "https://a.example.cn/b,c",
        "a.b@example.cn",
        "list-1.xlsx",
        "{{市名}}",
    ]


def test_titles_are_found_with_titles_inside_them() -> None:
    text = "《甲》和《关于印发《乙》的通知》"
    assert [text[start:end] for start, end in title_spans(text)] == [
        "《甲》",
        "《关于印发《乙》的通知》",
    ]
