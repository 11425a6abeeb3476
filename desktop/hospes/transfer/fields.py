# SPDX-License-Identifier: GPL-3.0-or-later
"""What a column can be: the fields of people, in the order of product 5, then what else lists of members
hold.
"""

from dataclasses import dataclass
from enum import StrEnum

from hospes.i18n.marks import N_


class Sort(StrEnum):
    """How the cells of a field are read."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    AMOUNT = "amount"
    YES_NO = "yes_no"
    PHONE = "phone"
    EMAIL = "email"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A field a column can be brought into."""

    code: str
    label: str
    sort: Sort = Sort.LINE
    many: bool = False
    """Several columns may be this field (telephones, notes)."""
    standard: bool = False
    """One of product 5: written by exports, in this order."""
    kinds: frozenset[str] = frozenset(("members", "contacts"))
    """Lists it may stand in."""


def _visit(code: str, label: str, kinds: str, sort: Sort = Sort.LINE, *, many: bool = False) -> Field:
    return Field(code, label, sort, many, kinds=frozenset(kinds.split()))


def _standard(code: str, label: str, sort: Sort = Sort.LINE, *, many: bool = False) -> Field:
    return Field(code, label, sort, many, standard=True)


FIELDS: dict[str, Field] = {
    field.code: field
    for field in (
        _standard("number", N_("Member number")),
        _standard("title", N_("Title")),
        _standard("given_name", N_("First name")),
        _standard("family_name", N_("Last name")),
        _standard("name_suffix", N_("Letters after the name")),
        _standard("birth_date", N_("Date of birth"), Sort.DAY),
        _standard("sex", N_("Woman or man")),
        _standard("organisation", N_("Organisation")),
        _standard("household", N_("Household")),
        _standard("street", N_("Street and number"), Sort.TEXT),
        _standard("postcode", N_("Postcode")),
        _standard("town", N_("Place")),
        _standard("country", N_("Country")),
        _standard("phone", N_("Phone"), Sort.PHONE, many=True),
        _standard("mobile", N_("Mobile"), Sort.PHONE, many=True),
        _standard("email", N_("E-mail"), Sort.EMAIL, many=True),
        _standard("language", N_("Language of letters")),
        _standard("languages", N_("Languages spoken"), Sort.LIST),
        _standard("class", N_("Membership class")),
        _standard("joined", N_("Member since"), Sort.DAY),
        _standard("left", N_("Left on"), Sort.DAY),
        _standard("dues", N_("Dues of this year"), Sort.AMOUNT),
        _standard("iban", N_("IBAN")),
        _standard("mandate", N_("Direct debit mandate")),
        _standard("notes", N_("Notes"), Sort.TEXT, many=True),
        _standard("tags", N_("Tags"), Sort.LIST, many=True),
        _standard("can_host", N_("Can host guests"), Sort.YES_NO),
        Field("full_name", N_("Whole name")),
        Field("salutation", N_("Form of address")),
        Field("second_name", N_("Second first name")),
        Field("name_order", N_("Last name first")),
        Field("birth_name", N_("Name at birth")),
        Field("nickname", N_("Called")),
        Field("native_name", N_("Name in its own script")),
        Field("birth_place", N_("Place of birth")),
        Field("function", N_("Office or function")),
        Field("care_of", N_("Care of")),
        Field("address_extra", N_("Address, second line"), Sort.TEXT),
        Field("house_number", N_("House number")),
        Field("postcode_town", N_("Postcode and place")),
        Field("address", N_("Whole address"), Sort.TEXT),
        Field("region", N_("Region")),
        Field("phone_work", N_("Phone at work"), Sort.PHONE, many=True),
        Field("fax", N_("Fax"), Sort.PHONE),
        Field("web", N_("Website")),
        Field("resigned", N_("Notice given on"), Sort.DAY),
        Field("died", N_("Died on"), Sort.DAY),
        Field("bic", N_("BIC")),
        Field("account_name", N_("Account holder")),
        Field("mandate_date", N_("Mandate signed on"), Sort.DAY),
        Field("profession", N_("Profession")),
        Field("interests", N_("Interests"), Sort.LIST),
        Field("source_id", N_("Number in the other program")),
        Field("class_dues", N_("Dues of the membership class"), Sort.AMOUNT),
        Field("kind", N_("Person or organisation")),
        Field("member_flag", N_("Is a member")),
        _visit("delegation", N_("Delegation"), "guests"),
        _visit("group", N_("Travel group"), "guests"),
        _visit("group_rule", N_("How near the group stays"), "guests"),
        _visit("with_whom", N_("Comes with"), "guests", Sort.LIST),
        _visit("role", N_("Takes part as"), "guests"),
        _visit("arrival", N_("Arrival"), "guests", Sort.DAY),
        _visit("departure", N_("Departure"), "guests", Sort.DAY),
        _visit("smoker", N_("Smoking"), "guests hosts"),
        _visit("minds_smoke", N_("Minds smoke"), "guests", Sort.YES_NO),
        _visit("allergies", N_("Allergies of all kinds"), "guests", Sort.LIST, many=True),
        _visit("animal_allergies", N_("Allergic to animals"), "guests", Sort.LIST),
        _visit("animal_fear", N_("Afraid of animals"), "guests", Sort.LIST),
        _visit("other_allergies", N_("Other allergies"), "guests", Sort.LIST),
        _visit("diet", N_("Diet"), "guests", Sort.LIST, many=True),
        _visit("max_stairs", N_("Most stairs"), "guests"),
        _visit("step_free", N_("Step-free"), "guests hosts", Sort.YES_NO),
        _visit("bed", N_("Bed"), "guests"),
        _visit("sofa_ok", N_("Sofa bed is fine"), "guests", Sort.YES_NO),
        _visit("first_visit", N_("First visit"), "guests", Sort.YES_NO),
        _visit("wished_hosts", N_("Wished hosts"), "guests", Sort.LIST, many=True),
        _visit("refused_hosts", N_("Not with these hosts"), "guests", Sort.LIST),
        _visit("needs_lift", N_("Needs a ride"), "guests", Sort.YES_NO),
        _visit("hotel", N_("In a hotel"), "guests", Sort.YES_NO),
        _visit("guardian", N_("Guardian"), "guests"),
        _visit("emergency", N_("In an emergency"), "guests", Sort.TEXT, many=True),
        _visit("consent_host", N_("The host may know it"), "guests", Sort.YES_NO),
        _visit("consent_photo", N_("Photos are allowed"), "guests", Sort.YES_NO),
        _visit("remarks", N_("Remarks"), "guests hosts", Sort.TEXT, many=True),
        _visit("children_ages", N_("Ages of the children"), "hosts", Sort.LIST),
        _visit("ages", N_("Ages of the adults"), "hosts", Sort.LIST),
        _visit("single_beds", N_("Single beds"), "hosts"),
        _visit("double_beds", N_("Double beds"), "hosts"),
        _visit("sofa_beds", N_("Sofa beds"), "hosts"),
        _visit("max_guests", N_("Most guests"), "hosts"),
        _visit("nights", N_("Nights"), "hosts", Sort.TEXT),
        _visit("pets", N_("Animals in the house"), "hosts", Sort.LIST, many=True),
        _visit("cats", N_("Cats"), "hosts", Sort.YES_NO),
        _visit("dogs", N_("Dogs"), "hosts", Sort.YES_NO),
        _visit("stairs", N_("Stairs"), "hosts"),
        _visit("car_seats", N_("Seats in the car"), "hosts"),
        _visit("distance_km", N_("Distance in km"), "hosts"),
        _visit("diets", N_("Diets they cook"), "hosts", Sort.LIST),
        _visit("accepts", N_("Takes"), "hosts", Sort.LIST),
        _visit("minors_ok", N_("Takes minors"), "hosts", Sort.YES_NO),
        _visit("wished_guests", N_("Wished guests"), "hosts", Sort.LIST, many=True),
        _visit("refused_guests", N_("Not with these guests"), "hosts", Sort.LIST),
        _visit("hosted_last_time", N_("Had guests last time"), "hosts", Sort.YES_NO),
        _visit("experienced", N_("Has hosted before"), "hosts", Sort.YES_NO),
        _visit("visit_title", N_("Name of the visit"), "visits"),
        _visit("start", N_("First day"), "visits", Sort.DAY),
        _visit("end", N_("Last day"), "visits", Sort.DAY),
        _visit("direction", N_("Who travels"), "visits"),
        _visit("place", N_("Where it is"), "visits"),
        _visit("partner_town", N_("Partner town"), "visits"),
        _visit("partner_country", N_("Country of the partner"), "visits"),
        _visit("paid_on", N_("Day of the payment"), "payments", Sort.DAY),
        _visit("amount", N_("Amount"), "payments", Sort.AMOUNT),
        _visit("currency", N_("Currency"), "payments"),
        _visit("method", N_("How it was paid"), "payments"),
        _visit("purpose", N_("What for"), "payments"),
        _visit("dues_year", N_("Year of the dues"), "payments"),
        _visit("payment_text", N_("Words"), "payments", Sort.TEXT),
        _visit("receipt", N_("Receipt no."), "payments"),
        _visit("our_territory", N_("First town"), "partnerships"),
        _visit("our_region", N_("Region of the first town"), "partnerships"),
        _visit("our_country", N_("Country of the first town"), "partnerships"),
        _visit("partner_territory", N_("Town it is linked with"), "partnerships", Sort.TEXT, many=True),
        _visit("partner_region", N_("Region of the other town"), "partnerships"),
        _visit("partner_country", N_("Country of the other town"), "partnerships"),
        _visit("type", N_("Kind of link"), "partnerships"),
        _visit("since", N_("Linked since"), "partnerships", Sort.DAY),
        _visit("until", N_("Ended"), "partnerships", Sort.DAY),
        _visit("status", N_("How alive it is"), "partnerships"),
        _visit("source", N_("Source"), "partnerships"),
        _visit("as_of", N_("As of"), "partnerships", Sort.DAY),
        _visit("hours_on", N_("Day"), "hours", Sort.DAY),
        _visit("hours_until", N_("Last day"), "hours", Sort.DAY),
        _visit("hours_time", N_("Hours"), "hours"),
        _visit("hours_kind", N_("What for"), "hours"),
        _visit("hours_note", N_("Note"), "hours", Sort.TEXT),
        _visit("gift_what", N_("What is it?"), "courtesies"),
        _visit("gift_kind", N_("Kind"), "courtesies"),
        _visit("gift_on", N_("Day"), "courtesies", Sort.DAY),
        _visit("gift_whom", N_("For or from whom"), "courtesies"),
        _visit("gift_occasion", N_("Occasion"), "courtesies"),
        _visit("gift_note", N_("Note"), "courtesies", Sort.TEXT),
        _visit("pub_title", N_("Title"), "publications"),
        _visit("pub_kind", N_("Kind"), "publications"),
        _visit("pub_on", N_("Day"), "publications", Sort.DAY),
        _visit("pub_medium", N_("Where"), "publications"),
        _visit("pub_link", N_("Address on the web"), "publications"),
        _visit("pub_language", N_("Language"), "publications"),
        _visit("pub_note", N_("Note"), "publications", Sort.TEXT),
        _visit("work_title", N_("Title"), "references"),
        _visit("work_authors", N_("Authors"), "references"),
        _visit("work_year", N_("Year"), "references"),
        _visit("work_kind", N_("Kind"), "references"),
        _visit("work_container", N_("Journal or book"), "references"),
        _visit("work_publisher", N_("Publisher"), "references"),
        _visit("work_place", N_("Place"), "references"),
        _visit("work_pages", N_("Pages"), "references"),
        _visit("work_url", N_("Address on the web"), "references"),
        _visit("work_isbn", N_("ISBN"), "references"),
        _visit("work_language", N_("Language"), "references"),
        _visit("work_note", N_("Note"), "references", Sort.TEXT),
        _visit("goods_what", N_("Goods"), "goods"),
        _visit("goods_there", N_("In the language of the receiver"), "goods"),
        _visit("goods_number", N_("Number"), "goods"),
        _visit("goods_unit", N_("Counted in"), "goods"),
        _visit("goods_weight", N_("Weight of all of it"), "goods"),
        _visit("goods_value", N_("Value of all of it"), "goods"),
        _visit("goods_currency", N_("Currency"), "goods"),
        _visit("goods_package", N_("Box or pallet"), "goods"),
        _visit("goods_giver", N_("Given by"), "goods"),
        _visit("goods_tariff", N_("Customs tariff number"), "goods"),
        _visit("goods_note", N_("Note"), "goods", Sort.TEXT),
    )
}

_PEOPLE = frozenset(
    (
        "title", "given_name", "family_name", "name_suffix", "birth_date", "sex", "organisation", "household",
        "street", "postcode", "town", "country", "phone", "mobile", "email", "language", "languages",
        "full_name", "salutation", "second_name", "name_order", "birth_name", "nickname", "native_name",
        "birth_place", "care_of", "address_extra", "house_number", "postcode_town", "address", "region",
        "phone_work", "profession", "interests", "source_id",
    )
)  # fmt: skip
"""What lists of guests and hosts say of people."""

_PAYERS = frozenset(("number", "given_name", "family_name", "full_name", "household", "organisation"))
"""What lists of payments say of payers."""

_WORKERS = frozenset(("number", "given_name", "family_name", "full_name"))
"""What lists of hours say of those who gave them."""

BOOK_KINDS = ("hours", "courtesies", "publications", "references", "goods")
"""Lists for the association's books (`transfer.books`)."""

GUESTS = (
    "given_name", "family_name", "delegation", "sex", "birth_date", "group", "group_rule", "role",
    "languages", "arrival", "departure", "smoker", "minds_smoke", "animal_allergies", "animal_fear",
    "other_allergies", "diet", "max_stairs", "step_free", "bed", "sofa_ok", "interests", "profession",
    "first_visit", "wished_hosts", "refused_hosts", "needs_lift", "hotel", "phone", "email", "guardian",
    "consent_host", "consent_photo",
)  # fmt: skip
HOSTS = (
    "household", "given_name", "family_name", "street", "postcode", "town", "phone", "email", "languages",
    "children_ages", "ages", "single_beds", "double_beds", "sofa_beds", "max_guests", "nights", "pets",
    "smoker", "stairs", "step_free", "car_seats", "distance_km", "diets", "accepts", "minors_ok",
    "interests", "profession", "wished_guests", "refused_guests", "hosted_last_time", "experienced",
)  # fmt: skip
VISITS = ("visit_title", "start", "end", "direction", "place", "partner_town", "partner_country")
"""Columns of product 5 for what belongs to visits; `visit_title` is `title` there."""
PAYMENTS = (
    "number", "given_name", "family_name", "household", "organisation", "paid_on", "amount", "currency",
    "method", "purpose", "dues_year", "payment_text", "receipt",
)  # fmt: skip
PARTNERSHIPS = (
    "our_territory", "our_country", "partner_territory", "partner_country", "type", "since", "status",
    "source", "as_of", "our_region", "partner_region", "until",
)  # fmt: skip
"""Columns of product 5 for links between towns, then what else they hold."""
PLACEMENTS = (
    "given_name", "family_name", "delegation", "group", "first_night", "last_night", "night_count",
    "household", "street", "postcode", "town", "phone", "room", "locked",
)  # fmt: skip
"""Columns of the plan that is taken out: a row for each guest at each host."""

STANDARD = tuple(code for code, field in FIELDS.items() if field.standard)
"""The columns of product 5, in order."""


def standard_of(kind: str) -> tuple[str, ...]:
    """The columns of product 5 for a kind of list."""
    return {
        "guests": GUESTS,
        "hosts": HOSTS,
        "visits": VISITS,
        "payments": PAYMENTS,
        "partnerships": PARTNERSHIPS,
    }.get(kind, STANDARD)


def fields_of(kind: str) -> dict[str, Field]:
    """What a column of such a list can be."""
    people = {"guests": _PEOPLE, "hosts": _PEOPLE, "payments": _PAYERS, "hours": _WORKERS}.get(
        kind, frozenset[str]()
    )
    return {code: field for code, field in FIELDS.items() if kind in field.kinds or code in people}


OWN = "own:"
"""A column brought into a field of the association's own: `own:` and the field's name."""

TAG = "tag:"
"""A column of ticks: whoever has one gets the tag that follows."""


def sort_of(field: str) -> Sort:
    """How the cells of a field, of the catalogue or of the association's own, are read."""
    if field.startswith(TAG):
        return Sort.YES_NO
    return FIELDS[field].sort if field in FIELDS else Sort.TEXT


def is_field(code: str) -> bool:
    """Can a column be this?"""
    return code in FIELDS or (code.startswith((OWN, TAG)) and bool(code.partition(":")[2].strip()))
