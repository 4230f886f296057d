import pytest

from desktop_app.core.reading.containers import compound_kind, package_kind


def ole(*names: str) -> bytes:
    """The entries of a directory."""
    return b"\0" * 512 + b"".join(n.encode("utf-16-le").ljust(128, b"\0") for n in names)


@pytest.mark.parametrize(
    ("names", "mimetype", "kind"),
    [
        (["word/document.xml"], "", ".docx"),
        (["_rels/.rels", "word/document2.xml"], "", ".docx"),
        (["word/讲话.txt"], "", ".zip"),
        (["xl/workbook.xml", "_rels/.rels"], "", ".xlsx"),
        (["ppt/presentation.xml"], "", ".pptx"),
        (["OFD.xml"], "", ".ofd"),
        (["mimetype", "META-INF/container.xml"], "application/epub+zip", ".epub"),
        (["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text", ".odt"),
        (["mimetype", "content.xml"], "", ".odt"),
        (["mimetype"], "application/vnd.oasis.opendocument.spreadsheet\n", ".ods"),
        (["mimetype"], "application/vnd.oasis.opendocument.other", ".odf"),
        ([], "", ".zip"),
    ],
)
def test_a_package_is_known_by_its_parts(names: list[str], mimetype: str, kind: str) -> None:
    assert package_kind(names, mimetype) == kind


@pytest.mark.parametrize(
    ("names", "suffix", "kind"),
    [
        (["Root Entry", "WordDocument", "1Table"], ".wps", ".doc"),
        (["Workbook"], ".doc", ".xls"),
        (["Book"], ".xls", ".xls"),
        (["PowerPoint Document"], ".dps", ".ppt"),
        (["WordDocument", "ObjectPool", "Workbook"], ".doc", ".doc"),
        (["Workbook", "WordDocument"], ".et", ".xls"),
        (["MatOST"], ".wps", "Works .wps"),
        (["EncryptionInfo", "EncryptedPackage"], ".docx", "encrypted"),
        (["Root Entry"], ".doc", ""),
        (["WordDocumentary"], ".doc", ""),
    ],
)
def test_an_ole_file_is_known_by_its_streams(names: list[str], suffix: str, kind: str) -> None:
    assert compound_kind(ole(*names), suffix) == kind
