# SPDX-License-Identifier: GPL-3.0-or-later
"""The form for those who host (domain 2.3.2, 6 paper 16), blank or filled in with what is known.

"Not with" stays empty on a form that goes out; it is asked anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final
from uuid import UUID

from hospes.domain import diets
from hospes.domain.codes import ContactKind
from hospes.domain.codes_visit import BedKind, OfferKind, Smoking
from hospes.domain.values import DateSpan
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.form import Form, Ticked
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import wrap
from hospes.papers.options import Options, SheetOptions, day, tick
from hospes.papers.privacy_notices import privacy_notices
from hospes.papers.registration_form_guest import back_by, codes, yes_no
from hospes.papers.visit_paper import (
    VisitPaper,
    called,
    dial,
    hosts_by_name,
    place_line,
    spoken_words,
    street_line,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_forms import OfferAnswers
    from hospes.queries.paper_visit_hosts import PaperHost
    from hospes.queries.privacy import PrivacyTexts

ACCEPTS: Final = {
    "man": N_("A man"),
    "woman": N_("A woman"),
    "couple": N_("A couple"),
    "family": N_("A family"),
    "minor": N_("Young people under 18"),
}
"""Whom a home can take, by the words the file keeps."""

TO_SIGN = 30 * MM
"""Room for the lines to sign on, with what they are for in two languages."""

AGREEMENTS = 36 * MM
"""What is agreed to, with its heading and the sentence beneath, in two languages."""


@dataclass(frozen=True, kw_only=True)
class HostFormOptions(SheetOptions):
    """Blank or filled in, and until when it is wanted back."""

    filled: bool = tick(N_("Filled in, one for each home"))
    back_by: "date | None" = day(N_("To be sent back by"))


@dataclass(frozen=True, slots=True)
class HostForms:
    """The homes whose forms are filled in; none: a blank form."""

    visit: "PaperVisit"
    hosts: tuple["PaperHost", ...]
    answers: Mapping[UUID, "OfferAnswers"]
    privacy: "PrivacyTexts"


class RegistrationFormHost(VisitPaper[HostFormOptions, HostForms]):
    """The form for those who host."""

    code: ClassVar[str] = "registration-form-host"
    title: ClassVar[str] = N_("Form for hosts")
    about: ClassVar[str] = N_("All questions for somebody who takes guests, blank or filled in")
    options: ClassVar[type[Options]] = HostFormOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HostFormOptions, scope: Scope, locale: Locale
    ) -> HostForms:
        """The homes, if the forms are to be filled in."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_forms import offer_answers
        from hospes.queries.paper_visit_hosts import paper_hosts
        from hospes.queries.privacy import privacy_texts

        visit, privacy = paper_visit(connection, scope.visit), privacy_texts(connection)
        if not options.filled:
            return HostForms(visit, (), {}, privacy)
        hosts = [
            host
            for host in sorted(paper_hosts(connection, visit.id, scope.today), key=hosts_by_name(locale))
            if scope.person is None or any(one.id == scope.person for one in host.people)
        ]
        answers = offer_answers(connection, [host.id for host in hosts])
        return HostForms(visit, tuple(hosts), answers, privacy)

    def build(self, data: HostForms, options: HostFormOptions, kit: "Kit") -> "Document":
        """Draw a form for each home, or a blank one."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(2 * max(1, len(data.hosts)))
        if not data.hosts:
            _HostForm(data, options, kit.letter(kit.locale), None).draw()
        for at, host in enumerate(data.hosts):
            book.step(at, len(data.hosts))
            own = host.language if host.language and not options.language else kit.locale.code
            _HostForm(data, options, kit.letter(Locale.of(own)), host).draw()
        return kit.finish()


class _HostForm:
    """One form being drawn."""

    def __init__(
        self, data: HostForms, options: HostFormOptions, kit: "Kit", host: "PaperHost | None"
    ) -> None:
        self.visit, self.options, self.kit, self.host = data.visit, options, kit, host
        self.privacy = data.privacy
        self.tongues, self.locale = kit.tongues, kit.locale
        self.answers = data.answers.get(host.id) if host else None

    def draw(self) -> None:
        """Ask everything."""
        text = self.tongues.text
        flow = self.kit.flow(
            text(RegistrationFormHost.title),
            lead=visit_lead(self.visit, self.tongues),
            grey=visit_when(self.visit, self.tongues),
            about=back_by(self.options.back_by, self.kit),
        )
        form = Form(flow)
        self._home(form)
        self._rooms(form, flow)
        self._guests(form)
        self._life(form)
        if len(self.tongues.codes) > 1:
            # What is agreed to, the notice and the line to sign on stay on one sheet.
            flow.need(AGREEMENTS + self._notice_height(flow) + TO_SIGN)
        form.heading(text("I agree"))
        form.agree(
            text("My guests may know our names, address, phone, languages and animals before they come.")
        )
        form.agree(text("Photos of the visit with me may be printed by the associations."))
        form.flow.para(
            text("Each agreement is voluntary and can be withdrawn at any time.").joined(), self.kit.type.foot
        )
        for words in privacy_notices(self.privacy, self.tongues):
            form.flow.para(words, self.kit.type.foot)
        flow.signatures([text("Place and day"), text("Signature")])

    def _notice_height(self, flow: "Flow") -> float:
        foot = self.kit.type.foot
        notices = [wrap(words, foot, flow.width) for words in privacy_notices(self.privacy, self.tongues)]
        return sum(len(lines) * foot.leading + 1.5 * MM for lines in notices)

    def _home(self, form: Form) -> None:
        text, host, locale = self.tongues.text, self.host, self.locale
        address = host.address if host else None
        form.heading(text("Your home"))
        form.line(text("Household"), host.name if host else "")
        where = (street_line(address), place_line(address))
        form.line(text("Address"), ", ".join(part for part in where if part))
        form.line(text("Mobile on the day of arrival"), self._reach(ContactKind.MOBILE))
        form.line(text("Phone"), self._reach(ContactKind.PHONE))
        form.line(text("E-mail"), self._reach(ContactKind.EMAIL))
        form.line(text("Who lives here, with ages of children"), self._people(), lines=2)
        form.line(
            text("Languages you speak, and how well"),
            spoken_words(host.spoken, locale, levels=True) if host else "",
        )

    def _reach(self, kind: ContactKind) -> str:
        found = self.host.reach(kind) if self.host else None
        if found is None:
            return ""
        return found.value if kind is ContactKind.EMAIL else dial(found, self.visit, self.locale)

    def _people(self) -> str:
        if self.host is None:
            return ""
        names = []
        for one in self.host.people:
            age = one.birth.age_on(self.visit.first) if one.birth and self.visit.first else None
            name = called(one.name, self.locale)
            young = age is not None and age < 18
            names.append(self.locale.text("{name} ({age})", name=name, age=age) if young else name)
        return ", ".join(names)

    def _rooms(self, form: Form, flow: "Flow") -> None:
        """The rooms as a table: what is known, and empty rows."""
        text = self.tongues.text
        form.heading(text("Rooms and beds"))
        form.number += 1
        number = form.number
        columns = [Column(Pair(*(f"{number}  {word}" for word in text("Room") if word)), least=40)]
        columns += [Column(self.tongues.label(kind), Align.CENTRE, grow=0.5) for kind in BedKind]
        rooms: dict[str, dict[BedKind, int]] = {}
        for bed in self.host.beds if self.host else ():
            kinds = rooms.setdefault(bed.room, {})
            kinds[bed.kind] = kinds.get(bed.kind, 0) + 1
        rows: list[list[Cell]] = [
            [name, *(str(kinds[kind]) if kind in kinds else "" for kind in BedKind)]
            for name, kinds in rooms.items()
        ]
        rows += [[""] * (1 + len(BedKind)) for _ in range(max(1, 3 - len(rows)))]
        flow.list(Listing(columns, [Section(rows)], row_least=8))

    def _guests(self, form: Form) -> None:
        text, tongues, host = self.tongues.text, self.tongues, self.host
        form.heading(text("Your guests"))
        most = str(host.max_guests) if host and host.max_guests is not None else ""
        form.line(text("Guests at most"), most)
        nights = self._nights()
        if nights:
            form.boxes(text("Free on the nights"), nights)
        form.boxes(text("I can be"), codes(tongues, OfferKind, host.kind if host else None))
        accepted = diets.parts(self.answers.accepts) if self.answers else ()
        form.boxes(
            text("Welcome are"), [(self._accepts(words), code in accepted) for code, words in ACCEPTS.items()]
        )
        form.line(text("I would like to have"), hint=text("A guest, or the same as last time"))
        form.line(text("Not with"), hint=text("Only the organisers read this."))

    def _accepts(self, msgid: str) -> Pair:
        return self.tongues.each(lambda locale: locale.text(msgid))

    def _nights(self) -> list[Ticked]:
        first, last = self.visit.first, self.visit.last
        if first is None or last is None or last <= first:
            return []
        offered = self.host.nights if self.host else ()
        return [(self._day(night), night in offered) for night in DateSpan(first, last).nights()]

    def _day(self, on: "date") -> Pair:
        return self.tongues.each(lambda locale: locale.date(on, "weekday_short"))

    def _life(self, form: Form) -> None:
        text, tongues, host = self.tongues.text, self.tongues, self.host
        form.heading(text("Daily life"))
        animals = [
            (tongues.label(diets.Animal.CAT), bool(host and host.cats)),
            (tongues.label(diets.Animal.DOG), bool(host and host.dogs)),
        ]
        form.boxes(text("Animals in the home"), [*animals, (text("None"), bool(host) and _no_pets(host))])
        form.line(text("Other animals"), host.other_pets if host else "")
        form.boxes(text("Smoking in the home"), codes(tongues, Smoking, host.smoking if host else None))
        form.line(text("Steps up to the guest's room"), _number(host.stairs if host else None))
        form.boxes(
            text("Without steps, with a bathroom on the same floor"),
            yes_no(tongues, host.step_free if host else None),
        )
        form.line(text("Free seats in the car"), _number(host.car_seats if host else None))
        kitchen = diets.parts(host.diets) if host else ()
        form.boxes(text("We can cook"), [(tongues.label(one), one.value in kitchen) for one in diets.Diet])
        form.line(text("Evenings without us"))
        form.line(text("Interests, clubs, profession"))
        form.line(text("What else we should know"), lines=2)


def _no_pets(host: "PaperHost | None") -> bool:
    return host is not None and host.cats is False and host.dogs is False and not host.other_pets


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
