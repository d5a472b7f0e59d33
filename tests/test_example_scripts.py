"""The scripts of the kind that users write: invitations from a spreadsheet, and a reminder of what is missing."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import os
import stat
from email.message import EmailMessage
from pathlib import Path

import attrs
import pytest

from csegroup import (
    Address,
    AddressKind,
    Archive,
    Discussion,
    InWriting,
    Meeting,
    Organization,
    Presentation,
    Session,
)
from csegroup import json as cse_json
from site_samples import CLOSED, COMING, EXAMPLES, PLANNED, run

PEOPLE = (
    "氏名,所属,メールアドレス,言語,役割,区分,参加用URL,備考\r\n"
    "山田太郎,少年課,yamada@example.go.jp,ja,chair,government,https://meet.example.go.jp/y,\r\n"
    "髙﨑花子,兵庫県警察,takasaki@example.go.jp,ja,,prefectural_police,,午後から\r\n"
    "Ann Example,Embassy,ann@embassy.example.org,en,observer,international,,\r\n"
)


def invite(tmp_path: Path, people: bytes, meeting: Meeting = COMING, out: str = "out") -> tuple[int, str, str]:
    cse_json.dump(meeting, tmp_path / "meeting.json")
    (tmp_path / "名簿.csv").write_bytes(people)
    options = ["--organizer", "juvenile@example.go.jp", "--stamp", "2026-11-24T09:00+09:00"]
    done = run("invite_from_spreadsheet", tmp_path / "meeting.json", tmp_path / "名簿.csv", tmp_path / out, *options)
    return done.returncode, done.stdout, done.stderr


def messages(folder: Path) -> list[EmailMessage]:
    files = sorted(folder.iterdir())
    assert [one.name for one in files] == [f"{n:03}.eml" for n in range(1, len(files) + 1)]
    return [email.message_from_bytes(one.read_bytes(), policy=email.policy.default) for one in files]


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-8"])
def test_a_list_of_excel_becomes_a_message_an_invitee(tmp_path: Path, encoding: str) -> None:
    code, said, wrong = invite(tmp_path, PEOPLE.encode(encoding))
    assert (code, wrong) == (0, "")
    assert said.splitlines()[0] == "案内3件"
    made = messages(tmp_path / "out")
    assert [str(one["To"].addresses[0].display_name) for one in made] == ["山田太郎", "髙﨑花子", "Ann Example"]
    assert [one["Subject"] for one in made] == ["【御案内】総会", "【御案内】総会", "Invitation: General Meeting"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700 or os.name == "nt"


def test_a_message_names_nobody_else_and_tells_what_its_reader_may_see(tmp_path: Path) -> None:
    invite(tmp_path, PEOPLE.encode("cp932"))
    yamada, takasaki, ann = [
        "".join(part.get_content() for part in one.walk() if part.get_content_type() == "text/plain")
        for one in messages(tmp_path / "out")
    ]
    assert (CLOSED in yamada, CLOSED in takasaki, CLOSED in ann) == (True, False, False)
    assert "https://meet.example.go.jp/y" in yamada
    assert "https://meet.example.go.jp/y" not in takasaki + ann
    for path in (tmp_path / "out").iterdir():
        named = [one for one in (b"yamada@", b"takasaki@", b"ann@") if one in path.read_bytes()]
        assert len(named) == 1


def test_the_same_list_gives_the_same_messages(tmp_path: Path) -> None:
    for out in ("1", "2"):
        assert invite(tmp_path, PEOPLE.encode("cp932"), out=out)[0] == 0
    first, again = ([one.read_bytes() for one in sorted((tmp_path / out).iterdir())] for out in ("1", "2"))
    assert first == again


@pytest.mark.parametrize(
    ("people", "meeting", "expected"),
    [
        ("氏名\r\n山田\r\n", COMING, "line 1: has no column 'email'"),
        ("メールアドレス,言語\r\nyamada,ja\r\n", COMING, "line 2, email: is no e-mail address"),
        (PEOPLE, attrs.evolve(COMING, start=None, end=None), "no day is set yet for jp/example/general/2026"),
        (PEOPLE.replace("所属", "所続"), COMING, "line 1, column 2: is '所続', which is none of "),
    ],
)
def test_what_is_wrong_is_told_and_no_message_is_made(
    tmp_path: Path, people: str, meeting: Meeting, expected: str
) -> None:
    code, said, wrong = invite(tmp_path, people.encode("cp932"), meeting)
    assert (code, said) == (1, "")
    assert wrong.startswith(f"invite_from_spreadsheet.py: {expected}")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    code, _, wrong = invite(tmp_path, PEOPLE.encode())
    assert (code, list((tmp_path / "out").iterdir())) == (1, [])
    assert wrong == f"invite_from_spreadsheet.py: {tmp_path / 'out'} is there already; name a folder that is not\n"


BARE = Meeting(
    id="jp/example/bare",
    body=Organization(id="jp/example", name={"ja": "研究会", "en": "Study Group"}),
    number=2,
    day=dt.date(2026, 12, 1),
)
GAPS = attrs.evolve(
    BARE,
    id="jp/example/gaps",
    number=3,
    day=None,
    start=PLANNED,
    program=[
        Address(kind=AddressKind.OPENING),
        Session(title={"ja": "発表"}, items=[Discussion(), Presentation(title={"ja": "事例", "en": "Cases"})]),
    ],
)


def remind(tmp_path: Path, meetings: list[Meeting], *options: str) -> str:
    cse_json.write_archive(Archive(meetings=meetings), tmp_path / "archive.jsonl")
    done = run("remind_of_gaps", tmp_path / "archive.jsonl", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_reminder_names_what_is_missing_meeting_by_meeting(tmp_path: Path) -> None:
    assert remind(tmp_path, [GAPS, BARE], "--today", "2026-11-24") == (
        "来月の会議について、次の点が未定又は未記入です。\n"
        "\n第2回研究会\n令和8年12月1日(火)\n- 会場\n- 次第\n- 担当\n- 開始時刻\n- 終了時刻\n"
        "\n第3回研究会\n令和8年12月8日(火)午後2時から\n- 会場\n- 担当\n- 終了時刻\n"
        "- 次第の1番目の登壇者\n- 次第の2番目の登壇者\n- 英語（次第の2番目）\n"
    )
    assert remind(tmp_path, [GAPS], "--today", "2026-11-30", "--locale", "en") == (
        "This is still missing for the meetings of next month:\n"
        "\n3rd Study Group\nFrom 2:00 p.m. on December 8, 2026 (Tuesday)\n- venue\n- contact\n- end\n"
        "- who speaks in item 1\n- who speaks in item 2\n- English (item 2)\n"
    )


@pytest.mark.parametrize(
    ("meetings", "today"),
    [
        ([], "2026-11-24"),
        ([BARE], "2026-12-01"),
        ([BARE], "2026-10-31"),
        ([BARE, BARE.cancelled()], "2026-11-24"),
        ([BARE, BARE.rescheduled(day=dt.date(2027, 1, 1))], "2026-11-01"),
        ([attrs.evolve(COMING, program=COMING.program[:1])], "2026-11-24"),
    ],
)
def test_a_reminder_of_nothing_says_so(tmp_path: Path, meetings: list[Meeting], today: str) -> None:
    assert remind(tmp_path, meetings, "--today", today) == "来月の会議について、未定又は未記入の点はありません。\n"


def test_the_month_after_december_is_january(tmp_path: Path) -> None:
    moved = attrs.evolve(BARE, day=dt.date(2027, 1, 31))
    assert "令和9年1月31日(日)" in remind(tmp_path, [moved], "--today", "2026-12-31")


def test_a_meeting_in_writing_needs_no_hour(tmp_path: Path) -> None:
    written = attrs.evolve(BARE, venues=[InWriting()])
    assert remind(tmp_path, [written], "--today", "2026-11-24").splitlines()[4:] == ["- 次第", "- 担当"]


def test_an_archive_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "wrong.jsonl").write_text("{}\n", encoding="utf-8")
    for name in ("wrong.jsonl", "none.jsonl"):
        done = run("remind_of_gaps", tmp_path / name, "--today", "2026-11-24")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("remind_of_gaps.py: ")
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("script", ["invite_from_spreadsheet", "remind_of_gaps"])
def test_a_script_is_short_and_its_help_is_kind(script: str) -> None:
    assert len((EXAMPLES / f"{script}.py").read_text(encoding="utf-8").splitlines()) < 60
    done = run(script, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: ")
    assert run(script).returncode == 2


def test_a_time_without_a_zone_and_a_day_at_the_end_of_the_calendar_are_told(tmp_path: Path) -> None:
    arguments = ["m", "l", "o", "--organizer", "a@example.org", "--stamp", "2026-11-24"]
    done = run("invite_from_spreadsheet", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: argument --stamp: " in done.stderr
    done = run("remind_of_gaps", tmp_path, "--today", "9999-12-02")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "remind_of_gaps.py: date value out of range\n"


def test_a_place_is_said_in_words_and_once(tmp_path: Path) -> None:
    said = {"ja": "事例"}
    item = Session(title=said, items=[Discussion(title=said, report=said)])
    meeting = attrs.evolve(GAPS, title=said, aim=said, program=[item])
    lines = remind(tmp_path, [meeting], "--today", "2026-11-24").splitlines()
    assert lines[-3:] == ["- 英語（会議名）", "- 英語（目的）", "- 英語（次第の1番目）"]
