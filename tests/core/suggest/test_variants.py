from pathlib import Path

from desktop_app.core.document.particulars import particulars
from desktop_app.core.suggest.variants import Standing, papers_with
from tests.core.library.index.papers import index_of, joined_index, paper

TEXT = "新建高标准农田3.2万亩，粮食总产稳定在28万吨以上。"


def test_papers_with_other_figures_have_the_phrase_too(tmp_path: Path) -> None:
    papers = [
        paper(1, TEXT),
        paper(2, "一年来，" + TEXT.replace("3.2", "12").replace("28", "30")),
        paper(3, TEXT.replace("以上", "左右")),
        paper(4, "新建高标准农田。"),
    ]
    found = papers_with(index_of(tmp_path, papers), TEXT, particulars(TEXT))
    assert found == [Standing(1, 100), Standing(2, 200, verbatim=False)]


def test_a_phrase_without_particulars_is_counted_word_for_word(tmp_path: Path) -> None:
    text = "让群众就近看得上病、看得好病。"
    index = index_of(tmp_path, [paper(1, text, text), paper(2, "办好医院，" + text)])
    assert papers_with(index, text, particulars(text)) == [Standing(1, 100), Standing(2, 200)]


def test_papers_that_are_not_used_do_not_count(tmp_path: Path) -> None:
    papers = ([paper(1, TEXT)], [paper(2, TEXT.replace("28", "30"))])
    index = joined_index(tmp_path, *papers, hidden=[2])
    assert papers_with(index, TEXT, particulars(TEXT)) == [Standing(1, 100)]


def test_particulars_with_few_words_between_them_are_not_looked_up(tmp_path: Path) -> None:
    text = "3.2万亩、28万吨、5.6%。"
    index = index_of(tmp_path, [paper(1, text), paper(2, text.replace("28", "30"))])
    assert papers_with(index, text, particulars(text)) == [Standing(1, 100)]


def test_the_first_paper_of_a_segment_has_it_too(tmp_path: Path) -> None:
    index = joined_index(tmp_path, [paper(1, TEXT)], [paper(2, TEXT.replace("28", "30"))])
    found = papers_with(index, TEXT, particulars(TEXT))
    assert found == [Standing(1, 100), Standing(2, 200, verbatim=False)]
