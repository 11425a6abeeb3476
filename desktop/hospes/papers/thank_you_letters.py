# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of thanks after a visit (domain 6, paper 25) to those who hosted and helped, in their languages.

A letter names the guests somebody had; whoever has no address gets none, and the paper says so.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.addresses import address_lines
from hospes.domain.ages import OF_AGE
from hospes.domain.codes import Code, Formality
from hospes.domain.errors import Message
from hospes.domain.names import display_name, for_reader, joint_name
from hospes.domain.salutations import Salutation, joint_salutation, salutation
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Sent
from hospes.papers.hosting_list import read_plan
from hospes.papers.kit.ink import MM
from hospes.papers.options import Options, choice, text
from hospes.papers.people import postal
from hospes.papers.two_languages import Said, TwoLanguageOptions, reader_tongues, write
from hospes.papers.visit_paper import VisitPaper, by_name, called, hosts_by_name, visit_lead

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.person_name import PersonName
    from hospes.papers.hosting_list import HostingPlan
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_hosts import HostPerson, PaperHost
    from hospes.queries.person_facts import AddressLines


class Thanked(Code):
    """Who gets a letter."""

    ALL = "all", N_("Hosts and helpers")
    HOSTS = "hosts", N_("Hosts")
    HELPERS = "helpers", N_("Helpers")


@dataclass(frozen=True, kw_only=True)
class ThankYouOptions(TwoLanguageOptions):
    """To whom, and in which words."""

    whom: Thanked = choice(N_("Who gets one"), Thanked.ALL)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter."""

    names: tuple["PersonName", ...]
    envelope: str
    address: "AddressLines"
    language: str
    formality: Formality
    greeting: str
    """The salutation kept for them, if there is one."""
    guests: tuple["PersonName", ...]
    """Empty: a letter to somebody who helped."""


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters, and who gets none."""

    visit: "PaperVisit"
    letters: tuple[Letter, ...]
    without_address: int
    offers: tuple["UUID", ...] = ()
    """Of hosts who get a letter and were not thanked before; empty before the visit has begun."""
    people: tuple["UUID", ...] = ()
    """Everybody of the homes and helpers who get one, empty before the visit has begun."""
    helpers: tuple["UUID", ...] = ()
    """Those of them who helped."""
    what: str = ""
    """What the protocol book says of it, in the association's language."""
    occasion: str = ""


class ThankYouLetters(VisitPaper[ThankYouOptions, Letters]):
    """Letters of thanks."""

    code: ClassVar[str] = "thank-you-letters"
    title: ClassVar[str] = N_("Letters of thanks")
    about: ClassVar[str] = N_("To everybody who hosted or helped, each in their own language")
    options: ClassVar[type[Options]] = ThankYouOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ThankYouOptions, scope: Scope, locale: Locale
    ) -> Letters:
        """A letter for each home with guests and each helper who hosted nobody."""
        plan = read_plan(connection, scope, "hosting-list")
        letters: list[Letter | None] = []
        hosted = set()
        offers: list[UUID] = []
        begun = plan.visit.first is not None and plan.visit.first <= scope.today
        homes = _homes(connection, plan, scope, locale)
        for host, letter in homes:
            hosted |= {one.id for one in host.people}
            if options.whom is not Thanked.HELPERS:
                letters.append(letter)
                if begun and letter is not None and host.thanked_on is None:
                    offers.append(host.id)
        helped: list[UUID] = []
        if options.whom is not Thanked.HOSTS:
            for person, letter in _helpers(connection, plan, scope, locale):
                if person.id not in hosted:
                    letters.append(letter)
                    helped += [person.id] if begun and letter is not None else []
        thanked = [one.id for host, letter in homes if letter is not None for one in host.people]
        written = tuple(letter for letter in letters if letter is not None)
        ours = Locale.of(plan.visit.home_language or locale.code)
        return Letters(
            plan.visit,
            written,
            len(letters) - len(written),
            tuple(offers),
            (*(thanked if begun and options.whom is not Thanked.HELPERS else ()), *helped),
            tuple(helped),
            ours.text("Letter of thanks"),
            plan.visit.title(ours.language),
        )

    def build(self, data: Letters, options: ThankYouOptions, kit: "Kit") -> "Document":
        """Write the letters."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.letters)))
        for at, letter in enumerate(data.letters):
            book.step(at, len(data.letters))
            own = letter.language if letter.language and not options.language else kit.locale.code
            one = kit.letter_in(reader_tongues(own, data.visit.home_language, kit))
            _write(letter, data.visit, options, one)
        if not data.letters:
            flow = kit.letter(kit.locale).flow(
                kit.tongues.text(self.title), lead=visit_lead(data.visit, kit.tongues)
            )
            flow.para(kit.tongues.text("Nobody hosted or helped yet.").joined(), kit.type.grey)
        if data.without_address:
            n = data.without_address
            book.notes.append(Message("One person has no address.", many="{n} people have no address.", n=n))
        return kit.finish()

    def sent(self, data: Letters) -> Sent | None:
        """Hosts whose letter went out are marked as thanked; of helpers the protocol book keeps an entry."""
        from hospes.actions.courtesies import LettersOut

        if not data.people:
            return None
        act = LettersOut(data.visit.id, data.offers, data.people, data.helpers, data.what, data.occasion)
        n = len(data.offers)
        if n and not data.helpers:
            said = Message("{n} host is marked as thanked.", many="{n} hosts are marked as thanked.", n=n)
        else:
            said = Message(
                "{n} letter of thanks is written down.",
                many="{n} letters of thanks are written down.",
                n=len(data.letters),
            )
        return Sent(act, said)


def _homes(
    connection: "Connection", plan: "HostingPlan", scope: Scope, locale: Locale
) -> "list[tuple[PaperHost, Letter | None]]":
    from hospes.queries.paper_visit_thanks import home_texts

    stays = plan.by_host()
    hosts = [host for host in sorted(plan.hosts.values(), key=hosts_by_name(locale)) if host.id in stays]
    if scope.person is not None:
        hosts = [host for host in hosts if any(one.id == scope.person for one in host.people)]
    texts = home_texts(connection, [host.household_id for host in hosts])
    key = by_name(plan.visit, locale)
    found: list[tuple[PaperHost, Letter | None]] = []
    for host in hosts:
        guests = sorted({guest.id: guest for guest, _ in stays[host.id]}.values(), key=key)
        grown = [one for one in host.people if not _child(one, plan.visit)]
        language = host.language or plan.visit.home_language
        kept = texts.get((host.household_id, Locale.of(language).language), ("", ""))
        if host.address is None or not grown:
            found.append((host, None))
            continue
        friendly = all(one.formality is Formality.FRIENDLY for one in grown)
        reader = Locale.of(language)
        names = tuple(one.name for one in grown[:2])
        letter = Letter(
            names=names,
            envelope=kept[1] or joint_name([for_reader(name, reader.code) for name in names], reader),
            address=host.address,
            language=language,
            formality=Formality.FRIENDLY if friendly else Formality.FORMAL,
            greeting=kept[0],
            guests=tuple(guest.name for guest in guests),
        )
        found.append((host, letter))
    return found


def _helpers(
    connection: "Connection", plan: "HostingPlan", scope: Scope, locale: Locale
) -> "list[tuple[PaperPerson, Letter | None]]":
    from hospes.queries.paper_visit_thanks import helpers, person_salutations

    people = helpers(connection, plan.visit.id, scope.today, locale.code)
    if scope.person is not None:
        people = [person for person in people if person.id == scope.person]
    kept = person_salutations(connection, [person.id for person in people])
    found: list[tuple[PaperPerson, Letter | None]] = []
    for person in people:
        language = person.language or plan.visit.home_language
        if person.address is None:
            found.append((person, None))
            continue
        letter = Letter(
            names=(person.name,),
            envelope=display_name(for_reader(person.name, language)),
            address=person.address,
            language=language,
            formality=person.formality,
            greeting=kept.get((person.id, Locale.of(language).language), ""),
            guests=(),
        )
        found.append((person, letter))
    return found


def _child(one: "HostPerson", visit: "PaperVisit") -> bool:
    age = one.birth.age_on(visit.first) if one.birth and visit.first else None
    return age is not None and age < OF_AGE


def _write(letter: Letter, visit: "PaperVisit", options: ThankYouOptions, kit: "Kit") -> None:
    locale, second = kit.locale, kit.tongues.second
    own = options.words.strip()
    flow = kit.flow(
        kit.tongues.each(lambda reader: visit.title(reader.language) or reader.text("Thank you")),
        address=address_lines((letter.envelope,), postal(letter.address), locale, visit.home),
        window_right=visit.home == "FR",
    )
    flow.y += 4 * MM
    other = _said(letter, visit, second, "") if second is not None else None
    write(flow, _said(letter, visit, locale, own), other, options.two_ways, options.signed_by, kit)


def _said(letter: Letter, visit: "PaperVisit", locale: Locale, own: str) -> Said:
    """Salutation, paragraphs and closing in one language."""
    greeted = _greeting(letter, locale)
    paragraphs = _paragraphs(letter, visit, locale)
    first = paragraphs[0]
    paragraphs[0] = first if greeted.starts_lower else first[:1].upper() + first[1:]
    if own:
        paragraphs.insert(1, own)
    return Said((greeted.opening, *paragraphs), greeted.closing)


def _greeting(letter: Letter, locale: Locale) -> Salutation:
    kept = letter.greeting if locale.language == Locale.of(letter.language or locale.code).language else ""
    if len(letter.names) == 1:
        return salutation(letter.names[0], locale, formality=letter.formality, override=kept)
    return joint_salutation(letter.names, locale, formality=letter.formality, override=kept)


def _paragraphs(letter: Letter, visit: "PaperVisit", locale: Locale) -> list[str]:
    """The letter's own words; a first sentence begins with a small letter where the language wants it so."""
    title = visit.title(locale.language)
    when = locale.span(visit.first, visit.last)
    friendly = letter.formality is Formality.FRIENDLY
    context = "friendly letter" if friendly else "formal letter"
    if letter.guests:
        guests = locale.listing(called(name, locale) for name in letter.guests)
        if friendly:
            first = locale.ptext(
                "friendly letter",
                "thank you for taking {guests} into your home ({visit}, {when}).",
                guests=guests, visit=title, when=when,
            )  # fmt: skip
        else:
            first = locale.ptext(
                "formal letter",
                "thank you for taking {guests} into your home ({visit}, {when}).",
                guests=guests, visit=title, when=when,
            )  # fmt: skip
        return [first, _second(context, locale), _last(context, locale)]
    if friendly:
        helped = locale.ptext(
            "friendly letter", "thank you for all your help ({visit}, {when}).", visit=title, when=when
        )
    else:
        helped = locale.ptext(
            "formal letter", "thank you for all your help ({visit}, {when}).", visit=title, when=when
        )
    return [helped, _last(context, locale)]


def _second(context: str, locale: Locale) -> str:
    if context == "friendly letter":
        return locale.ptext(
            "friendly letter",
            "A twinning lives through people like you: at your table our guests became friends, and no "
            "programme could have given them that.",
        )
    return locale.ptext(
        "formal letter",
        "A twinning lives through people like you: at your table our guests became friends, and no "
        "programme could have given them that.",
    )


def _last(context: str, locale: Locale) -> str:
    if context == "friendly letter":
        return locale.ptext("friendly letter", "We hope to see you again at the next visit.")
    return locale.ptext("formal letter", "We hope to see you again at the next visit.")
