from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, Body, Council, DatedName, LocalizedText, MemberGroup, Organization

FOUNDED, RENAMED, AMENDED = dt.date(2010, 11, 22), dt.date(2017, 10, 27), dt.date(2021, 4, 16)
A_DAY = dt.timedelta(days=1)
OLD, NEW = {"ja": "児童ポルノ排除対策推進協議会"}, {"ja": "子供の性被害撲滅対策推進協議会"}
NPA = Organization(id="jp/npa", name={"ja": "警察庁"})
LINE = Organization(id="jp/line", name={"ja": "LINE株式会社"})


def _name(text: dict[str, str], since: dt.date, until: dt.date | None = None) -> DatedName:
    return DatedName(text=text, since=since, until=until)


def _member(since: dt.date, until: dt.date | None = None, organization: Organization = LINE) -> MemberGroup:
    return MemberGroup(organization=organization, kind=AttendeeKind.PRIVATE, since=since, until=until)


NEEDED: dict[type, dict[str, object]] = {
    DatedName: {"text": OLD, "since": FOUNDED},
    Body: {"organization": NPA, "since": FOUNDED},
    MemberGroup: {"organization": NPA, "kind": AttendeeKind.GOVERNMENT, "since": FOUNDED},
    Council: {"id": "jp/cse-council", "names": [_name(OLD, FOUNDED)]},
}
DATED = (DatedName, Body, MemberGroup)


def _council(**fields: object) -> Council:
    return Council(**{**NEEDED[Council], **fields})  # type: ignore[arg-type] # checked by Council


@pytest.mark.parametrize("cls", DATED)
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"since": "2010-11-22"}, "since"),
        ({"since": dt.datetime(2010, 11, 22, tzinfo=dt.timezone.utc)}, "since"),
        ({"since": None}, "since"),
        ({"until": dt.datetime(2017, 10, 27, tzinfo=dt.timezone.utc)}, "until"),
        ({"sources": ["https://example.go.jp/"]}, "sources[0]"),
        ({"sources": "https://example.go.jp/"}, "sources"),
    ],
)
def test_a_span_has_days_and_sources(cls: type, fields: dict[str, object], field: str) -> None:
    error = strategy.refused(cls, **{**NEEDED[cls], **fields})
    assert (error.code, error.field) == ("type", field)


@pytest.mark.parametrize("cls", DATED)
@pytest.mark.parametrize("until", [FOUNDED, FOUNDED - A_DAY])
def test_a_span_that_ends_before_its_second_day_is_refused(cls: type, until: dt.date) -> None:
    error = strategy.refused(cls, **NEEDED[cls], until=until)
    assert (error.code, error.field, error.message) == ("order", "until", "is not after since, 2010-11-22")


@pytest.mark.parametrize("cls", [Body, MemberGroup])
def test_a_body_and_a_member_have_an_id(cls: type) -> None:
    error = strategy.refused(cls, **{**NEEDED[cls], "organization": Organization(name={"ja": "総会"})})
    assert (error.code, error.field) == ("missing", "organization.id")
    assert error.message == "is missing; it joins the names of a body or a member"


@pytest.mark.parametrize(
    ("cls", "fields", "code", "field"),
    [
        (DatedName, {"text": "児童ポルノ排除対策推進協議会"}, "type", "text"),
        (DatedName, {"text": {"ja": "児童ポルノ\n排除"}}, "newline", "text.ja"),
        (Body, {"organization": "総会"}, "type", "organization"),
        (MemberGroup, {"organization": None}, "type", "organization"),
        (MemberGroup, {"kind": "private"}, "type", "kind"),
        (Council, {"id": "協議会"}, "form", "id"),
        (Council, {"names": []}, "missing", "names"),
        (Council, {"names": OLD}, "type", "names"),
        (Council, {"names": [OLD]}, "type", "names[0]"),
        (Council, {"bodies": [NPA]}, "type", "bodies[0]"),
        (Council, {"member_groups": NPA}, "type", "member_groups"),
        (Council, {"extensions": {"id": "1"}}, "extension", "extensions"),
    ],
)
def test_a_field_of_the_register_is_checked_by_name(
    cls: type, fields: dict[str, object], code: str, field: str
) -> None:
    error = strategy.refused(cls, **{**NEEDED[cls], **fields})
    assert (error.code, error.field) == (code, field)


def test_a_council_without_a_name_is_refused() -> None:
    error = strategy.refused(_council, names=[])
    assert error.message == "is empty; a council has one name at least"


@pytest.mark.parametrize("since", [RENAMED - A_DAY, FOUNDED + A_DAY])
@pytest.mark.parametrize("until", [None, RENAMED])
def test_two_names_on_one_day_are_refused(since: dt.date, until: dt.date | None) -> None:
    error = strategy.refused(_council, names=[_name(OLD, FOUNDED, until), _name(NEW, since)])
    assert (error.code, error.field) == ("overlap", "names[1].since")
    assert error.message == f"is {since}, but one of 2010-11-22 holds then; end it"


def test_the_later_of_two_names_is_told_wherever_it_stands() -> None:
    error = strategy.refused(_council, names=[_name(NEW, RENAMED), _name(OLD, FOUNDED)])
    assert (error.code, error.field) == ("overlap", "names[0].since")
    assert error.message == "is 2017-10-27, but one of 2010-11-22 holds then; end it"


def test_two_records_of_one_body_on_one_day_are_refused() -> None:
    bodies = [Body(organization=NPA, since=FOUNDED), Body(organization=NPA, since=RENAMED)]
    error = strategy.refused(_council, bodies=bodies)
    assert (error.code, error.field) == ("overlap", "bodies[1].since")


def test_two_records_of_one_member_on_one_day_are_refused() -> None:
    renamed = Organization(id="jp/line", name={"ja": "LINEヤフー株式会社"})
    members = [_member(FOUNDED), _member(FOUNDED, organization=NPA), _member(RENAMED, organization=renamed)]
    error = strategy.refused(_council, member_groups=members)
    assert (error.code, error.field) == ("overlap", "member_groups[2].since")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (FOUNDED - A_DAY, None),
        (FOUNDED, OLD),
        (RENAMED - A_DAY, OLD),
        (RENAMED, NEW),
        (AMENDED, NEW),
    ],
)
def test_a_name_holds_from_its_first_day_to_the_day_before_the_next(day: dt.date, text: dict[str, str] | None) -> None:
    council = _council(names=[_name(NEW, RENAMED), _name(OLD, FOUNDED, RENAMED)])
    assert council.name_on(day) == (text and LocalizedText(text))


def test_a_gap_between_two_names_has_none() -> None:
    council = _council(names=[_name(OLD, FOUNDED, dt.date(2017, 4, 1)), _name(NEW, RENAMED)])
    assert council.name_on(dt.date(2017, 3, 31)) == LocalizedText(OLD)
    assert council.name_on(dt.date(2017, 4, 1)) is None


def test_a_member_that_comes_back_is_one_again() -> None:
    first, second = _member(FOUNDED, RENAMED), _member(AMENDED)
    council = _council(member_groups=[first, second])
    days = [FOUNDED, RENAMED - A_DAY, RENAMED, AMENDED - A_DAY, AMENDED]
    assert [council.members_on(day) for day in days] == [(first,), (first,), (), (), (second,)]


def test_a_member_that_is_renamed_leaves_and_joins_on_one_day() -> None:
    old, new = _member(FOUNDED, RENAMED), _member(RENAMED)
    assert _council(member_groups=[new, old]).members_on(RENAMED) == (new,)


def test_a_member_of_one_day_is_a_member_on_it_alone() -> None:
    member = _member(RENAMED, RENAMED + A_DAY)
    days = [RENAMED - A_DAY, RENAMED, RENAMED + A_DAY]
    assert [_council(member_groups=[member]).members_on(day) for day in days] == [(), (member,), ()]


def test_members_stand_in_the_order_of_the_register() -> None:
    council = _council(member_groups=[_member(RENAMED), _member(FOUNDED, organization=NPA)])
    assert [member.organization for member in council.members_on(RENAMED)] == [LINE, NPA]


registers = st.builds(
    lambda days, step: _council(
        names=[_name({"ja": f"{since}の協議会"}, since, until) for since, until in list(pairwise(days))[::step]],
        member_groups=[_member(since, until) for since, until in list(pairwise(days))[::step]],
    ),
    st.lists(strategy.days, min_size=2, max_size=6, unique=True).map(sorted),
    st.sampled_from([1, 2]),
)


@given(strategy.spans(), strategy.spans())
def test_two_records_of_a_member_are_taken_where_no_day_is_in_both(
    one: tuple[dt.date, dt.date | None], other: tuple[dt.date, dt.date | None]
) -> None:
    apart = max(one[0], other[0]) >= min(one[1] or dt.date.max, other[1] or dt.date.max)
    members = [_member(*one), _member(*other)]
    if apart:
        assert _council(member_groups=members).member_groups == tuple(members)
    else:
        assert strategy.refused(_council, member_groups=members).code == "overlap"


@given(registers, strategy.days)
def test_a_name_answers_on_the_days_of_its_span_alone(council: Council, day: dt.date) -> None:
    holding = [name.text for name in council.names if name.since <= day and (not name.until or day < name.until)]
    assert ([council.name_on(day)] if council.name_on(day) else []) == holding


@given(registers, st.data())
def test_the_first_day_of_a_span_is_in_it_and_the_until_is_not(council: Council, data: st.DataObject) -> None:
    member = data.draw(st.sampled_from(council.member_groups))
    assert member in council.members_on(member.since)
    assert member.until is None or member not in council.members_on(member.until)
    assert council.name_on(council.names[0].since) == council.names[0].text


@given(registers, strategy.days)
def test_nobody_is_a_member_twice_on_one_day(council: Council, day: dt.date) -> None:
    ids = [member.organization.id for member in council.members_on(day)]
    assert len(ids) == len(set(ids))


@given(registers, strategy.days)
def test_a_council_has_no_name_before_its_first_day_and_from_its_last_one_on(council: Council, day: dt.date) -> None:
    if council.name_on(day):
        assert council.since <= day
        assert council.until is None or day < council.until


def test_a_council_lasts_as_long_as_it_has_a_name() -> None:
    ended = _council(
        names=[_name(NEW, RENAMED, AMENDED), _name(OLD, FOUNDED, RENAMED)], member_groups=[_member(FOUNDED)]
    )
    assert (ended.since, ended.until) == (FOUNDED, AMENDED)
    assert _council().until is None


def test_bodies_stand_under_their_names_of_the_day_in_the_order_of_the_register() -> None:
    general, renamed = (Organization(id="jp/general", name={"ja": name}) for name in ("総会", "全体会議"))
    group = Organization(id="jp/group", name={"ja": "専門家会合"})
    bodies = [
        Body(organization=renamed, since=RENAMED),
        Body(organization=group, since=FOUNDED, until=AMENDED),
        Body(organization=general, since=FOUNDED, until=RENAMED),
    ]
    council = _council(bodies=bodies)
    found = {
        day: [body.organization.name["ja"] for body in council.bodies_on(day)] for day in (FOUNDED, RENAMED, AMENDED)
    }
    assert found == {FOUNDED: ["専門家会合", "総会"], RENAMED: ["全体会議", "専門家会合"], AMENDED: ["全体会議"]}


@pytest.mark.parametrize("question", ["name_on", "bodies_on", "members_on", "as_of"])
@pytest.mark.parametrize("day", ["2017-10-27", None, dt.datetime(2017, 10, 27, tzinfo=dt.timezone.utc)])
def test_a_question_is_of_a_day(question: str, day: object) -> None:
    error = strategy.refused(getattr(_council(), question), day=day)
    assert (error.code, error.field) == ("type", "day")


@given(strategy.councils(), strategy.days)
def test_the_register_as_it_stood_answers_as_the_register_does(council: Council, day: dt.date) -> None:
    stood = council.as_of(day)
    assert (stood is None) == (council.name_on(day) is None)
    if stood:
        assert [stood.names[0].text] == [council.name_on(day)]
        assert (stood.bodies, stood.member_groups) == (council.bodies_on(day), council.members_on(day))
        assert (stood.id, stood.extensions) == (council.id, council.extensions)
        assert stood.as_of(day) == stood


@given(strategy.councils())
def test_the_register_as_it_stands_today_has_what_has_not_ended_and_no_more(council: Council) -> None:
    today = dt.date(9999, 12, 31)
    stands = council.as_of(today)
    present = [[one for one in kind if one.until is None] for kind in (council.names, council.member_groups)]
    assert [[*stands.names], [*stands.member_groups]] == present if stands else not present[0]


def test_a_register_of_what_holds_is_itself_as_of_today() -> None:
    council = _council(member_groups=[_member(FOUNDED)], bodies=[Body(organization=NPA, since=FOUNDED)])
    assert council.as_of(AMENDED) == council


def test_who_leaves_and_joins_on_one_day_is_a_member_once() -> None:
    first, second = _member(FOUNDED, RENAMED), _member(RENAMED)
    stood = _council(member_groups=[first, second]).as_of(RENAMED)
    assert stood is not None
    assert stood.member_groups == (second,)


def test_a_member_that_left_is_in_the_register_of_no_day_of_its_absence() -> None:
    council = _council(member_groups=[_member(FOUNDED, RENAMED), _member(AMENDED)])
    days = [RENAMED - A_DAY, RENAMED, AMENDED - A_DAY, AMENDED]
    assert [len(stood.member_groups) for day in days if (stood := council.as_of(day))] == [1, 0, 0, 1]


def test_a_council_that_ended_has_a_last_day_and_no_register_after_it() -> None:
    council = _council(names=[_name(OLD, FOUNDED, AMENDED)], member_groups=[_member(FOUNDED)])
    assert council.as_of(AMENDED - A_DAY) == council
    assert council.as_of(AMENDED) is None
    assert council.members_on(AMENDED) == (_member(FOUNDED),)


def _a_body(name: str, since: dt.date, until: dt.date | None = None, id: str = "jp/a") -> Body:  # noqa: A002 - the field's name
    return Body(organization=Organization(id=id, name={"ja": name}), since=since, until=until)


def test_a_council_is_known_by_the_name_of_a_day_else_the_last_before_it_else_the_first() -> None:
    council = _council(names=[_name(NEW, AMENDED), _name(OLD, FOUNDED, RENAMED)])
    for day, name in {
        dt.date.min: OLD,
        FOUNDED - A_DAY: OLD,
        FOUNDED: OLD,
        RENAMED: OLD,
        AMENDED - A_DAY: OLD,
        AMENDED: NEW,
        dt.date.max: NEW,
    }.items():
        assert council.latest_name(day) == LocalizedText(name), day
    assert strategy.refused(council.latest_name, day="2010-11-22").code == "type"


def test_each_body_is_known_once_by_its_name_of_a_day_or_the_nearest() -> None:
    future, past = _a_body("後", AMENDED), _a_body("前", FOUNDED, RENAMED)
    other = _a_body("他", AMENDED, id="jp/b")
    council = _council(bodies=[future, other, past])
    assert council.latest_bodies(FOUNDED) == council.latest_bodies(RENAMED) == (past, other)
    assert council.latest_bodies(AMENDED) == (future, other)
    assert strategy.refused(council.latest_bodies, day=None).field == "day"


@given(strategy.councils(), st.dates())
def test_the_name_and_bodies_of_a_day_are_the_latest_where_there_are_any(council: Council, day: dt.date) -> None:
    assert council.name_on(day) in {None, council.latest_name(day)}
    latest = council.latest_bodies(day)
    assert set(council.bodies_on(day)) <= set(latest)
    assert len({one.organization.id for one in latest}) == len(latest)
