from __future__ import annotations

import enum
import inspect
import re
import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import csegroup

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "csegroup"
copyright = "the csegroup contributors"  # noqa: A001 - Sphinx reads this name
release = version = installed_version("csegroup")

sys.path.insert(0, str(Path(__file__).parent))
extensions = ["myst_parser", "sphinx.ext.autodoc", "gallery"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"csegroup {release}"
html_copy_source = False
html_show_sphinx = False

# The docstrings write code between single backticks.
default_role = "literal"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 130

nitpicky = True
nitpick_ignore_regex = [
    # The pages of other projects are not fetched, so that these build without a network.
    ("py:.*", r"(cattrs|datetime|email|os|icalendar|types|zoneinfo)\..*"),
    ("py:.*", r"(collections\.abc\.)?(Callable|Iterable|Iterator|Mapping|Sequence)"),
    ("py:.*", r"BinaryIO"),
    # What a document is inside is seen by its writers alone, and what is sorted is anybody's.
    ("py:.*", r"csegroup\.documents\.tree\.Outline"),
    ("py:.*", r"csegroup\.wording\.order\._?T"),
    # What a review knows is told in the words of its methods, and what a rule finds is written there.
    ("py:.*", r"(csegroup\.review\.(views\.|dated_names\.))?(T|DatedNames|Days|Value|dt\.date)"),
    # Meeting, Council or Style, whichever is asked for.
    ("py:.*", r"(csegroup\.json\.(envelope\.)?)?(Any)?Record"),
]

# What the type of a field is called here, where it has no place in the reference.
_SHOWN = {
    "Place": "Venue | OnlineVenue | InWriting",
    "Extensions": "Mapping[str, str]",
    r"dt\.": "datetime.",
    "ZoneInfo": "zoneinfo.ZoneInfo",
}


def _fields(cls: type) -> list[str]:
    """Write the fields of a class, each as an attribute with its type and default."""
    lines = []
    for field in attrs.fields(cls):
        if field.name.startswith("_"):
            continue
        shown = str(field.type)
        for name, words in _SHOWN.items():
            shown = re.sub(rf"\b{name}", words, shown)
        lines += ["", f".. attribute:: {field.name}", f"   :type: {shown}"]
        if field.default is not attrs.NOTHING:
            lines.append(f"   :value: {field.default!r}")
    return [*lines, ""]


def _add_fields(_app: Sphinx, _what: str, _name: str, obj: Any, _options: object, lines: list[str]) -> None:  # noqa: ANN401 - any object of the package
    if attrs.has(obj) and obj is not csegroup.LocalizedText:
        lines += _fields(obj)


def _without_signature(
    _app: Sphinx,
    _what: str,
    _name: str,
    obj: Any,  # noqa: ANN401 - any object of the package
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Leave out the arguments of a class, which are its fields, and those that any enum has."""
    if inspect.isclass(obj) and (issubclass(obj, enum.Enum) or (attrs.has(obj) and obj is not csegroup.LocalizedText)):
        return "", ""
    return signature, returns


def setup(app: Sphinx) -> None:
    """Have the fields of a class listed under it, where a signature would hold up to twenty of them."""
    app.connect("autodoc-process-docstring", _add_fields)
    app.connect("autodoc-process-signature", _without_signature)
