# SPDX-License-Identifier: GPL-3.0-or-later
"""What the properties of an address card mean in the fields of people."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_JAVA_DAY = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]+ \S+ (\d{4})\Z")
_DAY_AND_TIME = re.compile(r"(\d{4}-?\d{2}-?\d{2})[T ].*\Z")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_PLAIN = {
    "NICKNAME": "nickname",
    "TITLE": "function",
    "URL": "web",
    "LANG": "language",
    "BIRTHPLACE": "birth_place",
    "X-MAIDENNAME": "birth_name",
    "X-MAIDEN-NAME": "birth_name",
    "X-GENDER": "sex",
}
_NAME_PARTS = ("family_name", "given_name", "second_name", "title", "name_suffix")
_DAYS = {"BDAY": "birth_date", "DEATHDATE": "died"}


@dataclass(slots=True)
class Property:
    """One line of a card: a name, what stands in front of the colon, and the text behind it."""

    name: str
    types: tuple[str, ...]
    params: dict[str, str]
    text: str
    """Decoded, but with the card's own escapes."""


def fields_of(card: list[Property]) -> dict[str, str]:
    """The fields of one card; several values of a field are parted by `; `, notes by an empty line."""
    fields: dict[str, str] = {}
    notes: list[str] = []
    for each in card:
        _plain(each, fields, notes)
    _names(card, fields)
    _addresses([each for each in card if each.name == "ADR"], fields, notes)
    _reach(card, fields)
    if notes:
        fields["notes"] = "\n\n".join(notes)
    return {name: text.strip() for name, text in fields.items() if text.strip()}


def unescape(text: str) -> str:
    r"""`\\n`, `\\,`, `\\;` as they are meant."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def parts(text: str, sign: str) -> list[str]:
    """The text cut at a sign that is not escaped; the pieces keep their escapes."""
    pieces: list[str] = []
    start = at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == sign:
            pieces.append(text[start:at])
            start = at + 1
        at += 1
    pieces.append(text[start:])
    return pieces


def _plain(each: Property, fields: dict[str, str], notes: list[str]) -> None:
    text = unescape(each.text).strip()
    if not text:
        return
    if each.name in ("URL", "NICKNAME") and fields.get(_PLAIN[each.name], text) != text:
        notes.append(text)  # there is room for one; a second is not lost
    elif each.name in _PLAIN:
        fields.setdefault(_PLAIN[each.name], text)
    elif each.name in _DAYS:
        fields.setdefault(_DAYS[each.name], _day(text))
    elif each.name == "NOTE":
        notes.append(text)
    elif each.name == "ROLE":
        fields.setdefault("function", text)
    elif each.name == "CATEGORIES":
        words = [unescape(word).strip() for word in parts(each.text.replace(";", ","), ",")]
        fields["tags"] = "; ".join([*filter(None, [fields.get("tags")]), *filter(None, words)])
    elif each.name == "UID":
        fields.setdefault("source_id", text.removeprefix("urn:uuid:"))
    elif each.name == "GENDER":
        fields.setdefault("sex", {"M": "m", "F": "f", "O": "n", "N": "n"}.get(text[:1].upper(), ""))
    elif each.name == "ORG":
        fields.setdefault("organisation", unescape(parts(each.text, ";")[0]).strip())
    elif (each.name == "KIND" and text.casefold() in ("org", "organization")) or (
        each.name == "X-ABSHOWAS" and text.upper() == "COMPANY"
    ):
        fields["kind"] = "organisation"


def _day(text: str) -> str:
    java = _JAVA_DAY.match(text)
    if java and java[1] in _MONTHS:
        return f"{java[3]}-{_MONTHS.index(java[1]) + 1:02d}-{int(java[2]):02d}"
    timed = _DAY_AND_TIME.match(text)
    return timed[1] if timed else text


def _component(text: str) -> str:
    """One part of a structured value; several names in it stand beside each other."""
    return " ".join(filter(None, (unescape(piece).strip() for piece in parts(text, ","))))


def _names(card: list[Property], fields: dict[str, str]) -> None:
    shown = next(
        (unescape(each.text).strip() for each in card if each.name == "FN" and each.text.strip()), ""
    )
    whole = next((each for each in card if each.name == "N" and each.text.strip("; ")), None)
    if whole is not None:
        names = [*map(_component, parts(whole.text, ";")), "", "", "", "", ""]
        fields |= {name: value for name, value in zip(_NAME_PARTS, names, strict=False) if value}
    family, given = fields.get("family_name", ""), fields.get("given_name", "")
    if family and given and f"{family} {given}" in shown:
        fields["name_order"] = "surname_first"
    organisation = fields.get("organisation", "")
    only = " ".join(filter(None, (fields.get("given_name"), fields.get("family_name")))) or shown
    if organisation and only.casefold() in ("", organisation.casefold()):
        fields["kind"] = "organisation"
    if fields.get("kind") == "organisation":
        fields["organisation"] = organisation or only
        for field in ("family_name", "given_name", "second_name", "name_order"):
            fields.pop(field, None)
    elif not ({"family_name", "given_name"} & fields.keys()) and shown:
        fields["full_name"] = shown
    if not shown and not only and "nickname" in fields:
        fields["full_name"] = fields["nickname"]


def _addresses(addresses: list[Property], fields: dict[str, str], notes: list[str]) -> None:
    def rank(each: Property) -> tuple[bool, bool]:
        return (
            "WORK" in each.types and "HOME" not in each.types,
            "PREF" not in each.types and "PREF" not in each.params,
        )

    found = [each for each in sorted(addresses, key=rank) if each.text.strip("; ,")]
    for place, each in enumerate(found):
        pieces = [*(unescape(piece).strip() for piece in parts(each.text, ";")), *[""] * 7][:7]
        box, extra, street, town, region, postcode, country = pieces
        if place:
            notes.append(
                ", ".join(filter(None, (box, extra, street, f"{postcode} {town}".strip(), region, country)))
            )
            continue
        fields["address_extra"] = ", ".join(filter(None, (extra, box)))
        fields.update(street=street, town=town, region=region, postcode=postcode, country=country)


def _reach(card: list[Property], fields: dict[str, str]) -> None:
    found: dict[str, list[str]] = {}
    for each in _preferred_first(card):
        text = unescape(each.text).strip()
        if each.name == "TEL":
            text = text.removeprefix("tel:").partition(";")[0].strip()
            _keep(found, _telephone(set(each.types)), text)
        elif each.name == "EMAIL":
            _keep(found, "email", text.removeprefix("mailto:").strip())
    for field, values in found.items():
        fields[field] = "; ".join(values)


def _keep(found: dict[str, list[str]], field: str, text: str) -> None:
    if text and text not in found.setdefault(field, []):
        found[field].append(text)


def _telephone(types: set[str]) -> str:
    if types & {"CELL", "MOBILE", "IPHONE"}:
        return "mobile"
    if "FAX" in types:
        return "fax"
    return "phone_work" if "WORK" in types and "HOME" not in types else "phone"


def _preferred_first(card: list[Property]) -> list[Property]:
    return sorted(card, key=lambda each: "PREF" not in each.types and each.params.get("PREF") != "1")
