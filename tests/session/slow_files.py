"""Files for the reading pool: each says how it is to be read."""

import os
import time
from pathlib import Path

from desktop_app.core.errors import FileEncrypted


def read(path: Path) -> tuple[str, int]:
    """The text of the file and the process that read it, unless the file wants otherwise."""
    text = path.read_text("utf-8")
    match text.split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["flood"]:
            held = [bytearray(16 << 20) for _ in range(100)]
            return str(len(held)), 0
        case ["die"]:
            os._exit(3)
        case ["refuse"]:
            raise FileEncrypted
        case ["fail"]:
            raise ValueError(text)
        case ["recurse"]:
            return read(path)
    return text, os.getpid()
