"""What a browser and a checker of accessibility make of pictures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from selenium.webdriver import Chrome

from csegroup import Council, Meeting
from csegroup.pictures import meetings_by_year, members, names
from picture_samples import HARD, LAST, PICTURES, a_council
from strategies import councils, days
from strategies import meetings as any_meeting
from test_documents_html_in_chromium import ask, browser, faults, said_by, show, site  # noqa: F401 - the last one is a fixture

pytestmark = pytest.mark.tool

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pictures</title><link rel="stylesheet" href="host.css"></head>
<body><main><h1>Pictures</h1>{}</main></body></html>
"""
OUTSIDE = """(() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg")) {
    const paper = svg.viewBox.baseVal;
    for (const one of svg.querySelectorAll("text, rect, path")) {
      const box = one.getBBox();
      if (box.x < 0 || box.y < -1 || box.x + box.width > paper.width || box.y + box.height > paper.height + 1)
        found.push([one.textContent, box.x, box.y, box.width, box.height]);
    }
  }
  return found;
})()"""
# Two texts that stand on one another cannot be read.
COVERED = """(() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg")) {
    const boxes = [...svg.querySelectorAll("text")].map((one) => [one, one.getBBox()]);
    boxes.sort((one, other) => one[1].y - other[1].y);
    boxes.forEach(([one, box], i) => {
      const size = Number(one.getAttribute("font-size")), bottom = box.y + box.height;
      for (const [other, next] of boxes.slice(i + 1)) {
        if (next.y > bottom) break;
        const apart = Number(other.getAttribute("y")) - Number(one.getAttribute("y"));
        if (apart < size && box.x < next.x + next.width && next.x < box.x + box.width)
          found.push([one.textContent, other.textContent]);
      }
    });
  }
  return found;
})()"""
HARD_ONES = [
    *(draw(HARD, locale=locale, until=LAST) for draw in (members, names) for locale in ("ja", "en")),
    *(members(a_council(200), locale=locale, until=LAST) for locale in ("ja", "en", "en-u-ca-japanese")),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing_in_a_page_of_all_pictures(
    browser: Chrome,  # noqa: F811 - the fixture
    site: tuple[Path, str],  # noqa: F811 - likewise
    width: int,
    scheme: str,
) -> None:
    show(browser, site, PAGE.format("".join(PICTURES.values())), width=width, scheme=scheme)
    assert faults(browser) == []


def test_a_reader_hears_the_title_and_all_that_is_shown(
    browser: Chrome,  # noqa: F811 - the fixture
    site: tuple[Path, str],  # noqa: F811 - likewise
) -> None:
    show(browser, site, PAGE.format(PICTURES["names.en"]))
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    images = [one for one in tree if one.get("role", {}).get("value") == "image"]
    assert len(images) == 1
    assert images[0]["name"]["value"] == "Names of the council over time (unofficial translation)"
    heard = images[0]["description"]["value"]
    assert heard.startswith("From November 22, 2010")
    assert "Not known: from November 26, 2014 (Wednesday) to April 30, 2017 (Sunday)." in heard


def test_pictures_hold_under_a_policy_that_lets_in_styles_from_files_only(
    browser: Chrome,  # noqa: F811 - the fixture
    site: tuple[Path, str],  # noqa: F811 - likewise
) -> None:
    folder, address = site
    (folder / "host.css").write_text("", encoding="utf-8")
    (folder / "pictures.html").write_text(PAGE.format("".join(PICTURES.values())), encoding="utf-8")
    said_by(browser)
    browser.get(f"{address}/pictures.html")
    assert [message for message in said_by(browser) if "favicon.ico" not in message] == []
    assert ask(browser, "getComputedStyle(document.querySelector('svg g')).fontFamily") == "sans-serif"
    assert ask(browser, "getComputedStyle(document.querySelector('svg g')).fill") == "rgb(29, 33, 38)"
    # A style of its own would be refused, so that the log is seen to tell.
    styled = PICTURES["names.en"].replace("<g ", '<g style="fill: red" ')
    (folder / "styled.html").write_text(PAGE.format(styled), encoding="utf-8")
    browser.get(f"{address}/styled.html")
    assert any("Content Security Policy" in message for message in said_by(browser))


@pytest.mark.parametrize("name", PICTURES)
def test_a_file_is_a_picture_by_itself(browser: Chrome, name: str, tmp_path: Path) -> None:  # noqa: F811 - the fixture
    (tmp_path / "picture.svg").write_text(PICTURES[name], encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE.format('<img id="one" alt="" src="picture.svg">'), encoding="utf-8")
    browser.get((tmp_path / "page.html").as_uri())
    width, complete = ask(browser, "[document.images[0].naturalWidth, document.images[0].complete]")
    assert (width, complete) == (360, True)


def test_nothing_stands_beside_the_paper_or_on_another_text(
    browser: Chrome,  # noqa: F811 - the fixture
    site: tuple[Path, str],  # noqa: F811 - likewise
) -> None:
    show(browser, site, PAGE.format("".join([*PICTURES.values(), *HARD_ONES])), width=400)
    assert ask(browser, OUTSIDE) == []
    assert ask(browser, COVERED) == []


def test_no_council_and_no_meetings_stand_beside_the_paper(
    browser: Chrome,  # noqa: F811 - the fixture
    site: tuple[Path, str],  # noqa: F811 - likewise
) -> None:
    show(browser, site, PAGE.format(""), width=400)

    @settings(max_examples=60, database=None)
    @given(councils(), any_meeting(), days)
    def holds(council: Council, meeting: Meeting, last: dt.date) -> None:
        for locale in ("ja", "en"):
            drawn = members(council, locale=locale, until=last), names(council, locale=locale, until=last)
            pictures = "".join([*drawn, meetings_by_year([meeting], locale=locale)])
            browser.execute_script("document.querySelector('main').innerHTML = arguments[0]", pictures)
            assert ask(browser, OUTSIDE) == []
            assert ask(browser, COVERED) == []

    holds()
