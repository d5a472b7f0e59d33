"""Programs (次第): what happens at a meeting, item by item, told apart by what happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast, final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import (
    Check,
    Choice,
    a_line,
    a_string,
    a_url,
    all_different,
    an_instance,
    check,
    each,
    matching,
    optional,
    to_strings,
    tuple_of,
    whole_number,
)
from csegroup.organizations import (
    AttendeeKind,
    Organization,
    Post,
    Speaker,
    optional_speaker,
    to_organizations,
    to_speakers,
)
from csegroup.text import LocalizedText, a_text, check_language, optional_text, to_text

__all__ = [
    "Address",
    "AddressKind",
    "Discussion",
    "Formality",
    "FormalityKind",
    "Item",
    "Material",
    "Motion",
    "Outcome",
    "Presentation",
    "Session",
    "SessionItem",
    "check_agenda_numbers",
    "only_items",
    "to_items",
]

_a_media_type = matching("[a-z0-9.+-]+/[a-z0-9.+-]+", "a media type in small letters such as 'application/pdf'")


@final
class FormalityKind(Choice):
    """What happens without a speech: 開会, 閉会, 休憩.

    >>> FormalityKind.BREAK
    FormalityKind.BREAK
    """

    OPENING = "opening"
    CLOSING = "closing"
    BREAK = "break"


@final
class AddressKind(Choice):
    """The kinds of address: 開会挨拶, 閉会挨拶, 会長挨拶, 来賓挨拶.

    >>> AddressKind.CHAIR.value
    'chair'
    """

    OPENING = "opening"
    CLOSING = "closing"
    CHAIR = "chair"
    GUEST = "guest"


@final
class Outcome(Choice):
    """What became of a motion: 承認, 否決, 継続.

    >>> Outcome.APPROVED.value
    'approved'
    """

    APPROVED = "approved"
    REJECTED = "rejected"
    CONTINUED = "continued"


def to_kinds(value: Iterable[AttendeeKind]) -> tuple[AttendeeKind, ...]:
    """Convert to a tuple of attendee kinds."""
    return tuple_of(value)


_audience = check(each(an_instance(AttendeeKind)), all_different)
_languages = check(each(check_language), all_different)


@final
@attrs.frozen(kw_only=True)
class Material:
    """資料: a document that an item refers to, by its number or its title; `kilobytes` as it is printed.

    `number` is a text, since 資料5-1 is one. Raises `InvalidValue`.

    >>> Material(number="1", media_type="application/pdf", kilobytes=109).number
    '1'
    """

    number: str | None = attrs.field(default=None, validator=check(optional(a_string)))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    url: str | None = attrs.field(default=None, validator=check(optional(a_url)))
    media_type: str | None = attrs.field(default=None, validator=check(optional(_a_media_type)))
    kilobytes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    language: str | None = attrs.field(default=None, validator=check(optional(check_language)))
    note: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))

    def __attrs_post_init__(self) -> None:
        if not (self.number or self.title):
            raise InvalidValue("missing", "number", "is missing; give a number or a title")


def to_materials(value: Iterable[Material]) -> tuple[Material, ...]:
    """Convert to a tuple of materials."""
    return tuple_of(value)


_materials = check(each(an_instance(Material)))


@final
@attrs.frozen(kw_only=True)
class Formality:
    """An opening, a closing or a break, without a speech. Raises `InvalidValue`.

    `minutes` is how long an item takes; `audience` the kinds it is open to, none where it is open to
    all; `languages` the tags of the language spoken first, then of those it is interpreted into.

    >>> Formality(kind=FormalityKind.BREAK, minutes=10).audience
    ()
    """

    kind: FormalityKind = attrs.field(validator=check(an_instance(FormalityKind)))
    minutes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    audience: tuple[AttendeeKind, ...] = attrs.field(default=(), converter=to_kinds, validator=_audience)
    languages: tuple[str, ...] = attrs.field(default=(), converter=to_strings, validator=_languages)


@final
@attrs.frozen(kw_only=True)
class Address:
    """挨拶: a speech that opens, closes or greets; a `title` (大臣挨拶) is printed for the kind's word.

    `minutes`, `audience` and `languages` as in `Formality`. Raises `InvalidValue`.

    >>> Address(kind=AddressKind.OPENING).speaker is None
    True
    """

    kind: AddressKind = attrs.field(validator=check(an_instance(AddressKind)))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    speaker: Speaker | None = attrs.field(
        default=None, converter=optional_speaker, validator=check(optional(an_instance(Speaker, Organization, Post)))
    )
    report: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    minutes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    audience: tuple[AttendeeKind, ...] = attrs.field(default=(), converter=to_kinds, validator=_audience)
    languages: tuple[str, ...] = attrs.field(default=(), converter=to_strings, validator=_languages)


@final
@attrs.frozen(kw_only=True)
class Presentation:
    """発表, 説明: somebody presents something; a title or a presenter is needed.

    `joined_by` is written after the presenters ("and its member companies"), `representatives` after the
    report. `agenda_number` is there where the item is a 議題; `minutes`, `audience` and `languages` as in
    `Formality`. Raises `InvalidValue`.

    >>> police = Organization(name={"en": "Hyogo Prefectural Police Headquarters", "ja": "兵庫県警察本部"})
    >>> Presentation(title={"ja": "警察の取組"}, presenters=[police]).presenters[0].organization is police
    True
    """

    agenda_number: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    presenters: tuple[Speaker, ...] = attrs.field(
        default=(), converter=to_speakers, validator=check(each(an_instance(Speaker, Organization, Post)))
    )
    joined_by: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_line))
    )
    report: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    representatives: tuple[Organization, ...] = attrs.field(
        default=(), converter=to_organizations, validator=check(each(an_instance(Organization)))
    )
    materials: tuple[Material, ...] = attrs.field(default=(), converter=to_materials, validator=_materials)
    minutes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    audience: tuple[AttendeeKind, ...] = attrs.field(default=(), converter=to_kinds, validator=_audience)
    languages: tuple[str, ...] = attrs.field(default=(), converter=to_strings, validator=_languages)

    def __attrs_post_init__(self) -> None:
        if not (self.title or self.presenters):
            raise InvalidValue("missing", "title", "is missing; give a title or a presenter")
        if self.joined_by and not self.presenters:
            raise InvalidValue("excluded", "joined_by", "is written after presenters, and there are none")


@final
@attrs.frozen(kw_only=True)
class Discussion:
    """意見交換, 質疑応答, その他: many speak, and names may be withheld.

    `agenda_number` as in `Presentation`; `minutes`, `audience` and `languages` as in `Formality`. Raises
    `InvalidValue`.

    >>> Discussion(agenda_number=6, title={"ja": "意見交換、質疑応答等"}).agenda_number
    6
    """

    agenda_number: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    report: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    materials: tuple[Material, ...] = attrs.field(default=(), converter=to_materials, validator=_materials)
    minutes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    audience: tuple[AttendeeKind, ...] = attrs.field(default=(), converter=to_kinds, validator=_audience)
    languages: tuple[str, ...] = attrs.field(default=(), converter=to_strings, validator=_languages)


@final
@attrs.frozen(kw_only=True)
class Motion:
    """議案: a matter to be decided; `resolution` holds the words of what was decided.

    `agenda_number` as in `Presentation`; `minutes`, `audience` and `languages` as in `Formality`. Raises
    `InvalidValue`.

    >>> Motion(title={"ja": "規約の一部改正"}, outcome=Outcome.APPROVED).outcome
    Outcome.APPROVED
    """

    agenda_number: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    title: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    presenters: tuple[Speaker, ...] = attrs.field(
        default=(), converter=to_speakers, validator=check(each(an_instance(Speaker, Organization, Post)))
    )
    report: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    materials: tuple[Material, ...] = attrs.field(default=(), converter=to_materials, validator=_materials)
    outcome: Outcome | None = attrs.field(default=None, validator=check(optional(an_instance(Outcome))))
    resolution: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_text))
    )
    minutes: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    audience: tuple[AttendeeKind, ...] = attrs.field(default=(), converter=to_kinds, validator=_audience)
    languages: tuple[str, ...] = attrs.field(default=(), converter=to_strings, validator=_languages)


SessionItem: TypeAlias = Formality | Address | Presentation | Discussion | Motion
_SESSION_ITEMS = (Formality, Address, Presentation, Discussion, Motion)


def to_session_items(value: Iterable[SessionItem]) -> tuple[SessionItem, ...]:
    """Convert to a tuple of items of a session."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Session:
    """A heading over one item or more; a session holds no session. Raises `InvalidValue`.

    `agenda_number` as in `Presentation`; it stands before those of the items.

    >>> Session(title={"en": "Presentation"}, items=[Presentation(title={"en": "Police efforts"})]).title["en"]
    'Presentation'
    """

    agenda_number: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    title: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    items: tuple[SessionItem, ...] = attrs.field(
        converter=to_session_items, validator=check(each(an_instance(*_SESSION_ITEMS)))
    )
    materials: tuple[Material, ...] = attrs.field(default=(), converter=to_materials, validator=_materials)

    def __attrs_post_init__(self) -> None:
        if not self.items:
            raise InvalidValue("missing", "items", "is empty; a session has one item at least")
        check_agenda_numbers("items", self.items, above=self.agenda_number or 0)


Item: TypeAlias = Formality | Address | Presentation | Discussion | Motion | Session

only_items: Check = each(an_instance(*_SESSION_ITEMS, Session))


def to_items(value: Iterable[Item]) -> tuple[Item, ...]:
    """Convert to a tuple of items."""
    return tuple_of(value)


def _numbered(field: str, program: Iterable[Item]) -> Iterator[tuple[str, int]]:
    """Give each agenda number with its path, in the order in which the document shows them."""
    for i, item in enumerate(program):
        path = f"{field}[{i}]"
        number = getattr(item, "agenda_number", None)
        if number is not None:
            yield f"{path}.agenda_number", cast("int", number)
        if isinstance(item, Session):
            yield from _numbered(f"{path}.items", item.items)


def check_agenda_numbers(field: str, program: Iterable[Item], *, above: int = 0) -> None:
    """Refuse agenda numbers that do not rise in the order of the document."""
    for path, number in _numbered(field, program):
        if number <= above:
            raise InvalidValue("order", path, f"is {number} after {above}; agenda numbers rise from item to item")
        above = number
