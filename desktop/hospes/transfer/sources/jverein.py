# SPDX-License-Identifier: GPL-3.0-or-later
"""JVerein's five forms (peers 3.1). Its import and its exports use different names, so each form has a
table.
"""

from hospes.transfer.fields import OWN, TAG
from hospes.transfer.headings import key
from hospes.transfer.reading import Grid
from hospes.transfer.sources.base import Recognised, Texts
from hospes.transfer.table import Table

NAME = "jverein"

_IMPORT: dict[str, str | None] = {
    "id": "source_id", "vorname": "given_name", "name": "family_name", "titel": "title",
    "anrede": "salutation", "geschlecht": "sex", "geburtsdatum": "birth_date", "eintritt": "joined",
    "austritt": "left", "kuendigung": "resigned", "sterbetag": "died", "mandatdatum": "mandate_date",
    "adresstyp": "member_flag", "personenart": "kind", "strasse": "street",
    "adressierungszusatz": "address_extra", "plz": "postcode", "ort": "town", "staat": "country",
    "email": "email", "telefonprivat": "phone", "telefondienstlich": "phone_work", "handy": "mobile",
    "beitragsgruppe": "class", "iban": "iban", "bic": "bic", "kontoinhaber": "account_name",
    "individuellerbeitrag": "dues", "externemitgliedsnummer": "number", "vermerk1": "notes",
    "vermerk2": "notes", "mandatversion": None, "zahlungsweg": None, "zahlungsrhythmus": None,
    "zahlungsrhytmus": None, "zahlungstermin": None, "zahlerid": None, "alternativer_zahlerid": None,
}  # fmt: skip
"""J1: the import, its names in small letters."""
_IMPORT_ONLY = frozenset(
    ("externemitgliedsnummer", "telefonprivat", "telefondienstlich", "personenart", "adresstyp",
     "mandatdatum", "zahlungsrhythmus", "zahlungsrhytmus", "zahlungstermin", "individuellerbeitrag",
     "kuendigung", "vermerk1")
)  # fmt: skip

_LIST: dict[str, str | None] = {
    **_IMPORT, "externe_mitgliedsnummer": "number", "telefon_privat": "phone",
    "telefon_dienstlich": "phone_work", "beitragsgruppe_bezeichnung": "class",
    "beitragsgruppe_betrag": "class_dues", "mandatid": "mandate", "anrede_du": None,
    "anrede_foermlich": None, "namevorname": None, "vornamename": None, "empfaenger": None,
    "eingabedatum": None, "letzte.aenderung": None, "beitragsgruppe_id": None, "iban_maskiert": None,
    "bankname": None, "konto_kontoinhaber": None, "arbeitseinsatz_stunden": None,
    "arbeitseinsatz_betrag": None,
}  # fmt: skip
"""J2: the member list; every name follows `mitglied_`."""

_ADDRESS_BOOK = (
    "name",
    "vorname",
    "strasse",
    "plz",
    "ort",
    "staat",
    "anzeigename",
    "email",
    "telefonprivat",
    "telefonmobil",
)
_ADDRESS_BOOK_FIELDS: dict[str, str | None] = {
    "name": "family_name", "vorname": "given_name", "strasse": "street", "plz": "postcode", "ort": "town",
    "staat": "country", "anzeigename": None, "email": "email", "telefonprivat": "phone",
    "telefonmobil": "mobile",
}  # fmt: skip
"""J3: the address book."""

_SHOWN: dict[str, str | None] = {
    "ID": "source_id", "Externe Mitgliedsnummer": "number", "Anrede": "salutation", "Titel": "title",
    "Name": "family_name", "Vorname": "given_name", "Adressierungszusatz": "address_extra",
    "Straße": "street", "PLZ": "postcode", "Ort": "town", "Staat": "country", "Zahlungsweg": None,
    "Zahlungsrhythmus": None, "Zahlungsrhytmus": None, "Zahlungstermin": None, "BIC": "bic", "IBAN": "iban",
    "Kontoinhaber": "account_name", "Geburtsdatum": "birth_date", "Alter": None, "Geschlecht": "sex",
    "Telefon privat": "phone", "Telefon dienstlich": "phone_work", "Handy": "mobile", "Email": "email",
    "E-Mail": "email", "Eintritt": "joined", "Beitragsgruppe": "class", "Austritt": "left",
    "Kündigung": "resigned", "Eingabedatum": None, "Sterbetag": "died", "Mandats-ID": "mandate",
    "Mandatdatum": "mandate_date", "Mandatsdatum": "mandate_date", "Individueller Beitrag": "dues",
    "Vermerk 1": "notes", "Vermerk 2": "notes", "Mitgliedstyp": "member_flag", "Letzte Änderung": None,
    "Name, Vorname": None, "Mitgliedsnummer": "number", "Nr": "source_id",
}  # fmt: skip
_SHOWN_ONLY_THERE = (
    "Externe Mitgliedsnummer", "Adressierungszusatz", "Zahlungsweg", "Zahlungsrhythmus", "Zahlungsrhytmus",
    "Zahlungstermin", "Eingabedatum", "Beitragsgruppe", "Telefon dienstlich", "Telefon privat",
    "Individueller Beitrag", "Mandats-ID", "Vermerk 1",
)  # fmt: skip
"""J4: a table as it was on the screen; its titles, and those other lists hardly have."""

_MIGRATION: dict[str, str | None] = {
    "anrede": "salutation", "austritt": "left", "beitrag_1": "dues", "beitragsart_1": "class",
    "eintritt": "joined", "email": "email", "geburtsdatum": "birth_date", "geschlecht": "sex",
    "iban": "iban", "kuendigung": "resigned", "mandat_datum": "mandate_date", "mitglieds_nr": "number",
    "nachname": "family_name", "ort": "town", "plz": "postcode", "strasse": "street",
    "telefon_privat": "phone", "telefon_dienstlich": "phone_work", "titel": "title", "sterbetag": "died",
    "vorname": "given_name", "zahlungsart": None, "adresstyp": "member_flag",
    "adressierungszusatz": "address_extra", "bic": "bic", "individuellerbeitrag": None,
    "kontoinhaber": "account_name", "personenart": "kind", "staat": "country", "handy": "mobile",
    "vermerk1": "notes", "vermerk2": "notes", "zahlungsrhytmus": None, "zahlungstermin": None,
}  # fmt: skip
"""J5: the migration form, also of SPG-Verein."""

_PREFIXED = {"eigenschaft_": TAG, "zusatzfeld_": OWN, "sekundaer_": TAG}
_LEFT_OUT = ("lesefelder_", "eigenschaften_", "kontoinhaber_")


def recognise(grid: Grid, table: Table, asked: bool) -> Recognised | None:
    """The form this list has, or None. `asked`: the person says it is JVerein's."""
    names = [name.strip().casefold() for name in table.headings]
    if sum(name.startswith("mitglied_") for name in names) >= 3:
        return _with(
            table,
            "J2",
            {at: _list_field(name) for at, name in enumerate(names) if name.startswith("mitglied_")},
        )
    if tuple(names[: len(_ADDRESS_BOOK)]) == _ADDRESS_BOOK:
        return _with(table, "J3", {at: _ADDRESS_BOOK_FIELDS.get(name) for at, name in enumerate(names)})
    if {"mitglieds_nr", "nachname"} <= set(names) and ("beitragsart_1" in names or "mandat_datum" in names):
        return _with(table, "J5", _by_name(names, _MIGRATION))
    plain = {"vorname", "name"} <= set(names) or "id" in names
    said = any(name in _IMPORT_ONLY or _special(name) for name in names)
    as_written = all(
        heading.strip() == name or _special(name) for heading, name in zip(table.headings, names, strict=True)
    )
    if plain and ((said and as_written) or (asked and {"vorname", "name"} <= set(names))):
        return _with(table, "J1", _by_name(names, _IMPORT))
    return _shown(table, asked=asked)


def _shown(table: Table, *, asked: bool) -> Recognised | None:
    known = {key(title): field for title, field in _SHOWN.items()}
    only = {key(title) for title in _SHOWN_ONLY_THERE}
    keys = [key(heading) for heading in table.headings]
    if {"name", "vorname"} <= set(keys) and (
        asked or (len(only & set(keys)) >= 2 and sum(each in known for each in keys) >= 0.8 * len(keys))
    ):
        return _with(table, "J4", {at: known[each] for at, each in enumerate(keys) if each in known})
    return None


def _list_field(name: str) -> str | None:
    bare = name.removeprefix("mitglied_")
    if bare.endswith("_f"):
        return None  # the same day once more, as digits
    return _special(bare) or _LIST.get(bare)


def _special(name: str) -> str | None:
    for prefix, kind in _PREFIXED.items():
        if name.startswith(prefix) and len(name) > len(prefix):
            return kind + name.removeprefix(prefix)
    return None


def _by_name(names: list[str], known: dict[str, str | None]) -> dict[int, str | None]:
    found: dict[int, str | None] = {}
    for at, name in enumerate(names):
        special = _special(name)
        if special is not None:
            found[at] = special
        elif name in known or name.startswith(_LEFT_OUT):
            found[at] = known.get(name)
    return found


def _with(table: Table, form: str, fields: dict[int, str | None]) -> Recognised:
    seen: set[str] = set()
    kept: dict[int, str | None] = {}
    for at, field in fields.items():
        if field is not None and field in seen and field not in ("notes", "phone"):
            kept[at] = None
        elif field is not None and field.startswith((TAG, OWN)):
            kept[at] = field[: field.index(":") + 1] + _written(table.headings[at].strip())
        else:
            kept[at] = field
        seen.add(field or "")
    return Recognised(NAME, form, kept, order="dmy", nothing=frozenset(("00.00.0000",)), mend=_mend)


def _written(heading: str) -> str:
    """The name of a property or field as it was written, with its capitals."""
    for prefix in _PREFIXED:
        at = heading.lower().find(prefix)
        if at >= 0:
            return heading[at + len(prefix) :]
    return heading


def _mend(row: Texts) -> Texts:
    if not row.get("number") and row.get("source_id"):
        # Without outside numbers, JVerein's own id is the member number.
        row["number"] = row["source_id"]
    if row.get("salutation", "").casefold() == "firma":
        row["kind"] = "j"
    return row
