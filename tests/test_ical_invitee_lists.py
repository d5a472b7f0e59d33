from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, LoadError
from csegroup.ical import Invitee, InviteeRole
from csegroup.ical.invitee_lists import read_invitees

COLUMNS = ["email", "name", "language", "role", "time_zone", "kind", "join_url", "passcode"]
LISTED = "email, name, language, role, time_zone, kind, join_url, passcode"
TARO = Invitee(email="taro@example.go.jp")


def read(text: str, encoding: str = "utf-8") -> tuple[Invitee, ...]:
    return read_invitees(io.BytesIO(text.encode(encoding)), encoding=encoding)


def problems(data: str | bytes, encoding: str = "utf-8") -> list[str]:
    with pytest.raises(LoadError) as caught:
        read_invitees(io.BytesIO(data.encode() if isinstance(data, str) else data), encoding=encoding)
    found = str(caught.value)
    assert "ecret" not in found
    assert "秘密" not in found
    return found.split("\n")


def written(invitees: Sequence[Invitee], columns: Sequence[str], newline: str = "\r\n") -> str:
    """Write invitees as a spreadsheet does."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator=newline)
    writer.writerow(columns)
    for one in invitees:
        cells = {
            "email": one.email,
            "name": one.name,
            "language": " ".join(one.language),
            "role": one.role.value,
            "time_zone": one.time_zone and one.time_zone.key,
            "kind": one.kind and one.kind.value,
            "join_url": one.join_url,
            "passcode": one.passcode,
        }
        writer.writerow(cells[column] for column in columns)
    return file.getvalue()


_lists = st.lists(
    strategy.invitees, max_size=5, unique_by=lambda one: one.email.casefold().replace("例え", "xn--r8jz45g")
)


@given(invitees=_lists, columns=st.permutations(COLUMNS), newline=st.sampled_from(["\r\n", "\n", "\r"]))
def test_invitees_are_read_as_a_spreadsheet_writes_them(
    invitees: list[Invitee], columns: list[str], newline: str
) -> None:
    text = written(invitees, columns, newline)
    for encoding in ("utf-8", "utf-8-sig"):
        data = text.encode(encoding)
        assert read_invitees(io.BytesIO(data)) == tuple(invitees)
        assert read_invitees(io.BytesIO(data), encoding="utf-8-sig") == tuple(invitees)
    for encoding in ("cp932", "shift_jis", "euc_jp", "utf-16"):
        with suppress(UnicodeEncodeError):
            if text.encode(encoding).decode(encoding) == text:  # which shift_jis is not of every character it writes
                assert read(text, encoding) == tuple(invitees)


@given(invitees=_lists)
def test_a_name_may_stand_before_the_address(invitees: list[Invitee]) -> None:
    together = io.StringIO(newline="")
    writer = csv.writer(together)
    writer.writerow(["email"])
    for one in invitees:
        name = (one.name or "").replace("\\", "\\\\")
        writer.writerow([f'"{name}" <{one.email}>' if name else f"<{one.email}>"])
    assert read(together.getvalue()) == tuple(Invitee(email=one.email, name=one.name) for one in invitees)


def test_a_file_is_read_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "招待.csv"
    path.write_bytes("email,role\r\n山田太郎 <taro@example.go.jp>,chair\r\n".encode())
    wanted = (Invitee(email="taro@example.go.jp", name="山田太郎", role=InviteeRole.CHAIR),)
    assert read_invitees(path) == read_invitees(str(path)) == wanted
    with pytest.raises(FileNotFoundError):
        read_invitees(tmp_path / "none.csv")


def test_each_column_is_read() -> None:
    row = "taro@example.go.jp,山田太郎,en  ja,observer,Europe/London,private,https://meet.example.go.jp/1,0012"
    assert read(f"{','.join(COLUMNS)}\n{row}\n") == (
        Invitee(
            email="taro@example.go.jp",
            name="山田太郎",
            language=("en", "ja"),
            role=InviteeRole.OBSERVER,
            time_zone=ZoneInfo("Europe/London"),
            kind=AttendeeKind.PRIVATE,
            join_url="https://meet.example.go.jp/1",
            passcode="0012",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "email\ntaro@example.go.jp",
        "\n \r\nemail\n\n\ntaro@example.go.jp\n,,\n\n",
        "name,email,role\n,taro@example.go.jp,\n",
        "email,name,role\ntaro@example.go.jp\n",
        "email,,\ntaro@example.go.jp,,,,\n",
        "email" + "," * 255 + "\ntaro@example.go.jp",
        'email,role\n"taro@example.go.jp"," "\n',
        "email,role\ntaro@example.go.jp,　\n",
    ],
)
def test_empty_lines_and_empty_cells_say_nothing(text: str) -> None:
    assert read(text) == (TARO,)


def test_the_names_of_the_columns_alone_invite_nobody() -> None:
    assert read("email,name\r\n") == ()


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", [f"line 1: is missing, for the file is empty; it names the columns: {LISTED}"]),
        ("\n , ,\n", [f"line 1: is missing, for the file is empty; it names the columns: {LISTED}"]),
        ("name,role", [f"line 1: has no column 'email'; the columns are {LISTED}"]),
        ("\n\nname,role", [f"line 3: has no column 'email'; the columns are {LISTED}"]),
        (
            "email,name,email,name",
            [
                "line 1, column 3: is 'email', as column 1 is; take one out",
                "line 1, column 4: is 'name', as column 2 is; take one out",
            ],
        ),
        ("secret@example.jp,秘密", [f"line 1: has an address, but the first line names the columns: {LISTED}"]),
        ("email;name", ["line 1: has semicolons between its cells; save the file as 'CSV UTF-8', with commas"]),
        ('"email";"name"', ["line 1: has semicolons between its cells; save the file as 'CSV UTF-8', with commas"]),
        ("email" + "," * 256, [f"line 1: has more than 256 columns; these are known: {LISTED}"]),
        ("email\tname", ["line 1: has tabs between its cells; save the file as 'CSV UTF-8', with commas"]),
    ],
)
def test_a_header_that_is_wrong_is_told_how_it_should_be(header: str, found: list[str]) -> None:
    assert problems(header) == found


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Email", "email"),
        (" email", "email"),
        ("e-mail", "email"),
        ("mail", "email"),
        ("Time Zone", "time_zone"),
        ("timezone", "time_zone"),
        ("Languages", "language"),
        ("pass code", "passcode"),
        ("join-url", "join_url"),
        ("役職", None),
    ],
)
def test_an_unknown_column_is_told_the_nearest_one(name: str, near: str | None) -> None:
    all_columns = ", ".join(map(repr, COLUMNS))
    hint = f"; did you mean {near!r}?" if near else ""
    assert problems(f"role,{name}\n") == [f"line 1, column 2: is {name!r}, which is none of {all_columns}{hint}"]


def test_a_first_line_that_is_no_head_is_not_shown() -> None:
    assert [one.partition(" 'email'")[0] for one in problems("秘密,secret\n")] == [
        "line 1, column 1: is one of",
        "line 1, column 2: is one of",
    ]


BLANK = "is empty, or has an empty line or a blank at an end; take it out"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            "secret",
            "email: is no e-mail address such as office@example.go.jp; one @ and a domain with a dot are missing",
        ),
        (",秘密", "email: is missing"),
        ("secret@example.jp ", "email: is no e-mail address such as office@example.go.jp; take the blank out"),
        ("秘密 <secret@>", "email: is no e-mail address such as office@example.go.jp"),
        ('"秘密\n秘密 <secret@example.jp>"', "email: stands on one line; take the line break out"),
        ("Secret <secret@example.jp>,秘密", "name: is not the name before the address; take one of the two out"),
        ('secret@example.jp,"秘密\n秘密"', "name: stands on one line; take the line break out"),
        ("secret@example.jp,秘密 ", f"name: {BLANK}"),
        ('secret@example.jp,"秘""密"', "name: has a \", which not all calendar programs read; take ' or 「」"),
        ("secret@example.jp,秘\u202e密", "name: holds U+202E, which no text may hold; take it out"),
        ("secret@example.jp,,秘密", "language: needs BCP 47 language tags such as 'ja' or 'en-GB', one at least"),
        ("secret@example.jp,,ja Secret", "language: needs BCP 47 language tags such as 'ja' or 'en-GB', one at least"),
        (
            "secret@example.jp,,,Chair",
            "role: is one of 'chair', 'required', 'optional', 'observer'; did you mean 'chair'?",
        ),
        ("secret@example.jp,,,秘密", "role: is one of 'chair', 'required', 'optional', 'observer'"),
        (
            "secret@example.jp,,,,Secret",
            "time_zone: is the IANA name of a time zone such as 'Asia/Tokyo' or 'Europe/London'",
        ),
        (
            "secret@example.jp,,,,,secret",
            "kind: is one of 'private', 'international', 'government', 'prefectural_police', 'other'",
        ),
        (
            "secret@example.jp,,,,,,meet.example.jp/secret",
            "join_url: is a whole http or https address, percent-encoded",
        ),
        ("secret@example.jp,,,,,,,secret ", f"passcode: {BLANK}"),
        (
            "secret@example.jp,,,,,,,,secret",
            "column 9: holds something, but the line of the column names has none for it",
        ),
    ],
)
def test_a_wrong_cell_is_named_by_its_line_and_its_column_and_is_not_shown(row: str, found: str) -> None:
    [told] = problems(f'{LISTED.replace(" ", "")}\n\n"taro@example.go.jp","山"\n{row}\nhana@example.go.jp\n')
    assert told.startswith(f"line 4, {found}")


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = """email,name,role,kind,
secret,秘密 ,x,y,z
"taro@example.go.jp","秘
密
密",chair,private
hana@example.go.jp,,chairs
,ok,x
hana@example.go.jp
Secret <secret@>,秘密,x
"""
    assert [problem.split(": ")[0] for problem in problems(text)] == [
        "line 2, column 5",
        "line 2, email",
        "line 2, name",
        "line 2, role",
        "line 2, kind",
        "line 3, name",
        "line 6, role",
        "line 7, email",
        "line 7, role",
        "line 9, email",
        "line 9, role",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("again", ["secret@example.jp", "SECRET@Example.jp", "秘密 <secret@example.jp>"])
def test_the_same_person_twice_is_named_by_both_lines(again: str, newline: str) -> None:
    text = newline.join(["email", "taro@example.go.jp", "secret@example.jp", "", again, again])
    assert problems(text) == [
        f"line {line}, email: is that of line 3 a second time; take one of the lines out" for line in (5, 6)
    ]


@pytest.mark.parametrize(
    "row",
    ['secret@example.jp,"秘密', '"secret" <secret@example.jp>', 'secret@example.jp,"秘"密"\n\n', '"' + "秘" * 200_000],
)
def test_a_lone_quote_is_named_by_the_line_that_has_it(row: str) -> None:
    told = 'is no CSV from here on; look for a " that is not closed, or stands alone in a quoted cell'
    assert problems(f"email,name\n\ntaro@example.go.jp\n{row}\nhana@example.go.jp\n") == [f"line 4: {told}"]
    assert problems(f"email,name\nsecret\n{row}")[1:] == [f"line 3: {told}"]


def test_a_lone_quote_among_the_names_of_columns_is_told() -> None:
    assert problems('email,"name\ntaro@example.go.jp,山')[0].startswith('line 1: is no CSV from here on; look for a "')


CP932 = "is not UTF-8 but looks like Excel's Shift_JIS; give encoding='cp932', or save the file as 'CSV UTF-8'"
UTF_16 = "the file is not utf-8 but UTF-16, which Excel calls Unicode text; save the file as 'CSV UTF-8'"
JAPANESE = "email,name\r\ntaro@example.go.jp,髙橋①\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "found"),
    [
        (JAPANESE.encode("cp932"), "utf-8", f"line 2: {CP932}"),
        (JAPANESE.encode("utf-16"), "utf-8", UTF_16),
        (codecs.BOM_UTF16_BE + JAPANESE.encode("utf-16-be"), "utf-8", UTF_16),
        (codecs.BOM_UTF16_LE + JAPANESE.encode("utf-16-le"), "cp932", UTF_16.replace("utf-8", "cp932")),
        (
            "email\na\n".encode("utf-16-le"),
            "utf-8",
            "line 1: holds U+0000, as UTF-16 read as utf-8 does; save the file as 'CSV UTF-8'",
        ),
        (
            b"email\n\na\0@example.jp\n",
            "utf-8",
            "line 3: holds U+0000, as UTF-16 read as utf-8 does; save the file as 'CSV UTF-8'",
        ),
        (b"email\n\x81\xff", "utf-8", "line 2: is not UTF-8; save the file as 'CSV UTF-8'"),
        (
            b"email\n\n\x81\xff\n",
            "cp932",
            "line 3: is not cp932; leave the encoding out, or save the file as 'CSV UTF-8'",
        ),
        (JAPANESE.encode(), "cp932", "the file is not cp932 but UTF-8; leave the encoding out"),
        (JAPANESE.encode("utf-8-sig"), "cp932", "the file is not cp932 but UTF-8; leave the encoding out"),
        (JAPANESE.encode(), "latin-1", "the file is not iso8859-1 but UTF-8; leave the encoding out"),
    ],
)
def test_a_file_in_another_encoding_is_told_what_it_looks_like(data: bytes, encoding: str, found: str) -> None:
    assert problems(data, encoding) == [found]


def test_what_excel_saves_as_shift_jis_is_read() -> None:
    assert read(JAPANESE, "cp932")[0].name == "髙橋①"
    assert read("email,name\ntaro@example.go.jp,ﾅｶ\n", "cp932")[0].name == "ﾅｶ"


@pytest.mark.parametrize(
    "encoding", ["secret", "", "hex", "rot13", "base64", "utf-8\0", "\ud800", "idna" * 50, "undefined"]
)
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    assert problems(b"email\n", encoding) == [
        "encoding: is no encoding known here; take 'utf-8', or 'cp932' for Excel's Shift_JIS"
    ]


def test_a_file_larger_than_any_list_is_refused() -> None:
    assert problems(b"\n" * (64 * 1024 * 1024 + 1)) == ["the file is larger than 64 MiB, which no list is"]


@given(
    data=st.binary(), encoding=st.sampled_from(["utf-8", "cp932", "utf-16", "utf-7", "iso2022_jp", "idna", "punycode"])
)
def test_any_bytes_are_invitees_or_a_load_error(data: bytes, encoding: str) -> None:
    for begun in (data, b"email,name,language\n" + data, b"email\n\xef\xbb\xbf" + data):
        with suppress(LoadError):
            read_invitees(io.BytesIO(begun), encoding=encoding)


_cells = st.text() | st.sampled_from(
    ["taro@example.go.jp", "ja", "chair", "Asia/Tokyo", "山 <taro@example.jp>", '"', "\r"]
)


@given(rows=st.lists(st.lists(_cells, max_size=9), max_size=4), columns=st.permutations(COLUMNS))
def test_any_cells_are_invitees_or_a_load_error_that_names_their_line(
    rows: list[list[str]], columns: list[str]
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([columns, *rows])
    try:
        found = read_invitees(io.BytesIO(file.getvalue().encode(errors="ignore")))
    except LoadError as error:
        named = [problem.path.startswith("line ") for problem in error.problems]
    else:
        named = [isinstance(one, Invitee) for one in found]
    assert all(named)


@given(invitees=st.lists(strategy.invitees, min_size=1, max_size=3), spoilt=st.sampled_from(COLUMNS))
def test_no_message_shows_an_address_a_name_a_link_or_a_passcode(invitees: list[Invitee], spoilt: str) -> None:
    # Columns in another order put each value where it is wrong.
    columns = [*COLUMNS[COLUMNS.index(spoilt) :], *COLUMNS[: COLUMNS.index(spoilt)]]
    known = [attrs.evolve(one, email=f"secret{i}@example.jp", name="秘密,secret") for i, one in enumerate(invitees)]
    rows = written(known, columns).partition("\r\n")[2]
    with suppress(LoadError):
        read(f"{','.join(COLUMNS)}\n{rows}")
    if columns != COLUMNS:
        for told in problems(f"{','.join(COLUMNS)}\n{rows}"):
            assert "pass-" not in told
            assert "meet." not in told


@pytest.mark.parametrize("encoding", ["euc-jp", "latin-1"])
def test_an_encoding_that_would_be_misread_as_shift_jis_is_not_taken_for_it(encoding: str) -> None:
    text = "email,name\ntaro@example.go.jp,山田太郎\n" if encoding == "euc-jp" else "email,name\na@example.org,é\n"
    with pytest.raises(LoadError) as caught:
        read_invitees(io.BytesIO(text.encode(encoding)))
    assert "cp932" not in str(caught.value)


def test_the_error_of_a_wrong_encoding_does_not_carry_the_list_with_it() -> None:
    with pytest.raises(LoadError) as caught:
        read_invitees(io.BytesIO("email\n山田@example.go.jp\n".encode("cp932")))
    assert caught.value.__context__ is None


def test_a_name_that_is_by_chance_utf_8_too_is_read_in_the_encoding_that_is_said() -> None:
    text = "email,name\na@example.go.jp,\ufa10本\n"
    data = text.encode("cp932")
    assert data.decode() != text
    assert read_invitees(io.BytesIO(data), encoding="cp932")[0].name == "\ufa10本"


HEADS = {"メールアドレス": "email", "氏名": "name", "言語": "language", "所属": None}


def test_columns_may_be_called_otherwise_and_passed_over() -> None:
    text = "氏名,所属,メールアドレス,role\r\n山田太郎,少年課,taro@example.go.jp,chair\r\n"
    for encoding in ("utf-8-sig", "cp932"):
        found = read_invitees(io.BytesIO(text.encode(encoding)), encoding=encoding, columns=HEADS)
        assert found == (attrs.evolve(TARO, name="山田太郎", role=InviteeRole.CHAIR),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("氏名,所属\r\n", f"line 1: has no column 'email'; the columns are {LISTED}, {', '.join(HEADS)}"),
        ("メールアドレス,email\n", "line 1, column 2: is 'email', as column 1 is; take one out"),
        (
            "メールアドレス,所属,\ntaro@example.go.jp,少年課,x\n",
            "line 2, column 3: holds something, but the line of the column names has none for it",
        ),
        ("所属,所属\n", f"line 1: has no column 'email'; the columns are {LISTED}, {', '.join(HEADS)}"),
    ],
)
def test_what_is_wrong_with_columns_called_otherwise_is_told(text: str, expected: str) -> None:
    with pytest.raises(LoadError) as caught:
        read_invitees(io.BytesIO(text.encode()), columns=HEADS)
    assert str(caught.value) == expected


def test_the_nearest_column_is_one_of_the_files_own_too() -> None:
    with pytest.raises(LoadError, match="did you mean 'メールアドレス'"):
        read_invitees(io.BytesIO("メールアドレズ\n".encode()), columns=HEADS)


def test_columns_are_those_that_there_are() -> None:
    error = strategy.refused(read_invitees, file=io.BytesIO(b"email\n"), columns={"氏名": "nom"})
    assert (error.code, error.field) == ("word", "columns")
