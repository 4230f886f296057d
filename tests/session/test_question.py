import pytest

from desktop_app.core.errors import RequestMalformed
from desktop_app.session.question import Question


def test_a_line_is_a_question_with_its_fields() -> None:
    question = Question.parse('{"before": "同志们", "limit": 3, "headings": ["一、形势"]}\n')
    assert question.text("before") == "同志们"
    assert question.number("limit") == 3
    assert question.texts("headings") == ("一、形势",)


def test_a_line_of_bytes_is_utf_8() -> None:
    assert Question.parse('{"before": "同志们"}'.encode()).text("before") == "同志们"


@pytest.mark.parametrize(
    "line", ["", "同志们", "{", '{"a": 1} x', "{'a': 1}", b"\xff\xfe", "[" * 9999]
)
def test_a_line_that_is_no_json_is_refused(line: str | bytes) -> None:
    with pytest.raises(RequestMalformed) as refusal:
        Question.parse(line)
    assert "（不是 JSON）" in refusal.value.sentence("zh")


@pytest.mark.parametrize("line", ["null", "1", '"同志们"', "[]", "true"])
def test_json_that_is_no_object_is_refused(line: str) -> None:
    with pytest.raises(RequestMalformed) as refusal:
        Question.parse(line)
    assert "（不是 JSON 对象）" in refusal.value.sentence("zh")


@pytest.mark.parametrize("value", [1, 1.5, True, ["x"], {"x": 1}])
def test_a_text_of_another_kind_is_refused_by_its_name(value: object) -> None:
    with pytest.raises(RequestMalformed) as refusal:
        Question({"before": value}).text("before", "")
    assert "“before”" in refusal.value.sentence("zh")
    assert "“before”" in refusal.value.sentence("en")


@pytest.mark.parametrize("fields", [{}, {"before": None}])
def test_a_text_that_is_missing_or_null_takes_its_default_or_is_refused(
    fields: dict[str, object],
) -> None:
    assert Question(fields).text("before", "同志们") == "同志们"
    assert Question(fields).text("before", "") == ""
    with pytest.raises(RequestMalformed):
        Question(fields).text("before")


@pytest.mark.parametrize("value", ["3", 3.0, True, [3], 2**53 + 1, -(2**70)])
def test_a_number_of_another_kind_or_beyond_measure_is_refused(value: object) -> None:
    with pytest.raises(RequestMalformed):
        Question({"limit": value}).number("limit", 10)
    with pytest.raises(RequestMalformed):
        Question({"limit": value}).optional_number("limit")


@pytest.mark.parametrize("fields", [{}, {"limit": None}])
def test_a_number_that_is_missing_or_null_takes_its_default_or_is_refused(
    fields: dict[str, object],
) -> None:
    assert Question(fields).number("limit", 10) == 10
    assert Question(fields).optional_number("limit") is None
    with pytest.raises(RequestMalformed):
        Question(fields).number("limit")


def test_zero_is_a_number() -> None:
    assert Question({"limit": 0}).number("limit", 10) == 0
    assert Question({"year": 0}).optional_number("year") == 0


def test_a_list_that_is_missing_or_null_is_empty() -> None:
    assert Question({}).texts("headings") == ()
    assert Question({"headings": None}).texts("headings") == ()
    assert Question({"headings": []}).texts("headings") == ()


@pytest.mark.parametrize("value", ["", "一、形势", 0, False, {}, [1], ["一", None]])
def test_a_list_of_another_kind_is_refused(value: object) -> None:
    with pytest.raises(RequestMalformed):
        Question({"headings": value}).texts("headings")


def test_a_path_that_no_file_can_have_is_refused() -> None:
    assert Question({"path": "稿/讲话.md"}).path("path").name == "讲话.md"
    with pytest.raises(RequestMalformed):
        Question({"path": "稿\0.md"}).path("path")
    with pytest.raises(RequestMalformed):
        Question({}).path("path")


def test_a_list_of_numbers_a_flag_and_a_part_are_read_with_their_types() -> None:
    question = Question.parse('{"ids": [1, 2], "on": false, "fields": {"year": null, "n": 1}}')
    assert question.numbers("ids") == (1, 2)
    assert question.numbers("others") == ()
    assert question.flag("on") is False
    assert question.flag("off", default=True) is True
    part = question.part("fields")
    assert part.number("n") == 1
    assert (part.has("year"), part.has("title")) == (True, False)


@pytest.mark.parametrize("value", ["1", '["1"]', "[true]", "[1.5]", "[null]", "{}"])
def test_what_is_no_list_of_numbers_is_refused(value: str) -> None:
    with pytest.raises(RequestMalformed) as refusal:
        Question.parse(f'{{"ids": {value}}}').numbers("ids")
    assert "“ids”" in refusal.value.sentence("zh")


@pytest.mark.parametrize("value", ["1", '"true"', "null", "[]"])
def test_what_is_no_flag_or_part_is_refused(value: str) -> None:
    question = Question.parse(f'{{"x": {value}}}')
    with pytest.raises(RequestMalformed):
        question.flag("x")
    with pytest.raises(RequestMalformed):
        question.part("x")
