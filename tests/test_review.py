from __future__ import annotations

import datetime as dt
import pickle
import random
import re
import runpy
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

import real_meetings
import review_cases as case
from csegroup import (
    Address,
    AttendeeKind,
    Council,
    Discussion,
    Formality,
    InvalidValue,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Post,
    PostalAddress,
)
from csegroup.archive import Archive
from csegroup.example import ARCHIVE, MEETING
from csegroup.json import read_archive
from csegroup.review import RULES, Finding, MeetingView, Records, Rule, Severity, format_finding, found, review
from csegroup.review.national_holidays import national_holidays
from csegroup.wording.findings import FINDINGS
from csegroup.wording.locales import words_for
from review_cases import CASES, at, item, title
from reviewed import (
    CARRIER,
    GENERAL,
    HALL,
    OLD_NETWORK,
    POLICE,
    TEACHERS,
    TODAY,
    WORKING,
    Kept,
    kept,
    meeting,
    pdf,
    source,
)
from strategies import archives, days

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reference/review.md"
HOLIDAYS = {dt.date(2021, 5, 3): "憲法記念日"}
BY_CODE = {rule.code: rule for rule in RULES}
NOTES = [rule.code for rule in RULES if rule.severity is Severity.NOTE]
# What one mistake brings with it: two meetings under one id have one page too.
ALSO = {
    "number_twice": {"id"},
    "number_in_title": {"numbers_differ"},
    "meeting_twice": {"number_missing", "page_twice", "report_copied"},
    "overlap": {"number_missing", "page_twice"},
    "after_the_end": {"number_disorder"},
    "item_twice": {"item_without_report"},
    "numbers_unknown": {"day_alone"},
    "report_missing": {"agenda_left_out"},
    "weekday_in_text": {"other_day_in_notice"},
    "decisions_alone": {"agenda_left_out"},
    "same_text": {"other_language"},
    "numbers_differ": {"number_in_title"},
    "number_missing": {"number_left_out"},
}


def reviewed(records: Kept, **options: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - what a review takes
    options = {"today": TODAY, "holidays": HOLIDAYS, "organizations": records.organizations, **options}
    return review(records.council, records.meetings, **options)


def spoiled(*changes: case.Change) -> Kept:
    records = kept()
    for change in changes:
        change(records)
    return records


def places(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in findings]


def matter(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return places(finding for finding in findings if finding.severity is not Severity.NOTE)


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert reviewed(kept()) == ()


@pytest.mark.parametrize("code", sorted(CASES))
def test_each_rule_finds_its_mistake_and_nothing_that_is_not_there(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path, change = CASES[code]
    options = {}
    if code == "holidays_unknown":
        monkeypatch.setitem(sys.modules, "holidays", None)
        national_holidays.cache_clear()
        options = {"holidays": None}
    findings = reviewed(spoiled(change), **options)
    national_holidays.cache_clear()
    assert [finding.path for finding in findings if finding.code == code] == [path]
    assert {finding.code for finding in findings} - {code} <= ALSO.get(code, set())
    said = {
        locale: format_finding(next(one for one in findings if one.code == code), locale=locale)
        for locale in ("en", "ja")
    }
    assert re.search("[ぁ-ん]", said["ja"])
    assert not re.search("[{}?]", said["ja"])
    assert said["en"] != said["ja"]
    assert "{" not in said["en"]


def test_every_rule_has_a_case_and_words() -> None:
    assert set(BY_CODE) == set(CASES) == set(FINDINGS)
    assert len(BY_CODE) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_row_in_the_reference(rule: Rule) -> None:
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{rule.code}` |"))
    cells = [cell.strip() for cell in row.strip("|").split(" | ")]
    said = [words_for(locale).text(FINDINGS[rule.code]) for locale in ("en", "ja")]
    assert cells[1:3] == [rule.severity.value, rule.reason]
    assert cells[3]
    assert cells[4:] == [f"{said[0]}<br>{said[1]}"]


THIRTY: list[tuple[str, case.Change]] = [
    ("number_left_out", at(11, number=8, id="jp/midori-council/general/8")),
    ("number_twice", at(5, number=1)),
    ("night", case.hours(0, case.moment(2019, 5, 14, 2), case.moment(2019, 5, 14, 4))),
    ("translation_missing", item(0, 2, title={"ja": "被害の状況について"})),
    ("half_width_kana", title(1, "ｻｲﾊﾞｰ犯罪の状況")),
    ("http", at(1, url="http://www.council.example.jp/general-2/")),
    ("former_member", case.presenter(4, TEACHERS)),
    ("name_unknown", case.presenter(2, Organization(id="jp/midori", name={"ja": "大空県", "en": "Ozora Prefecture"}))),
    ("old_name", case.session(4, presenters=[OLD_NETWORK])),
    (
        "no_agency",
        item(
            0,
            1,
            speaker=Post(
                title={"ja": "長", "en": "Head"},
                organization=Organization(name={"ja": "生活安全局", "en": "Community Safety Bureau"}),
            ),
        ),
    ),
    ("look_alike", item(2, 5, title={"ja": "意見交換とアドバイス一その他の窓ロ", "en": "Exchange of opinions"})),
    ("look_alike", item(1, 5, title={"ja": "意見交換", "en": "Ехchange of opinions"})),
    ("material_twice", item(1, 2, materials=[pdf("1", "general-2"), pdf("2", "general-2a")])),
    ("material_left_out", item(5, 2, materials=[pdf("1", "working-2"), pdf("5", "working-2")])),
    ("body_unknown", at(10, body=attrs.evolve(WORKING, id="jp/midori-council/wroking"))),
    ("holiday", case.hours(2, case.moment(2021, 5, 3, 14), case.moment(2021, 5, 3, 16))),
    ("minutes_too_many", item(11, 2, minutes=60)),
    ("report_missing", case.keep_items(3, lambda one: isinstance(one, (Formality, Address, Discussion)))),
    ("contact_missing", at(11, contact=None)),
    ("source_in_future", at(0, sources=[source("a", dt.date(2062, 1, 1))])),
    ("joining_url", at(5, venues=[OnlineVenue(url="https://zoom.us/j/98765432101")])),
    ("telephone", case.contact(5, telephone="099-555-01000")),
    ("notice_missing", at(9, notice=None)),
    ("sequence", at(7, sequence=0)),
    ("day_in_text", at(8, aim={"ja": "令和5年5月30日(水)の会議", "en": "To meet."})),
    (
        "kind_of_member",
        case.member(
            0,
            kind=AttendeeKind.PRIVATE,
            organization=Organization(id="jp/midori", name={"ja": "内閣府", "en": "Cabinet Office"}, legal_form=None),
        ),
    ),
    ("gap", case.member(2, until=dt.date(2022, 3, 31))),
    (
        "postal_code",
        at(
            4,
            venues=[
                attrs.evolve(
                    HALL,
                    postal_address=PostalAddress(postal_code="999-0010", locality={"ja": "若葉市", "en": "Wakaba-shi"}),
                )
            ],
        ),
    ),
    ("closing_early", case.program(8, lambda items: items.insert(4, items.pop()))),
    ("mobile_number", at(4, aim={"ja": "問合せは090-1234-5678まで。", "en": "To share."})),
]


def test_of_thirty_mistakes_in_one_archive_all_are_found() -> None:
    findings = reviewed(spoiled(*(change for _, change in THIRTY)))
    codes = [finding.code for finding in findings]
    assert len(THIRTY) == 30
    missed = [code for code, _ in THIRTY if codes.count(code) < sum(one == code for one, _ in THIRTY)]
    assert missed == []


def test_what_is_found_in_the_shipped_archive_is_so() -> None:
    archive = read_archive(ARCHIVE)
    findings = review(
        archive.councils[0], archive.meetings, today=TODAY, organizations=archive.organizations, holidays=()
    )
    told = {"report_missing", "number_left_out", "outcome_missing"}
    assert {code for code, _ in matter(findings)} <= told
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


def test_nothing_is_invented_in_real_meetings() -> None:
    findings = review(None, [one for one, _ in real_meetings.ALL.values()], today=TODAY, holidays=())
    # Two are announced, and their days have passed.
    assert matter(findings) == [("day_passed", "meetings[3].start"), ("day_passed", "meetings[6].start")]
    examples = [runpy.run_path(str(ROOT / f"examples/general_meeting_{year}.py"))["meeting"] for year in (2017, 2021)]
    assert matter(review(None, [MEETING, *examples], today=TODAY, holidays=())) == []


RIGHT = [
    ("口コミの活用", "Word of mouth"),
    ("コミュニケーション力アップ講座", "A course"),
    ("サービス一覧", "List of services"),
    ("チーム一同", "The team"),
    ("三カ国、九カ所及び第二号ロの規定", "Three countries"),
    ("小学校における取組 －SNS東京ノートの活用－", "Use of SNS Tokyo Note"),
    ("芝公園2-4-1　芝パークビルB館", "Shiba Park Building"),
    ("（1）被害 1）相談 2）支援", "(1) Victims a) support"),
    ("もののけの話、幼い子のの", "That of the child"),
    ("﨑・髙・𠮷・葛󠄀の字", "Characters"),
    ("未然防止、社会、団体、人間", "Prevention"),
    ("令和4年2月8日(火)", "February 8, 2022 (Tuesday)"),
    ("平成31年度の計画", "The plan for FY2019"),
    ("福岡ヘルプデスク", "A help desk called 「ヘルプ」"),
    ("Twitter Japan", "LinkedIn and DeNA in 2022"),
    ("ＳＮＳ事業者の取組", "Efforts"),
    ("音楽β版", "A β version"),
    ("第６回の参加者は10名", "Ten people"),
    ("二〇〇五年の日ロ首脳会談", "Talks of 2005"),
    ("個人問題、当時問合せ、早期聞き取り及び点検計画", "Problems of persons"),
    ("集団休校と週末来場者、腸管出血性大腸菌O157", "O157"),
    ("パスワードは8文字以上とする", "A password of eight characters"),
]


@pytest.mark.parametrize(("ja", "en"), RIGHT)
def test_a_text_that_is_right_is_left_alone(ja: str, en: str) -> None:
    assert reviewed(spoiled(title(2, ja, en))) == ()


WRONG = [
    ("防犯力メラ", "look_alike"),
    ("みどりサーバ－", "look_alike"),
    ("サー口ー", "look_alike"),
    ("二ュース", "look_alike"),
    ("センタ一", "look_alike"),
    ("センタ一職員", "look_alike"),
    ("相談窓ロ", "look_alike"),
    ("児童ー時保護", "look_alike"),
    ("学校ヘの支援", "look_alike"),
    ("サ－ビス", "look_alike"),
    ("資料5ー1", "look_alike"),
    ("2O22年", "look_alike"),
    ("デー夕の活用", "look_alike"),
    ("末成年者の保護", "look_alike"),
    ("ロ頭での報告", "look_alike"),
    ("トラブノレの相談", "look_alike"),
    ("児童⼈権", "look_alike"),
    ("警察の努力。。", "doubled_word"),
    ("被害者\u200bの支援", "invisible_character"),
    ("è­¦å¯Ÿã®å–çµ„", "mojibake"),
    ("（2号館)", "brackets"),
    ("資料＆amp;&amp;", "markup"),
    ("令和4年2月30日", "no_day"),
    ("平成32年4月1日", "day_in_text"),
    ("児童の保護 パスワードは abc123", "joining_link"),
    ("要確認の件", "placeholder"),
    ("the efforts to be made by the police", "other_language"),
]


@pytest.mark.parametrize(("ja", "code"), WRONG)
def test_a_text_that_is_wrong_is_told(ja: str, code: str) -> None:
    assert code in {finding.code for finding in reviewed(spoiled(title(2, ja)))}


@pytest.mark.parametrize(
    "telephone",
    [
        "03-3581-0141",
        "+81 3 3581 0141",
        "03(3581)0141",
        "03-3581-3351（代表）",
        "0120-000-000",
        "050-1234-5678",
        "110000000",
        "#9110",
        "110",
        "03-3581-0141、03-3581-0142",
    ],
)
def test_the_number_of_an_office_is_one(telephone: str) -> None:
    assert reviewed(spoiled(case.contact(2, telephone=telephone))) == ()


@pytest.mark.parametrize("telephone", ["090-1234-5678x", "03ー3581ー0141", "3581", "担当まで"])
def test_another_number_is_none(telephone: str) -> None:
    assert places(reviewed(spoiled(case.contact(2, telephone=telephone)))) == [
        ("telephone", "meetings[2].contact.telephone")
    ]


def test_numbers_begin_again_in_another_fiscal_year() -> None:
    years = [
        meeting(WORKING, n, day)
        for n, day in ((1, (2022, 6, 7)), (2, (2022, 12, 6)), (1, (2023, 6, 6)), (2, (2023, 12, 5)))
    ]
    apart = [attrs.evolve(one, id=f"jp/midori-council/working/y{i}", url=None) for i, one in enumerate(years)]
    assert not {"number_twice", "number_disorder", "number_left_out"} & {
        one.code for one in review(None, apart, today=TODAY, holidays=())
    }


def test_a_number_in_chinese_characters_is_read() -> None:
    wrong = attrs.evolve(meeting(GENERAL, 12, (2021, 5, 18)), title={"ja": "第十一回総会", "en": "General Meeting"})
    right = attrs.evolve(wrong, title={"ja": "第十二回総会", "en": "General Meeting"})
    tenth = attrs.evolve(
        wrong, number=10, id="jp/midori-council/general/10", title={"ja": "第十回総会", "en": "General Meeting"}
    )
    assert places(review(None, [wrong], today=TODAY, holidays=())) == [("number_in_title", "meetings[0].title.ja")]
    assert review(None, [right], today=TODAY, holidays=()) == review(None, [tenth], today=TODAY, holidays=()) == ()


def test_a_council_that_ended_has_no_members_after() -> None:
    records = kept()
    names = [records.council.names[0], attrs.evolve(records.council.names[1], until=dt.date(2020, 4, 1))]
    records.council = attrs.evolve(records.council, names=names)
    codes = {finding.code for finding in reviewed(records)}
    assert {"span_outside", "council_not_then"} <= codes


def test_a_member_that_comes_back_is_one_again() -> None:
    records = kept()
    back = attrs.evolve(records.council.member_groups[5], since=dt.date(2022, 4, 1), until=None)
    records.council = attrs.evolve(records.council, member_groups=[*records.council.member_groups, back])
    case.presenter(4, TEACHERS)(records)
    assert reviewed(records) == ()


def test_rules_are_left_out_by_their_codes() -> None:
    records = spoiled(CASES["http"][1], CASES["telephone"][1])
    assert places(reviewed(records, without=["http"])) == [("telephone", "meetings[2].contact.telephone")]
    with pytest.raises(InvalidValue, match="did you mean 'http'") as refused:
        reviewed(records, without=["htp"])
    assert (refused.value.code, refused.value.field) == ("word", "without")


@pytest.mark.parametrize("today", [None, dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)])
def test_today_is_a_day(today: Any) -> None:  # noqa: ANN401 - what is no day
    with pytest.raises(InvalidValue, match="today"):
        reviewed(kept(), today=today)


def _without_attendees(view: MeetingView) -> Iterable[Any]:
    return [] if view.meeting.attendees else [view.found("attendees", name=view.meeting.body.name)]


OWN = Rule(
    code="attendees_missing",
    severity=Severity.WARNING,
    reason="We say who may come.",
    text={"en": "{name} does not say who may come ({nothing})", "ja": "{name}の参加者の記載がない。"},
    of_meeting=_without_attendees,
)


def test_a_rule_of_a_user_speaks_its_own_words() -> None:
    findings = reviewed(spoiled(at(2, attendees=())), rules=[*RULES, OWN])
    assert places(findings) == [("attendees_missing", "meetings[2].attendees")]
    said = [format_finding(findings[0], locale=locale) for locale in ("ja", "en")]
    assert said == [
        "jp/midori-council/general/3：みどり県子供の安全協議会総会の参加者の記載がない。",
        (
            "jp/midori-council/general/3: General Meeting of the Midori Council for the Safety of Children"
            " does not say who may come (?)"
        ),
    ]


def test_a_rule_looks_at_something() -> None:
    with pytest.raises(InvalidValue, match="of_meeting: is missing"):
        Rule(code="nothing", severity=Severity.NOTE, reason="None.")
    with pytest.raises(InvalidValue, match="code"):
        Rule(code="No Code", severity=Severity.NOTE, reason="None.", of_meeting=_without_attendees)


@pytest.mark.parametrize("text", ["{", "{}", "{0}", "{name.x}", "}", "{a b}", "{a:d}", "{a!r}"])
def test_the_words_of_a_rule_can_be_filled_in(text: str) -> None:
    with pytest.raises(InvalidValue, match=r"text\.en: has braces"):
        attrs.evolve(OWN, text={"en": text})
    assert attrs.evolve(OWN, text={"en": "{{name}} {name}"}).text is not None


def test_what_a_rule_finds_outside_of_all_records_stands_first() -> None:
    def look(records: Records) -> Iterable[Any]:
        return [found("website", count=len(records.entries))]

    rule = Rule(code="site", severity=Severity.NOTE, reason="So.", of_records=look, text={"en": "{count} pages"})
    findings = reviewed(spoiled(CASES["http"][1]), rules=[*RULES, rule])
    assert places(findings)[0] == ("site", "website")
    assert format_finding(findings[0], locale="ja") == "12 pages"


def test_findings_stand_in_the_order_of_the_records() -> None:
    records = spoiled(
        *(CASES[code][1] for code in ("http", "gap", "http_source", "day_passed")), case.contact(0, telephone="1")
    )
    findings = reviewed(records)
    assert findings == reviewed(records)
    assert places(findings) == [
        ("gap", "council.member_groups[2].until"),
        ("telephone", "meetings[0].contact.telephone"),
        ("http", "meetings[2].url"),
        ("http_source", "meetings[2].sources[0].url"),
        ("day_passed", "meetings[11].start"),
    ]


def test_the_order_of_the_meetings_changes_the_places_alone() -> None:
    records = spoiled(*(CASES[code][1] for code in ("http", "number_left_out", "day_passed", "sequence")))
    expected = sorted((finding.code, finding.values["meeting"]) for finding in reviewed(records))
    random.Random(7).shuffle(records.meetings)  # noqa: S311 - any order does
    assert sorted((finding.code, finding.values["meeting"]) for finding in reviewed(records)) == expected


def test_a_finding_is_a_value() -> None:
    findings = reviewed(spoiled(CASES["http"][1]))
    assert pickle.loads(pickle.dumps(findings)) == findings  # noqa: S301 - our own
    assert len(set(findings)) == 1
    with pytest.raises(InvalidValue, match="no words for 'unheard'"):
        format_finding(Finding("unheard", Severity.NOTE, "council"), locale="en")
    with pytest.raises(InvalidValue, match="locale"):
        format_finding(findings[0], locale="tlh")


def test_days_are_written_as_in_the_language_where_there_are_such() -> None:
    old = Finding("saturday", Severity.NOTE, "meetings[0].day", {"day": "1870-01-01"})
    assert "1870-01-01" in format_finding(old, locale="ja")
    assert "令和4年2月8日(火)" in format_finding(attrs.evolve(old, values={"day": "2022-02-08"}), locale="ja")


def test_holidays_are_those_of_a_mapping_or_any_other_days() -> None:
    records = spoiled(CASES["holiday"][1])
    assert format_finding(reviewed(records)[0], locale="en").endswith("is on May 3, 2021 (Monday), 憲法記念日")
    assert format_finding(reviewed(records, holidays={dt.date(2021, 5, 3)})[0], locale="ja").endswith(
        "「休日」である。"
    )
    assert reviewed(records, holidays=()) == ()


def test_holidays_are_the_national_ones_of_japan_by_the_package() -> None:
    pytest.importorskip("holidays")
    findings = reviewed(spoiled(CASES["holiday"][1]), holidays=None)
    assert places(findings) == [("holiday", "meetings[2].start")]
    assert findings[0].values["holiday.ja"] == "憲法記念日"
    days = national_holidays()
    assert days is not None
    assert len(list(days)) == len(days)


def test_holidays_of_japan_are_none_abroad() -> None:
    one = real_meetings.CITY_COMMITTEE_2021
    assert review(None, [one], today=TODAY, holidays={dt.date(2021, 11, 9)}) == ()


def test_without_a_council_meetings_are_reviewed_alone() -> None:
    assert review(None, [], today=TODAY, holidays=()) == ()
    assert matter(review(None, kept().meetings, today=TODAY, holidays=())) == []


def test_a_register_without_bodies_knows_of_none() -> None:
    bare = Council(id="jp/midori-council", names=kept().council.names)
    assert matter(review(bare, kept().meetings, today=TODAY, holidays=())) == []


def test_states_that_were_filled_in_are_no_moves() -> None:
    first = attrs.evolve(
        meeting(GENERAL, 1, (2026, 12, 4), held=False), start=None, end=None, day=dt.date(2026, 12, 4), venues=()
    )
    later = meeting(GENERAL, 1, (2026, 12, 4), held=False)
    tentative = attrs.evolve(first, status=MeetingStatus.TENTATIVE)
    assert not matter(review(None, [tentative, later], today=TODAY, holidays=()))


def test_a_meeting_is_looked_at_in_its_last_state() -> None:
    old, new = meeting(GENERAL, 1, (2026, 12, 4), held=False), meeting(GENERAL, 1, (2026, 12, 4), held=False)
    records: list[Meeting] = [attrs.evolve(old, url="http://www.example.jp/"), attrs.evolve(new, sequence=1)]
    assert review(None, records, today=dt.date(2026, 11, 24), holidays=()) == ()


def test_names_in_several_places_are_told_in_each() -> None:
    records = spoiled(
        case.presenter(2, attrs.evolve(POLICE, id=None, name={"ja": "ﾐﾄﾞﾘ警察本部", "en": "Midori Police"}))
    )
    case.presenter(4, attrs.evolve(POLICE, id=None, name={"ja": "ﾐﾄﾞﾘ警察本部", "en": "Midori Police"}))(records)
    assert [one.path[:11] for one in reviewed(records) if one.code == "half_width_kana"] == [
        "meetings[2]",
        "meetings[4]",
    ]


def test_carriers_speak_in_a_post_or_stand_for_others() -> None:
    records = spoiled(item(4, 2, representatives=[CARRIER]))
    assert places(reviewed(records)) == [("later_member", "meetings[4].program[2].representatives[0]")]


ENGLISH = [
    ("A talk on Wednesday, 8 February 2022", "day_in_text"),
    ("A talk on February 30, 2022", "no_day"),
    ("A talk，then another one", "mixed_width"),
    ("A talk１", "mixed_width"),
    ("The Po1ice of Midori", "look_alike"),
]


@pytest.mark.parametrize(("en", "code"), ENGLISH)
def test_an_english_text_that_is_wrong_is_told(en: str, code: str) -> None:
    assert places(reviewed(spoiled(title(2, en=en)))) == [(code, "meetings[2].program[2].title.en")]


@pytest.mark.parametrize(
    ("ja", "is_right"),
    [
        ("5月18日(火)", True),
        ("5月18日(水)", False),
        ("2月29日(土)", True),
        ("2月29日(月)", False),
        ("1月8日(金)", True),
    ],
)
def test_a_weekday_is_that_of_the_nearest_year(ja: str, is_right: bool) -> None:  # noqa: FBT001 - told by its name
    aim = {"ja": f"{ja}に続いて開催する。", "en": "To go on."}
    assert (reviewed(spoiled(at(2, aim=aim))) == ()) is is_right


@pytest.mark.parametrize(
    ("ja", "en", "path"),
    [("情報の共有" * 20, "To share.", "aim.en"), ("共有する。", "To share what is known. " * 9 + "So.", "aim.ja")],
)
def test_a_translation_that_breaks_off_is_told(ja: str, en: str, path: str) -> None:
    assert places(reviewed(spoiled(at(2, aim={"ja": ja, "en": en})))) == [("translation_short", f"meetings[2].{path}")]


def test_what_is_undecided_is_not_guessed() -> None:
    undecided = Meeting(id="jp/midori-council/general/7", body=GENERAL, number=7)
    assert reviewed(spoiled(case.add(undecided))) == ()


def test_members_of_the_day_may_be_named_and_their_post_too() -> None:
    group = case.evolve(kept().meetings[4].attendees[0], description={"ja": "みどり県警察本部ほか", "en": "The police"})
    assert reviewed(spoiled(at(4, attendees=[group]))) == ()


def test_materials_may_have_titles_alone_and_be_the_record() -> None:
    minutes = case.evolve(pdf("1", "general-3"), number=None, title={"ja": "議事概要", "en": "Minutes"})
    others = case.keep_items(2, lambda one: isinstance(one, (Formality, Address)))
    talk = case.evolve(kept().meetings[2].program[2], report=None, materials=[minutes])
    records = spoiled(others, case.program(2, lambda items: items.insert(1, talk)))
    assert matter(reviewed(records)) == []


def test_names_in_other_languages_are_not_compared() -> None:
    french = Organization(id="jp/midori/other", name={"fr": "Ville d'Ozora"})
    names = [
        one
        for one in reviewed(spoiled(case.presenter(2, case.LONE), case.presenter(4, french)))
        if one.code != "translation_missing"
    ]
    assert names == []


def test_states_of_two_bodies_contradict_each_other() -> None:
    assert ("state_differs", "meetings[7].body.id") in places(reviewed(spoiled(at(6, body=WORKING))))


def test_a_meeting_in_one_language_among_others_is_told_once() -> None:
    plain = Meeting(
        id="jp/midori-council/general/7",
        body=Organization(id=GENERAL.id, name={"ja": GENERAL.name["ja"]}),
        number=7,
        aim={"ja": "協議する。"},
    )
    assert places(reviewed(spoiled(case.add(plain)))) == [("translation_missing", "meetings[12]")]


def test_the_register_is_looked_at_as_well() -> None:
    organization = Organization(
        id="jp/midori/network", name={"ja": "青少年インターネット協会"}, url="http://www.example.jp/"
    )
    records = spoiled(case.member(2, organization=organization, sources=()))
    assert places(reviewed(records)) == [
        ("translation_missing", "council.member_groups[2].organization.name"),
        ("http", "council.member_groups[2].organization.url"),
        ("source_missing", "council.member_groups[2].sources"),
    ]


def test_where_few_say_where_they_are_from_none_has_to() -> None:
    records = kept()
    for i in range(7):
        case.member(i, sources=())(records)
    assert reviewed(records) == ()


def test_a_name_alike_everywhere_lacks_no_language() -> None:
    alike = Organization(id="jp/midori/carrier", name={"und": "ECPAT"})
    assert (
        reviewed(spoiled(case.presenter(2, Organization(name={"und": "Thorn"})), case.member(6, organization=alike)))
        == ()
    )


def test_one_material_may_be_named_at_two_items() -> None:
    same = kept().meetings[2].program[2].materials  # type: ignore[union-attr] # a presentation
    assert reviewed(spoiled(item(2, 5, materials=same))) == ()


def test_the_past_may_be_told_under_its_names() -> None:
    aim = {
        "ja": "みどり県青少年安全協議会として発足した。",
        "en": "It was founded as the Midori Council for the Safety of Youth.",
    }
    assert reviewed(spoiled(at(4, aim=aim))) == ()


def test_ids_that_end_in_something_else_are_left_alone() -> None:
    months = [
        attrs.evolve(meeting(WORKING, n, (2022, 2 * n, 8)), id=f"jp/midori-council/working/2022/{2 * n}")
        for n in (1, 2, 3)
    ]
    assert matter(review(None, months, today=TODAY, holidays=())) == []


def test_another_place_is_a_move_and_a_fuller_name_is_none() -> None:
    planned = meeting(GENERAL, 1, (2026, 12, 4), held=False)
    elsewhere = attrs.evolve(HALL, name={"ja": "市民会館", "en": "Civic Hall"}, postal_address=None)
    states = [attrs.evolve(planned, status=MeetingStatus.TENTATIVE), attrs.evolve(planned, venues=[elsewhere])]
    assert places(review(None, states, today=TODAY, holidays=())) == [("sequence", "meetings[1].sequence")]
    states[1] = attrs.evolve(planned, venues=[attrs.evolve(HALL, room={"ja": "第2会議室", "en": "Conference Room 2"})])
    assert review(None, states, today=TODAY, holidays=()) == ()


@pytest.mark.parametrize("name", [{"en": "YAMADA Taro"}, {"ja": "山田"}, {"ja": "緑川 花子", "en": "Ms Midorikawa"}])
def test_a_contact_is_no_person(name: dict[str, str]) -> None:
    assert "contact_is_a_person" in {one.code for one in reviewed(spoiled(case.contact(2, name=name)))}


@pytest.mark.parametrize(
    "name", [{"und": "Juvenile Affairs"}, {"und": "県民生活課"}, {"und": "事務局"}, {"und": "こどもまんなか"}]
)
def test_an_office_may_have_any_name(name: dict[str, str]) -> None:
    assert reviewed(spoiled(case.contact(2, name=name))) == ()


OFFICES = [
    ("学校指導課", True),
    ("県民生活課", True),
    ("都市計画課", True),
    ("市民部", True),
    ("内閣府男女共同参画局", False),
    ("秋田県教育庁生涯学習課", False),
    ("青葉市学校指導課", False),
    ("子供会議事務局", False),
]


@pytest.mark.parametrize(("name", "is_alone"), OFFICES)
def test_an_office_says_of_which_agency_it_is(name: str, is_alone: bool) -> None:  # noqa: FBT001 - told by its name
    post = Post(title={"ja": "長", "en": "Head"}, organization=Organization(name={"ja": name, "en": "Office"}))
    assert bool(reviewed(spoiled(item(2, 1, speaker=post)))) is is_alone


def test_a_page_of_all_meetings_may_be_the_page_of_each() -> None:
    url = "https://www.council.example.jp/"
    assert reviewed(spoiled(at(0, url=url), at(1, url=url), at(2, url=url))) == ()


@pytest.mark.parametrize(
    ("ja", "is_other"), [("12月7日(月)に開催します。", True), ("12月4日(金)に開催します。", False)]
)
def test_a_notice_names_the_day_of_the_meeting(ja: str, is_other: bool) -> None:  # noqa: FBT001 - told by its name
    assert bool(reviewed(spoiled(at(11, notice={"ja": ja, "en": "Please come."})))) is is_other


@given(archives(), days)
def test_any_archive_is_reviewed_and_every_finding_has_its_place_and_words(archive: Archive, today: dt.date) -> None:
    for council in archive.councils or (None,):
        findings = review(council, archive.meetings, today=today, organizations=archive.organizations, holidays=[today])
        for finding in findings:
            assert not finding.path.startswith("meetings[") or finding.values["meeting"]
            assert all(format_finding(finding, locale=locale) for locale in ("en", "ja"))


@given(archives(), days)
def test_a_rule_left_out_changes_nothing_else(archive: Archive, today: dt.date) -> None:
    findings = review(None, archive.meetings, today=today, holidays=())
    for code in {finding.code for finding in findings}:
        others = tuple(finding for finding in findings if finding.code != code)
        assert review(None, archive.meetings, today=today, holidays=(), without=[code]) == others
