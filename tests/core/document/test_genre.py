import pytest

from desktop_app.core.document.genre import (
    GENRES,
    genre_family,
    genre_of_text,
    genre_of_title,
    infer_genre,
)
from desktop_app.core.document.structure import parse


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("停车场建设指南", "指南"),
        ("停车场建设指南（试行）", "指南"),
        ("关于加快停车场建设的若干政策措施", "措施"),
        ("关于印发停车场建设指南的通知", "通知"),
        ("政策研究室会议记录", ""),
    ],
)
def test_some_kinds_count_at_the_end_of_a_title_only(title: str, genre: str) -> None:
    assert infer_genre(title) == genre


@pytest.mark.parametrize(
    "title", ["停车管理办法（试行）", "停车管理办法", "工作方案（2021—2023年）"]
)
def test_a_kind_at_the_end_is_surer_than_one_within(title: str) -> None:
    assert genre_of_title(title).confidence > genre_of_title(title + "学习材料").confidence > 0


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("现将有关事项通知如下：", "通知"),
        ("特此函复。", "函"),
        ("现就有关问题批复如下。", "批复"),
        ("为加强停车管理，制定本办法。", "办法"),
        ("为加快建设，特制定本行动计划。", "计划"),
        ("现就停车管理提出如下指导意见。", "意见"),
        ("本规定自2025年5月1日起施行。", "规定"),
        ("现在，我代表市人民政府，向大会报告工作，请予审议。", "政府工作报告"),
        ("会议决定批准这个报告。", "决议"),
        ("各单位要认真落实通知精神。", ""),
    ],
)
def test_a_paper_says_in_its_text_what_it_is(text: str, genre: str) -> None:
    found = genre_of_text(parse(["为加强管理。", text], [None, None]))
    assert found.value == genre
    assert found.confidence < genre_of_title("通知").confidence


def test_every_genre_is_of_a_family_and_a_family_of_itself() -> None:
    assert genre_family("政府工作报告") == "报告"
    assert genre_family("实施方案") == "方案"
    assert genre_family("通知") == "通知"
    assert genre_family("") == ""
    assert all(genre_family(genre_family(genre)) == genre_family(genre) for genre in GENRES)
