# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's data sheet (domain 6, paper 2): all that is kept on one person, readable for them.

It is the cover of the extract everybody may ask for (Art. 15 GDPR). Blocks without anything are left out;
health notes stand on it only where somebody asks for them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import ContactKind, Function, Gender, PaymentMethod, PaymentPurpose
from hospes.domain.errors import UserError
from hospes.domain.names import display_name, for_reader, full_name, with_script
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.tongues import DOT, Pair
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.people import address_cell, day_in_list, functions, phone, readers, text_of

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.paper_person import MembershipPast, PersonSheet, Span, VisitPast


@dataclass(frozen=True, kw_only=True)
class PersonSheetOptions(SheetOptions):
    """What stands on the sheet beside everything else."""

    notes: bool = tick(N_("Notes"), True, personal=True)
    health: bool = tick(N_("Health notes"), personal=True)
    others: bool = tick(N_("Names of other people"), True, personal=True)


@dataclass(frozen=True, slots=True)
class SheetData:
    """A person with the country of home and readers."""

    sheet: "PersonSheet"
    home: str
    readers: str
    options: PersonSheetOptions


class PersonDataSheet(Paper[PersonSheetOptions, SheetData]):
    """The data sheet."""

    code: ClassVar[str] = "person-sheet"
    title: ClassVar[str] = N_("Data sheet")
    about: ClassVar[str] = N_("All that is kept on one person")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PERSON
    options: ClassVar[type[Options]] = PersonSheetOptions

    def reader_language(self, connection: "Connection", scope: Scope) -> str:
        """The person's own language."""
        from hospes.queries.paper_people import paper_people

        found = paper_people(connection, [scope.person], scope.today, "en") if scope.person else []
        return found[0].language if found else ""

    def data(
        self, connection: "Connection", options: PersonSheetOptions, scope: Scope, locale: Locale
    ) -> SheetData:
        """Everything on the person of the scope. Raises UserError if there is none."""
        from hospes.queries.association import association
        from hospes.queries.paper_person import person_sheet

        if scope.person is None:
            raise UserError("Say whose data sheet it is to be.", code="person-needed")
        own = association(connection)
        sheet = person_sheet(connection, scope.person, scope.today, locale.code, with_health=options.health)
        if not options.others:
            from hospes.queries.extract import others_marks

            sheet = _alone(sheet, others_marks(connection, scope.person, scope.today).taken_out)
        return SheetData(sheet, own.country, readers(own, locale), options)

    def build(self, data: SheetData, options: PersonSheetOptions, kit: "Kit") -> "Document":
        """Draw the blocks that have something in them."""
        tongues, locale, person = kit.tongues, kit.locale, data.sheet.person
        name = with_script(person.name, locale.code)
        parts = [functions(person, locale), person.class_name]
        if person.membership and person.membership.number:
            parts.insert(0, locale.text("Member no. {number}", number=person.membership.number))
        flow = kit.flow(
            Pair(name),
            lead=tongues.text(self.title).joined(),
            grey=DOT.join(part for part in parts if part),
            about=tongues.each(
                lambda each: each.text(
                    "All that is kept on {name}, {date}", name=name, date=each.date(kit.today, "long")
                )
            ),
            confidential=tongues.text("Confidential"),
        )
        for title, facts in _Blocks(data, tongues).all():
            if facts:
                flow.section(title)
                flow.facts(facts)
        return kit.finish()


def _alone(sheet: "PersonSheet", taken_out: Callable[[str], str]) -> "PersonSheet":
    """The sheet as it may be handed out: about the person and nobody else."""
    household = sheet.person.household
    return replace(
        sheet,
        person=replace(sheet.person, household=None) if household is not None else sheet.person,
        housemates=(),
        guardians=(),
        minors=(),
        visits=tuple(replace(visit, stayed_with="") for visit in sheet.visits),
        payments=tuple((*payment[:4], taken_out(payment[4])) for payment in sheet.payments),
        notes=tuple((on, kind, taken_out(words)) for on, kind, words in sheet.notes),
        own_fields=tuple((name, taken_out(value)) for name, value in sheet.own_fields),
        documents=tuple((on, taken_out(name)) for on, name in sheet.documents),
        health=tuple((kind, taken_out(words), until) for kind, words, until in sheet.health),
    )


class _Blocks:
    """The blocks of a sheet in words."""

    def __init__(self, data: SheetData, tongues: "Tongues") -> None:
        self.data, self.sheet = data, data.sheet
        self.tongues, self.locale = tongues, tongues.first

    def all(self) -> Iterator[tuple[Pair, list[Fact]]]:
        """Title and facts of each block, in the order of the sheet."""
        text = self.tongues.text
        yield text("Person"), self._person()
        yield text("How to reach them"), self._reach()
        yield text("Household"), self._household()
        yield text("Membership"), [fact for past in self.sheet.memberships for fact in self._membership(past)]
        yield text("Dues and payments"), self._money()
        yield text("Functions"), self._offices()
        yield text("Visits"), [self._visit(visit) for visit in self.sheet.visits]
        yield text("Agreements"), self._consents()
        yield text("Guardians and emergencies"), self._guardians()
        yield text("Notes and own fields"), self._notes()
        yield text("Health"), self._health()

    def _fact(self, msgid: str, value: str, second: str = "") -> list[Fact]:
        """A fact if there is anything to tell. `msgid` is marked for translation where it is written."""
        return [Fact(self.tongues.each(lambda locale: locale.text(msgid)), value, second)] if value else []

    def _person(self) -> list[Fact]:
        name, core, locale = self.sheet.person.name, self.sheet.core, self.locale
        spoken = (
            f"{locale.language_name(code)} ({locale.label(level)})" for code, level in self.sheet.languages
        )
        born = DOT.join(part for part in (self._day(self.sheet.person.birth), core.birth_place) if part)
        gender = "" if name.gender is Gender.UNKNOWN else locale.label(name.gender)
        wished = locale.language_name(core.preferred_language) if core.preferred_language else ""
        return [
            *self._fact(N_("Full name"), full_name(name)),
            *self._fact(N_("Name in own letters"), name.script_name),
            *self._fact(N_("Called"), name.nickname),
            *self._fact(N_("Name at birth"), name.birth_surname),
            *self._fact(N_("Salutation as"), gender),
            *self._fact(N_("Born"), born),
            *self._fact(N_("Died"), self._day(core.died)),
            *self._fact(N_("Profession"), core.profession),
            *self._fact(N_("Interests"), _listed(core.interests)),
            *self._fact(N_("Speaks"), ", ".join(spoken)),
            *self._fact(N_("Letters in"), wished),
            *self._fact(N_("Tags"), ", ".join(self.sheet.tags)),
        ]

    def _reach(self) -> list[Fact]:
        facts: list[Fact] = []
        for reach in self.sheet.person.reaches:
            phones = reach.kind in {ContactKind.PHONE, ContactKind.MOBILE}
            value = phone(reach, self.locale, self.data.readers) if phones else reach.value
            kept_off = "" if reach.on_lists else self.locale.text("Not on lists")
            facts.append(Fact(self.tongues.label(reach.kind), value, kept_off))
        for address, span in self.sheet.addresses:
            where = text_of(address_cell(address, self.data.home, self.locale))
            facts.append(Fact(self.tongues.label(address.kind), where, self._span(span)))
        if self.sheet.core.by_email:
            facts += self._fact(N_("Post"), self.locale.text("By e-mail where possible"))
        return facts

    def _household(self) -> list[Fact]:
        home = self.sheet.person.household
        if home is None:
            return []
        others = ", ".join(
            f"{display_name(for_reader(name, self.locale.code))} ({self.locale.label(relation)})"
            for name, relation in self.sheet.housemates
        )
        return [*self._fact(N_("Household"), home.name), *self._fact(N_("Lives with"), others)]

    def _membership(self, past: "MembershipPast") -> list[Fact]:
        locale = self.locale
        reason = locale.label(past.reason) if past.reason else ""
        facts = [
            *self._fact(N_("Member no."), past.number),
            *self._fact(
                N_("Joined"), self._day(past.joined), locale.text("Founding member") if past.founding else ""
            ),
            *self._fact(N_("Left"), locale.date(past.left_on, "long"), reason),
        ]
        for name, span in past.classes:
            facts += self._fact(N_("Class"), name, self._span(span))
        return facts

    def _money(self) -> list[Fact]:
        locale, sheet = self.locale, self.sheet
        facts: list[Fact] = []
        for dues in sheet.dues:
            if dues.waived:
                told = locale.text("waived")
            else:
                told = locale.text("{owed}, paid {paid}", owed=dues.owed, paid=dues.paid)
            facts.append(Fact(self.tongues.text("Dues {year}", year=str(dues.year)), told))
        facts += [self._payment(*payment) for payment in sheet.payments]
        for issued, number, kind, cancelled in sheet.receipts:
            told = locale.text("No. {number} of {date}", number=number, date=locale.date(issued, "long"))
            ended = (
                locale.text("cancelled on {date}", date=locale.date(cancelled, "long")) if cancelled else ""
            )
            facts.append(Fact(self.tongues.label(kind), told, ended))
        for reference, iban, signed, state in sheet.mandates:
            told = DOT.join(part for part in (reference, iban, locale.date(signed, "long")) if part)
            facts += self._fact(N_("Direct debit mandate"), told, locale.label(state))
        return facts

    def _payment(
        self, on: date, amount: Money, method: PaymentMethod, purpose: PaymentPurpose, words: str
    ) -> Fact:
        told = f"{self.locale.money(amount)}{DOT}{self.locale.date(on, 'long')}"
        return Fact(
            self.tongues.label(purpose), told, DOT.join(x for x in (self.locale.label(method), words) if x)
        )

    def _offices(self) -> list[Fact]:
        return [
            Fact(Pair(title) if title else self._role(function), organisation, self._span(span))
            for function, title, organisation, span in self.sheet.offices
        ]

    def _role(self, function: Function) -> Pair:
        gender = self.sheet.person.name.gender.value
        return self.tongues.each(lambda locale: locale.role(function, gender))

    def _visit(self, visit: "VisitPast") -> Fact:
        locale = self.locale
        parts = [locale.label(part) for part in (visit.kind, visit.state) if part is not None]
        if visit.stayed_with:
            parts.append(locale.text("stayed with {household}", household=visit.stayed_with))
        if visit.guests:
            parts.append(locale.ntext("host of one guest", "host of {n} guests", visit.guests))
        title = visit.title or locale.text("Visit")
        return Fact(Pair(self._span(visit.span)), title, DOT.join(parts))

    def _consents(self) -> list[Fact]:
        locale = self.locale
        facts = []
        for purpose, given, form, withdrawn in self.sheet.consents:
            told = f"{locale.date(given, 'long')}{DOT}{locale.label(form)}"
            ended = (
                locale.text("withdrawn on {date}", date=locale.date(withdrawn, "long")) if withdrawn else ""
            )
            facts.append(Fact(self.tongues.label(purpose), told, ended))
        return facts

    def _guardians(self) -> list[Fact]:
        sheet, code = self.sheet, self.locale.code
        facts = [
            Fact(self.tongues.label(kind), display_name(for_reader(name, code)))
            for name, kind in sheet.guardians
        ]
        for name, _ in sheet.minors:
            facts += self._fact(N_("Answers for"), display_name(for_reader(name, code)))
        for whom in sheet.emergency:
            facts += self._fact(N_("In an emergency"), DOT.join(part for part in whom if part))
        return facts

    def _notes(self) -> list[Fact]:
        sheet, locale = self.sheet, self.locale
        facts = [Fact(Pair(name), value) for name, value in sheet.own_fields]
        if self.data.options.notes:
            facts += [
                Fact(Pair(locale.date(on)), words, locale.label(kind)) for on, kind, words in sheet.notes
            ]
        facts += [Fact(self.tongues.text("Document"), name, locale.date(on)) for on, name in sheet.documents]
        return facts

    def _health(self) -> list[Fact]:
        locale = self.locale
        return [
            Fact(
                self.tongues.label(kind),
                words,
                locale.text("kept until {date}", date=locale.date(expires, "long")) if expires else "",
            )
            for kind, words, expires in self.sheet.health
        ]

    def _day(self, value: RoughDate | None) -> str:
        if value is None:
            return ""
        return self.locale.date(value.exact, "long") if value.exact else self.locale.rough(value)

    def _span(self, span: "Span") -> str:
        if isinstance(span.first, date) and isinstance(span.last, date):
            return self.locale.span(span.first, span.last)
        first, last = (_written(value, self.locale) for value in (span.first, span.last))
        if first and last:
            return f"{first} – {last}"
        if first:
            return self.locale.text("since {date}", date=first)
        return self.locale.text("until {date}", date=last) if last else ""


def _written(value: date | RoughDate | None, locale: Locale) -> str:
    return day_in_list(value, locale) if isinstance(value, RoughDate) else locale.date(value)


def _listed(text: str) -> str:
    return ", ".join(_trimmed(text.split(";")))


def _trimmed(parts: Iterable[str]) -> Iterator[str]:
    return (part.strip() for part in parts if part.strip())
