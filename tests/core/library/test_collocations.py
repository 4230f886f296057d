import numpy as np

from desktop_app.core.library.collocations import Collocations, counts_of, tally, word_number


def papers_with(collocations: Collocations, *words: str) -> int:
    left, right = (word_number(word) for word in words)
    pair = np.array([(left << 32) + right], dtype=np.uint64)
    return int(counts_of(pair, collocations.pairs, collocations.pair_papers)[0])


def test_neighbours_are_a_pair() -> None:
    assert papers_with(Collocations.of([tally([["认真", "检查", "堤坝"]])]), "认真", "检查") == 1


def test_words_on_both_sides_of_a_mark_are_no_pair() -> None:
    assert len(tally([["认真", "，", "检查"]]).pairs) == 0


def test_words_of_two_paragraphs_are_no_pair() -> None:
    assert len(tally([["认真"], ["检查"]]).pairs) == 0


def test_papers_and_occurrences_are_counted_apart() -> None:
    twice = Collocations.of([tally([["检查", "堤坝"], ["检查", "堤坝"]]), tally([["检查"]])])
    assert twice.papers == 2
    assert twice.pair_papers.tolist() == [1]
    assert twice.pair_tokens.tolist() == [2]
    assert sorted(twice.word_papers.tolist()) == [1, 2]
    assert sorted(twice.word_tokens.tolist()) == [2, 3]


def test_papers_may_come_at_once_or_one_after_another() -> None:
    papers = [tally([["检查", "堤坝"]]), tally([["检查", "河道"], ["堤坝"]])]
    at_once = Collocations.of(papers)
    step_by_step = Collocations.of(papers[:1]).joined(papers[1:])
    assert at_once.papers == step_by_step.papers
    for name in ("words", "word_papers", "word_tokens", "pairs", "pair_papers", "pair_tokens"):
        one, other = getattr(at_once, name), getattr(step_by_step, name)
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()


def test_numbers_of_words_stay_what_stored_libraries_hold() -> None:
    assert [word_number("检查"), word_number("的")] == [1443588065, 848771742]


def test_long_words_have_odd_numbers() -> None:
    assert word_number("检查") % 2 == 1
    assert word_number("的") % 2 == 0


def test_an_empty_library_counts_nothing() -> None:
    empty = Collocations.of([])
    assert counts_of(tally([["检查"]]).words, empty.words, empty.word_papers).tolist() == [0]
