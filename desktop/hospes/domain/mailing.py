# SPDX-License-Identifier: GPL-3.0-or-later
"""E-mail to many: who gets one, in portions that providers let through, as programs for mail take addresses.

Providers refuse messages to many recipients at once; fifty is what nearly all of them let through.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from hospes.domain.codes import Code
from hospes.domain.emails import read_email
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_

PORTION = 50
LEAST, MOST = 1, 500
LONGEST_LINK = 1900
"""Characters of a `mailto:` link that every system hands on whole."""


class Separator(Code):
    """What stands between two addresses."""

    COMMA = "comma", N_("A comma: Thunderbird, Apple Mail, web mail")
    SEMICOLON = "semicolon", N_("A semicolon: Outlook")


class LeftOut(Code):
    """Why somebody gets nothing."""

    DECEASED = "deceased", N_("died")
    FORMER = "former", N_("no member any more")
    NO_CONSENT = "no_consent", N_("no consent to the newsletter")
    GONE = "gone", N_("in the bin or not in the file any more")


@dataclass(frozen=True, slots=True)
class Portion:
    """Some addresses that are written to at once, all in one language."""

    number: int
    language: str
    addresses: tuple[str, ...]


def usable(address: str) -> str:
    """An address as it may stand in a list; empty where it is none."""
    try:
        return read_email(address)
    except FieldProblem:
        return ""


def once(addresses: Iterable[str]) -> tuple[str, ...]:
    """Each address one time, capitals or not."""
    found: dict[str, str] = {}
    for address in addresses:
        found.setdefault(address.casefold(), address)
    return tuple(found.values())


def portions(by_language: Sequence[tuple[str, str]], size: int = PORTION) -> tuple[Portion, ...]:
    """Portions of (language, address), the languages in their order; an address once over all of them."""
    size = max(LEAST, min(size, MOST))
    languages: dict[str, list[str]] = {}
    known: set[str] = set()
    for language, address in by_language:
        if address.casefold() not in known:
            known.add(address.casefold())
            languages.setdefault(language, []).append(address)
    found: list[Portion] = []
    for language, addresses in languages.items():
        for at in range(0, len(addresses), size):
            found.append(Portion(len(found) + 1, language, tuple(addresses[at : at + size])))
    return tuple(found)


def for_bcc(addresses: Sequence[str], separator: Separator = Separator.COMMA) -> str:
    """The addresses as the Bcc line takes them."""
    return ("; " if separator is Separator.SEMICOLON else ", ").join(addresses)


def link(addresses: Sequence[str], subject: str, body: str) -> str:
    """A `mailto:` link that opens a new message; empty where it would be too long to be handed on whole.

    A body that makes it too long is left out: it can be pasted.
    """
    bcc = ",".join(quote(one, safe="@") for one in addresses)
    head = f"mailto:?bcc={bcc}&subject={quote(subject)}"
    whole = head + "&body=" + quote(body.replace("\n", "\r\n")) if body else head
    for text in (whole, head):
        if len(text) <= LONGEST_LINK:
            return text
    return ""
