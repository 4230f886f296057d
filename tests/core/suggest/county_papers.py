"""Reports of two invented counties, and an index over them."""

from pathlib import Path

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.passages import PassageSuggester
from desktop_app.core.suggest.scene import Caret, Scene
from desktop_app.core.suggest.weights import ContinuationWeights
from tests.core.library.index.papers import index_of, paper

WEIGHTS = ContinuationWeights.read(
    Path(__file__).parents[3] / "resources" / "suggest" / "continuation.json"
)

BEFORE = "青溪县2026年政府工作报告\n让农民更多分享收益\n（一）扎实推进乡村振兴。守牢"  # a draft

QINGXI_2024 = (
    "青溪县2024年政府工作报告",
    "各位代表：",
    "# 一、2023年工作回顾",
    "过去一年，全县上下迎难而上、埋头苦干，地区生产总值增长5.6%，城乡居民收入稳步提高。",
    "特色农业提质增效。新建高标准农田3.2万亩，粮食总产稳定在28万吨以上；青溪白茶入选省级名品目录，茶旅融合带动8600户茶农增收。",
    "# 二、2024年重点工作",
    "（一）扎实推进乡村振兴。守牢耕地保护红线，新建高标准农田2.5万亩，健全联农带农机制，让农民更多分享产业增值收益。",
    "（二）着力改善民生福祉。办好十件民生实事，新增学位1200个，推进县医院新院区建设，让群众就近看得上病、看得好病。",
    "政府自身建设永远在路上。坚持过紧日子，严控一般性支出，把更多财力用在发展紧要处、民生急需上。",
)
QINGXI_2025 = (
    "青溪县2025年政府工作报告",
    "各位代表：",
    "# 一、2024年工作回顾",
    "过去一年，全县上下勠力同心、攻坚克难，地区生产总值增长6.1%，城乡居民收入稳步提高。",
    "特色农业提质增效。新建高标准农田2.6万亩，粮食总产稳定在29万吨以上；青溪白茶品牌价值突破十亿元，茶旅融合带动9100户茶农增收。",
    "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。",
    "# 二、2025年重点工作",
    "（一）扎实推进乡村振兴。守牢耕地保护红线，建设宜居宜业和美乡村，健全联农带农机制，让农民更多分享产业增值收益。",
    "（二）着力改善民生福祉。办好十件民生实事，新增学位900个，县医院新院区投入使用，让群众就近看得上病、看得好病。",
    "政府自身建设永远在路上。坚持过紧日子，严控一般性支出，把更多财力用在发展紧要处、民生急需上。",
)
LINHE_2025 = (
    "临河县2025年政府工作报告",
    "各位代表：",
    "# 一、2024年工作回顾",
    "一年来，我们坚持工业强县，规模以上工业增加值增长8.3%，临港产业园引进项目41个。",
    "特色农业稳步发展。建成设施蔬菜基地1.8万亩，粮食总产稳定在45万吨以上；渔光互补示范区并网发电。",
    "# 二、2025年重点工作",
    "（一）扎实推进乡村振兴。守牢耕地保护红线，抓好春耕备耕，健全联农带农机制，促进农民持续增收。",
    "（二）持续优化营商环境。推行一件事一次办，推动惠企政策直达快享，让企业安心经营、放心投资。",
    "政府自身建设永远在路上。坚持过紧日子，严控一般性支出，把更多财力用在发展紧要处、民生急需上。",
)
PAPERS = (
    paper(1, *QINGXI_2024, year=2024),
    paper(2, *QINGXI_2025, year=2025),
    paper(3, *LINHE_2025, year=2025),
)
PARAGRAPHS = {p.id: p.text for each in PAPERS for p in each.paragraphs}
PAPER_OF = {p.id: each.id for each in PAPERS for p in each.paragraphs}


def county_index(folder: Path) -> LibraryIndex:
    """The index of the three reports."""
    return index_of(folder, PAPERS)


def scene_of(index: LibraryIndex, before: str = BEFORE) -> Scene:
    """What of the library is near the end of a draft."""
    scene = PassageSuggester(index).scene(Caret([], before))
    assert scene is not None
    return scene
