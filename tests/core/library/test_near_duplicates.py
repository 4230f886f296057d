import random

import numpy as np
import pytest

from desktop_app.core.library.near_duplicates import (
    NEAR,
    are_near,
    families,
    jaccard,
    meetings,
    signature,
    similar,
    verdict,
)

_WORDS = "认真做好今年防汛抗旱工作确保群众平安度过雨季加固堤坝清理河道储备物资落实责任到人"


def paper(seed: int, sentences: int = 60) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(_WORDS, k=24)) + "。" for _ in range(sentences)]


def changed(texts: list[str], count: int) -> list[str]:
    return paper(999)[:count] + texts[count:]


def test_the_same_text_has_the_same_signature() -> None:
    assert similar(signature(paper(1)), signature(paper(1))) == 1


def test_marks_spaces_and_borders_of_paragraphs_do_not_count() -> None:
    assert (
        signature(["一是抓落实，", "二是抓督查。"]) == signature(["一是抓落实 二是抓督查"])
    ).all()


def test_signatures_stay_what_stored_libraries_hold() -> None:
    assert signature(["认真做好防汛工作。"])[:4].tolist() == [
        1575857733,
        997911799,
        542204693,
        627389029,
    ]
    assert signature(["认真做好防汛工作。"]).dtype == np.uint32


@pytest.mark.parametrize("count", [0, 3, 10, 30])
def test_the_estimate_is_close_to_the_exact_likeness(count: int) -> None:
    one, other = paper(1), changed(paper(1), count)
    estimate = similar(signature(one), signature(other))
    assert estimate == pytest.approx(jaccard(one, other), abs=0.15)


def test_likeness_is_the_share_of_common_runs_of_five_characters() -> None:
    assert jaccard(["一二三四五六"], ["一二三四五七"]) == pytest.approx(1 / 3)


def test_papers_without_a_common_run_are_not_alike() -> None:
    assert jaccard(["认真做好工作"], ["切实加强领导"]) == 0


@pytest.mark.parametrize("texts", [[], [""], ["。"], ["\ud800"], ["好"]])
def test_a_paper_of_next_to_no_text_has_a_signature(texts: list[str]) -> None:
    assert similar(signature(texts), signature(texts)) == 1
    assert jaccard(texts, texts) == 1


def test_a_clear_estimate_decides_and_a_close_one_asks_for_the_texts() -> None:
    assert verdict(1.0) is True
    assert verdict(117 / 120) is True
    assert verdict(0.5) is False
    assert verdict(NEAR) is None


def test_close_estimates_are_decided_by_the_texts() -> None:
    assert are_near(NEAR, paper(1), changed(paper(1), 1))
    assert not are_near(NEAR, paper(1), changed(paper(1), 30))


def test_a_revision_is_found_among_other_papers() -> None:
    papers = [signature(paper(number)) for number in range(50)]
    assert meetings(papers) == []
    assert meetings([*papers, signature(changed(paper(7), 2))]) == [(7, 50)]


def test_every_pair_of_several_versions_is_named_once() -> None:
    versions = [signature(changed(paper(1), count)) for count in (0, 2, 1)]
    assert meetings([signature(paper(2)), *versions]) == [(1, 2), (1, 3), (2, 3)]


def test_equal_signatures_meet_in_all_bands_and_are_named_once() -> None:
    assert meetings([signature(paper(1))] * 2) == [(0, 1)]


def test_few_papers_have_no_pairs() -> None:
    assert meetings([]) == []
    assert meetings([signature(paper(1))]) == []


def test_a_family_holds_what_is_near_to_any_of_its_members() -> None:
    assert families([1, 2, 3, 4, 5], [(1, 3), (5, 3)]) == [[1, 3, 5], [2], [4]]
