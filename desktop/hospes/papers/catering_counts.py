# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers for the kitchen (domain 6, paper 21): who sits down to each meal, and how many eat what.

Counts need no names. Names stand on it only where somebody asks for them, and then only of guests who agreed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain import diets
from hospes.domain.codes_visit import Meal
from hospes.domain.programme_meals import OTHER, MealCount
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import NO_WORDS, Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.visit_paper import (
    VisitPaper,
    by_name,
    clock_words,
    day_heading,
    destroy,
    foot,
    listed,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit
    from hospes.queries.programme import Item


@dataclass(frozen=True, kw_only=True)
class CateringOptions(SheetOptions):
    """What the kitchen gets."""

    every: bool = tick(
        N_("Also what is no meal"), hint=N_("Numbers of people for every item of the programme.")
    )
    names: bool = tick(
        N_("Names with their diets"), personal=True, hint=N_("Only of guests who agreed to tell it.")
    )


@dataclass(frozen=True, slots=True)
class Meals:
    """What the kitchen must know."""

    visit: "PaperVisit"
    items: tuple["Item", ...]
    kitchen: Mapping[UUID, tuple[str, str, bool]]
    known: int

    def named(self, locale: Locale) -> "list[tuple[PaperGuest, str]]":
        """Guests who agreed, with what they eat, in words."""
        found = []
        for guest in sorted(self.visit.guests, key=by_name(self.visit, locale)):
            diet, other, agreed = self.kitchen.get(guest.id, ("", "", False))
            words = [*diets.labels(locale, diet), *diets.labels(locale, other, diets.Allergen)]
            if agreed and words:
                found.append((guest, ", ".join(words)))
        return found


class CateringCounts(VisitPaper[CateringOptions, Meals]):
    """Numbers for the kitchen."""

    code: ClassVar[str] = "catering-counts"
    title: ClassVar[str] = N_("Numbers for the kitchen")
    about: ClassVar[str] = N_("How many people sit down to each meal, and how many eat what")
    options: ClassVar[type[Options]] = CateringOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: CateringOptions, scope: Scope, locale: Locale) -> Meals:
        """The meals of the programme with their numbers."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_care import kitchen
        from hospes.queries.programme import programme

        visit = paper_visit(connection, scope.visit)
        found = programme(connection, visit.id, locale.language)
        items = [item for item in found.items if options.every or item.meal is not Meal.NONE]
        return Meals(visit, tuple(items), kitchen(connection, visit.id) if options.names else {}, found.known)

    def build(self, data: Meals, options: CateringOptions, kit: "Kit") -> "Document":
        """Draw a section for each day."""
        tongues = kit.tongues
        people = tongues.ntext("counted from one person", "counted from {n} people", data.known)
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, people),
            confidential=destroy(tongues) if options.names else NO_WORDS,
        )
        columns = [
            Column(tongues.text("Time"), whole=True, grow=0.2),
            Column(tongues.text("Meal"), strong=True),
            Column(tongues.text("Guests"), Align.RIGHT, grow=0.2),
            Column(tongues.text("Hosts"), Align.RIGHT, grow=0.2),
            Column(tongues.text("People"), Align.RIGHT, strong=True, grow=0.2),
            Column(tongues.text("Of these")),
        ]
        sections: list[Section] = []
        for day in dict.fromkeys(item.on for item in data.items):
            rows = [_row(item, kit) for item in data.items if item.on == day]
            sections.append(Section(rows, _day(day, kit)))
        empty = tongues.text("No meal is in the programme yet.").joined()
        flow.list(Listing(columns, sections, "", empty))
        if options.names:
            _names(flow, data, kit)
        return kit.finish()

    def table(self, data: Meals, options: CateringOptions, locale: Locale) -> Table:
        """A row for each meal, a column for each diet that occurs."""
        codes = list(dict.fromkeys(code for item in data.items for code in item.count.by_diet))
        order = [*(diet.value for diet in diets.Diet), OTHER]
        codes.sort(key=order.index)
        headings = [
            N_("Day"), N_("Begins"), N_("Meal"), N_("What"), N_("Where"), N_("Guests"), N_("Hosts"),
            N_("People"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for item in data.items:
            words = _words(item, Tongues(locale))
            rows.append([
                item.on, clock_words(item.starts, None, item.time_words, locale), _meal(item, locale),
                words[0], words[1], item.count.guests, item.count.hosts, item.count.all,
                *(item.count.by_diet.get(code, 0) for code in codes),
            ])  # fmt: skip
        names = [locale.text(heading) for heading in headings]
        return Table(locale.text(self.title), [*names, *(diet_word(code, locale) for code in codes)], rows)


def diet_word(code: str, locale: Locale) -> str:
    """A diet in words; what has no code is counted together."""
    return locale.text("Other diets") if code == OTHER else diets.labels(locale, code)[0]


def diet_counts(count: MealCount, locale: Locale) -> str:
    """`3 × vegetarian, 1 × vegan`."""
    parts: list[str] = []
    for code, n in count.by_diet.items():
        word = diet_word(code, locale)
        parts.append(f"{locale.number(n)} × {word[:1].lower()}{word[1:]}")
    return ", ".join(parts)


def _day(day: "date", kit: "Kit") -> Pair:
    return day_heading(day, kit.tongues)


def _meal(item: "Item", locale: Locale) -> str:
    return locale.label(item.meal) if item.meal is not Meal.NONE else ""


def _words(item: "Item", tongues: Tongues) -> tuple[str, str]:
    """Title and place in the first language they are written in, else in another one there is."""
    languages = [one.language for one in (tongues.first, tongues.second) if one is not None]
    spoken = next((one for one in languages if item.words(one).title), languages[0])
    place = item.words(spoken).place or next((w.place for w in item.texts.values() if w.place), "")
    return item.title(spoken), place


def _row(item: "Item", kit: "Kit") -> list[Cell]:
    locale, tongues = kit.locale, kit.tongues
    title, place = _words(item, tongues)
    meal = tongues.each(lambda one: _meal(item, one)).joined(" / ")
    first = meal or title
    second = ", ".join(part for part in (title if meal else "", place) if part)
    return [
        clock_words(item.starts, None, item.time_words, locale),
        (first, second) if second else first,
        locale.number(item.count.guests),
        locale.number(item.count.hosts),
        locale.number(item.count.all),
        tongues.each(lambda one: diet_counts(item.count, one)).joined("\n"),
    ]


def _names(flow: "Flow", data: Meals, kit: "Kit") -> None:
    tongues = kit.tongues
    named = data.named(kit.locale)
    rows: list[list[Cell]] = [[listed(guest.name, data.visit, kit.locale), words] for guest, words in named]
    flow.section(tongues.text("Names with their diets"))
    columns = [Column(tongues.text("Guest"), strong=True), Column(tongues.text("Diet"))]
    empty = tongues.text("Nobody with a special diet agreed to be named.").joined()
    flow.list(Listing(columns, [Section(rows)] if rows else [], "", empty))
