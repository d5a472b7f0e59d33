"""The documents of meetings: programs, timetables and lists, as plain text, Markdown, HTML, DOCX and CSV.

A document is made by `program`, `timetable`, `material_list`, `attendee_list`, `meeting_list`, `member_list`,
`source_list` or `comparison`, in one language or in several, and written by `to_text`, `to_markdown`, `to_html` or
`to_docx`. `format_program` and `docx` do both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias
from zoneinfo import ZoneInfo

from csegroup.documents.build import Document, program
from csegroup.errors import InvalidValue
from csegroup.files import write_folder
from csegroup.lazy import loading
from csegroup.meetings import Meeting
from csegroup.style import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    STYLES,
    Calendar,
    DateForm,
    Digits,
    HourCycle,
    MaterialsPlace,
    Part,
    Purpose,
    SectionKind,
    Style,
)
from csegroup.text import a_text, shown
from csegroup.text import to_text as text_of
from csegroup.wording.locales import words_for

__all__ = [
    "COUNCIL",
    "MODERN",
    "OFFICIAL",
    "STYLES",
    "Calendar",
    "DateForm",
    "Digits",
    "Document",
    "Format",
    "HourCycle",
    "MaterialsPlace",
    "Part",
    "Purpose",
    "SectionKind",
    "Style",
    "attendee_list",
    "changes_in_short",
    "comparison",
    "document_title",
    "docx",
    "format_program",
    "material_list",
    "meeting_list",
    "meetings_csv",
    "member_list",
    "program",
    "source_list",
    "stylesheet",
    "text_to_html",
    "timetable",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_text",
    "write_folder",
]

Format: TypeAlias = Literal["text", "markdown", "html"]


def format_program(  # noqa: PLR0913 - each is a question of its own
    meeting: Meeting,
    *,
    locale: str | Iterable[str],
    format: Format = "text",  # noqa: A002 - the word for it
    style: Style = COUNCIL,
    time_zone: ZoneInfo | None = None,
    width: int | None = None,
    fragment: bool = False,
) -> str:
    """Write the program (次第) of a meeting, in one language or, given several, in all of them.

    All of the meeting is printed: what only some may see is left out by `Meeting.seen_by` before. A text that lacks
    the language is printed in the nearest it has, and says so. `locale`, `style` and `time_zone` as in `program`,
    `width` as in `to_text`, `fragment` as in `to_html`. Raises `InvalidValue`, also for an imperial date before 1873.

    >>> from csegroup import Meeting, Organization
    >>> group = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
    >>> format_program(Meeting(id="jp/example/6", body=group, number=6), locale="ja").splitlines()[0]
    '第6回専門家会合　次第'
    """
    made = program(meeting, locale=locale, style=style, time_zone=time_zone)
    if width is not None and format != "text":
        raise InvalidValue("excluded", "width", "is for plain text; leave it out")
    if fragment and format != "html":
        raise InvalidValue("excluded", "fragment", "is for HTML; leave it out")
    match format:
        case "text":
            return to_text(made, width=width)
        case "markdown":
            return to_markdown(made)
        case "html":
            return to_html(made, fragment=fragment)
        case _:
            message = f"is text, markdown or html, not {shown(format)}; for a DOCX call csegroup.documents.docx"
            raise InvalidValue("format", "format", message)


def docx(
    meeting: Meeting, *, locale: str | Iterable[str], style: Style = COUNCIL, time_zone: ZoneInfo | None = None
) -> bytes:
    """Write the program of a meeting as a DOCX, several languages side by side; arguments as in `program`.

    The same meeting gives the same bytes. Needs `csegroup[docx]`. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> docx(MEETING, locale=["ja", "en"])[:2]
    b'PK'
    """
    return to_docx(program(meeting, locale=locale, style=style, time_zone=time_zone))


def to_text(document: Document, *, width: int | None = None) -> str:
    """Write a document as plain text, with a line break at the end; several languages one after the other.

    Without a `width` each paragraph is one line. With it, lines are at most so many columns wide, a kanji being
    two, and no line begins or ends with what Japanese forbids there (禁則). No character is changed.

    >>> from csegroup.example import MEETING
    >>> to_text(program(MEETING, locale="ja"), width=40).splitlines()[0]
    '第6回児童の性的搾取等に関する専門家会合'
    """
    from csegroup.documents import plain_text  # noqa: PLC0415 - each writer is loaded where it is needed

    return plain_text.write(document, width=width)


def to_markdown(document: Document) -> str:
    """Write a document as CommonMark with the tables of GFM, in which any text comes back as written.

    Several languages stand one after the other.

    >>> from csegroup.example import MEETING
    >>> to_markdown(program(MEETING, locale="en")).splitlines()[2]
    '## 1 Aim'
    """
    from csegroup.documents import markdown  # noqa: PLC0415 - each writer is loaded where it is needed

    return markdown.write(document)


def to_html(document: Document, *, fragment: bool = False, level: int = 2) -> str:
    """Write a document as one HTML file without scripts, several languages side by side.

    A `fragment` is for the inside of a page of yours, which links the rules of `stylesheet`; its title is a heading of
    the `level` from 1 to 6, and is the page's own at 1. Raises `InvalidValue` for another level.

    >>> from csegroup.example import MEETING
    >>> to_html(program(MEETING, locale="ja"), fragment=True)[:17]
    '<article class="c'
    """
    from csegroup.documents import html  # noqa: PLC0415 - each writer is loaded where it is needed

    if type(level) is not int or not 1 <= level <= html.LOWEST_HEADING:
        raise InvalidValue("range", "level", f"is a level of headings from 1 to 6, not {shown(level)}")
    return html.write(document, fragment=fragment, level=level)


def to_docx(document: Document) -> bytes:
    """Write a document as a DOCX, several languages side by side; the same document gives the same bytes.

    Raises `CsegroupError` where `csegroup[docx]` is not installed.

    >>> from csegroup.example import MEETING
    >>> to_docx(program(MEETING, locale="ja")) == to_docx(program(MEETING, locale="ja"))
    True
    """
    from csegroup.documents import word  # noqa: PLC0415 - python-docx is an extra

    return word.write(document)


def meetings_csv(meetings: Sequence[Meeting], *, locale: str) -> bytes:
    """Write meetings as CSV (RFC 4180), a row a meeting in the order given, for spreadsheets and data frames.

    In UTF-8 with the byte order mark that Excel wants. Days and hours are in ISO 8601, the names of the columns
    are alike in all languages; `locale` is that of titles and places. A text that a spreadsheet would take for a
    formula has an apostrophe before it. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> meetings_csv([MEETING], locale="en").decode("utf-8-sig").splitlines()[0]
    'id,date,start,end,time_zone,title,place,status,url'
    """
    from csegroup.documents import spreadsheet  # noqa: PLC0415 - each writer is loaded where it is needed

    return spreadsheet.write(meetings, words_for(locale))


def document_title(document: Document) -> str:
    """Give the title of a document in one line, such as for `<title>`; of several languages all.

    >>> from csegroup.example import MEETING
    >>> document_title(program(MEETING, locale="en"))
    'Details on the 6th Specialist Group Meeting on Child Sexual Exploitation'
    """
    from csegroup.documents import html  # noqa: PLC0415 - each writer is loaded where it is needed

    return html.title_in_line(document)


def text_to_html(text: Mapping[str, str], *, locale: str) -> str:
    """Write a text for the inside of an element of your page, as `csegroup.wording.format_text` does for plain text.

    What is in another language than `locale` is in a `<span>` with its `lang`. Raises `InvalidValue`.

    >>> text_to_html({"ja": "総会 <案>"}, locale="en")
    '<span lang="ja">総会 &lt;案&gt;</span>'
    """
    from csegroup.documents import html  # noqa: PLC0415 - each writer is loaded where it is needed

    words, given = words_for(locale), text_of(text)
    a_text("text", given)
    return html.text_in_line(given, words)


def stylesheet() -> str:
    """Give the rules (CSS) of what `to_html` writes, for a file of your site; a whole page has them inside.

    All of them are for what is inside of an element of the class `csegroup`.

    >>> ".csegroup" in stylesheet()
    True
    """
    from csegroup.documents import html  # noqa: PLC0415 - each writer is loaded where it is needed

    return html.stylesheet()


if TYPE_CHECKING:
    from csegroup.documents.comparisons import changes_in_short, comparison
    from csegroup.documents.lists import attendee_list, material_list, meeting_list, timetable
    from csegroup.documents.registers import member_list, source_list
else:
    # A script that prints a program does not wait for the other documents.
    __getattr__ = loading(
        __name__,
        {
            "comparisons": ["changes_in_short", "comparison"],
            "lists": ["attendee_list", "material_list", "meeting_list", "timetable"],
            "registers": ["member_list", "source_list"],
        },
    )
