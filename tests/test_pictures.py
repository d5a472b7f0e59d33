from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csegroup import AttendeeKind, Council, DatedName, InvalidValue, Meeting, MeetingStatus, MemberGroup, Organization
from csegroup.organizations import LegalForm
from csegroup.pictures import meetings_by_year, members, names
from csegroup.pictures.sheet import BAR, INK, LEFT, PAPER, RIGHT, WIDTH
from csegroup.pictures.svg import ems, lines_in
from csegroup.schedule import latest
from csegroup.wording import format_organization
from golden import golden
from picture_samples import DAY, ENDED, FOUNDED, HARD, JOINT, LAST, MEETINGS, NAMES, ONE, PICTURES, a_council, a_member
from strategies import councils, english_lines, japanese_lines, refused
from strategies import days as any_day
from strategies import meetings as any_meeting

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PRIVATE, OTHER, GOVERNMENT = AttendeeKind.PRIVATE, AttendeeKind.OTHER, AttendeeKind.GOVERNMENT
locales = st.sampled_from(["ja", "en", "ja-JP-u-ca-gregory", "en-u-ca-japanese", "ja-u-nu-fullwide"])


def parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own text


def described(picture: str) -> str:
    return parsed(picture).findtext(f"{SVG}desc") or ""


def title_of(picture: str) -> str:
    return parsed(picture).findtext(f"{SVG}title") or ""


def written(picture: str) -> list[str]:
    return [text.text or "" for text in parsed(picture).iter(f"{SVG}text")]


def unbroken(text: str) -> str:
    """Leave out the blanks, at which a line may have been broken."""
    return re.sub(r"[ \u3000]+", "", text)


def shapes(picture: str, **look: str) -> list[tuple[float, float, float, float]]:
    """Give left, top, width and height of the rectangles of a look."""
    found = (one.attrib for one in parsed(picture).iter(f"{SVG}rect"))
    return [
        (float(one["x"]), float(one["y"]), float(one["width"]), float(one["height"]))
        for one in found
        if all(one.get(key.replace("_", "-")) == value for key, value in look.items())
    ]


def bars(picture: str) -> list[tuple[float, float]]:
    """Give where the bars of a picture over time begin and end, without the samples of the legend."""
    return [(x, x + width) for x, _, width, _ in shapes(picture, fill=BAR) if (x, width) != (LEFT, 18)]


def a_register(*groups: MemberGroup) -> Council:
    return Council(id="jp/example", names=NAMES, member_groups=groups)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_golden_one(name: str) -> None:
    golden(f"pictures/{name}.svg", PICTURES[name].encode())


def assert_sound(picture: str) -> None:
    """Want well-formed XML that a strict policy lets stand in a page, and nothing beside the paper."""
    root = parsed(picture)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {"svg", "title", "desc", "rect", "g", "text", "path"}
    for one in root.iter():
        assert not {name for name in one.attrib if name in {"style", "class", "href"} or name.startswith("on")}
        assert not any("url(" in value or "http" in value for value in one.attrib.values())
    height = float(root.attrib["height"])
    assert root.attrib["viewBox"].split() == ["0", "0", str(WIDTH), root.attrib["height"]]
    for x, y, wide, high in shapes(picture, stroke=INK) + shapes(picture, fill=BAR):
        assert 0 <= x <= x + wide <= WIDTH
        assert 0 <= y <= y + high <= height
    for text in root.iter(f"{SVG}text"):
        assert float(text.attrib["font-size"]) >= 12
        assert 12 <= float(text.attrib["y"]) <= height - 4
    # What is long is a description, which a reader can leave before its end, and no part of the name.
    assert (root.attrib["aria-labelledby"], root.attrib["aria-describedby"]) == (root[0].get("id"), root[1].get("id"))
    assert root.attrib["role"] == "img"
    assert root[1].text


@given(councils(), locales, st.dates(), st.none() | st.dates())
def test_any_council_gives_sound_pictures(council: Council, locale: str, until: dt.date, since: dt.date | None) -> None:
    since = since if since and since <= until else None
    assert_sound(members(council, locale=locale, until=until, since=since))
    assert_sound(names(council, locale=locale, until=until))


@given(st.lists(any_meeting(), max_size=4), locales, st.none() | any_day)
def test_any_meetings_give_a_sound_picture(meetings: list[Meeting], locale: str, until: dt.date | None) -> None:
    assert_sound(meetings_by_year(meetings, locale=locale, until=until))


@pytest.mark.parametrize("council", [HARD, a_council(200)])
def test_hard_and_large_councils_give_sound_pictures(council: Council) -> None:
    for locale in ("ja", "en"):
        assert_sound(members(council, locale=locale, until=LAST))
        assert_sound(names(council, locale=locale, until=LAST))


@given(councils(), st.sampled_from(["ja", "en"]))
def test_all_names_stand_in_the_picture_and_in_its_description(council: Council, locale: str) -> None:
    last = dt.date(2200, 1, 1)
    for picture, texts in (
        (
            members(council, locale=locale, until=last),
            [format_organization(one.organization, locale=locale) for one in council.member_groups],
        ),
        (names(council, locale=locale, until=last), [one.text.best(locale)[1] for one in council.names]),
    ):
        for name in texts:
            assert unbroken(name) in unbroken("".join(written(picture)))
            assert name in described(picture)


def test_every_name_of_many_members_stands_in_the_picture() -> None:
    council = a_council(200)
    picture = members(council, locale="ja", until=LAST)
    text = unbroken("".join(written(picture)))
    for one in council.member_groups:
        assert unbroken(format_organization(one.organization, locale="ja")) in text
    assert text.count("平成22年") > 200 // 10


@st.composite
def stays(draw: st.DrawFn) -> list[tuple[dt.date, dt.date | None]]:
    """Draw the days of one member, who may leave and come back."""
    steps = sorted(draw(st.lists(any_day, min_size=1, max_size=9, unique=True)))
    return list(zip(steps[::2], [*steps[1::2], None][: len(steps[::2])], strict=True))


@given(stays(), any_day)
def test_a_later_day_stands_further_right_and_bars_do_not_overlap(
    stay: list[tuple[dt.date, dt.date | None]], last: dt.date
) -> None:
    council = a_register(*(a_member("a", {"ja": f"名{n}"}, OTHER, *span) for n, span in enumerate(stay)))
    found = bars(members(council, locale="ja", until=last))
    seen = [span for span in stay if span[0] <= last]
    assert len(found) == len(seen)
    for (left, right), (since, until) in zip(found, seen, strict=True):
        end = min(until or last + dt.timedelta(1), last + dt.timedelta(1))
        first, years = seen[0][0].year, last.year + 1 - seen[0][0].year
        for x, day in ((left, since), (right, end)):
            assert x == pytest.approx(
                LEFT + (RIGHT - LEFT) * (day.year + day.timetuple().tm_yday / 366 - first) / years, abs=2.5
            )
    assert all(one[1] <= other[0] + 0.011 for one, other in pairwise(found))


@given(councils(), any_day)
def test_a_member_of_the_last_day_has_an_arrow_and_no_other(council: Council, last: dt.date) -> None:
    picture = members(council, locale="en", until=last)
    assert ("still so on" in "".join(written(picture))) is bool(council.members_on(last))
    assert (" on." in described(picture) or " on;" in described(picture)) is bool(council.members_on(last))


def test_the_description_says_each_member_with_its_days() -> None:
    council = a_register(
        a_member("b", {"en": "Old name"}, PRIVATE, FOUNDED, DAY(2015, 4, 1)),
        a_member("b", {"en": "New name"}, PRIVATE, DAY(2015, 4, 1)),
        a_member("a", {"en": "Cabinet Office"}, GOVERNMENT, FOUNDED, DAY(2016, 4, 1)),
        a_member("a", {"en": "Cabinet Office"}, GOVERNMENT, DAY(2019, 5, 1)),
    )
    assert described(members(council, locale="en", until=LAST)).split("\n") == [
        "From November 22, 2010 (Monday) to February 8, 2022 (Tuesday).",
        "Private groups.",
        (
            "Old name: from November 22, 2010 (Monday) to March 31, 2015 (Tuesday); "
            "New name: from April 1, 2015 (Wednesday) on."
        ),
        "Relevant government agencies.",
        (
            "Cabinet Office: from November 22, 2010 (Monday) to March 31, 2016 (Thursday); "
            "from May 1, 2019 (Wednesday) on."
        ),
    ]
    assert "内閣府：" not in described(members(council, locale="ja", until=LAST))
    assert "平成22年11月22日(月)から平成27年3月31日(火)まで、New name：" in described(
        members(council, locale="ja", until=LAST)
    )


def test_the_names_of_a_renamed_member_are_numbered_in_one_row() -> None:
    council = a_register(
        a_member("b", {"ja": "旧名"}, PRIVATE, FOUNDED, DAY(2015, 4, 1)),
        a_member("b", {"ja": "新名"}, PRIVATE, DAY(2015, 4, 1), form=LegalForm.SOCIAL_WELFARE_CORPORATION),
    )
    picture = members(council, locale="ja", until=LAST)
    text = written(picture)
    assert [text[i + 1] for i, one in enumerate(text) if one == "1"][:1] == ["旧名（平成22年～平成27年）"]
    assert "社会福祉法人新名（平成27年～）" in text
    assert (text.count("1"), text.count("2")) == (2, 2)
    tops = {y for _, y, width, _ in shapes(picture, fill=BAR) if width != 18}
    assert len(tops) == 1
    assert "終了" not in text


def test_a_name_of_too_few_days_has_its_number_beside_its_name_alone() -> None:
    text = written(members(HARD, locale="en", until=LAST))
    assert text.count("3") == 1


def test_a_member_that_came_back_has_two_bars_and_a_stop() -> None:
    council = a_register(
        a_member("a", {"ja": "内閣府"}, GOVERNMENT, FOUNDED, DAY(2016, 4, 1)),
        a_member("a", {"ja": "内閣府"}, GOVERNMENT, DAY(2016, 4, 2)),
    )
    picture = members(council, locale="ja", until=LAST)
    assert len(bars(picture)) == 2
    assert written(picture).count("内閣府") == 1
    assert "終了" in written(picture)


def test_records_of_one_name_that_follow_on_each_other_are_one_bar_under_the_last_kind() -> None:
    council = a_register(
        a_member("a", {"ja": "内閣府"}, OTHER, FOUNDED, DAY(2016, 4, 1)),
        a_member("a", {"ja": "内閣府"}, GOVERNMENT, DAY(2016, 4, 1), DAY(2018, 4, 1)),
        a_member("a", {"ja": "内閣府"}, GOVERNMENT, DAY(2020, 4, 1)),
    )
    picture = members(council, locale="ja", until=LAST)
    assert len(bars(picture)) == 2
    assert "関係府省庁" in written(picture)
    assert "その他" not in written(picture)


def test_a_part_of_the_years_has_marks_where_it_cuts() -> None:
    picture = PICTURES["members-since.ja"]
    assert "2016年6月1日(水)より前から" in written(picture)
    # Who had left before, or under which name, is not of these years.
    assert "ソーシャルメディア協会" not in described(picture)
    assert "平成" not in picture


def test_a_member_of_a_single_day_and_one_that_ends_on_the_last_day_are_seen() -> None:
    until = DAY(2012, 1, 1)
    council = a_register(
        a_member("a", {"en": "Today"}, OTHER, until),
        a_member("b", {"en": "Yesterday"}, OTHER, FOUNDED, until),
        a_member("c", {"en": "Tomorrow"}, OTHER, until + dt.timedelta(1)),
    )
    said = described(members(council, locale="en", until=until))
    assert "Today: from January 1, 2012 (Sunday) on." in said
    assert "Yesterday: from November 22, 2010 (Monday) to December 31, 2011 (Saturday)." in said
    assert "Tomorrow" not in said
    assert "Yesterday" not in described(members(council, locale="en", until=until, since=until))


def test_a_single_day_is_told_as_one() -> None:
    council = a_register(a_member("a", {"en": "Guest", "ja": "客"}, OTHER, LAST, LAST + dt.timedelta(1)))
    assert "Guest: on February 8, 2022 (Tuesday)." in described(
        members(council, locale="en", until=LAST + dt.timedelta(1))
    )
    assert "客：令和4年2月8日(火)のみ。" in described(members(council, locale="ja", until=LAST + dt.timedelta(1)))
    assert described(members(council, locale="en", until=LAST)).startswith("On February 8, 2022 (Tuesday).")


def test_a_gap_of_a_day_is_seen() -> None:
    council = a_register(
        a_member("a", {"ja": "甲"}, OTHER, FOUNDED, DAY(2016, 4, 1)),
        a_member("a", {"ja": "甲"}, OTHER, DAY(2016, 4, 2)),
    )
    picture = members(council, locale="ja", until=LAST)
    [(left, _, width, _)] = [one for one in shapes(picture, fill=PAPER, height="12") if one[2] < 9]
    assert left == pytest.approx(bars(picture)[0][1], abs=0.02)
    assert width == 3
    gap = [
        DatedName(text={"ja": "甲"}, since=FOUNDED, until=DAY(2016, 4, 1)),
        DatedName(text={"ja": "乙"}, since=DAY(2016, 4, 2)),
    ]
    drawn = names(Council(id="jp/example", names=gap), locale="ja", until=LAST)
    assert [width for _, _, width, _ in shapes(drawn, stroke_dasharray="3 2")] == [3]


def test_the_ends_of_the_calendar_can_be_drawn() -> None:
    council = a_register(
        a_member("a", {"en": "Ever"}, OTHER, dt.date.min),
        a_member("b", {"en": "Never"}, OTHER, dt.date.max),
    )
    assert_sound(members(council, locale="en", until=dt.date.max))
    assert_sound(members(council, locale="ja", until=dt.date.min))


def test_years_before_the_solar_calendar_are_western() -> None:
    picture = members(ENDED, locale="ja", until=LAST)
    assert "1870年" in written(picture)
    assert "元老院：1870年3月1日(火)から明治14年10月20日(木)まで。" in described(picture)
    assert "諮問会議（1870年～明治14年）" in written(names(ENDED, locale="ja", until=LAST))


def test_a_gap_between_names_is_not_known_and_one_after_the_last_is_none() -> None:
    said = described(PICTURES["names.en"])
    assert "Not known: from November 26, 2014 (Wednesday) to April 30, 2017 (Sunday)." in said
    assert said.endswith(
        "Joint Council for the Eradication of Sexual Harm to Children: from October 27, 2017 (Friday) on."
    )
    assert "Not known" not in PICTURES["names-ended.en"]
    assert len(shapes(PICTURES["names.en"], stroke_dasharray="3 2")) == 1


def test_a_name_that_came_back_is_two_rows() -> None:
    name, other = {"ja": "協議会"}, {"ja": "会議"}
    council = Council(
        id="jp/example",
        names=[
            DatedName(text=name, since=DAY(2016, 1, 1)),
            DatedName(text=other, since=DAY(2012, 1, 1), until=DAY(2016, 1, 1)),
            DatedName(text=name, since=DAY(2010, 1, 1), until=DAY(2011, 1, 1)),
            DatedName(text=name, since=DAY(2011, 6, 1), until=DAY(2012, 1, 1)),
        ],
    )
    picture = names(council, locale="en", until=LAST)
    assert [text for text in written(picture) if "(" in text and "still" not in text] == [
        "協議会 (2010)",
        "Not known (2011)",
        "協議会 (2011)",
        "会議 (2012–2015)",
        "協議会 (2016–)",
    ]


def test_an_empty_picture_says_so() -> None:
    assert described(PICTURES["members-none.ja"]) == "この期間の構成員の記録はありません。"
    assert described(PICTURES["names-none.en"]) == "No name is known for these days."
    assert described(PICTURES["meetings-none.ja"]) == "会議の記録はありません。"
    assert title_of(PICTURES["members-none.ja"]) == "協議会　構成員の推移"


def test_a_text_in_another_language_is_marked_and_an_unofficial_one_is_said_once() -> None:
    english = parsed(PICTURES["names.en"])
    tagged = [(one.text, one.get("lang"), one.get(LANG)) for one in english.iter(f"{SVG}text") if one.get("lang")]
    assert tagged == [
        ("児童ポルノ排除対策推進協議会 (2010–2014)", "ja", "ja"),
        ("児童の性的搾取等撲滅対策推進協議会 (2017)", "ja", "ja"),
        ("Joint Council for the Eradication of Sexual", "en", "en"),
        ("Harm to Children (2017–)", "en", "en"),
    ]
    assert (english.get("lang"), english.get(LANG)) == ("en", "en")
    assert title_of(PICTURES["names.en"]) == "Names of the council over time (unofficial translation)"
    assert "仮訳" not in PICTURES["names.ja"]
    assert title_of(PICTURES["meetings.ja"]) == "会議の年別開催状況（仮訳）"


def test_markup_in_a_name_is_text() -> None:
    council = a_register(a_member("a", {"en": '</text><script>alert("1")</script>&amp;'}, OTHER, FOUNDED))
    picture = members(council, locale="en", until=LAST)
    assert_sound(picture)
    assert "</text><script>alert" in "".join(written(picture))


@pytest.mark.parametrize("draw", [members, names])
def test_a_day_that_is_none_is_refused(draw: object) -> None:
    error = refused(draw, council=ONE, locale="ja", until=dt.datetime(2022, 2, 8, tzinfo=dt.timezone.utc))
    assert (error.code, error.field) == ("type", "until")
    error = refused(draw, council=ONE, locale="de", until=LAST)
    assert (error.code, error.field) == ("locale", "locale")


def test_years_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(InvalidValue, match="since: is after until, 2010-11-22") as caught:
        members(ONE, locale="ja", until=FOUNDED, since=LAST)
    assert caught.value.code == "order"
    assert refused(members, council=ONE, locale="ja", until=LAST, since="2020").field == "since"
    assert refused(meetings_by_year, meetings=[], locale="ja", until="2020").field == "until"


def test_pictures_in_one_page_have_different_ids_and_the_same_picture_the_same() -> None:
    ids = [parsed(picture)[0].attrib["id"] for picture in PICTURES.values()]
    assert len(set(ids)) == len(ids)
    assert members(a_council(35), locale="ja", until=LAST) == PICTURES["members.ja"]
    german = names(ONE, locale="ja", until=LAST), names(ONE, locale="ja-JP", until=LAST)
    assert parsed(german[0])[0].attrib["id"] != parsed(german[1])[0].attrib["id"]


def test_the_title_of_members_has_the_name_of_the_last_day_or_the_nearest() -> None:
    gap = members(a_council(9), locale="ja", until=DAY(2016, 1, 1))
    assert title_of(gap) == "児童ポルノ排除対策推進協議会　構成員の推移"
    assert title_of(members(a_council(9), locale="ja", until=LAST)).startswith(JOINT["ja"])


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_and_bars_stand_out() -> None:
    paper = _luminance(PAPER) + 0.05
    assert paper / (_luminance(INK) + 0.05) >= 4.5
    # The bar carries numbers in the colour of the paper.
    assert paper / (_luminance(BAR) + 0.05) >= 4.5


@given(japanese_lines | english_lines | st.text("Ww @ｶﾞ題𠮷x", min_size=1, max_size=60), st.integers(4, 26))
def test_lines_are_the_text_and_fit(text: str, room: int) -> None:
    for wide in (True, False):
        lines = lines_in(text, room, wide=wide)
        assert unbroken("".join(lines)) == unbroken(text)
        assert all(ems(line, wide=wide) <= room + 1e-9 for line in lines)


def test_lines_of_english_are_filled_and_bold_ones_need_more_room() -> None:
    name = "Liaison Council of Illicit Internet Affiliates for Little Children"
    [first, *_] = lines_in(name, 25, wide=False)
    assert len(first) * 0.5 > 25 * 0.9
    assert len(lines_in(name, 25, wide=False, bold=True)[0]) < len(first)


def test_a_mark_stays_with_its_letter_where_a_line_is_broken_by_force() -> None:
    assert lines_in("x\u0323\u0301" * 9, 3, wide=False) == ["x\u0323\u0301" * 4, "x\u0323\u0301" * 4, "x\u0323\u0301"]


GENERAL = Organization(id="a/general", name={"ja": "総会", "en": "General Meeting"})
EXPERTS = Organization(id="a/experts", name={"ja": "専門家会合", "en": "Specialists"})
HELD = MeetingStatus.HELD


def squares(picture: str) -> list[str]:
    """Give the fills of the squares, without those of the legend, in document order."""
    found = [one for one in parsed(picture).iter(f"{SVG}rect") if one.get("stroke") == INK]
    legend = sum(text in {"held", "planned", "cancelled"} for text in written(picture))
    return [one.attrib["fill"] for one in found][legend:]


def test_meetings_are_counted_by_body_and_year_and_what_is_cancelled_is_not_held() -> None:
    assert described(PICTURES["meetings.en"]).split("\n") == [
        "General Meeting.",
        "2017: 1 held; 2018: 1 held; 2019: 1 held, 1 cancelled; 2020: 0 held; 2021: 1 held; 2022: 1 planned.",
        "Specialist Group Meeting.",
        (
            "2017: 0 held; 2018: 1 held; 2019: 0 held; 2020: 3 held, 3 cancelled; 2021: 0 held; 2022: 1 held; "
            "No date: 1 planned."
        ),
    ]
    assert "平成31年・令和元年：開催1回、中止1回" in described(PICTURES["meetings.ja"])
    assert len(squares(PICTURES["meetings.en"])) == len(MEETINGS)
    assert squares(PICTURES["meetings.en"]).count(BAR) == 9


def test_squares_of_a_year_stand_beside_each_other() -> None:
    rows: dict[float, list[tuple[float, float]]] = {}
    for x, y, width, _ in shapes(PICTURES["meetings.en"], stroke=INK):
        rows.setdefault(y, []).append((x, x + width))
    assert max(map(len, rows.values())) == 6
    assert all(one[1] < other[0] for row in rows.values() for one, other in pairwise(row))


@given(st.lists(any_meeting(), max_size=5))
def test_there_is_a_square_for_each_meeting_of_each_body(meetings: list[Meeting]) -> None:
    found = squares(meetings_by_year(meetings, locale="en"))
    assert len(found) == len(latest(meetings))
    assert found.count(BAR) == sum(one.status is HELD for one in latest(meetings))


def test_the_latest_state_counts_and_a_joint_meeting_is_one_of_each_body() -> None:
    meeting = Meeting(id="a/1", body=GENERAL, jointly_with=[EXPERTS], day=LAST, status=MeetingStatus.ANNOUNCED)
    moved = meeting.rescheduled(day=DAY(2023, 3, 1))
    said = described(meetings_by_year([moved.held(), meeting, moved], locale="en"))
    assert said == "General Meeting.\n2023: 1 held.\nSpecialists.\n2023: 1 held."


def test_a_body_has_its_last_name() -> None:
    old = Organization(id="a/experts", name={"en": "Old"})
    meetings = [
        Meeting(id="a/2", body=EXPERTS, day=DAY(2021, 1, 1), status=HELD),
        Meeting(id="a/1", body=GENERAL, jointly_with=[old], day=DAY(2020, 1, 1), status=HELD),
    ]
    assert "Specialists." in described(meetings_by_year(meetings, locale="en"))
    assert "Old" not in meetings_by_year(meetings, locale="en")


def test_years_go_on_to_the_last_day_and_no_further() -> None:
    meetings = [Meeting(id=f"a/{n}", body=GENERAL, day=DAY(2018 + n, 1, 1), status=HELD) for n in (0, 4)]
    assert described(meetings_by_year(meetings, locale="en", until=DAY(2019, 12, 31))) == (
        "General Meeting.\n2018: 1 held; 2019: 0 held."
    )
    assert described(meetings_by_year(meetings, locale="en", until=DAY(2022, 1, 1))).endswith("2022: 1 held.")
    undated = [Meeting(id="a/9", body=GENERAL)]
    assert described(meetings_by_year(undated, locale="en", until=LAST)) == "General Meeting.\nNo date: 1 planned."


def test_very_many_meetings_are_one_bar_as_long_as_they_are_many() -> None:
    meetings = [
        Meeting(
            id=f"a/{n}", body=GENERAL, day=DAY(2020 + n % 2, 1, 1), status=HELD if n % 3 else MeetingStatus.CANCELLED
        )
        for n in range(300)
    ]
    picture = meetings_by_year(meetings, locale="ja-u-ca-gregory")
    widths = [width for _, _, width, _ in shapes(picture, stroke=INK)[2:]]
    assert len(widths) == 4
    assert widths[0] > widths[1] * 1.9
    assert "2020年：開催100回、中止50回" in described(picture)


def test_a_long_name_of_a_year_stands_on_a_line_of_its_own() -> None:
    meetings = [
        Meeting(id=f"a/{n}", body=GENERAL, day=DAY(2019, 1, 1), status=status) for n, status in enumerate(MeetingStatus)
    ]
    picture = meetings_by_year(meetings, locale="en-u-ca-japanese")
    assert_sound(picture)
    assert "Heisei 31 / Reiwa 1" in written(picture)
