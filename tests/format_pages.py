"""The pages about the format, in English and in Japanese, made from the classes and their descriptions."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args, get_origin

import attrs

from csegroup.fields import Choice
from csegroup.json.descriptions import descriptions, words_of
from csegroup.json.json_schema import NAMES, fields_of, kinds, schema, without_none
from csegroup.json.schema_texts import STRINGS, TEXTS
from csegroup.json.tags import TAGS

Schema = dict[str, Any]

_TEXTS: Final = [*TEXTS, *STRINGS]

_SAID: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ENGLISH: Final[Mapping[str, str]] = _SAID["english"]
JAPANESE: Final[Mapping[str, str]] = _SAID["japanese"]


def format_page(said: Mapping[str, str]) -> str:
    """Write the page in the language of the words given."""
    return "\n".join(_Page(said).lines()).rstrip() + "\n"


@attrs.frozen
class _Page:
    said: Mapping[str, str]

    def lines(self) -> Iterator[str]:
        """Give the page by lines: the documents, their objects, closed lists, texts, the schemas."""
        named = kinds()
        lists = [name for name, kind in named.items() if isinstance(kind, type) and issubclass(kind, Choice)]
        yield self.said["top"].format(head="\n".join(self._head()))
        yield from self._chapter("records", [name for name in named if name not in lists])
        yield from self._chapter("lists", lists)
        yield from self._chapter("texts", _TEXTS)
        yield self.said["schemas"].format(schemas="\n".join(self._schemas()), beyond="\n".join(self._beyond()))

    def _chapter(self, title: str, names: list[str]) -> Iterator[str]:
        yield from (f"## {self.said[title]}", "")
        for name in names:
            yield from self._section(name)

    def _section(self, name: str) -> Iterator[str]:
        kind: Any = kinds().get(name)
        title, text, examples = self._words(name)
        heading = title if self.said is ENGLISH else f"{title} {name}"
        yield from (f"({self._label(name)})=", f"### {heading}", "")
        yield text + self._example(examples)
        if kind in TAGS:
            yield self.said["type"].format(TAGS[kind])
        yield ""
        if kind is None:
            return
        if isinstance(kind, type) and issubclass(kind, Choice):
            yield from self._choice(name)
        elif isinstance(kind, type):
            yield from self._keys(kind)
            yield from self._rules(name)
        else:
            links = [self._link(one.__name__) for one in get_args(kind)]
            yield from (self.said["one_of"].format(self.said["and"].join(links)), "")

    def _words(self, name: str, key: str = "is") -> tuple[str, str, tuple[object, ...]]:
        words = words_of(name, key)
        if self.said is ENGLISH:
            return words.title, words.text, words.examples
        return words.title_ja, words.text_ja, words.examples

    def _example(self, examples: tuple[object, ...]) -> str:
        gap = " " if self.said is ENGLISH else ""
        return "".join(gap + self.said["example"].format(_code(one)) for one in examples)

    def _label(self, name: str) -> str:
        return f"{self.said['page']}-{name.lower()}"

    def _link(self, name: str) -> str:
        title = self._words(name)[0]
        return f"[{title}](#{self._label(name)})"

    def _head(self) -> Iterator[str]:
        for key in ("$schema", "format", "version"):
            values = {_code(schema(cls)["properties"][key]["const"]): None for cls in NAMES}
            needed = "" if key == "$schema" else self.said["required"]
            value = f"{self.said['and'].strip()} ".join(values)
            yield f"| `{key}` | {value} | {needed} | {self._words('Document', key)[1]} |"

    def _keys(self, cls: type) -> Iterator[str]:
        fields = list(fields_of(cls))
        if not fields:
            return
        yield f"| {self.said['key']} | {self.said['value']} | {self.said['needed']} | {self.said['meaning']} |"
        yield "|---|---|---|---|"
        made = _object_of(cls)
        for name, hint, _ in fields:
            _, text, examples = self._words(cls.__name__, name)
            prop = made["properties"][name]
            needed = self.said["required"] if name in made["required"] else ""
            if "default" in prop:
                needed = self.said["default"].format(_code(prop["default"]))
            yield f"| `{name}` | {self._value(hint, prop)} | {needed} | {text}{self._example(examples)} |"
        yield ""

    def _value(self, hint: Any, made: Schema) -> str:  # noqa: ANN401 - a type of any kind
        kind = without_none(hint)
        value = self._something(kind, made)
        return value if kind is hint else self.said["null"].format(value)

    def _something(self, kind: Any, made: Schema) -> str:  # noqa: ANN401 - likewise
        origin: object = get_origin(kind)
        if origin is tuple:
            inside = self._value(get_args(kind)[0], made["items"])
            return self.said["set" if made.get("uniqueItems") else "list"].format(inside)
        if isinstance(kind, type) and issubclass(kind, Choice):
            return self._link(kind.__name__)
        pointed = made.get("$ref") or made.get("then", {}).get("$ref")
        if pointed:
            return self._link(pointed.removeprefix("#/$defs/"))
        return self._plain(made)

    def _plain(self, made: Schema) -> str:
        if "minimum" in made:
            return self.said["integer"].format(made["minimum"], made["maximum"])
        if made.get("maxLength", _USUAL) < _USUAL:
            return self.said["at_most"].format(made["maxLength"])
        if made.get("pattern") == STRINGS["LanguageTag"]["pattern"]:
            return self._link("LanguageTag")
        plain = "boolean" if made["type"] == "boolean" else "string"
        return self.said[made.get("format", plain).replace("-", "_")]

    def _rules(self, name: str) -> Iterator[str]:
        rules = [*self._pairs(name, "rules"), *(self.said["beyond"].format(one) for one in self._pairs(name, "beyond"))]
        if rules:
            yield from (self.said["rules"], "", *(f"- {rule}" for rule in rules), "")

    def _pairs(self, name: str, key: str) -> list[str]:
        return [pair[self.said is JAPANESE] for pair in descriptions()[name].get(key, [])]

    def _choice(self, name: str) -> Iterator[str]:
        yield from (f"| {self.said['word']} | {self.said['meaning']} |", "|---|---|")
        for word, meanings in descriptions()[name]["words"].items():
            yield f'| `"{word}"` | {meanings[self.said is JAPANESE]} |'
        yield ""

    def _schemas(self) -> Iterator[str]:
        for cls, name in NAMES.items():
            made = schema(cls)
            file = f"{name}.1.json"
            yield f"| {self._link(cls.__name__)} | `{made['$id']}` | {{download}}`{file} <../schema/{file}>` |"

    def _beyond(self) -> Iterator[str]:
        yield self.said["everywhere"]
        for name in descriptions():
            for rule in self._pairs(name, "beyond"):
                yield f"- {self._link(name)}{': ' if self.said is ENGLISH else '：'}{rule}"


_USUAL: Final = 1000  # characters, which no form needs


def _code(value: object) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def _object_of(cls: type) -> Schema:
    """Find the schema of a class in that of a record."""
    for record in NAMES:
        made = schema(record)
        found: Schema | None = made if record is cls else made["$defs"].get(cls.__name__)
        if found:
            return found
    raise LookupError(cls)
