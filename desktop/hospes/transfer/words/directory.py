# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings and words of lists of links between towns, as public offices and their umbrellas publish them."""

DIRECTORY = {
    "en": {
        "our_territory": (
            "our_territory", "town", "municipality", "city", "local authority", "authority", "town a",
            "first town", "name of municipality", "community",
        ),
        "our_region": ("our_region", "region", "state", "county", "province", "region a", "federal state"),
        "our_country": ("our_country", "country", "country a"),
        "partner_territory": (
            "partner_territory", "partner", "partner town", "twin town", "sister city", "partner city",
            "partner municipality", "twinned with", "town b", "second town", "twin", "partner authority",
        ),
        "partner_region": (
            "partner_region", "partner region", "region of partner", "region b", "region of the partner",
            "partner state", "partner county",
        ),
        "partner_country": (
            "partner_country", "partner country", "country of partner", "country b", "nation",
            "country of the partner", "twin country",
        ),
        "type": (
            "type", "kind", "type of link", "kind of link", "type of partnership", "form", "category",
            "type of relation",
        ),
        "since": (
            "since", "year", "date", "signed", "signed in", "founded", "year of signature", "start",
            "year of twinning", "twinned since", "date of signature",
        ),
        "until": ("until", "ended", "end", "ended in", "year of end"),
        "status": ("status", "state of the link", "active", "condition"),
        "source": ("source", "according to", "reported by"),
        "as_of": ("as_of", "as of", "date of record", "state on", "updated"),
    },
    "de": {
        "our_territory": (
            "gemeinde", "kommune", "stadt", "deutsche kommune", "deutsche gemeinde", "deutsche stadt",
            "gebietskörperschaft", "stadt/gemeinde", "gemeinde/stadt", "kommune a", "ort",
            "name der kommune", "name der gemeinde", "kreis/stadt/gemeinde", "gemeindename",
        ),
        "our_region": ("bundesland", "land", "kanton", "region", "kreis", "landkreis", "bundesland a"),
        "our_country": ("staat a", "land a", "eigenes land"),
        "partner_territory": (
            "partnergemeinde", "partnerkommune", "partnerstadt", "partner", "partnerort", "partnerschaft mit",
            "ausländische kommune", "ausländische gemeinde", "kommune b", "name des partners", "partnerkreis",
            "ausländischer partner", "verpartnert mit", "partnerregion", "partnerkommune ausland",
        ),
        "partner_region": (
            "region des partners", "partnerbundesland", "region b", "departement", "département",
            "woiwodschaft", "provinz", "bezirk/region", "region/departement", "region im ausland",
        ),
        "partner_country": (
            "staat", "staat/land", "land/staat", "partnerland", "partnerstaat", "land des partners",
            "staat des partners", "land b", "staat b", "nation", "ausland",
        ),
        "type": (
            "art der partnerschaft", "art", "form", "partnerschaftsform", "typ", "art der beziehung",
            "art der verbindung", "partnerschaftsart", "form der partnerschaft", "status der partnerschaft",
        ),
        "since": (
            "seit", "jahr", "seit/jahr", "seit jahr", "gründungsjahr", "beginn", "datum", "abschluss",
            "partnerschaft seit", "abschlussjahr", "unterzeichnet", "jahr der unterzeichnung", "seit wann",
            "gründung", "vertragsdatum", "jahr des abschlusses", "begründet",
        ),
        "until": ("bis", "beendet", "ende", "beendet am", "endjahr", "erloschen"),
        "status": ("status", "stand der partnerschaft", "aktiv", "zustand"),
        "source": ("quelle", "herkunft", "gemeldet von", "nach angaben"),
        "as_of": ("stand", "stand vom", "datenstand", "stand der angaben"),
    },
    "fr": {
        "our_territory": (
            "commune", "ville", "collectivité", "collectivité territoriale", "commune française",
            "nom de la commune",
            "collectivité française", "ville française", "commune a",
        ),
        "our_region": ("région", "département", "departement", "region", "région française"),
        "our_country": ("pays a", "notre pays"),
        "partner_territory": (
            "commune partenaire", "ville partenaire", "ville jumelée", "jumelée avec", "partenaire",
            "jumelage",
            "collectivité partenaire", "commune jumelée", "ville étrangère", "collectivité étrangère",
            "jumelage avec", "commune étrangère", "commune b",
        ),
        "partner_region": (
            "région du partenaire", "région partenaire", "land", "région étrangère", "voïvodie",
        ),
        "partner_country": (
            "pays", "pays partenaire", "pays du partenaire", "état", "pays étranger", "pays b",
        ),
        "type": (
            "type", "nature", "type de jumelage", "type de lien", "nature du lien", "type de partenariat",
            "forme", "nature du partenariat", "type de coopération",
        ),
        "since": (
            "depuis", "année", "date", "date de signature", "signé en", "date du jumelage",
            "année de signature",
            "année du jumelage", "début", "date de début", "année de début",
        ),
        "until": ("jusqu'à", "fin", "date de fin", "terminé en", "année de fin"),
        "status": ("statut", "état du jumelage", "actif", "état du lien"),
        "source": ("source", "d'après", "déclaré par"),
        "as_of": ("état au", "à la date du", "mise à jour", "date des données"),
    },
    "pl": {
        "our_territory": (
            "gmina", "miasto", "samorząd", "jednostka samorządu", "miasto/gmina", "gmina/miasto", "jst",
            "nazwa gminy", "jednostka", "miejscowość",
        ),
        "our_region": ("województwo", "powiat", "region"),
        "our_country": ("kraj a", "nasz kraj"),
        "partner_territory": (
            "miasto partnerskie", "gmina partnerska", "partner", "partner zagraniczny", "samorząd partnerski",
            "miejscowość partnerska", "nazwa partnera", "partner b",
        ),
        "partner_region": ("region partnera", "land", "region zagraniczny"),
        "partner_country": (
            "kraj", "państwo", "kraj partnera", "kraj partnerski", "państwo partnera", "kraj b",
        ),
        "type": ("rodzaj", "typ", "rodzaj partnerstwa", "forma", "forma współpracy", "rodzaj współpracy"),
        "since": (
            "od", "rok", "data", "rok podpisania", "data podpisania", "od roku", "rok rozpoczęcia",
            "rok zawarcia", "data zawarcia", "umowa z dnia",
        ),
        "until": ("do", "koniec", "zakończono", "rok zakończenia"),
        "status": ("status", "stan", "aktywne", "stan współpracy"),
        "source": ("źródło", "według"),
        "as_of": ("stan na", "stan na dzień", "data danych"),
    },
}  # fmt: skip
"""By language and field: what may stand over a column; the first one is what our exports write."""

TYPES = {
    "twinning": (
        "partnerschaft", "städtepartnerschaft", "gemeindepartnerschaft", "kommunalpartnerschaft", "jumelage",
        "twinning", "town twinning", "sister city", "partnership", "kreispartnerschaft", "partnerstwo",
        "umowa partnerska", "partnerstwo miast", "vertraglich", "urkunde", "formal", "p", "partnervertrag",
        "partenariat", "partnerschaftsvertrag", "jumelage officiel",
    ),
    "friendship": (
        "freundschaft", "freundschaftsvertrag", "freundschaftliche beziehung", "friendship", "amitié",
        "pacte d'amitié", "przyjaźń", "umowa o przyjaźni", "f", "freundschaftsvereinbarung",
    ),
    "contact": (
        "kontakt", "kontakte", "contact", "contacts", "échange", "échanges", "kontakty", "informell",
        "informal", "k", "ohne vertrag", "lose kontakte",
    ),
    "project": (
        "projektpartnerschaft", "projekt", "project", "project partnership", "partenariat de projet",
        "coopération", "cooperation", "partnerstwo projektowe", "klimapartnerschaft", "pp",
        "coopération décentralisée", "projet", "współpraca projektowa",
    ),
    "solidarity": (
        "solidaritätspartnerschaft", "solidarity partnership", "solidarity", "partenariat de solidarité",
        "partnerstwo solidarnościowe", "solidarität", "solidarité", "sp",
    ),
    "institution": ("schulpartnerschaft", "vereinspartnerschaft", "school link", "jumelage scolaire"),
    "regional": (
        "regionalpartnerschaft", "länderpartnerschaft", "regional partnership", "partenariat régional",
        "partnerstwo regionalne", "regionspartnerschaft", "jumelage régional",
    ),
    "triangle": (
        "dreieckspartnerschaft", "triangle", "ringpartnerschaft", "trójkąt", "jumelage triangulaire",
    ),
}  # fmt: skip
"""Words for the kind of link, in all languages together."""

STATUSES = {
    "active": ("aktiv", "active", "actif", "aktywne", "besteht", "ja", "yes", "oui", "tak", "x", "lebendig"),
    "dormant": (
        "ruht", "ruhend", "eingeschlafen", "inaktiv", "inactive", "dormant", "sleeping", "en sommeil",
        "inactif", "nieaktywne", "uśpione", "zawieszone", "ausgesetzt", "suspended", "suspendu",
    ),
    "ended": (
        "beendet", "erloschen", "aufgelöst", "gekündigt", "ended", "terminated", "terminé", "rompu",
        "zakończone", "rozwiązane", "nein", "no", "non", "nie", "ehemalig", "former", "ancien",
    ),
    "relaunched": ("wiederbelebt", "reaktiviert", "relaunched", "relancé", "wznowione"),
}  # fmt: skip
"""Words for how alive it is, in all languages together."""
