# SPDX-License-Identifier: GPL-3.0-or-later
"""Galette: the member list in the language of its window (G1), and the form of its own import (G2) (peers
3.2).
"""

from hospes.transfer.headings import key
from hospes.transfer.reading import Grid
from hospes.transfer.sources.base import Recognised, Texts
from hospes.transfer.table import Table, table_of

NAME = "galette"

_FIELDS: dict[str, str | None] = {
    "id_adh": "source_id", "id_statut": "class", "nom_adh": "family_name", "prenom_adh": "given_name",
    "societe_adh": "organisation", "pseudo_adh": "nickname", "titre_adh": "salutation",
    "ddn_adh": "birth_date", "sexe_adh": "sex", "adresse_adh": "street", "adresse2_adh": "address_extra",
    "cp_adh": "postcode", "ville_adh": "town", "region_adh": "region", "pays_adh": "country",
    "tel_adh": "phone", "gsm_adh": "mobile", "email_adh": "email", "info_adh": "notes",
    "info_public_adh": "notes", "prof_adh": "profession", "login_adh": None, "mdp_adh": None,
    "date_crea_adh": "joined", "date_modif_adh": None, "activite_adh": None, "bool_admin_adh": None,
    "bool_exempt_adh": None, "bool_display_info": None, "date_echeance": None, "pref_lang": "language",
    "lieu_naissance": "birth_place", "gpgid": None, "fingerprint": None, "parent_id": None,
    "num_adh": "number",
}  # fmt: skip

LABELS = {
    "id_adh": ("ID de l'adhérent", "Mitglieds-ID", "Member id"),
    "id_statut": ("Statut", "Status", "Status"),
    "nom_adh": ("Nom", "Name", "Name"),
    "prenom_adh": ("Prénom", "Vorname", "First name"),
    "societe_adh": ("Personne morale", "Firma", "Company"),
    "pseudo_adh": ("Pseudo", "Rufname", "Nickname"),
    "titre_adh": ("Titre", "Anrede", "Title"),
    "ddn_adh": ("Date de naissance", "Geburtsdatum", "Birth date"),
    "sexe_adh": ("Genre", "Geschlecht", "Gender"),
    "adresse_adh": ("Adresse", "Adresse", "Address"),
    "cp_adh": ("Code Postal", "Postleitzahl", "Zip Code"),
    "ville_adh": ("Ville", "Stadt", "City"),
    "region_adh": ("Région", "Version", "Region"),
    "pays_adh": ("Pays", "Land", "Country"),
    "tel_adh": ("Téléphone", "Telefon", "Phone"),
    "gsm_adh": ("GSM", "Mobilnummer", "Mobile phone"),
    "email_adh": ("Courriel", "E-Mail", "E-Mail"),
    "info_adh": (
        "Autres informations (admin)", "Andere Informationen (Administrator)", "Other information (admin)",
    ),
    "info_public_adh": ("Autres informations", "Andere Informationen", "Other information"),
    "prof_adh": ("Profession", "Beruf", "Profession"),
    "login_adh": ("Identifiant", "Benutzername", "Username"),
    "date_crea_adh": ("Date de création", "Erstelldatum", "Creation date"),
    "date_modif_adh": ("Date de modification", "Änderungsdatum", "Modification date"),
    "activite_adh": ("Compte", "Konto", "Account"),
    "bool_admin_adh": ("Administrateur Galette", "Galette Administration", "Galette Admin"),
    "bool_exempt_adh": ("Exempt de cotisation", "Beitragsfrei", "Freed of dues"),
    "bool_display_info": ("Apparaître dans la liste des adhérents", "", "Be visible in the members list"),
    "date_echeance": ("Date d'échéance", "Fälligkeitsdatum", "Due date"),
    "pref_lang": ("Langue", "Sprache", "Language"),
    "lieu_naissance": ("Lieu de naissance", "Geburtsort", "Birthplace"),
    "gpgid": ("Id GNUpg (GPG)", "Id GNUpg (GPG)", "Id GNUpg (GPG)"),
    "fingerprint": ("fingerprint", "fingerprint", "fingerprint"),
    "parent_id": ("Parent", "Übergeordnetes Element", "Parent"),
    "num_adh": ("Numéro adhérent", "Mitgliedsnummer", "Member number"),
}  # fmt: skip
"""What stands over a column: in French, German, English. German calls the region "Version"."""

_ONLY_THERE = (
    "id_adh", "activite_adh", "bool_admin_adh", "bool_exempt_adh", "date_echeance", "gpgid", "fingerprint",
    "login_adh", "date_modif_adh", "gsm_adh", "societe_adh", "pseudo_adh", "info_adh",
)  # fmt: skip

_MODEL = (
    "nom_adh", "prenom_adh", "ddn_adh", "adresse_adh", "cp_adh", "ville_adh", "pays_adh", "tel_adh",
    "gsm_adh", "email_adh", "prof_adh", "pseudo_adh", "societe_adh", "login_adh", "date_crea_adh",
    "id_statut", "info_public_adh", "info_adh",
)  # fmt: skip
"""G2: columns by their place; its first row is not looked at by Galette either."""

_STATUS = {
    "1": "President", "2": "Treasurer", "3": "Secretary", "4": "Active member", "5": "Benefactor member",
    "6": "Founder member", "7": "Old-timer", "8": "Society", "9": "Non-member", "10": "Vice-president",
}  # fmt: skip
_NOT_MEMBERS = frozenset(("nonmembre", "keinmitglied", "nichtmitglied", "nonmember"))


def recognise(grid: Grid, table: Table, asked: bool) -> Recognised | None:
    """The form this list has, or None. `asked`: the person says it is Galette's."""
    names = [heading.strip().casefold() for heading in table.headings]
    if sum(name in _FIELDS for name in names) >= 3 or any(name.startswith("dynfield_") for name in names):
        return _made("G2", {at: _FIELDS[name] for at, name in enumerate(names) if name in _FIELDS})
    for language, order in ((0, "dmy"), (1, "dmy"), (2, "ymd")):
        labels = {key(texts[language]): field for field, texts in LABELS.items() if texts[language]}
        found = {at: labels[key(each)] for at, each in enumerate(table.headings) if key(each) in labels}
        special = sum(field in _ONLY_THERE for field in found.values())
        if len(found) >= 0.9 * len(names) and len(found) >= 6 and (special >= 2 or asked):
            return _made("G1", {at: _FIELDS[field] for at, field in found.items()}, order)
    return _by_place(grid) if asked else None


def _by_place(grid: Grid) -> Recognised | None:
    if not grid.rows:
        return None
    first = grid.rows[0][0]
    table = table_of(grid, first)
    if len(table.headings) < 3:
        return None
    return _made(
        "G2", {at: _FIELDS[name] for at, name in enumerate(_MODEL[: len(table.headings)])}, heading_row=first
    )


def _made(
    form: str, fields: dict[int, str | None], order: str | None = None, heading_row: int | None = None
) -> Recognised:
    nothing = frozenset(("1901-01-01", "01/01/1901", "0000-00-00", "00/00/0000"))
    return Recognised(NAME, form, fields, order, nothing, heading_row, _mend)


def _mend(row: Texts) -> Texts:
    status = row.get("class", "").strip()
    status = row["class"] = _STATUS.get(status, status)
    if key(status) in _NOT_MEMBERS:
        row["member_flag"] = "no"
        row["class"] = ""
    if row.get("sex", "") in ("0", "1", "2"):
        row["sex"] = {"0": "", "1": "m", "2": "f"}[row["sex"]]
    if row.get("organisation") and not row.get("family_name") and not row.get("given_name"):
        row["kind"] = "j"
    return row
