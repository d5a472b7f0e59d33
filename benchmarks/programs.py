"""Time a program in text and HTML against the same strings, already localized, through compiled Jinja2 templates."""

from __future__ import annotations

import json
import timeit
from collections.abc import Callable
from typing import Any

import attrs
import jinja2

import csegroup as cse
from csegroup.documents import program
from csegroup.documents.tree import Block, Entry, Listing, Outline, Paragraphs, Section
from csegroup.example import MEETING
from csegroup.wording.phrases import plain

TEXT = """\
{%- macro block(indent, one) -%}
{%- if one.lines %}{% for line in one.lines %}{{ indent }}{{ line }}
{% endfor %}{% endif -%}
{%- for entry in one.entries %}{% if entry.blocks %}
{% endif %}{{ indent }}{{ entry.mark }}{{ entry.text }}
{% for inner in entry.blocks %}{{ block(indent + indent_by, inner) }}{% endfor -%}
{% if entry.blocks %}
{% endif %}{% endfor -%}
{%- endmacro -%}
{{ title }}

{% for one in blocks %}{{ block("", one) }}{% endfor -%}
"""

HTML = """\
{%- macro block(one) -%}
{%- if one.lines %}{% for line in one.lines %}<p>{{ line }}</p>{% endfor %}{% endif -%}
{%- if one.entries %}<ol role="list">{% for entry in one.entries -%}
<li><span class="mark">{{ entry.mark }}</span><div>{{ entry.text }}
{%- for inner in entry.blocks %}{{ block(inner) }}{% endfor %}</div></li>{% endfor %}</ol>{% endif -%}
{%- endmacro -%}
<!DOCTYPE html><html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<style>{{ stylesheet|safe }}</style></head><body><main class="csegroup"><h1>{{ title }}</h1>
{%- for one in blocks %}{{ block(one) }}{% endfor %}</main></body></html>
"""


def _strings(outline: Outline) -> dict[str, Any]:
    """Give the strings of a document as a template wants them."""
    return {
        "title": plain(outline.title),
        "language": outline.language,
        "indent_by": outline.indent,
        "blocks": [_block(block) for block in outline.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraphs):
        return {"lines": [plain(line) for line in block.lines], "entries": []}
    if isinstance(block, Listing):
        return {"lines": [], "entries": [_entry(entry) for entry in block.entries]}
    if isinstance(block, Section):
        inside = [_block(inner) for inner in block.blocks]
        return {"lines": [], "entries": [{"mark": str(block.mark), "text": plain(block.heading), "blocks": inside}]}
    raise TypeError(block)


def _entry(entry: Entry) -> dict[str, Any]:
    return {"mark": str(entry.mark), "text": plain(entry.line), "blocks": [_block(inner) for inner in entry.blocks]}


def _least(run: Callable[[], object]) -> float:
    """Give the least of many times, in microseconds."""
    number = max(1, round(0.02 / max(min(timeit.repeat(run, number=1, repeat=5)), 1e-7)))
    return min(timeit.repeat(run, number=number, repeat=15)) / number * 1e6


def _of_size(items: int) -> cse.Meeting:
    """Give the example's meeting with so many presentations, in Japanese and English of the council's own."""
    session = next(item for item in MEETING.program if isinstance(item, cse.Session))
    return attrs.evolve(MEETING, program=[session.items[i % len(session.items)] for i in range(items)])


def main() -> None:
    """Print the times and their ratios, then the same as JSON."""
    text = jinja2.Environment(autoescape=False).from_string(TEXT)  # noqa: S701 - plain text
    html = jinja2.Environment(autoescape=True).from_string(HTML)
    rows = []
    for name, meeting in (("the meeting of 2022", MEETING), *((f"{n} items", _of_size(n)) for n in (10, 100, 1000))):
        for locale in ("ja", "en"):
            strings = _strings(program(meeting, locale=locale)[0]) | {"stylesheet": cse.documents.stylesheet()}
            for kind, template in (("text", text),):
                ours = _least(lambda: cse.format_program(meeting, locale=locale, format=kind))  # noqa: B023
                peer = _least(lambda: template.render(strings))  # noqa: B023
                rows.append(
                    {
                        "program": name,
                        "locale": locale,
                        "format": kind,
                        "µs": round(ours),
                        "jinja2": round(peer),
                        "ratio": round(ours / peer, 2),
                    }
                )
    for row in rows:
        print("  ".join(f"{value!s:>20}" for value in row.values()))
    print(json.dumps(rows, ensure_ascii=False))


if __name__ == "__main__":
    main()
