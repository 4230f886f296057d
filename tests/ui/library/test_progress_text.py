import pytest

from desktop_app.ui.bridge.import_job import ImportProgress
from desktop_app.ui.bridge.import_pace import Pace
from desktop_app.ui.library.progress_text import progress_sentence

pytestmark = pytest.mark.usefixtures("chinese")


def _told(pace: Pace, name: str = "讲话.docx", done: int = 311) -> str:
    return progress_sentence(ImportProgress(done, 1000, name, pace))


def test_count_rate_and_time_left_are_told_in_one_line() -> None:
    assert _told(Pace(41.4, 16.6)) == "正在读入 312 / 1,000：讲话.docx · 每秒 41 篇 · 约剩 17 秒"


def test_what_is_not_known_is_not_told() -> None:
    assert _told(Pace()) == "正在读入 312 / 1,000：讲话.docx"
    assert _told(Pace(41.4)) == "正在读入 312 / 1,000：讲话.docx · 每秒 41 篇"


@pytest.mark.parametrize(
    ("pace", "end"),
    [
        (Pace(0.42, 89.6), "每秒 0.4 篇 · 约剩 90 秒"),
        (Pace(9.94, 90), "每秒 9.9 篇 · 约剩 2 分钟"),
        (Pace(1234.5, 0.2), "每秒 1,234 篇 · 约剩 1 秒"),
        (Pace(1, 4000), "每秒 1.0 篇 · 约剩 67 分钟"),
    ],
)
def test_figures_are_as_exact_as_they_are_of_use(pace: Pace, end: str) -> None:
    assert _told(pace).endswith(end)


def test_a_long_name_leaves_room_for_the_rest_of_the_sentence() -> None:
    told = _told(Pace(41.4, 17), "关于" * 60 + "（定稿）.docx")
    assert "关…" in told
    assert "（定稿）.docx · 每秒" in told
    assert len(told) < 70


def test_a_name_of_two_lines_stays_in_one() -> None:
    assert "\n" not in _told(Pace(), "两\n行.txt")


def test_when_all_files_are_done_the_suggestions_are_prepared() -> None:
    assert _told(Pace(41, 0), done=1000) == "正在整理推荐…"
