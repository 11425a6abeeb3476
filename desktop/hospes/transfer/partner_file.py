# SPDX-License-Identifier: GPL-3.0-or-later
"""The visit file for the partner association: what the other side needs, and nothing else.

`NAME.hospes-visit` is a zip with one part, `visit.json`, in UTF-8. Version 1 holds

    {"hospes_visit": 1,
     "from":   {"name", "town", "country", "language"},
     "visit":  {"titles": {"de": "…", "fr": "…"}, "first", "last", "place"},
     "guests": [{"id", given_name, family_name, … columns of product 5}],
     "hosts":  [{"id", "people": "Anna Weber; Bernd Weber", household, … columns of product 5}],
     "stays":  [{"guest", "given_name", "family_name", "host", "nights": "2026-05-13..2026-05-16"}],
     "programme": [{"on", "starts", "ends", "time_words", "meal", "audience",
                    "texts": {"de": {"title", "details", "place", "meeting_point"}, "fr": …}}]}

Days are ISO, lists have `;`, yes and no are words: as in our tables. A part that is not there was not chosen.
`guests` are the sender's own people, `hosts` the sender's homes in which somebody sleeps, `stays` who sleeps
there. Adults have the year of their birth, minors the day. Telephone, e-mail and what concerns health stand
there only of people who agreed that their hosts may know it. Whom somebody refuses, health notes, dues,
notes, tags and wishes of hosts are never in it.

`id` says who somebody is in a second file: it is a hash of the sender's own key, or the id under which the
person came from the partner, so that both sides use the same. It tells nothing and leads to no row without
the sender's file. A reader takes what it knows and passes over other keys; a higher number of the version
means that something it must know was added.
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import UserError
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.partner_file import PartnerData
    from hospes.transfer.door import Read

VERSION = 1
SUFFIX = ".hospes-visit"
PART = "visit.json"
PARTS = ("guests", "hosts", "programme")
"""What can be chosen; `hosts` is homes and who sleeps there."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""In the zip, so that the same content makes the same file."""


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into the file."""

    guests: bool = True
    hosts: bool = True
    programme: bool = True
    allergies: bool = False
    """Diets, allergies and stairs of those who agreed that hosts may know it."""


@dataclass(frozen=True, slots=True)
class PartnerWritten:
    """What was written."""

    path: Path
    counts: Mapping[str, int]

    def lines(self, locale: "Locale") -> list[str]:
        """What is inside, in words."""
        return [locale.text("{file} holds:", file=self.path.name), *inside(self.counts, locale)]


def write_partner_file(
    read: "Read", target: Path, visit: UUID, today: date, content: Content
) -> PartnerWritten:
    """Write the file; whole, or not at all. Raises UserError for a wrong ending or a place that refuses."""
    from hospes.queries.partner_file import partner_data

    if target.suffix.lower() != SUFFIX:
        raise UserError(
            "{file} should end in one of these: {endings}.",
            code="target-ending",
            file=target.name,
            endings=SUFFIX,
        )
    data: PartnerData = read(partner_data, visit, today, content.allergies)
    plain = as_plain(data, content)
    with whole_file(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
        packed.writestr(zipfile.ZipInfo(PART, _DAY), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return PartnerWritten(target, counts_of(data, content))


def as_plain(data: "PartnerData", content: Content) -> dict[str, object]:
    """The content as JSON has it."""
    plain: dict[str, object] = {"hospes_visit": VERSION, "from": data.sender, "visit": data.visit}
    if content.guests:
        plain["guests"] = [_filled(each) for each in data.guests]
    if content.hosts:
        plain["hosts"] = [_filled(each) for each in data.hosts]
        plain["stays"] = [_filled(each) for each in data.stays]
    if content.programme:
        plain["programme"] = [_filled(each) for each in data.programme]
    return plain


def _filled(record: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in record.items()
        if value not in (None, "")
    }


def counts_of(data: "PartnerData", content: Content) -> dict[str, int]:
    """How much of each is inside."""
    counts: dict[str, int] = {}
    if content.guests:
        counts["guests"] = len(data.guests)
        counts["told"] = sum(1 for guest in data.guests if guest.get("consent_host") == "yes")
    if content.hosts:
        counts["hosts"] = len(data.hosts)
        counts["placed"] = len({str(stay["guest"]) for stay in data.stays})
    if content.programme:
        counts["programme"] = len(data.programme)
    return counts


def inside(counts: Mapping[str, int], locale: "Locale") -> list[str]:
    """What is inside a file, in words, for the person who is about to give it away."""
    lines = []
    if counts.get("guests"):
        lines.append(locale.ntext("{n} guest of ours", "{n} guests of ours", counts["guests"]))
    if counts.get("hosts"):
        lines.append(
            locale.ntext(
                "{n} host with address and telephone", "{n} hosts with address and telephone", counts["hosts"]
            )
        )
        lines.append(
            locale.ntext(
                "Where {n} guest sleeps on which nights",
                "Where {n} guests sleep on which nights",
                counts["placed"],
            )
        )
    if counts.get("programme"):
        lines.append(
            locale.ntext("{n} item of the programme", "{n} items of the programme", counts["programme"])
        )
    return lines
