"""Print a reminder of what is still missing in the programs of next month, as the text of a mail."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Iterator

import csegroup as cse

WORDS = {
    "ja": ("来月の会議について、次の点が未定又は未記入です。", "来月の会議について、未定又は未記入の点はありません。",
           "会場", "開始時刻", "終了時刻", "次第", "担当", "次第の{}番目の登壇者", "日本語（{}）", "英語（{}）", "次第の{}番目"),
    "en": ("This is still missing for the meetings of next month:", "Nothing is missing for the meetings of next month.",
           "venue", "hour", "end", "program", "contact", "who speaks in item {}", "Japanese ({})", "English ({})", "item {}"),
}  # fmt: skip
FIELDS = {
    "ja": {"body": "会議体", "title": "会議名", "jointly_with": "共催", "notice": "お知らせ", "aim": "目的", "venues": "会場",
           "attendees": "参加者", "contact": "担当"},
    "en": {"body": "body", "title": "title", "jointly_with": "joint bodies", "notice": "notice", "aim": "aim",
           "venues": "venue", "attendees": "attendees", "contact": "contact"},
}  # fmt: skip


def place(path: str, locale: str) -> str:
    """Say in words where a text stands, such as program[1].title."""
    field, number = re.findall(r"(\w+)(?:\[(\d+)\])?", path)[0]
    return WORDS[locale][-1].format(int(number) + 1) if field == "program" else FIELDS[locale].get(field, path)


def gaps(meeting: cse.Meeting, locale: str) -> Iterator[str]:
    venue, hour, end, program, contact, speaker, *languages = WORDS[locale][2:-1]
    told: dict[str, object] = {venue: meeting.venues, program: meeting.program, contact: meeting.contact}
    if not meeting.in_writing:  # where answers are due on a day
        told |= {hour: meeting.start, end: meeting.end}
    yield from (what for what, given in told.items() if not given)
    for number, item in enumerate(meeting.program, start=1):
        for one in item.items if isinstance(item, cse.Session) else (item,):
            talk = isinstance(one, cse.Presentation) and not one.presenters
            if talk or (isinstance(one, cse.Address) and not one.speaker):
                yield speaker.format(number)
    for language, said in zip(("ja", "en"), languages, strict=True):
        for text in cse.wording.missing(meeting, locale=language):
            if not (text.translated or text.path.startswith("sources")):  # which no program prints
                yield said.format(place(text.path, locale))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", metavar="ARCHIVE.jsonl", help="the meetings, in every state that is known")
    parser.add_argument("--today", type=dt.date.fromisoformat, required=True, help="such as 2026-11-24")
    parser.add_argument("--locale", choices=WORDS, default="ja", help="the language of the mail")
    options = parser.parse_args()
    if options.today > dt.date(9999, 10, 31):
        parser.error("argument --today: is at the end of the calendar")
    since = (options.today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    until = (since + dt.timedelta(days=32)).replace(day=1)
    try:
        meetings = cse.between(cse.json.read_archive(options.archive).meetings, since, until)
    except (OSError, cse.CsegroupError) as error:
        sys.exit(f"{parser.prog}: {error}")
    lines = []
    for meeting in meetings:
        if meeting.status is not cse.MeetingStatus.CANCELLED and (found := list(gaps(meeting, options.locale))):
            when = cse.wording.format_when(meeting, locale=options.locale)
            lines += [
                "",
                cse.format_title(meeting, locale=options.locale),
                when,
                *(f"- {gap}" for gap in dict.fromkeys(found)),
            ]
    print("\n".join([WORDS[options.locale][0 if lines else 1], *lines]))


if __name__ == "__main__":
    main()
