from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from csegroup import Body, Council, DatedName, Meeting, Organization
from csegroup.archive import ArchiveRecord
from csegroup.cli import main
from csegroup.cli.messages import SEVERITIES
from csegroup.json import write_lines
from csegroup.review import Severity
from csegroup.review.national_holidays import national_holidays
from review_cases import CASES, evolve
from reviewed import GENERAL, Kept, kept, meeting

Result = tuple[int, str, str]
Run = Callable[..., Result]
TODAY = "--today=2026-11-24"
NO_HOLIDAYS = "--ignore=holidays_unknown"


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Check files of a folder in this process, for somebody who has no language of their own."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: str) -> Result:
        try:
            status = main(["check", *arguments])
        except SystemExit as stop:
            status = int(str(stop.code))
        output, errors = capsysbinary.readouterr()
        return status, output.decode(), errors.decode()

    return run_here


def write(name: str, records: Kept, *more: ArchiveRecord) -> None:
    write_lines([records.council, *records.organizations, *records.meetings, *more], name)


def spoiled(*codes: str) -> Kept:
    records = kept()
    for code in codes:
        CASES[code][1](records)
    return records


def test_an_archive_in_which_nothing_is_found_is_passed_over_in_silence(run: Run) -> None:
    write("a.jsonl", kept())
    assert run("a.jsonl", TODAY, NO_HOLIDAYS) == (0, "", "")


def test_findings_are_told_by_line_on_standard_output(run: Run) -> None:
    write("a.jsonl", spoiled("http", "gap"))
    status, output, errors = run("a.jsonl", TODAY, NO_HOLIDAYS)
    assert (status, errors) == (3, "")
    assert output.splitlines() == [
        (
            "a.jsonl: line 2, member_groups[2].until: warning: ends on March 31, 2022 (Thursday), "
            "and the next name begins on April 1, 2022 (Friday) [gap]"
        ),
        (
            "a.jsonl: line 7, url: warning: jp/midori-council/general/3: http://www.council.example.jp/general-3/ is "
            "not encrypted; write https, if the page is there [http]"
        ),
    ]


def test_findings_speak_the_language_of_the_reader(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.jsonl", spoiled("saturday"))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert run("a.jsonl", TODAY, NO_HOLIDAYS) == (
        0,
        "a.jsonl: line 7, start: 参考：jp/midori-council/general/3：令和3年5月15日(土)は閉庁日である。 [saturday]\n",
        "",
    )


@pytest.mark.parametrize(("code", "status"), [("number_twice", 1), ("http", 3), ("saturday", 0)])
def test_the_status_is_that_of_the_worst(run: Run, code: str, status: int) -> None:
    write("a.jsonl", spoiled(code))
    assert run("a.jsonl", TODAY, NO_HOLIDAYS)[0] == status


def test_a_finding_is_left_out_by_its_code(run: Run) -> None:
    write("a.jsonl", spoiled("http", "telephone"))
    status, output, _ = run("a.jsonl", TODAY, NO_HOLIDAYS, "--ignore", "http", "--ignore", "telephone")
    assert (status, output) == (0, "")


def test_a_code_that_is_not_known_is_refused_with_those_that_are(run: Run) -> None:
    status, _, errors = run("a.jsonl", "--ignore", "htp")
    assert status == 2
    assert "--ignore: is one of absent_member, after_the_end, " in errors
    assert errors.endswith("not 'htp'; did you mean http?\n")
    assert run("a.jsonl", "--ignore", "xyz")[2].endswith("not 'xyz'\n")
    assert run("a.jsonl", "--ignore", "http,gap")[2].endswith(
        "is one code, not 'http,gap'; give the option again for each more\n"
    )


def test_today_is_a_day_and_by_default_the_real_one(run: Run) -> None:
    assert run("a.jsonl", "--today", "yesterday")[2].endswith("is a day such as 2026-11-24, not 'yesterday'\n")
    write("a.jsonl", kept())
    assert run("a.jsonl", "--today=2026-12-05", NO_HOLIDAYS)[1].endswith("[day_passed]\n")
    assert run("a.jsonl", NO_HOLIDAYS)[2] == ""


def test_problems_and_findings_are_one_array_of_json(run: Run) -> None:
    write("a.jsonl", spoiled("http", "material_twice"))
    Path("b.json").write_text('{"format": "csegroup.meeting", "version": 1}', encoding="utf-8")
    status, output, errors = run("a.jsonl", "b.json", "none.json", TODAY, NO_HOLIDAYS, "--format", "json")
    assert (status, errors) == (1, "")
    told = json.loads(output)
    assert [(one["file"], one["code"], one["severity"], one["path"]) for one in told] == [
        ("a.jsonl", "material_twice", "error", "line 7, program[2].materials[1].number"),
        ("a.jsonl", "http", "warning", "line 7, url"),
        ("b.json", "missing", "error", "id"),
        ("b.json", "missing", "error", "body"),
        ("none.json", "unreadable", "error", ""),
    ]
    assert told[0]["values"] == {
        "meeting": "jp/midori-council/general/3",
        "number": "1",
        "other": "line 7, program[2].materials[0]",
    }
    assert set(told[1]) == {"file", "code", "severity", "path", "values", "message"}
    assert "is not encrypted" in told[1]["message"]


def test_an_archive_without_findings_is_an_empty_array_of_json(run: Run) -> None:
    write("a.jsonl", kept())
    assert run("a.jsonl", TODAY, NO_HOLIDAYS, "--format=json") == (0, "[]\n", "")


def test_an_archive_with_problems_is_not_reviewed(run: Run) -> None:
    write("a.jsonl", spoiled("http"))
    with Path("a.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    status, output, errors = run("a.jsonl", TODAY)
    assert (status, output) == (1, "")
    assert errors.startswith("a.jsonl: line 17")


def test_a_state_that_stands_there_twice_is_a_problem(run: Run) -> None:
    records = kept()
    write("a.jsonl", records, records.meetings[0])
    status, output, errors = run("a.jsonl", TODAY)
    assert (status, output) == (1, "")
    assert errors.startswith("a.jsonl: line 17: is jp/midori-council/general/1, 0, held, as line 5 is")


def test_meetings_without_a_council_are_reviewed_by_themselves(run: Run) -> None:
    one = attrs.evolve(kept().meetings[1], url="http://www.example.jp/")
    write_lines([one], "a.jsonl")
    assert run("a.jsonl", TODAY, NO_HOLIDAYS)[1].startswith("a.jsonl: line 2, url: warning: ")


def test_each_meeting_is_reviewed_with_the_council_of_its_body(run: Run) -> None:
    records = spoiled("former_member")
    body = Organization(id="jp/sora-council/general", name={"ja": "大空県協議会総会", "en": "General Meeting of Ozora"})
    sora = Council(
        id="jp/sora-council",
        names=[attrs.evolve(records.council.names[1], text={"ja": "大空県協議会", "en": "Council of Ozora"})],
        bodies=[
            Body(organization=body, since=records.council.names[1].since, sources=records.council.names[1].sources)
        ],
    )
    theirs: list[Meeting] = [attrs.evolve(meeting(GENERAL, 4, (2022, 6, 7)), body=body, id="jp/sora-council/general/4")]
    lost = Organization(id="jp/sora-council/working", name={"ja": "作業部会", "en": "Working Party"})
    theirs.append(attrs.evolve(theirs[0], body=lost, id="jp/sora-council/working/4", start=theirs[0].start, venues=()))
    write("a.jsonl", records, sora, *theirs)
    output = run("a.jsonl", TODAY, NO_HOLIDAYS, "--ignore=page_twice", "--ignore=report_copied")[1]
    assert [line.split(": ")[1] + line.rpartition(" ")[2] for line in output.splitlines()] == [
        "line 9, program[2].presenters[0].organization[former_member]",
        "line 19, body.id[body_unknown]",
    ]


def test_that_holidays_were_not_looked_at_is_told_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    national_holidays.cache_clear()
    write(
        "a.jsonl",
        kept(),
        Council(id="jp/sora-council", names=[DatedName(text={"und": "Sora"}, since=kept().council.names[0].since)]),
    )
    status, output, _ = run("a.jsonl", TODAY, "--ignore=source_missing")
    national_holidays.cache_clear()
    assert status == 0
    assert output == (
        "a.jsonl: note: holidays were not looked at; install csegroup[holidays], or give holidays [holidays_unknown]\n"
    )


def test_every_severity_has_a_word() -> None:
    assert set(SEVERITIES) == {severity.value for severity in Severity}


def _in_two_files(records: Kept) -> None:
    """Write a file for the years until 2021, and one for the others."""
    later = [one for one in records.meetings if one.local_date and one.local_date.year > 2021]
    first = [one for one in records.meetings if one not in later]
    write_lines([records.council, *records.organizations, *first], "1.jsonl")
    write_lines([records.council, *later], "2.jsonl")


def test_a_file_a_year_is_one_archive(run: Run) -> None:
    _in_two_files(kept())
    assert run("1.jsonl", "2.jsonl", TODAY, NO_HOLIDAYS) == (0, "", "")


def test_findings_over_several_files_are_told_by_file_and_line(run: Run) -> None:
    records = spoiled("report_copied")
    records.meetings[4] = attrs.evolve(records.meetings[4], url="http://www.council.example.jp/4/")
    report = {"ja": "同じ報告である。" * 20, "en": "The same report. " * 20 + "So."}
    for i in (2, 5):
        items = list(kept().meetings[i].program)
        items[2] = evolve(items[2], report=report)
        records.meetings[i] = attrs.evolve(records.meetings[i], program=items)
    _in_two_files(records)
    output = run("1.jsonl", "2.jsonl", TODAY, NO_HOLIDAYS)[1]
    assert [line.partition(": warning: ")[0] for line in output.splitlines()] == [
        "2.jsonl: line 3, url",
        "2.jsonl: line 4, program[2].report",
    ]
    assert "is the same report as 1.jsonl: line 7, program[2].report" in output


def test_what_stands_in_two_files_is_told_with_the_other(run: Run) -> None:
    records = kept()
    write("a.jsonl", records)
    write_lines([records.meetings[0]], "b.jsonl")
    status, output, errors = run("a.jsonl", "b.jsonl", TODAY)
    assert (status, output) == (1, "")
    assert errors == "b.jsonl: line 2: is jp/midori-council/general/1, 0, held, as a.jsonl: line 5 is; keep one\n"


def test_where_one_file_cannot_be_read_none_is_reviewed(run: Run) -> None:
    _in_two_files(spoiled("http"))
    with Path("2.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    status, output, errors = run("1.jsonl", "2.jsonl", TODAY)
    assert (status, output) == (1, "")
    assert errors.startswith("2.jsonl: line ")


def test_a_packed_file_that_is_none_is_told(run: Run) -> None:
    Path("a.jsonl.gz").write_bytes(b"not packed")
    status, output, errors = run("a.jsonl.gz", TODAY)
    assert (status, output) == (1, "")
    assert errors.startswith("a.jsonl.gz: line 1: is not what gzip wrote")


def test_a_packed_record_that_is_none_is_told(run: Run) -> None:
    Path("a.json.gz").write_bytes(b"not packed")
    assert run("a.json.gz", TODAY) == (
        1,
        "",
        (
            "a.json.gz: is not what gzip wrote, or not all of it; get it again, or take .gz off its name if it is not "
            "packed\n"
        ),
    )


def test_a_place_in_the_register_is_told_by_its_line(run: Run) -> None:
    write("a.jsonl", spoiled("two_ids"))
    told = json.loads(run("a.jsonl", TODAY, NO_HOLIDAYS, "--format=json")[1])
    assert [one["values"]["other"] for one in told] == ["line 2, member_groups[3].organization"]


def test_an_archive_is_known_by_its_first_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.jsonl", spoiled("http"))
    data = Path("a.jsonl").read_bytes()
    Path("a.txt").write_bytes(data)
    Path("a.txt.gz").write_bytes(gzip.compress(data))
    for name in ("a.txt", "a.txt.gz", "-"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run(name, TODAY, NO_HOLIDAYS)[1].startswith(f"{name}: line 7, url: warning: ")


def test_another_record_on_standard_input_is_looked_at_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b'{"format": "csegroup.meeting", "version": 1}', b"[]", b"{"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run("-", TODAY)[0] == 1
