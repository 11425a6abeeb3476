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
    )
}

STANDARD = tuple(code for code, field in FIELDS.items() if field.standard)
"""The columns of product 5, in order."""

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
