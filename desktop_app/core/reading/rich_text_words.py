"""What the words of rich text mean to a reader of its text (RTF Specification 1.9.1)."""

# Words and symbols that stand for a character or a break.
_BREAKS = "par line sect page column softpage softline cell nestcell row nestrow"
WORDS = dict.fromkeys(_BREAKS.split(), "\n") | {
    "tab": " ",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": " ",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SYMBOLS = {"\n": "\n", "\r": "\n", "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\"}

# Groups whose text is none of the document's. Those that a star marks as unknown to old programs
# are left out too, but for these, which hold shapes and their text boxes, and Unicode text.
READ_THOUGH_STARRED = frozenset({"shpinst", "ud", "pntext"})
_UNREAD = (
    "annotation atnauthor atnid atndate atnref atrfstart atrfend author bkmkstart bkmkend buptim "
    "category colortbl comment company creatim doccomm docvar falt ffname ffdeftext ffformat "
    "ffhelptext ffl ffstattext ffentrymcr ffexitmcr fldinst filetbl fname fontemb fontfile "
    "fonttbl footer footerf footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header "
    "headerf headerl headerr hlinkbase info keywords latentstyles listtable listoverridetable "
    "manager nextfile nonshppict objalias objclass objdata objname objsect objtime operator "
    "password pgptbl pict pn private printim revtbl revtim rsidtbl rxe shprslt sn sp "
    "staticval stylesheet subject sv tc template title txe upr userprops wgrffmtfilter xe xmlnstbl "
    "xmlattrname xmlattrvalue"
)
DESTINATIONS = frozenset(_UNREAD.split())

# Encodings by the character set of a font. Sets 0 and 1 are those of the document.
SYMBOL_FONT = "symbol"
CHARSETS = {
    2: SYMBOL_FONT,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
BULLETS = str.maketrans(dict.fromkeys("•·●○■□◆◇▪▫◦∙\uf0b7", None))
