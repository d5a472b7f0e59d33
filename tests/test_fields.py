from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, LocalizedText, Meeting, Organization
from csegroup.fields import (
    Check,
    Extensions,
    a_country,
    a_day,
    a_line,
    a_string,
    a_url,
    all_different,
    an_id,
    an_instance,
    each,
    optional,
    to_extensions,
    to_strings,
    tuple_of,
    whole_number,
)

NAME = {"ja": "専門家会合"}


def _error(one: Check, value: object) -> tuple[str, str, str]:
    error = strategy.refused(one, field="field", value=value)
    return error.code, error.field, error.message


@pytest.mark.parametrize("value", [True, False, 6.0, "6", "６", None, [6]])
def test_a_number_is_an_int_and_no_bool(value: object) -> None:
    assert _error(whole_number(1), value) == ("type", "field", f"is a whole number, not {value!r}")


@pytest.mark.parametrize("value", [0, -1])
def test_a_number_below_the_least_is_refused(value: int) -> None:
    assert _error(whole_number(1), value) == ("range", "field", f"is 1 or more, not {value}")


@pytest.mark.parametrize("digits", [4_000, 5_000])
def test_a_number_of_any_length_is_refused_by_a_rule_of_the_model(digits: int) -> None:
    code, _, message = _error(whole_number(1), -(10**digits))
    assert code == "range"
    assert message.startswith("is 1 or more, not ")


def test_the_least_number_and_any_date_are_taken() -> None:
    whole_number(1)("field", 1)
    whole_number(0)("field", 0)
    a_day("field", dt.date(1, 1, 1))


@pytest.mark.parametrize(
    "value", [dt.datetime(2022, 2, 8, tzinfo=dt.timezone.utc), "2022-02-08", 20220208, (2022, 2, 8), None]
)
def test_a_day_is_a_date_without_an_hour(value: object) -> None:
    code, field, message = _error(a_day, value)
    assert (code, field) == ("type", "field")
    assert message.startswith("is a datetime.date, without an hour, not ")


@pytest.mark.parametrize(
    "value",
    [
        *[
            "https://www.npa.go.jp",
            "http://example.org:8080/a%E8%AD%A6/~b;c=1?d[]=2&e=(3)#!f",
            "https://[2001:db8::1]/",
        ],
        *[
            "https://例え.jp.example.org/"[:8] + "xn--r8jz45g.jp/",
            "https://example.org?q=1",
            "https://example.org#place",
        ],
    ],
)
def test_a_whole_web_address_is_taken(value: str) -> None:
    a_url("field", value)


@pytest.mark.parametrize(
    "value",
    [
        *[
            "",
            "www.npa.go.jp",
            "ftp://example.org/",
            "javascript:alert(1)",
            "HTTPS://example.org/",
            "https:///path",
            None,
        ],
        *[
            "https://user:secret@example.org/",
            "https://example.org/警察",
            "https://例え.jp/",
            "https://example.org/a b",
        ],
        *["https://example.org/%zz", "https://example.org/\n", 'https://example.org/"', "https://example.org/<b>"],
        *["https://example.org/\\", "https://example.org/{id}", b"https://example.org/"],
    ],
)
def test_what_is_no_whole_web_address_is_refused(value: object) -> None:
    assert _error(a_url, value) == (
        "url",
        "field",
        f"is a whole http or https address, percent-encoded, without a password, not {value!r}",
    )


@pytest.mark.parametrize("value", ["jp/npa", "jp/cse-council/general/2017-10-27", "a", "a" * 200, "a.b_c-d/e", "0"])
def test_an_id_is_small_letters_and_digits_with_single_marks_between(value: str) -> None:
    an_id("field", value)


@pytest.mark.parametrize(
    "value", ["", "JP/npa", "jp//npa", "/jp", "jp/", "jp npa", "警察庁", "a" * 201, "a-_b", "a\n", "ａ", "a٣", None, 6]
)
def test_what_is_no_id_is_refused(value: object) -> None:
    code, field, message = _error(an_id, value)
    assert (code, field) == ("form", "field")
    assert message.startswith("is an id of a-z, 0-9 and single . _ - or / such as 'jp/npa', not ")


@pytest.mark.parametrize("value", ["jp", "JPN", "Japan", "ＪＰ", "", None])
def test_a_country_is_two_capital_letters(value: object) -> None:
    code, _, message = _error(a_country, value)
    assert code == "form"
    assert "two capital letters of ISO 3166-1 such as 'JP'" in message


@pytest.mark.parametrize("value", ["5-1", "別紙", "03-3581-0141（代表）", "福\ufa1b"])
def test_a_string_is_taken_as_it_is(value: str) -> None:
    a_string("field", value)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "blank"),
        ("別紙 ", "blank"),
        ("資料\n1", "newline"),
        ("\x00", "character"),
        ("か\u3099", "composition"),
        (1, "type"),
    ],
)
def test_a_string_keeps_the_rules_of_a_text_on_one_line(value: object, code: str) -> None:
    assert _error(a_string, value)[:2] == (code, "field")


def test_a_line_break_in_a_line_is_told_by_its_language() -> None:
    a_line("field", LocalizedText({"en": "Aim", "ja": "目的"}))
    error = _error(a_line, LocalizedText({"en": "Aim", "ja": "目的\n会議"}))
    assert error == ("newline", "field.ja", "stands on one line; take the line break out")


def test_only_the_named_classes_are_instances() -> None:
    an_instance(str, int)("field", "警察庁")
    assert _error(an_instance(str, int), 1.5) == ("type", "field", "needs str or int, not 1.5")


def test_none_is_left_where_a_field_is_optional() -> None:
    optional(an_id)("field", None)
    assert _error(optional(an_id), "")[0] == "form"


@pytest.mark.parametrize("value", ["警察庁", b"x", {"ja": "警察庁"}, None, 5, AttendeeKind.PRIVATE])
def test_what_is_no_list_is_refused_with_its_value(value: object) -> None:
    kept: object = tuple_of(value)  # type: ignore[arg-type] # what a user without a type checker may give
    assert kept is value
    assert _error(each(a_string), kept) == ("type", "field", f"is a list, not {value!r}")


@pytest.mark.parametrize("value", [["a", "b"], ("a", "b"), iter("ab"), {"a": 1, "b": 2}.keys(), (c for c in "ab")])
def test_any_iterable_is_kept_as_a_tuple(value: list[str]) -> None:
    assert to_strings(value) == ("a", "b")


def test_an_element_is_told_by_its_place() -> None:
    assert _error(each(a_string), ("a", "b", 3))[:2] == ("type", "field[2]")


def test_an_element_that_stands_twice_is_told_by_its_second_place() -> None:
    all_different("field", ("ja", "en"))
    assert _error(all_different, ("ja", "en", "ja")) == (
        "twice",
        "field[2]",
        "stands in the list twice; take one out",
    )


@given(st.sampled_from(AttendeeKind))
def test_a_choice_is_its_name_in_small_letters(word: AttendeeKind) -> None:
    assert word.value == word.name.lower()
    assert repr(word) == f"AttendeeKind.{word.name}"
    assert AttendeeKind(word.value) is word


@given(strategy.extensions)
def test_extensions_are_a_mapping_that_cannot_change(extensions: dict[str, str]) -> None:
    kept = Extensions(extensions)
    assert kept == extensions
    assert hash(kept) == hash(Extensions(dict(reversed(list(extensions.items())))))
    assert to_extensions(kept) is kept
    assert repr(kept) == repr(extensions)


@pytest.mark.parametrize("key", ["", "ministry", "x-", "X-id", "x-Id", "x_id", "x-警察", "x-id\n", 5, "$schema"])
def test_a_key_of_another_form_is_refused(key: object) -> None:
    error = strategy.refused(Organization, name=NAME, extensions={key: "1"})
    assert (error.code, error.field) == ("extension", "extensions")
    assert error.message == f"a key is x- and a-z, 0-9 or -, not {key!r}"


@pytest.mark.parametrize("value", [1, None, {"a": 1}, "\x00", "\x1b[0m", "\x85", "\ud800"])
def test_an_extension_is_a_string_without_control_characters(value: object) -> None:
    error = strategy.refused(Organization, name=NAME, extensions={"x-id": value})
    assert (error.code, error.field) == ("extension", "extensions.x-id")
    assert error.message == f"is a text without control characters, not {value!r}"


@pytest.mark.parametrize("value", ["x-id=1", None, 5, [("x-id", "1")]])
def test_extensions_that_are_no_mapping_are_refused(value: object) -> None:
    error = strategy.refused(Organization, name=NAME, extensions=value)
    assert (error.code, error.field, error.message) == ("type", "extensions", f"needs a mapping, not {value!r}")


def test_an_extension_holds_json_with_line_breaks() -> None:
    body = Organization(id="jp/example", name=NAME)
    meeting = Meeting(id="jp/example/6", body=body, extensions={"x-room": '{\n\t"階": [2]\n}\n'})
    assert meeting.extensions["x-room"] == '{\n\t"階": [2]\n}\n'
