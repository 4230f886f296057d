import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.library.names import (
    removal_label,
    role_label,
    state_explanation,
    state_name,
)
from desktop_app.ui.library.paper_row import PaperState

pytestmark = pytest.mark.usefixtures("chinese")


def test_every_state_has_a_name_of_its_own_and_an_explanation() -> None:
    assert [state_name(state) for state in PaperState] == ["在用", "不推荐", "疑似洗稿", "原件不在"]
    assert len({state_explanation(state) for state in PaperState}) == len(PaperState)


def test_the_margin_names_all_but_running_text() -> None:
    assert [role for role in Role if not role_label(role)] == [Role.BODY]
    assert role_label(Role.HEADING_2) == "二级"


def test_a_reason_that_has_no_name_yet_is_still_told() -> None:
    assert removal_label("site") == "网页"
    assert removal_label("smudge") == "已去掉"
