"""A text of the library, as translators find it in their catalogues."""

from __future__ import annotations

from typing import final

import attrs

__all__ = ["Message", "message", "plural_message"]


@final
@attrs.frozen(eq=False, repr=False)
class Message:
    """A text in English, what it is used for, and its form for more than one."""

    context: str
    text: str
    plural: str = ""


def message(context: str, text: str) -> Message:
    """Mark a text for the catalogues."""
    return Message(context, text)


def plural_message(context: str, text: str, plural: str) -> Message:
    """Mark a text that has another form for more than one, `{n}` being the number."""
    return Message(context, text, plural)
