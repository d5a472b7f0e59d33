"""The meeting of csegroup as msgspec Structs with the same checks."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

import checks
import msgspec
from checks import AddressKind, AttendeeKind, FormalityKind, LegalForm, MeetingStatus, Outcome
from msgspec import Meta, Struct, field

Text: TypeAlias = dict[str, str]
Positive: TypeAlias = Annotated[int, Meta(ge=1, le=checks.GREATEST)]
Natural: TypeAlias = Annotated[int, Meta(ge=0, le=checks.GREATEST)]


# A default that a function gives is written, as csegroup writes it; any other is left out.
def _japan() -> str:
    return "JP"


def _tentative() -> MeetingStatus:
    return MeetingStatus.TENTATIVE


def _zero() -> int:
    return 0


def _schema() -> Literal["urn:csegroup:schema:meeting:1"]:
    return "urn:csegroup:schema:meeting:1"


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all have in common."""


class Organization(Record, frozen=True, kw_only=True):
    """An organization."""

    id: str | None = None
    name: Text
    legal_form: LegalForm | None = None
    parent: Organization | None = None
    country: str = field(default_factory=_japan)
    url: str | None = None
    extensions: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.id is not None:
            checks.an_id(self.id)
        checks.a_line(self.name)
        checks.a_country(self.country)
        if self.url is not None:
            checks.a_url(self.url)
        if self.extensions:
            checks.extensions(self.extensions)
        checks.check_organization(self)


class Post(Record, frozen=True, kw_only=True):
    """A post."""

    title: Text
    organization: Organization
    printed: Text | None = None

    def __post_init__(self) -> None:
        checks.a_line(self.title)
        if self.printed is not None:
            checks.a_line(self.printed)


class Speaker(Record, frozen=True, kw_only=True):
    """A speaker."""

    organization: Organization | None = None
    post: Post | None = None
    name: Text | None = None

    def __post_init__(self) -> None:
        if self.name is not None:
            checks.a_line(self.name)
        checks.check_speaker(self)


class Contact(Record, frozen=True, kw_only=True):
    """An office that answers."""

    name: Text
    telephone: str | None = None
    email: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        checks.a_line(self.name)
        if self.telephone is not None:
            checks.a_string(self.telephone)
        if self.email is not None:
            checks.an_email(self.email)
        if self.url is not None:
            checks.a_url(self.url)


class Source(Record, frozen=True, kw_only=True):
    """A page."""

    url: str
    read_on: dt.date
    publisher: Text | None = None

    def __post_init__(self) -> None:
        checks.a_url(self.url)
        if self.publisher is not None:
            checks.a_line(self.publisher)


class PostalAddress(Record, frozen=True, kw_only=True):
    """A postal address."""

    country: str = field(default_factory=_japan)
    postal_code: str | None = None
    region: Text | None = None
    locality: Text | None = None
    street: Text | None = None

    def __post_init__(self) -> None:
        checks.a_country(self.country)
        if self.postal_code is not None:
            checks.a_string(self.postal_code)
        if self.region is not None:
            checks.a_line(self.region)
        if self.locality is not None:
            checks.a_line(self.locality)
        if self.street is not None:
            checks.a_line(self.street)
        checks.check_postal_address(self)


class Venue(Record, frozen=True, kw_only=True, tag_field="type", tag="venue"):
    """A place."""

    name: Text
    room: Text | None = None
    postal_address: PostalAddress | None = None

    def __post_init__(self) -> None:
        checks.a_line(self.name)
        if self.room is not None:
            checks.a_line(self.room)


class OnlineVenue(Record, frozen=True, kw_only=True, tag_field="type", tag="online_venue"):
    """On-line."""

    name: Text | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.name is not None:
            checks.a_line(self.name)
        if self.url is not None:
            checks.a_url(self.url)


class InWriting(Record, frozen=True, kw_only=True, tag_field="type", tag="in_writing"):
    """Nobody meets."""


class Material(Record, frozen=True, kw_only=True):
    """A document."""

    number: str | None = None
    title: Text | None = None
    url: str | None = None
    media_type: str | None = None
    kilobytes: Positive | None = None
    language: str | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if self.number is not None:
            checks.a_string(self.number)
        if self.title is not None:
            checks.a_line(self.title)
        if self.url is not None:
            checks.a_url(self.url)
        if self.media_type is not None:
            checks.a_media_type(self.media_type)
        if self.language is not None:
            checks.a_language(self.language)
        if self.note is not None:
            checks.a_line(self.note)
        checks.check_material(self)


class Formality(Record, frozen=True, kw_only=True, tag_field="type", tag="formality"):
    """Without a speech."""

    kind: FormalityKind
    minutes: Positive | None = None
    audience: tuple[AttendeeKind, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.audience:
            checks.all_different(self.audience)
        if self.languages:
            checks.all_languages(self.languages)


class Address(Record, frozen=True, kw_only=True, tag_field="type", tag="address"):
    """A speech that greets."""

    kind: AddressKind
    title: Text | None = None
    speaker: Speaker | None = None
    report: Text | None = None
    minutes: Positive | None = None
    audience: tuple[AttendeeKind, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.title is not None:
            checks.a_line(self.title)
        if self.report is not None:
            checks.a_text(self.report)
        if self.audience:
            checks.all_different(self.audience)
        if self.languages:
            checks.all_languages(self.languages)


class Presentation(Record, frozen=True, kw_only=True, tag_field="type", tag="presentation"):
    """Somebody presents something."""

    agenda_number: Positive | None = None
    title: Text | None = None
    presenters: tuple[Speaker, ...] = ()
    joined_by: Text | None = None
    report: Text | None = None
    representatives: tuple[Organization, ...] = ()
    materials: tuple[Material, ...] = ()
    minutes: Positive | None = None
    audience: tuple[AttendeeKind, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.title is not None:
            checks.a_line(self.title)
        if self.joined_by is not None:
            checks.a_line(self.joined_by)
        if self.report is not None:
            checks.a_text(self.report)
        if self.audience:
            checks.all_different(self.audience)
        if self.languages:
            checks.all_languages(self.languages)
        checks.check_presentation(self)


class Discussion(Record, frozen=True, kw_only=True, tag_field="type", tag="discussion"):
    """Many speak."""

    agenda_number: Positive | None = None
    title: Text | None = None
    report: Text | None = None
    materials: tuple[Material, ...] = ()
    minutes: Positive | None = None
    audience: tuple[AttendeeKind, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.title is not None:
            checks.a_line(self.title)
        if self.report is not None:
            checks.a_text(self.report)
        if self.audience:
            checks.all_different(self.audience)
        if self.languages:
            checks.all_languages(self.languages)


class Motion(Record, frozen=True, kw_only=True, tag_field="type", tag="motion"):
    """A matter to be decided."""

    agenda_number: Positive | None = None
    title: Text
    presenters: tuple[Speaker, ...] = ()
    report: Text | None = None
    materials: tuple[Material, ...] = ()
    outcome: Outcome | None = None
    resolution: Text | None = None
    minutes: Positive | None = None
    audience: tuple[AttendeeKind, ...] = ()
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        checks.a_line(self.title)
        if self.report is not None:
            checks.a_text(self.report)
        if self.resolution is not None:
            checks.a_text(self.resolution)
        if self.audience:
            checks.all_different(self.audience)
        if self.languages:
            checks.all_languages(self.languages)


SessionItem: TypeAlias = Formality | Address | Presentation | Discussion | Motion


class Session(Record, frozen=True, kw_only=True, tag_field="type", tag="session"):
    """A heading over items."""

    agenda_number: Positive | None = None
    title: Text
    items: tuple[SessionItem, ...]
    materials: tuple[Material, ...] = ()

    def __post_init__(self) -> None:
        checks.a_line(self.title)
        checks.check_session(self)


class AttendeeGroup(Record, frozen=True, kw_only=True):
    """A group of attendees."""

    kind: AttendeeKind
    label: Text | None = None
    description: Text | None = None

    def __post_init__(self) -> None:
        if self.label is not None:
            checks.a_line(self.label)
        if self.description is not None:
            checks.a_line(self.description)


class Meeting(Record, frozen=True, kw_only=True):
    """A meeting."""

    schema: Literal["urn:csegroup:schema:meeting:1"] = field(name="$schema", default_factory=_schema)
    format: Literal["csegroup.meeting"]
    version: Literal[1]
    id: str
    body: Organization
    jointly_with: tuple[Organization, ...] = ()
    number: Positive | None = None
    title: Text | None = None
    aim: Text | None = None
    status: MeetingStatus = field(default_factory=_tentative)
    sequence: Natural = field(default_factory=_zero)
    notice: Text | None = None
    day: dt.date | None = None
    time_zone: str | None = None
    start: Annotated[dt.datetime, Meta(tz=True)] | None = None
    end: Annotated[dt.datetime, Meta(tz=True)] | None = None
    venues: tuple[Venue | OnlineVenue | InWriting, ...] = ()
    attendees: tuple[AttendeeGroup, ...] = ()
    program: tuple[SessionItem | Session, ...] = ()
    url: str | None = None
    contact: Contact | None = None
    sources: tuple[Source, ...] = ()
    extensions: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        checks.an_id(self.id)
        if self.title is not None:
            checks.a_line(self.title)
        if self.aim is not None:
            checks.a_text(self.aim)
        if self.notice is not None:
            checks.a_text(self.notice)
        if self.url is not None:
            checks.a_url(self.url)
        if self.extensions:
            checks.extensions(self.extensions)
        self._put_into_the_zone()
        checks.check_meeting(self, InWriting)

    def _put_into_the_zone(self) -> None:
        checks.check_time_zone(self.time_zone, self.start)
        if self.time_zone is None:
            return
        if self.start is not None:
            msgspec.structs.force_setattr(self, "start", checks.in_zone(self.start, self.time_zone))
        if self.end is not None:
            msgspec.structs.force_setattr(self, "end", checks.in_zone(self.end, self.time_zone))


load = msgspec.json.Decoder(Meeting).decode
dump = msgspec.json.Encoder().encode
