"""What can go wrong for a user, each as one sentence in Chinese and in English.

BijiaError
├── FileRefused               a file cannot become a paper or a draft
│   ├── FileMissing, FileForbidden, FileEmpty, FileTooLarge, FileUnsupported
│   ├── FileEncrypted, FileDamaged, FileDisguised, FileHostile,
│   ├── FileTooCostly, FileTooLong, FileScanned, FileWithoutText
├── FileNotWritten            a draft, an export or a setting could not be saved
├── LibraryUnusable           the library as a whole cannot be opened or written
│   ├── LibraryReadOnly, LibraryDamaged, LibraryNewer, LibraryForbidden
└── RequestRefused            a question to the program makes no sense
    ├── StyleUnknown, QueryEmpty, RequestMalformed, PaperGone
"""

import errno
from functools import partial
from typing import ClassVar, Literal, NamedTuple

from typing_extensions import override

Language = Literal["zh", "en"]


class Reason(NamedTuple):
    """Part of a sentence, in both languages."""

    chinese: str
    english: str


def reason_of(error: OSError) -> Reason:
    """Why the system refused, in a user's words where the cause is a common one."""
    told = error.strerror or str(error)
    return _REASONS.get(error.errno or 0) or Reason(told, told)


_REASONS = {
    errno.EACCES: Reason("没有权限", "no permission"),
    errno.EPERM: Reason("没有权限", "no permission"),
    errno.EROFS: Reason("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: Reason("磁盘已满", "the disk is full"),
    errno.ENOENT: Reason("文件夹不存在", "the folder does not exist"),
    errno.ENOTDIR: Reason("路径中有一段不是文件夹", "part of the path is not a folder"),
    errno.EISDIR: Reason("那是一个文件夹", "it is a folder"),
    errno.EEXIST: Reason("那里已有一个同名的文件", "a file of that name is in the way"),
    errno.ENAMETOOLONG: Reason("文件名太长", "the name is too long"),
}


class BijiaError(Exception):
    """An expected failure. Each class holds its sentence; `fields` fill the gaps in it."""

    chinese: ClassVar[str]
    english: ClassVar[str]

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.sentence("en"))

    @override
    def __reduce__(self) -> tuple[partial["BijiaError"], tuple[()]]:
        """Pickled by its fields: files are read in processes of their own."""
        return partial(type(self), **self.fields), ()

    def sentence(self, language: Language) -> str:
        """What happened and what to do, in one sentence."""
        index, template = (0, self.chinese) if language == "zh" else (1, self.english)
        told = {k: v[index] if isinstance(v, Reason) else v for k, v in self.fields.items()}
        return template.format(**told)


class FileRefused(BijiaError):
    """A file that cannot become a paper or a draft; the sentence does not name the file."""


class FileMissing(FileRefused):
    """Nothing is there."""

    chinese = "找不到这个文件，它可能已被移动或删除，请重新选择。"
    english = "The file is not there any more; it may have been moved or deleted. Choose it again."


class FileForbidden(FileRefused):
    """The user has no permission."""

    chinese = "没有权限读取，请在文件管理器里给自己加上读取权限后再试。"
    english = "You have no permission to read it; grant yourself read permission and try again."


class FileEmpty(FileRefused):
    """No bytes at all, or only white space."""

    chinese = "文件是空的，里面没有文字。"
    english = "The file is empty: there is no text in it."


class FileTooLarge(FileRefused):
    """More than a paper can be. Fields: size and limit in whole megabytes."""

    chinese = "文件有 {size} MB，超过一篇文稿的上限 {limit} MB，请拆成几份再导入。"
    english = (
        "The file has {size} MB, more than the {limit} MB a paper may have; "
        "split it and import the parts."
    )


class FileUnsupported(FileRefused):
    """A format that has no reader; in a folder it is skipped. Field: kind, its usual name."""

    chinese = (
        "{kind} 不是能读的文稿格式，已跳过；如果是文稿，请用 Word 或 WPS 另存为 .docx 后再导入。"
    )
    english = (
        "{kind} is no format of papers that can be read and was skipped; "
        "if it is a paper, save it as .docx with Word or WPS and import that."
    )


class FileScanned(FileRefused):
    """A PDF of pictures: the pages were scanned or drawn, and hold no characters."""

    chinese = "PDF 里只有扫描的图片，没有文字，请先用 WPS 或扫描软件识别文字，存为 .docx 后再导入。"
    english = (
        "The PDF holds scanned pictures of pages and no text; "
        "have its text recognised, save that as .docx and import it."
    )


class FileTooLong(FileRefused):
    """More pages or characters than a paper can have, in a file that is small enough."""

    chinese = "内容太长，超过一篇文稿的上限（2000 页、5 万段或 200 万字），请拆成几份再导入。"
    english = (
        "It is longer than a paper may be "
        "(2,000 pages, 50,000 paragraphs or 2 million characters); split it and import the parts."
    )


class FileEncrypted(FileRefused):
    """Protected by a password."""

    chinese = "文件有打开密码，请用 Word 或 WPS 去掉密码另存后再导入。"
    english = "The file is protected by a password; save a copy without one and import that."


class FileDamaged(FileRefused):
    """The right format, but broken or cut off."""

    chinese = "文件已损坏或不完整，请用 Word 或 WPS 打开确认后另存一份再导入。"
    english = "The file is damaged or cut off; open it in Word or WPS and save a fresh copy."


class FileDisguised(FileRefused):
    """The extension says Word, the bytes say text."""

    chinese = "扩展名是 .docx，里面却不是 Word 文档，请改回原来的扩展名（多半是 .txt）再导入。"
    english = (
        "It is called .docx but is no Word document inside; "
        "give it its true extension (probably .txt) and import it again."
    )


class FileHostile(FileRefused):
    """Built in a way that only attacks are: unpacks to a flood, nests, declares entities."""

    chinese = "文件的内部结构异常，可能有害，没有读入；请用 Word 或 WPS 打开确认后另存一份。"
    english = (
        "The file is built in an abnormal way that may be harmful and was not read; "
        "open it in Word or WPS and save a fresh copy."
    )


class FileTooCostly(FileRefused):
    """Reading it was broken off. Fields: seconds and whole megabytes that it may cost."""

    chinese = (
        "读这个文件超出了 {seconds} 秒或 {memory} MB 内存的上限，没有读入；"
        "请用 Word 或 WPS 打开确认后另存，内容多的请拆成几份。"
    )
    english = (
        "Reading it took more than {seconds} s or {memory} MB and was broken off; open it in Word "
        "or WPS and save a fresh copy, or split it if it is long."
    )


class FileWithoutText(FileRefused):
    """Readable, but nothing in it is a paper's text."""

    chinese = "没有找到正文文字，可能只有图片或网页菜单。"
    english = "No running text was found in it; it may hold only pictures or menus."


class FileNotWritten(BijiaError):
    """Saving failed. Fields: name of the file, reason as the system tells it."""

    chinese = "没能保存到“{name}”（{reason}），原有文件没有改动，请换个位置另存。"
    english = "“{name}” was not saved ({reason}); the old file is untouched. Save it elsewhere."


class LibraryUnusable(BijiaError):
    """The library as a whole cannot be used."""


class LibraryReadOnly(LibraryUnusable):
    """The library lies on a disk or in a folder that cannot be written."""

    chinese = "资料库所在的磁盘或文件夹是只读的，可以查用，但不能导入或收藏；请换一个能写入的位置。"
    english = (
        "The library lies on a read-only disk or folder: it can be consulted, but nothing can be "
        "imported or kept in it. Choose a place that can be written."
    )


class LibraryForbidden(LibraryUnusable):
    """The folder of the library cannot be made or entered. Field: reason."""

    chinese = "资料库文件夹打不开（{reason}），请用 --library 指定一个自己能写入的文件夹。"
    english = "The library folder cannot be used ({reason}); name a folder of yours with --library."


class LibraryDamaged(LibraryUnusable):
    """SQLite refuses the file. Field: name of the file."""

    chinese = "资料库文件“{name}”已损坏，请把它移到别处，再重新导入文稿。"
    english = "The library file “{name}” is damaged; move it away and import your papers again."


class LibraryNewer(LibraryUnusable):
    """Written by a later version of the program."""

    chinese = "资料库由更新版本的笔架建立，请升级笔架后再打开。"
    english = "The library was written by a newer Bijia; update the program to open it."


class RequestRefused(BijiaError):
    """A question or command that cannot be answered as it stands."""


class StyleUnknown(RequestRefused):
    """No such house style. Fields: name, known."""

    chinese = "没有名为“{name}”的版式，可用的有：{known}。"
    english = "There is no house style “{name}”; the known ones are: {known}."


class QueryEmpty(RequestRefused):
    """A search without a word."""

    chinese = "请输入要找的词。"
    english = "Enter a word to look for."


class RequestMalformed(RequestRefused):
    """A line that is no question of the protocol. Field: detail."""

    chinese = "读不懂这一行请求（{detail}），请按说明写成一行 JSON。"
    english = "The request cannot be understood ({detail}); write it as one line of JSON."


class PaperGone(RequestRefused):
    """A paper that was asked for by its number is not in the library."""

    chinese = "这篇文稿已不在资料库里，请刷新列表。"
    english = "This paper is no longer in the library; refresh the list."
