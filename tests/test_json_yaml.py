from __future__ import annotations

import importlib
import io
import json
import re
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import csegroup
import strategies as strategy
from csegroup import Council, CsegroupError, LoadError, Meeting, Problem
from csegroup.cli import main
from csegroup.documents import MODERN, Style
from csegroup.example import MEETING
from csegroup.json.records import to_document
from csegroup.json.yaml import YAML_BYTES_AT_MOST, YAML_LEVELS_AT_MOST, loads_yaml, parsed_yaml, problems_yaml

BY_HAND = """\
# 専門家会合
format: csegroup.meeting
version: 1
id: jp/example/6
body:
  id: jp/example
  name:
    ja: 𠮷野福祉会
    en: No
day: 2022-02-08
program:
- type: presentation
  title: {ja: ｶﾞｲﾄﾞの説明, en: 'Guide: on'}
  presenters: [{name: {ja: 警察庁}}]
"""
JUST_YAML = st.text(alphabet="-?:,[]{}#&*!|>'\"%@` \n\tab1.0~<=\\x\ufeff\x85山𠮷か\u3099", max_size=60)
# A key of more than 1,024 characters stands in no YAML on one line with its value.
KEYS = st.text(max_size=20)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def only_problem(data: bytes | str) -> Problem:
    with pytest.raises(LoadError) as caught:
        parsed_yaml(data)
    (problem,) = caught.value.problems
    return problem


def block_yaml(record: Meeting | Council | Style) -> str:
    written = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False  # in flow style it writes `{en: :0}`, which it does not read itself
    yaml.dump(to_document(record), written)
    return written.getvalue()


def test_a_meeting_written_by_hand_is_read() -> None:
    meeting = loads_yaml(BY_HAND, Meeting)
    assert (meeting.body.name["en"], str(meeting.day)) == ("No", "2022-02-08")
    assert meeting == csegroup.json.loads(json.dumps(parsed_yaml(BY_HAND.encode())), Meeting)


@given(strategy.meetings())
def test_a_meeting_in_json_is_the_same_read_as_yaml(meeting: Meeting) -> None:
    assert loads_yaml(csegroup.json.dumps(meeting), Meeting) == meeting
    assert loads_yaml(csegroup.json.dumps(meeting, indent=2), Meeting) == meeting


@given(strategy.meetings())
def test_a_meeting_written_as_yaml_in_blocks_is_read_back(meeting: Meeting) -> None:
    assert loads_yaml(block_yaml(meeting), Meeting) == meeting


@given(strategy.councils())
def test_a_council_written_as_yaml_is_read_back(council: Council) -> None:
    assert loads_yaml(block_yaml(council), Council) == council
    assert loads_yaml(csegroup.json.dumps(council), Council) == council


def test_a_style_written_as_yaml_is_read_back() -> None:
    assert loads_yaml(block_yaml(MODERN), Style) == MODERN


@given(PLAIN)
def test_what_json_writes_in_ascii_is_read_as_json_reads_it(value: object) -> None:
    written = json.dumps(value)
    assert parsed_yaml(written.replace("\x7f", "\\u007f")) == value


@given(PLAIN)
def test_what_json_writes_is_read_alike_or_refused_for_its_characters(value: object) -> None:
    try:
        data = json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    try:
        assert parsed_yaml(data) == value
    except LoadError as error:
        assert [problem.code for problem in error.problems] == ["character"]  # noqa: PT017 - it may be raised or not


@given(st.binary(max_size=200) | JUST_YAML | JUST_YAML.map(lambda end: BY_HAND + end))
def test_any_bytes_give_a_meeting_or_a_load_error(data: bytes | str) -> None:
    try:
        loads_yaml(data, Meeting)
    except LoadError as error:
        assert error.problems == problems_yaml(data)  # noqa: PT017 - it may be raised or not
    else:
        assert problems_yaml(data) == ()


@given(st.integers(0, len(BY_HAND)), st.integers(0, 8), JUST_YAML)
def test_a_meeting_with_a_piece_replaced_gives_a_meeting_or_a_load_error(start: int, length: int, piece: str) -> None:
    try:
        loads_yaml(BY_HAND[:start] + piece + BY_HAND[start + length :], Meeting)
    except LoadError as error:
        assert error.problems  # noqa: PT017 - it may be raised or not


@given(strategy.meetings(), st.data())
def test_a_fault_has_the_place_and_the_words_that_it_has_in_json(meeting: Meeting, data: st.DataObject) -> None:
    document = to_document(meeting)
    spoilt = data.draw(st.sampled_from([*document, "body.name"]))
    holder = document["body"] if spoilt == "body.name" else document
    holder[spoilt.rpartition(".")[2]] = data.draw(st.sampled_from([[1], {"x": "no"}, "off", 7, "", True]))
    written = json.dumps(document, ensure_ascii=False)
    assert problems_yaml(written) == csegroup.json.problems(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("2022-02-08", "2022-02-08"),
        ("2022-02-08T14:00:00+09:00", "2022-02-08T14:00:00+09:00"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x", "0x"),
        ("<<", "<<"),
        ("=", "="),
        ("-12", -12),
        ("0", 0),
        ("999999999999999999", 999999999999999999),
        ("'6'", "6"),
        ('"\\u5c71 \\/"', "山 /"),
        ("True", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ('"\\ud842\\udfb7\\ud842"', "𠮷\ud842"),
        ("~", None),
        ("Null", None),
        ("", None),
        ("# 何もない", None),
        ("---\n...\n", None),
        ("'~'", "~"),
        ("|\n 一\n 二", "一\n二"),
        (">-\n 一\n 二", "一 二"),
        ("[a, {b: c}, ]", ["a", {"b": "c"}]),
        ("no: {y: n}", {"no": {"y": "n"}}),
        ("a:\r\n- 1\r- 2", {"a": [1, 2]}),
    ],
)
def test_a_value_is_what_the_core_schema_says(written: str, value: object) -> None:
    found = parsed_yaml(written)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("written", "path", "code", "message"),
    [
        ("a:\n- b: 1.5", "a[0].b", "number", "holds '1.5' at line 2, column 6, a number that no field takes"),
        ("a: 1\na: 2", "", "duplicate_key", "the document holds the key 'a' twice, again at line 2, column 1; take"),
        ("b: {a: 1, 'a': 2}", "b", "duplicate_key", "holds the key 'a' twice, again at line 1, column 11; take"),
        ("b:\n  6: x", "b", "type", "has a key that is no text at line 2, column 3; put it in quotes"),
        ("? [a]\n: b", "", "type", "the document has a key that is no text at line 1, column 3; put it in quotes"),
        ("null: b", "", "type", "the document has a key that is no text at line 1, column 1; put it in quotes"),
        ("a: &x {}\nb: *x", "a", "syntax", "has an anchor or alias (& or *) at line 1, column 4; write the value out"),
        ("a: *x", "a", "syntax", "has an anchor or alias (& or *) at line 1, column 4; write the value out"),
        ("*x : a", "", "syntax", "the document has an anchor or alias (& or *) at line 1, column 1; write"),
        ("a: !!str 6", "a", "syntax", "has a tag (!) at line 1, column 4; take it out, and put a text in quotes"),
        ("a: !!python/object:os.system {}", "a", "syntax", "has a tag (!) at line 1, column 4; take it out"),
        ("a: ! 6", "a", "syntax", "has a tag (!) at line 1, column 4; take it out, and put a text in quotes"),
        ("a: 1\n---\nb: 2", "", "syntax", "the document ends and another begins at line 2, column 1; give each"),
        ("a: [\n  b", "", "syntax", "the document is not YAML at line 2, column 4: expected"),
        ("a: 山: b", "", "syntax", "the document is not YAML at line 1, column 5: mapping values are not allowed here"),
        (
            "a:\n\tb: c",
            "",
            "syntax",
            "the document is not YAML at line 2, column 1: found character '\\t' that cannot start any token; use",
        ),
        ('- "\\U00110000"', "", "syntax", "the document is not YAML at line 1, column 6: an escape or a directive (%)"),
        ("%YAML 1.1\n---\na: 1", "", "syntax", "the document is not YAML at line 1, column 10: an escape or a direct"),
        ("山\n𠮷\x07", "", "character", "the document holds U+0007 at line 2, column 2, which YAML does not allow"),
        ("- a\u2028b", "", "character", "the document holds U+2028 at line 1, column 4, which YAML does not allow"),
        ("- \ud800", "", "character", "the document holds U+D800 at line 1, column 3, which YAML does not allow"),
        ("\ufeffa: 1", "", "encoding", "the document begins with a byte order mark at line 1, column 1; save it"),
        ("a: 1".encode("utf-16"), "", "encoding", "the document is UTF-16 at line 1, column 1; save it as UTF-8"),
        ("a: 1".encode("utf-16-be"), "", "character", "the document holds U+0000 at line 1, column 1, which YAML"),
        ("- 山\n- 山".encode("cp932"), "", "encoding", "the document is not UTF-8 at line 1, column 3; save it as"),
        ("- 山\n- ".encode() + b"\xe5", "", "encoding", "the document is not UTF-8 at line 2, column 3; save it as"),
    ],
)
def test_what_is_refused_is_told_with_line_and_column(written: bytes | str, path: str, code: str, message: str) -> None:
    problem = only_problem(written)
    assert (problem.path, problem.code) == (path, code)
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    "written", ["0o14", "0x1F", "007", "+5", "1e3", "-.5", "6.", ".inf", "-.INF", ".nan", "9" * 5000]
)
def test_a_number_that_json_or_a_field_has_not_is_refused_unless_it_is_quoted(written: str) -> None:
    assert only_problem(f"- {written}").code == "number"
    assert parsed_yaml(f"- '{written}'") == [written]


def test_nesting_is_bounded() -> None:
    deepest = "[" * YAML_LEVELS_AT_MOST + "]" * YAML_LEVELS_AT_MOST
    assert parsed_yaml(deepest)
    assert only_problem(f"[{deepest}]").code == "depth"


def test_size_is_bounded() -> None:
    assert parsed_yaml("# " + "x" * (YAML_BYTES_AT_MOST - 2)) is None
    problem = only_problem(b"# " + b"x" * (YAML_BYTES_AT_MOST - 1))
    assert (problem.code, "1024 KiB" in problem.message) == ("size", True)


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize("hostile", ["[" * 50_000, "{" * 50_000, "- " * 50_000, "? " * 50_000, ": " * 50_000, BOMB])
def test_a_hostile_document_is_refused_at_once(hostile: str) -> None:
    began = time.monotonic()
    only_problem(hostile)
    assert time.monotonic() - began < 5


def without_ruamel(monkeypatch: pytest.MonkeyPatch) -> None:
    for known in [known for known in sys.modules if known.startswith(("ruamel", "csegroup.json.yaml"))]:
        monkeypatch.delitem(sys.modules, known)
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)


def test_without_ruamel_yaml_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without_ruamel(monkeypatch)
    with pytest.raises(CsegroupError, match=re.escape("install it with: pip install 'csegroup[yaml]'")):
        importlib.import_module("csegroup.json.yaml")


# The command line.


@pytest.fixture(name="folder")
def folder_with_the_shipped_meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "meeting.json").write_bytes(csegroup.json.dumps(MEETING))
    (tmp_path / "meeting.yaml").write_text(block_yaml(MEETING), encoding="utf-8")
    (tmp_path / "invitees.csv").write_text("name,email\n山田太郎,taro@example.com\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [["check"], ["program", "--locale", "ja"], ["list", "--locale", "en"]])
def test_a_command_says_of_yaml_what_it_says_of_json(
    command: list[str], folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "MEETING.YML").write_bytes((folder / "meeting.yaml").read_bytes())
    outputs = []
    for name in ("meeting.json", "meeting.yaml", "MEETING.YML"):
        assert main([*command, name]) == 0
        outputs.append(capsysbinary.readouterr())
    assert outputs[0] == outputs[1] == outputs[2]


def test_load_reads_what_the_name_of_a_file_says(folder: Path) -> None:
    (folder / "会議.YML").write_bytes((folder / "meeting.yaml").read_bytes())
    names = ["meeting.json", "meeting.yaml", "会議.YML"]
    assert [csegroup.json.load(folder / name, Meeting) for name in names] == [MEETING] * 3


@pytest.mark.parametrize("out", ["yaml", "json"])
def test_ics_and_invite_read_either(out: str, folder: Path) -> None:
    assert main(["ics", f"meeting.{out}", "-o", "meeting.ics"]) == 0
    assert "BEGIN:VEVENT" in (folder / "meeting.ics").read_text(encoding="utf-8")
    organizer = ["--organizer", "事務局 <office@example.go.jp>", "--assumed-length", "90"]
    assert main(["invite", f"meeting.{out}", "--invitees", "invitees.csv", *organizer, "--out", out]) == 0


def test_check_tells_all_that_is_wrong_with_yaml_by_its_paths(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = BY_HAND.replace("ja: 警察庁", "JA: 警察庁").replace("en: No", "en: 6")
    (folder / "wrong.yaml").write_text(wrong, encoding="utf-8")
    (folder / "twice.yml").write_text(BY_HAND + "version: 1\n", encoding="utf-8")
    assert main(["check", "wrong.yaml", "twice.yml"]) == 1
    assert capsys.readouterr().err == (
        "wrong.yaml: body.name.en: is a text, not 6\n"
        "wrong.yaml: program[0].presenters[0].name.JA: write the language tag as 'ja', not 'JA'\n"
        "twice.yml: the document holds the key 'version' twice, again at line 15, column 1; take one out\n"
    )


@pytest.mark.parametrize("command", ["check", "program"])
def test_a_command_says_how_to_install_what_reads_yaml(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_ruamel(monkeypatch)
    assert main([command, str(folder / "meeting.json")]) == 0
    assert main([command, "meeting.yaml"]) == 1
    message = "meeting.yaml: YAML needs ruamel.yaml; install it with: pip install 'csegroup[yaml]'\n"
    assert capsys.readouterr().err == message
