"""What changed: by path and by meaning, and a meeting made anew from its changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
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
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    Presentation,
    Session,
    SessionItem,
    Source,
    Speaker,
    Venue,
)
from csegroup.changes import Change, ChangeKind, Meaning, apply, diff
from csegroup.example import MEETING as HELD
from strategies import refused

TOKYO = ZoneInfo("Asia/Tokyo")
ADDED, REMOVED, REPLACED, MOVED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REPLACED, ChangeKind.MOVED
POLICE = Organization(id="jp/npa", name={"ja": "警察庁", "en": "National Police Agency"})
FORUM = Organization(name={"ja": "𠮷田フォーラム", "en": "Yoshida Forum"})
OPENING = Formality(kind=FormalityKind.OPENING)
BREAK = Formality(kind=FormalityKind.BREAK, minutes=10)
TALK = Presentation(agenda_number=1, title={"ja": "警察の取組ｶﾞ", "en": "Police efforts"}, presenters=[POLICE])
FORUM_TALK = Presentation(title={"ja": "事業者の取組", "en": "Efforts of companies"}, presenters=[FORUM])
DEBATE = Discussion(title={"ja": "意見交換", "en": "Debate"})
PAPER = Material(number="1", url="https://www.example.go.jp/1.pdf")
MEETING = Meeting(
    id="jp/example/6",
    body=Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"}),
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    end=dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO),
    venues=[OnlineVenue()],
    program=[OPENING, TALK, FORUM_TALK, BREAK, DEBATE],
)


def told(before: Meeting, after: Meeting) -> list[tuple[str, ChangeKind, Meaning]]:
    changes = diff(before, after)
    assert apply(before, changes) == after
    assert apply(before, reversed(changes)) == after
    return [(change.path, change.kind, change.meaning) for change in changes]


def of_programs(before: Iterable[Any], after: Iterable[Any]) -> list[tuple[str, ChangeKind, Meaning]]:
    return told(attrs.evolve(MEETING, program=before), attrs.evolve(MEETING, program=after))


def change(**fields: Any) -> Meeting:  # noqa: ANN401 - those of a meeting
    return attrs.evolve(MEETING, **fields)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (MEETING.rescheduled(start=dt.datetime(2022, 2, 9, 14, tzinfo=TOKYO)), [
            ("sequence", REPLACED, Meaning.SEQUENCE),
            ("start", REPLACED, Meaning.RESCHEDULED),
            ("end", REMOVED, Meaning.RESCHEDULED),
        ]),
        (MEETING.rescheduled(day=dt.date(2022, 2, 9)), [
            ("sequence", REPLACED, Meaning.SEQUENCE),
            ("day", ADDED, Meaning.RESCHEDULED),
            ("start", REMOVED, Meaning.RESCHEDULED),
            ("end", REMOVED, Meaning.RESCHEDULED),
        ]),
        (MEETING.postponed(reason={"ja": "台風のため"}), [
            ("status", REPLACED, Meaning.UNCONFIRMED),
            ("sequence", REPLACED, Meaning.SEQUENCE),
            ("notice", ADDED, Meaning.NOTICE),
            ("start", REMOVED, Meaning.POSTPONED),
            ("end", REMOVED, Meaning.POSTPONED),
        ]),
        (MEETING.cancelled(), [("status", REPLACED, Meaning.CANCELLED), ("sequence", REPLACED, Meaning.SEQUENCE)]),
        (MEETING.held(), [("status", REPLACED, Meaning.HELD)]),
        (change(start=dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Seoul")), end=None), [
            ("start", REPLACED, Meaning.RESCHEDULED),
            ("end", REMOVED, Meaning.RESCHEDULED),
        ]),
        (change(venues=[Venue(name={"ja": "警察総合庁舎"})]), [("venues[0]", REPLACED, Meaning.RELOCATED)]),
        (change(venues=[Venue(name={"ja": "警察総合庁舎"}), OnlineVenue()]), [("venues[0]", ADDED, Meaning.RELOCATED)]),
        (change(number=7), [("number", REPLACED, Meaning.RENAMED)]),
        (change(title={"ja": "特別会合"}), [("title", ADDED, Meaning.RENAMED)]),
        (change(body=attrs.evolve(MEETING.body, name={"ja": "専門家会議", "en": "Specialist Group Meeting"})), [
            ("body.name.ja", REPLACED, Meaning.RENAMED),
        ]),
        (change(body=attrs.evolve(MEETING.body, url="https://www.example.go.jp/")), [
            ("body.url", ADDED, Meaning.CORRECTED),
        ]),
        (change(body=attrs.evolve(MEETING.body, parent=POLICE)), [("body.parent", ADDED, Meaning.RENAMED)]),
        (change(body=POLICE), [("body", REPLACED, Meaning.RENAMED)]),
        (change(jointly_with=[POLICE]), [("jointly_with[0]", ADDED, Meaning.RENAMED)]),
        (change(aim={"ja": "目的"}), [("aim", ADDED, Meaning.AIM)]),
        (change(attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE)]), [("attendees[0]", ADDED, Meaning.ATTENDEES)]),
        (change(url="https://www.example.go.jp/6"), [("url", ADDED, Meaning.PAGE)]),
        (change(contact=Contact(name={"ja": "少年課"})), [("contact", ADDED, Meaning.CONTACT)]),
        (change(sources=[Source(url="https://www.example.go.jp/", read_on=dt.date(2026, 11, 24))]), [
            ("sources[0]", ADDED, Meaning.SOURCES),
        ]),
        (change(extensions={"x-a": "1"}), [("extensions.x-a", ADDED, Meaning.EXTENSIONS)]),
    ],
)  # fmt: skip
def test_each_field_of_a_meeting_has_its_meaning(
    after: Meeting, expected: list[tuple[str, ChangeKind, Meaning]]
) -> None:
    assert told(MEETING, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, dt.date(2022, 2, 8), "nothing → 2022-02-08"),
        (dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo")), None, "2022-02-08T14:00:00+09:00 → nothing"),
        (MeetingStatus.ANNOUNCED, MeetingStatus.HELD, "announced → held"),
        ("警察の取組", "𠮷野の取組", "'警察の取組' → '𠮷野の取組'"),
    ],
)
def test_a_change_says_its_values_in_short(before: object, after: object, said: str) -> None:
    change = Change(path="title.ja", kind=ChangeKind.REPLACED, meaning=Meaning.CORRECTED, before=before, after=after)
    assert str(change) == f"title.ja: corrected: {said}"


def test_a_status_means_what_it_is_now() -> None:
    tentative = change(status=MeetingStatus.TENTATIVE)
    assert told(tentative, MEETING) == [("status", REPLACED, Meaning.ANNOUNCED)]
    assert told(MEETING, tentative) == [("status", REPLACED, Meaning.UNCONFIRMED)]


def test_a_contact_changes_field_by_field() -> None:
    one = change(contact=Contact(name={"ja": "少年課"}, telephone="03-3581-0141"))
    other = change(contact=Contact(name={"ja": "人身安全・少年課"}, telephone="03-3581-0141"))
    assert told(one, other) == [("contact.name.ja", REPLACED, Meaning.CONTACT)]


def test_an_added_language_is_a_translation_and_an_unofficial_one_can_become_the_offices_own() -> None:
    before = change(aim={"en": "Aim", "ja-t-en": "目的", "fr": "But"})
    assert told(before, change(aim={"en": "Aim", "ja": "ねらい"})) == [
        ("aim.ja-t-en", MOVED, Meaning.MADE_OFFICIAL),
        ("aim.fr", REMOVED, Meaning.TRANSLATED),
    ]
    assert told(before, change(aim={"en": "Aim", "ja-t-en": "目的", "fr": "But", "de": "Ziel"})) == [
        ("aim.de", ADDED, Meaning.TRANSLATED)
    ]


def test_one_official_text_comes_of_one_translation() -> None:
    before = change(aim={"en": "Aim", "fr": "But", "ja-t-en": "目的", "ja-t-fr": "目標"})
    assert told(before, change(aim={"en": "Aim", "fr": "But", "ja": "目的"})) == [
        ("aim.ja-t-en", MOVED, Meaning.MADE_OFFICIAL),
        ("aim.ja-t-fr", REMOVED, Meaning.TRANSLATED),
    ]


def test_the_order_of_languages_is_no_change() -> None:
    one, other = change(aim={"ja": "目的", "en": "Aim"}), change(aim={"en": "Aim", "ja": "目的"})
    assert diff(one, other) == ()


def test_an_item_is_added_or_removed() -> None:
    shorter = [OPENING, TALK, BREAK, DEBATE]
    assert of_programs(MEETING.program, shorter) == [("program[2]", REMOVED, Meaning.ITEM_REMOVED)]
    assert of_programs(shorter, MEETING.program) == [("program[2]", ADDED, Meaning.ITEM_ADDED)]


def test_the_item_that_changed_its_place_is_moved_and_the_others_are_not() -> None:
    assert of_programs(MEETING.program, [OPENING, FORUM_TALK, BREAK, DEBATE, TALK]) == [
        ("program[1]", MOVED, Meaning.ITEM_MOVED)
    ]


def test_a_moved_item_that_was_reworded_too_is_both() -> None:
    later = attrs.evolve(TALK, minutes=20, agenda_number=2)
    assert of_programs(MEETING.program, [OPENING, FORUM_TALK, BREAK, DEBATE, later]) == [
        ("program[1]", MOVED, Meaning.ITEM_MOVED),
        ("program[1].agenda_number", REPLACED, Meaning.ITEM_RENUMBERED),
        ("program[4].minutes", ADDED, Meaning.LENGTH),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": {"ja": "警察庁の取組", "en": "Police efforts"}}, [("title.ja", REPLACED, Meaning.ITEM_REWORDED)]),
        ({"title": {"ja": "少年警察", "en": "Juvenile police"}}, [
            ("title.ja", REPLACED, Meaning.ITEM_REWORDED),
            ("title.en", REPLACED, Meaning.ITEM_REWORDED),
        ]),
        ({"presenters": [FORUM]}, [("presenters[0]", REPLACED, Meaning.SPEAKER_REPLACED)]),
        ({"presenters": [POLICE, FORUM]}, [("presenters[1]", ADDED, Meaning.SPEAKER_REPLACED)]),
        ({"presenters": [attrs.evolve(POLICE, name={"ja": "警察庁本庁"})]}, [
            ("presenters[0].organization.name.ja", REPLACED, Meaning.RENAMED),
            ("presenters[0].organization.name.en", REMOVED, Meaning.TRANSLATED),
        ]),
        ({"presenters": [attrs.evolve(POLICE, country="GB")]}, [
            ("presenters[0].organization.country", REPLACED, Meaning.CORRECTED),
        ]),
        ({"joined_by": {"ja": "及び会員企業"}}, [("joined_by", ADDED, Meaning.SPEAKER_REPLACED)]),
        ({"report": {"ja": "説明した。"}}, [("report", ADDED, Meaning.REPORTED)]),
        ({"representatives": [FORUM]}, [("representatives[0]", ADDED, Meaning.REPORTED)]),
        ({"materials": [PAPER]}, [("materials[0]", ADDED, Meaning.MATERIALS)]),
        ({"minutes": 5}, [("minutes", ADDED, Meaning.LENGTH)]),
        ({"audience": [AttendeeKind.PRIVATE]}, [("audience", REPLACED, Meaning.AUDIENCE)]),
        ({"languages": ["ja", "en"]}, [("languages", REPLACED, Meaning.LANGUAGES)]),
    ],
)  # fmt: skip
def test_each_field_of_an_item_has_its_meaning(
    fields: dict[str, Any], expected: list[tuple[str, ChangeKind, Meaning]]
) -> None:
    after = [OPENING, attrs.evolve(TALK, **fields), FORUM_TALK, BREAK, DEBATE]
    assert of_programs(MEETING.program, after) == [(f"program[1].{path}", kind, what) for path, kind, what in expected]


def test_another_title_and_another_speaker_are_another_item() -> None:
    other = Presentation(title={"ja": "新しい発表"}, presenters=[FORUM])
    assert of_programs([OPENING, TALK, DEBATE], [OPENING, other, DEBATE]) == [
        ("program[1]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[1]", ADDED, Meaning.ITEM_ADDED),
    ]


def test_another_title_by_the_same_speaker_elsewhere_is_another_item() -> None:
    other = Presentation(title={"ja": "新しい発表"}, presenters=[POLICE])
    assert of_programs([OPENING, TALK, DEBATE], [OPENING, DEBATE, other]) == [
        ("program[1]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[2]", ADDED, Meaning.ITEM_ADDED),
    ]


def test_another_kind_of_item_with_the_same_title_is_that_item() -> None:
    assert of_programs([OPENING, DEBATE], [OPENING, Motion(title=DEBATE.title or {})]) == [
        ("program[1]", REPLACED, Meaning.ITEM_REWORDED)
    ]


def test_an_address_is_known_by_its_kind() -> None:
    one = Address(kind=AddressKind.OPENING, speaker=Post(title={"ja": "長"}, organization=POLICE))
    other = Address(kind=AddressKind.OPENING, title={"ja": "大臣挨拶"}, speaker=Speaker(name={"ja": "髙橋"}))
    assert of_programs([one, DEBATE], [other, DEBATE]) == [
        ("program[0].title", ADDED, Meaning.ITEM_REWORDED),
        ("program[0].speaker", REPLACED, Meaning.SPEAKER_REPLACED),
    ]
    chair = attrs.evolve(one, kind=AddressKind.CHAIR)
    assert of_programs([one, DEBATE], [chair, DEBATE]) == [("program[0].kind", REPLACED, Meaning.ITEM_REWORDED)]


def test_a_talk_without_a_title_is_known_by_who_gives_it_and_a_debate_without_one_by_being_one() -> None:
    before = [Presentation(presenters=[POLICE]), Discussion(), Address(kind=AddressKind.GUEST)]
    after = [Discussion(minutes=5), Presentation(presenters=[POLICE, FORUM]), Address(kind=AddressKind.CLOSING)]
    assert of_programs(before, after) == [
        ("program[0]", MOVED, Meaning.ITEM_MOVED),
        ("program[1].presenters[1]", ADDED, Meaning.SPEAKER_REPLACED),
        ("program[0].minutes", ADDED, Meaning.LENGTH),
        ("program[2]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[2]", ADDED, Meaning.ITEM_ADDED),
    ]


def test_of_equal_items_the_one_that_is_gone_is_told_and_none_is_moved() -> None:
    assert of_programs([TALK, DEBATE, attrs.evolve(TALK, agenda_number=2)], [DEBATE, TALK])
    assert of_programs([BREAK, DEBATE, BREAK], [DEBATE, BREAK]) == [("program[0]", REMOVED, Meaning.ITEM_REMOVED)]
    assert of_programs([TALK, BREAK, DEBATE, BREAK], [TALK, DEBATE, BREAK]) == [
        ("program[1]", REMOVED, Meaning.ITEM_REMOVED)
    ]
    before = [OPENING, session(TALK, BREAK, DEBATE, BREAK, title="発表")]
    after = [session(TALK, DEBATE, BREAK, title="発表"), OPENING]
    assert ("program[1].items[1]", REMOVED, Meaning.ITEM_REMOVED) in of_programs(before, after)
    assert len(of_programs(before, after)) == 2


def test_an_item_that_stands_in_its_place_is_not_moved() -> None:
    three: list[Item] = [DEBATE, FORUM_TALK, BREAK]
    assert of_programs(three, three[::-1]) == [
        ("program[0]", MOVED, Meaning.ITEM_MOVED),
        ("program[2]", MOVED, Meaning.ITEM_MOVED),
    ]
    assert of_programs(three, [BREAK, FORUM_TALK]) == [
        ("program[0]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[2]", MOVED, Meaning.ITEM_MOVED),
    ]


def test_materials_that_are_numbered_anew_are_the_same() -> None:
    def paper(number: str, title: str, **fields: Any) -> Material:  # noqa: ANN401 - of any field
        return Material(number=number, title={"ja": title}, **fields)

    def of(*materials: Material) -> list[tuple[str, ChangeKind, Meaning]]:
        two = (attrs.evolve(TALK, materials=each) for each in (was, materials))
        return [
            (path.removeprefix("program[0].materials"), kind, what)
            for path, kind, what in of_programs(*([each] for each in two))
        ]

    was = [paper("1", "議事次第"), paper("2", "名簿")]
    assert of(paper("1", "規約"), paper("2", "議事次第"), paper("3", "名簿")) == [
        ("[0].number", REPLACED, Meaning.MATERIALS),
        ("[1].number", REPLACED, Meaning.MATERIALS),
        ("[0]", ADDED, Meaning.MATERIALS),
    ]
    assert of(paper("1", "次第"), paper("2", "名簿")) == [("[0].title.ja", REPLACED, Meaning.MATERIALS)]
    was = [paper("1", "参考"), paper("2", "参考")]
    assert of(paper("2", "参考", kilobytes=9)) == [
        ("[0]", REMOVED, Meaning.MATERIALS),
        ("[0].kilobytes", ADDED, Meaning.MATERIALS),
    ]
    was = [Material(number="1", url="https://www.example.go.jp/a.pdf"), Material(number="2")]
    assert of(Material(number="2", url="https://www.example.go.jp/a.pdf", kilobytes=9), Material(number="3")) == [
        ("[0].number", REPLACED, Meaning.MATERIALS),
        ("[0].kilobytes", ADDED, Meaning.MATERIALS),
        ("[1]", REMOVED, Meaning.MATERIALS),
        ("[1]", ADDED, Meaning.MATERIALS),
    ]


def test_a_decision_is_one() -> None:
    motion = Motion(title={"ja": "規約の一部改正"})
    assert of_programs(
        [motion], [attrs.evolve(motion, outcome=Outcome.APPROVED, resolution={"ja": "承認された。"})]
    ) == [
        ("program[0].outcome", ADDED, Meaning.DECIDED),
        ("program[0].resolution", ADDED, Meaning.DECIDED),
    ]


def session(*items: SessionItem, title: str = "発表") -> Session:
    return Session(title={"ja": title}, items=items)


def test_an_item_moves_into_a_session_and_out_of_it() -> None:
    outside: list[Item] = [OPENING, TALK, session(BREAK)]
    inside: list[Item] = [OPENING, session(TALK, BREAK)]
    [change] = diff(attrs.evolve(MEETING, program=outside), attrs.evolve(MEETING, program=inside))
    assert (change.path, change.to, change.before) == ("program[1]", "program[1].items[0]", TALK)
    assert of_programs(outside, inside) == [("program[1]", MOVED, Meaning.ITEM_MOVED)]
    assert of_programs(inside, outside) == [("program[1].items[0]", MOVED, Meaning.ITEM_MOVED)]


def test_items_move_into_a_session_that_is_new_and_out_of_one_that_is_gone() -> None:
    reworded = attrs.evolve(TALK, minutes=5)
    assert of_programs([OPENING, TALK, DEBATE], [session(reworded, DEBATE)]) == [
        ("program[0]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[1]", MOVED, Meaning.ITEM_MOVED),
        ("program[0].items[0].minutes", ADDED, Meaning.LENGTH),
        ("program[2]", MOVED, Meaning.ITEM_MOVED),
        ("program[0]", ADDED, Meaning.ITEM_ADDED),
    ]
    assert of_programs([session(reworded, BREAK)], [OPENING, TALK]) == [
        ("program[0]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[0].items[0]", MOVED, Meaning.ITEM_MOVED),
        ("program[0].items[0].minutes", REMOVED, Meaning.LENGTH),
        ("program[0]", ADDED, Meaning.ITEM_ADDED),
    ]


def test_a_session_is_known_by_its_items_where_it_has_another_title() -> None:
    assert of_programs([session(TALK, BREAK), session(DEBATE, title="討議")], [session(BREAK, TALK, title="講演")]) == [
        ("program[0].title.ja", REPLACED, Meaning.ITEM_REWORDED),
        ("program[0].items[0]", MOVED, Meaning.ITEM_MOVED),
        ("program[1]", REMOVED, Meaning.ITEM_REMOVED),
    ]


def test_a_break_of_one_session_is_not_that_of_another() -> None:
    assert of_programs(
        [session(TALK, BREAK), session(DEBATE, title="討議")], [session(TALK), session(DEBATE, BREAK, title="討議")]
    ) == [
        ("program[0].items[1]", REMOVED, Meaning.ITEM_REMOVED),
        ("program[1].items[1]", ADDED, Meaning.ITEM_ADDED),
    ]


def test_materials_are_known_by_their_numbers_and_titles() -> None:
    before = [attrs.evolve(DEBATE, materials=[PAPER, Material(title={"ja": "参考"})])]
    after = [
        attrs.evolve(
            DEBATE, materials=[Material(title={"ja": "参考"}), attrs.evolve(PAPER, kilobytes=9), Material(number="2")]
        )
    ]
    assert of_programs(before, after) == [
        ("program[0].materials[0]", MOVED, Meaning.MATERIALS),
        ("program[0].materials[1].kilobytes", ADDED, Meaning.MATERIALS),
        ("program[0].materials[2]", ADDED, Meaning.MATERIALS),
    ]


def test_of_several_venues_one_is_left_out_and_one_stands_elsewhere() -> None:
    hall, room = Venue(name={"ja": "大会議室"}), Venue(name={"ja": "小会議室"})
    before, after = change(venues=[hall, OnlineVenue(), room]), change(venues=[room, OnlineVenue()])
    assert [path for path, _, _ in told(before, after)] == ["venues[0]", "venues[2]"]
    in_writing = attrs.evolve(MEETING, start=None, end=None, venues=[InWriting()])
    assert ("venues[0]", REPLACED, Meaning.RELOCATED) in told(MEETING, in_writing)


pairs = st.tuples(strategy.meetings(), strategy.meetings()).map(
    lambda two: (two[0], attrs.evolve(two[1], id=two[0].id))
)


def exists(meeting: Any, path: str) -> bool:  # noqa: ANN401 - whatever stands at a step
    """Tell whether something stands at a path."""
    for step in path.replace("[", ".[").split("."):
        if step.startswith("["):
            meeting = meeting[int(step[1:-1])]
        else:
            meeting = meeting[step] if isinstance(meeting, Mapping) else getattr(meeting, step)
    return meeting is not None


def check(before: Meeting, after: Meeting) -> None:
    changes = diff(before, after)
    assert apply(before, changes) == after
    assert (changes == ()) == (before == after)
    for one in changes:
        assert exists(after if one.kind is ADDED else before, one.path)
        assert (one.to is not None) == (one.kind is MOVED)
        assert one.to is None or exists(after, one.to)
    assert diff(before, after) == changes


@given(pairs)
def test_the_changes_of_any_two_states_lead_from_one_to_the_other(two: tuple[Meeting, Meeting]) -> None:
    check(*two)


@given(strategy.meetings())
def test_nothing_changed_in_what_is_equal(meeting: Meeting) -> None:
    assert diff(meeting, attrs.evolve(meeting)) == ()
    assert apply(meeting, ()) == meeting


@st.composite
def edited(draw: st.DrawFn) -> tuple[Meeting, Meeting]:
    """Draw a program and what an editor made of it: items shuffled, put into a session and taken out of one."""
    before: list[Item] = draw(st.lists(strategy.items, max_size=8))
    flat: list[SessionItem] = []
    for item in before:
        flat.extend(item.items if isinstance(item, Session) else [item])
    kept = [*draw(st.permutations(flat))][draw(st.integers(0, 2)) :]
    new, longer = draw(st.booleans()), draw(st.booleans())
    if kept and new:
        kept[0] = draw(strategy.unnumbered_items)
    if kept and longer:
        kept[-1] = attrs.evolve(kept[-1], minutes=draw(st.integers(1, 9)))
    cut = draw(st.integers(0, len(kept)))
    titles = [item.title for item in before if isinstance(item, Session)]
    title = draw(st.sampled_from([*titles, {"ja": "発表"}]))
    ends = [Session(title=title, items=kept[cut:])] if kept[cut:] else []
    return change(program=before), change(program=[*kept[:cut], *ends])


@given(edited())
def test_the_changes_of_an_edited_program_lead_from_one_to_the_other(two: tuple[Meeting, Meeting]) -> None:
    before, after = two
    check(before, after)
    check(after, before)


@given(st.lists(strategy.items, max_size=6), st.data())
def test_a_shuffled_program_has_moved_items_and_no_other_change(items: list[Item], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(items))
    check(change(program=items), change(program=shuffled))
    if len({*items}) == len(items):
        meanings = {one.meaning for one in diff(change(program=items), change(program=shuffled))}
        assert meanings <= {Meaning.ITEM_MOVED}


def test_as_few_items_as_possible_are_moved() -> None:
    items = [Discussion(title={"ja": f"議題{n}"}) for n in range(200)]
    after = [*items[150:], *items[:150]]
    assert len(diff(change(program=items), change(program=after))) == 50


def test_an_hour_that_is_repeated_is_told_from_its_first_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = dt.datetime(2022, 10, 30, 2, 30, tzinfo=berlin)
    one, other = change(start=first, end=None), change(start=first.replace(fold=1), end=None)
    assert told(one, other) == [("start", REPLACED, Meaning.RESCHEDULED)]


@pytest.mark.parametrize(
    ("before", "path"),
    [
        (change(number=5), "number"),
        (change(program=[OPENING]), "program[1].title.ja"),
        (change(aim={"ja": "目的"}), "aim"),
        (change(program=[TALK, OPENING, FORUM_TALK, BREAK, DEBATE]), "program[1].title.ja"),
        (change(extensions={"x-new": "0"}), "extensions.x-new"),
    ],
)
def test_changes_are_not_applied_to_another_state_than_they_were_made_from(before: Meeting, path: str) -> None:
    after = change(
        number=7,
        aim={"ja": "別の目的"},
        program=[
            OPENING,
            attrs.evolve(TALK, title={"ja": "別の題", "en": "Police efforts"}),
            FORUM_TALK,
            BREAK,
            DEBATE,
        ],
        extensions={"x-new": "1"},
    )
    error = refused(lambda: apply(before, diff(MEETING, after)))
    assert (error.code, error.field) == ("before", path)


def test_what_has_no_place_is_refused() -> None:
    ghost = Change(path="program[9]", kind=ADDED, meaning=Meaning.ITEM_ADDED, after=DEBATE)
    assert refused(lambda: apply(MEETING, [ghost])).field == "program[9]"
    lost = Change(path="nowhere.at.all", kind=REPLACED, meaning=Meaning.CORRECTED, before=1, after=2)
    assert refused(lambda: apply(MEETING, [lost])).field == "nowhere.at.all"
    assert refused(lambda: apply(MEETING, [attrs.evolve(lost, path="number.deep")])).code == "before"


def test_a_change_is_whole() -> None:
    made = {"path": "number", "kind": REPLACED, "meaning": Meaning.RENAMED}
    for path in ("", "[0]", "number.", "a b", None, "program[-1]"):
        assert refused(Change, **{**made, "path": path}).field == "path"
    assert refused(Change, **{**made, "kind": "moved"}).field == "kind"
    assert refused(Change, **{**made, "meaning": "renamed"}).field == "meaning"
    assert refused(Change, **{**made, "kind": MOVED}).code == "missing"
    assert refused(Change, **made, to="title").code == "excluded"


def test_two_changes_of_one_place_are_refused() -> None:
    changes = diff(MEETING, change(number=7)) * 2
    error = refused(lambda: apply(MEETING, changes))
    assert (error.code, error.field) == ("twice", "changes[1]")


def test_what_a_meeting_works_out_is_no_place_of_a_change() -> None:
    day = MEETING.local_date
    worked_out = Change(path="local_date", kind=REPLACED, meaning=Meaning.RESCHEDULED, before=day, after=None)
    assert refused(lambda: apply(MEETING, [worked_out])).field == "local_date"


def test_a_value_that_the_model_refuses_is_refused_where_it_would_stand() -> None:
    [longer] = diff(MEETING, change(program=[OPENING, TALK, attrs.evolve(FORUM_TALK, minutes=5), BREAK, DEBATE]))
    assert refused(lambda: apply(MEETING, [attrs.evolve(longer, after=0)])).field == "program[2].minutes"
    [reworded] = diff(MEETING, change(body=attrs.evolve(MEETING.body, name={**MEETING.body.name, "ja": "会議"})))
    assert refused(lambda: apply(MEETING, [attrs.evolve(reworded, after=" ")])).field == "body.name.ja"


_PATHS = ("number", "title", "title.ja", "body", "body.name.ja", "program", "program[0]", "program[1].items[0]", "day")
_VALUES = (None, 0, 7, "x", {"ja": "題"}, OPENING, TALK, dt.date(2022, 2, 8), ())


@given(strategy.meetings(), strategy.meetings(), st.data())
def test_whatever_is_applied_makes_a_meeting_or_is_refused(one: Meeting, other: Meeting, data: st.DataObject) -> None:
    changes = [*diff(one, attrs.evolve(other, id=one.id))]
    for _ in range(data.draw(st.integers(0, 3))):
        kind = data.draw(st.sampled_from(ChangeKind))
        changes.append(
            Change(
                path=data.draw(st.sampled_from(_PATHS)),
                kind=kind,
                meaning=Meaning.CORRECTED,
                before=data.draw(st.sampled_from((*_VALUES, one.number, one.body, *one.program))),
                after=data.draw(st.sampled_from(_VALUES)),
                to=data.draw(st.sampled_from(_PATHS)) if kind is MOVED else None,
            )
        )
    kept = data.draw(st.lists(st.sampled_from(changes), unique_by=id)) if changes else []
    with suppress(InvalidValue):
        assert isinstance(apply(one, kept), Meeting)


def test_what_is_no_change_is_refused() -> None:
    assert refused(lambda: apply(MEETING, "x")).code == "type"  # type: ignore[arg-type]
    assert refused(lambda: apply(MEETING, ["x"])).field == "changes[0]"  # type: ignore[list-item]
    assert refused(lambda: apply("x", [])).field == "before"  # type: ignore[arg-type]


def test_two_meetings_and_what_is_neither_meeting_nor_archive_are_not_compared() -> None:
    error = refused(lambda: diff(MEETING, attrs.evolve(MEETING, id="jp/example/7")))
    assert (error.code, error.field) == ("id", "after.id")
    assert refused(lambda: diff(MEETING, Archive())).field == "before"  # type: ignore[call-overload]
    assert refused(lambda: diff([], 1)).field == "after"  # type: ignore[call-overload]
    assert refused(lambda: diff([MEETING, MEETING], [])).field == "before.meetings[1]"


def test_a_change_says_what_it_is_on_one_line() -> None:
    after = change(program=[TALK, OPENING, FORUM_TALK, BREAK], aim={"ja": "目的"})
    assert [str(one) for one in diff(MEETING, after)] == [
        "aim: aim: nothing → LocalizedText({'ja': '目的'})",
        "program[0]: item moved, now program[1]",
        "program[4]: item removed: Discussion(agenda_number=None, title=LocalizedText({'ja': '意… → nothing",
    ]


# Archives

FOUNDED, RENAMED_ON, TODAY = dt.date(2010, 11, 22), dt.date(2017, 10, 27), dt.date(2021, 4, 16)
FIRST_NAME = DatedName(text={"ja": "児童ポルノ排除対策推進協議会"}, since=FOUNDED)
MEMBER = MemberGroup(organization=POLICE, kind=AttendeeKind.GOVERNMENT, since=FOUNDED)
GENERAL = Body(organization=Organization(id="jp/general", name={"ja": "総会"}), since=FOUNDED)
COUNCIL = Council(id="jp/council", names=[FIRST_NAME], bodies=[GENERAL], member_groups=[MEMBER])


def in_archives(before: Any, after: Any) -> list[tuple[str, Meaning]]:  # noqa: ANN401 - an archive or its records
    return [(one.path, one.meaning) for one in diff(before, after)]


def in_registers(**fields: Any) -> list[tuple[str, Meaning]]:  # noqa: ANN401 - those of a council
    found = in_archives([COUNCIL], [attrs.evolve(COUNCIL, **fields)])
    return [(path.removeprefix('councils["jp/council"].'), meaning) for path, meaning in found]


def test_meetings_are_added_and_removed_and_their_states() -> None:
    held = MEETING.held()
    seventh = attrs.evolve(MEETING, id="jp/example/7")
    assert in_archives([], [MEETING, held]) == [
        ('meetings["jp/example/6"][0]', Meaning.MEETING_ADDED),
        ('meetings["jp/example/6"][1]', Meaning.STATE_ADDED),
    ]
    assert in_archives([MEETING], [held, seventh, MEETING]) == [
        ('meetings["jp/example/6"][1]', Meaning.STATE_ADDED),
        ('meetings["jp/example/7"]', Meaning.MEETING_ADDED),
    ]
    assert in_archives([held, seventh, MEETING], [MEETING]) == [
        ('meetings["jp/example/6"][1]', Meaning.STATE_REMOVED),
        ('meetings["jp/example/7"]', Meaning.MEETING_REMOVED),
    ]


def test_a_corrected_state_is_compared_with_itself() -> None:
    corrected = change(program=[OPENING, attrs.evolve(TALK, minutes=5), FORUM_TALK, BREAK, DEBATE])
    assert in_archives(Archive(meetings=[MEETING]), iter([corrected])) == [
        ('meetings["jp/example/6"].program[1].minutes', Meaning.LENGTH)
    ]


def test_councils_are_added_and_removed() -> None:
    assert in_archives([], [COUNCIL]) == [('councils["jp/council"]', Meaning.COUNCIL_ADDED)]
    assert in_archives([COUNCIL], []) == [('councils["jp/council"]', Meaning.COUNCIL_REMOVED)]


def test_a_council_is_renamed_and_ends() -> None:
    until = attrs.evolve(FIRST_NAME, until=RENAMED_ON)
    second = DatedName(text={"ja": "子供の性被害撲滅対策推進協議会"}, since=RENAMED_ON)
    assert in_registers(names=[until, second]) == [
        ("names[0].until", Meaning.COUNCIL_RENAMED),
        ("names[1]", Meaning.COUNCIL_RENAMED),
    ]
    assert in_registers(names=[until]) == [("names[0].until", Meaning.COUNCIL_ENDED)]
    assert in_registers(names=[attrs.evolve(FIRST_NAME, text={"ja": "協議会"})]) == [
        ("names[0].text.ja", Meaning.COUNCIL_RENAMED)
    ]


def test_a_name_that_follows_after_a_gap_is_another_name_and_no_end() -> None:
    later = attrs.evolve(FIRST_NAME, text={"ja": "協議会"}, since=TODAY)
    assert in_registers(names=[attrs.evolve(FIRST_NAME, until=RENAMED_ON), later]) == [
        ("names[0].until", Meaning.COUNCIL_RENAMED),
        ("names[1]", Meaning.COUNCIL_RENAMED),
    ]
    one = DatedOrganization(organization=POLICE)
    next_name = DatedOrganization(organization=attrs.evolve(POLICE, name={"ja": "新警察庁"}), since=TODAY)
    assert {what for _, what in in_archives([one], [attrs.evolve(one, until=RENAMED_ON), next_name])} == {
        Meaning.ORGANIZATION_RENAMED
    }


def test_what_cannot_be_compared_is_refused_with_the_side_that_is_wrong() -> None:
    error = refused(lambda: diff(MEETING, [MEETING]))  # type: ignore[call-overload]
    assert (error.code, error.field) == ("type", "before")
    assert error.message.startswith("is one meeting, and the other side is not")
    error = refused(lambda: diff([MEETING], MEETING))  # type: ignore[call-overload]
    assert (error.code, error.field) == ("type", "after")
    assert refused(lambda: diff(MEETING, 5)).field == "before"  # type: ignore[call-overload]
    assert refused(lambda: diff([], 5)).message.startswith("is 5, ")  # type: ignore[call-overload]


def test_members_join_leave_come_back_and_are_renamed() -> None:
    left = attrs.evolve(MEMBER, until=RENAMED_ON)
    again = attrs.evolve(MEMBER, since=TODAY)
    renamed = attrs.evolve(MEMBER, organization=attrs.evolve(POLICE, name={"ja": "新警察庁"}), since=RENAMED_ON)
    forum = attrs.evolve(MEMBER, organization=attrs.evolve(FORUM, id="jp/forum"))
    assert in_registers(member_groups=[left]) == [("member_groups[0].until", Meaning.MEMBER_LEFT)]
    assert in_registers(member_groups=[MEMBER, forum]) == [("member_groups[1]", Meaning.MEMBER_JOINED)]
    assert in_registers(member_groups=[left, again]) == [
        ("member_groups[0].until", Meaning.MEMBER_LEFT),
        ("member_groups[1]", Meaning.MEMBER_JOINED),
    ]
    assert in_registers(member_groups=[left, renamed]) == [
        ("member_groups[0].until", Meaning.MEMBER_RENAMED),
        ("member_groups[1]", Meaning.MEMBER_RENAMED),
    ]


def test_bodies_are_founded_and_end() -> None:
    group = Body(organization=Organization(id="jp/group", name={"ja": "専門家会合"}), since=TODAY)
    assert in_registers(bodies=[attrs.evolve(GENERAL, until=TODAY), group]) == [
        ("bodies[0].until", Meaning.BODY_ENDED),
        ("bodies[1]", Meaning.BODY_FOUNDED),
    ]


def test_what_is_neither_is_a_correction_of_the_register() -> None:
    source = Source(url="https://www.example.go.jp/", read_on=TODAY)
    assert in_registers(member_groups=[attrs.evolve(MEMBER, since=TODAY)]) == [
        ("member_groups[0].since", Meaning.CORRECTED)
    ]
    assert in_registers(member_groups=[]) == [("member_groups[0]", Meaning.CORRECTED)]
    assert in_registers(bodies=[attrs.evolve(GENERAL, sources=[source])]) == [("bodies[0].sources[0]", Meaning.SOURCES)]
    assert in_registers(extensions={"x-a": "1"}) == [("extensions.x-a", Meaning.EXTENSIONS)]


def test_organizations_are_added_renamed_ended_and_removed() -> None:
    one = DatedOrganization(organization=POLICE, since=FOUNDED)
    ended = attrs.evolve(one, until=TODAY)
    next_name = DatedOrganization(organization=attrs.evolve(POLICE, name={"ja": "新警察庁"}), since=TODAY)
    at = 'organizations["jp/npa"]'
    assert in_archives([], [one]) == [(at, Meaning.ORGANIZATION_ADDED)]
    assert in_archives([one], []) == [(at, Meaning.ORGANIZATION_REMOVED)]
    assert in_archives([one], [ended]) == [(f"{at}.until", Meaning.ORGANIZATION_ENDED)]
    assert in_archives([one], [next_name, ended]) == [
        (f"{at}[0].until", Meaning.ORGANIZATION_RENAMED),
        (f"{at}[1]", Meaning.ORGANIZATION_RENAMED),
    ]
    assert in_archives([ended, next_name], [ended]) == [(f"{at}[1]", Meaning.CORRECTED)]
    formed = attrs.evolve(one, organization=attrs.evolve(POLICE, legal_form=LegalForm.STOCK_COMPANY))
    assert in_archives([one], [formed]) == [(f"{at}.organization.legal_form", Meaning.ORGANIZATION_RENAMED)]


@given(
    strategy.councils(), strategy.councils(), st.lists(strategy.meetings(), max_size=3, unique_by=lambda one: one.id)
)
def test_equal_archives_have_no_changes_in_whatever_order_their_records_are(
    one: Council, other: Council, meetings: Sequence[Meeting]
) -> None:
    records: list[Any] = [one, *([other] if other.id != one.id else []), *meetings]
    assert diff(records, records[::-1]) == ()
    assert {change.kind for change in diff([], records)} == {ADDED}
    assert len(diff(records, [])) == len(records)
    assert diff([one], [attrs.evolve(other, id=one.id)]) == diff([one], [attrs.evolve(other, id=one.id)])


def test_the_real_meeting_as_held_is_told_from_its_announcement() -> None:
    opening, talks, closing = HELD.program
    assert isinstance(talks, Session)
    to_come = attrs.evolve(talks, items=[attrs.evolve(one, report=None) for one in talks.items])  # type: ignore[arg-type] # of presentations
    announced = attrs.evolve(HELD, status=MeetingStatus.ANNOUNCED, program=[opening, to_come, closing])
    assert [meaning for _, _, meaning in told(announced, HELD)] == [Meaning.HELD, *[Meaning.REPORTED] * 3]


def test_a_change_is_equal_to_one_of_the_same_times() -> None:
    berlin = dt.datetime(2022, 10, 30, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    one = Change(path="start", kind=ADDED, meaning=Meaning.RESCHEDULED, after=berlin)
    assert one == attrs.evolve(one)
    assert one != attrs.evolve(one, after=berlin.replace(fold=1))
    with pytest.raises(InvalidValue):
        diff(1, 2)  # type: ignore[call-overload]
