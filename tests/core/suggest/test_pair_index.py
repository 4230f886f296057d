import numpy as np
import pytest

from desktop_app.core.suggest.pair_index import PairIndex

TEXTS = ["工作报告", "2025年工作报告", "实施方案", "", "工作工作"]


def test_the_same_pairs_are_wholly_alike() -> None:
    assert PairIndex(TEXTS).alike("工作报告") == pytest.approx([1, 3 / 4, 0, 0, 1 / 4])


def test_the_share_of_the_given_pairs_is_told() -> None:
    assert PairIndex(TEXTS).covering("工作报") == pytest.approx([1, 1, 0, 0, 1 / 2])


def test_marks_part_the_characters_beside_them() -> None:
    assert PairIndex(["工，作"]).covering("工作") == pytest.approx([0])


def test_pairs_do_not_reach_from_one_text_into_the_next() -> None:
    assert PairIndex(["工", "作"]).covering("工作") == pytest.approx([0, 0])


@pytest.mark.parametrize("text", ["", "A", "好", "😀😀", "\ud83d"])
def test_a_text_without_pairs_is_like_nothing(text: str) -> None:
    index = PairIndex(TEXTS)
    assert not index.alike(text).any()
    assert not index.covering(text).any()


def test_there_may_be_no_texts() -> None:
    assert PairIndex([]).alike("工作报告").shape == (0,)


def test_the_order_of_the_texts_is_kept() -> None:
    shares = PairIndex(["实施方案", "工作方案", "工作报告"]).alike("工作报告")
    assert np.argsort(shares).tolist() == [0, 1, 2]
