from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import csegroup
import strategies as strategy
from csegroup import Council, DatedOrganization, LoadError, Meeting
from csegroup.documents import Style
from csegroup.example import MEETING
from csegroup.fields import Choice
from csegroup.json import schema
from csegroup.json.descriptions import descriptions, words_of
from csegroup.json.envelope import AnyRecord
from csegroup.json.json_schema import NAMES, as_json, fields_of, kinds
from csegroup.json.schema_rules import RULES
from csegroup.json.schema_texts import STRINGS, TEXTS
from external_tools import missing
from format_pages import ENGLISH, JAPANESE, format_page

Json = Any
Record = type[AnyRecord]

ROOT = Path(__file__).parents[1]
READERS = Path(__file__).parent / "readers"
RECORDS = list(NAMES)
VALIDATORS = {
    cls: Draft202012Validator(schema(cls), format_checker=Draft202012Validator.FORMAT_CHECKER) for cls in RECORDS
}
# What the pages on the format say that a schema cannot refuse: the order of days and numbers, names that overlap,
# what stands twice in two lists, parents too deep, texts that are not composed, zones and their clocks.
DIFFERENCES = {"composition", "depth", "offset", "order", "overlap", "skipped", "time_zone", "twice"}
MEETING_DOCUMENT: dict[str, Json] = {
    "format": "csegroup.meeting",
    "version": 1,
    "id": "jp/a/1",
    "body": {"id": "jp/a", "name": {"ja": "専門家会合"}},
}
COUNCIL_DOCUMENT: dict[str, Json] = {
    "format": "csegroup.council",
    "version": 1,
    "id": "jp/a",
    "names": [{"text": {"ja": "協議会"}, "since": "2010-11-22"}],
}
STYLE_DOCUMENT: dict[str, Json] = {"format": "csegroup.style", "version": 1}
ORGANIZATION_DOCUMENT: dict[str, Json] = {
    "format": "csegroup.organization",
    "version": 1,
    "organization": {"id": "jp/a", "name": {"ja": "団体"}},
}
LEAST = {
    Meeting: MEETING_DOCUMENT,
    Council: COUNCIL_DOCUMENT,
    DatedOrganization: ORGANIZATION_DOCUMENT,
    Style: STYLE_DOCUMENT,
}
START = {"time_zone": "Asia/Tokyo", "start": "2022-02-08T14:00:00+09:00"}


def is_current(file: Path, data: bytes) -> None:
    """Want a file to be as it would be written now; GOLDEN_UPDATE=1 writes it anew, to be read by eye."""
    if os.environ.get("GOLDEN_UPDATE") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert file.read_bytes() == data, f"{file.name} is out of date; write it anew with GOLDEN_UPDATE=1"


def problems(document: Json, cls: Record) -> list[str]:
    """Give the codes of what `loads` finds wrong."""
    try:
        csegroup.json.loads(json.dumps(document), cls)
    except LoadError as error:
        return [problem.code for problem in error.problems]
    return []


def accepts(document: Json, cls: Record) -> bool:
    return bool(VALIDATORS[cls].is_valid(document))


def agree(document: Json, cls: Record) -> None:
    """Want a schema to accept what is read, and to refuse what is not, but for the differences that are told."""
    codes = problems(document, cls)
    if not codes:
        assert accepts(document, cls), [error.message for error in VALIDATORS[cls].iter_errors(document)]
    elif not set(codes) <= DIFFERENCES:
        assert not accepts(document, cls), codes


@pytest.mark.parametrize("cls", RECORDS)
@pytest.mark.parametrize("folder", ["src/csegroup/json/schemas", "docs/schema"])
def test_a_schema_that_is_shipped_is_current(folder: str, cls: Record) -> None:
    is_current(ROOT / folder / f"{NAMES[cls]}.1.json", as_json(schema(cls)))


@pytest.mark.parametrize(("name", "said"), [("format.md", ENGLISH), ("format.ja.md", JAPANESE)])
def test_a_page_about_the_format_is_current(name: str, said: dict[str, str]) -> None:
    is_current(ROOT / "docs" / "reference" / name, format_page(said).encode())


@pytest.mark.parametrize("cls", RECORDS)
def test_a_schema_is_one_of_the_standard_and_a_file_holds_it_whole(cls: Record) -> None:
    Draft202012Validator.check_schema(schema(cls))
    written = as_json(schema(cls))
    assert json.loads(written) == schema(cls)
    assert all(one.isprintable() or one == "\n" for one in written.decode())


def test_a_schema_that_somebody_changes_changes_no_other() -> None:
    schema(Meeting)["$defs"]["Line"].clear()
    assert schema(Meeting)["$defs"]["Line"]


@pytest.mark.parametrize(("cls", "record"), [(Meeting, MEETING), (Style, Style())])
def test_a_schema_wants_the_head_that_is_written(cls: Record, record: Meeting | Style) -> None:
    head = dict(list(json.loads(csegroup.json.dumps(record)).items())[:3])
    assert {key: schema(cls)["properties"][key]["const"] for key in head} == head
    assert schema(cls)["$id"] == head["$schema"]


def test_the_keys_of_a_schema_stand_in_the_order_in_which_they_are_written() -> None:
    keys = list(schema(Meeting)["properties"])
    document = json.loads(csegroup.json.dumps(MEETING))
    assert sorted(document, key=keys.index) == list(document)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        csegroup.json.nonsense  # type: ignore[attr-defined]  # noqa: B018 - looked up, to see it fail


def _patterns(part: Json) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (value for key, value in part.items() if key == "pattern" and isinstance(value, str))
        yield from (key for key in part.get("patternProperties", {}))
        for inner in part.values():
            yield from _patterns(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _patterns(inner)


@pytest.mark.parametrize("cls", RECORDS)
def test_a_pattern_says_nothing_that_engines_read_differently(cls: Record) -> None:
    for pattern in set(_patterns(schema(cls))):
        re.compile(pattern)
        assert not re.search(r"\\[a-zA-Z]|\(\?(?!:)", pattern), pattern


def test_every_class_key_and_word_is_described_and_nothing_else() -> None:
    named = kinds()
    assert set(descriptions()) == {"*", "Document", *STRINGS, *TEXTS, *named}
    used = set()
    for name, kind in named.items():
        said = set(descriptions()[name]) - {"is", "rules", "beyond", "words"}
        if isinstance(kind, type) and issubclass(kind, Choice):
            assert list(descriptions()[name]["words"]) == [word.value for word in kind]
        elif isinstance(kind, type):
            keys = {key for key, _, _ in fields_of(kind)}
            assert said <= keys
            used |= keys - said
    assert used == set(descriptions()["*"])


def test_every_description_is_written_out_in_both_languages() -> None:
    for name, said in descriptions().items():
        for key in said.keys() - {"rules", "beyond", "words"}:
            words = words_of(name, key)
            assert words.text.endswith(".")
            assert words.text_ja.endswith("。")
            assert words.title.isascii()
    assert set(RULES) <= {kind for name, kind in kinds().items() if isinstance(kind, type) and attrs.has(kind)}


def _with_examples(part: Json) -> Iterator[Json]:
    if isinstance(part, dict):
        if isinstance(part.get("examples"), list):
            yield part
        for inner in part.values():
            yield from _with_examples(inner)


@pytest.mark.parametrize("cls", RECORDS)
def test_every_example_is_what_it_is_an_example_of(cls: Record) -> None:
    whole = schema(cls)
    found = list(_with_examples(whole))
    assert len(found) > 10
    for part in found:
        validator = Draft202012Validator(part | {"$defs": whole["$defs"]})
        assert all(validator.is_valid(one) for one in part["examples"]), part["title"]


@pytest.mark.parametrize("cls", RECORDS)
def test_the_least_document_is_accepted(cls: Record) -> None:
    assert not problems(LEAST[cls], cls)
    assert accepts(LEAST[cls], cls)


@pytest.mark.parametrize(
    "file", sorted((Path(__file__).parent / "golden" / "json").glob("*.json")), ids=lambda f: f.name
)
def test_the_golden_files_are_accepted(file: Path) -> None:
    document = json.loads(file.read_bytes())
    cls = next(cls for cls, name in NAMES.items() if document["format"] == f"csegroup.{name}")
    assert accepts(document, cls)


@given(strategy.records)
def test_what_is_written_is_accepted(record: AnyRecord) -> None:
    assert accepts(json.loads(csegroup.json.dumps(record)), type(record))


REFUSED: list[tuple[Record, dict[str, Json]]] = [
    (Meeting, {"$schema": "urn:csegroup:schema:council:1"}),
    (Meeting, {"format": "csegroup.council"}),
    (Meeting, {"version": 2}),
    (Meeting, {"version": True}),
    (Meeting, {"memo": 1}),
    (Meeting, {"id": None}),
    (Meeting, {"id": "jp/a\n"}),
    (Meeting, {"id": "a" * 201}),
    (Meeting, {"number": "6"}),
    (Meeting, {"number": 0}),
    (Meeting, {"sequence": 2**31}),
    (Meeting, {"status": "done"}),
    (Meeting, {"status": None}),
    (Meeting, {"status": "held"}),
    (Meeting, {"status": "held", "day": None}),
    (Meeting, {"day": "2022-02-30"}),
    (Meeting, {"day": "0000-01-01"}),
    (Meeting, {"day": "2022-02-08\n"}),
    (Meeting, {"day": "2022-02-08", **START}),
    (Meeting, {"start": START["start"]}),
    (Meeting, {"start": START["start"], "time_zone": None}),
    (Meeting, {"time_zone": "Asia/Tokyo"}),
    (Meeting, {**START, "time_zone": "東京"}),
    (Meeting, {**START, "start": "2022-02-08T14:00+09:00"}),
    (Meeting, {**START, "start": "2022-02-08T14:00:60+09:00"}),
    (Meeting, {**START, "start": "2022-02-08T14:00:00"}),
    (Meeting, {**START, "start": "2022-02-30T14:00:00+09:00"}),
    (Meeting, {"end": START["start"]}),
    (Meeting, {"venues": [{"type": "in_writing"}, {"type": "online_venue"}]}),
    (Meeting, {"venues": [{"type": "in_writing"}], **START}),
    (Meeting, {"venues": [{"type": "session"}]}),
    (Meeting, {"venues": [{"name": {"ja": "会議室"}}]}),
    (Meeting, {"venues": None}),
    (Meeting, {"body": {"name": {"ja": "専門家会合"}}}),
    (Meeting, {"jointly_with": [{"name": {"ja": "専門家会合"}}]}),
    (Meeting, {"url": "https://user:secret@example.go.jp/"}),
    (Meeting, {"url": "https://example.go.jp/警"}),
    (Meeting, {"title": {}}),
    (Meeting, {"title": "会議"}),
    (Meeting, {"title": {"JA": "会議"}}),
    (Meeting, {"title": {"ja\n": "会議"}}),
    (Meeting, {"title": {"ja": "会\n議"}}),
    (Meeting, {"title": {"ja": "会議\n"}}),
    (Meeting, {"title": {"ja": "会議\u3000"}}),
    (Meeting, {"title": {"ja": "会\u202e議"}}),
    (Meeting, {"title": {"ja": "会\U0001ffff議"}}),
    (Meeting, {"title": {"ja": ""}}),
    (Meeting, {"title": {"en": "Kaigi", "ja-Hira": "かいぎ"}}),
    (Meeting, {"title": {"en": "Kaigi", "ja-Latn-x-a": "Kaigi"}}),
    (Meeting, {"aim": {"ja": "目的\n\n目的"}}),
    (Meeting, {"aim": {"ja": "目的\n"}}),
    (Meeting, {"aim": {"ja": "目的 \n目的"}}),
    (Meeting, {"extensions": {"ministry": "42"}}),
    (Meeting, {"extensions": {"x-a\n": "42"}}),
    (Meeting, {"extensions": {"x-a": 42}}),
    (Meeting, {"extensions": {"x-a": "\u0000"}}),
    (Meeting, {"extensions": None}),
    (Meeting, {"body": {"id": "jp/a", "name": {"ja": "公益社団法人会"}, "legal_form": "social_welfare_corporation"}}),
    (Meeting, {"body": {"id": "jp/a", "name": {"ja": "会"}, "country": "jp"}}),
    (Meeting, {"contact": {"name": {"ja": "少年課"}, "email": "office"}}),
    (Meeting, {"contact": {"name": {"ja": "少年課"}, "telephone": " 03"}}),
    (Meeting, {"sources": [{"url": "https://example.go.jp/"}]}),
    (Meeting, {"venues": [{"type": "venue", "name": {"ja": "庁舎"}, "postal_address": {"country": "GB"}}]}),
    (
        Meeting,
        {
            "venues": [
                {
                    "type": "venue",
                    "name": {"ja": "庁舎"},
                    "postal_address": {"region": {"ja": "東京都"}, "postal_code": "1008974"},
                }
            ]
        },
    ),
    (Meeting, {"program": [{"type": "keynote"}]}),
    (Meeting, {"program": [{"kind": "opening"}]}),
    (Meeting, {"program": [5]}),
    (Meeting, {"program": [{"type": "formality"}]}),
    (Meeting, {"program": [{"type": "formality", "kind": "break", "audience": ["private", "private"]}]}),
    (Meeting, {"program": [{"type": "formality", "kind": "break", "languages": ["JA"]}]}),
    (Meeting, {"program": [{"type": "address", "kind": "opening", "speaker": {}}]}),
    (
        Meeting,
        {
            "program": [
                {
                    "type": "address",
                    "kind": "opening",
                    "speaker": {
                        "organization": {"name": {"ja": "警察庁"}},
                        "post": {"title": {"ja": "長"}, "organization": {"name": {"ja": "警察庁"}}},
                    },
                }
            ]
        },
    ),
    (Meeting, {"program": [{"type": "presentation"}]}),
    (Meeting, {"program": [{"type": "presentation", "title": None, "presenters": []}]}),
    (Meeting, {"program": [{"type": "presentation", "title": {"ja": "取組"}, "joined_by": {"ja": "ほか"}}]}),
    (
        Meeting,
        {"program": [{"type": "presentation", "title": {"ja": "取組"}, "materials": [{"note": {"ja": "回収"}}]}]},
    ),
    (Meeting, {"program": [{"type": "motion", "title": {"ja": "規約"}, "outcome": "done"}]}),
    (Meeting, {"program": [{"type": "session", "title": {"ja": "発表"}, "items": []}]}),
    (
        Meeting,
        {
            "program": [
                {
                    "type": "session",
                    "title": {"ja": "発表"},
                    "items": [{"type": "session", "title": {"ja": "部"}, "items": []}],
                }
            ]
        },
    ),
    (Council, {"names": []}),
    (Council, {"bodies": [{"organization": {"name": {"ja": "総会"}}, "since": "2010-11-22"}]}),
    (
        Council,
        {"member_groups": [{"organization": {"name": {"ja": "警察庁"}}, "kind": "government", "since": "2010-11-22"}]},
    ),
    (Style, {"title": {"ja": "議事次第"}}),
    (Style, {"title": {"ja": "{title}{title}"}}),
    (Style, {"levels": {"ja": "1 (x)"}}),
    (Style, {"levels": {"ja": "1 11"}}),
    (Style, {"brackets": {"ja": "（"}}),
    (Style, {"digits": None}),
    (Style, {"notes": "yes"}),
    (Style, {"sections": [{"kind": "aim"}, {"kind": "aim"}]}),
    (Style, {"sections": [{"kind": "overview"}]}),
    (Style, {"sections": [{"kind": "aim", "parts": [{"kind": "program"}]}]}),
    (Style, {"sections": [{"kind": "overview", "parts": [{"kind": "overview", "parts": [{"kind": "aim"}]}]}]}),
    (Style, {"sections": [{"kind": "overview", "parts": [{"kind": "aim"}, {"kind": "aim"}]}]}),
]


@pytest.mark.parametrize(("cls", "keys"), REFUSED, ids=[str(keys) for _, keys in REFUSED])
def test_what_is_not_read_is_refused(cls: Record, keys: dict[str, Json]) -> None:
    assert problems(LEAST[cls] | keys, cls)
    assert not accepts(LEAST[cls] | keys, cls)


ACCEPTED: list[tuple[Record, dict[str, Json]]] = [
    (
        Meeting,
        dict.fromkeys(("number", "title", "aim", "notice", "day", "start", "end", "time_zone", "url", "contact")),
    ),
    (Meeting, {"program": [], "venues": [], "extensions": {}}),
    (Meeting, {"day": None, **START, "end": None}),
    (Meeting, {"title": {"ja": "会議", "ja-Hira": "かいぎ"}}),
    (Meeting, {"title": {"und": "𠮷\u3000👨\u200d👩\u200d👧", "ja-Latn": "Yoshi"}}),
    (Meeting, {"title": {"ja-JP": "会議", "ja-Hira": "かいぎ"}}),
    (Meeting, {"aim": {"en": "One.\nTwo."}}),
    (Meeting, {"extensions": {"x-a": "\n"}}),
    (Meeting, {"status": "held", "venues": [{"type": "in_writing"}], "day": "2022-02-08"}),
    (
        Meeting,
        {
            "body": {
                "id": "jp/a",
                "name": {"ja": "会", "en": "社会福祉法人"},
                "legal_form": "social_welfare_corporation",
            }
        },
    ),
    (Meeting, {"body": {"id": "jp/a", "name": {"ja": "株式会社あ"}, "legal_form": "stock_company"}}),
    (Style, {"levels": {"ja": "第1\u30001 (1) - ア"}, "calendar": None}),
    (Style, {"sections": [{"kind": "overview", "parts": [{"kind": "aim", "parts": []}]}]}),
]


@pytest.mark.parametrize(("cls", "keys"), ACCEPTED)
def test_what_is_read_is_accepted(cls: Record, keys: dict[str, Json]) -> None:
    assert not problems(LEAST[cls] | keys, cls)
    assert accepts(LEAST[cls] | keys, cls)


LOOSE: list[tuple[str, Record, dict[str, Json]]] = [
    ("time_zone", Meeting, {**START, "time_zone": "Asia/Edo"}),
    ("offset", Meeting, {**START, "start": "2022-02-08T14:00:00Z"}),
    ("order", Meeting, {**START, "end": START["start"]}),
    ("composition", Meeting, {"title": {"ja": "か\u3099"}}),
    ("twice", Meeting, {"jointly_with": [MEETING_DOCUMENT["body"]]}),
    ("overlap", Council, {"names": COUNCIL_DOCUMENT["names"] * 2}),
    ("type", Meeting, {"number": 6.0}),
]


@pytest.mark.parametrize(("code", "cls", "keys"), LOOSE, ids=[code for code, _, _ in LOOSE])
def test_what_a_schema_cannot_refuse_is_refused_by_the_reader_alone(
    code: str, cls: Record, keys: dict[str, Json]
) -> None:
    assert problems(LEAST[cls] | keys, cls) == [code]
    assert accepts(LEAST[cls] | keys, cls)


_characters = st.sampled_from("a会 \u3000\n\t\u00a0\u200b\u2028\ufeff\ufdd0\U0001ffffʼ\u0085か𠮷")
_strings = st.text(_characters, max_size=6) | st.text(max_size=6)


@given(_strings)
@example("a\n")
def test_a_text_is_judged_alike(text: str) -> None:
    for key in ("title", "aim"):
        agree(MEETING_DOCUMENT | {key: {"ja": text}}, Meeting)
    agree(MEETING_DOCUMENT | {"extensions": {"x-a": text}}, Meeting)
    agree(MEETING_DOCUMENT | {"contact": {"name": {"ja": "課"}, "telephone": text}}, Meeting)


_subtags = st.sampled_from(
    ["ja", "en", "und", "Hira", "Latn", "JP", "GB", "t", "x", "u", "a1b2c", "jpn", "1994", "", "ja\n"]
)


@given(st.dictionaries(st.lists(_subtags, min_size=1, max_size=4).map("-".join), st.just("a"), max_size=3))
def test_language_tags_are_judged_alike(text: dict[str, str]) -> None:
    agree(MEETING_DOCUMENT | {"title": text}, Meeting)


@given(st.text("1１①アaAiI-() \u3000x{}", max_size=8), st.sampled_from(["levels", "brackets", "title"]))
def test_the_texts_of_a_style_are_judged_alike(text: str, key: str) -> None:
    agree(STYLE_DOCUMENT | {key: {"ja": text.replace("{}", "{title}")}}, Style)


@given(st.text("ab0._-/:@%?#[A]\n警", max_size=12))
def test_ids_and_addresses_are_judged_alike(text: str) -> None:
    agree(MEETING_DOCUMENT | {"id": text}, Meeting)
    agree(MEETING_DOCUMENT | {"url": f"https://{text}"}, Meeting)
    agree(MEETING_DOCUMENT | {"contact": {"name": {"ja": "課"}, "email": f"a@{text}"}}, Meeting)


VALUES: list[Json] = [
    *(
        None,
        True,
        0,
        1,
        -1,
        2**31,
        "",
        "a",
        "a\n",
        " a",
        "a\u3000",
        "ja",
        "jp/a",
        "held",
        "in_writing",
        "session",
        "overview",
    ),
    *("2022-02-08", "2022-02-30", "2022-02-08T14:00:00+09:00", "2022-02-08T14:00:00Z", "Asia/Tokyo", "UTC", "100-8974"),
    *(
        [],
        {},
        {"ja": "会"},
        {"ja": "か\u3099"},
        {"ja-Hira": "あ"},
        {"JA": "会"},
        {"ja": "社会福祉法人会"},
        {"ja": "（）"},
        {"x-a": "b"},
    ),
    *([{"type": "in_writing"}], [{"kind": "aim"}], ["private", "private"], "social_welfare_corporation", "JP", "GB"),
    *("https://example.go.jp/", {"ja": "{title}"}, {"ja": "1 (1) -"}, {"organization": {"name": {"ja": "会"}}}),
]
KEYS = [
    *("start", "end", "day", "time_zone", "status", "venues", "title", "name", "parts", "kind", "type", "post", "id"),
    *("organization", "joined_by", "number", "country", "postal_code", "legal_form", "memo", "x-a", "ja", "ja-Hira"),
    *("und", "presenters", "materials"),
]


def places_in(value: Json) -> Iterator[tuple[Json, Json]]:
    """Give every list and object in a document with each of its keys."""
    if isinstance(value, (dict, list)):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places_in(value[key])


def drop(holder: Json, key: Json, _: Json, __: str) -> None:
    del holder[key]


def put(holder: Json, key: Json, value: Json, _: str) -> None:
    holder[key] = value


def put_in(holder: Json, key: Json, value: Json, name: str) -> None:
    if isinstance(holder, dict):
        holder[name] = value
    else:
        holder.insert(key, value)


def double(holder: Json, key: Json, _: Json, name: str) -> None:
    put_in(holder, key, copy.deepcopy(holder[key]), name)


DAMAGES: list[Callable[[Json, Json, Json, str], None]] = [drop, put, put_in, double]


@st.composite
def damaged_documents(draw: st.DrawFn) -> tuple[Record, Json]:
    record = draw(strategy.records)
    document = json.loads(csegroup.json.dumps(record))
    for _ in range(draw(st.integers(1, 2))):
        places = list(places_in(document)) or [(document, "format")]
        holder, key = draw(st.sampled_from(places))
        value, name = copy.deepcopy(draw(st.sampled_from(VALUES))), draw(st.sampled_from(KEYS))
        draw(st.sampled_from(DAMAGES if isinstance(holder, list) or key in holder else [put]))(holder, key, value, name)
    return type(record), document


@given(damaged_documents())
def test_a_damaged_document_is_judged_alike(damaged: tuple[Record, Json]) -> None:
    cls, document = damaged
    agree(document, cls)


def faulty() -> tuple[Json, list[str]]:
    """Damage the meeting of the package in seven places, and give them."""
    document = json.loads(csegroup.json.dumps(MEETING))
    address, session = document["program"][:2]
    address["speaker"]["nmae"] = 1
    session["items"][0]["minutes"] = 0
    session["items"][1]["title"]["en"] = 5
    session["items"][2]["type"] = "keynote"
    del session["title"]
    document |= {"number": "6", "start": "2026-13-45T99:00:00+09:00"}
    return document, [
        "/number",
        "/start",
        "/program/0/speaker",
        "/program/1",
        "/program/1/items/0/minutes",
        "/program/1/items/1/title/en",
        "/program/1/items/2/type",
    ]


def test_what_is_wrong_is_told_at_its_place_and_nowhere_else() -> None:
    document, places = faulty()
    errors = VALIDATORS[Meeting].iter_errors(document)
    found = {"".join(f"/{step}" for step in error.absolute_path) for error in errors}
    assert sorted(found) == sorted(places)


@cache
def node_with(*packages: str) -> str:
    """Find Node, with packages."""
    node = shutil.which("node") or missing("node")
    for package in packages:
        if subprocess.run([node, "-e", f"require('{package}')"], capture_output=True, check=False).returncode:  # noqa: S603 - our own script
            missing(f"{package} (npm) in a folder of NODE_PATH")
    return node


def said_by(node: str, script: str, asked: Json) -> Json:
    """Hand JSON to a script of Node and read what it answers."""
    data = json.dumps(asked).encode()
    done = subprocess.run([node, READERS / script], input=data, capture_output=True, check=False, timeout=60)  # noqa: S603 - likewise
    assert not done.stderr, done.stderr.decode()
    return json.loads(done.stdout)


def errors_of_ajv(documents: list[tuple[Record, Json]]) -> list[list[tuple[str, str]]]:
    schemas = {name: schema(cls) for cls, name in NAMES.items()}
    named = [[NAMES[cls], document] for cls, document in documents]
    found: list[list[tuple[str, str]]] = said_by(
        node_with("ajv", "ajv-formats"), "validate_with_ajv.cjs", {"schemas": schemas, "documents": named}
    )
    return found


@pytest.mark.tool
def test_ajv_compiles_the_schemas_strictly_and_judges_alike() -> None:
    documents = [(cls, LEAST[cls] | keys) for cls, keys in [*REFUSED, *ACCEPTED]]
    assert [not errors for errors in errors_of_ajv(documents)] == [accepts(one, cls) for cls, one in documents]


@pytest.mark.tool
@settings(max_examples=10)
@given(st.lists(damaged_documents(), min_size=10, max_size=20))
def test_ajv_judges_damaged_documents_alike(documents: list[tuple[Record, Json]]) -> None:
    assert [not errors for errors in errors_of_ajv(documents)] == [accepts(one, cls) for cls, one in documents]


@pytest.mark.tool
def test_ajv_tells_every_fault_at_its_place() -> None:
    document, places = faulty()
    [errors] = errors_of_ajv([(Meeting, document)])
    assert {path for path, message in errors if 'match "then"' not in message} == set(places)


AT_THE_CURSOR = [
    ("|", ["id", "body", "program", "time_zone", "venues"]),
    ('"status": |', ['"tentative"', '"announced"', '"cancelled"', '"held"']),
    ('"program": [{|}]', ["type"]),
    (
        '"program": [{"type": |}]',
        ['"formality"', '"address"', '"presentation"', '"discussion"', '"motion"', '"session"'],
    ),
    ('"program": [{"type": "motion", |}]', ["title", "presenters", "outcome", "resolution"]),
    ('"title": {|}', ["ja", "en"]),
    ('"contact": {|}', ["name", "telephone", "email", "url"]),
]


@pytest.mark.tool
@pytest.mark.parametrize(("typed", "offered"), AT_THE_CURSOR)
def test_the_language_service_of_vs_code_offers_what_fits(typed: str, offered: list[str]) -> None:
    made = schema(Meeting)
    text = f'{{"$schema": "{made["$id"]}", {typed}}}'
    settings = [{"uri": made["$id"], "schema": made}]
    node = node_with("vscode-json-languageservice")
    found = said_by(node, "complete_as_vs_code.cjs", {"schemas": settings, "text": text})
    assert set(offered) <= set(found)
