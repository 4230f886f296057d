"""What the manifest of the corpus says of its papers, as far as a paper itself can tell it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.document.divisions import division
from desktop_app.core.document.properties import Properties, genre_family

NAMES = ("title", "year", "genre", "body", "place")
_NATIONAL = ("01", "02", "07", "11")
_REPORTS = ("01", "04", "05", "06")
_KINDS = {
    "政府工作报告(全国)": "报告",
    "政府工作报告(省)": "报告",
    "政府工作报告(市)": "报告",
    "指南/指导意见": "意见",
    "规划/方案": "方案",
    "行动计划": "方案",
    "工作方案": "方案",
    "行政法规": "办法",
    "部门规章": "办法",
}
# The manifest takes these from an enclosed or a quoted paper, and two regulations for what they
# regulate; the titles themselves name 通知, 决定 and 方案.
_OWN_KIND = {
    "国务院关于印发《国务院工作规则》的通知": "通知",
    "暂时调整实施《中华人民共和国药品管理法实施条例》有关规定的决定": "决定",
    "重新组建仲裁机构方案": "方案",
    "关于职工全年月平均工作时间和工资折算问题的通知": "通知",
}
# The manifest names the class of a regulation (国务院) or the office that publishes it today; the
# paper itself says who put it into force. Read in the papers' own lines.
_OWN_BODY = {
    "公安部对部分刀具": "公安部",
    "石油地震勘探": "能源部",
    "学校卫生工作条例": "国家教育委员会",
    "传染病防治法实施": "卫生部",
    "搜寻援救民用": "中国民用航空局",
    "民族乡行政工作": "国家民族事务委员会",
    "证券、期货投资咨询": "国务院证券委员会",
    "处方药与非处方药": "国家药品监督管理局",
    "集成电路布图设计行政执法": "国家知识产权局",
    "药品进口管理": "食品药品监管局、海关总署",
    "互联网药品信息": "国家食品药品监督管理局",
    "职工带薪年休假实施": "人力资源和社会保障部",
    "公民出境入境管理法": "公安部、外交部、交通部",
    "水路货物运输合同": "交通部",
    "铁路货物运输合同": "铁道部",
    "档案法实施": "国家档案局",
    "旅馆业治安": "公安部",
    **dict.fromkeys(
        ("居民身份证申领发放", "飞行基本规则", "民兵武器装备", "退役士兵安置", "解放军"),
        "国务院、中央军事委员会",
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of the manifest, and what its properties should be.

    Attributes:
        path: below the corpus.
        wanted: of each property the value; a property that the manifest does not tell is missing.
    """

    path: str
    wanted: dict[str, str]

    def right(self, name: str, found: Properties) -> bool:
        """Whether a property was found as wanted."""
        said = str(getattr(found, name))
        if name == "genre":
            said = genre_family(said)
        if name == "title":
            said = _plain(said)
        return said == self.wanted[name]


def listed_papers(corpus: Path) -> Iterator[Listed]:
    """All papers of the manifest."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Listed(row["file"], _wanted(row))


def _wanted(row: dict[str, str]) -> dict[str, str]:
    folder = row["file"][:2]
    foreign = "English" in row["title"]
    wanted = {"year": row["year"]}
    if folder in ("07", "11"):
        title = re.sub(r"\(\d{4}-\d\d-\d\d\)$| \S+号$", "", row["title"])
        wanted["title"] = _plain(title)
    if not foreign:
        own = next((kind for title, kind in _OWN_KIND.items() if title in row["title"]), "")
        wanted["genre"] = own or genre_family(_KINDS.get(row["genre"], row["genre"]))
    if folder in _NATIONAL:
        own = next((body for title, body in _OWN_BODY.items() if title in row["title"]), "")
        issuer = re.sub(r"^(?=市场监督管理总局)", "国家", row["issuer"])
        wanted |= {"body": (own if folder == "11" else "") or issuer, "place": ""}
    if folder in ("04", "05", "06"):
        province, _, city = row["issuer"].partition("/")
        place = division(city, "" if city == province else province) or division(province)
        place = "吉林市" if row["issuer"] == "吉林/吉林" else place
        wanted |= {
            "place": place,
            "body": place + ("行政公署" if place.endswith("盟") else "人民政府"),
        }
    return wanted


def _plain(title: str) -> str:
    """A title without what exports change in it: spaces and brackets."""
    return re.sub(r"[\s()（）《》〈〉“”\"—\-]|中华人民共和国", "", title)
