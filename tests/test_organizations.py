from __future__ import annotations

import datetime as dt

import pytest

import strategies as strategy
from csegroup import AttendeeKind, Contact, DatedOrganization, LegalForm, Organization, Post, Source, Speaker
from csegroup.organizations import (
    LEGAL_FORMS_BEFORE_THE_NAME,
    optional_speaker,
    to_organizations,
    to_sources,
    to_speaker,
    to_speakers,
)

NPA = Organization(id="jp/npa", name={"en": "National Police Agency", "ja": "警察庁"})
BUREAU = Organization(name={"en": "Community Safety Bureau", "ja": "生活安全局"}, parent=NPA)
HEAD = Post(title={"en": "Head", "ja": "長"}, organization=BUREAU)
FUKUOKA = "福岡犯罪被害者支援センター"


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": "警察庁"}, "type", "name"),
        ({"name": {"ja": "警察庁\n生活安全局"}}, "newline", "name.ja"),
        ({"name": {"ja": "警察庁"}, "id": "JP/NPA"}, "form", "id"),
        ({"name": {"ja": "警察庁"}, "country": "Japan"}, "form", "country"),
        ({"name": {"ja": "警察庁"}, "url": "www.npa.go.jp"}, "url", "url"),
        ({"name": {"ja": "警察庁"}, "legal_form": "stock_company"}, "type", "legal_form"),
        ({"name": {"ja": "警察庁"}, "parent": "内閣府"}, "type", "parent"),
        ({"name": {"ja": "警察庁"}, "parent": HEAD}, "type", "parent"),
    ],
)
def test_a_field_of_an_organization_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Organization, **fields)
    assert (error.code, error.field) == (code, field)


def test_an_organization_knows_its_parents_from_the_nearest_to_the_root() -> None:
    division = Organization(name={"ja": "少年課"}, parent=BUREAU)
    assert division.lineage == (division, BUREAU, NPA)


def test_eight_parents_are_taken_and_nine_refused() -> None:
    unit = Organization(name={"ja": "本部"})
    for _ in range(8):
        unit = Organization(name={"ja": "課"}, parent=unit)
    error = strategy.refused(Organization, name={"ja": "係"}, parent=unit)
    assert (error.code, error.field) == ("depth", "parent")
    assert error.message == "has more than 8 parents above each other"


@pytest.mark.parametrize("tag", ["ja", "ja-JP", "ja-t-en"])
@pytest.mark.parametrize("form", LEGAL_FORMS_BEFORE_THE_NAME)
def test_a_legal_form_that_stands_twice_is_refused(form: LegalForm, tag: str) -> None:
    name = {"en": "Fukuoka Victim Support Center", tag: f"{LEGAL_FORMS_BEFORE_THE_NAME[form]}{FUKUOKA}"}
    error = strategy.refused(Organization, name=name, legal_form=form)
    assert (error.code, error.field) == ("legal_form", f"name.{tag}")
    assert error.message == "begins with a legal form, which legal_form says; leave it out"


def test_another_legal_form_before_the_name_is_refused_too() -> None:
    error = strategy.refused(
        Organization, name={"ja": f"公益財団法人{FUKUOKA}"}, legal_form=LegalForm.SOCIAL_WELFARE_CORPORATION
    )
    assert error.code == "legal_form"


@pytest.mark.parametrize("name", ["株式会社ディー・エヌ・エー", "LINE株式会社"])
def test_a_company_keeps_its_form_in_its_name(name: str) -> None:
    assert Organization(name={"ja": name}, legal_form=LegalForm.STOCK_COMPANY).name["ja"] == name


@pytest.mark.parametrize("name", [FUKUOKA, f"{FUKUOKA}（公益社団法人）", "全国公益社団法人協会"])
def test_a_form_that_does_not_begin_the_name_is_part_of_it(name: str) -> None:
    form = LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION
    assert Organization(name={"ja": name}, legal_form=form).name["ja"] == name


def test_a_legal_form_is_looked_for_in_japanese_alone() -> None:
    name = {"zh": f"一般社団法人{FUKUOKA}"}
    assert Organization(name=name, legal_form=LegalForm.GENERAL_INCORPORATED_ASSOCIATION).name == name


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": "長", "organization": BUREAU}, "type", "title"),
        ({"title": {"ja": "長\n"}, "organization": BUREAU}, "blank", "title.ja"),
        ({"title": {"ja": "長"}, "organization": {"ja": "生活安全局"}}, "type", "organization"),
        ({"title": {"ja": "長"}, "organization": None}, "type", "organization"),
        ({"title": {"ja": "長"}, "organization": BUREAU, "printed": "社会教育主事"}, "type", "printed"),
    ],
)
def test_a_field_of_a_post_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Post, **fields)
    assert (error.code, error.field) == (code, field)


def test_a_speaker_with_a_post_and_an_organization_is_refused() -> None:
    error = strategy.refused(Speaker, post=HEAD, organization=BUREAU)
    assert (error.code, error.field) == ("excluded", "organization")
    assert error.message == "is the post's already; leave it out"


def test_a_speaker_who_is_nobody_is_refused() -> None:
    error = strategy.refused(Speaker)
    assert (error.code, error.field) == ("missing", "post")
    assert error.message == "is missing; give an organization, a post or a name"


@pytest.mark.parametrize(
    ("fields", "field"), [({"organization": HEAD}, "organization"), ({"post": NPA}, "post"), ({"name": "𠮷田"}, "name")]
)
def test_a_field_of_a_speaker_is_checked_by_name(fields: dict[str, object], field: str) -> None:
    error = strategy.refused(Speaker, **fields)
    assert (error.code, error.field) == ("type", field)


@pytest.mark.parametrize(
    ("given", "speaker"), [(NPA, Speaker(organization=NPA)), (HEAD, Speaker(post=HEAD)), (Speaker(post=HEAD),) * 2]
)
def test_an_organization_and_a_post_speak(given: Organization | Post | Speaker, speaker: Speaker) -> None:
    assert to_speaker(given) == optional_speaker(given) == speaker
    assert to_speakers(iter([given])) == (speaker,)


def test_nobody_may_speak_where_a_speaker_is_optional() -> None:
    assert optional_speaker(None) is None


@pytest.mark.parametrize("value", [NPA, HEAD, "警察庁", None])
def test_a_list_of_speakers_that_is_none_is_left_for_the_check_of_the_field(value: object) -> None:
    assert to_speakers(value) is value  # type: ignore[arg-type] # as without a type checker


def test_lists_of_organizations_and_sources_are_kept_as_tuples() -> None:
    source = Source(url="https://www.npa.go.jp/", read_on=dt.date(2026, 11, 24))
    assert to_organizations([NPA, BUREAU]) == (NPA, BUREAU)
    assert to_sources([source]) == (source,)


@pytest.mark.parametrize("email", ["shonen@npa.go.jp", "a.b+c@example.co.jp"])
def test_an_office_has_an_email_address(email: str) -> None:
    assert Contact(name={"ja": "少年課"}, email=email).email == email


@pytest.mark.parametrize(
    "email",
    ["shonen", "@npa.go.jp", "shonen@npa", "少年課@npa.go.jp", "a@b@example.org", "a b@example.org", "a@b.org\n", ""],
)
def test_what_is_no_email_address_is_refused(email: str) -> None:
    error = strategy.refused(Contact, name={"ja": "少年課"}, email=email)
    assert (error.code, error.field) == ("form", "email")
    assert error.message == f"is an e-mail address of an office, not {email!r}"


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": "少年課"}, "type", "name"),
        ({"name": {"ja": "少年課"}, "telephone": 335810141}, "type", "telephone"),
        ({"name": {"ja": "少年課"}, "telephone": "03-3581-0141\n"}, "blank", "telephone"),
        ({"name": {"ja": "少年課"}, "url": "npa.go.jp"}, "url", "url"),
        ({"name": {"ja": "少年課"}, "email": f"{'a' * 250}@example.org"}, "form", "email"),
    ],
)
def test_a_field_of_a_contact_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Contact, **fields)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"url": "file:///page.html", "read_on": dt.date(2026, 11, 24)}, "url", "url"),
        ({"url": "https://example.org/", "read_on": "2026-11-24"}, "type", "read_on"),
        ({"url": "https://example.org/", "read_on": dt.datetime.now(dt.timezone.utc)}, "type", "read_on"),
        ({"url": "https://example.org/", "read_on": dt.date(2026, 11, 24), "publisher": "警察庁"}, "type", "publisher"),
    ],
)
def test_a_field_of_a_source_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Source, **fields)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"organization": Organization(name={"ja": "少年課"})}, "missing", "organization.id"),
        ({"organization": "少年課"}, "type", "organization"),
        ({"kind": "government"}, "type", "kind"),
        ({"since": "2022-04-01"}, "type", "since"),
        ({"until": dt.date(2022, 4, 1)}, "order", "until"),
        ({"same_as": ["Q42"]}, "url", "same_as[0]"),
        ({"same_as": ["https://example.org/Q42"] * 2}, "twice", "same_as[1]"),
        ({"same_as": "https://example.org/Q42"}, "type", "same_as"),
        ({"sources": ["https://example.org/"]}, "type", "sources[0]"),
    ],
)
def test_a_field_of_an_organization_over_time_is_checked_by_name(
    fields: dict[str, object], code: str, field: str
) -> None:
    division = Organization(id="jp/npa/juvenile", name={"en": "Juvenile Division", "ja": "少年課"})
    error = strategy.refused(DatedOrganization, **{"organization": division, "since": dt.date(2022, 4, 1), **fields})
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize("word", [*LegalForm, *AttendeeKind])
def test_a_choice_is_written_as_its_name_in_small_letters(word: LegalForm | AttendeeKind) -> None:
    assert word.value == word.name.lower()
