"""House styles: in which order, numbering, calendar and hours an office prints its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, cast, final

import attrs

from csegroup.errors import InvalidValue, joined_path
from csegroup.fields import Choice, a_line, an_instance, check, each, optional, tuple_of
from csegroup.text import LocalizedText, optional_text, shown

__all__ = [
    "COUNCIL",
    "MODERN",
    "OFFICIAL",
    "SERIES",
    "STYLES",
    "UNMARKED",
    "Calendar",
    "DateForm",
    "Digits",
    "HourCycle",
    "MaterialsPlace",
    "Part",
    "Purpose",
    "SectionKind",
    "Style",
    "a_list_of_marks",
    "a_pair",
    "a_title_pattern",
]


@final
class Calendar(Choice):
    """Which years are printed, by the names of BCP 47 (`-u-ca-`), or both years in one date.

    >>> Calendar("japanese")
    Calendar.JAPANESE
    """

    JAPANESE = "japanese"
    GREGORY = "gregory"
    BOTH = "both"


@final
class HourCycle(Choice):
    """Whether a day has twice twelve hours or twenty-four, by the names of BCP 47 (`-u-hc-`).

    >>> HourCycle.H23.value
    'h23'
    """

    H12 = "h12"
    H23 = "h23"


@final
class Digits(Choice):
    """How wide the digits are that the library writes; those of a text stay as they are.

    >>> Digits.FULL_WIDTH.value
    'full_width'
    """

    HALF_WIDTH = "half_width"
    FULL_WIDTH = "full_width"


@final
class DateForm(Choice):
    """Whose way of writing dates and hours: the council's page, 公用文作成の考え方, or that of CLDR.

    >>> DateForm.OFFICIAL.value
    'official'
    """

    COUNCIL = "council"
    OFFICIAL = "official"
    MODERN = "modern"


@final
class MaterialsPlace(Choice):
    """Where the materials of an item stand: behind it on its line, below it, or nowhere.

    >>> MaterialsPlace.BELOW.value
    'below'
    """

    BEHIND = "behind"
    BELOW = "below"
    NOWHERE = "nowhere"


@final
class Purpose(Choice):
    """What a program is for: telling what is to come, or what was said and decided.

    >>> Purpose.RECORD.value
    'record'
    """

    ANNOUNCEMENT = "announcement"
    RECORD = "record"


@final
class SectionKind(Choice):
    """The sections of a program; an overview is a section over others.

    >>> SectionKind.DATE_AND_PLACE.value
    'date_and_place'
    """

    AIM = "aim"
    OVERVIEW = "overview"
    DATE_AND_PLACE = "date_and_place"
    ATTENDEES = "attendees"
    PROGRAM = "program"
    TIMETABLE = "timetable"
    MATERIALS = "materials"
    CONTACT = "contact"


def _to_parts(value: Iterable[Part]) -> tuple[Part, ...]:
    """Convert to a tuple of parts."""
    return tuple_of(value)


def _only_parts(field: str, value: object) -> None:
    """Want parts only."""
    each(an_instance(Part))(field, value)


@final
@attrs.frozen(kw_only=True)
class Part:
    """A section of a program; a `title` is printed for its kind's word, and an overview holds `parts`.

    Raises `InvalidValue`.

    >>> Part(kind=SectionKind.PROGRAM, title={"ja": "議事次第"}).title["ja"]
    '議事次第'
    """

    kind: SectionKind = attrs.field(validator=check(an_instance(SectionKind)))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_to_parts, validator=check(_only_parts))

    def __attrs_post_init__(self) -> None:
        if self.kind is not SectionKind.OVERVIEW:
            if self.parts:
                raise InvalidValue("excluded", "parts", "are in an overview only; take them out")
        elif not self.parts:
            raise InvalidValue("missing", "parts", "is empty; an overview holds one section at least")
        elif any(part.kind is SectionKind.OVERVIEW for part in self.parts):
            raise InvalidValue("excluded", "parts", "holds an overview; there is none inside another")


def a_list_of_marks(field: str, value: object) -> None:
    """Want a mark or more in each language."""
    a_line(field, value)
    for tag, marks in cast("LocalizedText", value).items():
        for mark in marks.split():
            if mark != UNMARKED and sum(mark.count(first) for first in SERIES) != 1:
                message = f"a mark counts by one of {' '.join(SERIES)}, or is {UNMARKED}, and {shown(mark)} does not"
                raise InvalidValue("mark", joined_path(field, tag), message)


def a_pair(field: str, value: object) -> None:
    """Want an opening and a closing bracket in each language."""
    a_line(field, value)
    for tag, pair in cast("LocalizedText", value).items():
        if len(pair) != len("()"):
            message = f"is an opening and a closing bracket such as '（）', not {shown(pair)}"
            raise InvalidValue("form", joined_path(field, tag), message)


def a_title_pattern(field: str, value: object) -> None:
    """Want one `{title}` in each language, and no other braces."""
    a_line(field, value)
    for tag, pattern in cast("LocalizedText", value).items():
        before, found, after = pattern.partition("{title}")
        if not found or {"{", "}"} & {*before, *after}:
            message = f"holds {{title}} once, where the meeting's title stands, not {shown(pattern)}"
            raise InvalidValue("form", joined_path(field, tag), message)


SERIES: Final = ("1", "１", "①", "ア", "가", "a", "A", "i", "I")
UNMARKED: Final = "-"


def _each(sections: Iterable[Part]) -> Iterator[tuple[str, Part]]:
    """Give all parts, and where they stand."""
    for i, whole in enumerate(sections):
        yield f"sections[{i}]", whole
        yield from ((f"sections[{i}].parts[{k}]", part) for k, part in enumerate(whole.parts))


@final
@attrs.frozen(kw_only=True)
class Style:
    """How an office prints its documents; what is None is as the language has it.

    `levels` shows the first mark of each level, with a space between (`1 (1) ア`), `-` for a level without
    marks; `title` is a pattern (`{title}　議事次第`); `brackets` are those of an affiliation, opening and closing.
    `calendar` holds for languages that print imperial years; a `-u-ca-` or `-u-hc-` of the locale goes before
    `calendar` and `hours`. `purpose` None follows the meeting's state. `notes` says in plain text and Markdown
    where a text is in another language. Raises `InvalidValue`.

    >>> office = attrs.evolve(COUNCIL, calendar=Calendar.BOTH, digits=Digits.FULL_WIDTH)
    >>> office.calendar
    Calendar.BOTH
    """

    title: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_title_pattern))
    )
    sections: tuple[Part, ...] = attrs.field(default=(), converter=_to_parts, validator=check(_only_parts))
    levels: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_list_of_marks))
    )
    brackets: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_pair))
    )
    digits: Digits = attrs.field(default=Digits.HALF_WIDTH, validator=check(an_instance(Digits)))
    calendar: Calendar | None = attrs.field(default=None, validator=check(optional(an_instance(Calendar))))
    hours: HourCycle | None = attrs.field(default=None, validator=check(optional(an_instance(HourCycle))))
    dates: DateForm = attrs.field(default=DateForm.COUNCIL, validator=check(an_instance(DateForm)))
    materials: MaterialsPlace = attrs.field(default=MaterialsPlace.BEHIND, validator=check(an_instance(MaterialsPlace)))
    purpose: Purpose | None = attrs.field(default=None, validator=check(optional(an_instance(Purpose))))
    notes: bool = attrs.field(default=True, validator=check(an_instance(bool)))

    def __attrs_post_init__(self) -> None:
        seen: set[SectionKind] = set()
        for path, part in _each(self.sections):
            if part.kind in seen:
                raise InvalidValue("twice", path, f"is {part.kind.value}, which stands there twice; take one out")
            seen.add(part.kind)


COUNCIL: Final = Style()
OFFICIAL: Final = Style(
    levels={"ja": "第1 1 (1) ア (ア) a (a)"},
    brackets={"ja": "（）"},
    digits=Digits.FULL_WIDTH,
    dates=DateForm.OFFICIAL,
)
MODERN: Final = Style(
    sections=[
        Part(kind=SectionKind.DATE_AND_PLACE),
        Part(kind=SectionKind.AIM),
        Part(kind=SectionKind.PROGRAM),
        Part(kind=SectionKind.ATTENDEES),
        Part(kind=SectionKind.CONTACT),
    ],
    levels={"und": "- 1 (1)"},
    brackets={"ja": "（）", "en": "()"},
    calendar=Calendar.GREGORY,
    dates=DateForm.MODERN,
    materials=MaterialsPlace.BELOW,
)
STYLES: Final = {"council": COUNCIL, "official": OFFICIAL, "modern": MODERN}
