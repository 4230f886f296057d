from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.suggest.passages import LONGEST, PassageSuggester, Unit
from desktop_app.core.suggest.scene import Caret
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import PAPER_OF, PARAGRAPHS

UNITS: tuple[Unit, ...] = get_args(Unit)
BEFORE = "青溪县2026年政府工作报告\n一、2025年工作回顾\n（一）扎实推进乡村振兴。守牢"


def texts(
    index: LibraryIndex, before: str = BEFORE, limit: int = 10, unit: Unit = "phrase"
) -> list[str]:
    passages = PassageSuggester(index).suggest(Caret([], before), limit, unit)
    return [PARAGRAPHS[p.paragraph_id][p.start : p.end] for p in passages]


@pytest.mark.parametrize("unit", UNITS)
def test_passages_are_whole_clauses_of_their_paragraph(index: LibraryIndex, unit: Unit) -> None:
    passages = PassageSuggester(index).suggest(Caret(["一、工作"], BEFORE), 10, unit)
    assert passages
    for passage in passages:
        paragraph = PARAGRAPHS[passage.paragraph_id]
        assert PAPER_OF[passage.paragraph_id] == passage.paper_id
        assert passage.start == 0 or paragraph[passage.start - 1] in "，。；："
        assert passage.end == len(paragraph) or paragraph[passage.end - 1] in "，。；："
        assert 0 < passage.end - passage.start <= LONGEST


def test_the_panel_offers_what_paragraphs_of_the_kind_say(index: LibraryIndex) -> None:
    found = texts(index, unit="passage")
    assert "守牢耕地保护红线" in found[0]
    assert "健全联农带农机制" in found[0]
    assert all(len(text) >= 12 for text in texts(index))


def test_headings_are_never_offered(index: LibraryIndex) -> None:
    offered = texts(index, "一、2024年工作回顾", 50) + texts(index, "二、2025年重点", 50, "passage")
    assert not any("工作回顾" in text or "重点工作" in text for text in offered)


def test_passages_differ_in_their_wording(index: LibraryIndex) -> None:
    found = texts(index)
    assert len(found) == len(set(found)) >= 3


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("limit", [-1, 0, 1, 4])
def test_no_more_is_suggested_than_asked_for(index: LibraryIndex, limit: int, unit: Unit) -> None:
    assert len(texts(index, limit=limit, unit=unit)) == max(0, limit)


def test_what_the_draft_has_already_is_left_out(index: LibraryIndex) -> None:
    best = texts(index)[0]
    assert best not in texts(index, f"前文已有：{best}\n{BEFORE}", 50)


def test_one_paper_gives_five_at_most(tmp_path: Path) -> None:
    lines = [
        f"民生实事之{name}。"
        for name in (
            "镇卫生院扩建，看病不出乡", "农贸市场翻新，买菜更放心", "健身广场开放，晚上有去处",
            "养老中心入住，老人享清福", "公交站台加棚，候车不淋雨", "图书馆添新书，孩子爱来读",
            "托育园减免费，年轻人安心", "停车楼投运了，出行少绕路",
        )
    ]  # fmt: skip
    index = index_of(
        tmp_path, [paper(1, *lines), paper(2, *lines[:2], "民生实事办得好，群众心里暖。")]
    )
    found = PassageSuggester(index).suggest(Caret([], "民生实事"), 20, "passage")
    assert Counter(passage.paper_id for passage in found)[1] == 5


def test_offsets_count_code_points_and_space_at_the_start(tmp_path: Path) -> None:
    text = "\u3000\u3000守好古镇𬭚坊老街，\u3000护好沿河古树名木，留住乡愁记忆，传承文脉。"
    index = index_of(tmp_path, [paper(1, text)])
    found = PassageSuggester(index).suggest(Caret([], "护好沿河"), 10, "passage")
    passages = [text[passage.start : passage.end] for passage in found]
    assert passages[0] == "守好古镇𬭚坊老街，\u3000护好沿河古树名木，留住乡愁记忆，传承文脉。"
    short = PassageSuggester(index).suggest(Caret([], "护好沿河"), 10)
    assert all(text[p.start : p.end].strip() == text[p.start : p.end] for p in short)


@pytest.mark.parametrize("lines", [(), ("",), ("# 一、只有标题",)])
def test_a_library_without_body_suggests_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    index = index_of(tmp_path, [paper(1, *lines)] if lines else [])
    assert PassageSuggester(index).suggest(Caret([], "春耕"), 10) == []


def test_the_same_question_gets_the_same_answer(index: LibraryIndex) -> None:
    suggester = PassageSuggester(index)
    first = suggester.suggest(Caret([], BEFORE), 10)
    suggester.suggest(Caret(["别处"], "别的草稿"), 10)
    assert (
        suggester.suggest(Caret([], BEFORE), 10)
        == first
        == PassageSuggester(index).suggest(Caret([], BEFORE), 10)
    )


def _framed(tmp_path: Path) -> LibraryIndex:
    """Two papers alike: a title, a salutation, and a heading that runs on into its section."""
    heading, body = (
        "（一）着力改善村庄环境面貌。",
        "整治农村人居环境，建设和美乡村，让群众住得更舒心。",
    )
    papers = []
    for number in (1, 2):
        lines = (
            IndexedParagraph(10 * number, "青溪县和美乡村建设工作报告", Kind.FRAME),
            IndexedParagraph(10 * number + 1, heading + body, Kind.RUNNING, len(heading)),
        )
        papers.append(IndexedPaper(number, 2024, lines))
    return index_of(tmp_path, papers)


def test_titles_and_run_in_headings_are_no_phrases_to_drag(tmp_path: Path) -> None:
    suggester = PassageSuggester(_framed(tmp_path))
    offered = suggester.suggest(Caret([], "青溪县和美乡村建设工作报告：改善村庄环境"), 20, "phrase")
    assert offered
    assert all(p.paragraph_id % 10 == 1 for p in offered)
    assert min(p.start for p in offered) == len("（一）着力改善村庄环境面貌。")


def test_a_run_in_heading_may_begin_a_passage_to_read(tmp_path: Path) -> None:
    suggester = PassageSuggester(_framed(tmp_path))
    offered = suggester.suggest(
        Caret([], "青溪县和美乡村建设工作报告：改善村庄环境"), 20, "passage"
    )
    assert {(p.paragraph_id % 10, p.start) for p in offered} == {(1, 0)}
