import numpy as np

from desktop_app.core.suggest.heading_likeness import HeadingLikeness
from desktop_app.core.suggest.headings import bare_words


def likeness(*papers: tuple[str, ...]) -> HeadingLikeness:
    words = [bare_words(words) for paper in papers for words in paper]
    owner = np.repeat(np.arange(len(papers)), [len(paper) for paper in papers])
    return HeadingLikeness(words, owner)


def test_a_heading_serves_who_wants_a_part_of_it_but_not_the_reverse() -> None:
    matches = likeness(("改善民生福祉促进共同富裕",), ("改善民生福祉",)).matches
    assert matches[0, 1] > 0.7
    assert matches[1, 0] < 0.3


def test_what_has_few_words_in_common_is_no_match() -> None:
    matches = likeness(("推动绿色低碳发展",), ("推动乡村全面振兴",)).matches
    assert matches[0, 1] < 0.02
    assert matches[0, 0] > 0.7


def test_the_pattern_of_a_papers_headings_counts_less_than_their_topics() -> None:
    pattern = ("在扩大内需上下功夫", "在科技创新上下功夫", "在乡村振兴上下功夫")
    found = likeness(pattern, ("在改革开放上下功夫",), ("扩大内需",))
    assert found.matches[0, 4] > 0.7
    assert found.matches[3, 0] < found.matches[4, 0]


def test_twins_say_the_same_in_other_words() -> None:
    twins = likeness(("着力改善民生福祉",), ("持续改善民生福祉",), ("发展数字经济",)).twins(0)
    assert twins.tolist() == [True, True, False]


def test_what_other_papers_say_too_is_usual() -> None:
    usual = likeness(("建设平安乡村",), ("建设平安乡村",), ("绿色江淮家园",)).usual
    assert usual.tolist() == [1.0, 1.0, 0.0]


def test_a_heading_of_no_words_is_like_no_other() -> None:
    found = likeness(("2025年",), ("发展数字经济",))
    assert found.wordless.tolist() == [True, False]
    assert not found.matches[0].any()
    assert likeness(("2025",)).matches.shape == (1, 1)
