import ctypes

FPDF_ERR_PASSWORD: int
FPDF_ERR_SECURITY: int

class FS_RECTF(ctypes.Structure):
    left: float
    top: float
    right: float
    bottom: float

def FPDFText_GetUnicode(text_page: object, index: int) -> int: ...
def FPDFText_GetLooseCharBox(text_page: object, index: int, rect: FS_RECTF) -> int: ...
