"""Print a reminder of what is still missing in the programs of next month, as the text of a mail."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator

import csegroup as cse

WORDS = {
    "ja": {"some": "来月の会議について、次の点が未定又は未記入です。", "none": "来月の会議について、未定又は未記入の点はありません。", "venues": "会場", "start": "開始時刻",
           "end": "終了時刻", "program": "次第", "contact": "担当", "item": "次第の{}番目", "speaker": "{}の登壇者", "ja": "日本語（{}）", "en": "英語（{}）",
           "body": "会議体", "title": "会議名", "jointly_with": "共催", "notice": "お知らせ", "aim": "目的", "attendees": "参加者"},
    "en": {"some": "This is still missing for the meetings of next month:", "none": "Nothing is missing for the meetings of next month.", "venues": "venue", "start": "hour",
           "end": "end", "program": "program", "contact": "contact", "item": "item {}", "speaker": "who speaks in {}", "ja": "Japanese ({})", "en": "English ({})",
           "body": "body", "title": "title", "jointly_with": "joint bodies", "notice": "notice", "aim": "aim", "attendees": "attendees"},
}  # fmt: skip


def gaps(meeting: cse.Meeting, words: dict[str, str]) -> Iterator[str]:
    hours = () if meeting.in_writing else ("start", "end")  # in writing, answers are due on a day
    yield from (words[field] for field in ("venues", "program", "contact", *hours) if not getattr(meeting, field))
    for number, item in enumerate(meeting.program, start=1):
        for one in item.items if isinstance(item, cse.Session) else (item,):
            talk = isinstance(one, cse.Presentation) and not one.presenters
            if talk or (isinstance(one, cse.Address) and not one.speaker):
                yield words["speaker"].format(words["item"].format(number))
    for language in ("ja", "en"):
        for text in cse.wording.missing(meeting, locale=language):
            field, _, index = text.path.partition(".")[0].rstrip("]").partition("[")
            place = words["item"].format(int(index) + 1) if field == "program" else words.get(field)
            if place and not text.translated:  # a source is in no program
                yield words[language].format(place)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", metavar="ARCHIVE.jsonl", help="the meetings, in every state that is known")
    parser.add_argument("--today", type=dt.date.fromisoformat, required=True, help="such as 2026-11-24")
    parser.add_argument("--locale", choices=WORDS, default="ja", help="the language of the mail")
    options = parser.parse_args()
    try:
        since = (options.today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        until = (since + dt.timedelta(days=32)).replace(day=1)
        meetings = cse.between(cse.json.read_archive(options.archive).meetings, since, until)
    except (OSError, OverflowError, cse.CsegroupError) as error:
        sys.exit(f"{parser.prog}: {error}")
    words, locale, lines = WORDS[options.locale], options.locale, []
    for meeting in meetings:
        if meeting.status is not cse.MeetingStatus.CANCELLED and (found := list(gaps(meeting, words))):
            lines += ["", cse.format_title(meeting, locale=locale), cse.wording.format_when(meeting, locale=locale)]
            lines += [f"- {gap}" for gap in dict.fromkeys(found)]
    print("\n".join([words["some" if lines else "none"], *lines]))


if __name__ == "__main__":
    main()
