"""The styles of the Word file: what each part of a paper looks like, by name.

They replace all styles of python-docx's template (blue headings, theme fonts, Japanese defaults).
Where Word has a name of its own for a part it is used, so that Word's outline and table of contents
work and other programs find their way.
"""

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import CharacterStyle, ParagraphStyle

from desktop_app.core.export.house_style import HouseStyle, PageNumber, Part, TextStyle
from desktop_app.core.export.layout import Block, Form
from desktop_app.core.export.text_width import width_twips
from desktop_app.core.export.word_style_xml import (
    WordStyle,
    indent,
    linked_character_style,
    linked_identity,
    paragraph_style,
    run_properties,
)
from desktop_app.core.export.word_xml import w

ODD_FOOTER, EVEN_FOOTER = "PageNumberOdd", "PageNumberEven"

_HEADINGS = (Part.HEADING_1, Part.HEADING_2, Part.HEADING_3, Part.HEADING_4)
_NAMES = {
    Part.TITLE: ("Title", "Title"),
    Part.BYLINE: ("Byline", "题下署名"),
    Part.DOCUMENT_NUMBER: ("DocumentNumber", "发文字号"),
    Part.SALUTATION: ("Salutation", "Salutation"),
    Part.BODY: ("BodyText", "Body Text"),
    Part.ATTACHMENT_NOTE: ("AttachmentNote", "附件说明"),
    Part.ATTACHMENT_MARK: ("AttachmentMark", "附件标志"),
    Part.SIGNATURE: ("Signature", "Signature"),
    Part.DATE: ("Date", "Date"),
} | {part: (f"Heading{n}", f"heading {n}") for n, part in enumerate(_HEADINGS, start=1)}
_FORM_NAMES = {
    (Part.ATTACHMENT_NOTE, Form.NUMBERED): ("AttachmentNumbered", "附件说明（编号）"),
    (Part.ATTACHMENT_NOTE, Form.CONTINUED): ("AttachmentContinued", "附件说明（续）"),
    (Part.BODY, Form.BEFORE_SIGNATURE): ("BodyBeforeSignature", "正文（署名前）"),
    (Part.BODY, Form.EMPTY): ("EmptyLine", "空行"),
}
# The words of an attachment note under which its lines are not to reach.
_NOTE_HEADS = {Form.PLAIN: "附件：", Form.NUMBERED: "附件：1.", Form.CONTINUED: "1."}
_ONE_LINE = (Part.SIGNATURE, Part.DATE)


def style_id(block: Block) -> str:
    """The id of the paragraph style of a block."""
    return _FORM_NAMES.get((block.part, block.form), _NAMES[block.part])[0]


def run_in_style_id(heading: Part) -> str:
    """The id of the character style for a heading that runs on into the text."""
    return linked_identity(_NAMES[heading][0])


def style_elements(style: HouseStyle) -> Iterator[BaseOxmlElement]:
    """The children of `w:styles`, in their order."""
    body = style.texts[Part.BODY]
    yield _document_defaults(body)
    yield _unused_styles()
    normal = replace(body, first_line_characters=0, keep_with_next=False, new_page=False)
    yield paragraph_style(
        WordStyle(
            "Normal",
            "Normal",
            normal,
            based_on=None,
            line_twips=style.lines.line_twips,
            on_grid=True,
        )
    )
    yield from _other_kinds()
    for word_style in _text_styles(style):
        yield paragraph_style(word_style)
        if word_style.outline is not None:
            yield linked_character_style(word_style)
    for word_style in _footer_styles(style.page_number):
        yield paragraph_style(word_style)


def _document_defaults(body: TextStyle) -> BaseOxmlElement:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run_defaults = w("rPrDefault", w("rPr", *run_properties(body), language))
    return w("docDefaults", run_defaults, w("pPrDefault"))


def _unused_styles() -> BaseOxmlElement:
    """Keep the rest of Word's 376 built-in styles out of the user's list."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _other_kinds() -> Iterator[BaseOxmlElement]:
    """The defaults of the kinds of styles that a paper of paragraphs does not use."""
    for kind, identity, name in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    ):
        yield w(
            "style",
            w("name", val=name),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("unhideWhenUsed"),
            type=kind,
            default=1,
            styleId=identity,
        )


def _text_styles(style: HouseStyle) -> Iterator[WordStyle]:
    """The styles of all parts, and after them their varieties."""
    for part, (identity, name) in _NAMES.items():
        text = style.texts[part]
        yield WordStyle(
            identity,
            name,
            text,
            followed_by=_follower(part),
            line_twips=style.lines.line_twips,
            # LibreOffice gives two lines of the grid to characters that are higher than one.
            on_grid=text.size_points <= style.texts[Part.BODY].size_points,
            indents=_indents(part, Form.PLAIN, text),
            outline=_HEADINGS.index(part) if part in _HEADINGS else None,
            keep_lines=part is Part.TITLE,
            # The thin space would shift a date against the signature by an unknown width.
            auto_space=part not in _ONE_LINE,
        )
    for (part, form), (identity, name) in _FORM_NAMES.items():
        yield WordStyle(
            identity,
            name,
            style.texts[part],
            based_on=_NAMES[part][0],
            followed_by=_follower(part),
            line_twips=style.lines.line_twips,
            on_grid=True,
            indents=_indents(part, form, style.texts[part]),
            keep_with_next=part is Part.BODY,
        )


def _follower(part: Part) -> str:
    """After a heading or a title comes body text; a signature is followed by its date."""
    return _NAMES[Part.DATE if part is Part.SIGNATURE else Part.BODY][0]


def _indents(part: Part, form: Form, text: TextStyle) -> dict[str, int]:
    """The attributes of `w:ind`."""
    if part is Part.ATTACHMENT_NOTE:
        return _note_indents(form, text)
    return (
        indent("left", text.left_characters, text.character_twips)
        | indent("right", text.right_characters, text.character_twips)
        | indent("firstLine", text.first_line_characters, text.character_twips)
    )


def _note_indents(form: Form, text: TextStyle) -> dict[str, int]:
    """Lines of an attachment note align with the name of the attachment (7.3.4).

    Its heads are no whole number of characters wide, so that only twips can say it.
    """
    hanging = width_twips(_NOTE_HEADS[form], text)
    head = _NOTE_HEADS[Form.PLAIN] if form is Form.CONTINUED else ""
    start = round(text.left_characters * text.character_twips) + width_twips(head, text)
    return {"left": start + hanging, "hanging": hanging}


def _footer_styles(number: PageNumber) -> Iterator[WordStyle]:
    """The style of the foot of a page, and from it those of odd and of even pages."""
    plain = TextStyle(number.font, number.latin, number.size_points, number.odd_pages)
    yield WordStyle("Footer", "footer", plain)
    for identity, name, side in (
        (ODD_FOOTER, "页码（单页）", number.odd_pages),
        (EVEN_FOOTER, "页码（双页）", number.even_pages),
    ):
        inset = 0 if side == "center" else number.indent_characters
        yield WordStyle(
            identity,
            name,
            replace(plain, alignment=side),
            based_on="Footer",
            indents=indent(side, inset, plain.character_twips),
        )


def paragraph_styles(document: Document) -> dict[str, ParagraphStyle]:
    """The paragraph styles of a document by their ids."""
    found = (style for style in document.styles if isinstance(style, ParagraphStyle))
    return {style.style_id: style for style in found}


def character_styles(document: Document) -> dict[str, CharacterStyle]:
    """The character styles of a document by their ids."""
    found = (style for style in document.styles if isinstance(style, CharacterStyle))
    return {style.style_id: style for style in found}
