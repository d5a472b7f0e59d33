"""Rules over the materials of a meeting: their numbers, links and files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from csegroup.program import Material
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.views import MeetingView

__all__ = ["MATERIAL_RULES", "left_out_of"]

_NUMBER = re.compile("([0-9]+)(?:-([0-9]+))?")
_LARGE = 200_000


def _normalized(number: str) -> str:
    written = unicodedata.normalize("NFKC", number).replace("ー", "-").replace("−", "-").replace("‐", "-")
    return written.removeprefix("資料").strip()


def look_for_materials_twice(view: MeetingView) -> Iterator[Found]:
    """Find a number that two materials have; one material may be named at two items, with the same link."""
    seen: dict[str, tuple[str, Material]] = {}
    for path, material in ((path, one) for path, one in view.all(Material) if one.number):
        earlier = seen.setdefault(_normalized(material.number or ""), (path, material))
        is_reference = _item(earlier[0]) != _item(path) and (
            not (material.title or material.url) or (earlier[1] == material and material.url)
        )
        if earlier[0] != path and not is_reference:
            yield found(f"{path}.number", number=material.number or "", other=earlier[0])


def _item(path: str) -> str:
    return path.rpartition(".materials")[0]


def look_for_materials_left_out(view: MeetingView) -> Iterator[Found]:
    """Find numbers of materials that are left out between others."""
    numbers: dict[int, set[int]] = {}
    for _, material in view.all(Material):
        if match := _NUMBER.fullmatch(_normalized(material.number or "")):
            numbers.setdefault(int(match[1]), set()).add(int(match[2] or 0))
    left_out = [str(n) for n in left_out_of(numbers)]
    left_out += [f"{n}-{inner}" for n, inside in numbers.items() for inner in left_out_of(inside - {0})]
    if left_out:
        yield view.found("program", numbers=", ".join(left_out))


def left_out_of(numbers: Iterable[int]) -> list[int]:
    """Give the numbers that are left out below the greatest, from the least on."""
    there = set(numbers)
    return [n for n in range(min(there, default=0), min(max(there, default=0), 1000)) if n not in there]


def look_for_the_first_material(view: MeetingView) -> Iterator[Found]:
    """Find numbers of materials that do not begin at 1."""
    numbers = [_NUMBER.fullmatch(_normalized(material.number or "")) for _, material in view.all(Material)]
    first = min((int(match[1]) for match in numbers if match), default=1)
    if first > 1:
        yield view.found("program", number=first)


def look_for_links_twice(view: MeetingView) -> Iterator[Found]:
    """Find two materials, not the same one, that lead to one page."""
    seen: dict[str, tuple[str, Material]] = {}
    for path, material in view.all(Material):
        if material.url:
            other, earlier = seen.setdefault(material.url, (path, material))
            if other != path and (earlier.number, earlier.title) != (material.number, material.title):
                yield found(f"{path}.url", url=material.url, other=other)


def look_for_kinds_of_files(view: MeetingView) -> Iterator[Found]:
    """Find materials whose link ends otherwise than their media type says."""
    for path, material in view.all(Material):
        ending = (material.url or "").partition("?")[0].rpartition(".")[2].lower()
        if material.media_type and ending in _ENDINGS and material.media_type not in _ENDINGS[ending]:
            yield found(f"{path}.media_type", media_type=material.media_type, url=material.url or "")


_HTML, _WORD = ("text/html", "application/xhtml+xml"), "application/vnd.openxmlformats-officedocument."
_ENDINGS: Final = {
    "pdf": ("application/pdf",),
    "html": _HTML,
    "htm": _HTML,
    "docx": (f"{_WORD}wordprocessingml.document",),
    "xlsx": (f"{_WORD}spreadsheetml.sheet",),
    "pptx": (f"{_WORD}presentationml.presentation",),
    "csv": ("text/csv",),
    "zip": ("application/zip",),
}


def look_for_sizes(view: MeetingView) -> Iterator[Found]:
    """Find materials of more than 200 megabytes: bytes that were written for kilobytes."""
    for path, material in view.all(Material):
        if material.kilobytes and material.kilobytes > _LARGE:
            yield found(f"{path}.kilobytes", size=material.kilobytes)


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

MATERIAL_RULES: tuple[Rule, ...] = (
    Rule(
        code="material_twice",
        severity=_E,
        of_meeting=look_for_materials_twice,
        reason="Nobody can tell which document 資料2 is.",
    ),
    Rule(
        code="material_left_out",
        severity=_W,
        of_meeting=look_for_materials_left_out,
        reason="A document is missing, or a number was not moved up.",
    ),
    Rule(
        code="material_not_from_one",
        severity=_N,
        of_meeting=look_for_the_first_material,
        reason="The first documents are missing.",
    ),
    Rule(
        code="material_link_twice",
        severity=_W,
        of_meeting=look_for_links_twice,
        reason="One of two documents cannot be opened.",
    ),
    Rule(
        code="media_type",
        severity=_W,
        of_meeting=look_for_kinds_of_files,
        reason="What is printed beside the link is not what opens.",
    ),
    Rule(
        code="size",
        severity=_W,
        of_meeting=look_for_sizes,
        reason="More than 200 MB: bytes were written for kilobytes.",
    ),
)
