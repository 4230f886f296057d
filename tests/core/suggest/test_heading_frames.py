import pytest

from desktop_app.core.suggest.heading_frames import (
    Key,
    best_frame,
    frame_keys,
    frame_name,
    group_name,
)

EFFORTS = ["着力扩大有效投资", "着力培育特色产业", "着力推进乡村振兴"]


def name(*siblings: str) -> str:
    """The frame of siblings that share one."""
    frame = best_frame(siblings)
    assert frame is not None
    return frame_name([siblings[n] for n in frame.members], frame.key)


@pytest.mark.parametrize(
    ("siblings", "pattern"),
    [
        (EFFORTS, "着力…"),
        (["在凝聚人心上下功夫", "在服务群众上下功夫", "在创新上下功夫"], "在…上下功夫"),
        (["以创新促升级", "以改革促开放", "以实干促振兴"], "以…促…"),
        (["产业迈出新步伐", "城乡展现新面貌", "民生取得新成效"], "…新…"),
        (["加快转型，构建新体系", "加快融合，构建大格局", "加快治理，构建好生态"], "加快…，构建…"),
        (["经济运行稳中向好", "城乡面貌明显改观", "民生福祉持续增进"], "八字"),
        (["攻坚克难，产业提质", "上下同心，城乡焕然", "人人参与，民生改善"], "四字，四字"),
        (["攻坚克难，产业提质", "上下同心，城乡焕然一新", "人人参与，民生改善"], "四字，…"),
        (["稳字当头，经济运行向好", "实字为要，民生改善", "干字为先，作风转变"], "…字…，…"),
    ],
)
def test_a_frame_is_noted_down_as_a_writer_would(siblings: list[str], pattern: str) -> None:
    assert name(*siblings) == pattern


def test_two_headings_make_no_set() -> None:
    assert best_frame(EFFORTS[:2]) is None


def test_headings_of_any_wording_and_length_make_no_set() -> None:
    assert best_frame(["加强领导", "做好群众的思想工作", "抓好春耕和备荒"]) is None


def test_those_that_fall_out_of_the_frame_are_left_out() -> None:
    frame = best_frame([*EFFORTS, "政府自身建设"])
    assert frame is not None
    assert frame.members == (0, 1, 2)
    assert frame.worth < (whole.worth if (whole := best_frame(EFFORTS)) else 0)


def test_a_scheme_counts_more_than_an_opening() -> None:
    keys = list(frame_keys("以创新促升级"))
    assert keys[0] == Key("scheme", "以…促")
    frame = best_frame(["以创新促升级", "以改革促开放", "以实干促振兴"])
    assert frame is not None
    assert frame.key.kind == "scheme"


def test_a_year_opens_a_heading_as_a_whole() -> None:
    assert Key("opening", "2025年") in list(frame_keys("2025年重点工作"))


@pytest.mark.parametrize("words", ["一", "一，", "，", "😀😀"])
def test_any_heading_has_keys(words: str) -> None:
    assert list(frame_keys(words))


def test_single_headings_are_named_by_the_one_thing_they_share() -> None:
    assert group_name(EFFORTS, Key("opening", "着力")) == "着力…"
    assert group_name(EFFORTS, Key("ending", "振兴")) == "…振兴"
    assert group_name(EFFORTS, Key("measure", "[8]")) == "八字"


def test_headings_of_unlike_parts_are_named_by_their_opening() -> None:
    assert frame_name(["着力抓投资，促增长", "着力兴产业"], Key("opening", "着力")) == "着力…"
    assert frame_name(["着力投资，增长", "着眼产业"], Key("opening", "着")) == "着…"
