from __future__ import annotations

import email.utils
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InvalidValue
from csegroup.ical.addresses import a_name, address_in, an_address, key_of, name_and_address, uri_of

# What ends a line or turns text round for one program or another.
INJECTED = ["\r", "\n", "\r\n", "\0", "\x0b", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ud800"]


def refusal(text: str) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        name_and_address("email", text)
    return caught.value


@pytest.mark.parametrize("value", ["taro@example.go.jp", "太郎@例え.jp", "o'neil+x@example.go.jp", "t@XN--R8JZ45G.jp"])
def test_an_address_is_one_that_mail_can_be_sent_to(value: str) -> None:
    an_address("email", value)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("secret", "; one @ and a domain with a dot are missing"),
        ("secret@secret@example.jp", "; one @ and a domain with a dot are missing"),
        ("秘密 <secret@example.jp>", "; give the name apart from it"),
        ("secret @example.jp", "; take the blank out"),
        ("secret@example.jp\nBcc: all@example.jp", "; it has a control character or a line break"),
        ("secret@-example.jp", ""),
        ("secret@xn--a.jp", ""),
    ],
)
def test_a_wrong_address_is_told_why_and_is_not_shown(value: str, hint: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        an_address("email", value)
    assert str(caught.value) == f"email: is no e-mail address such as office@example.go.jp{hint}"


@pytest.mark.parametrize("value", [None, 5, b"secret@example.jp", ["secret@example.jp"], "secret" * 1000 + "@e.jp"])
def test_what_is_no_text_or_far_too_long_is_no_address(value: object) -> None:
    with pytest.raises(InvalidValue, match="is a text such as") as caught:
        an_address("email", value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("mark", INJECTED)
@given(address=strategy.emails, place=st.integers(0, 40))
def test_no_address_and_no_name_holds_a_line_break_or_a_mark_that_turns_text(
    mark: str, address: str, place: int
) -> None:
    for check, value in ((an_address, address), (a_name, "𠮷田 花子, O'Neil")):
        at = place % (len(value) + 1)
        with pytest.raises(InvalidValue):
            check("email", value[:at] + mark + value[at:])
    text = f"𠮷田　花子 <{address}>"
    at = place % (len(text) + 1)
    with pytest.raises(InvalidValue):
        name_and_address("email", text[:at] + mark + text[at:])


@pytest.mark.parametrize("value", [None, 5, ["秘密"], b"secret"])
def test_a_name_is_a_text_and_is_not_shown(value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        a_name("name", value)
    assert str(caught.value) == "name: is a text"


def test_a_name_has_no_double_quote() -> None:
    with pytest.raises(InvalidValue, match="take ' or 「」"):
        a_name("name", '髙橋 "ken"')


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("山田太郎 <taro@example.jp>", "山田太郎", "taro@example.jp"),
        ("山田　太郎<taro@example.jp>", "山田　太郎", "taro@example.jp"),
        ("髙橋(課長) <taro@example.jp>", "髙橋(課長)", "taro@example.jp"),
        ("Ann  O'Neil Jr. <ann@example.jp>", "Ann  O'Neil Jr.", "ann@example.jp"),
        ('"O\'Neil, Ann" <ann@example.jp>', "O'Neil, Ann", "ann@example.jp"),
        ('"a\\"b\\\\" <ann@example.jp>', 'a"b\\', "ann@example.jp"),
        ("👨\u200d👩\u200d👧 ｶﾅﾞ <太郎@例え.jp>", "👨\u200d👩\u200d👧 ｶﾅﾞ", "太郎@例え.jp"),
        ("<taro@example.jp>", "", "taro@example.jp"),
        ("taro@example.jp", "", "taro@example.jp"),
    ],
)
def test_a_name_stands_before_an_address_as_it_was_written(text: str, name: str, address: str) -> None:
    assert name_and_address("email", text) == (name, address)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Secret, Ann <secret@example.jp>", "is not one e-mail address"),
        ("secret@example.jp <secret@example.jp>", "is not one e-mail address"),
        ("secret <secret@example.jp> <secret@example.jp>", "is not one e-mail address"),
        ("secret@example.jp, secret@example.jp", "take the blank out"),
        ("group:secret <secret@example.jp>;", "give the name apart"),
        ("<secret@example.jp", "give the name apart"),
        ("secret <secret@example.jp> x", "give the name apart"),
        ("secret <>", "is no e-mail address"),
        (" secret@example.jp", "a blank at an end"),
        ("", "is empty"),
        ("a" + " " * 100_000 + "secret@example.jp", "longer than any"),
    ],
)
def test_what_is_not_one_address_is_refused_and_not_shown(text: str, message: str) -> None:
    error = refusal(text)
    assert message in error.message
    assert "ecret" not in str(error)


@given(text=st.text() | st.text('ab@.,;:"\\<>() \n山\ud800'))
def test_any_text_is_a_name_and_an_address_or_an_invalid_value(text: str) -> None:
    with suppress(InvalidValue):
        name, address = name_and_address("email", text)
        assert text.endswith((address, f"{address}>"))
        assert len(name) + len(address) <= len(text)


@given(name=strategy.person_names, address=strategy.emails)
def test_what_the_standard_library_writes_is_read_as_it_was(name: str, address: str) -> None:
    quoted = '"' + name.replace("\\", "\\\\") + '"'
    assert name_and_address("email", f"{quoted} <{address}>") == (name, address)
    if address.isascii() and name.isascii():
        assert name_and_address("email", email.utils.formataddr((name, address))) == (name, address)


@given(address=strategy.emails)
@example("a?subject=x&cc=y@example.jp")
@example("100%25+x@example.jp")
def test_a_calendar_address_is_ascii_and_is_read_back(address: str) -> None:
    uri = uri_of(address)
    assert uri.isascii()
    assert uri.count(":") == uri.count("@") == 1
    assert not set('?&,; \r\n"') & set(uri)
    local, _, domain = address.rpartition("@")
    assert address_in(uri) == f"{local}@{'xn--r8jz45g.jp' if domain == '例え.jp' else domain}"
    assert key_of(address_in(uri)) == key_of(address)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("MAILTO:Taro@example.jp", "Taro@example.jp"),
        ("mailto: taro@example.jp?subject=x", "taro@example.jp"),
        ("taro@example.jp", "taro@example.jp"),
        (" 50%41?@example.jp ", "50%41?@example.jp"),
        ("invalid:nomail", "invalid:nomail"),
        ("", ""),
    ],
)
def test_a_calendar_address_of_another_program_is_read_as_it_is_written(uri: str, address: str) -> None:
    assert address_in(uri) == address


@given(address=strategy.emails, capitals=st.lists(st.booleans(), min_size=60, max_size=60))
def test_spellings_in_capitals_and_in_idna_have_one_key(address: str, capitals: list[bool]) -> None:
    spelled = "".join(one.upper() if up else one for one, up in zip(address, capitals, strict=False))
    assert key_of(spelled) == key_of(address)
    assert key_of(spelled.replace("例え.", "XN--R8JZ45G.")) == key_of(address)
    assert key_of(spelled.replace("例え.", "例え。")) == key_of(address)


@given(one=strategy.emails, other=strategy.emails)
def test_two_addresses_have_two_keys(one: str, other: str) -> None:
    ascii_one, ascii_other = (value.lower().replace("例え", "xn--r8jz45g") for value in (one, other))
    assert (key_of(one) == key_of(other)) == (ascii_one == ascii_other)


@given(text=st.text())
@example("a@" + "例" * 300)
@example("a@\ud800")
def test_any_text_has_a_key(text: str) -> None:
    assert key_of(text) == key_of(text)


@pytest.mark.parametrize(("one", "other"), [("é@example.jp", "e\u0301@example.jp"), ("ﾀﾛｳ@例え.jp", "ﾀﾛｳ@例え。jp")])
def test_composed_and_decomposed_spellings_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize("email", ["ａ@example.go.jp", "taro@ｅxample.go.jp", "ﾀﾛｳ@example.jp"])
def test_an_address_in_full_width_is_a_slip_of_the_keyboard(email: str) -> None:
    with pytest.raises(InvalidValue, match="has full-width or other compatibility characters"):
        an_address("email", email)
