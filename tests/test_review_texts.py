from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csegroup import Discussion, Meeting, MeetingStatus, Organization
from csegroup.review import review
from csegroup.review.text_days import impossible_days, named_days
from csegroup.wording.dates import day_in_words
from csegroup.wording.locales import words_for
from reviewed import TODAY

DAY = dt.date(2021, 6, 2)


def told(texts: dict[str, str], day: dt.date = DAY) -> set[str]:
    """Give the codes of what is found in a report of a meeting on a day."""
    meeting = Meeting(
        id="jp/mizuumi/8",
        body=Organization(id="jp/mizuumi", name=dict.fromkeys(texts, "Lake")),
        day=day,
        status=MeetingStatus.HELD,
        program=[Discussion(report=texts)],
    )
    return {one.code for one in review(None, [meeting], today=TODAY, holidays=()) if ".report" in one.path}


RIGHT = [
    {"de": "Die „Straßen“ – Teil II, die die Kinder betreffen."},
    {"pl": "„Dzieci” i rodzina"},
    {"sv": "”Barn” och ”familj”"},
    {"ru": "Обсуждение «семьи»; „защиты детей“"},
    {"fr": "« Oui » : l’échange ; voilà !"},
    {"en": "A “word “in” a word”, and rock ’n’ roll :)"},
    {"en": "Straße „x“"},
    {"en": "The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 111th and 112th"},
    {"en": "He said 「はい、そうです。」 (はい、)"},
    {"ja": "ニ短調とハ長調、カ行とタ行、イロハのロ号"},
    {"ja": "インターネット一一〇番、二コマ、一カ月、八ッ場ダム、八つ、カ所"},
    {"ja": "カナダへスタッフを、学校へスマホを、くらべテスト"},
    {"ja": "次第回収、次第回答、12月 日程調整、4年 月次報告"},
    {"ja": "24時間、48時間、第25時限、24時、2月29日、12/31"},
    {"ja": "次回は3月1日（火）に開く。"},
    {"ja": "昨年6月2日（火）の会議"},
    {"ja": "大正15年12月25日、昭和元年12月25日、明治45年7月30日、昭和64年1月7日、平成31年4月30日"},
    {"ja": "令和3年(2021年)6月2日(水)"},
    {"en": "In April 31 people came; May 30; Act No. 31; Wed., 2 June 2021; Wednesday, 2nd June 2021"},
]


@pytest.mark.parametrize("texts", RIGHT)
def test_what_is_right_is_left_alone(texts: dict[str, str]) -> None:
    assert told(texts) <= {"other_language"}


WRONG = [
    ({"en": "An “open word"}, "brackets"),
    ({"ja": "「開いた語"}, "brackets"),
    ({"fr": "Oui  , non"}, "double_space"),
    ({"en": "The 2th meeting"}, "ordinal"),
    ({"en": "The 11st meeting"}, "ordinal"),
    ({"en": "The 12nd meeting"}, "ordinal"),
    ({"en": "Done。"}, "japanese_mark"),
    ({"en": "XX Group"}, "placeholder"),
    ({"en": "The group of ___"}, "placeholder"),
    ({"en": "By [name]"}, "placeholder"),
    ({"ja": "第回会議"}, "placeholder"),
    ({"ja": "平成 年 月"}, "placeholder"),
    ({"ja": "口一マ字"}, "look_alike"),
    ({"ja": "力一ド"}, "look_alike"),
    ({"ja": "八ンドブック"}, "look_alike"),
    ({"ja": "卜イレ"}, "look_alike"),
    ({"ja": "ニ酸化炭素"}, "look_alike"),
    ({"ja": "ハ王子市"}, "look_alike"),
    ({"ja": "学習のぺージ"}, "look_alike"),
    ({"ja": "べスト"}, "look_alike"),
    ({"ja": "へルプデスク"}, "look_alike"),
    ({"ja": "4月31日"}, "no_day"),
    ({"ja": "２月３０日"}, "no_day"),
    ({"ja": "令和3年2月29日"}, "no_day"),
    ({"ja": "13月1日"}, "no_day"),
    ({"ja": "令和0年"}, "no_day"),
    ({"ja": "25時に始まる"}, "no_day"),
    ({"ja": "13時60分"}, "no_day"),
    ({"ja": "2021-02-30に"}, "no_day"),
    ({"en": "Feb 30, 2022"}, "no_day"),
    ({"en": "on 31 April"}, "no_day"),
    ({"en": "2022-02-30"}, "no_day"),
    ({"en": "at 25:00"}, "no_day"),
    ({"ja": "6月2日（火）の会議"}, "weekday_in_text"),
    ({"ja": "令和元年1月10日"}, "day_in_text"),
    ({"ja": "昭和65年1月1日"}, "day_in_text"),
    ({"ja": "令和3年(2020年)6月2日"}, "day_in_text"),
    ({"en": "Wednesday 8th February 2022"}, "day_in_text"),
]


@pytest.mark.parametrize(("texts", "code"), WRONG)
def test_what_is_wrong_is_told(texts: dict[str, str], code: str) -> None:
    assert told(texts) == {code}


@pytest.mark.parametrize(
    ("day", "is_told"), [(dt.date(2018, 6, 1), False), (dt.date(2019, 4, 30), False), (dt.date(2019, 5, 1), True)]
)
def test_a_year_of_an_era_was_right_while_nobody_knew_its_end(day: dt.date, is_told: bool) -> None:  # noqa: FBT001
    assert told({"ja": "平成32年3月31日まで"}, day) == ({"day_in_text"} if is_told else set())


NUMBERS = [
    ("第2回会議", "Third meeting", True),
    ("第2回会議", "Second meeting", False),
    ("第2号", "No. 3", True),
    ("第Ⅱ期行動計画", "Action Plan, Phase III", True),
    ("第Ⅱ期行動計画", "Action Plan, Phase II", False),
    ("会員3社", "4 companies", True),
    ("会員3社", "Four companies", True),
    ("会員３社", "Three companies", False),
    ("3社", "A company", False),
    ("30%の減", "A decrease of 50%", True),
    ("1,200人", "1,200 people", False),
    ("10万人", "100,000 people", False),
    ("14日間", "Two weeks", False),
    ("令和4年の実績", "Results of 2021", True),
    ("令和4年の実績", "Results of 2022", False),
    ("2022年度の実績", "Results of 2021", True),
    ("1980年代", "The 1990s", False),
    ("令和元年の実績", "Results of 2020", True),
    ("会議", "3 companies", False),
]


@pytest.mark.parametrize(("ja", "en", "is_told"), NUMBERS)
def test_numbers_are_those_of_the_other_language(ja: str, en: str, is_told: bool) -> None:  # noqa: FBT001
    assert ("numbers_differ" in told({"ja": ja, "en": en})) is is_told


@pytest.mark.parametrize("en", ["Plan of fiscal 2021", "Plan of fiscal year 2021", "Plan of FY2021", "Plan of Reiwa 3"])
def test_a_fiscal_year_is_that_of_the_other_language(en: str) -> None:
    assert told({"ja": "令和4年度の計画", "en": en}) == {"days_differ"}


@given(st.dates(dt.date(1873, 1, 1)), st.sampled_from(["ja", "en", "en-GB"]))
def test_a_day_as_it_is_printed_is_right(day: dt.date, locale: str) -> None:
    written = day_in_words(day, words_for(locale))
    assert [(one.day, one.is_right) for one in named_days(written)] == [(day, True)]
    assert impossible_days(written) == ()


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    for one in named_days(text):
        assert one.written
    assert all(impossible_days(text))
