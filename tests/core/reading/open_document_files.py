"""OpenDocument texts for the tests, put together from strings."""

from tests.core.reading.word_files import package

_NAMES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "style": "style:1.0",
    "table": "table:1.0",
    "draw": "drawing:1.0",
    "svg": "svg-compatible:1.0",
    "loext": "loext",
}
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
    for short, name in _NAMES.items()
)


def content(*blocks: str, styles: str = "") -> str:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    body = f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>"
    return f"<office:document-content {NAMESPACES}>{automatic}{body}</office:document-content>"


def open_document(*blocks: str, styles: str = "", **parts: str) -> bytes:
    """An .odt of these blocks; `styles` go into its content, further parts by their names."""
    extra = {f"{name}.xml": part for name, part in parts.items()}
    return package({"content.xml": content(*blocks, styles=styles), **extra})


def p(inner: str, style: str = "") -> str:
    look = f' text:style-name="{style}"' if style else ""
    return f"<text:p{look}>{inner}</text:p>"


def items(*inner: str) -> str:
    return "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)


def listed(inner: str, style: str = "L", more: str = "") -> str:
    look = f' text:style-name="{style}"' if style else ""
    return f"<text:list{look}{more}>{inner}</text:list>"


def list_style(*levels: str, name: str = "L") -> str:
    """A list style; each level is given by its settings."""
    inner = "".join(
        f'<text:list-level-style-number text:level="{n}" {settings}/>'
        for n, settings in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{inner}</text:list-style>'
