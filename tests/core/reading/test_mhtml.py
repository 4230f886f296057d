from email.message import EmailMessage

import pytest

from desktop_app.core.errors import FileDamaged, FileHostile, FileTooLarge
from desktop_app.core.reading import mhtml
from desktop_app.core.reading.mhtml import mhtml_paragraphs

PAGE = "<html><head><title>网</title></head><body><p>会议纪要</p><p>各单位</p></body></html>"


def web_archive(page: str = PAGE, charset: str = "utf-8", encoding: str = "base64") -> bytes:
    """A page with a picture, as browsers save it."""
    message = EmailMessage()
    message["Subject"] = "会议纪要"
    message.set_content(page, subtype="html", charset=charset, cte=encoding)
    message.add_related(b"\x89PNG" * 50, "image", "png", cid="<a>")
    return message.as_bytes()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in mhtml_paragraphs(data)]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_the_page_of_an_archive_is_read(charset: str, encoding: str) -> None:
    assert texts(web_archive(PAGE, charset, encoding)) == ["会议纪要", "各单位"]


def test_the_first_page_counts_and_text_only_where_there_is_none() -> None:
    both = EmailMessage()
    both.set_content("第一行\n第二行\n")
    assert texts(both.as_bytes()) == ["第一行", "第二行"]
    both.add_alternative(PAGE, subtype="html")
    both.add_alternative("<p>广告</p>", subtype="html")
    assert texts(both.as_bytes()) == ["会议纪要", "各单位"]


def test_an_archive_without_a_page_is_damaged() -> None:
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", "image", "png")
    with pytest.raises(FileDamaged):
        mhtml_paragraphs(picture.as_bytes())


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_an_archive_that_is_cut_off_is_damaged(share: float) -> None:
    data = web_archive()
    with pytest.raises(FileDamaged):
        mhtml_paragraphs(data[: int(len(data) * share)])


def test_parts_that_nest_without_end_are_hostile() -> None:
    head = b"MIME-Version: 1.0\n"
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1200)
    )
    with pytest.raises(FileHostile):
        mhtml_paragraphs(head + nested)


def test_too_many_parts_are_hostile() -> None:
    with pytest.raises(FileHostile):
        mhtml_paragraphs(b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 6000)


def test_an_archive_larger_than_a_paper_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mhtml, "_LIMIT", 100)
    with pytest.raises(FileTooLarge):
        mhtml_paragraphs(web_archive())
