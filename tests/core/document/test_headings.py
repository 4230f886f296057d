import pytest

from desktop_app.core.document.headings import read_line, settle_headings
from desktop_app.core.document.paragraph import Paragraph, Role

BODY, H1, H2, H3 = Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3
TEXT = (
    "全市上下团结一心，克服多重困难，推动各项工作取得新的进展，完成了全年的目标任务，群众更加满意。"
)

SENTENCE = "各部门要各司其职，各负其责，" * 5 + "密切配合。首长负责。"
PROVISIONS = [f"{numeral}、{SENTENCE}" for numeral in "一二三"]


def settled(*texts: str) -> list[Paragraph]:
    paragraphs = [read_line(text).paragraph for text in texts]
    settle_headings(paragraphs, [None] * len(texts))
    return paragraphs


def roles(*texts: str) -> list[Role]:
    return [paragraph.role for paragraph in settled(*texts)]


@pytest.mark.parametrize(
    ("text", "role", "run_in"),
    [
        ("一、总体要求", H1, 0),
        ("一、", H1, 0),
        ("（一）加强领导。各级要落实。", H2, 8),
        ("（一）总体情况。", H2, 0),
        ("1.完善机制。建立台账。", H3, 7),
        ("　一、加强领导。各级要落实。", H1, 8),
        ("一、总体要求......3", BODY, 0),
        ("一、总体要求……………… 12", BODY, 0),
        ("（一）要认真学习，", BODY, 0),
        ("（一）" + "长" * 58, BODY, 0),
        ("（一）各级应当落实。请认真执行。", BODY, 0),
        ("（一）干部不得缺席。请认真执行。", BODY, 0),
        ("（一）必须坚持领导。请认真执行。", H2, 10),
        ("（一）平台是指网络平台。请认真执行。", BODY, 0),
        ("（一）加强领导；各级要落实。", BODY, 0),
        ("附件：统计表", Role.ATTACHMENT, 0),
        ("总体要求", BODY, 0),
    ],
)
def test_a_paragraph_by_itself(text: str, role: Role, run_in: int) -> None:
    assert read_line(text).paragraph == Paragraph(text, role, run_in)


def test_an_item_that_goes_on_from_a_semicolon_is_no_heading() -> None:
    assert roles("（一）有场所；", "（二）有人员") == [BODY, BODY]
    assert roles("（一）有场所；", "二、有人员") == [BODY, H1]


def test_the_parts_of_an_article_are_no_headings() -> None:
    article = "第三条　登记事项包括："
    assert roles(article, "（一）名称和住所。", "（二）负责人。变更的，应重新登记。") == [BODY] * 3


def test_the_headings_of_chapters_end_an_article() -> None:
    assert roles("第三条　从其规定。", "第二章　登记", "（一）登记机关。由市局登记。") == [
        BODY,
        H1,
        H2,
    ]


def test_a_heading_inside_an_article_has_no_full_stop() -> None:
    assert roles("第三条　申报按下列规定：", "（一）申报条件") == [BODY, H2]


@pytest.mark.parametrize("caption", ["名词解释", "《报告》有关名词注释", "注释"])
def test_words_that_are_explained_are_no_headings(caption: str) -> None:
    assert roles(caption, "1.“四好”农村路：", "2.双创：创新和创业。") == [BODY] * 3


def test_explanations_end_at_a_heading_of_the_same_level() -> None:
    lines = ["三、名词解释", "1.双创：创新和创业", "四、附则", "1.施行日期"]
    assert roles(*lines) == [H1, BODY, H1, H3]


def test_a_whole_sentence_heads_the_text_below_it() -> None:
    sentence = "（五）聚力能级提升，提高城市功能品质。"
    assert roles("开头。", sentence, TEXT)[1] is H2


@pytest.mark.parametrize(
    "around",
    [
        ("开头。", "短句。"),
        ("开头。", "（六）聚力民生改善，提高群众生活水平。"),
        ("（四）聚力改革；", TEXT),
        ("（四）各级都要重视，各负其责。", TEXT),
        ("第三条　登记事项包括：", TEXT),
    ],
    ids=["little text", "an item", "behind a semicolon", "in a row of items", "in an article"],
)
def test_a_whole_sentence_elsewhere_is_body(around: tuple[str, str]) -> None:
    before, after = around
    assert roles(before, "（五）聚力能级提升，提高城市功能品质。", after)[1] is BODY


def test_a_sentence_among_provisions_is_one_too() -> None:
    rule = "四、各部门实行首长负责制，由首长领导。副职协助工作。"
    assert roles(*PROVISIONS, rule) == [BODY] * 4
    assert roles("一、提高认识", "二、加强领导", "三、抓好落实", rule)[3] is H1


def test_a_very_short_first_sentence_is_a_heading_among_provisions() -> None:
    assert roles(*PROVISIONS, "四、加强监督。副职协助工作。")[3] is H1


def test_a_longer_first_sentence_is_a_heading_among_headings() -> None:
    longer = "（三）" + "坚持以新发展理念引领高质量发展，" * 3 + "稳步前进。全年增长百分之六。"
    short = ["（一）抓好产业。项目落地。", "（二）抓好民生。群众满意。"]
    paragraph = settled(*short, longer)[2]
    assert (paragraph.role, paragraph.heading[-4:]) == (H2, "稳步前进")
    assert roles(longer)[0] is BODY


def test_rows_of_different_sections_do_not_count_together() -> None:
    first = ["一、甲项工作", "1.抓好产业。项目落地。", "2.抓好民生。群众满意。"]
    longer = "3." + "坚持以新发展理念引领高质量发展，" * 2 + "稳步前进。全年增长。"
    assert roles(*first, longer)[-1] is H3
    assert roles(*first, "二、乙项工作", longer.replace("3.", "4."))[-1] is BODY


def test_a_row_whose_numbers_go_on_through_the_sections_is_one_row() -> None:
    items = [f"{n}.{'推动部门自建系统整合对接' * 2}，并做到数据共享。" for n in range(1, 5)]
    short = "5.建立基础数据动态更新和校正机制。六月底完成。"
    assert roles("一、甲项工作", short.replace("5.", "1."))[-1] is H3
    assert roles("一、甲项工作", *items, "二、乙项工作", short)[-1] is BODY


def test_a_whole_sentence_is_a_heading_where_most_of_its_row_are() -> None:
    others = ["（一）抓好产业。", "（二）抓好民生。", "（三）抓好安全。"]
    sentence = "（四）坚持协调发展，促进城乡融合、区域联动和共同富裕。"
    assert roles(*others, sentence)[-1] is H2
    assert roles(sentence)[-1] is BODY
    assert roles(*others, "（四）坚持协调发展，各部门要促进城乡融合。")[-1] is BODY


@pytest.mark.parametrize(
    "text",
    [
        "（一）元旦：1月1日放假调休，共3天。2月1日上班。",
        "（一）考评以日常监测、实地调研等方式进行。每半年考评一次。",
        "（一）有关管理工作由主管部门负责。各单位要配合。",
    ],
)
def test_a_first_sentence_that_states_a_rule_is_no_heading(text: str) -> None:
    assert roles(text) == [BODY]


def test_a_role_that_is_known_is_kept() -> None:
    paragraphs = [Paragraph("（一）有场所；"), Paragraph("（二）有人员", H2)]
    settle_headings(paragraphs, [None, H2])
    assert paragraphs[1].role is H2
