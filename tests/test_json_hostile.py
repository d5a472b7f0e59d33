"""Documents made to break a reader: each is refused by a `LoadError`, in a process that may take little memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import csegroup
from csegroup import Council, DatedOrganization, LoadError, Meeting
from csegroup.documents import Style
from csegroup.example import MEETING
from fresh import environment

MIB = 1024 * 1024
HEAD = b'{"format":"csegroup.meeting","version":1,"id":"jp/example/6","body":{"id":"jp/example","name":{"ja":"A"}},'


def nested(begin: bytes, end: bytes, times: int) -> bytes:
    return begin * times + b"null" + end * times


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a byte order mark": lambda: b"\xef\xbb\xbf" + csegroup.json.dumps(MEETING),
    "no UTF-8": lambda: csegroup.json.dumps(MEETING).replace("警".encode(), b"\xff", 1) + b"\xc3\x28",
    "half of a character in bytes": lambda: HEAD + b'"title":{"ja":"\xed\xa0\x80"}}',
    "half of a character as an escape": lambda: HEAD + b'"title":{"ja":"\\ud800"}}',
    "UTF-16": lambda: csegroup.json.dumps(MEETING).decode().encode("utf-16"),
    "no number": lambda: HEAD + b'"number":NaN}',
    "infinity": lambda: HEAD + b'"number":-Infinity}',
    "more than any number": lambda: HEAD + b'"number":1e999}',
    "a fraction of nothing": lambda: HEAD + b'"number":6.0}',
    "a number of 5,000 digits": lambda: HEAD + b'"number":' + b"9" * 5000 + b"}",
    "a number of 5,000,000 digits": lambda: HEAD + b'"number":' + b"9" * 5_000_000 + b"}",
    "a number beyond 64 bits": lambda: HEAD + b'"number":' + str(2**64).encode() + b"}",
    "a key twice": lambda: HEAD + b'"number":6,"number":7}',
    "a key a million times": lambda: HEAD + b'"x":{' + b'"a":1,' * 1_000_000 + b'"a":1}}',
    "a million objects with a key twice": lambda: b"[" + b'{"a":1,"a":1},' * 1_000_000 + b"0]",
    "as many inside a key twice": lambda: b'{"x":[' + b'{"a":1,"a":1},' * 1_000_000 + b'0],"x":0}',
    "a million fractions": lambda: b"[" + b"1.5," * 1_000_000 + b"0]",
    "3,000,000 brackets": lambda: b"[" * 3_000_000,
    "1,000,000 brackets that close": lambda: b"[" * 1_000_000 + b"]" * 1_000_000,
    "objects in objects": lambda: b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000,
    "parents of parents": lambda: HEAD + b'"jointly_with":[%b]}' % nested(b'{"name":{"ja":"A"},"parent":', b"}", 60),
    "sessions in sessions": lambda: HEAD + b'"program":%b}' % nested(b'[{"type":"session","items":', b"}]", 20),
    "half a million items": lambda: HEAD + b'"program":[' + b"{}," * 500_000 + b"{}]}",
    "one text of 15 MiB": lambda: HEAD + b'"title":{"ja":"' + b"A" * (15 * MIB) + b'"}}',
    "16 MiB of blanks and one more": lambda: csegroup.json.dumps(MEETING).ljust(16 * MIB + 1),
    "a colon for a comma": lambda: csegroup.json.dumps(MEETING).replace(b",", b":", 40),
    "two documents": lambda: csegroup.json.dumps(MEETING) * 2,
    "a control character": lambda: HEAD + b'"title":{"ja":"A\x00"}}',
    "an escape that is none": lambda: HEAD + b'"title":{"ja":"\\x41"}}',
}  # fmt: skip
READ_ALL = """
import sys
sys.path[:0] = sys.argv[1:]
import csegroup
from csegroup import LoadError, Meeting
from test_json_hostile import HOSTILE
for name, made in HOSTILE.items():
    data = made()
    try:
        csegroup.json.loads(data, Meeting)
    except LoadError as error:
        assert error.problems and len(str(error)) < 10_000, name
        assert csegroup.json.problems(data), name
    else:
        sys.exit(name + " was read")
print(len(HOSTILE))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused(name: str) -> None:
    with pytest.raises(LoadError):
        csegroup.json.loads(HOSTILE[name](), Meeting)


def test_no_hostile_document_takes_much_memory() -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1024 * MIB, 1024 * MIB))

    command = [sys.executable, "-c", READ_ALL, *[path for path in sys.path if path]]
    done = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=limited, check=False)  # noqa: S603 - no threads here
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [str(len(HOSTILE)).encode()], b"")


@given(data=st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_refused_by_a_load_error_or_read(data: bytes) -> None:
    for cls in (Meeting, Council, DatedOrganization, Style):
        with pytest.raises(LoadError):
            csegroup.json.loads(data, cls)


@given(place=st.integers(0, len(csegroup.json.dumps(MEETING))), junk=st.binary(max_size=4), cut=st.integers(0, 9))
def test_a_document_with_some_bytes_changed_is_read_or_refused(place: int, junk: bytes, cut: int) -> None:
    whole = csegroup.json.dumps(MEETING)
    data = whole[:place] + junk + whole[place + cut :]
    found = csegroup.json.problems(data)
    if found:
        with pytest.raises(LoadError) as caught:
            csegroup.json.loads(data, Meeting)
        assert caught.value.problems == found
    else:
        assert csegroup.json.loads(data, Meeting) == csegroup.json.loads(data.decode(), Meeting)
