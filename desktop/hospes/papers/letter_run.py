# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter to many, made ready: for each reader the words in their language, their address, and what is told.

Print, e-mail, spreadsheet and preview all stand on this one run, so that they cannot differ.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hospes.domain.codes import Formality
from hospes.domain.errors import Message
from hospes.domain.letter_inserts import Insert, fill, gaps, unknown, used
from hospes.domain.mailing import LeftOut
from hospes.domain.names import display_name, for_reader, joint_name
from hospes.domain.salutations import Salutation, joint_salutation, salutation
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.papers.recipients import mailing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from hospes.papers.base import Scope
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.letters import KeptLetter
    from hospes.queries.mailing import Audience, Mailed
    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.person_facts import AddressLines


@dataclass(frozen=True, slots=True)
class SecondWords:
    """The same letter in a second language."""

    language: str
    greeted: Salutation
    subject: str
    body: str
    enclosures: str


@dataclass(frozen=True, slots=True)
class OneLetter:
    """What one reader, or one household, gets."""

    people: tuple["PaperPerson", ...]
    envelope: str
    address: "AddressLines | None"
    email: str
    reads: str
    """The language they read."""
    language: str
    """The language they get it in."""
    greeted: Salutation
    subject: str
    body: str
    enclosures: str
    gaps: tuple[Insert, ...] = ()
    second: "SecondWords | None" = None

    @property
    def fallen_back(self) -> bool:
        """Is there no text in their own language?"""
        return Locale.of(self.reads).language != Locale.of(self.language).language

    @property
    def names(self) -> str:
        """Who it is for, on a list."""
        return ", ".join(display_name(one.name) for one in self.people)


@dataclass(frozen=True, slots=True)
class LetterRun:
    """A letter with all its readers, and who gets none for which reason."""

    own: "Association"
    letter: "KeptLetter"
    letters: tuple[OneLetter, ...]
    """By post."""
    emails: tuple[OneLetter, ...]
    """By e-mail instead."""
    without_address: tuple["PaperPerson", ...]
    left_out: tuple[tuple["UUID", LeftOut], ...]
    today: "date"
    unknown: tuple[str, ...] = field(default=())
    second: str = ""
    """The second language that was asked for."""

    @property
    def every(self) -> tuple[OneLetter, ...]:
        """Letters and e-mails."""
        return (*self.letters, *self.emails)


def make_run(
    connection: "Connection",
    letter: "KeptLetter",
    scope: "Scope",
    locale: Locale,
    *,
    not_by_email: bool = False,
    newsletter: bool = False,
    second: str = "",
) -> LetterRun:
    """Make a letter ready for the people of a scope.

    Args:
        connection: a reading connection.
        letter: which one.
        scope: to whom, on which day, perhaps about which visit.
        locale: the language for all, or of the association.
        not_by_email: who wants e-mail and has an address gets no paper.
        newsletter: only those who agreed to it.
        second: a second language for all letters; its own readers have the association's as their second.
    """
    from hospes.queries.association import association
    from hospes.queries.mailing import audience
    from hospes.queries.paper_people import address_names

    own = association(connection)
    asked = audience(connection, _whom(connection, scope, locale), scope.today, locale.code,
                     newsletter=newsletter)  # fmt: skip
    electronic = {one.person.id: one.email for one in asked.people if one.email and one.person.by_email}
    if not not_by_email:
        electronic = {}
    by_post = [one for one in asked.people if one.person.id not in electronic]
    post = mailing(
        [one.person for one in by_post], address_names(connection), scope.today,
        Locale.of(own.language or "en"), together=letter.together,
    )  # fmt: skip
    maker = _Maker(connection, own, letter, scope, asked, second)
    letters = [maker.one(one.people, one.name, one.address, "") for one in post.recipients]
    emails = [
        maker.one((one.person,), "", one.person.address, one.email)
        for one in asked.people
        if one.person.id in electronic
    ]
    written = " ".join(f"{one.subject} {one.body} {one.enclosures}" for one in letter.texts.values())
    return LetterRun(
        own, letter, tuple(letters), tuple(emails), post.without_address, asked.left_out, scope.today,
        unknown(written), second,
    )  # fmt: skip


def _whom(connection: "Connection", scope: "Scope", locale: Locale) -> "Sequence[UUID]":
    from hospes.queries.filters import read_filter
    from hospes.queries.members import member_ids

    if scope.people is not None:
        return scope.people
    return tuple(member_ids(connection, read_filter(scope.filter), locale=locale, today=scope.today))


class _Maker:
    """Makes each letter; what is asked of the file is asked once for all."""

    def __init__(
        self,
        connection: "Connection",
        own: "Association",
        letter: "KeptLetter",
        scope: "Scope",
        asked: "Audience",
        second: str,
    ) -> None:
        from hospes.queries.paper_visit_thanks import home_texts, person_salutations

        people = [one.person for one in asked.people]
        self.own, self.letter, self.scope, self.wanted = own, letter, scope, second
        self.ours = own.language or "en"
        self.kept = person_salutations(connection, [one.id for one in people])
        homes = {one.household.household_id for one in people if one.household is not None}
        self.home_texts = home_texts(connection, homes)
        words = " ".join(f"{one.subject} {one.body}" for one in letter.texts.values())
        self.plan = None
        if scope.visit is not None and used(words) & {Insert.VISIT, Insert.VISIT_DATES, Insert.HOST}:
            from hospes.papers.hosting_list import read_plan

            self.plan = read_plan(connection, scope, "hosting-list")

    def one(
        self,
        people: "tuple[PaperPerson, ...]",
        envelope: str,
        address: "AddressLines | None",
        email: str,
    ) -> OneLetter:
        reads = people[0].language or self.ours
        language = self.letter.language_for(reads, self.ours)
        said, left = self._said(people, language)
        other = self.letter.second_for(language, self.wanted, self.ours)
        second = self._said(people, other)[0] if other else None
        return OneLetter(
            people,
            envelope or display_name(for_reader(people[0].name, Locale.of(language).code)),
            address,
            email,
            reads,
            language,
            said.greeted,
            said.subject,
            said.body,
            said.enclosures,
            left,
            second,
        )

    def _said(
        self, people: "tuple[PaperPerson, ...]", language: str
    ) -> tuple[SecondWords, tuple[Insert, ...]]:
        """What the letter says to these people in a language, and which inserts say nothing."""
        locale = Locale.of(language)
        words = self.letter.texts.get(language)
        greeted = self._greeting(people, locale)
        values = self._values(people, greeted, locale)
        subject, body, enclosures = (
            (words.subject, words.body, words.enclosures) if words is not None else ("", "", "")
        )
        said = SecondWords(language, greeted, fill(subject, values), _opened(body, values), enclosures)
        return said, gaps(f"{subject} {body}", values)

    def _greeting(self, people: "tuple[PaperPerson, ...]", locale: Locale) -> Salutation:
        grown = [one for one in people if not self._child(one)] or list(people)
        if len(grown) == 1:
            kept = self.kept.get((grown[0].id, locale.language), "")
            return salutation(grown[0].name, locale, formality=grown[0].formality, override=kept)
        home = grown[0].household
        kept = self.home_texts.get((home.household_id, locale.language), ("", ""))[0] if home else ""
        friendly = all(one.formality is Formality.FRIENDLY for one in grown)
        return joint_salutation(
            [one.name for one in grown[:2]],
            locale,
            formality=Formality.FRIENDLY if friendly else Formality.FORMAL,
            override=kept,
        )

    def _child(self, one: "PaperPerson") -> bool:
        from hospes.domain.ages import OF_AGE

        age = one.birth.age_on(self.scope.today) if one.birth is not None else None
        return age is not None and age < OF_AGE

    def _values(
        self, people: "tuple[PaperPerson, ...]", greeted: Salutation, locale: Locale
    ) -> "Mapping[Insert, str]":
        names = [for_reader(one.name, locale.code) for one in people]
        held = [one.membership for one in people if one.membership is not None and one.membership.current]
        owed = {one.membership.payer: one.open for one in people if one.membership is not None and one.open}
        sums = list(owed.values())
        values = {
            Insert.SALUTATION: greeted.opening,
            Insert.FIRST_NAME: locale.listing(_once(name.nickname or name.given for name in names)),
            Insert.NAME: joint_name(names, locale) if len(names) > 1 else display_name(names[0]),
            Insert.MEMBER_NUMBER: ", ".join(_once(one.number for one in held)),
            Insert.MEMBER_SINCE: next((locale.rough(one.joined) for one in held if one.joined), ""),
            Insert.CLASS: locale.listing(_once(one.class_name for one in people if one.membership)),
            Insert.AMOUNT: locale.money(Money(sum(one.minor for one in sums), sums[0].currency))
            if sums
            else "",
            Insert.TODAY: locale.date(self.scope.today, "long"),
            Insert.ASSOCIATION: self.own.name_in(locale.language),
        }
        return values | self._of_visit(people, locale)

    def _of_visit(self, people: "tuple[PaperPerson, ...]", locale: Locale) -> "dict[Insert, str]":
        if self.plan is None:
            return {}
        visit = self.plan.visit
        ids = {one.id for one in people}
        hosts = [
            host.name
            for guest in self.plan.guests
            if guest.person_id in ids
            for stay in self.plan.stays(guest)
            if (host := self.plan.host(stay)) is not None
        ]
        return {
            Insert.VISIT: visit.title(locale.language),
            Insert.VISIT_DATES: locale.span(visit.first, visit.last),
            Insert.HOST: locale.listing(_once(hosts)),
        }


def _once(words: "Iterable[str]") -> list[str]:
    return [word for word in dict.fromkeys(words) if word]


def _opened(body: str, values: "Mapping[Insert, str]") -> str:
    """The text with its salutation: where the writer put it, else before everything."""
    text = fill(body, values)
    return text if Insert.SALUTATION in used(body) else f"{values[Insert.SALUTATION]}\n\n{text}"


def for_many(letter: "KeptLetter", own: "Association", language: str, today: "date") -> tuple[str, str]:
    """Subject and text of a message that many get at once: nobody's own words can stand in it.

    A letter in two languages is a message in two, one below the other.
    """
    other = letter.second_for(language, letter.second_language, own.language or "en")
    said = [_for_many(letter, own, code, today) for code in (language, other) if code]
    subjects = dict.fromkeys(subject for subject, _ in said if subject)
    return " · ".join(subjects), "\n* * *\n\n".join(body for _, body in said if body)


def _for_many(letter: "KeptLetter", own: "Association", language: str, today: "date") -> tuple[str, str]:
    locale = Locale.of(language)
    written = letter.texts.get(language)
    if written is None:
        return "", ""
    greeted = joint_salutation([], locale)
    values = {
        Insert.SALUTATION: greeted.opening,
        Insert.TODAY: locale.date(today, "long"),
        Insert.ASSOCIATION: own.name_in(locale.language),
    }
    signed = letter.signed_by or own.name_in(locale.language)
    parts = [_opened(written.body, values).strip(), f"{greeted.closing}\n{signed}"]
    return fill(written.subject, values), "\n\n".join(parts) + "\n"


def plain_text(one: OneLetter, signed_by: str) -> str:
    """A letter as plain text, as it can be pasted anywhere; a second language follows the first."""
    parts = []
    for said in (one, one.second):
        if said is not None:
            closing = f"{said.greeted.closing}\n{signed_by}"
            parts += [said.subject, said.body.strip(), closing, said.enclosures]
    return "\n\n".join(part for part in parts if part) + "\n"


def notes_of(run: LetterRun, locale: Locale) -> list[Message]:
    """What somebody should know before printing."""
    notes: list[Message] = []
    if run.unknown:
        notes.append(
            Message("No such insert: {words}. It is printed as it stands.", words=", ".join(run.unknown))
        )
    if run.without_address:
        n = len(run.without_address)
        named = ", ".join(display_name(one.name) for one in run.without_address[:5])
        notes.append(
            Message("One has no address: {names}.", many="{n} have no address: {names}.", n=n, names=named)
        )
    back = Counter((one.reads, one.language) for one in run.every if one.fallen_back)
    for (reads, gets), n in sorted(back.items()):
        notes.append(
            Message(
                "One reads {language} and gets the text in {other}: there is none in their language yet.",
                many="{n} read {language} and get the text in {other}: there is none in their language yet.",
                n=n,
                language=locale.language_name(Locale.of(reads).language),
                other=locale.language_name(Locale.of(gets).language),
            )
        )
    if run.second and not run.letter.written_in(run.second):
        notes.append(
            Message(
                "There is no text in {language} yet: the letters come in one language.",
                language=locale.language_name(Locale.of(run.second).language),
            )
        )
    missing = Counter(insert for one in run.every for insert in one.gaps)
    for insert, n in missing.items():
        notes.append(
            Message(
                "“{insert}” says nothing in one letter.",
                many="“{insert}” says nothing in {n} letters.",
                n=n,
                insert=locale.label(insert),
            )
        )
    for reason, n in sorted(Counter(why for _, why in run.left_out).items()):
        notes.append(
            Message(
                "One is left out: {reason}.",
                many="{n} are left out: {reason}.",
                n=n,
                reason=locale.label(reason),
            )
        )
    return notes


def mailed_by_language(
    people: "Sequence[Mailed]", letter: "KeptLetter | None", ours: str
) -> list[tuple[str, str]]:
    """Language and address of everybody with e-mail, the languages of a letter's texts where there is one."""
    found = []
    for one in people:
        if one.email:
            reads = one.language or ours
            found.append((letter.language_for(reads, ours) if letter is not None else reads, one.email))
    return sorted(found, key=lambda pair: pair[0] != ours)
