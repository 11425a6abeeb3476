# SPDX-License-Identifier: GPL-3.0-or-later
"""The telephone chain: who calls whom, so that all know by evening that the bus leaves an hour earlier.

Nobody makes more than a few calls, one number is called for each household, the committee begins, and those
without a telephone stand at the end so that somebody walks over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain.codes import ContactKind, Function
from hospes.domain.names import display_name, for_reader
from hospes.i18n.marks import N_
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.people import PeopleOnPaper, about, phone

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.i18n.locale import Locale
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries.paper_people import PaperPerson


@dataclass(frozen=True, slots=True)
class Call:
    """One number that is called and whom it reaches."""

    name: str
    others: str
    phone: str
    committee: bool


def chain(calls: Sequence[Call], each: int) -> list[tuple[Call, list[Call]]]:
    """Everybody who makes calls, with those they call: the first calls `each`, and so does each of these."""
    return [
        (caller, list(calls[at * each + 1 : at * each + each + 1]))
        for at, caller in enumerate(calls)
        if at * each + 1 < len(calls)
    ]


def draw_chain(data: PeopleOnPaper, each: int, kit: "Kit") -> "Document":
    """Draw the chain: under each caller's name the calls to make, with a box to tick."""
    tongues, locale = kit.tongues, kit.locale
    with_phone, without = _calls(data, locale)
    flow = kit.flow(
        tongues.text("Telephone chain"),
        lead=tongues.ntext("Everybody makes one call", "Everybody makes up to {n} calls", each).joined(),
        grey=tongues.text(
            "Whoever is not reached is skipped: then call those they would have called."
        ).joined(),
        about=about(tongues, data, kit.today, N_("Committee first, then last name")),
        confidential=tongues.text("For members only, not to be passed on"),
        columns=1 if kit.large_print else 2,
    )
    columns = [
        Column(Pair(""), fixed=8, tick=True),
        Column(tongues.ptext("person", "Name"), strong=True),
        Column(tongues.text("Telephone"), Align.RIGHT, grow=0, whole=True),
    ]
    sections = [
        Section([["", _named(call), call.phone] for call in called], Pair(f"{caller.name} · {caller.phone}"))
        for caller, called in chain(with_phone, each)
    ]
    if len(with_phone) == 1:
        sections = [Section([["", _named(with_phone[0]), with_phone[0].phone]])]
    if without:
        title = tongues.text("No telephone: somebody goes there")
        sections.append(Section([["", _named(call), ""] for call in without], title))
    empty = tongues.text("Nobody is on this list.").joined()
    flow.list(Listing(columns, sections, "", empty, headed=False, inset=0.5 * MM, row_least=8, together=True))
    return kit.finish()


def _named(call: Call) -> tuple[str, str]:
    return (call.name, call.others)


def _calls(data: PeopleOnPaper, locale: "Locale") -> tuple[list[Call], list[Call]]:
    """One call for each household, the committee first, and those nobody can call."""
    people = sorted(data.people, key=_rank)
    homes: dict[UUID, list[PaperPerson]] = {}
    for person in people:
        homes.setdefault(person.household.household_id if person.household else person.id, []).append(person)
    calls = [_call(members, data.readers, locale) for members in homes.values()]
    return [call for call in calls if call.phone], [call for call in calls if not call.phone]


def _call(members: "Sequence[PaperPerson]", readers: str, locale: "Locale") -> Call:
    """The first of a household who can be called."""
    numbers = [
        phone(person.reach(ContactKind.PHONE, ContactKind.MOBILE, for_members=True), locale, readers)
        for person in members
    ]
    first = next((at for at, number in enumerate(numbers) if number), 0)
    names = [display_name(for_reader(person.name, locale.code)) for person in members]
    others = locale.listing(name for at, name in enumerate(names) if at != first)
    return Call(names[first], others, numbers[first], any(_on_committee(person) for person in members))


def _rank(person: "PaperPerson") -> int:
    """The committee in the order of its offices, then everybody else."""
    offices = [tag.function for tag in person.offices if tag.on_committee]
    return min(map(list(Function).index, offices), default=len(Function))


def _on_committee(person: "PaperPerson") -> bool:
    return any(tag.on_committee for tag in person.offices)
