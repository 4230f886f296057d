"""Word files for the tests, put together from strings."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<w:styles {NAMESPACES}>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="9"><w:name w:val="heading 9"/></w:style>
<w:style w:type="paragraph" w:styleId="x"/>
</w:styles>"""


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(content: str, style: str = "") -> str:
    """A paragraph of runs; plain text becomes one run."""
    inner = content if content.startswith("<") else run(content)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{inner}</w:p>"


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for new programs and once more for old ones."""
    box = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def document(*blocks: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(*blocks: str, **parts: str) -> bytes:
    """A .docx of these blocks; `styles` may be given as another part."""
    extra = {f"word/{name}.xml": content for name, content in parts.items()}
    return package({"word/document.xml": document(*blocks), **extra})


def named_main_part(name: str, *blocks: str) -> bytes:
    """A .docx whose main part has another name, told by its relationships alone."""
    relationship = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{name}"/>'
    relationships = f'<Relationships xmlns="{RELATIONSHIPS}">{relationship}</Relationships>'
    return package({"_rels/.rels": relationships, name.lstrip("/"): document(*blocks)})
