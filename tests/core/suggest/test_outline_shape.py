import numpy as np
import numpy.typing as npt

from desktop_app.core.suggest.heading_family import HeadingFamily, Member
from desktop_app.core.suggest.outline_headings import outline_headings
from desktop_app.core.suggest.outline_shape import (
    chief_sections,
    shape_of,
    side_by_side,
    usual_frame,
    usual_parts,
)


def member(number: int, *headings: str) -> Member:
    """A paper; `# ` marks headings of level 1."""
    given = [(1 if h.startswith("# ") else 2, h.removeprefix("# ")) for h in headings]
    placed = [(level, words, n / len(given)) for n, (level, words) in enumerate(given)]
    return Member(number, "报告", "报告", 2025, 1.0, outline_headings(placed))


USUAL = member(1, "# 工作回顾", "兴农业", "强工业", "# 重点任务", "抓项目", "促消费", "稳外贸")
LIKE = member(2, "# 去年工作回顾", "兴农业", "强工业", "# 重点任务安排", "抓项目", "优环境")
BARE = member(3, "# 工作回顾", "# 重点任务", "抓项目", "促消费")
FLAT = member(4, "# 重点任务", "# 抓好改革创新", "# 守住安全底线")


def equal(family: HeadingFamily) -> npt.NDArray[np.float32]:
    """Papers that all count the same."""
    return np.ones(len(family.members), np.float32)


def test_what_has_sections_below_it_is_a_chief_section_and_so_is_what_is_like_it() -> None:
    family = HeadingFamily([USUAL, FLAT])
    chief = chief_sections(family)
    assert [h.words for h, c in zip(family.headings, chief, strict=True) if c] == [
        "工作回顾",
        "重点任务",
        "重点任务",
    ]


def test_the_frame_is_that_of_the_paper_most_like_the_others() -> None:
    odd = member(5, "# 形势", "内部", "外部", "# 打算", "近期", "远期")
    family = HeadingFamily([odd, USUAL, LIKE, BARE])
    review, tasks = usual_frame(family, chief_sections(family), equal(family))
    assert "工作回顾" in family.headings[review].words
    assert "重点任务" in family.headings[tasks].words


def test_the_frame_is_that_of_the_papers_that_count() -> None:
    odd = member(5, "# 形势", "内部", "外部", "# 打算", "近期", "远期")
    family = HeadingFamily([odd, USUAL, LIKE])
    counts = np.array([9, 0.1, 0.1], np.float32)
    first, _ = usual_frame(family, chief_sections(family), counts)
    assert family.headings[first].words == "形势"


def test_papers_of_one_level_have_no_frame() -> None:
    family = HeadingFamily([FLAT, FLAT, FLAT, USUAL])
    assert usual_frame(family, chief_sections(family), equal(family)) == ()


def test_sections_belong_to_the_chief_section_that_is_like_theirs() -> None:
    family = HeadingFamily([USUAL, LIKE])
    chief = chief_sections(family)
    shape = shape_of(family, chief, usual_frame(family, chief, equal(family)))
    below = [{family.headings[n].words for n in shape.within(k).nonzero()[0]} for k in (0, 1)]
    assert below == [{"兴农业", "强工业"}, {"抓项目", "促消费", "稳外贸", "优环境"}]
    assert {family.headings[n].words for n in shape.chief(0).nonzero()[0]} == {
        "工作回顾",
        "去年工作回顾",
    }


def test_a_chief_section_is_divided_in_a_share_of_the_papers() -> None:
    family = HeadingFamily([USUAL, BARE])
    chief = chief_sections(family)
    review, tasks = usual_parts(
        family, shape_of(family, chief, usual_frame(family, chief, equal(family)))
    )
    assert (review.share, tasks.share) == (0.5, 1.0)
    assert round(review.count, 1) == 2.0
    assert round(tasks.count, 1) == 2.5


def test_chief_sections_that_no_paper_has_both_are_one() -> None:
    family = HeadingFamily([USUAL, LIKE, BARE])
    chief = chief_sections(family)
    numbers = {h.words: n for n, h in enumerate(family.headings) if chief[n]}
    asked = [numbers[w] for w in ("重点任务", "工作回顾", "去年工作回顾")]
    kept = side_by_side(family, chief, asked)
    assert [family.headings[n].words for n in kept] == ["工作回顾", "重点任务"]
