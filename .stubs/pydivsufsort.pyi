from typing import Any

import numpy as np
from numpy.typing import NDArray

def divsufsort(inp: bytes | NDArray[Any]) -> NDArray[np.int32]: ...
