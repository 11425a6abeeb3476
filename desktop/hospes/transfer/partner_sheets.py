# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for the partner as a workbook, for those who have no Hospes: the same content, a sheet for each
part.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.transfer.exported import Wanted, Written, headings_in, rows_of
from hospes.transfer.partner_file import Content
from hospes.transfer.writers import Sheet, write_book

if TYPE_CHECKING:
    from hospes.queries.partner_file import PartnerData
    from hospes.transfer.door import Read
    from hospes.transfer.writers.whole import Value

GUESTS = (
    "given_name", "family_name", "sex", "birth_date", "group", "group_rule", "role", "languages", "arrival",
    "departure", "smoker", "minds_smoke", "animal_allergies", "animal_fear", "other_allergies", "diet",
    "max_stairs", "step_free", "bed", "sofa_ok", "interests", "profession", "first_visit", "wished_hosts",
    "needs_lift", "hotel", "phone", "email", "consent_photo",
)  # fmt: skip
HOSTS = (
    "household", "given_name", "family_name", "street", "postcode", "town", "phone", "email", "languages",
    "ages", "children_ages", "pets", "smoker", "stairs", "step_free",
)  # fmt: skip
PROGRAMME = (N_("Day"), N_("From"), N_("Until"))
TEXTS = ("title", "place", "meeting_point", "details")
TEXT_HEADS = {
    "title": N_("What"),
    "place": N_("Where"),
    "meeting_point": N_("Meeting point"),
    "details": N_("Details"),
}


def write_sheets(read: "Read", target: Path, wanted: "Wanted", content: Content | None = None) -> Written:
    """Write the workbook; .xlsx or .ods."""
    from hospes.queries.partner_file import partner_data

    content = content or Content(allergies=wanted.health)
    data: PartnerData = read(partner_data, wanted.visit, wanted.today, content.allergies)
    sheets = sheets_of(data, content, wanted.language or str(data.sender.get("language") or "en"))
    write_book(target, sheets)
    return Written(sum(len(list(rows)) for _, _, rows in sheets), target)


def sheets_of(data: "PartnerData", content: Content, language: str) -> list[Sheet]:
    """The sheets, with headings in a language."""
    locale = Locale.of(language)
    sheets: list[Sheet] = []
    if content.guests:
        rows = list(rows_of(data.guests, GUESTS, language))
        sheets.append((locale.text("Guests"), headings_in(GUESTS, language), rows))
    if content.hosts:
        rows = list(rows_of(data.hosts, HOSTS, language))
        heads = [*headings_in(HOSTS, language), locale.text("People in the house")]
        rows = [[*row, str(host.get("people") or "")] for row, host in zip(rows, data.hosts, strict=True)]
        sheets.append((locale.text("Hosts"), heads, rows))
        names = {str(host["id"]): str(host.get("household") or "") for host in data.hosts}
        stays: list[Sequence[Value]] = [
            [
                str(stay["given_name"] or ""),
                str(stay["family_name"] or ""),
                names.get(str(stay["host"]), ""),
                str(stay["nights"]),
            ]
            for stay in data.stays
        ]
        heads = [*headings_in(("given_name", "family_name", "household", "nights"), language)]
        sheets.append((locale.text("Who sleeps where"), heads, stays))
    if content.programme:
        sheets.append((locale.text("Programme"), *_programme(data, locale)))
    return sheets


def _programme(data: "PartnerData", locale: Locale) -> tuple[list[str], list[Sequence["Value"]]]:
    languages = sorted({code for item in data.programme for code in _texts(item)})
    heads = [locale.text(word) for word in PROGRAMME]
    columns = [(code, name) for code in languages for name in TEXTS]
    columns = [
        (code, name)
        for code, name in columns
        if any(_texts(item).get(code, {}).get(name) for item in data.programme)
    ]
    heads += [f"{locale.text(TEXT_HEADS[name])} ({code})" for code, name in columns]
    rows: list[Sequence[Value]] = []
    for item in data.programme:
        texts = _texts(item)
        rows.append(
            [
                item["on"],  # type: ignore[list-item]  # a day
                str(item["starts"] or item["time_words"] or ""),
                str(item["ends"] or ""),
                *(texts.get(code, {}).get(name, "") for code, name in columns),
            ]
        )
    return heads, rows


def _texts(item: Mapping[str, object]) -> Mapping[str, Mapping[str, str]]:
    found = item.get("texts")
    return found if isinstance(found, dict) else {}
