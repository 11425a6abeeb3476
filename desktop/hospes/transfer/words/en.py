# SPDX-License-Identifier: GPL-3.0-or-later
"""English headings and cell words; with the headings of product 5."""

HEADINGS = {
    "number": (
        "number", "no", "nr", "member number", "member no", "membership number", "membership no", "member id",
        "membership id",
    ),
    "source_id": ("id", "uid", "external id", "record id"),
    "salutation": ("salutation", "form of address", "mr mrs", "mr/mrs", "courtesy title"),
    "title": ("title", "name prefix", "academic title", "honorific"),
    "given_name": (
        "given_name", "given name", "first name", "forename", "christian name", "firstname", "given names",
        "first names", "forenames",
    ),
    "second_name": ("middle name", "second name", "middle names", "additional name", "patronymic"),
    "family_name": ("family_name", "family name", "last name", "surname", "lastname", "second surname"),
    "full_name": (
        "full name", "name", "member", "member name", "contact", "contact name", "display name", "names",
        "person", "name and surname", "first and last name", "complete name",
    ),
    "name_suffix": ("name_suffix", "name suffix", "suffix", "post nominals", "generation"),
    "birth_name": ("birth name", "maiden name", "nee", "née", "name at birth"),
    "nickname": ("nickname", "known as", "preferred name", "called"),
    "native_name": ("native name", "name in own script", "original name"),
    "birth_date": (
        "birth_date", "birth date", "date of birth", "birthday", "born", "dob", "birthdate", "born on",
        "year of birth", "birth year",
    ),
    "birth_place": ("birth place", "place of birth", "birthplace", "born in"),
    "sex": ("sex", "gender", "m/f"),
    "organisation": ("organisation", "organization", "company", "institution", "employer", "club", "society"),
    "function": ("function", "office", "position", "job title", "role", "post"),
    "household": ("household", "family", "household name"),
    "care_of": ("care of", "c/o"),
    "address_extra": (
        "address line 2", "address 2", "address2", "apartment", "flat", "building", "address supplement",
    ),
    "street": (
        "street", "street address", "address line 1", "address 1", "address1", "street and number", "road",
        "home street", "street 1",
    ),
    "house_number": ("house number", "house no", "street number"),
    "postcode": ("postcode", "post code", "postal code", "zip", "zip code", "zipcode"),
    "town": ("town", "city", "place", "post town", "locality", "village", "home city"),
    "postcode_town": ("postcode town", "postcode and town", "zip city", "town postcode"),
    "address": ("address", "full address", "postal address", "home address", "mailing address"),
    "region": ("region", "county", "state", "province"),
    "country": ("country", "nation", "land", "home country"),
    "phone": (
        "phone", "telephone", "tel", "telephone number", "phone number", "home phone", "landline", "phone 1",
        "phone 2", "tel 1", "tel 2", "home telephone", "other phone", "phone home", "primary phone",
    ),
    "phone_work": (
        "work phone", "business phone", "office phone", "telephone work", "phone work", "daytime phone",
    ),
    "mobile": (
        "mobile", "mobile phone", "cell", "cell phone", "cellphone", "mobile number", "mobile telephone",
    ),
    "fax": ("fax", "fax number", "telefax"),
    "email": (
        "email", "e-mail", "email address", "e-mail address", "mail", "email 1", "email 2", "mail address",
    ),
    "web": ("web", "website", "homepage", "web page", "url", "web site"),
    "language": ("language", "preferred language", "correspondence language", "language of letters"),
    "languages": ("languages", "languages spoken", "spoken languages", "language skills"),
    "class": (
        "class", "membership class", "membership type", "category", "type of membership", "member type",
        "membership", "member category",
    ),
    "joined": (
        "joined", "member since", "join date", "date joined", "joining date", "entry", "entry date", "since",
        "membership start", "start date", "date of joining", "joined on",
    ),
    "left": (
        "left", "leaving date", "date left", "member until", "membership end", "end date", "left on",
        "exit date",
    ),
    "resigned": ("resigned", "notice given", "resigned on", "cancellation", "date of notice"),
    "died": ("died", "date of death", "deceased", "death date", "deceased on"),
    "dues": (
        "dues", "fee", "subscription", "membership fee", "annual fee", "contribution", "annual dues",
        "amount",
    ),
    "iban": ("iban", "account", "account number", "bank account"),
    "bic": ("bic", "swift", "bic/swift"),
    "account_name": ("account holder", "account name", "name on account"),
    "mandate": ("mandate", "mandate reference", "mandate id", "sepa mandate", "direct debit mandate"),
    "mandate_date": ("mandate date", "date of mandate", "mandate signed"),
    "notes": ("notes", "note", "comment", "comments", "remark", "remarks", "memo"),
    "tags": ("tags", "tag", "keywords", "labels", "groups", "group"),
    "can_host": ("can_host", "can host", "host", "host family", "can accommodate", "hosting"),
    "profession": ("profession", "occupation", "job"),
    "interests": ("interests", "hobbies", "hobby"),
}  # fmt: skip

COLUMNS: dict[str, str] = {}

VALUES = {
    "sex:f": ("f", "female", "woman", "mrs", "ms", "miss", "mme", "girl", "lady", "madam"),
    "sex:m": ("m", "male", "man", "mr", "mister", "boy", "gentleman", "sir"),
    "sex:n": ("n", "neutral", "diverse", "nonbinary", "non-binary", "other", "mx", "x", "neither"),
    "sex:u": ("u", "unknown", "unspecified", "not said", "not specified", "prefer not to say"),
    "yes": ("yes", "y", "true", "1", "x", "✓", "✔", "☑", "on"),
    "no": ("no", "n", "false", "0", "☐", "off"),
    "nothing": (
        "-", "--", "---", "–", "—", "?", "??", "/", ".", "n/a", "n.a.", "na", "null", "#n/a", "#ref!",
        "#value!", "#name?", "#div/0!", "none",
    ),
    "title": (
        "dr", "prof", "rev", "revd", "cllr", "hon", "sir", "dame", "lord", "lady", "fr", "capt", "col", "maj",
    ),
    "salutation:f": ("mrs", "ms", "miss", "madam"),
    "salutation:m": ("mr", "mister"),
    "salutation:n": ("mx",),
    "and": ("and", "&", "+"),
    "family": ("family", "the family"),
    "suffix": ("jr", "sr", "ii", "iii", "iv", "obe", "mbe", "cbe", "phd", "esq"),
    "organisation": ("organisation", "organization", "company", "legal person"),
    "person": ("person", "individual", "natural person"),
}  # fmt: skip
