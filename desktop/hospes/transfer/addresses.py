# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses as lists have them: in several columns, in two, or in one."""

import re
from dataclasses import dataclass

from hospes.domain.incoming import IncomingAddress
from hospes.transfer import vocabulary

_CODE_AND_TOWN = re.compile(
    r"(?:(?P<sign>[A-Z]{1,3})-\s?)?(?P<code>\d{2}-\d{3}|\d{5}|\d{4}\s?[A-Z]{2}\b|\d{4})\s+(?P<town>\D.*)\Z"
)
_TOWN_AND_CODE = re.compile(
    r"(?P<town>.*?[^\W\d_]),?\s+(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{5}(?:-\d{4})?)\Z"
)
_SIGN = re.compile(r"(?P<sign>[A-Z]{1,3})\s?-\s?(?P<code>\d{3,5})\Z")
FIVE_FIGURES = frozenset(("DE", "FR", "IT", "ES", "TR", "UA", "FI", "HR", "EE"))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the columns of a row say."""

    whole: str = ""
    street: str = ""
    house: str = ""
    postcode: str = ""
    postcode_is_number: bool = False
    town: str = ""
    postcode_town: str = ""
    care_of: str = ""
    extra: str = ""
    region: str = ""
    country: str = ""


def address_of(parts: Parts, home: str, *, literal: bool) -> IncomingAddress:
    """The address; `home` is our country. `literal`: texts stay as they are (our own exports)."""
    street, postcode, town, country = parts.street, parts.postcode, parts.town, parts.country
    if parts.whole and not (street or town):
        street, postcode, town, country = _whole(parts.whole, postcode, country)
    if parts.postcode_town and not (postcode and town):
        found_code, found_town = _code_and_town(parts.postcode_town)
        postcode, town = postcode or found_code, town or found_town
    if parts.house and street:
        street = f"{street} {parts.house}"
    if not literal:
        postcode, country = _sign_before(postcode, country)
        street = ", ".join(line.strip(" ,") for line in street.split("\n") if line.strip(" ,"))
        if parts.postcode_is_number and len(postcode) == 4 and (country or home) in FIVE_FIGURES:
            postcode = f"0{postcode}"
    return IncomingAddress(parts.care_of, parts.extra, street, postcode, town, parts.region, country)


def _code_and_town(text: str) -> tuple[str, str]:
    found = _CODE_AND_TOWN.match(text) or _TOWN_AND_CODE.match(text)
    return (found["code"], found["town"].strip(" ,")) if found else ("", text)


def _whole(text: str, postcode: str, country: str) -> tuple[str, str, str, str]:
    """Street, postcode, town and country of an address in one cell, by lines or commas."""
    pieces = [piece.strip() for piece in re.split(r"\s*[\n;]\s*|,\s+", text) if piece.strip()]
    if len(pieces) > 1 and not country:
        found = vocabulary.country(pieces[-1]) if not any(sign.isdigit() for sign in pieces[-1]) else None
        if found:
            country = found
            pieces.pop()
    for at in range(len(pieces) - 1, -1, -1):
        code, town = _code_and_town(pieces[at])
        if code:
            rest = pieces[:at] + pieces[at + 1 :]
            return ", ".join(rest), code, town, country
    if len(pieces) > 1:
        return ", ".join(pieces[:-1]), postcode, pieces[-1], country
    return text, postcode, "", country


def _sign_before(postcode: str, country: str) -> tuple[str, str]:
    """`D-63512` is 63512 in Germany."""
    found = _SIGN.match(postcode)
    if not found:
        return postcode, country
    return found["code"], country or vocabulary.country(found["sign"]) or ""
