# SPDX-License-Identifier: GPL-3.0-or-later
"""German headings and cell words."""

HEADINGS = {
    "number": (
        "nummer", "nr", "mitgliedsnummer", "mitglieds-nr", "mitgliedsnr", "mitglied nr", "mitgl-nr",
        "mitglnr", "mg-nr", "m-nr", "mnr", "lfd nr", "laufende nummer", "mitgliedernummer", "mitgl. nr.",
        "mitglieds nummer", "kd-nr",
    ),
    "source_id": ("mitglieds-id", "mitglied-id", "datensatz", "datensatznummer", "adress-id"),
    "salutation": ("anrede", "briefanrede", "herr frau", "herr/frau"),
    "title": (
        "titel", "akad. titel", "akademischer titel", "akad. grad", "namenszusatz vorn", "titel (akad.)",
    ),
    "given_name": ("vorname", "vornamen", "rufname", "vname", "vorn."),
    "second_name": ("zweiter vorname", "2. vorname", "weitere vornamen", "vatersname"),
    "family_name": ("nachname", "familienname", "zuname", "nachnahme", "nname"),
    "full_name": (
        "name", "vor- und nachname", "vorname nachname", "name, vorname", "name vorname", "vor- und zuname",
        "vorname und name", "name und vorname", "mitglied", "person", "ansprechpartner", "ansprechpartnerin",
        "kontakt", "kontaktperson", "vollständiger name", "anzeigename", "mitgliedsname", "vorname, name",
        "nachname, vorname", "vorname name",
    ),
    "name_suffix": ("namenszusatz", "zusatz zum namen"),
    "birth_name": ("geburtsname", "geb. name", "mädchenname", "geborene", "name bei geburt"),
    "nickname": ("spitzname", "kurzname"),
    "native_name": ("name in eigener schrift", "originalname"),
    "birth_date": (
        "geburtsdatum", "geburtstag", "geb", "geb.", "geb.-datum", "geb. am", "geboren", "geboren am",
        "geb-dat", "gebdat", "gebdatum", "geb.dat.", "geburtsjahr", "jahrgang", "geb.-dat.", "geb datum",
    ),
    "birth_place": ("geburtsort", "geboren in"),
    "sex": ("geschlecht", "m/w", "w/m", "m/w/d"),
    "organisation": (
        "organisation", "firma", "verein", "institution", "unternehmen", "körperschaft", "schule",
        "einrichtung", "arbeitgeber", "dienststelle",
    ),
    "function": ("funktion", "amt", "position", "rolle", "stellung", "aufgabe"),
    "household": ("haushalt", "familie", "haushaltsname"),
    "care_of": ("c/o", "bei", "zu händen"),
    "address_extra": (
        "adresszusatz", "adressierungszusatz", "anschriftenzusatz", "zusatz", "ortsteil", "wohnung",
        "adresse 2", "adresszeile 2",
    ),
    "street": (
        "straße", "strasse", "str", "straße und hausnummer", "straße, hausnummer", "straße hausnummer",
        "straße / nr.", "strasse nr", "straße, nr.", "str.", "straße u. nr.", "straße/hausnr.",
        "strasse hausnr", "straße nr", "adresse 1", "wohnstraße", "straße + nr", "straße/nr",
    ),
    "house_number": ("hausnummer", "hausnr", "haus-nr.", "hnr"),
    "postcode": ("plz", "postleitzahl", "postltz", "plz privat"),
    "town": ("ort", "stadt", "wohnort", "gemeinde", "ort privat", "wohnsitz", "stadt/ort"),
    "postcode_town": ("plz ort", "plz/ort", "plz und ort", "plz, ort", "plz + ort", "plz wohnort"),
    "address": ("adresse", "anschrift", "postanschrift", "privatadresse", "wohnadresse"),
    "region": ("bundesland", "kreis", "landkreis", "kanton", "provinz"),
    "country": ("land", "staat", "landeskennzeichen", "nation", "länderkennung"),
    "phone": (
        "telefon", "tel", "tel.", "telefonnummer", "telefon privat", "tel. privat", "telefon 1", "telefon 2",
        "tel 2", "tel2", "tel1", "festnetz", "rufnummer", "fon", "tel-nr", "telefonnr", "privattelefon",
        "telefonprivat", "tel. p.", "telefon (privat)", "telefon p", "fernsprecher", "ruf",
    ),
    "phone_work": (
        "telefon dienstlich", "tel. dienstlich", "telefon geschäftlich", "telefon gesch.",
        "tel. geschäftlich", "telefondienstlich", "telefon arbeit", "diensttelefon", "tel. d.",
        "telefon büro",
    ),
    "mobile": (
        "mobil", "handy", "mobiltelefon", "handynummer", "mobilnummer", "mobilfunk", "telefon mobil",
        "telefonmobil", "tel. mobil", "handynr", "mobil privat", "handy-nr.",
    ),
    "fax": ("fax", "telefax", "faxnummer"),
    "email": (
        "e-mail", "email", "mail", "e-mail-adresse", "mailadresse", "emailadresse", "e-mail privat",
        "e-mail 1", "e-mail 2", "elektronische post", "e-post",
    ),
    "web": ("internet", "webseite", "homepage", "internetseite", "web"),
    "language": ("sprache", "korrespondenzsprache", "briefsprache", "muttersprache"),
    "languages": ("sprachen", "sprachkenntnisse", "fremdsprachen"),
    "class": (
        "beitragsgruppe", "mitgliedsart", "art der mitgliedschaft", "mitgliedschaft", "beitragsklasse",
        "klasse", "status", "mitgliedsgruppe", "mitgliedertyp", "kategorie", "beitragsart", "mitgliedstyp",
        "mitglieds-art", "mitgliedsstatus", "tarif",
    ),
    "joined": (
        "eintritt", "eintrittsdatum", "mitglied seit", "seit", "beitritt", "beitrittsdatum", "eingetreten",
        "eingetreten am", "aufnahme", "aufnahmedatum", "mitgliedschaft seit", "eintrittsjahr", "eintritt am",
        "dabei seit", "beigetreten",
    ),
    "left": (
        "austritt", "austrittsdatum", "ausgetreten", "ausgetreten am", "mitglied bis",
        "ende der mitgliedschaft", "austritt am", "ausgeschieden", "ausgeschieden am",
    ),
    "resigned": ("kündigung", "kündigungsdatum", "gekündigt am", "gekündigt"),
    "died": (
        "sterbetag", "verstorben", "verstorben am", "todestag", "sterbedatum", "gestorben", "todesdatum",
    ),
    "dues": (
        "beitrag", "jahresbeitrag", "mitgliedsbeitrag", "beitragshöhe", "individueller beitrag",
        "beitrag eur", "betrag", "beitrag (€)", "beitrag in euro", "beitrag €", "mitgl.beitrag",
    ),
    "iban": ("iban", "kontonummer (iban)", "konto"),
    "bic": ("bic", "swift", "bic/swift"),
    "account_name": ("kontoinhaber", "kontoinhaberin", "kto-inhaber"),
    "mandate": (
        "mandat", "mandatsreferenz", "mandats-id", "mandatid", "sepa-mandat", "mandatsnummer", "mandatsref.",
    ),
    "mandate_date": (
        "mandatsdatum", "mandatdatum", "mandat vom", "datum mandat", "mandat datum", "mandat_datum",
    ),
    "notes": (
        "notiz", "notizen", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "kommentar", "hinweis",
        "vermerk", "vermerke", "info", "infos", "sonstiges",
    ),
    "tags": (
        "schlagwörter", "stichwörter", "schlagworte", "gruppen", "gruppe", "merkmale", "schlagwort", "tags",
    ),
    "can_host": (
        "gastgeber", "kann gäste aufnehmen", "gastfamilie", "aufnahme möglich", "quartier", "nimmt gäste auf",
        "gastgeber ja/nein", "unterkunft möglich", "kann aufnehmen",
    ),
    "profession": ("beruf", "tätigkeit"),
    "interests": ("interessen", "hobbys", "hobbies", "hobby", "neigungen"),
}  # fmt: skip

COLUMNS = {
    "number": "Mitgliedsnummer", "title": "Titel", "given_name": "Vorname", "family_name": "Nachname",
    "name_suffix": "Namenszusatz", "birth_date": "Geburtsdatum", "sex": "Geschlecht",
    "organisation": "Organisation", "household": "Haushalt", "street": "Straße", "postcode": "PLZ",
    "town": "Ort", "country": "Land", "phone": "Telefon", "mobile": "Mobil", "email": "E-Mail",
    "language": "Sprache", "languages": "Sprachkenntnisse", "class": "Mitgliedsart", "joined": "Eintritt",
    "left": "Austritt", "dues": "Beitrag", "iban": "IBAN", "mandate": "Mandat", "notes": "Notizen",
    "tags": "Schlagwörter", "can_host": "Gastgeber", "function": "Funktion", "web": "Webseite",
}  # fmt: skip

VALUES = {
    "sex:f": ("w", "weiblich", "frau", "fr", "fräulein", "dame", "mädchen"),
    "sex:m": ("m", "männlich", "mann", "herr", "hr", "junge", "herrn"),
    "sex:n": ("d", "divers", "o", "ohne"),
    "sex:u": ("u", "unbekannt", "keine angabe", "nicht spezifiziert", "k.a."),
    "yes": ("ja", "j", "wahr", "jawohl"),
    "no": ("nein", "n", "falsch"),
    "nothing": ("k.a.", "k. a.", "entfällt"),
    "title": (
        "dr", "prof", "dipl.-ing", "dipl", "mag", "ing", "freiherr", "freifrau", "graf", "gräfin", "ddr",
        "dr. med", "pfr", "pfarrer", "pfarrerin", "med", "phil", "h.c", "habil", "jur", "rer", "nat", "vet",
        "dent",
    ),
    "salutation:f": ("frau", "fr", "fräulein"),
    "salutation:m": ("herr", "hr", "herrn"),
    "and": ("und", "u.", "u"),
    "family": ("familie", "fam", "eheleute", "ehepaar"),
    "suffix": ("jun", "sen", "junior", "senior", "jr", "sr"),
    "organisation": ("firma", "juristische person", "j", "verein", "organisation"),
    "person": ("natürliche person", "person"),
}  # fmt: skip
