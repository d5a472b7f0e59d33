"""What a browser and checkers of accessibility and of HTML make of the site of examples/publish_site.py."""

from __future__ import annotations

import base64
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from site_samples import ARCHIVES, published
from test_documents_html_in_chromium import ask, browser, faults, missing, npm_file, said_by  # noqa: F401 - one is a fixture

pytestmark = pytest.mark.tool

# Pages of each kind, with much on them.
PAGES = [
    ("shipped", "index.html"),
    ("shipped", "en/index.html"),
    ("shipped", "ja/members.html"),
    ("shipped", "en/members/jp/cse-council/2022.html"),
    ("shipped", "en/meetings/jp/cse-council/specialist-group/6/index.html"),
    ("hard", "ja/index.html"),
    ("hard", "en/members.html"),
    ("hard", "ja/meetings/jp/example/general/2026/index.html"),
    ("nasty", "ja/index.html"),
    ("nasty", "en/members.html"),
    ("nasty", "en/meetings/x/nasty/1/index.html"),
    ("empty", "en/index.html"),
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, and keeps what was asked for in vain."""

    failed: list[str] = []  # noqa: RUF012 - of all handlers

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if self.path != "/favicon.ico":
            self.failed.append(self.path)
        super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make every site below another path."""
    root = tmp_path_factory.mktemp("root")
    for name, archive in ARCHIVES.items():
        published(archive, root / "some" / "where" / name.replace(" ", "-"))
    return root


@pytest.fixture(scope="module")
def addresses(root: Path) -> Iterator[Mapping[str, str]]:
    """Serve the sites, and give where each is, on the web and as files."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield {"web": f"http://127.0.0.1:{server.server_port}/some/where", "file": (root / "some" / "where").as_uri()}
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def show(browser: Chrome, url: str, *, width: int, media: str = "", scheme: str = "light") -> None:  # noqa: F811 - the fixture
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    browser.get(url)


# What the checker of HTML says of good pages: it takes the role for superfluous, which VoiceOver needs, and JSON-LD for
# a script that runs; it knows SVG 1.1 alone, and of a file not where it is from; and it guesses the language of a page,
# which the hostile texts are in none of.
ALLOWED = [
    "The “list” role is unnecessary for element “[ou]l”",
    "Attribute “lang” not allowed on element “(svg|text|tspan)”",
    "Inline script violates Content Security Policy",
    "This document appears to be written in",
    "external stylesheet “[^”]*” blocked by “style-src” directive",
]


@pytest.mark.parametrize(("name", "page"), PAGES)
@pytest.mark.parametrize(
    ("width", "media", "scheme"), [(360, "", "light"), (1280, "", "dark"), (794, "print", "light")]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(  # noqa: PLR0913, PLR0917 - the columns of a table
    browser: Chrome,  # noqa: F811 - the fixture
    addresses: Mapping[str, str],
    name: str,
    page: str,
    width: int,
    media: str,
    scheme: str,
) -> None:
    said_by(browser)
    show(browser, f"{addresses['web']}/{name}/{page}", width=width, media=media, scheme=scheme)
    assert ask(browser, "document.documentElement.scrollWidth") <= width
    assert [message for message in said_by(browser) if "favicon.ico" not in message] == []
    assert Handler.failed == []
    assert faults(browser) == []


@pytest.mark.parametrize("place", ["web", "file"])
def test_the_policy_holds_and_lets_the_styles_in(
    browser: Chrome,  # noqa: F811 - the fixture
    addresses: Mapping[str, str],
    place: str,
) -> None:
    said_by(browser)
    show(browser, f"{addresses[place]}/nasty/en/meetings/x/nasty/1/index.html", width=1280)
    assert [message for message in said_by(browser) if "favicon.ico" not in message] == []
    assert ask(browser, "getComputedStyle(document.querySelector('main')).maxWidth") == "960px"
    assert ask(browser, "getComputedStyle(document.querySelector('.csegroup h2')).fontWeight") == "700"
    loaded = ask(browser, "performance.getEntriesByType('resource').map(one => one.name)")
    assert {one.rpartition("/")[2] for one in loaded} <= {"csegroup.css", "site.css", "favicon.ico"}
    assert all(one.startswith(addresses[place].partition("/some")[0]) for one in loaded)
    assert ask(browser, "[document.images.length, document.querySelectorAll('script:not([type])').length]") == [0, 0]
    # A script that was let in would be run; this one is not, so that the policy is seen to hold.
    browser.execute_script(
        "const one = document.createElement('script'); one.text = 'window.hacked = 1'; document.body.append(one)"
    )
    assert ask(browser, "window.hacked === undefined")


def test_the_site_can_be_walked_through_by_its_links(
    browser: Chrome,  # noqa: F811 - the fixture
    addresses: Mapping[str, str],
) -> None:
    for place in ("web", "file"):
        show(browser, f"{addresses[place]}/hard/index.html", width=360)
        for text, heading in (
            ("English", "New Council (unofficial translation)"),
            ("Next meeting", "Program of the 7th Specialist Group Meeting"),
            ("日本語", "第7回専門家会合　次第"),
            ("構成員", "構成員"),
            ("平成24年", "旧協議会　構成員一覧（平成24年1月1日から平成24年12月31日まで）"),
            ("会議", "新協議会"),
        ):
            browser.find_element("link text", text).click()
            assert ask(browser, "document.querySelector('h1').innerText") == heading
    assert Handler.failed == []


def test_a_reader_by_keyboard_can_skip_to_the_content(
    browser: Chrome,  # noqa: F811 - the fixture
    addresses: Mapping[str, str],
) -> None:
    show(browser, f"{addresses['web']}/hard/ja/index.html", width=1280)
    top = "document.querySelector('.skip').getBoundingClientRect().top"
    assert ask(browser, top) < 0
    browser.find_element("css selector", ".skip").send_keys("")
    assert ask(browser, top) >= 0
    browser.switch_to.active_element.click()
    assert ask(browser, "location.hash") == "#main"


def test_a_printed_page_has_its_content_and_not_its_menu(
    browser: Chrome,  # noqa: F811 - the fixture
    addresses: Mapping[str, str],
    tmp_path: Path,
) -> None:
    pdftotext = shutil.which("pdftotext") or missing("pdftotext (Debian: poppler-utils)")
    show(browser, f"{addresses['web']}/hard/ja/meetings/jp/example/general/2026/index.html", width=794)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    (tmp_path / "page.pdf").write_bytes(base64.b64decode(printed["data"]))
    command = [pdftotext, "-layout", str(tmp_path / "page.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603 - our own tool
    text = done.stdout.decode()
    assert "公開の発表" in text
    assert "English" not in text
    assert "本文へ移動" not in text


def test_the_checker_of_html_finds_nothing(root: Path) -> None:
    java = shutil.which("java") or missing("java (Debian: default-jre-headless)")
    checker = npm_file("vnu-jar/build/dist/vnu.jar")
    command = [java, "-Dfile.encoding=UTF-8", "-jar", str(checker), "--Werror", "--also-check-css"]
    pages = [str(path) for path in sorted(root.rglob("*.html")) if path.is_file()]
    css = str(root / "some" / "where" / "hard" / "site.css")
    done = subprocess.run(  # noqa: S603 - our own tools
        [*command, "--filterpattern", f".*({'|'.join(ALLOWED)}).*", *pages, css],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
