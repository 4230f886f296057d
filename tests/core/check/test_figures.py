import pytest

from tests.core.check.mending import found, mended


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        ("document-number-brackets", "按照国发[2023]5号要求", "按照国发〔2023〕5号要求"),
        ("document-number-brackets", "（市政发（2023）12号）", "（市政发〔2023〕12号）"),
        ("document-number-brackets", "工信发【2023】第05号", "工信发〔2023〕5号"),
        ("document-number-ordinal", "市政发〔2023〕第5号", "市政发〔2023〕5号"),
        ("document-number-ordinal", "市政发〔2023〕05号", "市政发〔2023〕5号"),
        ("date-leading-zero", "自2023年05月01日起施行", "自2023年5月1日起施行"),
        ("date-leading-zero", "截至2023年12月08日", "截至2023年12月8日"),
        ("date-dotted", "2023.5.1召开会议", "2023年5月1日召开会议"),
        ("date-dotted", "于2023/05/20印发", "于2023年5月20日印发"),
        ("date-short-year", "自23年5月起", "自2023年5月起"),
        ("date-short-year", "始建于98年10月", "始建于1998年10月"),
        ("han-year-zero", "二○二三年五月", "二〇二三年五月"),
        ("han-year-zero", "二零二五年", "二〇二五年"),
        ("han-year-zero", "二0二三年", "二〇二三年"),
        ("han-year-zero", "二○三五远景目标", "二〇三五远景目标"),
        ("approximate-number", "经过三、四个月努力", "经过三四个月努力"),
        ("approximate-number", "只有十五、六岁", "只有十五六岁"),
        ("approximate-number", "用了二、三年时间", "用了二三年时间"),
        ("range-hyphen", "增长5-10%左右", "增长5%～10%左右"),
        ("range-hyphen", "增长5%-5.5%", "增长5%～5.5%"),
        ("range-hyphen", "培育3-5家企业", "培育3～5家企业"),
        ("range-hyphen", "规划期为2021-2025年", "规划期为2021—2025年"),
        ("range-hyphen", "今年1-11月", "今年1—11月"),
        ("full-width-digits", "完成投资１２３．５亿元", "完成投资123.5亿元"),
        ("full-width-digits", "合计１，２３４万元，增长３％", "合计1,234万元，增长3%"),
        ("full-width-thousands", "新增就业12，345人", "新增就业12,345人"),
    ],
)
def test_a_figure_in_a_wrong_form_is_mended(rule: str, bad: str, good: str) -> None:
    assert found(bad, rule)
    assert mended(bad, rule) == good
    assert found(good, rule) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("document-number-brackets", "国务院令第707号和（2023）京01民终5号"),
        ("document-number-brackets", "国家标准（2023）12项"),
        ("document-number-brackets", "《关于转发国发[2023]5号文件的通知》"),
        ("document-number-ordinal", "市政发〔2023〕105号"),
        ("date-leading-zero", "2023年10月20日至11月30日"),
        ("date-dotted", "访问192.168.5.1，升级到2023.5.1b版"),
        ("date-dotted", "见https://example.cn/2023/05/01/notice.html"),
        ("date-short-year", "近20年5月平均气温"),
        ("date-short-year", "历时10年3个月"),
        ("date-short-year", "2023年5月"),
        ("han-year-zero", "二〇二三年，一九九八年，二十年"),
        ("approximate-number", "第三、四个专题"),
        ("approximate-number", "（一）、（二）两个方面，一、二、三次产业"),
        ("approximate-number", "小学三、四年级学生"),
        ("approximate-number", "三四个月"),
        ("range-hyphen", "电话0532-85911216，标准GB/T 1234-2010年版"),
        ("range-hyphen", "5%～10%，2021—2025年，1-2号楼"),
        ("range-hyphen", "《行动计划（2021-2023年）》"),
        ("full-width-digits", "完成投资123.5亿元"),
        ("full-width-thousands", "在2023，345家企业"),
        ("full-width-thousands", "分别为5，6，7人"),
        ("decrease-in-times", "能耗下降50%，产量增长2倍"),
        ("decrease-in-times", "减少到原来的0.5倍"),
    ],
)
def test_a_right_figure_is_left_alone(rule: str, text: str) -> None:
    assert found(text, rule) == []


@pytest.mark.parametrize("text", ["成本下降3倍。", "事故减少了近两倍。"])
def test_a_decrease_in_times_is_an_error_without_a_mend(text: str) -> None:
    (finding,) = found(text, "decrease-in-times")
    assert finding.replacement is None


def test_one_document_number_gives_one_finding() -> None:
    text = "根据市政发(2023)第05号精神"
    assert mended(text) == "根据市政发〔2023〕5号精神"
    assert mended(mended(text)) == mended(text)
