"""E-mail addresses: what one is, how one stands in a calendar, and when two are one."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from urllib.parse import quote, unquote

from csegroup.errors import InvalidValue
from csegroup.fields import a_string

__all__ = ["a_name", "address_in", "an_address", "key_of", "mailbox_in_ascii", "name_and_address", "uri_of"]

_AT_MOST = 1000
# What RFC 6068 section 2 lets stand as it is in a mailto address, and nothing that a header or a query begins with.
_PLAIN = "!$'*+"
# The display name of RFC 5322 section 3.4; in a Japanese name a bracket begins no comment.
_NAMED = re.compile(r"(?P<name>.*?) *<(?P<address>[^<>]*)>")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPED = re.compile(r"\\(.)")
_SPECIAL = re.compile(r'[,;:@<>"]')


def an_address(field: str, value: object) -> None:
    """Want a bare e-mail address that mail can be sent to (RFC 5322, RFC 6531); no message shows it."""
    # A script that invites nobody does not wait for the module.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    if not isinstance(value, str) or len(value) > _AT_MOST:
        raise InvalidValue("type", field, "is a text such as office@example.go.jp")
    if unicodedata.normalize("NFKC", value) != value:
        raise InvalidValue("email", field, "has full-width or other compatibility characters; write it in half width")
    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise InvalidValue("email", field, f"is no e-mail address such as office@example.go.jp{_why(value)}") from None


def _why(value: str) -> str:
    """Say what is wrong with an address, as far as that can be said without showing it."""
    if not value.isprintable():
        return "; it has a control character or a line break"
    if "<" in value:
        return "; give the name apart from it"
    if any(one.isspace() for one in value):
        return "; take the blank out"
    return "; one @ and a domain with a dot are missing" if value.count("@") != 1 else ""


def a_name(field: str, value: object) -> None:
    """Want a name that can stand before an address in every calendar and mail program."""
    if not isinstance(value, str):
        raise InvalidValue("type", field, "is a text")
    a_string(field, value)
    if '"' in value:
        raise InvalidValue("quote", field, "has a \", which not all calendar programs read; take ' or 「」")


def name_and_address(field: str, text: str) -> tuple[str, str]:
    """Split `警察庁少年課 <office@example.go.jp>` into its name, which may be empty, and its address."""
    a_string(field, text)
    if len(text) > _AT_MOST:
        raise InvalidValue("email", field, "is no e-mail address; it is longer than any")
    found = _NAMED.fullmatch(text)
    if not found:
        an_address(field, text)
        return "", text
    name, address = found["name"], found["address"]
    if _QUOTED.fullmatch(name):
        name = _ESCAPED.sub(r"\1", name[1:-1])
    elif _SPECIAL.search(name):
        raise InvalidValue("email", field, "is not one e-mail address; give one, with a comma in a name only in quotes")
    an_address(field, address)
    return name, address


def uri_of(address: str) -> str:
    """Write an address as a calendar address (RFC 5545 section 3.3.3), in ASCII.

    >>> uri_of("利用者@例え.jp")
    'mailto:%E5%88%A9%E7%94%A8%E8%80%85@xn--r8jz45g.jp'
    """
    local, _, domain = mailbox_in_ascii(address).rpartition("@")
    return f"mailto:{quote(local, safe=_PLAIN)}@{domain}"


def mailbox_in_ascii(address: str) -> str:
    """Write the domain of an address in ASCII, which every server takes; what stands before it is as it was."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{_ascii(domain)}"


@lru_cache(maxsize=1024)
def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    from email_validator import validate_email  # noqa: PLC0415 - likewise

    return str(validate_email(f"a@{domain}", check_deliverability=False, test_environment=True).ascii_domain)


def address_in(uri: str) -> str:
    """Give the address of a calendar address, as it is written there.

    >>> address_in("MAILTO:office@example.go.jp")
    'office@example.go.jp'
    """
    scheme, colon, rest = uri.partition(":")
    if colon and scheme.strip().lower() == "mailto":
        return unquote(rest.partition("?")[0]).strip()
    return uri.strip()  # which some programs write there as it is


def key_of(address: str) -> str:
    """Give what is alike in all spellings of an address: in capitals, in IDNA, composed or not."""
    local, _, domain = address.rpartition("@")
    with suppress(ValueError):  # an address that somebody else wrote
        domain = _ascii(domain)
    return unicodedata.normalize("NFC", f"{local}@{domain}".casefold())
