"""Time a program in text and HTML against the same strings, already localized, through compiled Jinja2 templates.

Then the first program of a fresh process against `import babel.dates` and one day. Run it with
`python benchmarks/programs.py` (needs `csegroup[dev]`); `--json` prints the figures for a program to read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import timeit
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs
import jinja2

import csegroup as cse
from csegroup.documents import Document, program, stylesheet, to_html, to_text
from csegroup.documents.tree import Block, Entry, Listing, Outline, Paragraphs, Section
from csegroup.example import MEETING
from csegroup.wording.phrases import plain

TEXT = """\
{%- macro block(indent, one) -%}
{%- for line in one.lines %}{{ indent }}{{ line }}
{% endfor -%}
{%- for entry in one.entries %}{% if entry.blocks %}
{% endif %}{{ indent }}{{ entry.mark }}{{ entry.gap }}{{ entry.text }}
{% for inner in entry.blocks %}{{ block(indent + indent_by, inner) }}{% endfor -%}
{% endfor -%}
{%- endmacro -%}
{{ title }}

{% for one in blocks %}{{ block("", one) }}{% endfor -%}
"""
HTML = """\
{%- macro block(one, level) -%}
{%- for line in one.lines %}<p>{{ line }}</p>{% endfor -%}
{%- if one.heading %}<section><h{{ level }}><span>{{ one.mark }}</span>{{ one.heading }}</h{{ level }}>
{%- for inner in one.blocks %}{{ block(inner, level + 1) }}{% endfor %}</section>{% endif -%}
{%- if one.entries %}<ol role="list">{% for entry in one.entries -%}
<li><span class="mark">{{ entry.mark }}</span><div><p>{{ entry.text }}</p>
{%- for inner in entry.blocks %}{{ block(inner, level) }}{% endfor %}</div></li>{% endfor %}</ol>{% endif -%}
{%- endmacro -%}
<!DOCTYPE html><html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<style>{{ rules|safe }}</style></head><body><main><h1>{{ title }}</h1>
{%- for one in blocks %}{{ block(one, 2) }}{% endfor %}</main></body></html>
"""
_FIRST = "import csegroup, csegroup.example as e; csegroup.format_program(e.MEETING, locale={!r})"
FRESH = {
    "import babel.dates, one day": (
        "import datetime, babel.dates;"
        "babel.dates.format_date(datetime.date(2022, 2, 8), 'MMMM d, y (EEEE)', locale='en')"
    ),
    "first program in Japanese": _FIRST.format("ja"),
    "first program in English": _FIRST.format("en"),
}
RUNS = 15


def _strings(outline: Outline) -> dict[str, Any]:
    """Give the strings of a document as the templates want them."""
    return {
        "title": plain(outline.title),
        "language": outline.language,
        "indent_by": outline.indent,
        "blocks": [_block(block) for block in outline.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraphs():
            return {"lines": [plain(line) for line in block.lines], "entries": []}
        case Listing():
            return {"lines": [], "entries": [_entry(entry) for entry in block.entries]}
        case Section():
            entry = _entry(Entry(block.mark, block.heading, block.blocks))
            return {"lines": [], "entries": [], "heading": entry["text"]} | entry
        case _:
            raise TypeError(block)


def _entry(entry: Entry) -> dict[str, Any]:
    blocks = [_block(inner) for inner in entry.blocks]
    return {"mark": entry.mark.text, "gap": entry.mark.gap, "text": plain(entry.line), "blocks": blocks}


def _as_text(strings: dict[str, Any]) -> dict[str, Any]:
    """Give the same with sections as entries, which is what they are in plain text."""
    return strings | {"blocks": [_section_as_entry(block) for block in strings["blocks"]]}


def _section_as_entry(block: dict[str, Any]) -> dict[str, Any]:
    if "heading" not in block:
        return block
    return {"lines": [], "entries": [block | {"blocks": [_section_as_entry(inner) for inner in block["blocks"]]}]}


def _least(run: Callable[[], object]) -> float:
    """Give the least of many times, in microseconds."""
    number = max(1, round(0.02 / min(timeit.repeat(run, number=1, repeat=5))))
    return min(timeit.repeat(run, number=number, repeat=RUNS)) / number * 1e6


def _of_size(items: int) -> cse.Meeting:
    """Give the example's meeting with so many presentations."""
    session = next(item for item in MEETING.program if isinstance(item, cse.Session))
    return attrs.evolve(MEETING, program=[session.items[i % len(session.items)] for i in range(items)])


def _written(write: Callable[[Document], str], meeting: cse.Meeting, locale: str) -> str:
    return write(program(meeting, locale=locale))


def _programs() -> Iterator[dict[str, Any]]:
    text = jinja2.Environment(autoescape=False).from_string(TEXT)  # noqa: S701 - plain text
    html = jinja2.Environment(autoescape=True).from_string(HTML)
    meetings = {"the meeting of 2022": MEETING} | {f"{n} items": _of_size(n) for n in (10, 100, 1000)}
    for name, meeting in meetings.items():
        for locale in ("ja", "en"):
            strings = _strings(program(meeting, locale=locale)[0]) | {"rules": stylesheet()}
            for kind, write, template, given in (
                ("text", to_text, text, _as_text(strings)),
                ("html", to_html, html, strings),
            ):
                ours = _least(partial(_written, write, meeting, locale))
                peer = _least(partial(template.render, given))
                yield {
                    "program": f"{name}, {locale}, {kind}",
                    "csegroup µs": ours,
                    "jinja2 µs": peer,
                    "ratio": ours / peer,
                }


def _fresh() -> Iterator[dict[str, Any]]:
    """Time whole fresh processes in turn, so that whatever else the machine does falls on all of them."""
    least = dict.fromkeys(FRESH, float("inf"))
    for _ in range(RUNS):
        for name, statement in FRESH.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", statement], check=True)
            least[name] = min(least[name], time.perf_counter() - begun)
    peer = least["import babel.dates, one day"]
    yield from ({"process": name, "ms": value * 1000, "ratio": value / peer} for name, value in least.items())


def main() -> None:
    """Print the tables."""
    programs, fresh = list(_programs()), list(_fresh())
    if "--json" in sys.argv[1:]:
        print(json.dumps({"programs": programs, "fresh processes": fresh}, indent=2, ensure_ascii=False))
        return
    for rows in (programs, fresh):
        print("".join(f"{name:>32}" if i == 0 else f"{name:>14}" for i, name in enumerate(rows[0])))
        for row in rows:
            print("".join(f"{v:>32}" if isinstance(v, str) else f"{v:>14.2f}" for v in row.values()))
        print()


if __name__ == "__main__":
    main()
