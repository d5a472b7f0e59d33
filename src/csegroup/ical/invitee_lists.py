"""Lists of invitees as a spreadsheet writes them: CSV (RFC 4180) under a line that names the columns.

No message shows what stands in a cell: a comma that is missing puts a name or an address under any column.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, NoReturn
from zoneinfo import ZoneInfo

from csegroup.errors import InvalidValue, LoadError, Problem
from csegroup.fields import Choice
from csegroup.ical.addresses import key_of, name_and_address
from csegroup.ical.mailings import Invitee, InviteeRole
from csegroup.meetings import named_zone
from csegroup.organizations import AttendeeKind
from csegroup.text import did_you_mean, shown

__all__ = ["read_invitees"]

_COLUMNS = ("email", "name", "language", "role", "time_zone", "kind", "join_url", "passcode")
_LISTED = ", ".join(_COLUMNS)
_NO_OTHER_NAMES: Mapping[str, str | None] = MappingProxyType({})
# Stands for a column that is not read; no cell holds this character.
_PASSED_OVER = "\0"
_BYTES_AT_MOST = 64 * 1024 * 1024
_COLUMNS_AT_MOST = 256
_ANY_ADDRESS = "office@example.go.jp"
_MISREAD = re.compile("[\uff61-\uff9f縺繧繝]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_SAVE = "save the file as 'CSV UTF-8'"
_UTF_8 = ("utf-8", "utf-8-sig")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The first characters that UTF-8 writes in three bytes, as it does all kana and kanji.
_THREE_BYTES = "\u0800"


def read_invitees(
    file: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str = "utf-8",
    columns: Mapping[str, str | None] = _NO_OTHER_NAMES,
) -> tuple[Invitee, ...]:
    r"""Read invitees from a CSV file, a path or an open binary file; its first line names the columns.

    They are `email`, which alone is required and may hold a name too (`山田太郎 <taro@example.go.jp>`), `name`,
    `language` (one tag, or several with blanks between), `role`, `time_zone`, `kind`, `join_url` and `passcode`, in
    any order. Empty cells and cells missing at the end of a line are not given, empty lines are passed over. UTF-8
    has a byte order mark or none; what Excel saves as Shift_JIS is read with `encoding="cp932"`. Where the file calls
    a column otherwise, `columns` says which it is, or None for one to pass over:
    `{"メールアドレス": "email", "所属": None}`.

    Raises `OSError`, `InvalidValue` for `columns` that there are not, and `LoadError` with all problems, each at its
    line of the file, where the first is line 1.

    >>> read_invitees(io.BytesIO("email,language\n山田太郎 <taro@example.go.jp>,ja en".encode()))[0].language
    ('ja', 'en')
    """
    if isinstance(file, (str, os.PathLike)):
        with Path(file).open("rb") as opened_file:
            return read_invitees(opened_file, encoding=encoding, columns=columns)
    for name in columns.values():
        if name not in {None, *_COLUMNS}:
            raise InvalidValue("word", "columns", f"has a column that is not one of {_LISTED}, or None: {shown(name)}")
    text = _decoded(file.read(_BYTES_AT_MOST + 1), encoding)
    problems: list[Problem] = []
    invitees = tuple(_invitees(text, columns, problems))
    if problems:
        raise LoadError(problems)
    return invitees


def _refuse(path: str, code: str, message: str) -> NoReturn:
    raise LoadError([Problem(path, code, message)]) from None


def _decoded(data: bytes, encoding: str) -> str:
    if len(data) > _BYTES_AT_MOST:
        _refuse("", "size", f"the file is larger than {_BYTES_AT_MOST // 1024 // 1024} MiB, which no list is")
    name = _name_of(encoding)
    if other := _other_encoding(data, name):
        _refuse("", "encoding", f"the file is not {name} but {other}")
    text, wrong_at = _text_or_place(data, name)
    if wrong_at is not None:
        line = data.count(b"\n", 0, wrong_at) + 1
        _refuse(f"line {line}", "encoding", _not_decoded(data, name))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        _refuse(f"line {line}", "character", f"holds U+0000, as UTF-16 read as {name} does; {_SAVE}")
    return text.removeprefix("\ufeff")


def _text_or_place(data: bytes, name: str) -> tuple[str, int | None]:
    """Decode, or tell where that fails; the error is let go, for it holds the whole list."""
    try:
        return data.decode(name), None
    except UnicodeError as error:
        return "", getattr(error, "start", 0)


def _name_of(encoding: str) -> str:
    try:
        b"a".decode(encoding)  # which knows no codec that is not one of texts
        return codecs.lookup(encoding).name
    except UnicodeDecodeError:  # such as UTF-16, of which a letter alone is half a character
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        _refuse("encoding", "encoding", "is no encoding known here; take 'utf-8', or 'cp932' for Excel's Shift_JIS")


def _other_encoding(data: bytes, name: str) -> str | None:
    """Tell what a file surely is, where the encoding given would often read it as other characters without an error."""
    if data.startswith(_UTF_16) and not name.startswith(("utf-16", "utf-32")):
        return f"UTF-16, which Excel calls Unicode text; {_SAVE}"
    if name not in _UTF_8 and (data.startswith(codecs.BOM_UTF8) or _is_japanese_utf_8(data)):
        return "UTF-8; leave the encoding out"
    return None


def _is_japanese_utf_8(data: bytes) -> bool:
    """Tell UTF-8, which most other encodings read as other characters, without an error.

    A name alone may by chance be both; but Japanese in UTF-8 is read by others as half-width kana and rare kanji.
    """
    try:
        japanese = _as_japanese(data)
        return max(data.decode(), default="") >= _THREE_BYTES and (not japanese or bool(_MISREAD.search(japanese)))
    except UnicodeDecodeError:
        return False


def _not_decoded(data: bytes, name: str) -> str:
    if name not in _UTF_8:
        return f"is not {name}; leave the encoding out, or {_SAVE}"
    found = _as_japanese(data)
    # Half-width kana in plenty are what other Japanese encodings look like in this one.
    if not found or _HALF_WIDTH_KANA.search(found) or max(found) < _THREE_BYTES:
        return f"is not UTF-8; {_SAVE}"
    return f"is not UTF-8 but looks like Excel's Shift_JIS; give encoding='cp932', or {_SAVE}"


def _as_japanese(data: bytes) -> str:
    try:
        return data.decode("cp932")
    except UnicodeDecodeError:
        return ""


def _check_separator(text: str) -> None:
    first = text.partition("\n")[0]
    for separator, name in (("\t", "tabs"), (";", "semicolons")):
        if separator in first and "," not in first:
            _refuse("line 1", "separator", f"has {name} between its cells; {_SAVE}, with commas")


def _records(text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Give each record that holds something, with the line at which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        message = 'is no CSV from here on; look for a " that is not closed, or stands alone in a quoted cell'
        problems.append(Problem(f"line {line}", "syntax", message))


def _invitees(text: str, columns: Mapping[str, str | None], problems: list[Problem]) -> Iterator[Invitee]:
    """Give the invitees, and gather what is wrong with the others."""
    _check_separator(text)
    records = _records(text, problems)
    first, names = next(records, (1, []))
    header = [columns.get(name, name) or _PASSED_OVER if name else "" for name in names]
    problems += [] if problems else _inside(first, _problems_of_header(header, (*_COLUMNS, *columns)))
    if problems:
        return
    seen: dict[str, int] = {}
    for line, cells in records:
        try:
            invitee = _invitee(header, cells)
            before = seen.setdefault(key_of(invitee.email), line)
            if before != line:
                _refuse("email", "twice", f"is that of line {before} a second time; take one of the lines out")
            yield invitee
        except LoadError as error:
            problems += _inside(line, error.problems)


def _inside(line: int, problems: Iterable[Problem]) -> list[Problem]:
    """Put the line before the column."""
    return [Problem(", ".join(filter(None, (f"line {line}", one.path))), one.code, one.message) for one in problems]


def _problems_of_header(header: Sequence[str], known: Sequence[str]) -> list[Problem]:
    listed = ", ".join(known)
    if not header:
        return [Problem("", "missing", f"is missing, for the file is empty; it names the columns: {listed}")]
    if any("@" in cell for cell in header):
        return [Problem("", "header", f"has an address, but the first line names the columns: {listed}")]
    if len(header) > _COLUMNS_AT_MOST:
        return [Problem("", "size", f"has more than {_COLUMNS_AT_MOST} columns; these are known: {listed}")]
    if problems := [problem for i in range(len(header)) for problem in _problems_of_column(header, i, known)]:
        return problems
    return [] if "email" in header else [Problem("", "missing", f"has no column 'email'; the columns are {listed}")]


def _problems_of_column(header: Sequence[str], i: int, known: Sequence[str]) -> Iterator[Problem]:
    name = header[i]
    if not name or name == _PASSED_OVER:
        return
    if name not in _COLUMNS:
        # A line in which no column is known may be one of people, and is not shown.
        is_head = any(one in _COLUMNS for one in header)
        said = f"is {shown(name)}, which is none of" if is_head else "is one of"
        yield Problem(f"column {i + 1}", "unknown_column", f"{said} {_listed(name, known)}")
    elif (first := header.index(name)) < i:
        yield Problem(f"column {i + 1}", "twice", f"is {name!r}, as column {first + 1} is; take one out")


def _listed(written: str, words: Iterable[str]) -> str:
    """List the words there are, and name the nearest to what was written."""
    known = list(words)
    return ", ".join(map(repr, known)) + did_you_mean(written.strip().lower().replace(" ", "_"), known)


def _invitee(header: Sequence[str], cells: Sequence[str]) -> Invitee:
    """Make the invitee of a line; raises `LoadError` with all problems, each at its column."""
    # Excel leaves out the commas of empty cells at the end of some lines, and writes needless ones in others.
    placed = list(zip_longest(header, cells, fillvalue=""))
    given = {column: cell for column, cell in placed if column in _COLUMNS and cell.strip()}
    nameless = next((i for i, (column, cell) in enumerate(placed) if not column and cell.strip()), None)
    message = "holds something, but the line of the column names has none for it"
    problems = [] if nameless is None else [Problem(f"column {nameless + 1}", "unnamed", message)]
    try:
        invitee = Invitee(**_fields(given))
    except InvalidValue:
        raise LoadError(problems + _problems_of_cells(given)) from None
    if problems:
        raise LoadError(problems)
    return invitee


def _problems_of_cells(given: Mapping[str, str]) -> list[Problem]:
    """Read each cell by itself, so that what is wrong with one hides no other."""
    both = {column: given[column] for column in ("email", "name") if column in given}
    others = [{"email": _ANY_ADDRESS, column: cell} for column, cell in given.items() if column != "email"]
    problems = []
    for cells in (both, *others):
        try:
            Invitee(**_fields(cells))
        except InvalidValue as error:
            problems.append(Problem(error.field.partition("[")[0], error.code, error.message))
    return list(dict.fromkeys(problems))


def _fields(given: Mapping[str, str]) -> dict[str, Any]:
    """Read the cells of a line; raises `InvalidValue` at a column."""
    if "email" not in given:
        raise InvalidValue("missing", "email", "is missing")
    fields = {column: _READ.get(column, _as_it_is)(column, cell) for column, cell in given.items()}
    if "<" in given["email"]:
        name, fields["email"] = name_and_address("email", given["email"])
        if name and fields.setdefault("name", name) != name:
            raise InvalidValue("names", "name", "is not the name before the address; take one of the two out")
    return fields


def _as_it_is(_: str, cell: str) -> str:
    return cell


def _languages(_: str, cell: str) -> list[str]:
    return cell.split()


def _a_word_of(cls: type[Choice]) -> Callable[[str, str], Choice]:
    words = [word.value for word in cls]

    def read_word(column: str, cell: str) -> Choice:
        if cell not in words:
            raise InvalidValue("word", column, f"is one of {_listed(cell, words)}")
        return cls(cell)

    return read_word


def _zone(column: str, cell: str) -> ZoneInfo:
    if zone := named_zone(cell):
        return zone
    raise InvalidValue("time_zone", column, "is the IANA name of a time zone such as 'Asia/Tokyo' or 'Europe/London'")


_READ: Mapping[str, Callable[[str, str], Any]] = {
    "language": _languages,
    "role": _a_word_of(InviteeRole),
    "time_zone": _zone,
    "kind": _a_word_of(AttendeeKind),
}
