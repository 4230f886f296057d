from pathlib import Path

import pytest

from desktop_app.core.document.function_kind import Function
from desktop_app.core.library.phrases import mine_phrases, phrase_worth
from desktop_app.core.reading.paper import read_paper
from desktop_app.session.places import resources
from tests.core.library.small_papers import paper

STARTER = sorted((resources() / "starter").iterdir())


def test_every_sentence_of_the_running_text_is_a_phrase_with_its_place() -> None:
    first, second = "各级干部要到岗到位，一抓到底。", "沙袋要提前运到堤上！"
    run_in = "（一）加强领导。"
    mined = paper("关于防汛工作的通知", "各乡镇：", first + second, run_in + first)
    phrases = list(mine_phrases(mined.paragraphs, "关于防汛工作的通知"))
    places = [(p.paragraph, p.span.start, p.span.end) for p in phrases]
    ends = len(first), len(first + second)
    assert places == [
        (2, 0, ends[0]),
        (2, ends[0], ends[1]),
        (3, len(run_in), len(run_in + first)),
    ]


@pytest.mark.parametrize("path", STARTER, ids=lambda path: path.stem)
def test_the_phrases_of_a_paper_together_are_its_running_text(path: Path) -> None:
    mined = read_paper(path)
    phrases = list(mine_phrases(mined.paragraphs, mined.properties.title))
    texts = ["" for _ in mined.paragraphs]
    for phrase in phrases:
        texts[phrase.paragraph] += mined.paragraphs[phrase.paragraph].text[slice(*phrase.span)]
    assert texts == [paragraph.body for paragraph in mined.paragraphs]
    assert {phrase.function for phrase in phrases} <= set(Function)
    assert all(0 <= phrase.worth <= 1 for phrase in phrases)


def test_what_frames_a_paper_gives_no_phrase() -> None:
    frame = paper(
        "关于防汛工作的通知", "各乡镇人民政府：", "一、压实责任", "青溪县人民政府", "2025年6月1日"
    )
    assert list(mine_phrases(frame.paragraphs, "关于防汛工作的通知")) == []


def test_a_paper_without_text_gives_no_phrase() -> None:
    assert list(mine_phrases((), "")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "要把群众的操心事一件一件记下来、一件一件办下去。",
        "让我们以更加饱满的热情，为高质量发展作出新的更大贡献！",
        "  要把群众的操心事一件一件记下来、一件一件办下去。\u3000",
    ],
)
def test_a_whole_sentence_without_particulars_fits_any_paper(sentence: str) -> None:
    assert phrase_worth(sentence) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "要抓好落实。",
        "要" + "把工作一件一件做好，" * 12 + "一抓到底。",
        "要把群众的操心事一件一件记下来、一件一件办下去",
        "同时，要把群众的操心事一件一件记下来、办下去。",
        "其中有的组织建起来了，活动却没有跟上。",
        "要把群众的操心事（一件一件记下来、办下去。",
        "的工作，把群众的操心事》一件一件记下来、办下去。",
        "2024年，全县完成投资356.7亿元，增长12.5%。",
    ],
)
def test_what_makes_no_sense_elsewhere_is_worth_nothing(sentence: str) -> None:
    assert phrase_worth(sentence) == 0


def test_each_character_that_ties_a_sentence_to_its_paper_costs_its_share() -> None:
    general = "要坚持把解决群众最关心最直接最现实的利益问题摆在更加突出的位置来抓，" * 2
    tied = general + "办好12件实事。"
    assert len(tied) <= 90
    assert phrase_worth(tied) == pytest.approx(1 - 20 * 2 / len(tied))
    assert phrase_worth(tied.replace("12", "十二")) == 1


def test_a_place_ties_but_a_word_that_only_looks_like_one_does_not() -> None:
    general = "持续深化改革，推动各项工作再上新台阶，把好事办好、把实事办实，把群众的事办到心坎上，"
    assert phrase_worth(general + "把青溪县建设得更加美好。") < 1
    assert phrase_worth(general + "让市场活力充分迸发。") == 1
