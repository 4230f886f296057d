"""Which papers of ../shared are taken for spun: the samples, the corpus, and papers spun here.

`python -m tests.benchmarks.spun_papers [--seed N]` judges by several libraries. A paper of the
library is judged without itself. Spun papers are made by the table below, which the judge has
never seen, with 30, 60 and 100 % of its words replaced wherever they stand.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from desktop_app.core.library.collocations import Collocations, Tally, tally
from desktop_app.core.library.spun import SpunJudge
from desktop_app.core.reading.paper import read_paper
from desktop_app.core.text.words import Words

_SHARED = Path(__file__).parents[2].parent / "shared"
_SPUN_SAMPLE = "004"
_SPUN_PAPERS, _RATES = 40, (0.3, 0.6, 1.0)
_TABLE = """
发展 成长, 服务 伺候, 积极 踊跃, 能力 本事, 广大 辽阔, 提高 拔高, 加强 增强, 推进 挺进,
建设 修建, 工作 劳作, 坚持 咬定, 全面 周全, 问题 难点, 重要 要紧, 实现 达成, 组织 团伙,
开展 铺开, 落实 兑现, 完善 健全, 创新 翻新, 改革 变革, 促进 催促, 支持 撑持, 保障 担保,
管理 管束, 提升 抬升, 优化 美化, 重点 要点, 领导 带头, 群众 大众, 企业 厂商, 社会 世间,
经济 财经, 政策 方略, 机制 机理, 体系 系统, 资源 物资, 项目 条目, 质量 品质, 水平 程度,
规划 筹谋, 实施 施行, 改善 改进, 强化 加固, 解决 化解, 深入 透彻, 有效 奏效, 积累 积攒,
基础 根底, 环境 氛围, 生活 日子, 教育 教诲, 培训 操练, 安全 平安, 稳定 安稳, 增长 增添,
投资 注资, 技术 技艺, 产业 行当, 市场 集市, 城市 都会, 农村 乡下, 农民 庄稼人, 责任 职守,
监督 监视, 制度 规矩, 任务 差事, 目标 靶子, 努力 奋力, 精神 神采, 思想 念头, 学习 研习,
活动 举动, 人民 公民, 国家 邦国, 我们 咱们, 取得 获得, 必须 必需, 特别 格外, 进一步 更进一步,
加快 加速, 扩大 扩张, 严格 严厉, 继续 连续, 充分 充足, 方面 方位, 作用 功用, 优势 长处,
情况 状况, 要求 请求, 认真 当真, 切实 确切, 形成 造成, 增加 增多, 明显 显著, 困难 艰难,
关键 要害, 成果 果实, 参与 加入, 基层 下层
"""
_SYNONYMS = dict(pair.split() for pair in _TABLE.split(","))


def main() -> None:
    """Judge, and print what was flagged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    words = Words()
    paths = sorted((_SHARED / "corpus").glob("[0-9]*/*.txt"))
    texts = {path.parent.name[:2] + "/" + path.stem: cut(words, read_lines(path)) for path in paths}
    genuine = {name: tally(paragraphs) for name, paragraphs in texts.items()}
    samples = {
        path.name[:3]: tally(cut(words, (p.text for p in read_paper(path).paragraphs)))
        for path in sorted((_SHARED / "samples").glob("*.txt"))
    }
    chosen = chance.sample(sorted(texts), _SPUN_PAPERS)
    spun = {
        rate: {name: tally(cut(words, respelt(texts[name], rate, chance))) for name in chosen}
        for rate in _RATES
    }
    for library, members in libraries(sorted(texts), chance):
        told = judged(members, genuine, samples, spun)
        sys.stdout.write(json.dumps({"library": library, **told}, ensure_ascii=False) + "\n")


def read_lines(path: Path) -> list[str]:
    """The paragraphs of a paper of the corpus."""
    return path.read_text(encoding="utf-8").splitlines()


def cut(words: Words, texts: Iterable[str]) -> list[list[str]]:
    """Each paragraph in words."""
    return [words.cut(text) for text in texts]


def respelt(paragraphs: Iterable[Sequence[str]], rate: float, chance: random.Random) -> list[str]:
    """The text with synonyms in place of a share of the words that have one."""
    return [
        "".join(_SYNONYMS.get(w, w) if chance.random() < rate else w for w in words)
        for words in paragraphs
    ]


def libraries(names: Sequence[str], chance: random.Random) -> list[tuple[str, list[str]]]:
    """Libraries of several makes and sizes."""
    reports = [name for name in names if name[:2] in {"04", "06"}]
    mixed = [(f"{n} mixed", chance.sample(names, n)) for n in (100, 50, 25)]
    folders = sorted({name[:2] for name in names})
    single = [(folder, [n for n in names if n[:2] == folder]) for folder in folders]
    return [("04 and 06", reports), *mixed, ("all", list(names)), *single]


def judged(
    members: Sequence[str],
    genuine: Mapping[str, Tally],
    samples: Mapping[str, Tally],
    spun: Mapping[float, Mapping[str, Tally]],
) -> dict[str, object]:
    """What a library says of the samples, of all genuine papers, and of the spun ones."""
    judge = SpunJudge(Collocations.of(genuine[name] for name in members))
    inside = frozenset(members)
    started = time.perf_counter()
    scores = {name: judge.score(t, counted=name in inside) for name, t in genuine.items()}
    spent = time.perf_counter() - started
    found = {
        f"spun_{rate:.0%}": _share(
            judge.is_spun(t, counted=name in inside)
            for name, t in papers.items()
            if _kin(name, members)
        )
        for rate, papers in spun.items()
    }
    return {
        "papers": len(members),
        "samples": {n: round(judge.score(t, counted=False), 2) for n, t in samples.items()},
        "spun_sample_found": judge.is_spun(samples[_SPUN_SAMPLE], counted=False),
        "false_alarms": sorted(name for name, score in scores.items() if score >= 1),
        "highest_genuine": round(max(scores.values()), 2),
        **found,
        "ms_per_paper": round(1000 * spent / len(scores), 1),
    }


def _kin(name: str, members: Sequence[str]) -> bool:
    """Whether the library has ten other papers of the same folder."""
    return sum(member[:2] == name[:2] and member != name for member in members) >= 10


def _share(verdicts: Iterable[bool]) -> str:
    told = list(verdicts)
    return f"{sum(told)} of {len(told)}"


if __name__ == "__main__":
    main()
