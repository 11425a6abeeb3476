# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings of lists of payments, as treasurers and other programs write them, by language."""

PAYMENTS = {
    "en": {
        "paid_on": ("paid_on", "date", "day", "paid on", "payment date", "booking date", "value date"),
        "amount": ("amount", "sum", "paid", "payment"),
        "currency": ("currency",),
        "method": ("method", "how", "payment method", "paid by"),
        "purpose": ("purpose", "for", "what for", "type", "category"),
        "dues_year": ("dues_year", "year", "dues year", "for year"),
        "payment_text": ("payment_text", "text", "words", "reference", "remarks", "description", "comments"),
        "receipt": ("receipt", "receipt no", "receipt number"),
        "number": ("number", "member no", "member number", "no"),
    },
    "de": {
        "paid_on": ("datum", "bezahlt am", "zahldatum", "buchungstag", "wertstellung", "eingang"),
        "amount": ("betrag", "summe", "bezahlt", "zahlung"),
        "currency": ("währung",),
        "method": ("art", "zahlungsart", "zahlungsweg", "zahlweise", "wie"),
        "purpose": ("wofür", "zweck", "buchungsart", "kategorie"),
        "dues_year": ("jahr", "beitragsjahr", "für jahr"),
        "payment_text": ("text", "verwendungszweck", "buchungstext", "bemerkung", "anmerkung"),
        "receipt": ("quittung", "quittungsnummer", "belegnummer", "beleg"),
        "number": ("mitgliedsnummer", "mitgliedsnr", "nr", "nummer"),
    },
    "fr": {
        "paid_on": ("date", "payé le", "date de paiement", "date du paiement", "encaissé le"),
        "amount": ("montant", "somme", "payé", "versement"),
        "currency": ("devise", "monnaie"),
        "method": ("mode", "mode de paiement", "moyen de paiement", "comment"),
        "purpose": ("objet", "pour", "type", "catégorie"),
        "dues_year": ("année", "exercice", "pour l'année"),
        "payment_text": ("libellé", "texte", "remarque", "remarques", "référence"),
        "receipt": ("reçu", "numéro de reçu", "no de reçu"),
        "number": ("numéro d'adhérent", "n° adhérent", "numéro", "no"),
    },
    "pl": {
        "paid_on": ("data", "zapłacono", "data wpłaty", "data księgowania"),
        "amount": ("kwota", "suma", "wpłata"),
        "currency": ("waluta",),
        "method": ("sposób", "sposób płatności", "forma płatności", "jak"),
        "purpose": ("cel", "za co", "rodzaj", "kategoria"),
        "dues_year": ("rok", "rok składki", "za rok"),
        "payment_text": ("tytuł", "opis", "tekst", "uwagi"),
        "receipt": ("pokwitowanie", "numer pokwitowania"),
        "number": ("numer członka", "nr członka", "numer", "nr"),
    },
}
"""By language and field: what may stand over a column; the first one is what our exports write."""

METHODS = {
    "cash": ("cash", "bar", "barzahlung", "espèces", "especes", "liquide", "gotówka", "gotowka"),
    "transfer": (
        "transfer",
        "bank transfer",
        "bank",
        "überweisung",
        "ueberweisung",
        "virement",
        "przelew",
    ),
    "debit": (
        "debit",
        "direct debit",
        "lastschrift",
        "sepa",
        "prélèvement",
        "prelevement",
        "polecenie zapłaty",
    ),
    "card": ("card", "karte", "ec", "carte", "carte bancaire", "karta"),
}
PURPOSES = {
    "dues": ("dues", "membership", "subscription", "beitrag", "mitgliedsbeitrag", "cotisation", "składka"),
    "donation": ("donation", "gift", "spende", "don", "darowizna"),
    "visit": ("visit", "trip", "reise", "fahrt", "voyage", "visite", "wizyta", "wyjazd"),
    "grant": ("grant", "zuschuss", "förderung", "subvention", "dotacja"),
}
"""Words for how money came and what it was for, in all languages together."""
