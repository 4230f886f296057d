from pathlib import Path

from desktop_app.core.library.index.occurrences import LOOKED_AT, Source
from tests.core.library.index.papers import index_of, paper

PAPERS = [
    paper(3, "# 一、抓好春耕", "抓好春耕生产，备足农资。", "春耕不误农时。"),
    paper(5, "修好道路。", "抓好春耕生产，管好水源。"),
    paper(8, "守好古镇𬭚坊。"),
]


def test_each_paper_is_named_once_with_its_first_paragraph(tmp_path: Path) -> None:
    found = index_of(tmp_path, PAPERS).occurrences("抓好春耕")
    assert found.times == 3
    assert found.sources == (Source(3, 300), Source(5, 501))


def test_space_around_the_text_does_not_matter(tmp_path: Path) -> None:
    assert index_of(tmp_path, PAPERS).occurrences("\u3000备足农资。 ").sources == (Source(3, 301),)


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    index = index_of(tmp_path, PAPERS)
    for text in ("数字经济", "", " ", "\0", "抓好春耕生产，管好道路"):
        assert index.occurrences(text).times == 0


def test_rare_characters_are_never_taken_for_one_another(tmp_path: Path) -> None:
    index = index_of(tmp_path, PAPERS)
    assert index.occurrences("守好古镇").times == 1
    for text in ("古镇𬭚坊", "古镇𬬭坊", "古镇\ufffd坊", "古镇\ud800坊"):
        assert index.occurrences(text).times == 0


def test_a_text_that_stands_everywhere_is_counted_and_sampled(tmp_path: Path) -> None:
    lines = ["好" * (LOOKED_AT + 100)]
    found = index_of(tmp_path, [paper(1, *lines), paper(2, "好")]).occurrences("好")
    assert found.times == LOOKED_AT + 101
    assert found.sources[0] == Source(1, 100)


def test_an_empty_library_has_nothing(tmp_path: Path) -> None:
    assert index_of(tmp_path, []).occurrences("春耕").times == 0
