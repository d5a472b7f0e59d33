from __future__ import annotations

import datetime as dt

import attrs
import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InvalidValue
from csegroup.documents import Calendar, DateForm, Style
from csegroup.wording import format_day, parse_date

DAY = dt.date(2022, 2, 8)
STYLES = st.builds(Style, calendar=st.none() | st.sampled_from(Calendar), dates=st.sampled_from(DateForm))
LOCALES = st.sampled_from(["ja", "en", "en-GB", "ja-u-ca-gregory", "en-u-ca-japanese", "ja-u-nu-fullwide"])


def refused(text: str, locale: str | None = None) -> tuple[str, str]:
    error = strategy.refused(parse_date, text=text, locale=locale)
    assert error.field == "text"
    return error.code, error.message


@pytest.mark.parametrize(
    "text",
    [
        "令和4年2月8日(火)",
        "令和４年２月８日（火）",
        "令和4年2月8日(火曜日)",
        "令和4年2月8日",
        " \u3000令和4年2月8日(火)\n",
        "2022年2月8日（火）",
        "２０２２年２月８日",
        "令和4年(2022年)2月8日(火)",
        "令和４年（２０２２年）２月８日",
        "February 8, 2022 (Tuesday)",
        "February 8, 2022",
        "February 8, 2022 （Tue）",
        "feb 8, 2022 (tuesday)",
        "Tuesday, February 8, 2022",
        "Tue, Feb 8, ２０２２",
        "Tuesday 8 February 2022",
        "8 February\u00a02022",
        "February 8, Reiwa 4 (Tuesday)",
        "February 8, 2022 (Reiwa 4)",
    ],
)
def test_a_day_is_read_in_each_form(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成29年10月27日(金)", "2017-10-27"),
        ("令和元年5月1日(水)", "2019-05-01"),
        ("令和1年5月1日(水)", "2019-05-01"),
        ("May 1, Reiwa 1 (Wednesday)", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("大正元年7月30日", "1912-07-30"),
        ("December 24, Taishō 15 (Friday)", "1926-12-24"),
        ("明治6年1月1日", "1873-01-01"),
        ("1872年12月31日", "1872-12-31"),
        ("令和6年2月29日(木)", "2024-02-29"),
    ],
)
def test_a_day_is_read_at_the_edges(text: str, day: str) -> None:
    assert str(parse_date(text)) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "　",
        "2022-02-08",
        "令和4年2月8日(火",
        "令和4年2月8日[火]",
        "令和4年2月8日()",
        "令和四年二月八日",
        "慶応4年9月8日",
        "2022年2月8日(Tuesday)",
        "February 8, Reiwa 元",
        "F 8, 2022",
        "٢٠٢٢年2月8日",
        "令和4年2月8日(火)\U000e0100",
        "令和4年2月8日(𠮷)",
        "ﾚｲﾜ4年2月8日",
        "か\u3099",
        "\ud800",
        "1" * 10_000,
        "(" * 10_000,
        "令和4年2月8日" + "(" * 10_000,
    ],
)
def test_what_is_in_no_form_is_refused_with_an_example(text: str) -> None:
    code, message = refused(text)
    assert code == "day"
    assert message.startswith("is a day such as 令和4年2月8日(火), not ")
    assert refused(text, "en")[1].startswith("is a day such as February 8, 2022 (Tuesday), not ")


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("令和4年2月8日(月)", "weekday", "is 2022-02-08, which is a 火曜日, not '月'"),
        ("2022年2月8日（月曜日）", "weekday", "is 2022-02-08, which is a 火曜日, not '月曜日'"),
        ("Mon, February 8, 2022", "weekday", "is 2022-02-08, which is a Tuesday, not 'mon'"),
        ("令和4年(2021年)2月8日", "era", "names two years: year 4 of 令和 is 2022, not 2021"),
        ("令和元年(2020年)5月1日", "era", "names two years: year 1 of 令和 is 2019, not 2020"),
        ("令和0年2月8日", "era", "names a year 0 of 令和"),
        ("昭和64年1月8日", "era", "is 1989-01-08, and 昭和 ends on 1989-01-07; write 平成元年"),
        ("平成31年5月1日", "era", "is 2019-05-01, and 平成 ends on 2019-04-30; write 令和元年"),
        ("平成34年2月8日", "era", "is 2022-02-08, and 平成 ends on 2019-04-30; write 令和4年"),
        ("令和元年4月30日", "era", "is 2019-04-30, and 令和 begins on 2019-05-01; write 平成31年"),
        ("May 1, Heisei 31", "era", "is 2019-05-01, and heisei ends on 2019-04-30; write Reiwa 1"),
        ("昭和元年12月24日(金)", "era", "is 1926-12-24, and 昭和 begins on 1926-12-25; write 大正15年"),
        ("明治5年12月31日", "range", "is 1872-12-31, and the imperial calendar was lunisolar before 1873-01-01"),
        ("2022年2月29日", "day", "is no day: there is no 2022-02-29"),
        ("February 30, 2022", "day", "is no day: there is no 2022-02-30"),
        ("令和4年13月8日(火)", "day", "is no day: there is no 2022-13-08"),
        ("0年1月1日", "day", "is no day: there is no 0-01-01"),
    ],
)
def test_a_form_whose_parts_do_not_agree_is_refused(text: str, code: str, message: str) -> None:
    assert refused(text) == (code, message)


def test_what_is_no_text_is_refused() -> None:
    error = strategy.refused(parse_date, text=20220208)
    assert (error.code, error.field) == ("type", "text")


def test_a_language_without_words_is_refused() -> None:
    error = strategy.refused(parse_date, text="8 de febrero de 2022", locale="es")
    assert (error.code, error.field) == ("locale", "locale")


@given(strategy.days, LOCALES, STYLES)
def test_what_is_written_is_read(day: dt.date, locale: str, style: Style) -> None:
    text = format_day(day, locale=locale, style=style)
    assert parse_date(text, locale=locale) == day
    assert parse_date(text) == day


@given(strategy.days, st.integers(1, 6), st.sampled_from(["ja", "en", "en-GB"]))
def test_another_weekday_is_refused(day: dt.date, off: int, locale: str) -> None:
    letters = "E" if locale == "ja" else "EEEE"
    right, wrong = (
        format_date(one, letters, locale=locale.replace("-", "_")) for one in (day, day + dt.timedelta(days=off))
    )
    assert refused(wrong.join(format_day(day, locale=locale).rsplit(right, 1)), locale)[0] == "weekday"


def read_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_date(text), dt.date)
    except InvalidValue as error:
        assert error.field == "text"  # noqa: PT017 - both outcomes are right
        assert error.code in {"day", "weekday", "era", "range"}  # noqa: PT017 - likewise


@given(st.one_of(st.text(), st.text("令和平成昭明治大正元年月日火()（）0129０９ ,FebruaryTd")))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    read_or_refused(text)


@given(strategy.days, LOCALES, STYLES, st.data())
def test_a_near_miss_is_a_day_or_refused(day: dt.date, locale: str, style: Style, data: st.DataObject) -> None:
    text = format_day(day, locale=locale, style=attrs.evolve(style))
    at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 2))
    put = data.draw(st.text("0129０元平昭年月日火(（) ,deFy\ud800𠮷\u3099", max_size=3))
    read_or_refused(text[:at] + put + text[at + cut :])
