"""Make the invitations of a meeting from an office's list in Excel, as files that a mail program can send.

The list is saved as CSV, in Excel's own Shift_JIS or in UTF-8, under the heads in COLUMNS. No message names another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import sys
from pathlib import Path

import csegroup as cse
from csegroup.ical import Mailbox, Mailing, invitations, plan, read_invitees

COLUMNS = {
    "メールアドレス": "email", "氏名": "name", "言語": "language", "役割": "role", "区分": "kind", "参加用URL": "join_url",
    "パスコード": "passcode", "所属": None, "電話番号": None, "備考": None,
}  # fmt: skip


def encoding_of(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp932"
    return "utf-8"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("meeting", metavar="MEETING.json", help="the meeting, as csegroup.json writes it")
    parser.add_argument("invitees", type=Path, metavar="LIST.csv", help="who is invited, as Excel saves it")
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder to be made, which nobody else can read")
    parser.add_argument("--organizer", required=True, help="the address of the office, to which answers go")
    parser.add_argument("--stamp", type=dt.datetime.fromisoformat, required=True, help="now: 2026-11-24T09:00+09:00")
    options = parser.parse_args()
    if not options.stamp.tzinfo:
        parser.error("argument --stamp: needs a zone, such as 2026-11-24T09:00+09:00")
    try:
        data = options.invitees.read_bytes()
        people = read_invitees(io.BytesIO(data), encoding=encoding_of(data), columns=COLUMNS)
        meeting, office = cse.json.load(options.meeting, cse.Meeting), Mailbox(email=options.organizer)
        mailing = Mailing(meeting=meeting, organizer=office, invitees=people, assumed_length=dt.timedelta(hours=2))
        messages = [bytes(one.email()) for one in invitations(mailing, stamp=options.stamp)]
        options.out.mkdir(mode=0o700)
        for number, message in enumerate(messages, start=1):
            (options.out / f"{number:03}.eml").write_bytes(message)
    except FileExistsError:
        sys.exit(f"{parser.prog}: {options.out} is there already; name a folder that is not")
    except (OSError, cse.CsegroupError) as error:
        sys.exit(f"{parser.prog}: {error}")
    print(plan(mailing).to_text(locale="ja"))


if __name__ == "__main__":
    main()
