# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings over the columns of bank statements, as German, French, Polish and other banks export them."""

HEADINGS = {
    "day": (
        "buchungstag", "buchungsdatum", "buchung", "datum", "date", "date operation", "date de l'opération",
        "date de comptabilisation", "dateop", "date comptable", "data operacji", "data księgowania",
        "data transakcji", "data", "booking date", "transaction date",
    ),
    "value_day": ("valutadatum", "wertstellung", "valuta", "wert", "date valeur", "dateval", "data waluty"),
    "amount": (
        "betrag", "betrag (eur)", "betrag (€)", "betrag in eur", "umsatz", "umsatz in eur", "montant",
        "montant en euros", "montant(euros)", "montant (eur)", "kwota", "kwota operacji", "kwota transakcji",
        "kwota w pln", "kwota transakcji (waluta rachunku)", "amount",
    ),
    "credit": (
        "haben", "gutschrift", "crédit", "crédit euros", "credit", "uznania", "kwota uznania", "wpływy",
        "paid in", "money in",
    ),
    "debit": (
        "soll", "lastschrift", "débit", "débit euros", "debit", "obciążenia", "kwota obciążenia", "wydatki",
        "paid out", "money out",
    ),
    "sign": ("soll/haben", "s/h", "umsatzart s/h", "sens"),
    "name": (
        "beguenstigter/zahlungspflichtiger", "begünstigter/zahlungspflichtiger", "name zahlungsbeteiligter",
        "auftraggeber/empfänger", "auftraggeber / begünstigter", "auftraggeber/begünstigter",
        "zahlungspflichtige*r", "zahlungspflichtiger", "auftraggeber", "name", "nom", "tiers",
        "nom du tiers", "émetteur", "donneur d'ordre", "nom contrepartie", "nadawca/odbiorca",
        "nadawca / odbiorca", "dane kontrahenta", "kontrahent", "nazwa nadawcy", "nazwa kontrahenta", "payer",
        "counterparty",
    ),
    "iban": (
        "kontonummer/iban", "iban zahlungsbeteiligter", "iban", "kontonummer", "auftraggeberkonto iban",
        "iban du tiers", "iban contrepartie", "compte contrepartie", "nr rachunku", "numer rachunku",
        "nr konta", "numer konta", "numer rachunku kontrahenta", "rachunek nadawcy/odbiorcy",
    ),
    "words": (
        "verwendungszweck", "vorgang/verwendungszweck", "zweck", "libellé", "libellé operation",
        "libellé de l'opération", "libellé opération", "informations complémentaires", "détail",
        "détail de l'écriture", "communication", "motif", "tytuł", "tytuł operacji", "tytułem",
        "opis transakcji", "opis operacji", "opis", "description", "reference", "details",
    ),
    "currency": ("währung", "waehrung", "devise", "waluta", "currency"),
    "id": (
        "kundenreferenz (end-to-end)", "referenz", "référence", "numéro d'opération",
        "numer referencyjny", "nr transakcji", "identyfikator transakcji", "transaction id",
    ),
}  # fmt: skip
"""By what the column holds."""

OUT = frozenset({"s", "soll", "debit", "d"})
"""Signs in a column of signs that say: went out."""
