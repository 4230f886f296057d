"""The administrative divisions down to the prefectures, by full and by short name.

Source of facts: 行政区划代码 of the Ministry of Civil Affairs, divisions of the first and second
level, and the counties that provinces administer themselves.
"""

from dataclasses import dataclass
from functools import cache

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_REGIONS = {
    "香港": "香港特别行政区",
    "澳门": "澳门特别行政区",
    "台湾": "台湾省",
}
_AUTONOMOUS = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
# Under each province its cities; what is no 市 stands with its rank, and an autonomous prefecture
# as its short name and its peoples.
_PREFECTURES = {
    "河北": "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
    "山西": "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
    "内蒙古": "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 "
    "兴安盟 锡林郭勒盟 阿拉善盟",
    "辽宁": "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
    "吉林": "长春 吉林 四平 辽源 通化 白山 松原 白城 延边/朝鲜族",
    "黑龙江": "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 "
    "大兴安岭地区",
    "江苏": "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
    "浙江": "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
    "安徽": "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
    "福建": "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
    "江西": "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
    "山东": "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
    "河南": "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 "
    "周口 驻马店 济源",
    "湖北": "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施/土家族苗族 仙桃 "
    "潜江 天门 神农架林区",
    "湖南": "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西/土家族苗族",
    "广东": "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 "
    "东莞 中山 潮州 揭阳 云浮",
    "广西": "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
    "海南": "海口 三亚 三沙 儋州",
    "四川": "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 "
    "巴中 资阳 阿坝/藏族羌族 甘孜/藏族 凉山/彝族",
    "贵州": "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南/布依族苗族 黔东南/苗族侗族 黔南/布依族苗族",
    "云南": "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄/彝族 红河/哈尼族彝族 文山/壮族苗族 "
    "西双版纳/傣族 大理/白族 德宏/傣族景颇族 怒江/傈僳族 迪庆/藏族",
    "西藏": "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区",
    "陕西": "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
    "甘肃": "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏/回族 甘南/藏族",
    "青海": "西宁 海东 海北/藏族 黄南/藏族 海南/藏族 果洛/藏族 玉树/藏族 海西/蒙古族藏族",
    "宁夏": "银川 石嘴山 吴忠 固原 中卫",
    "新疆": "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉/回族 博尔塔拉/蒙古 巴音郭楞/蒙古 阿克苏地区 "
    "克孜勒苏/柯尔克孜 喀什地区 和田地区 伊犁/哈萨克 塔城地区 阿勒泰地区",
}
_RANKS = ("地区", "林区", "盟")


@dataclass(frozen=True, slots=True)
class _Prefecture:
    """A city or its like: the province's short name, its full name, and other names of it."""

    province: str
    full: str
    names: tuple[str, ...]


@cache
def ranked_names() -> dict[str, str]:
    """Every name with its rank, 四川省, 乐山市 or 阿坝州, to the full name."""
    prefectures = {name: p.full for p in _prefectures() for name in (p.full, *p.names[:-1])}
    return prefectures | {full: full for full in _provinces().values()}


def division(name: str, province: str = "") -> str:
    """The full name of a division that is named by itself; empty if there is none.

    Args:
        name: with its rank or without, 乐山市 or 乐山.
        province: short or full, if it is named before: 海南 is a province, below 青海 a prefecture.
    """
    found = _by_name().get(name, [])
    if province:
        return next((p.full for p in found if province.startswith(p.province)), "")
    own = name if name in _provinces().values() else _provinces().get(name, "")
    return own or next((p.full for p in found), "")


@cache
def _provinces() -> dict[str, str]:
    """The provinces, municipalities and regions by short name."""
    cities = {name.removesuffix("市"): name for name in _MUNICIPALITIES}
    others = {name: name + "省" for name in _PREFECTURES if name not in _AUTONOMOUS}
    return cities | others | _AUTONOMOUS | _REGIONS


@cache
def _by_name() -> dict[str, list[_Prefecture]]:
    found: dict[str, list[_Prefecture]] = {}
    for prefecture in _prefectures():
        for name in {prefecture.full, *prefecture.names}:
            found.setdefault(name, []).append(prefecture)
    return found


@cache
def _prefectures() -> tuple[_Prefecture, ...]:
    return tuple(
        _prefecture(province, entry)
        for province, entries in _PREFECTURES.items()
        for entry in entries.split()
    )


def _prefecture(province: str, entry: str) -> _Prefecture:
    """The prefecture of an entry; its last name is the one without a rank."""
    short, autonomous, peoples = entry.partition("/")
    if autonomous:
        return _Prefecture(province, f"{short}{peoples}自治州", (f"{short}州", short))
    rank = next((rank for rank in _RANKS if entry.endswith(rank)), "")
    if rank:
        return _Prefecture(province, entry, (entry.removesuffix(rank),))
    return _Prefecture(province, entry + "市", (entry,))
