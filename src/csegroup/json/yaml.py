"""Meetings, councils and styles in YAML: the core schema of YAML 1.2, and of it what JSON can say as well."""

from __future__ import annotations

import re
from typing import Any, Final, NoReturn, final

import attrs

from csegroup.errors import CsegroupError, LoadError, Problem, joined_path
from csegroup.json.envelope import Record
from csegroup.json.records import from_document, problems_of
from csegroup.json.syntax import Parsed, holds_twice
from csegroup.text import at_key, shown

try:
    from ruamel.yaml import YAML
    from ruamel.yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
except ImportError:
    raise CsegroupError("YAML needs ruamel.yaml; install it with: pip install 'csegroup[yaml]'") from None

__all__ = ["YAML_BYTES_AT_MOST", "YAML_LEVELS_AT_MOST", "loads_yaml", "parsed_yaml", "problems_yaml"]


# YAML is for what people write by hand, and reading it takes some ten seconds for each MiB at worst.
YAML_BYTES_AT_MOST: Final = 1024 * 1024
YAML_LEVELS_AT_MOST: Final = 64

_WORDS: Final = {"": None, "~": None} | {
    spelled: value
    for word, value in (("null", None), ("true", True), ("false", False))
    for spelled in (word, word.capitalize(), word.upper())
}
# What JSON can write too, in fewer digits than make an int slow to read.
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
# All that the core schema takes for a number (YAML 1.2.2 section 10.3.2).
_NUMBER = re.compile(
    r"[-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+"
    r"| [-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"| [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)",
    re.VERBOSE,
)
# What YAML allows nowhere, and what ends a line for a reader of YAML 1.1 and none of 1.2.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# How JSON escapes one character of those beyond U+FFFF.
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_BREAK = re.compile("\r\n?|\n")


def loads_yaml(data: bytes | str, cls: type[Record]) -> Record:
    r"""Read a meeting, a council or a style from YAML; raises `LoadError` with the paths and codes that JSON has.

    >>> from csegroup import LoadError, Meeting
    >>> try:
    ...     loads_yaml("format: csegroup.style\nversion: 1", Meeting)
    ... except LoadError as error:
    ...     print(error)
    format: is 'csegroup.meeting' for a meeting, not 'csegroup.style'
    """
    whole = _parsed(data)
    return from_document(whole.document, cls, found=whole.problems)


def problems_yaml(data: bytes | str) -> tuple[Problem, ...]:
    """Give all that is wrong with a document in YAML; none where it can be read.

    >>> problems_yaml("format: csegroup.council")[0].path
    'version'
    """
    return problems_of(data, _parsed)


def parsed_yaml(data: bytes | str) -> object:
    r"""Parse one YAML document into what JSON can hold; raises `LoadError`.

    What is not quoted and no whole number, `null`, `true` or `false` is a text: days and times, `no`, `12:30`.
    Refused are fractions and numbers that are no JSON (`0o14`, `007`, `.inf`), tags, anchors and aliases, keys that
    are no texts or stand twice, a second document, and directives.

    >>> parsed_yaml("day: 2022-02-08\nnotes: no\nnumber: 6")
    {'day': '2022-02-08', 'notes': 'no', 'number': 6}
    """
    whole = _parsed(data)
    if whole.problems:
        raise LoadError(whole.problems)
    return whole.document


def _parsed(data: bytes | str) -> Parsed:
    text = _text(data)
    if found := _FORBIDDEN.search(text):
        lines = _LINE_BREAK.split(text[: found.start()])
        place = _place(len(lines) - 1, len(lines[-1]))
        _refuse("", "character", f"holds U+{ord(found[0]):04X} at {place}, which YAML does not allow; take it out")
    reader = _Reader(text)
    return Parsed(reader.document(), reader.twice, fractions=False)


def _text(data: bytes | str) -> str:
    if len(data) > YAML_BYTES_AT_MOST:
        _refuse("", "size", f"is larger than {YAML_BYTES_AT_MOST // 1024} KiB, the most for YAML; write it as JSON")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        _refuse("", "encoding", "is UTF-16 at line 1, column 1; save it as UTF-8")
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        lines = _LINE_BREAK.split(error.object[: error.start].decode())
        _refuse("", "encoding", f"is not UTF-8 at {_place(len(lines) - 1, len(lines[-1]))}; save it as UTF-8")
    if text.startswith("\ufeff"):
        _refuse("", "encoding", "begins with a byte order mark at line 1, column 1; save it as UTF-8 without one")
    return text


def _place(line: int, column: int) -> str:
    return f"line {line + 1}, column {column + 1}"


def _at(event: Any) -> str:  # noqa: ANN401 - an event or error with a mark, which ruamel.yaml does not type
    return _place(event.start_mark.line, event.start_mark.column)


def _refuse(path: str, code: str, message: str) -> NoReturn:
    raise LoadError([Problem(path, code, message if path else f"the document {message}")]) from None


@final
@attrs.frozen
class _Reader:
    """Makes values of what the parser of ruamel.yaml finds; nothing of its own making of values is used."""

    text: str
    yaml: Any = attrs.field(factory=lambda: YAML(typ="safe", pure=True))
    twice: list[Problem] = attrs.field(init=False, factory=list)
    parser: Any = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "parser", self.yaml.get_constructor_parser(self.text)[1])

    def document(self) -> object:
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            return None
        value = self._value(self._next(), "", YAML_LEVELS_AT_MOST)
        self._next()  # the end of the document
        if isinstance(more := self._next(), DocumentStartEvent):
            _refuse("", "syntax", f"ends and another begins at {_at(more)}; give each a file of its own")
        return value

    def _next(self) -> Any:  # noqa: ANN401 - ruamel.yaml has no type for all events
        try:
            return self.parser.get_event()
        except Exception as error:  # noqa: BLE001 - for some documents it is a ValueError or an IndexError
            mark = getattr(error, "problem_mark", None) or self.yaml.reader.get_mark()
            said = getattr(error, "problem", None) or "an escape or a directive (%) that is not read here; take it out"
        advice = "; use spaces, no tabs" if "\\t" in said else ""
        _refuse("", "syntax", f"is not YAML at {_place(mark.line, mark.column)}: {said}{advice}")

    def _value(self, event: Any, path: str, levels: int) -> object:  # noqa: ANN401
        if isinstance(event, AliasEvent) or event.anchor:
            _refuse(path, "syntax", f"has an anchor or alias (& or *) at {_at(event)}; write the value out")
        if event.ctag:
            _refuse(path, "syntax", f"has a tag (!) at {_at(event)}; take it out, and put a text in quotes")
        if isinstance(event, ScalarEvent):
            return _quoted(event.value) if event.style else _plain(event, path)
        if not levels:
            _refuse("", "depth", f"is nested too deeply at {_at(event)}")
        if isinstance(event, SequenceStartEvent):
            return self._list(path, levels - 1)
        return self._object(path, levels - 1)

    def _list(self, path: str, levels: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            values.append(self._value(event, f"{path}[{len(values)}]", levels))
        return values

    def _object(self, path: str, levels: int) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._value(event, path, 0) if isinstance(event, (ScalarEvent, AliasEvent)) else None
            if not isinstance(key, str):
                _refuse(path, "type", f"has a key that is no text at {_at(event)}; put it in quotes")
            if key in values:
                self.twice.append(holds_twice(path, key, f", again at {_at(event)}"))
            values[key] = self._value(self._next(), joined_path(path, at_key(key)), levels)
        return values


def _quoted(text: str) -> str:
    """Join what JSON writes as two escapes."""
    return _SURROGATES.sub(lambda two: two[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def _plain(event: Any, path: str) -> object:  # noqa: ANN401
    """Read what stands without quotes as the core schema does."""
    text: str = event.value
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        _refuse(
            path,
            "number",
            f"holds {shown(text)} at {_at(event)}, a number that no field takes; put it in quotes if it is a text",
        )
    return text
