# SPDX-License-Identifier: GPL-3.0-or-later
"""The registration form of a guest (domain 2.3.1, 6 paper 16), blank or filled in with what is known.

Food, allergies, health and "not with" stay empty on a form that goes out: they are asked anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain import diets
from hospes.domain.codes import Code, ContactKind, Gender, LanguageLevel
from hospes.domain.codes_visit import BedWish, GroupRule, Smoking
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.form import Form, Ticked
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, day, tick
from hospes.papers.participants_list import split_name
from hospes.papers.privacy_notices import privacy_notices
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    VisitPaper,
    by_name,
    called,
    dial,
    place_line,
    spoken_words,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit
    from hospes.queries.paper_visit_forms import StayAnswers
    from hospes.queries.privacy import PrivacyTexts


@dataclass(frozen=True, kw_only=True)
class GuestFormOptions(SheetOptions):
    """Blank or filled in, and until when it is wanted back."""

    filled: bool = tick(N_("Filled in, one for each guest"))
    minors: bool = tick(N_("Questions about minors"), True)
    back_by: "date | None" = day(N_("To be sent back by"))


@dataclass(frozen=True, slots=True)
class GuestForms:
    """The guests whose forms are filled in; nobody: a blank form."""

    visit: "PaperVisit"
    guests: tuple["PaperGuest", ...]
    answers: Mapping[UUID, "StayAnswers"]
    wishes: Mapping[UUID, tuple[str, ...]]
    privacy: "PrivacyTexts"


class RegistrationFormGuest(VisitPaper[GuestFormOptions, GuestForms]):
    """The registration form of a guest."""

    code: ClassVar[str] = "registration-form-guest"
    title: ClassVar[str] = N_("Form for guests")
    about: ClassVar[str] = N_("All questions for somebody who travels, blank or filled in")
    options: ClassVar[type[Options]] = GuestFormOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: GuestFormOptions, scope: Scope, locale: Locale
    ) -> GuestForms:
        """The guests, if the forms are to be filled in."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_forms import stay_answers, wished
        from hospes.queries.privacy import privacy_texts

        visit, privacy = paper_visit(connection, scope.visit), privacy_texts(connection)
        if not options.filled:
            return GuestForms(visit, (), {}, {}, privacy)
        guests = [
            guest
            for guest in sorted(visit.guests, key=by_name(visit, locale))
            if guest.visiting and scope.person in {None, guest.person_id}
        ]
        ids = [guest.id for guest in guests]
        return GuestForms(
            visit, tuple(guests), stay_answers(connection, ids), wished(connection, ids), privacy
        )

    def build(self, data: GuestForms, options: GuestFormOptions, kit: "Kit") -> "Document":
        """Draw a form for each guest, or a blank one."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(2 * max(1, len(data.guests)))
        if not data.guests:
            _GuestForm(data, options, kit.letter(kit.locale), None).draw()
        for at, guest in enumerate(data.guests):
            book.step(at, len(data.guests))
            own = guest.language if guest.language and not options.language else kit.locale.code
            _GuestForm(data, options, kit.letter(Locale.of(own)), guest).draw()
        return kit.finish()


def yes_no(tongues: Tongues, value: bool | None = None) -> list[Ticked]:
    """Two boxes."""
    return [(tongues.text("yes"), value is True), (tongues.text("no"), value is False)]


def codes(tongues: Tongues, kind: type[Code], chosen: object = None) -> list[Ticked]:
    """A box for each code."""
    return [(tongues.label(code), code is chosen) for code in kind]


def back_by(options_day: "date | None", kit: "Kit") -> Pair:
    """The foot: until when the form is wanted."""
    if options_day is None:
        return Pair("")
    return kit.tongues.each(
        lambda locale: locale.text("Send this form back by {date}.", date=locale.date(options_day, "long"))
    )


class _GuestForm:
    """One form being drawn."""

    def __init__(
        self, data: GuestForms, options: GuestFormOptions, kit: "Kit", guest: "PaperGuest | None"
    ) -> None:
        self.visit, self.options, self.kit, self.guest = data.visit, options, kit, guest
        self.privacy = data.privacy
        self.tongues, self.locale = kit.tongues, kit.locale
        self.answers = data.answers.get(guest.id) if guest else None
        self.wishes = data.wishes.get(guest.id, ()) if guest else ()
        self.group = [
            called(one.name, self.locale)
            for one in data.visit.guests
            if guest and guest.group_id is not None and one.group_id == guest.group_id and one.id != guest.id
        ]

    def draw(self) -> None:
        """Ask everything."""
        text, kit = self.tongues.text, self.kit
        flow = kit.flow(
            text(RegistrationFormGuest.title),
            lead=visit_lead(self.visit, self.tongues),
            grey=visit_when(self.visit, self.tongues),
            about=back_by(self.options.back_by, kit),
        )
        form = Form(flow)
        self._person(form)
        self._journey(form)
        self._stay(form)
        self._care(form)
        if self.options.minors:
            self._minors(form)
        self._agreements(form)
        labels = [text("Place and day"), text("Signature")]
        if self.options.minors:
            labels.append(text("Signature of the parents, for minors"))
        flow.signatures(labels)

    def _person(self, form: Form) -> None:
        text, guest, visit, locale = self.tongues.text, self.guest, self.visit, self.locale
        surname, given = split_name(guest, visit, locale) if guest else ("", "")
        address = guest.address if guest else None
        birth = guest.birth if guest else None
        form.heading(text("About you"))
        form.line(text("Last name"), surname)
        form.line(text("First name"), given)
        born = "" if birth is None else (locale.date(birth.exact) if birth.exact else locale.rough(birth))
        form.line(text("Date of birth"), born)
        genders = [code for code in Gender if code is not Gender.UNKNOWN]
        form.boxes(
            text("Sex"),
            [(self.tongues.label(code), guest is not None and guest.name.gender is code) for code in genders],
            text("You may leave it open."),
        )
        street = joined(address.street, address.extra) if address else ""
        form.line(text("Street"), street)
        country = locale.country(address.country) if address and address.country else ""
        form.line(text("Postcode, town, country"), ", ".join(p for p in (place_line(address), country) if p))
        form.line(text("Mobile on the journey"), self._reach(ContactKind.MOBILE))
        form.line(text("Phone"), self._reach(ContactKind.PHONE))
        form.line(text("E-mail"), self._reach(ContactKind.EMAIL))
        form.line(text("Languages you speak, and how well"),
                  spoken_words(guest.spoken, locale, levels=True) if guest else "",
                  hint=self._levels())  # fmt: skip
        form.line(text("Profession, interests, clubs"), guest.profession if guest else "")

    def _reach(self, kind: ContactKind) -> str:
        found = self.guest.reach(kind) if self.guest else None
        if found is None or found.kind is ContactKind.EMAIL:
            return found.value if found else ""
        return dial(found, self.visit, self.locale)

    def _levels(self) -> Pair:
        levels = [level for level in LanguageLevel if level is not LanguageLevel.NONE]
        return self.tongues.each(lambda locale: ", ".join(locale.label(level) for level in levels))

    def _journey(self, form: Form) -> None:
        text, guest = self.tongues.text, self.guest
        form.heading(text("The journey"))
        form.boxes(text("First visit"), yes_no(self.tongues, guest.first_visit if guest else None))
        form.line(text("I travel with"), ", ".join(self.group))
        rule = guest.group_rule if guest and self.group else None
        form.boxes(text("We would like"), codes(self.tongues, GroupRule, rule))
        own = guest if guest and guest.own_days else None
        form.line(
            text("Arrival, if not with the group"), self.locale.date(own.arrival, "long") if own else ""
        )
        form.line(
            text("Departure, if not with the group"), self.locale.date(own.departure, "long") if own else ""
        )

    def _stay(self, form: Form) -> None:
        text, tongues, known = self.tongues.text, self.tongues, self.answers
        form.heading(text("Where you stay"))
        form.boxes(text("Bed"), codes(tongues, BedWish, known.bed if known else None))
        form.boxes(text("A sofa bed is all right"), yes_no(tongues, known.sofa_ok if known else None))
        form.boxes(text("I smoke"), codes(tongues, Smoking, known.smoking if known else None))
        form.boxes(text("I mind smoke in the home"), yes_no(tongues, known.minds_smoke if known else None))
        stairs = ""
        if known is not None and (known.step_free or known.max_stairs is not None):
            stairs = tongues.first.number(0 if known.step_free else known.max_stairs or 0)
        form.line(text("Steps I can climb"), stairs, hint=text("0: I need a home without steps."))
        form.boxes(
            text("I need rides in the host's car"), yes_no(tongues, known.needs_lift if known else None)
        )
        form.boxes(text("I prefer a hotel and pay for it"), yes_no(tongues, known.hotel if known else None))
        form.boxes(
            text("I may stay in two homes, one after the other"),
            yes_no(tongues, known.split_stay_ok if known else None),
        )
        form.line(text("I would like to stay with"), ", ".join(self.wishes))
        form.line(text("Not with"), hint=text("Only the organisers read this."))

    def _care(self, form: Form) -> None:
        text, tongues = self.tongues.text, self.tongues
        form.heading(text("Food and health"))
        form.boxes(text("I eat"), codes(tongues, diets.Diet))
        form.boxes(text("Animals that make me ill"), codes(tongues, diets.Animal))
        form.boxes(text("Animals I am afraid of"), codes(tongues, diets.Animal))
        form.line(text("Other allergies, medicines"))
        form.line(
            text("What those in charge should know"), lines=2, hint=text("Only those in charge read this.")
        )
        form.line(text("In an emergency call"), hint=text("Name, relation, phone"))

    def _minors(self, form: Form) -> None:
        text = self.tongues.text
        form.heading(text("For minors: to be filled in by the parents"))
        form.line(text("Names of the parents"))
        form.line(text("Where the parents can be reached"))
        form.boxes(text("May swim"), yes_no(self.tongues))
        form.boxes(text("May go out in a group of three or more"), yes_no(self.tongues))
        form.boxes(text("A doctor may treat my child in an emergency"), yes_no(self.tongues))

    def _agreements(self, form: Form) -> None:
        text, known = self.tongues.text, self.answers
        form.heading(text("I agree"))
        form.agree(
            text("My host may know my name, age, address, phone, diet and allergies."),
            bool(known and known.consent_host),
        )
        form.agree(
            text("The organisers may keep what I wrote on food and health until a month after the visit.")
        )
        form.agree(
            text("Photos of the visit with me may be printed by the associations."),
            bool(known and known.consent_photo),
        )
        form.agree(text("Photos of the visit with me may be shown on the internet."))
        form.flow.para(
            text("Each agreement is voluntary and can be withdrawn at any time.").joined(), self.kit.type.foot
        )
        for words in privacy_notices(self.privacy, self.tongues):
            form.flow.para(words, self.kit.type.foot)
