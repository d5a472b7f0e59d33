"""The meeting of csegroup as pydantic models with the same checks."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

import checks
from checks import AddressKind, AttendeeKind, FormalityKind, LegalForm, MeetingStatus, Outcome
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

Text: TypeAlias = Annotated[dict[str, str], AfterValidator(checks.a_text)]
Line: TypeAlias = Annotated[dict[str, str], AfterValidator(checks.a_line)]
String: TypeAlias = Annotated[str, AfterValidator(checks.a_string)]
Id: TypeAlias = Annotated[str, AfterValidator(checks.an_id)]
Url: TypeAlias = Annotated[str, AfterValidator(checks.a_url)]
Country: TypeAlias = Annotated[str, AfterValidator(checks.a_country)]
Email: TypeAlias = Annotated[str, AfterValidator(checks.an_email)]
MediaType: TypeAlias = Annotated[str, AfterValidator(checks.a_media_type)]
Language: TypeAlias = Annotated[str, AfterValidator(checks.language)]
Positive: TypeAlias = Annotated[int, Field(ge=1, le=checks.GREATEST)]
Natural: TypeAlias = Annotated[int, Field(ge=0, le=checks.GREATEST)]
Audience: TypeAlias = Annotated[tuple[AttendeeKind, ...], AfterValidator(checks.all_different)]
Languages: TypeAlias = Annotated[tuple[str, ...], AfterValidator(checks.all_languages)]
Extensions: TypeAlias = Annotated[dict[str, str], AfterValidator(checks.extensions)]


class Record(BaseModel):
    """What all have in common."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Organization(Record):
    """An organization."""

    id: Id | None = None
    name: Line
    legal_form: LegalForm | None = None
    parent: Organization | None = None
    country: Country = "JP"
    url: Url | None = None
    extensions: Extensions = {}

    @model_validator(mode="after")
    def _check(self) -> Organization:
        checks.check_organization(self)
        return self


class Post(Record):
    """A post."""

    title: Line
    organization: Organization
    printed: Line | None = None


class Speaker(Record):
    """A speaker."""

    organization: Organization | None = None
    post: Post | None = None
    name: Line | None = None

    @model_validator(mode="after")
    def _check(self) -> Speaker:
        checks.check_speaker(self)
        return self


class Contact(Record):
    """An office that answers."""

    name: Line
    telephone: String | None = None
    email: Email | None = None
    url: Url | None = None


class Source(Record):
    """A page."""

    url: Url
    read_on: dt.date
    publisher: Line | None = None


class PostalAddress(Record):
    """A postal address."""

    country: Country = "JP"
    postal_code: String | None = None
    region: Line | None = None
    locality: Line | None = None
    street: Line | None = None

    @model_validator(mode="after")
    def _check(self) -> PostalAddress:
        checks.check_postal_address(self)
        return self


class Venue(Record):
    """A place."""

    type: Literal["venue"]
    name: Line
    room: Line | None = None
    postal_address: PostalAddress | None = None


class OnlineVenue(Record):
    """On-line."""

    type: Literal["online_venue"]
    name: Line | None = None
    url: Url | None = None


class InWriting(Record):
    """Nobody meets."""

    type: Literal["in_writing"]


class Material(Record):
    """A document."""

    number: String | None = None
    title: Line | None = None
    url: Url | None = None
    media_type: MediaType | None = None
    kilobytes: Positive | None = None
    language: Language | None = None
    note: Line | None = None

    @model_validator(mode="after")
    def _check(self) -> Material:
        checks.check_material(self)
        return self


class Formality(Record):
    """Without a speech."""

    type: Literal["formality"]
    kind: FormalityKind
    minutes: Positive | None = None
    audience: Audience = ()
    languages: Languages = ()


class Address(Record):
    """A speech that greets."""

    type: Literal["address"]
    kind: AddressKind
    title: Line | None = None
    speaker: Speaker | None = None
    report: Text | None = None
    minutes: Positive | None = None
    audience: Audience = ()
    languages: Languages = ()


class Presentation(Record):
    """Somebody presents something."""

    type: Literal["presentation"]
    agenda_number: Positive | None = None
    title: Line | None = None
    presenters: tuple[Speaker, ...] = ()
    joined_by: Line | None = None
    report: Text | None = None
    representatives: tuple[Organization, ...] = ()
    materials: tuple[Material, ...] = ()
    minutes: Positive | None = None
    audience: Audience = ()
    languages: Languages = ()

    @model_validator(mode="after")
    def _check(self) -> Presentation:
        checks.check_presentation(self)
        return self


class Discussion(Record):
    """Many speak."""

    type: Literal["discussion"]
    agenda_number: Positive | None = None
    title: Line | None = None
    report: Text | None = None
    materials: tuple[Material, ...] = ()
    minutes: Positive | None = None
    audience: Audience = ()
    languages: Languages = ()


class Motion(Record):
    """A matter to be decided."""

    type: Literal["motion"]
    agenda_number: Positive | None = None
    title: Line
    presenters: tuple[Speaker, ...] = ()
    report: Text | None = None
    materials: tuple[Material, ...] = ()
    outcome: Outcome | None = None
    resolution: Text | None = None
    minutes: Positive | None = None
    audience: Audience = ()
    languages: Languages = ()


SessionItem: TypeAlias = Annotated[
    Formality | Address | Presentation | Discussion | Motion, Field(discriminator="type")
]


class Session(Record):
    """A heading over items."""

    type: Literal["session"]
    agenda_number: Positive | None = None
    title: Line
    items: tuple[SessionItem, ...]
    materials: tuple[Material, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Session:
        checks.check_session(self)
        return self


Item: TypeAlias = Annotated[
    Formality | Address | Presentation | Discussion | Motion | Session, Field(discriminator="type")
]
Place: TypeAlias = Annotated[Venue | OnlineVenue | InWriting, Field(discriminator="type")]


class AttendeeGroup(Record):
    """A group of attendees."""

    kind: AttendeeKind
    label: Line | None = None
    description: Line | None = None


class Meeting(Record):
    """A meeting."""

    the_schema: Literal["urn:csegroup:schema:meeting:1"] = Field("urn:csegroup:schema:meeting:1", alias="$schema")
    format: Literal["csegroup.meeting"]
    version: Annotated[int, Field(ge=1, le=1)]  # a Literal takes true and 1.0 as well
    id: Id
    body: Organization
    jointly_with: tuple[Organization, ...] = ()
    number: Positive | None = None
    title: Line | None = None
    aim: Text | None = None
    status: MeetingStatus = MeetingStatus.TENTATIVE
    sequence: Natural = 0
    notice: Text | None = None
    day: dt.date | None = None
    time_zone: str | None = None
    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    venues: tuple[Place, ...] = ()
    attendees: tuple[AttendeeGroup, ...] = ()
    program: tuple[Item, ...] = ()
    url: Url | None = None
    contact: Contact | None = None
    sources: tuple[Source, ...] = ()
    extensions: Extensions = {}

    @field_validator("start", "end")
    @classmethod
    def _put_into_the_zone(cls, value: dt.datetime | None, info: ValidationInfo) -> dt.datetime | None:
        zone = info.data.get("time_zone")
        return value if value is None or zone is None else checks.in_zone(value, zone)

    @model_validator(mode="after")
    def _check(self) -> Meeting:
        checks.check_time_zone(self.time_zone, self.start)
        checks.check_meeting(self, InWriting)
        return self


load = Meeting.model_validate_json


def dump(meeting: Meeting) -> bytes:
    """Write a meeting; empty lists are written too, which the format allows."""
    return meeting.model_dump_json(by_alias=True, exclude_none=True).encode()
