# SPDX-License-Identifier: GPL-3.0-or-later
"""The example of 142 members, put together from all tables."""

from dataclasses import dataclass
from datetime import date, time

from hospes.example import (
    actors,
    bearers,
    bonds_story,
    cash,
    courtesies,
    decisions,
    feedback,
    funds,
    goods,
    letters,
    links,
    links_elsewhere,
    meetings,
    members_former,
    members_ours,
    money,
    people_montclair,
    priorities,
    projects,
    publications,
    references,
    rooms_and_lots,
    society,
    stays,
    trainings,
    venues,
    volunteering,
)
from hospes.example.almanac import FROZEN
from hospes.example.people import Census
from hospes.example.programme import RECEPTION
from hospes.example.rows import EDITOR, Key, Rows
from hospes.example.tables import Home, homes
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import Person
from hospes.store.tables.settings import KeptList, Setting
from hospes.store.tables.visits import ProgrammeItemText


@dataclass(frozen=True, slots=True)
class Base:
    """What the rest of the building needs to know of the base."""

    owner: Key
    ledger: money.Ledger
    ours: list[Home]
    former: list[Home]
    documents: list[tuple[str, bytes]]


def write(rows: Rows) -> Base:
    """All rows of the base."""
    ours, former = homes(members_ours.HOUSEHOLDS), homes(members_former.HOUSEHOLDS)
    guests, earlier = homes(people_montclair.GUESTS_2026), homes(people_montclair.EARLIER)
    officials, lipowiec = homes(people_montclair.OFFICIALS), homes(people_montclair.LIPOWIEC)
    society.territories(rows)
    owner = society.organisations(rows)
    census = Census(rows)
    for home in (*ours, *former, *guests, *earlier, *officials, *lipowiec):
        census.add(home)
    society.offices(rows)
    society.twinnings(rows, owner)

    ledger = money.Ledger(rows, owner, numbers=money.numbers([*ours, *former]))
    money.classes(ledger)
    for home in (*ours, *former):
        money.memberships(ledger, home)

    book = stays.VisitBook(rows, owner, stays.hosting_facts(rows))
    stays.earlier(book, [*ours, *former], [*earlier], [*guests, *earlier])
    stays.ascension_2026(book, guests)
    stays.idea(book)
    money.donations(ledger)
    funds.write(rows, ledger)
    money.series(ledger)

    members = [one.name for home in ours for one in home.people if one.is_member]
    meetings.meetings(rows, owner, members)
    meetings.tasks(rows, owner)
    documents = meetings.documents(rows, owner)
    meetings.remarks(rows)
    decisions.decisions(rows)
    _emergency(census)
    _settings(rows, owner, ledger)
    bonds_story.write(rows)
    links.write(rows)
    links_elsewhere.write(rows)
    _touched(rows)
    cash.cash(rows, owner)
    actors.write(rows)
    letters.write(rows, owner, rows.say.language)
    courtesies.write(rows, owner)
    feedback.write(rows, owner)
    trainings.write(rows, owner)
    volunteering.write(rows, owner)
    projects.write(rows, owner)
    goods.write(rows)
    priorities.write(rows, owner)
    venues.write(rows)
    publications.write(rows, owner)
    references.write(rows, owner)
    rooms_and_lots.write(rows)
    bearers.write(rows, owner)
    return Base(owner, ledger, ours, former, documents)


def _emergency(census: Census) -> None:
    for minor, parent, phone in (
        ("Manon Dubois", "Claire Dubois", "06 39 98 70 01"),
        ("Paul Girard", "Hélène Girard", "06 39 98 70 02"),
        ("Daryna Kovalenko", "Olena Kovalenko", "06 39 98 70 03"),
        ("Ola Nowak", "Barbara Nowak", "06182 44 17 09"),
    ):
        census.emergency(minor, parent, "mother", phone)
    for person, name, phone in (
        ("Gérard Petit", "Yvette Marchand", "02 61 91 70 04"),
        ("Anne Leroy", "Jeanne Richard", "02 61 91 70 05"),
        ("Renate Vogel", "Gisela Hoffmann", "069 90009 906"),
    ):
        census.emergency(person, name, "neighbour", phone)


def _settings(rows: Rows, owner: Key, ledger: money.Ledger) -> None:
    opening = money.IN_THE_ACCOUNT - ledger.received_this_year
    year = rows.almanac.year(FROZEN.year)
    for owner_id, key, value in (
        (None, "file.frozen_day", rows.almanac.today.isoformat()),
        (None, "file.example", True),
        (None, f"editor.{EDITOR}", "Hannelore Fischer"),
        (None, "editor.jean-luc-martin", "Jean-Luc Martin"),
        (owner, "money.opening", {"currency": "EUR", "minor": opening, "on": f"{year}-01-01"}),
    ):
        rows.add(Setting, owner_id=owner_id, key=key, value=value)
    rows.add(
        KeptList,
        place="members",
        name=rows.say("tag_choir").capitalize(),
        filter=f"tag:{rows.say('tag_choir')}",
    )


def _touched(rows: Rows) -> None:
    """Who changed what last, where the design says so: all three by Hannelore, since the laptops last met."""
    reception = rows.of("programme", RECEPTION)
    touched = {
        rows.of("person", "Barbara Nowak"): rows.almanac.moment(FROZEN, time(9, 42)),
        rows.of("contact_point", "Anne Leroy email"): rows.almanac.moment(date(2026, 4, 20), time(17, 15)),
    }
    touched |= {
        str(row["id"]): rows.almanac.moment(date(2026, 4, 21), time(8, 50))
        for row in rows.all(ProgrammeItemText)
        if row["programme_item_id"] == reception
    }
    for row in (*rows.all(Person), *rows.all(ContactPoint), *rows.all(ProgrammeItemText)):
        if row["id"] in touched:
            row |= {"changed_at": touched[str(row["id"])], "version": 2}
