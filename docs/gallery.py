"""The pictures of the gallery: documents made by the commands that the page shows, drawn when the pages are built.

A picture stands on a page by its name, with its caption inside:

    ```{gallery-picture} html-official
    The form of 公用文作成の考え方.
    ```

Where a tool that draws is missing, the page says so in the picture's place. `CSEGROUP_TOOLS=all` makes that an error.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import os
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, final

import attrs
from docutils import nodes  # type: ignore[import-untyped] # it has no types
from PIL import Image
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from csegroup import MeetingStatus, cli, json
from csegroup.documents import COUNCIL, Calendar, Digits, Part, SectionKind
from csegroup.example import MEETING

_FOLDER: Final = "_gallery"
_EXAMPLES: Final = Path(__file__).parents[1] / "examples"
_TALLEST = 1400
_GAP = 16
_COLOURS = 48
_AROUND = "#c9ced6"
_PHONE = 375
_SOURCES: Final = {".txt", ".md", ".csv"}
_FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
 --disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"""
# Free fonts for those that come with Windows and Word, so that the pictures are alike on all machines.
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>ＭＳ 明朝</family><prefer><family>Noto Serif CJK JP</family></prefer></alias>
<alias binding="same"><family>ＭＳ ゴシック</family><prefer><family>Noto Sans CJK JP</family></prefer></alias>
</fontconfig>
"""
_SOURCE_PAGE = """<!DOCTYPE html>
<html lang="ja"><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; color: #1d2126 }}
pre {{ margin: 24px 28px; font: 15px/1.6 "Noto Sans Mono CJK JP", monospace; white-space: pre-wrap }}
</style><pre>{text}</pre></html>
"""


@final
@attrs.frozen
class View:
    """A document as somebody has it before them: made by the last of the commands, on a screen or, `paper`, printed."""

    commands: str
    width: int = 800
    dark: bool = False
    paper: bool = False
    page: int = 1

    @property
    def file(self) -> str:
        """Name the document."""
        return self.commands.split()[-1]

    @property
    def suffix(self) -> str:
        """Give the ending of the document's name."""
        return Path(self.file).suffix

    @property
    def on_screen(self) -> bool:
        """Tell whether a browser shows it."""
        return not self.paper and self.suffix not in {".docx", ".pdf"}

    @property
    def pdf(self) -> Path:
        """Name the file that it is printed to."""
        return Path("docx" if self.suffix == ".docx" else "", f"{Path(self.file).stem}.pdf")

    @property
    def tools(self) -> frozenset[str]:
        """Name the tools that draw it."""
        if self.on_screen:
            return frozenset({"Chromium"})
        printers = {".docx": "LibreOffice", ".pdf": "WeasyPrint"}
        return frozenset({printers.get(self.suffix, "Chromium"), "pdftoppm"})


_PROGRAM = "csegroup program meeting.json"
_GENERAL = "csegroup program general.json"
_PDF = "weasyprint --pdf-variant pdf/ua-1"
_BOTH_ON_A_PHONE = f"{_GENERAL} --both --style modern -o modern.html"

PICTURES: Final[Mapping[str, tuple[View, ...]]] = {
    "text-council": (View(f"{_GENERAL} --locale ja --width 72 -o general.txt", width=640),),
    "text-modern": (View(f"{_GENERAL} --both --style modern --width 76 -o both.txt", width=680),),
    "markdown-official": (View(f"{_GENERAL} --locale ja --style official -o official.md"),),
    "html-council": (View(f"{_PROGRAM} --locale ja -o council.html"),),
    "html-official": (View(f"{_GENERAL} --locale ja --style official -o official.html"),),
    "html-modern-dark": (View(f"{_PROGRAM} --locale en --style modern -o modern.en.html", dark=True),),
    "html-both": (View(f"{_PROGRAM} --both -o both.html", width=1160),),
    "html-phone": (
        View(_BOTH_ON_A_PHONE, width=_PHONE),
        View(_BOTH_ON_A_PHONE, width=_PHONE, dark=True),
    ),
    "html-printed": (
        View(f"{_PROGRAM} --locale ja -o council.html", paper=True, width=568),
        View(f"{_PROGRAM} --locale ja -o council.html", paper=True, width=568, page=2),
    ),
    "docx-council": (View(f"{_PROGRAM} --locale ja -o council.docx"),),
    "docx-modern": (View(f"{_PROGRAM} --locale en --style modern -o modern.docx"),),
    "docx-both": (View(f"{_GENERAL} --both --style official -o both.docx"),),
    "pdf-official": (
        View(f"{_PROGRAM} --locale ja --style official -o program.html\n{_PDF} program.html program.pdf"),
    ),
    "pdf-both": (View(f"{_GENERAL} --both -o general.html\n{_PDF} general.html general.pdf"),),
    "list-html": (View("csegroup list meeting.json general.json 2021.json --both -o meetings.html", width=1160),),
    "list-csv": (View("csegroup list meeting.json general.json 2021.json --locale ja -o meetings.csv", width=1100),),
    "your-offices-style": (
        View(f"{_GENERAL} --locale ja -o before.html", width=570),
        View(f"{_GENERAL} --locale ja --style office.json -o after.html", width=570),
    ),
}
_OFFICE = attrs.evolve(
    COUNCIL,
    title={"ja": "{title}　議事次第"},
    sections=[
        Part(kind=SectionKind.OVERVIEW, title={"ja": "開催概要"}, parts=[Part(kind=SectionKind.DATE_AND_PLACE)]),
        Part(kind=SectionKind.PROGRAM, title={"ja": "議事"}),
        Part(kind=SectionKind.MATERIALS),
    ],
    digits=Digits.FULL_WIDTH,
    calendar=Calendar.BOTH,
)


def _views() -> Iterator[View]:
    for views in PICTURES.values():
        yield from views


def draw(app: Sphinx) -> None:
    """Draw all pictures, unless those that are there show the same documents."""
    shown = Path(app.srcdir) / _FOLDER
    stamp = shown / "made-of"
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        # In another process, since what writes JSON resolves the types of fields, which the reference shows as written.
        made_of = _run(sys.executable, __file__).stdout.decode()
        if stamp.exists() and stamp.read_text() == made_of:
            return
        missing = _missing()
        shutil.rmtree(shown, ignore_errors=True)
        shown.mkdir()
        drawn = {**_screens(missing), **_papers(missing)}
        for name, views in PICTURES.items():
            if all(view in drawn for view in views):
                _save([drawn[view] for view in views], shown / f"{name}.png")
            elif views[0].suffix in _SOURCES:
                shutil.copy(views[0].file, shown / f"{name}.txt")
        if not missing:
            stamp.write_text(made_of)


def _missing() -> set[str]:
    commands = {"Chromium": ["chromium", "chromedriver"], "LibreOffice": ["soffice"], "pdftoppm": ["pdftoppm"]}
    missing = {name for name, tools in commands.items() if not all(map(shutil.which, tools))}
    # It is there only with the libraries of Pango.
    if _run(sys.executable, "-m", "weasyprint", "--version", check=False).returncode:
        missing.add("WeasyPrint")
    if missing and os.environ.get("CSEGROUP_TOOLS") == "all":
        raise ExtensionError(f"the gallery cannot be drawn without {', '.join(sorted(missing))}")
    return missing


def _run(*command: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own tools and files
        command, env={**os.environ, **environment}, check=check, capture_output=True, timeout=120
    )


def make_documents() -> str:
    """Run the commands of csegroup in this folder, and give what tells one outcome from another."""
    general, of_2021 = (runpy.run_path(f"{_EXAMPLES}/general_meeting_{year}.py")["meeting"] for year in (2017, 2021))
    json.dump(MEETING, "meeting.json")
    json.dump(attrs.evolve(general, status=MeetingStatus.ANNOUNCED), "general.json")
    json.dump(of_2021, "2021.json")
    json.dump(_OFFICE, "office.json")
    for command in sorted({view.commands.partition("\n")[0] for view in _views()}):
        if cli.main(shlex.split(command)[1:]):
            raise ExtensionError(f"no document from {command}")
    made = b"".join(path.read_bytes() for path in sorted(Path().iterdir()))
    return hashlib.sha256(made + Path(__file__).read_bytes()).hexdigest()


def _screens(missing: set[str]) -> dict[View, bytes]:
    """Draw what a browser shows, and have it print what is printed."""
    if "Chromium" in missing:
        return {}
    with _browser() as browser:
        for view in _views():
            if view.suffix == ".html" and view.paper:
                browser.get(Path(view.file).resolve().as_uri())
                printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
                view.pdf.write_bytes(base64.b64decode(printed["data"]))
        return {view: _screen(browser, view) for view in _views() if view.on_screen}


@contextlib.contextmanager
def _browser() -> Iterator[WebDriver]:
    with TemporaryDirectory() as folder:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for flag in [*_FLAGS.split(), f"--user-data-dir={folder}"]:
            options.add_argument(flag)
        browser = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver") or ""))
        try:
            yield browser
        finally:
            browser.quit()


def _screen(browser: WebDriver, view: View) -> bytes:
    page = Path(view.file)
    if view.suffix in _SOURCES:
        page = Path(f"{view.file}.html")
        page.write_text(_SOURCE_PAGE.format(text=escape(Path(view.file).read_text("utf-8-sig"))), encoding="utf-8")
    phone = view.width == _PHONE
    size = {"width": view.width, "height": 100, "deviceScaleFactor": 1.5 if phone else 1, "mobile": phone}
    scheme = {"name": "prefers-color-scheme", "value": "dark" if view.dark else "light"}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
    browser.get(page.resolve().as_uri())
    height = browser.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": view.width, "height": min(height, _PHONE * 2 if phone else _TALLEST), "scale": 1}
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(taken["data"])


def _papers(missing: set[str]) -> dict[View, bytes]:
    """Draw what is printed."""
    if "LibreOffice" not in missing:
        Path("fonts.conf").write_text(_FONTS, encoding="utf-8")
        words = sorted({view.file for view in _views() if view.suffix == ".docx"})
        profile = f"-env:UserInstallation={Path('profile').resolve().as_uri()}"
        fonts = str(Path("fonts.conf").resolve())
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "docx", *words, FONTCONFIG_FILE=fonts)
    if "WeasyPrint" not in missing:
        for view in _views():
            if view.suffix == ".pdf":
                _run(sys.executable, "-m", *shlex.split(view.commands.partition("\n")[2]))
    if "pdftoppm" in missing:
        return {}
    return {view: _paper(view) for view in _views() if not view.on_screen and view.pdf.exists()}


def _paper(view: View) -> bytes:
    page, width = str(view.page), str(view.width)
    size = ["-scale-to-x", width, "-scale-to-y", "-1"]
    return _run("pdftoppm", "-png", *size, "-f", page, "-l", page, str(view.pdf)).stdout


def _save(pictures: list[bytes], path: Path) -> None:
    """Write pictures beside each other as one, in so few colours that a page with them loads fast."""
    opened = [Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures]
    size = (sum(one.width + _GAP for one in opened) + _GAP, max(one.height for one in opened) + 2 * _GAP)
    whole = Image.new("RGB", size, _AROUND)
    left = _GAP
    for one in opened:
        whole.paste(one, (left, _GAP))
        left += one.width + _GAP
    whole.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


@final
class GalleryPicture(SphinxDirective):
    """Shows a picture, its caption and the commands that made it."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Give the nodes; the page is read again each time, since the tools may have come."""
        name = self.arguments[0]
        if name not in PICTURES:
            raise self.error(f"no picture {name}; there are {', '.join(PICTURES)}")
        self.env.note_reread()
        commands = dict.fromkeys(line for view in PICTURES[name] for line in view.commands.splitlines())
        typed = "\n".join(f"$ {line}" for line in commands)
        words, messages = self.parse_inline(" ".join(self.content))
        return [*self._shown(name, words), nodes.literal_block(typed, typed), *messages]

    def _shown(self, name: str, words: list[nodes.Node]) -> list[nodes.Node]:
        folder = Path(self.env.srcdir) / _FOLDER
        if (folder / f"{name}.png").exists():
            # The width lets the picture be opened in its full size.
            image = nodes.image(uri=f"/{_FOLDER}/{name}.png", alt=" ".join(self.content), width="100%")
            return [nodes.figure("", image, nodes.caption("", "", *words))]
        caption = nodes.paragraph("", "", *words)
        source = folder / f"{name}.txt"
        if source.exists():
            text = source.read_text("utf-8-sig")
            return [caption, nodes.literal_block(text, text, language="text")]
        tools = " or ".join(sorted({tool for view in PICTURES[name] for tool in view.tools}))
        return [
            caption,
            nodes.paragraph("", f"There is no picture, since {tools} was missing when this page was built."),
        ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw the pictures before the pages are read."""
    app.connect("builder-inited", draw)
    app.add_directive("gallery-picture", GalleryPicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    sys.stdout.write(make_documents())
