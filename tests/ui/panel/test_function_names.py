import pytest

from desktop_app.core.document.function_kind import Function
from desktop_app.ui.panel.function_names import function_name


@pytest.mark.usefixtures("chinese")
def test_every_function_has_a_chinese_name_of_its_own() -> None:
    names = {str(function): function_name(str(function)) for function in Function}
    assert names == {
        "opening": "开头",
        "achievement": "成绩",
        "problem": "问题",
        "meaning": "意义",
        "requirement": "要求",
        "measure": "举措",
        "closing": "结尾",
        "quotation": "引语",
    }


@pytest.mark.parametrize("unknown", ["", "something else"])
def test_an_unknown_function_has_no_name(unknown: str) -> None:
    assert function_name(unknown) == ""
