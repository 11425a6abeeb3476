# SPDX-License-Identifier: GPL-3.0-or-later
"""Paheko: its member export as CSV, XLSX, ODS with labels, or as JSON with field names (peers 3.3).

The labels can be changed by each association, so a list is taken for Paheko's by the few it hardly ever
changes; what it calls otherwise is guessed like any other heading.
"""

from hospes.transfer.headings import key
from hospes.transfer.reading import Grid
from hospes.transfer.sources.base import Recognised, Texts
from hospes.transfer.table import Table

NAME = "paheko"

_LABELS: dict[str, str | None] = {
    "id": "source_id", "Numéro de membre": "number", "Nom & prénom": "full_name",
    "Nom et prénom": "full_name", "Adresse E-Mail": "email", "Adresse postale": "street",
    "Code postal": "postcode", "Ville": "town", "Pays": "country", "Numéro de téléphone": "phone",
    "Date d'inscription": "joined", "Inscription à la lettre d'information": "tag:Lettre d'information",
    "Rattaché à": "own:Rattaché à", "Membres rattachés": None, "Catégorie": "class",
    "Date de naissance": "birth_date", "Année de naissance": "birth_date", "Âge": None, "Ancienneté": None,
    "Photo": None, "Pronom": "own:Pronom", "Mot de passe": None, "Numéro du membre responsable": None,
}  # fmt: skip

_NAMES: dict[str, str | None] = {
    "id": "source_id", "numero": "number", "nom": "full_name", "email": "email", "adresse": "street",
    "code_postal": "postcode", "ville": "town", "pays": "country", "telephone": "phone",
    "date_inscription": "joined", "lettre_infos": "tag:Lettre d'information", "annee_naissance": "birth_date",
    "date_naissance": "birth_date", "age": None, "anciennete": None, "photo": None, "pronom": "own:Pronom",
    "password": None, "id_category": None, "category": "class", "categorie": "class",
}  # fmt: skip


def recognise(grid: Grid, table: Table, asked: bool) -> Recognised | None:
    """The form this list has, or None. `asked`: the person says it is Paheko's."""
    names = [heading.strip().casefold() for heading in table.headings]
    if {"numero", "nom"} <= set(names) and (
        {"date_inscription", "code_postal", "lettre_infos"} & set(names) or asked
    ):
        return _made("P1 JSON", {at: _NAMES[name] for at, name in enumerate(names) if name in _NAMES}, "ymd")
    labels = {key(label): field for label, field in _LABELS.items()}
    keys = [key(heading) for heading in table.headings]
    sure = {key("Numéro de membre"), key("Catégorie")} <= set(keys)
    if (sure and keys[-1] == key("Catégorie")) or (asked and len(set(keys) & labels.keys()) >= 2):
        return _made("P1", {at: labels[each] for at, each in enumerate(keys) if each in labels}, "dmy")
    return None


def _made(form: str, fields: dict[int, str | None], order: str) -> Recognised:
    return Recognised(NAME, form, fields, order, frozenset(("00/00/0000",)), mend=_mend)


def _mend(row: Texts) -> Texts:
    return row
