"""Who takes part: organizations, posts in them, speakers, kinds of attendee, offices and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import cast, final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import (
    NO_EXTENSIONS,
    Choice,
    Extensions,
    a_country,
    a_day,
    a_line,
    a_string,
    a_url,
    all_different,
    an_id,
    an_instance,
    check,
    each,
    matching,
    only_extensions,
    optional,
    to_extensions,
    to_strings,
    tuple_of,
)
from csegroup.spans import check_span
from csegroup.text import LocalizedText, language_of, optional_text, to_text

__all__ = [
    "LEGAL_FORMS_BEFORE_THE_NAME",
    "AttendeeKind",
    "Contact",
    "DatedOrganization",
    "LegalForm",
    "Organization",
    "Post",
    "Source",
    "Speaker",
    "optional_speaker",
    "to_organizations",
    "to_sources",
    "to_speaker",
    "to_speakers",
]

_PARENTS_AT_MOST = 8

_an_email = matching(
    r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", "an e-mail address of an office", at_most=254
)


@final
class LegalForm(Choice):
    """法人格: the form in which a private organization exists in law.

    >>> LegalForm("general_incorporated_association")
    LegalForm.GENERAL_INCORPORATED_ASSOCIATION
    """

    PUBLIC_INTEREST_INCORPORATED_ASSOCIATION = "public_interest_incorporated_association"
    PUBLIC_INTEREST_INCORPORATED_FOUNDATION = "public_interest_incorporated_foundation"
    GENERAL_INCORPORATED_ASSOCIATION = "general_incorporated_association"
    GENERAL_INCORPORATED_FOUNDATION = "general_incorporated_foundation"
    SPECIFIED_NONPROFIT_CORPORATION = "specified_nonprofit_corporation"
    SOCIAL_WELFARE_CORPORATION = "social_welfare_corporation"
    INCORPORATED_ADMINISTRATIVE_AGENCY = "incorporated_administrative_agency"
    STOCK_COMPANY = "stock_company"


# The names of the forms in Japanese law, here since a name that begins with one is refused. A company's
# form is missing: it is part of the registered name and stands before it or behind it.
LEGAL_FORMS_BEFORE_THE_NAME: Mapping[LegalForm, str] = {
    LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION: "公益社団法人",
    LegalForm.PUBLIC_INTEREST_INCORPORATED_FOUNDATION: "公益財団法人",
    LegalForm.GENERAL_INCORPORATED_ASSOCIATION: "一般社団法人",
    LegalForm.GENERAL_INCORPORATED_FOUNDATION: "一般財団法人",
    LegalForm.SPECIFIED_NONPROFIT_CORPORATION: "特定非営利活動法人",
    LegalForm.SOCIAL_WELFARE_CORPORATION: "社会福祉法人",
    LegalForm.INCORPORATED_ADMINISTRATIVE_AGENCY: "独立行政法人",
}


@final
class AttendeeKind(Choice):
    """The kinds in which the council counts those who attend, and for whom an item is open.

    >>> AttendeeKind.PRIVATE.value
    'private'
    """

    PRIVATE = "private"
    INTERNATIONAL = "international"
    GOVERNMENT = "government"
    PREFECTURAL_POLICE = "prefectural_police"
    OTHER = "other"


@final
@attrs.frozen(kw_only=True)
class Organization:
    """An organization under the name of its day; an `id` joins it over renamings.

    `name` leaves out a legal form that stands before it, which `legal_form` says; a company's form is
    part of its name. `parent` is there where the name is written inside the parent's, as a bureau's in
    its agency's, at most eight deep. Raises `InvalidValue`.

    >>> npa = Organization(id="jp/npa", name={"en": "National Police Agency", "ja": "警察庁"})
    >>> Organization(name={"ja": "生活安全局"}, parent=npa).parent.id
    'jp/npa'
    """

    id: str | None = attrs.field(default=None, validator=check(optional(an_id)))
    name: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    legal_form: LegalForm | None = attrs.field(default=None, validator=check(optional(an_instance(LegalForm))))
    parent: Organization | None = attrs.field(default=None)
    country: str = attrs.field(default="JP", validator=check(a_country))
    url: str | None = attrs.field(default=None, validator=check(optional(a_url)))
    extensions: Extensions = attrs.field(
        default=NO_EXTENSIONS, converter=to_extensions, validator=check(only_extensions)
    )

    def __attrs_post_init__(self) -> None:
        if self.parent is not None:
            an_instance(Organization)("parent", self.parent)
        if self.parent and len(self.lineage) > _PARENTS_AT_MOST + 1:
            raise InvalidValue("depth", "parent", f"has more than {_PARENTS_AT_MOST} parents above each other")
        if self.legal_form in LEGAL_FORMS_BEFORE_THE_NAME:
            self._refuse_a_doubled_form()

    @property
    def lineage(self) -> tuple[Organization, ...]:
        """The organization and its parents, the nearest first."""
        return (self, *(self.parent.lineage if self.parent else ()))

    def _refuse_a_doubled_form(self) -> None:
        for tag, name in self.name.items():
            if language_of(tag) == "ja" and name.startswith(tuple(LEGAL_FORMS_BEFORE_THE_NAME.values())):
                raise InvalidValue(
                    "legal_form", f"name.{tag}", "begins with a legal form, which legal_form says; leave it out"
                )


@final
@attrs.frozen(kw_only=True)
class Post:
    """役職: a post in an organization; in Japanese the title is what follows the unit's name (長, not 課長).

    `printed` is the whole written form where the rule of the language does not give it. Raises
    `InvalidValue`.

    >>> bureau = Organization(name={"en": "Community Safety Bureau", "ja": "生活安全局"})
    >>> Post(title={"en": "Head", "ja": "長"}, organization=bureau).title["ja"]
    '長'
    """

    title: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    organization: Organization = attrs.field(validator=check(an_instance(Organization)))
    printed: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_line))
    )


@final
@attrs.frozen(kw_only=True)
class Speaker:
    """登壇者: who speaks, as an organization or from a post, with a name where it is public.

    Wherever a speaker is wanted, an `Organization` or a `Post` may be given. Raises `InvalidValue`.

    >>> Speaker(name={"ja": "山田太郎"}).post is None
    True
    """

    organization: Organization | None = attrs.field(default=None, validator=check(optional(an_instance(Organization))))
    post: Post | None = attrs.field(default=None, validator=check(optional(an_instance(Post))))
    name: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))

    def __attrs_post_init__(self) -> None:
        if self.organization and self.post:
            raise InvalidValue("excluded", "organization", "is the post's already; leave it out")
        if not (self.organization or self.post or self.name):
            raise InvalidValue("missing", "post", "is missing; give an organization, a post or a name")


@final
@attrs.frozen(kw_only=True)
class Contact:
    """担当: the office that answers questions, never a person. Raises `InvalidValue`.

    >>> Contact(name={"ja": "少年課"}, telephone="03-3581-0141").email is None
    True
    """

    name: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    telephone: str | None = attrs.field(default=None, validator=check(optional(a_string)))
    email: str | None = attrs.field(default=None, validator=check(optional(_an_email)))
    url: str | None = attrs.field(default=None, validator=check(optional(a_url)))


@final
@attrs.frozen(kw_only=True)
class Source:
    """The page that a record was made from, and the day on which it was read. Raises `InvalidValue`.

    >>> Source(url="https://www.example.go.jp/", read_on=dt.date(2026, 11, 24)).read_on.year
    2026
    """

    url: str = attrs.field(validator=check(a_url))
    read_on: dt.date = attrs.field(validator=check(a_day))
    publisher: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_line))
    )


def to_speaker(value: Speaker | Organization | Post) -> Speaker:
    """Convert an organization or a post that speaks, and leave everything else."""
    match value:
        case Organization():
            return Speaker(organization=value)
        case Post():
            return Speaker(post=value)
        case _:
            return value


def optional_speaker(value: Speaker | Organization | Post | None) -> Speaker | None:
    """Convert an organization or a post that speaks, and leave None."""
    return None if value is None else to_speaker(value)


def to_speakers(value: Iterable[Speaker | Organization | Post]) -> tuple[Speaker, ...]:
    """Convert to a tuple of speakers."""
    given: object = tuple_of(value)
    return cast("tuple[Speaker, ...]", tuple(map(to_speaker, given)) if isinstance(given, tuple) else given)


def to_organizations(value: Iterable[Organization]) -> tuple[Organization, ...]:
    """Convert to a tuple of organizations."""
    return tuple_of(value)


def to_sources(value: Iterable[Source]) -> tuple[Source, ...]:
    """Convert to a tuple of sources."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class DatedOrganization:
    """An organization under one name, over the days in which it had it, as a directory or an archive keeps it.

    One that was renamed is a second record with the same organization id, which it needs. `since` is the first day
    that a source shows the name, None where none says since when; `until` the first day on which it no longer holds.
    `same_as` are the addresses of pages that stand for the organization elsewhere, such as its item in Wikidata.
    Raises `InvalidValue`.

    >>> agency = Organization(id="jp/cfa", name={"en": "Children and Families Agency", "ja": "こども家庭庁"})
    >>> DatedOrganization(organization=agency, since=dt.date(2023, 4, 1)).organization.id
    'jp/cfa'
    """

    organization: Organization = attrs.field(validator=check(an_instance(Organization)))
    kind: AttendeeKind | None = attrs.field(default=None, validator=check(optional(an_instance(AttendeeKind))))
    since: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    same_as: tuple[str, ...] = attrs.field(
        default=(), converter=to_strings, validator=check(each(a_url), all_different)
    )
    sources: tuple[Source, ...] = attrs.field(
        default=(), converter=to_sources, validator=check(each(an_instance(Source)))
    )

    def __attrs_post_init__(self) -> None:
        if self.organization.id is None:
            raise InvalidValue("missing", "organization.id", "is missing; it joins the names of an organization")
        check_span(self)
