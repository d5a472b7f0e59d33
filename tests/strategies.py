"""Hypothesis strategies for every class of the model, with realistic Japanese and English."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from csegroup import (
    Address,
    AddressKind,
    Archive,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Contact,
    Council,
    DatedName,
    DatedOrganization,
    Discussion,
    Formality,
    FormalityKind,
    InvalidValue,
    InWriting,
    Item,
    LegalForm,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    PostalAddress,
    Presentation,
    Session,
    SessionItem,
    Source,
    Speaker,
    Venue,
)
from csegroup.documents import (
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
from csegroup.ical import Invitee, InviteeRole, Mailbox, Mailing
from csegroup.json.envelope import AnyRecord
from csegroup.style import SERIES, UNMARKED

T = TypeVar("T")

# What goes wrong in practice: wide and half-width characters, marks that stay apart, kanji beyond the basic
# plane, and what Markdown, HTML, iCalendar and format strings take for their own.
_JAPANESE = "児童の性的搾取等に係る対策会議警察庁髙﨑澤𠮷𩸽ｶﾅﾞ～・、。「」（）①Ⅲ㈱Ａ１々ー゛がぱ\u3099"
_ENGLISH = "abcdefghijABCDEFGHIJ0123456789 ,;:\\\"'&<>*_#|()[]{}%^éñü\u0301\u200d🙂"
# NFC would replace the first two by other characters; the others are cut by careless code.
_NAMES = (
    "福\ufa1b祉会",
    "\ufa10本",
    "葛\U000e0100城市",
    "👨\u200d👩\u200d👧",
    "C:\\New",
    "\\\\",
    "^n",
    "{start}",
    "</p>",
)


def _line(alphabet: str) -> st.SearchStrategy[str]:
    composed = st.text(alphabet, min_size=1, max_size=30).map(lambda text: unicodedata.normalize("NFC", text).strip())
    return st.one_of(composed.filter(bool), composed.filter(bool), st.sampled_from(_NAMES))


japanese_lines = _line(_JAPANESE)
english_lines = _line(_ENGLISH)


def _paragraphs(lines: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(lines, min_size=1, max_size=3).map("\n".join)


@st.composite
def _texts(
    draw: st.DrawFn, japanese: st.SearchStrategy[str], english: st.SearchStrategy[str], *, readings: bool
) -> LocalizedText:
    tags = draw(
        st.sampled_from(
            [("ja",), ("en",), ("und",), ("en", "ja"), ("ja", "en"), ("en", "ja-t-en"), ("en-GB", "ja", "fr")]
        )
    )
    texts = {tag: draw(japanese if tag.startswith("ja") else english) for tag in tags}
    if readings and "ja" in tags and draw(st.booleans()):
        texts["ja-Hira"] = draw(st.text("けいさつちょうがぱー", min_size=1, max_size=8))
    return LocalizedText(texts)


lines = _texts(japanese_lines, english_lines, readings=True)
texts = _texts(_paragraphs(japanese_lines), _paragraphs(english_lines), readings=False)

ids = st.from_regex(r"[a-z0-9]{1,5}(?:[._/-][a-z0-9]{1,5}){0,3}", fullmatch=True)
days = st.dates(dt.date(1873, 1, 1), dt.date(2100, 12, 31))
urls = st.sampled_from(["https://www.example.go.jp/", "http://example.org:8080/a%E8%AD%A6?x=1&y=2#z"])
plain_strings = st.one_of(st.sampled_from(["1", "5-1", "別紙"]), japanese_lines)
languages = st.lists(st.sampled_from(["ja", "en", "fr", "zh-Hant", "jsl"]), max_size=3, unique=True)
audiences = st.lists(st.sampled_from(AttendeeKind), max_size=2, unique=True)
extensions = st.dictionaries(
    st.from_regex(r"x-[a-z0-9-]{1,8}", fullmatch=True), st.one_of(st.just('{"a": [1]}\n'), lines.map(str)), max_size=2
)
zones = st.sampled_from(
    [ZoneInfo(key) for key in ("Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")]
)


def _or_none(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


sources = st.builds(Source, url=urls, read_on=days, publisher=_or_none(lines))
contacts = st.builds(
    Contact,
    name=lines,
    telephone=_or_none(st.just("03-3581-0141（代表）")),
    email=_or_none(st.just("office@example.go.jp")),
    url=_or_none(urls),
)


def _organizations(
    parents: st.SearchStrategy[Organization | None], own_ids: st.SearchStrategy[str | None]
) -> st.SearchStrategy[Organization]:
    return st.builds(
        Organization,
        id=own_ids,
        name=lines,
        legal_form=_or_none(st.sampled_from(LegalForm)),
        parent=parents,
        country=st.sampled_from(["JP", "GB"]),
        url=_or_none(urls),
        extensions=extensions,
    )


organizations = _organizations(_or_none(_organizations(st.none(), _or_none(ids))), _or_none(ids))
bodies_that_meet = _organizations(_or_none(_organizations(st.none(), ids)), ids)
posts = st.builds(Post, title=lines, organization=organizations, printed=_or_none(lines))
speakers = st.one_of(
    st.builds(Speaker, organization=organizations, name=_or_none(lines)),
    st.builds(Speaker, post=posts, name=_or_none(lines)),
    st.builds(Speaker, name=lines),
)
postal_addresses = st.one_of(
    st.builds(
        PostalAddress,
        postal_code=_or_none(st.just("100-8974")),
        region=_or_none(lines),
        locality=lines,
        street=_or_none(lines),
    ),
    st.builds(
        PostalAddress, country=st.sampled_from(["GB", "FR", "ZZ"]), postal_code=_or_none(plain_strings), street=lines
    ),
)
places = st.one_of(
    st.builds(Venue, name=lines, room=_or_none(lines), postal_address=_or_none(postal_addresses)),
    st.builds(OnlineVenue, name=_or_none(lines), url=_or_none(urls)),
)
materials = st.builds(
    Material,
    number=plain_strings,
    title=_or_none(lines),
    url=_or_none(urls),
    media_type=_or_none(st.sampled_from(["application/pdf", "text/x-unknown"])),
    kilobytes=_or_none(st.integers(1, 20_000)),
    language=_or_none(st.just("ja")),
    note=_or_none(lines),
)
_minutes = _or_none(st.integers(1, 240))
_ending = {"minutes": _minutes, "audience": audiences, "languages": languages}
_reports = _or_none(texts)
_material_lists = st.lists(materials, max_size=2)


def _session_items(numbers: st.SearchStrategy[int | None]) -> st.SearchStrategy[SessionItem]:
    return st.one_of(
        st.builds(Formality, kind=st.sampled_from(FormalityKind), **_ending),
        st.builds(
            Address,
            kind=st.sampled_from(AddressKind),
            title=_or_none(lines),
            speaker=_or_none(speakers),
            report=_reports,
            **_ending,
        ),
        st.builds(
            Presentation,
            agenda_number=numbers,
            title=lines,
            presenters=st.lists(speakers, min_size=1, max_size=2),
            joined_by=_or_none(lines),
            report=_reports,
            representatives=st.lists(organizations, max_size=2),
            materials=_material_lists,
            **_ending,
        ),
        st.builds(
            Discussion,
            agenda_number=numbers,
            title=_or_none(lines),
            report=_reports,
            materials=_material_lists,
            **_ending,
        ),
        st.builds(
            Motion,
            agenda_number=numbers,
            title=lines,
            presenters=st.lists(speakers, max_size=1),
            report=_reports,
            materials=_material_lists,
            outcome=_or_none(st.sampled_from(Outcome)),
            resolution=_or_none(texts),
            **_ending,
        ),
    )


unnumbered_items = _session_items(st.none())


@st.composite
def programs(draw: st.DrawFn) -> Sequence[Item]:
    """Draw items whose agenda numbers rise, sessions among them."""
    number = 0
    program: list[Item] = []
    for _ in range(draw(st.integers(0, 4))):
        number += draw(st.integers(1, 3))
        if draw(st.integers(0, 3)):
            program.append(draw(_session_items(st.sampled_from([None, number]))))
        else:
            inside = draw(st.lists(unnumbered_items, min_size=1, max_size=2))
            program.append(
                Session(agenda_number=number, title=draw(lines), items=inside, materials=draw(_material_lists))
            )
    return program


sessions = st.builds(
    Session, title=lines, items=st.lists(unnumbered_items, min_size=1, max_size=3), materials=_material_lists
)
items = st.one_of(unnumbered_items, sessions)


_FIRST, _LAST = dt.datetime.fromisoformat("1950-01-01"), dt.datetime.fromisoformat("2099-12-31")


@st.composite
def moments(draw: st.DrawFn, zones: st.SearchStrategy[ZoneInfo] = zones) -> dt.datetime:
    """Draw a time that the model takes: an hour that exists, a fold only where it is needed."""
    zone = draw(zones)
    wall = draw(st.datetimes(_FIRST, _LAST)).replace(microsecond=0, tzinfo=zone)
    return wall.astimezone(dt.timezone.utc).astimezone(zone)


attendee_groups = st.builds(
    AttendeeGroup, kind=st.sampled_from(AttendeeKind), label=_or_none(lines), description=_or_none(lines)
)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Draw a meeting in any state: at an hour, on a day, undecided, in writing."""
    start = draw(_or_none(moments()))
    end = None
    if start and draw(st.booleans()):
        length = dt.timedelta(minutes=draw(st.integers(1, 3000)))
        end = (start.astimezone(dt.timezone.utc) + length).astimezone(start.tzinfo)
    day = None if start else draw(_or_none(days))
    in_writing = start is None and draw(st.booleans())
    statuses = (
        list(MeetingStatus)
        if start or day
        else [MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED, MeetingStatus.CANCELLED]
    )
    return Meeting(
        id=draw(ids),
        body=draw(bodies_that_meet),
        number=draw(_or_none(st.integers(1, 200))),
        title=draw(_or_none(lines)),
        aim=draw(_or_none(texts)),
        status=draw(st.sampled_from(statuses)),
        sequence=draw(st.integers(0, 5)),
        notice=draw(_or_none(texts)),
        day=day,
        start=start,
        end=end,
        venues=[InWriting()] if in_writing else draw(st.lists(places, max_size=2, unique=True)),
        attendees=draw(st.lists(attendee_groups, max_size=3)),
        program=draw(programs()),
        url=draw(_or_none(urls)),
        contact=draw(_or_none(contacts)),
        sources=draw(st.lists(sources, max_size=2)),
        extensions=draw(extensions),
    )


_locals = st.one_of(
    st.from_regex(r"[a-z][a-z0-9+_'%-]{0,8}(\.[a-z0-9]{1,5})?", fullmatch=True), st.sampled_from(["太郎", "o'neil+x"])
)
emails = st.builds("{}@{}".format, _locals, st.sampled_from(["example.go.jp", "mail.example.com", "例え.jp"]))
person_names = st.one_of(
    st.sampled_from(
        ["山田太郎", "髙橋 﨑", "𠮷田, 花子; ｶﾅ", "福\ufa1b祉係", "O'Neil, Ann", "é. ü: [x] (y) <z>", "=A1", "\\N"]
    ),
    st.one_of(japanese_lines, english_lines).map(lambda name: name.replace('"', "'")),
)
mailboxes = st.builds(
    Mailbox, email=emails, name=_or_none(lines.map(lambda name: {t: n.replace('"', "'") for t, n in name.items()}))
)
invitees = st.builds(
    Invitee,
    email=emails,
    name=_or_none(person_names),
    language=st.sampled_from(["ja", "en", ("ja", "en"), ("en", "ja"), "en-GB", "ja-u-ca-gregory", "fr"]),
    role=st.sampled_from(InviteeRole),
    time_zone=_or_none(zones),
    kind=_or_none(st.sampled_from(AttendeeKind)),
    join_url=_or_none(st.integers(1, 999).map("https://meet.example.go.jp/secret-{}".format)),
    passcode=_or_none(st.integers(1000, 9999).map("pass-{}".format)),
)


@st.composite
def mailings(draw: st.DrawFn, of: st.SearchStrategy[Meeting] | None = None) -> Mailing:
    """Draw a meeting, of any state, with those who are told of it."""
    invited = draw(st.lists(invitees, min_size=1, max_size=5, unique_by=lambda one: one.email.casefold()))
    return Mailing(
        meeting=draw(meetings() if of is None else of),
        organizer=draw(mailboxes),
        invitees=invited,
        assumed_length=draw(_or_none(st.integers(1, 1440).map(lambda minutes: dt.timedelta(minutes=minutes)))),
        shared_list=draw(st.booleans()),
    )


@st.composite
def spans(draw: st.DrawFn) -> tuple[dt.date, dt.date | None]:
    """Draw since and until."""
    since = draw(days)
    length = draw(_or_none(st.integers(1, 4000)))
    return since, None if length is None else since + dt.timedelta(days=length)


@st.composite
def councils(draw: st.DrawFn) -> Council:
    """Draw a register in which each name, body and member follows on the one before it."""
    steps = sorted(draw(st.lists(days, min_size=1, max_size=4, unique=True)))
    ends: list[dt.date | None] = [*steps[1:], draw(st.sampled_from([None, steps[-1] + dt.timedelta(days=10)]))]
    periods = list(zip(steps, ends, strict=True))
    body, member = draw(bodies_that_meet), draw(bodies_that_meet)
    kind = draw(st.sampled_from(AttendeeKind))
    return Council(
        id=draw(ids),
        names=[DatedName(text=draw(lines), since=since, until=until) for since, until in periods],
        bodies=[
            Body(organization=body, since=since, until=until, sources=draw(st.lists(sources, max_size=1)))
            for since, until in periods
        ],
        member_groups=[
            MemberGroup(organization=member, kind=kind, since=since, until=until) for since, until in periods
        ],
        extensions=draw(extensions),
    )


dated_organizations = st.builds(
    lambda organization, span, kind, sources: DatedOrganization(
        organization=organization, since=span[0], until=span[1], kind=kind, sources=sources
    ),
    bodies_that_meet,
    st.one_of(spans(), spans().map(lambda span: (None, span[1]))),
    _or_none(st.sampled_from(AttendeeKind)),
    st.lists(sources, max_size=1),
)


def _state_of(meeting: Meeting) -> tuple[str, int, MeetingStatus]:
    return meeting.id, meeting.sequence, meeting.status


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Draw registers, organizations and states, each of which stands there once."""
    return Archive(
        councils=draw(st.lists(councils(), max_size=2, unique_by=lambda one: one.id)),
        organizations=draw(st.lists(dated_organizations, max_size=3, unique_by=lambda one: one.organization.id)),
        meetings=draw(st.lists(meetings(), max_size=4, unique_by=_state_of)),
    )


_AROUND = ("{}", "({})", "（{}）", "第{}", "{}.", "第{}章", "髙{}𠮷", "<{}>", "*{}*")
_marks = st.lists(
    st.one_of(
        st.just(UNMARKED),
        st.builds(str.format, st.sampled_from(_AROUND), st.sampled_from(SERIES)),
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


def _by_language(said: st.SearchStrategy[str]) -> st.SearchStrategy[LocalizedText | None]:
    tags = st.sampled_from(["ja", "en", "en-GB", "und"])
    return _or_none(st.dictionaries(tags, said, min_size=1, max_size=3).map(LocalizedText))


_titles = _by_language(st.sampled_from(["{title}", "{title}　議事次第", "Agenda of the {title}", "<b>{title}</b> 𠮷"]))


@st.composite
def _parts(draw: st.DrawFn) -> Sequence[Part]:
    """Draw sections, each kind once, some of them inside an overview."""
    kinds = draw(st.lists(st.sampled_from(SectionKind), max_size=8, unique=True))
    inside = draw(st.integers(0, len(kinds)))
    plain = [Part(kind=kind, title=draw(_or_none(lines))) for kind in kinds if kind is not SectionKind.OVERVIEW]
    if SectionKind.OVERVIEW not in kinds or not plain[:inside]:
        return plain
    overview = Part(kind=SectionKind.OVERVIEW, title=draw(_or_none(lines)), parts=plain[:inside])
    return draw(st.permutations([overview, *plain[inside:]]))


styles = st.builds(
    Style,
    title=_titles,
    sections=_parts(),
    levels=_by_language(_marks),
    brackets=_by_language(st.sampled_from(["（）", "()", "【】", "〔〕", "<>", "＜＞"])),
    digits=st.sampled_from(Digits),
    calendar=_or_none(st.sampled_from(Calendar)),
    hours=_or_none(st.sampled_from(HourCycle)),
    dates=st.sampled_from(DateForm),
    materials=st.sampled_from(MaterialsPlace),
    purpose=_or_none(st.sampled_from(Purpose)),
    notes=st.booleans(),
)
records: st.SearchStrategy[AnyRecord] = st.one_of(meetings(), councils(), dated_organizations, styles)


def refused(make: object, **fields: object) -> InvalidValue:
    """Give the error of a value that cannot be made."""
    try:
        made = make(**fields)  # type: ignore[operator]
    except InvalidValue as error:
        return error
    raise AssertionError(f"was made: {made!r}")
