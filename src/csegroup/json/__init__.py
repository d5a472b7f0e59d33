"""Meetings, councils, organizations and house styles as JSON: strict, deterministic and without loss.

The format is a UTF-8 object that names itself (`format`, `version`), with keys in the order of the
classes; what is None or empty is left out. Times are RFC 3339 with their offset, beside the IANA name of
their zone.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from csegroup.errors import Problem
from csegroup.files import is_packed, is_yaml, packed, read_part, reading, write_whole
from csegroup.json.envelope import AnyRecord, Record
from csegroup.json.limits import LIMITS, Limits
from csegroup.json.records import problems_of, read, written
from csegroup.lazy import loading

__all__ = [
    "LIMITS",
    "Limits",
    "OParlRecords",
    "canonical",
    "converter",
    "dump",
    "dumps",
    "from_oparl",
    "load",
    "loads",
    "problems",
    "problems_in",
    "read_archive",
    "read_lines",
    "schema",
    "to_schema_org",
    "to_script",
    "write_archive",
    "write_lines",
]


def dumps(record: AnyRecord, *, indent: int | None = None) -> bytes:
    r"""Write a meeting, a council, an organization or a style as JSON; the same object gives the same bytes.

    `indent` spreads it over lines for people to read.

    >>> from csegroup import Meeting, Organization
    >>> dumps(Meeting(id="jp/example/6", body=Organization(id="jp/example", name={"ja": "専門家会合"})))[:61]
    b'{"$schema":"urn:csegroup:schema:meeting:1","format":"csegroup'
    """
    data = written(record)
    if indent is None:
        return data
    import json  # noqa: PLC0415 - for people only

    return json.dumps(json.loads(data), ensure_ascii=False, indent=indent).encode()


def loads(data: bytes | str, cls: type[Record], *, limits: Limits = LIMITS) -> Record:
    """Read a meeting, a council, an organization or a style; raises `LoadError` with the problems, each with its place.

    >>> from csegroup import LoadError, Meeting
    >>> try:
    ...     loads(b'{"format": "csegroup.style"}', Meeting)
    ... except LoadError as error:
    ...     print(error)
    format: is 'csegroup.meeting' for a meeting, not 'csegroup.style'
    """
    return read(data, cls, limits)


def dump(record: AnyRecord, file: str | os.PathLike[str] | BinaryIO, *, indent: int | None = None) -> None:
    """Write a record to a path or an open binary file, with a line break at the end.

    A path gets the whole file or keeps the one it had; one that ends in `.gz` is packed. Raises `OSError`.

    >>> import io
    >>> from csegroup.example import MEETING
    >>> dump(MEETING, file := io.BytesIO())
    >>> loads(file.getvalue(), type(MEETING)) == MEETING
    True
    """
    data = dumps(record, indent=indent) + b"\n"
    if isinstance(file, (str, os.PathLike)):
        write_whole(file, packed([data]) if is_packed(file) else data)
    else:
        file.write(data)


def load(file: str | os.PathLike[str] | BinaryIO, cls: type[Record], *, limits: Limits = LIMITS) -> Record:
    """Read a record from a path or an open binary file; raises `LoadError` and `OSError`.

    A path that ends in `.gz` is unpacked, and one that ends in `.yaml` or `.yml` read as YAML (`csegroup[yaml]`), which
    has limits of its own.

    >>> import io
    >>> from csegroup.example import MEETING
    >>> from csegroup import Meeting
    >>> load(io.BytesIO(dumps(MEETING)), Meeting).number
    6
    """
    if isinstance(file, (str, os.PathLike)):
        with reading(file) as opened_file:
            return _in_its_format(file, opened_file, cls, limits)
    return loads(read_part(file.read, limits.bytes + 1), cls, limits=limits)


def _in_its_format(path: str | os.PathLike[str], file: BinaryIO, cls: type[Record], limits: Limits) -> Record:
    """Read what the name of a file says that it is."""
    if not is_yaml(path):
        return load(file, cls, limits=limits)
    from csegroup.json.yaml import YAML_BYTES_AT_MOST, loads_yaml  # noqa: PLC0415 - an extra

    return loads_yaml(read_part(file.read, YAML_BYTES_AT_MOST + 1), cls)


def problems(data: bytes | str) -> tuple[Problem, ...]:
    """Give all that is wrong with a document, whichever record it says that it is; none where it can be read.

    >>> problems(b'{"format": "csegroup.council"}')[0].path
    'version'
    """
    return problems_of(data)


if TYPE_CHECKING:
    from csegroup.json.archives import read_archive, write_archive
    from csegroup.json.canonical_form import canonical
    from csegroup.json.json_schema import schema
    from csegroup.json.lines import read_lines, write_lines
    from csegroup.json.nesting import converter, problems_in
    from csegroup.json.oparl import OParlRecords, from_oparl
    from csegroup.json.schema_org import to_schema_org, to_script
else:
    # Babel, and what reads another format, are loaded when they are first needed.
    __getattr__ = loading(
        __name__,
        {
            "archives": ["read_archive", "write_archive"],
            "canonical_form": ["canonical"],
            "json_schema": ["schema"],
            "lines": ["read_lines", "write_lines"],
            "nesting": ["converter", "problems_in"],
            "oparl": ["OParlRecords", "from_oparl"],
            "schema_org": ["to_schema_org", "to_script"],
        },
    )
