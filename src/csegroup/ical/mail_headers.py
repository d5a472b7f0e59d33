"""Headers of a mail that arrive as they were written.

Python 3.11's own way of folding loses blanks in long names, takes what looks like an encoded word for one, and breaks
Message-IDs. So these headers fold themselves, and encode (RFC 2047) whatever is not plain and short.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UniqueAddressHeader, UniqueUnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy, Policy
from email.utils import quote
from textwrap import wrap
from typing import Any, final

__all__ = ["policy_for"]

_FOLD = "\n "
# RFC 2047 section 2: a line that holds an encoded word, which itself has 75 characters at most.
_ENCODED_LINE = 76
_PLAIN_LINE = 60


def policy_for(people: Iterable[Address]) -> EmailPolicy[EmailMessage]:
    """Give the policy of a mail: SMTPUTF8 (RFC 6531) only where an address is in other letters than ASCII."""
    return _ASCII if all(one.username.isascii() for one in people) else _UTF8


def _encoded(text: str, name: str) -> str:
    """Encode a text; it is cut between characters, and only where it is too long for one encoded word."""
    return Header(text, "utf-8", maxlinelen=_ENCODED_LINE, header_name=name).encode()


def _is_plain(text: str) -> bool:
    """Tell whether a text stands in a header as it is; some readers decode even what is quoted."""
    if not text.isascii() or "=?" in text or "  " in text:
        return False
    return max(map(len, text.split(" "))) <= _PLAIN_LINE


def _folded(text: str) -> str:
    return _FOLD.join(wrap(text, _PLAIN_LINE, break_long_words=False, break_on_hyphens=False))


def _mailbox(one: Address, header: str) -> str:
    name = one.display_name
    if not name:
        return one.addr_spec
    phrase = _folded(f'"{quote(name)}"') if _is_plain(name) else _encoded(name, header)
    return f"{phrase}{_FOLD}<{one.addr_spec}>"


@final
class _Mailboxes(UniqueAddressHeader, BaseHeader):  # type: ignore[misc] # mixins, as the registry uses them
    """From or To."""

    def fold(self, *, policy: Policy) -> str:
        return _header(self.name, f",{_FOLD}".join(_mailbox(one, self.name) for one in self.addresses), policy)


class _Text(UniqueUnstructuredHeader, BaseHeader):  # type: ignore[misc] # likewise
    """A text that is taken as it is, also where it looks encoded."""

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        super().parse(value, kwds)
        kwds["decoded"] = value


@final
class _Subject(_Text):
    """What a mail is about."""

    def fold(self, *, policy: Policy) -> str:
        return _header(self.name, _folded(self) if _is_plain(self) else _encoded(self, self.name), policy)


@final
class _Ids(_Text):
    """Message-IDs, each on a line, of which none is torn, nor put on the line below the header's name."""

    def fold(self, *, policy: Policy) -> str:
        return _header(self.name, self.replace(" ", _FOLD), policy)


def _header(name: str, value: str, policy: Policy) -> str:
    return f"{name}: {value}\n".replace("\n", policy.linesep)


_REGISTRY = HeaderRegistry()
for _name, _class in (
    ("from", _Mailboxes),
    ("to", _Mailboxes),
    ("subject", _Subject),
    ("message-id", _Ids),
    ("references", _Ids),
):
    _REGISTRY.map_to_type(_name, _class)
_ASCII = SMTP.clone(header_factory=_REGISTRY)
_UTF8 = SMTPUTF8.clone(header_factory=_REGISTRY)
