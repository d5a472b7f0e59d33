"""Rules over offices and the forms of organizations: what they are, and how they are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from csegroup.meetings import AttendeeGroup
from csegroup.organizations import (
    LEGAL_FORMS_BEFORE_THE_NAME,
    AttendeeKind,
    Contact,
    LegalForm,
    Post,
    Speaker,
)
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import written_names
from csegroup.review.views import MeetingView, Records
from csegroup.text import language_of
from csegroup.wording.messages import LEGAL_FORMS

__all__ = ["OFFICE_RULES"]

_OFFICE_ALONE = re.compile(r"(?:局|部|課|室|係)\Z")
# An agency with something behind it, but not 都市計画課; and what is no office, whatever it ends with.
_AGENCY_INSIDE = re.compile(
    r"[^都道][省庁府県都道市区町村](?![民計画路内会営立政街域場])|警察|警視|内閣|公社|会社|財団|社団|法人|協会|協議会|委員会|会議|"
    ".事務局|大学|小学校|中学校|高等学校|学園|学院|センター|機構|組合|連合|連盟|銀行|病院|本部|支部|支局|総局|郵便局|放送局|薬局|株式"
)
_ENGLISH_OFFICE = re.compile("(?:Bureau|Division|Section)\\Z")


def look_for_offices_alone(view: MeetingView) -> Iterator[Found]:
    """Find posts, and speakers, in a bureau or a division without the agency that it is in."""
    speaking = [(path, one) for path, one in view.speaking() if not path.endswith("post.organization")]
    for path, organization in [
        *((f"{path}.organization", one.organization) for path, one in view.all(Post)),
        *speaking,
    ]:
        root = organization.lineage[-1]
        names = written_names(root.name)
        name = names.get("ja", names.get("und", ""))
        alone = _OFFICE_ALONE.search(name) and not _AGENCY_INSIDE.search(name)
        if alone or (not name and _ENGLISH_OFFICE.search(names.get("en", "")) and "," not in names.get("en", "")):
            yield found(path, name=root.name)


def look_for_doubled_units(view: MeetingView) -> Iterator[Found]:
    """Find Japanese titles of posts that say the kind of the unit again: 少年課課長."""
    for path, post in view.all(Post):
        names, titles = written_names(post.organization.name), written_names(post.title)
        name, title = names.get("ja", ""), titles.get("ja", "")
        if not post.printed and len(title) > 1 and name and name[-1] == title[0] and title[0] in "局部課室係署":
            yield found(f"{path}.title", name=name, title=title)


def look_for_people_alone(view: MeetingView) -> Iterator[Found]:
    """Find people of whom nothing is said but the name."""
    for path, speaker in view.all(Speaker):
        if speaker.name and not (speaker.organization or speaker.post):
            yield found(path, name=speaker.name)


_SHORT_FORM = re.compile(
    r"[（(](?:株|有|公社|公財|一社|一財|特非|福|独)[）)]|㈱|㈲|NPO法人|ＮＰＯ法人|\(財\)|\(社\)|（財）|（社）"
)
_ENGLISH_FORMS: Final = {form: LEGAL_FORMS[form].text for form in LEGAL_FORMS_BEFORE_THE_NAME}


def look_for_legal_forms(records: Records) -> Iterator[Found]:
    """Find legal forms that a name says in short, or in place of `legal_form`, or twice."""
    for path, one in records.all_organizations():
        for tag, name in one.name.items():
            written = language_of(tag) == "ja" and not one.legal_form and name.startswith(_JAPANESE_FORMS)
            doubled = language_of(tag) == "en" and name.startswith(
                _ENGLISH_FORMS.get(one.legal_form or LegalForm.STOCK_COMPANY, "\n")
            )
            if written or doubled or _SHORT_FORM.search(name):
                yield found(f"{path}.name.{tag}", name=name)


_JAPANESE_FORMS = tuple(LEGAL_FORMS_BEFORE_THE_NAME.values())


def look_for_differing_forms(records: Records) -> Iterator[Found]:
    """Find an organization under one name with two legal forms."""
    seen: dict[tuple[str, str], tuple[str, LegalForm]] = {}
    for path, one in records.all_organizations():
        for language, name in written_names(one.name).items():
            if one.legal_form:
                other, form = seen.setdefault((language, name), (path, one.legal_form))
                if form is not one.legal_form:
                    yield found(f"{path}.legal_form", name=one.name, other=other)
                    break


_OFFICE = re.compile(
    "[課室局係部省庁府県市区町村会所院署班]|事務|窓口|センター|担当|チーム|グループ|機構|団体|法人|社|学|館|組合|(?i:office|division|bureau|section|secretariat|department|desk|team|center|centre|council|agency|ministry|unit|committee|group|association|service|police)"
)
_FREE_MAIL = re.compile(
    r"@(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|docomo|ezweb|au|softbank|i\.softbank|ymobile|nifty|biglobe|ocn|qq|163|aol|proton|protonmail)\.(?:com|co\.jp|ne\.jp|jp|me)\Z"
)


_A_PERSON = re.compile(
    r"\A[一-鿿々]{1,3}[ 　]?[一-鿿々ぁ-んァ-ヴ]{1,4}\Z|[様氏]\Z|さん\Z|"
    r"\b[A-Z]{3,},? [A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z]{3,}\b|\b(?:Mr|Ms|Mrs|Dr)\b"
)


_A_PERSON_BEHIND = re.compile(
    r"[課室係局部所会署班][ 　]+(?:担当[：: 　]*)?[一-鿿々]{1,3}[ 　]?[一-鿿々ぁ-んァ-ヴ]{1,3}"
    r"(?<![課室係局部所会署班当口線通表舎館階内])\Z"
)


def look_for_people_as_contacts(view: MeetingView) -> Iterator[Found]:
    """Find contacts whose name is that of a person, and hardly that of an office."""
    for path, contact in view.all(Contact):
        names = [name for name in contact.name.values() if not _OFFICE.search(name)]
        behind = [name for name in contact.name.values() if _A_PERSON_BEHIND.search(name)]
        if behind or any(map(_A_PERSON.search, names)):
            yield found(f"{path}.name", name=contact.name)


def look_for_private_mail(view: MeetingView) -> Iterator[Found]:
    """Find contacts with an address at a provider for private persons."""
    yield from (one for one, is_public in _free_mail(view) if is_public)


def look_for_mail_of_groups(view: MeetingView) -> Iterator[Found]:
    """Find the same where the contact is no public office, but the secretariat of a group."""
    yield from (one for one, is_public in _free_mail(view) if not is_public)


_PUBLIC: Final = re.compile(
    "[省庁県府都道市区町村課]|警察|教育委員会|(?i:ministry|agency|prefecture|police|division|city|bureau)"
)


def _free_mail(view: MeetingView) -> Iterator[tuple[Found, bool]]:
    for path, contact in view.all(Contact):
        if contact.email and _FREE_MAIL.search(contact.email.lower()):
            is_public = any(_PUBLIC.search(name) for name in contact.name.values())
            yield found(f"{path}.email", address=contact.email), is_public


def look_for_telephones(view: MeetingView) -> Iterator[Found]:
    """Find numbers of telephones with too few or too many digits, and those of mobile ones."""
    for path, contact in view.all(Contact):
        if contact.telephone and not _is_a_telephone(contact.telephone):
            yield found(f"{path}.telephone", telephone=contact.telephone)


def look_for_other_telephones(records: Records) -> Iterator[Found]:
    """Find an office with a number that is nearly that of the meetings before and after."""
    offices: dict[str, list[tuple[str, str, str]]] = {}
    dated = [entry for entry in records.latest if entry[1].local_date and entry[1].contact]
    for path, meeting in sorted(dated, key=lambda entry: str(entry[1].local_date)):
        if meeting.contact and meeting.contact.telephone:
            key = str(sorted(written_names(meeting.contact.name).values()))
            offices.setdefault(key, []).append((path, meeting.contact.telephone, meeting.id))
    for calls in offices.values():
        for (_, before, other), (path, telephone, _), (_, after, _) in zip(calls, calls[1:], calls[2:], strict=False):
            if before == after and _is_a_slip(telephone, before):
                yield found(f"{path}.contact.telephone", telephone=telephone, right=before, other=other)


def _is_a_slip(written: str, right: str) -> bool:
    """Tell whether digits of a number changed their places, or one of them is another."""
    ours, theirs = re.sub("[^0-9]", "", written), re.sub("[^0-9]", "", right)
    others = sum(one != other for one, other in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and ours != theirs and (others == 1 or sorted(ours) == sorted(theirs))


_EMERGENCY = re.compile("#[0-9]{4}|1[0-9]{2}")


def _is_a_telephone(written: str) -> bool:
    number = re.sub(r"[（(](?![0-9])[^（）()]*[）)]|(?:内線|ext\.?|x).*", "", written).strip()
    parts = re.split(r"\s*(?:[,、/／;；・]|又は|または|及び)\s*", number)
    return all(_EMERGENCY.fullmatch(part) or _is_a_number(part) for part in parts)


def _is_a_number(written: str) -> bool:
    digits = re.sub("[^0-9]", "", written)
    if not re.fullmatch(r"\+?[0-9][0-9() -]*", written):
        return False
    if written.startswith("0"):
        return len(digits) == (11 if digits[:3] in {"050", "020"} or digits.startswith("0800") else 10)
    return 7 <= len(digits) <= 15  # noqa: PLR2004 - the longest of the world, ITU-T E.164


_PRIVATE_FORMS: Final = {
    LegalForm.STOCK_COMPANY,
    LegalForm.SPECIFIED_NONPROFIT_CORPORATION,
    LegalForm.GENERAL_INCORPORATED_ASSOCIATION,
    LegalForm.GENERAL_INCORPORATED_FOUNDATION,
}
_OF_THE_STATE: Final = re.compile("日本郵便|Japan Post|高速道路|鉄道|[Rr]ailway|[Ee]xpressway")
_KINDS: Final = (
    (
        re.compile(r"(?:県警|府警|道警|警視庁|都警|県警察|県警察本部|府警察本部|北海道警察本部)\Z|Prefectural Police"),
        {AttendeeKind.PREFECTURAL_POLICE},
    ),
    (
        re.compile(
            r"\A[^協会使]{1,8}[省庁]\Z|\A内閣府\Z|\A.{1,4}[都道府県市区町村]\Z|"
            r"\AMinistry of |\ANational Police Agency\Z|\ACabinet Office\Z"
        ),
        {AttendeeKind.GOVERNMENT, AttendeeKind.INTERNATIONAL, AttendeeKind.OTHER, AttendeeKind.PREFECTURAL_POLICE},
    ),
    (
        re.compile(r"(?<!日本郵便)株式会社(?!.*(?:支社|高速道路|鉄道))(?<!鉄道株式会社)(?<!道路株式会社)|Co\., ?Ltd"),
        {AttendeeKind.PRIVATE, AttendeeKind.INTERNATIONAL, AttendeeKind.OTHER},
    ),
)


def look_for_kinds_of_members(records: Records) -> Iterator[Found]:
    """Find members whose kind is not what their name or their legal form says."""
    for known in (one for names in records.register.members.values() for one in names):
        organization = known.organization
        kind = getattr(known.dated, "kind", None)
        names = list(written_names(organization.name).values()) if not organization.parent else []
        private = organization.legal_form in _PRIVATE_FORMS and not _OF_THE_STATE.search(" ".join(names))
        wrong = private and kind in {AttendeeKind.GOVERNMENT, AttendeeKind.PREFECTURAL_POLICE}
        if wrong or any(pattern.search(name) and kind not in kinds for pattern, kinds in _KINDS for name in names):
            yield found(f"{known.path}.kind", name=organization.name, kind=str(getattr(kind, "value", kind)))


_ATTENDEES: Final = (
    (re.compile("府省庁|関係省庁|(?i:ministries|government agenc)"), AttendeeKind.GOVERNMENT),
    (re.compile("都道府県警察|(?i:prefectural police)"), AttendeeKind.PREFECTURAL_POLICE),
    (re.compile("民間団体|(?i:private (?:member )?(?:groups|organizations))"), AttendeeKind.PRIVATE),
)


def look_for_kinds_of_attendees(view: MeetingView) -> Iterator[Found]:
    """Find groups of attendees whose description begins with the words for another kind."""
    for path, group in view.all(AttendeeGroup):
        for tag, written in (group.description or {}).items():
            kinds = [(match.start(), kind) for words, kind in _ATTENDEES if (match := words.search(written))]
            if kinds and group.kind not in {kind for _, kind in kinds} | {AttendeeKind.OTHER}:
                yield found(f"{path}.description.{tag}", written=written, kind=group.kind.value)


_W, _N = Severity.WARNING, Severity.NOTE

OFFICE_RULES: tuple[Rule, ...] = (
    Rule(
        code="no_agency",
        severity=_W,
        of_meeting=look_for_offices_alone,
        reason="生活安全局長 alone does not say of which agency.",
    ),
    Rule(
        code="unit_twice",
        severity=_W,
        of_meeting=look_for_doubled_units,
        reason="In Japanese the title follows the unit: it would be printed 少年課課長.",
    ),
    Rule(
        code="person_alone",
        severity=_N,
        of_meeting=look_for_people_alone,
        reason="Who speaks is told by what they speak for.",
    ),
    Rule(
        code="legal_form",
        severity=_W,
        of_records=look_for_legal_forms,
        reason="The form in law is `legal_form`; in a name it is printed in short, in one language alone, or twice.",
    ),
    Rule(
        code="two_legal_forms",
        severity=_W,
        of_records=look_for_differing_forms,
        reason="一般社団法人 here and 公益社団法人 there: one is wrong, or it was changed on a day.",
    ),
    Rule(
        code="kind_of_member",
        severity=_W,
        of_records=look_for_kinds_of_members,
        reason="A ministry that is counted among private groups makes every count wrong.",
    ),
    Rule(
        code="kind_of_attendees",
        severity=_W,
        of_meeting=look_for_kinds_of_attendees,
        reason="The line is printed under the heading of another kind.",
    ),
    Rule(
        code="contact_is_a_person",
        severity=_W,
        of_meeting=look_for_people_as_contacts,
        reason="A contact is an office, never a person.",
    ),
    Rule(
        code="private_mail",
        severity=_W,
        of_meeting=look_for_private_mail,
        reason="An office has no address at a provider for private persons.",
    ),
    Rule(
        code="group_mail",
        severity=_N,
        of_meeting=look_for_mail_of_groups,
        reason="A group without a domain of its own may have such an address; a person's looks the same.",
    ),
    Rule(
        code="telephone",
        severity=_W,
        of_meeting=look_for_telephones,
        reason="A number that cannot be dialled, or that of a mobile telephone.",
    ),
    Rule(
        code="other_telephone",
        severity=_W,
        of_records=look_for_other_telephones,
        reason="Between two meetings with one number, the office did not move: digits were mistyped.",
    ),
)
