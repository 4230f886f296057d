import pytest

from desktop_app.core.document.divisions import division, ranked_names


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("四川", "四川省"),
        ("四川省", "四川省"),
        ("乐山", "乐山市"),
        ("乐山市", "乐山市"),
        ("宁夏", "宁夏回族自治区"),
        ("重庆", "重庆市"),
        ("香港", "香港特别行政区"),
        ("海南", "海南省"),
        ("吉林", "吉林省"),
        ("阿坝州", "阿坝藏族羌族自治州"),
        ("锡林郭勒", "锡林郭勒盟"),
        ("阿克苏", "阿克苏地区"),
        ("临江", ""),
        ("", ""),
    ],
)
def test_a_name_by_itself_stands_for_one_division(name: str, full: str) -> None:
    assert division(name) == full


def test_the_province_before_a_name_decides_between_two_of_that_name() -> None:
    assert division("海南", "青海") == "海南藏族自治州"
    assert division("吉林", "吉林省") == "吉林市"
    assert division("乐山", "山东") == ""


def test_ranked_names_are_those_that_cannot_be_ordinary_words() -> None:
    names = ranked_names()
    assert names["四川省"] == "四川省"
    assert names["阿坝州"] == "阿坝藏族羌族自治州"
    assert "四川" not in names
    assert "大同" not in names
    assert len(set(names.values())) > 360
