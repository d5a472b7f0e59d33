"""The command `csegroup invite`: what it writes, what it keeps, and what it refuses."""

from __future__ import annotations

import datetime as dt
import resource
import signal
import stat
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest

from csegroup import AttendeeKind, Discussion, Meeting, MeetingStatus, OnlineVenue, Organization
from csegroup.cli import main
from csegroup.ical import load_mailing, records
from csegroup.json import Limits, dump

GROUP = Organization(id="jp/example", name={"en": "Specialist Group", "ja": "専門家会合"})
START = dt.datetime(2027, 2, 9, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
MEETING = Meeting(
    id="jp/example/7",
    body=GROUP,
    number=7,
    status=MeetingStatus.ANNOUNCED,
    start=START,
    venues=[OnlineVenue()],
    program=[Discussion(title={"ja": "𠮷の事例", "en": "The case"}, audience=[AttendeeKind.GOVERNMENT])],
)
ADDRESSES = ("taro@example.go.jp", "ann@embassy.example.org", "forum@example.org")
LIST = """\
email,name,language,role,time_zone,kind,join_url,passcode
taro@example.go.jp,山田太郎,ja,chair,,government,https://meet.example.go.jp/secret-1,pass-1
ann@embassy.example.org,Ann Example,en,observer,Europe/London,international,https://meet.example.go.jp/secret-2,
forum@example.org,,,,,,,
"""
FIRST, SECOND = "2027-01-12T09:00:00+09:00", "2027-01-13T09:00:00+09:00"

Invite = Callable[..., tuple[int, str, str]]


@pytest.fixture
def invite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Invite:
    """Run the command in an empty folder, with a meeting and a list."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    write(MEETING)
    Path("list.csv").write_text(LIST, encoding="utf-8")

    def run(*options: str, organizer: str = "少年課 <office@example.go.jp>") -> tuple[int, str, str]:
        command = ["invite", "meeting.json", "--organizer", organizer, "--invitees", "list.csv", *options]
        try:
            status = main(command)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def write(meeting: Meeting) -> None:
    dump(meeting, "meeting.json")


def names(folder: str) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file())


def test_a_message_an_invitee_is_written_and_a_record_is_kept(invite: Invite) -> None:
    assert invite("--out", "1") == (0, "Wrote to 1/messages/: 3 invitations\n", "")
    kinds = [f"messages/00{n}-invite.{ending}" for n in (1, 2, 3) for ending in ("eml", "ics")]
    assert names("1") == [*kinds, "record/mailing.json", "record/plan.en.txt", "record/plan.ja.txt"]


def test_a_message_holds_nobody_elses_address_name_or_link(invite: Invite) -> None:
    invite("--out", "1")
    for n, own in enumerate(ADDRESSES, start=1):
        mail = BytesParser(policy=policy.default).parsebytes(Path(f"1/messages/00{n}-invite.eml").read_bytes())
        whole = Path(f"1/messages/00{n}-invite.ics").read_bytes() + b"".join(
            bytes(part.get_payload(decode=True)) for part in mail.walk() if not part.is_multipart()
        )
        said = whole.replace(b"\r\n ", b"").decode() + str(mail.items())
        for other in {*ADDRESSES} - {own}:
            assert other not in said
        assert ("secret-1" in said, "secret-2" in said) == (n == 1, n == 2)
        assert ("𠮷の事例" in said) == (n == 1)
    assert not [name for name in names("1") if any(address in name for address in ADDRESSES)]


def test_a_mail_is_in_the_language_of_the_invitee_and_from_the_organizer(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    mail = BytesParser(policy=policy.default).parsebytes(Path("1/messages/001-invite.eml").read_bytes())
    assert (mail["From"], mail["To"]) == ("少年課 <office@example.go.jp>", "山田太郎 <taro@example.go.jp>")
    assert mail["Subject"] == "【御案内】第7回専門家会合"
    assert mail["Date"].datetime == dt.datetime.fromisoformat(FIRST)


def test_the_record_is_nobody_elses_to_read_and_holds_no_link(invite: Invite) -> None:
    invite("--out", "1")
    for path in [Path("1/record"), Path("1/messages"), *Path("1").glob("*/*")]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
    record = Path("1/record/mailing.json").read_text(encoding="utf-8")
    assert "secret" not in record
    assert "pass-1" not in record


def test_the_record_is_all_that_the_next_run_needs(invite: Invite) -> None:
    invite("--out", "1", "--assumed-length", "90", "--shared-list", "--stamp", FIRST)
    mailing, stamp = load_mailing(Path("1/record/mailing.json").read_bytes())
    assert stamp == dt.datetime.fromisoformat(FIRST)
    assert (mailing.meeting, mailing.assumed_length, mailing.shared_list) == (MEETING, dt.timedelta(minutes=90), True)
    status, output, _ = invite(
        "--out", "2", "--previous-dir", "1", "--assumed-length", "90", "--shared-list", "--stamp", SECOND
    )
    assert (status, output) == (0, "Wrote to 2/messages/: 3 unchanged\n")
    assert names("2") == ["record/mailing.json", "record/plan.en.txt", "record/plan.ja.txt"]
    assert Path("2/messages").is_dir()


def test_a_life_of_a_meeting_is_told_from_folder_to_folder(invite: Invite) -> None:
    invite("--out", "1", "--stamp", "2027-01-01T00:00:00Z")
    write(moved := MEETING.rescheduled(start=START + dt.timedelta(days=7)))
    assert invite("--out", "2", "--previous-dir", "1", "--stamp", "2027-01-02T00:00:00Z")[1].endswith(": 3 updates\n")
    Path("list.csv").write_text("\n".join(LIST.splitlines()[:2]) + "\nnew@example.org,,,,,,,\n", encoding="utf-8")
    _, output, _ = invite("--out", "3", "--previous-dir", "2", "--stamp", "2027-01-03T00:00:00Z")
    assert output.endswith(": 1 invitation, 2 withdrawals, 1 unchanged\n")
    write(moved.cancelled())
    _, output, _ = invite("--out", "4", "--previous-dir", "3", "--stamp", "2027-01-04T00:00:00Z")
    assert output.endswith(": 2 cancellations\n")
    assert b"STATUS:CANCELLED" in Path("4/messages/002-cancel.ics").read_bytes()


@pytest.mark.parametrize(
    ("locale", "printed"),
    [("C.UTF-8", "3 invitations\n山田太郎 <taro@example.go.jp>: new\n"), ("ja_JP.UTF-8", "案内3件\n山田太郎 ")],
)
def test_a_dry_run_prints_the_plan_and_writes_nothing(
    invite: Invite, monkeypatch: pytest.MonkeyPatch, locale: str, printed: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    status, output, errors = invite("--out", "1", "--dry-run")
    assert (status, errors) == (0, "")
    assert output.startswith(printed)
    assert not Path("1").exists()


def test_a_folder_that_is_not_empty_is_left_alone(invite: Invite) -> None:
    Path("1").mkdir()
    Path("1/other.txt").write_text("mine", encoding="utf-8")
    status, output, errors = invite("--out", "1")
    assert (status, output) == (1, "")
    assert errors == "1: is not empty; name another folder, or replace what is there with --force\n"
    assert names("1") == ["other.txt"]


def test_an_empty_folder_is_taken(invite: Invite) -> None:
    Path("1").mkdir()
    assert invite("--out", "1")[0] == 0


def test_force_replaces_the_messages_and_the_record_and_nothing_else(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    invite("--out", "2", "--stamp", FIRST)
    Path("2/other.txt").write_text("mine", encoding="utf-8")
    write(MEETING.cancelled())
    status, _, _ = invite("--out", "2", "--previous-dir", "1", "--force", "--stamp", SECOND)
    kinds = [f"messages/00{n}-cancel.{ending}" for n in (1, 2, 3) for ending in ("eml", "ics")]
    assert status == 0
    assert names("2") == [*kinds, "other.txt", "record/mailing.json", "record/plan.en.txt", "record/plan.ja.txt"]


def test_the_folder_of_the_previous_run_is_not_replaced(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    before = names("1")
    status, _, errors = invite("--out", "1", "--previous-dir", "./1", "--force", "--stamp", SECOND)
    assert (status, errors[:41]) == (1, "1: is the folder of the previous run, whi")
    assert names("1") == before


@pytest.mark.parametrize("name", ["messages", "record"])
@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("elsewhere", target_is_directory=True)])
def test_what_is_no_folder_of_ours_is_left_where_it_is(invite: Invite, name: str, make: Callable[[Path], None]) -> None:
    invite("--out", "1")
    Path("1", name).rename("elsewhere")
    make(Path("1", name))
    before = names("1")
    status, _, errors = invite("--out", "1", "--force")
    assert (status, errors) == (1, f"1/{name}: is no folder; take it away, or name another with --out\n")
    assert names("1") == before


def test_where_one_folder_cannot_be_replaced_neither_is(invite: Invite, monkeypatch: pytest.MonkeyPatch) -> None:
    invite("--out", "1", "--stamp", FIRST)
    before = {name: Path("1", name).read_bytes() for name in names("1")}
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        # Of the new folders the second finds no place, as on a disk that breaks between the two.
        if path.name == "record" and ".csegroup-" in str(path):
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    status, _, _ = invite("--out", "1", "--force", "--stamp", SECOND)
    assert status == 1
    assert {name: Path("1", name).read_bytes() for name in names("1")} == before


def test_a_list_that_no_record_holds_is_a_fault_and_no_traceback(
    invite: Invite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "_LIMITS", Limits(bytes=100))
    status, _, errors = invite("--out", "1")
    assert (status, errors) == (1, "list.csv: the record is larger than 0 MiB; part the list\n")
    assert not Path("1").exists()


def test_when_writing_fails_nothing_is_left(invite: Invite) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        status, _, errors = invite("--out", "1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert (status, errors) == (1, "1: File too large\n")
    assert not Path("1").exists()


def test_a_file_for_a_folder_is_refused(invite: Invite) -> None:
    assert invite("--out", "list.csv") == (1, "", "list.csv: Not a directory\n")


def test_the_time_of_the_messages_is_later_than_before(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    status, _, errors = invite("--out", "2", "--previous-dir", "1", "--stamp", FIRST)
    assert status == 1
    assert errors.startswith("--stamp: 2027-01-12T00:00:00+00:00 is not later than")
    assert not Path("2").exists()


def test_without_a_stamp_the_clock_is_asked(invite: Invite) -> None:
    begun = dt.datetime.now(dt.timezone.utc).replace(microsecond=0)
    invite("--out", "1")
    assert begun <= load_mailing(Path("1/record/mailing.json").read_bytes())[1] <= dt.datetime.now(dt.timezone.utc)


def test_all_that_is_wrong_with_both_files_is_told_at_once(invite: Invite) -> None:
    Path("meeting.json").write_text("{}", encoding="utf-8")
    Path("list.csv").write_text(
        "email,role\ntaro@example.go.jp,chief\na@example.org\nA@example.org\n", encoding="utf-8"
    )
    status, output, errors = invite("--out", "1")
    assert (status, output) == (1, "")
    assert [line.split(": ")[:2] for line in errors.splitlines()] == [
        *(["meeting.json", key] for key in ("format", "version", "id", "body")),
        ["list.csv", "line 2, role"],
        ["list.csv", "line 4, email"],
    ]
    assert not Path("1").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("email\n", "list.csv: is empty; give one at least"),
        ('email,name\na@example.org,"a\nb"\n', "list.csv: line 2, name: "),
        ('email,name\na@example.org,a ""b"" c\n', "list.csv: line 2, name: "),
        ('email,name\na@example.org,"open\n', "list.csv: line 2: is no CSV from here on"),
        ("email,time_zone\na@example.org,Mars/Base\n", "list.csv: line 2, time_zone: "),
        ("name\n山田\n", "list.csv: line 1: has no column 'email'"),
    ],
)
def test_a_bad_list_is_named_by_its_line_and_nothing_is_written(invite: Invite, text: str, said: str) -> None:
    Path("list.csv").write_text(text, encoding="utf-8")
    status, output, errors = invite("--out", "1")
    assert (status, output) == (1, "")
    assert errors.startswith(said)
    assert not Path("1").exists()


def test_an_address_with_a_newline_is_refused(invite: Invite) -> None:
    Path("list.csv").write_text('email\n"a@example.org\nBcc: b@example.org"\n', encoding="utf-8")
    status, _, errors = invite("--out", "1")
    assert status == 1
    assert errors.startswith("list.csv: line 2, email: ")
    assert "b@example.org" not in errors


def test_excels_own_encoding_is_told_apart_and_read_on_wish(invite: Invite) -> None:
    Path("list.csv").write_bytes(LIST.encode("cp932"))
    status, _, errors = invite("--out", "1")
    assert status == 1
    assert "cp932" in errors
    assert invite("--out", "1", "--encoding", "cp932")[0] == 0


def test_an_unknown_language_falls_back_and_the_plan_says_so(invite: Invite) -> None:
    Path("list.csv").write_text("email,language\na@example.org,sw\n", encoding="utf-8")
    _, output, _ = invite("--out", "1", "--dry-run")
    assert "(no words for sw; written in ja, en)" in output
    status, _, errors = invite("--out", "1")
    assert (status, errors) == (0, "a@example.org: new (no words for sw; written in ja, en)\n")


def test_a_folder_without_a_record_is_not_one_of_a_previous_run(invite: Invite) -> None:
    Path("0").mkdir()
    status, _, errors = invite("--out", "1", "--previous-dir", "0")
    assert (status, errors[:33]) == (1, "0: has no record/mailing.json; na")


def test_a_record_that_was_damaged_is_refused(invite: Invite) -> None:
    invite("--out", "1")
    Path("1/record/mailing.json").write_text("{}", encoding="utf-8")
    status, _, errors = invite("--out", "2", "--previous-dir", "1")
    assert (status, errors[:30]) == (1, "1/record/mailing.json: format:")


def test_a_record_of_another_meeting_is_refused(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    write(attrs.evolve(MEETING, id="jp/example/8"))
    status, _, errors = invite("--out", "2", "--previous-dir", "1", "--stamp", SECOND)
    assert (status, errors[:42]) == (1, "--previous-dir: is of another meeting, 'jp")
    assert not Path("2").exists()


@pytest.mark.parametrize(
    ("meeting", "options", "said"),
    [
        (attrs.evolve(MEETING, start=START + dt.timedelta(days=1)), (), "meeting.json: start: has changed, and the"),
        (MEETING, ("--assumed-length", "60"), "--assumed-length: has changed, and the"),
        (MEETING.held(), ("--assumed-length", "60"), None),
    ],
)
def test_a_change_without_its_verb_is_placed(
    invite: Invite, meeting: Meeting, options: tuple[str, ...], said: str | None
) -> None:
    invite("--out", "1", "--stamp", FIRST)
    write(meeting)
    status, _, errors = invite("--out", "2", "--previous-dir", "1", "--stamp", SECOND, *options)
    assert (status, errors.startswith(said or "")) == (1 if said else 0, True)


def test_another_organizer_is_placed_at_the_option(invite: Invite) -> None:
    invite("--out", "1", "--stamp", FIRST)
    status, _, errors = invite("--out", "2", "--previous-dir", "1", "--stamp", SECOND, organizer="other@example.go.jp")
    assert (status, errors[:24]) == (1, "--organizer: has changed")


def test_a_meeting_without_a_day_is_not_invited_to(invite: Invite) -> None:
    write(attrs.evolve(MEETING, start=None))
    assert invite("--out", "1") == (1, "", "meeting.json: no day is set yet for jp/example/7\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--assumed-length", "0"), "is a whole number of minutes from 1 to 1440, not '0'"),
        (("--assumed-length", "1441"), "not '1441'"),
        (("--assumed-length", "1:30"), "not '1:30'"),
        (("--assumed-length", "٣"), "not '٣'"),
        (("--stamp", "2027-01-12T09:00:00"), "is a time with its zone, such as"),
        (("--stamp", "tomorrow"), "not 'tomorrow'"),
        (("--stamp", "0001-01-01T00:00:00+09:00"), "is a time with its zone"),
        (("--organizer", "nobody"), "is no e-mail address"),
    ],
)
def test_wrong_options_are_refused(invite: Invite, options: tuple[str, ...], said: str) -> None:
    status, _, errors = invite("--out", "1", *options)
    assert status == 2
    assert said in errors
