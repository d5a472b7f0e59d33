"""The files of the site of publish_site.py: its style, the links between its pages, and how it is put in place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import csegroup as cse

# By this file the script knows a folder that it may replace.
MARK, MARKED = "made-by-publish_site.txt", b"The next site of publish_site.py takes the place of this folder.\n"
STYLE = """body { line-height: 1.75; overflow-wrap: anywhere; font-family: "Hiragino Sans", "Noto Sans CJK JP", sans-serif; }
header, main, footer { box-sizing: border-box; max-width: 60rem; margin: 0 auto; padding: 0.5rem 1rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0; padding: 0; list-style: none; }
main { border-block: 1px solid #8b96a3; }
main > *, .csegroup-page .csegroup { max-width: none; margin: 2rem 0; padding: 0; }
a { color: #0b4f9e; color: light-dark(#0b4f9e, #8fc1ff); } svg { display: block; max-width: 100%; height: auto; }
h1, h2 { font-size: 1.5rem; line-height: 1.5; }
.skip:not(:focus) { position: absolute; transform: translateY(-200%); }
.next { padding-inline-start: 1rem; border-inline-start: 0.4rem solid #5b6672; }
.next .csegroup, .next .csegroup > :first-child { margin: 0; padding: 0; border: 0; font-size: 1.25rem; }
.next .csegroup { font-size: 1rem; } .next h2 { margin: 0; }
@media print { nav, footer, .skip, .online { display: none; } header, main { max-width: none; padding: 0; border: 0; }
  h1, h2 { break-after: avoid; } }"""


def href(page: str, target: str) -> str:
    return f"./{'../' * page.count('/')}{target}"


def link(page: str, target: str, markup: str, more: str = "") -> str:
    return f"""<a href="{href(page, target)}"{' aria-current="page"' * (page == target)}{more}>{markup}</a>"""


def listed(links: Iterable[str]) -> str:
    return '<ul class="links">' + "".join(f"<li>{one}</li>" for one in links) + "</ul>"


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Put a site in the place of the one before, the whole of it or nothing."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise cse.CsegroupError(f"{folder} is there and is no site of this script; name another folder")
    for path in files:
        if both := files.keys() & {str(one) for one in PurePosixPath(path).parents}:
            raise cse.CsegroupError(f"{both.pop()} and {path} want one place; give one of the two another id")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as beside:
        for path, data in {**files, MARK: MARKED}.items():
            place = Path(beside, "new", path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if folder.exists():
            folder.rename(Path(beside, "old"))
        Path(beside, "new").rename(folder)
