"""What a browser, a checker of accessibility and a checker of HTML make of a page."""

from __future__ import annotations

import base64
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selenium import webdriver
from selenium.webdriver import Chrome

from csegroup.documents.html import stylesheet, write
from csegroup.documents.tree import Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import Phrase
from test_documents_html import SAMPLES, text_of
from trees import SAMPLE_EN, SAMPLE_JA, any_outline

pytestmark = pytest.mark.tool

POLICY = "default-src 'none'; style-src 'self'"
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
 --disable-component-update --disable-sync --disable-dev-shm-usage"""
HOST = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Somebody's page</title>
<link rel="stylesheet" href="host.css"><link rel="stylesheet" href="csegroup.css"></head>
<body><main><h1>Somebody's page</h1><p id="before">Before</p>
{}<p id="after">After</p></main></body></html>
"""
HOST_STYLE = "h2, h3 { text-transform: uppercase; color: #eee } ol, ul { padding: 5em } * { letter-spacing: 9px }"
SCRIPTS = ["<script>window.hacked=1</script>", "</p><img src=x onerror=window.hacked=1>", '"onclick="window.hacked=1']
SCRIPTS += ["<svg onload=alert(1)>", "</style></title><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt;", "&#x3c;"]


def missing(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where all tools are said to be there."""
    if os.environ.get("CSEGROUP_TOOLS") == "all":
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


def npm_file(path: str) -> Path:
    folders = os.environ.get("NODE_PATH", "").split(os.pathsep)
    found = [Path(folder) / path for folder in folders if folder and (Path(folder) / path).is_file()]
    return found[0] if found else missing(f"{path} (npm) in a folder of NODE_PATH")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or missing("chromium (Debian)")
    driver = shutil.which("chromedriver") or missing("chromedriver (Debian: chromium-driver)")
    for flag in [*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = Chrome(options, webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve a folder that lets pages take styles from files only, and nothing else."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    folder = tmp_path_factory.mktemp("site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield folder, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def embedded(*outlines: Outline) -> str:
    return HOST.format(write(outlines, fragment=True))


PAGES = {
    **{name: write(outlines) for name, outlines in SAMPLES.items()},
    "fragment": embedded(SAMPLE_JA),
    "fragment of both": embedded(SAMPLE_JA, SAMPLE_EN),
}


def show(browser: Chrome, site: tuple[Path, str], page: str, *, width: int = 1200, scheme: str = "light") -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {"media": "", "features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    open_alone(browser, site, page)


def open_alone(browser: Chrome, site: tuple[Path, str], page: str) -> None:
    """Open a page as a file, which no policy guards."""
    folder, _ = site
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "csegroup.css").write_text(stylesheet(), encoding="utf-8")
    (folder / "host.css").write_text("", encoding="utf-8")
    browser.get((folder / "page.html").as_uri())


def ask(browser: Chrome, script: str) -> Any:  # noqa: ANN401 - JavaScript gives what it likes
    return browser.execute_script(f"return {script}")


def said_by(browser: Chrome) -> list[str]:
    """Take what the browser has logged since it was last asked."""
    return [one["message"] for one in browser.get_log("browser")]  # type: ignore[no-untyped-call] # it has no types


def faults(browser: Chrome) -> list[tuple[str, str]]:
    browser.execute_script(npm_file("axe-core/axe.min.js").read_text())
    result = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(done, e => done({violations: [{id: String(e), nodes: []}]}))"
    )
    return [(one["id"], json.dumps([node["html"] for node in one["nodes"]])) for one in result["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Chrome, site: tuple[Path, str], name: str, width: int, scheme: str) -> None:
    show(browser, site, PAGES[name], width=width, scheme=scheme)
    assert faults(browser) == []


def test_axe_would_find_a_faint_text(browser: Chrome, site: tuple[Path, str]) -> None:
    show(browser, site, PAGES["ja"].replace("#1d2126", "#bbb"))
    assert "color-contrast" in dict(faults(browser))


def test_the_dark_scheme_is_dark_in_a_page_and_only_where_the_host_has_one(
    browser: Chrome, site: tuple[Path, str]
) -> None:
    background = "getComputedStyle(document.querySelector('.csegroup')).backgroundColor"
    show(browser, site, PAGES["ja"], scheme="dark")
    assert ask(browser, background) == "rgb(22, 25, 29)"
    show(browser, site, PAGES["fragment"], scheme="dark")
    assert ask(browser, background) == "rgb(255, 255, 255)"


def test_the_checker_of_html_finds_nothing(tmp_path: Path) -> None:
    java = shutil.which("java") or missing("java (Debian: default-jre-headless)")
    checker = npm_file("vnu-jar/build/dist/vnu.jar")
    for name, page in PAGES.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    (tmp_path / "csegroup.css").write_text(stylesheet(), encoding="utf-8")
    # It takes the role for superfluous, which VoiceOver needs.
    allowed = ".*The “list” role is unnecessary for element “[ou]l”.*"
    command = [java, "-Dfile.encoding=UTF-8", "-jar", str(checker), "--Werror", "--also-check-css"]
    done = subprocess.run(  # noqa: S603 - our own tools
        [*command, "--filterpattern", allowed, *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_a_fragment_holds_under_a_policy_that_lets_in_styles_from_files_only(
    browser: Chrome, site: tuple[Path, str]
) -> None:
    folder, address = site
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    (folder / "host.html").write_text(PAGES["fragment"], encoding="utf-8")
    (folder / "host.css").write_text(HOST_STYLE, encoding="utf-8")
    (folder / "csegroup.css").write_text(stylesheet(), encoding="utf-8")
    said_by(browser)
    browser.get(f"{address}/host.html")
    assert [message for message in said_by(browser) if "favicon.ico" not in message] == []
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert ask(browser, style.format(".csegroup ol", "display")) == "grid"
    assert ask(browser, style.format(".csegroup ol", "paddingInlineStart")) == "0px"
    assert ask(browser, style.format(".csegroup h3", "textTransform")) == "none"
    assert ask(browser, style.format(".csegroup p", "letterSpacing")) == "normal"
    assert ask(browser, style.format("#after", "letterSpacing")) == "9px"
    # A page that brings its own style is refused by the same policy, so that the log is seen to tell.
    (folder / "whole.html").write_text(PAGES["ja"], encoding="utf-8")
    browser.get(f"{address}/whole.html")
    assert any("Content Security Policy" in message for message in said_by(browser))


LONG = Outline(
    language="ja",
    title=("題" * 5000 + "x" * 5000,),
    blocks=(
        Section(
            Mark("1", "　", "1", 0),
            ("x" * 1000,),
            (
                Paragraphs(((Phrase("https://example.org/" + "a" * 1000, url="https://example.org/"),),)),
                Listing((Entry(Mark("(1)", "　", "(1)", 1), ("x" * 1000,)),), numbered=True),
                Table((("x" * 99,),) * 4, ((("y" * 500,), (Phrase("z" * 99, time="2022"),), ("い" * 99,), ("w",)),)),
            ),
        ),
    ),
    indent="",
    wide=True,
)
MANY = Listing(tuple(Entry(Mark(f"({n})", "　", "(1)", 1), ("発表" * 40,)) for n in range(1, 61)), numbered=True)


@pytest.mark.parametrize("outlines", [*SAMPLES.values(), [LONG], [LONG, LONG]])
@pytest.mark.parametrize("width", [360, 820, 1200])
def test_nothing_scrolls_sideways(browser: Chrome, site: tuple[Path, str], outlines: list[Outline], width: int) -> None:
    for page in (write(outlines), embedded(*outlines)):
        show(browser, site, page, width=width)
        assert ask(browser, "document.documentElement.scrollWidth") <= width


def test_languages_stand_side_by_side_on_a_desktop_and_below_each_other_on_a_phone(
    browser: Chrome, site: tuple[Path, str]
) -> None:
    tops = "[...document.querySelectorAll('li > .row:first-child > div')].map(e => e.getBoundingClientRect().top)"
    for width in (1200, 360):
        show(browser, site, PAGES["both"], width=width)
        found = ask(browser, tops)
        beside = [left == right for left, right in zip(found[::2], found[1::2], strict=True)]
        assert beside == [width == 1200] * 7


def test_a_printed_page_is_a4_and_has_its_number(browser: Chrome, site: tuple[Path, str], tmp_path: Path) -> None:
    pdftotext = shutil.which("pdftotext") or missing("pdftotext (Debian: poppler-utils)")
    blocks: tuple[Block, ...] = (*SAMPLE_JA.blocks, Section(Mark("5", "　", "1", 0), ("続き",), (MANY,)))
    show(browser, site, write([Outline("ja", SAMPLE_JA.title, blocks, "", wide=True)]))
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(base64.b64decode(printed["data"]))
    [width, height] = map(float, re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf.read_bytes())[0])
    assert (round(width), round(height)) == (595, 842)
    command = [pdftotext, "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603 - our own tool
    pages = text.stdout.decode().split("\f")[:-1]
    assert len(pages) > 2
    last_lines = ["".join(page.rstrip().rpartition("\n")[2].split()) for page in pages]
    assert last_lines == [f"{n}/{len(pages)}" for n in range(1, len(pages) + 1)]


hostile_runs = st.one_of(
    st.sampled_from(SCRIPTS),
    st.builds(Phrase, text=st.sampled_from(SCRIPTS), tag=st.sampled_from(["", "en", *SCRIPTS]), time=st.just("2022")),
    st.builds(
        Phrase, text=st.sampled_from(SCRIPTS), url=st.sampled_from(["javascript:alert(1)", "https:/x" + SCRIPTS[2]])
    ),
)
hostile_lines = st.lists(hostile_runs, min_size=1, max_size=3).map(tuple)


def test_no_text_becomes_markup_or_runs(browser: Chrome, site: tuple[Path, str]) -> None:
    open_alone(browser, site, PAGES["ja"])

    @settings(max_examples=300, database=None)
    @given(any_outline, hostile_lines)
    def holds(outline: Outline, line: tuple[str | Phrase, ...]) -> None:
        entry = Entry(Mark("(1)", "　", "(1)", 0), line, (Table((line,), ((line,),)),))
        blocks = (*outline.blocks, Section(Mark("9", "　", "1", 0), line, (Listing((entry,), numbered=True),)))
        spoiled = Outline(outline.language, (*outline.title, *line), blocks, "", wide=True)
        browser.execute_script("document.open(); document.write(arguments[0]); document.close()", write([spoiled]))
        text, hacked, scripts = ask(
            browser,
            "[document.querySelector('main').textContent, window.hacked === undefined,"
            " document.scripts.length + document.querySelectorAll('img, svg, [onclick], [style]').length]",
        )
        assert text.replace("\n", "") == text_of(spoiled)
        assert hacked
        assert scripts == 0

    holds()
