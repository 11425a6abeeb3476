# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings and marks of bank statements, as German, French, Polish and other banks export them."""

HEADINGS = {
    "day": (
        "buchungstag", "buchungsdatum", "buchung", "datum", "date", "date operation", "date de l'opération",
        "date opération", "date d'opération", "date de comptabilisation", "date_comptabilisation", "dateop",
        "date comptable", "data operacji", "data księgowania", "data transakcji", "data", "booking date",
        "transaction date", "completed date", "settlement date",
    ),
    "value_day": (
        "valutadatum", "wertstellung", "wertstellungsdatum", "wertstellung (valuta)", "valuta", "wert",
        "date valeur", "date de valeur", "date de la valeur", "dateval", "data waluty", "data rozliczenia",
        "value date",
    ),
    "amount": (
        "betrag", "betrag (eur)", "betrag (€)", "betrag in eur", "umsatz", "umsatz in eur", "umsatz in {0}",
        "montant", "montant en euros", "montant(euros)", "montant (eur)", "montant de l'opération",
        "montant operation en euro", "montant opération en euro", "montant_operation", "montant operation",
        "kwota", "kwota operacji", "kwota transakcji", "kwota w pln",
        "kwota transakcji (waluta rachunku)", "amount", "amount (eur)", "payment amount", "total amount",
        "buchungsbetrag", "bedrag",
    ),
    "amount_here": ("kwota w walucie rachunku", "zahlungsbetrag"),
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
        "auftraggeber/empfänger", "auftraggeber / empfänger", "auftraggeber / begünstigter",
        "begünstigter / auftraggeber", "empfänger/zahlungspflichtiger", "name", "nom", "tiers",
        "nom du tiers", "nom de la contrepartie", "nom contrepartie", "nadawca/odbiorca",
        "nadawca / odbiorca", "odbiorca/nadawca", "odbiorca/zleceniodawca", "dane kontrahenta", "kontrahent",
        "nazwa kontrahenta", "payer", "payee", "partner name", "counterparty", "counterparty name",
        "naam tegenpartij",
    ),
    "name_else": ("auftraggeber/zahlungsempfänger",),
    "sender": (
        "zahlungspflichtige*r", "zahlungspflichtiger", "auftraggeber", "émetteur", "donneur d'ordre",
        "nazwa nadawcy", "nadawca", "auftraggebername",
    ),
    "recipient": (
        "zahlungsempfänger*in", "zahlungsempfänger", "empfänger", "begünstigter", "bénéficiaire",
        "destinataire", "nazwa odbiorcy", "odbiorca", "empfängername",
    ),
    "iban": (
        "kontonummer/iban", "iban / kontonummer", "iban zahlungsbeteiligter", "iban", "kontonummer",
        "iban du tiers", "iban contrepartie", "compte contrepartie", "nr rachunku", "numer rachunku",
        "nr konta", "numer konta", "numer rachunku kontrahenta", "rachunek nadawcy/odbiorcy",
        "na konto/z konta", "partner iban", "counterparty iban", "account number",
        "rekeningnummer tegenpartij",
    ),
    "sender_iban": (
        "rachunek źródłowy", "numer rachunku nadawcy", "rachunek nadawcy", "auftraggeber iban/kto.nr.",
    ),
    "recipient_iban": (
        "rachunek docelowy", "numer rachunku odbiorcy", "rachunek odbiorcy", "empfänger iban/kto.nr.",
    ),
    "words": (
        "verwendungszweck", "vorgang/verwendungszweck", "zweck", "buchungsdetails", "libellé",
        "libellé operation", "libelle simplifie", "libelle operation",
        "libellé de l'opération", "libellé opération", "libellé_complet_operation",
        "informations complémentaires", "détail", "détail de l'écriture", "communication", "motif", "tytuł",
        "tytuł operacji", "tytułem", "opis transakcji", "opis operacji", "opis", "szczegóły transakcji",
        "description", "reference", "details", "payment reference", "label", "umsatztext",
        "transaktionsbeschreibung", "transaktionsbeschreibung zusatz", "omschrijving", "vrije mededeling",
        "gestructureerde mededeling",
    ),
    "reference": ("end-to-end reference", "end-to-end-referenz", "e2e-referenz"),
    "mandate": (
        "mandatsreferenz", "mandatsref", "mandate reference", "référence de mandat", "référence mandat",
        "rum", "numer zgody", "identyfikator zgody",
    ),
    "reason": ("return reason",),
    "original": ("lastschrift ursprungsbetrag", "ursprungsbetrag", "original amount"),
    "charges": ("auslagenersatz ruecklastschrift", "auslagenersatz rücklastschrift", "return charges"),
    "kind": (
        "umsatzart", "umsatztyp", "vorgang", "transaction type", "typ transakcji", "typ operacji",
        "rodzaj operacji", "rodzaj transakcji", "type d'opération", "type operation", "type opération",
    ),
    "words_else": ("buchungstext", "libelle court", "text"),
    "currency": (
        "währung", "waehrung", "devise", "waluta", "currency", "zahlungswährung", "payment currency",
        "buchungswährung", "munt",
    ),
    "currency_here": ("waluta rachunku",),
    "id": (
        "kundenreferenz (end-to-end)", "kundenreferenz", "referenz", "référence", "numéro d'opération",
        "numer referencyjny", "nr transakcji", "identyfikator transakcji", "transaction id",
        "transaktions-id",
    ),
    "state": ("status", "info", "statut", "state"),
}  # fmt: skip
"""By what the column holds. `..._here` counts before the plain one, `..._else` only where it is empty."""

OUT = frozenset({"s", "soll", "debit", "d", "-"})
"""Signs in a column of signs that say: went out."""
SIGNS = frozenset({*OUT, "h", "haben", "credit", "c", "+"})

WAITING = (
    "vorgemerkt", "pending", "offen", "en attente", "refus", "annul", "oczekuj", "blokada", "w rozliczeniu",
    "failed", "declined", "reverted",
)  # fmt: skip
"""Beginnings of words that say, folded: not booked yet, or never."""

BALANCES = (
    "anfangssaldo", "endsaldo", "kontostand", "alter kontostand", "neuer kontostand", "saldo końcowe",
    "saldo początkowe", "solde en début de période", "solde en fin de période", "solde",
)  # fmt: skip
"""What a cell of a row says that is no entry, but the state of the account."""

LABELS = {
    "name": (
        "Auftraggeber", "Empfänger", "Zahlungspflichtiger", "Nazwa nadawcy", "Nazwa odbiorcy", "DE", "POUR",
        "ABWA", "/DE",
    ),
    "iban": (
        "Kto/IBAN", "IBAN", "Rachunek nadawcy", "Rachunek odbiorcy", "Numer rachunku",
    ),
    "reference": ("EREF", "End-to-End-Ref"),
    "mandate": ("MREF", "Mandatsref", "Mandat"),
    "original": ("OAMT",),
    "charges": ("COAM",),
    "words": ("Buchungstext", "Verwendungszweck", "Tytuł", "MOTIF", "SVWZ", "/MOTIF"),
    "rest": (
        "BLZ/BIC", "BIC", "Ref", "REF", "/REF", "ID", "KREF", "CRED", "ABWE", "PURP", "DEBT",
        "Gläubiger-ID", "PROVENANCE", "CHEZ", "Adres nadawcy",
        "Adres odbiorcy", "Lokalizacja", "Numer karty", "Numer telefonu", "Data i czas operacji",
        "Data wykonania operacji", "Oryginalna kwota operacji", "Referencje własne zleceniodawcy",
    ),
}  # fmt: skip
"""Labels inside the words of an entry: `Auftraggeber: …`, `EREF+…`, `/MOTIF …`."""

CAME_BACK = (
    "rucklastschrift", "lastschriftruckgabe", "lastschrift ruckgabe", "ruckbelastung", "ruckbel.",
    "retoure sepa", "lastschriftretoure", "ruckrechnung lastschrift", "returned direct debit",
    "unpaid direct debit", "direct debit return", "rejet prlv", "rejet prelev", "rejet de prlv",
    "rejet de prelev", "retour prlv", "retour prelev", "prlv rejete", "prelevement rejete", "impaye",
    "zwrot polecenia zaplaty", "odwolanie polecenia zaplaty", "odmowa polecenia zaplaty", "zwrot pz",
)  # fmt: skip
"""What banks write where a debit came back to whoever collected it."""
CAME_BACK_CODES = frozenset({"pmnt-iddt-updd", "pmnt-iddt-prdd", "pmnt-iddt-rcdd", "nrti", "109"})
"""The same as codes: of the standard, of SWIFT, of German banks."""

REASONS = {
    "AC04": (
        "konto erloschen", "konto aufgelost", "compte cloture", "compte clos", "compte solde",
        "rachunek zamkniety",
    ),
    "AC01": ("konto falsch", "iban fehlerhaft", "coordonnees bancaires", "bledny numer rachunku"),
    "AM04": (
        "mangels deckung", "keine deckung", "provision insuffisante", "defaut de provision", "brak srodkow",
    ),
    "MD01": ("kein mandat", "kein gultiges mandat", "pas de mandat", "absence de mandat", "brak zgody"),
    "MD06": ("widerspruch", "contestation", "conteste", "sprzeciw"),
    "MD07": ("verstorben", "debiteur decede", "dluznik zmarl"),
}  # fmt: skip
"""Reasons in words, by the scheme's code."""

REASON_NUMBERS = {
    "901": "AC01", "902": "AC04", "903": "AC06", "904": "AG01", "906": "AM04", "907": "AM05", "909": "MD01",
    "912": "MD06", "913": "MD07",
}  # fmt: skip
"""Reasons as German banks number them in MT940, field 86, part 34. Only those on which what banks publish
agrees: 905, 908, 910, 911 and what follows 913 are told differently and stay unread."""
