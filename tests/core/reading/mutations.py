"""Files that are a little wrong: seeded changes to the bytes of right ones."""

import random
from collections.abc import Iterator

_MOST = 8  # changes to one file
_LONGEST = 64  # bytes put in, taken out or doubled by one


def mutations(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """So many changed copies of the bytes, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        changed = bytearray(data)
        for _ in range(chance.randint(1, _MOST)):
            _change(changed, chance)
        yield bytes(changed)


def _change(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.randint(1, _LONGEST))
    match chance.randrange(7):
        case 0:
            data[start:end] = bytes(byte ^ 1 << chance.randrange(8) for byte in data[start:end])
        case 1:
            del data[start:end]
        case 2:
            data[start:start] = data[start:end] * chance.choice((1, 2, 50))
        case 3:
            data[start:start] = chance.randbytes(chance.randint(1, _LONGEST))
        case 4:
            data[start:end] = chance.choice((b"\0", b"\xff", b"9", b"{", b"<")) * (end - start)
        case 5:
            other = chance.randrange(len(data) + 1)
            data[start:end] = data[other : other + end - start]
        case _ if chance.random() < 0.3:
            del data[start:]
        case _:
            data[start : start + 4] = chance.choice((0, 1, 1 << 31, (1 << 32) - 1)).to_bytes(
                4, "little"
            )
