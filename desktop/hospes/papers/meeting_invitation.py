# SPDX-License-Identifier: GPL-3.0-or-later
"""The invitation to a meeting with its agenda and a proxy slip, in each reader's language (domain 6, 12).

A general meeting that is invited too late is told before anything is printed: what it decides can be void.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.actions.events import EditEvent
from hospes.domain.addresses import address_lines
from hospes.domain.codes import ContactKind, EventKind
from hospes.domain.codes_meeting import NoticeForm
from hospes.domain.errors import Message
from hospes.domain.event_days import days_words
from hospes.domain.meetings import days_late, latest_dispatch, second_time
from hospes.domain.names import display_name, for_reader
from hospes.domain.salutations import salutation
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Mailing, Scope, Sent
from hospes.papers.kit.ink import GUIDE, HAIRLINE, MM
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import wrap
from hospes.papers.meeting_paper import Meeting, MeetingPaper, clock, read_meeting
from hospes.papers.options import Options, text, tick
from hospes.papers.options import day as day_option
from hospes.papers.people import postal
from hospes.papers.two_languages import Said, TwoLanguageOptions, reader_tongues, write

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson

SIGNED = 30 * MM
"""Of the slip of a proxy: the line above it and the lines to sign on."""
TIGHT = 9 * MM
"""So much the lines to sign on move up where the sheet is nearly full."""


@dataclass(frozen=True, kw_only=True)
class InvitationOptions(TwoLanguageOptions):
    """When it goes out, and what stands in it."""

    sent_on: date | None = day_option(
        N_("Goes out on"), hint=N_("Today if nothing is given; the notice is counted from it."), machine=True
    )
    not_by_email: bool = tick(
        N_("Not to those who get e-mail"), hint=N_("Their addresses can be copied for an e-mail instead.")
    )
    proxy: bool = tick(N_("A slip for a proxy, if the by-laws allow one"), True)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


@dataclass(frozen=True, slots=True)
class Invitations:
    """The meeting, who gets a letter, who an e-mail, who neither."""

    meeting: Meeting
    letters: tuple["PaperPerson", ...]
    emails: tuple[str, ...]
    without_email: tuple[str, ...]
    without_address: int
    salutations: dict[tuple["UUID", str], str]
    sent_on: date
    language: str


class MeetingInvitation(MeetingPaper[InvitationOptions, Invitations]):
    """Invitation with agenda and proxy slip."""

    code: ClassVar[str] = "meeting-invitation"
    title: ClassVar[str] = N_("Invitation to a meeting")
    about: ClassVar[str] = N_("A letter to everybody invited, with agenda and proxy slip")
    options: ClassVar[type[Options]] = InvitationOptions
    for_readers: ClassVar[bool] = True
    asks_whether_sent: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: InvitationOptions, scope: Scope, locale: Locale
    ) -> Invitations:
        """Those on the list of the event; for a general meeting without a list all members."""
        from hospes.queries.association import association
        from hospes.queries.paper_people import paper_people
        from hospes.queries.paper_visit_thanks import person_salutations

        meeting = read_meeting(connection, scope, locale)
        ids = [one.id for one in meeting.facts.people]
        if not ids and meeting.facts.kind is EventKind.AGM:
            ids = [one.id for one in meeting.everyone]
        people = paper_people(connection, ids, scope.today, locale.code, for_post=True)
        letters, emails, without_email, without = [], [], [], 0
        for person in people:
            if person.deceased:
                continue
            if options.not_by_email and person.by_email:
                reach = person.reach(ContactKind.EMAIL)
                if reach is not None:
                    emails.append(reach.value)
                    continue
                without_email.append(display_name(person.name))
            if person.address is None:
                without += 1
            else:
                letters.append(person)
        kept = person_salutations(connection, [one.id for one in letters])
        return Invitations(
            meeting, tuple(letters), tuple(dict.fromkeys(emails)), tuple(without_email), without, kept,
            options.sent_on or scope.today, association(connection).language,
        )  # fmt: skip

    def build(self, data: Invitations, options: InvitationOptions, kit: "Kit") -> "Document":
        """Write the letters; what is wrong with the notice is said first."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.letters)))
        for at, person in enumerate(data.letters):
            book.step(at, len(data.letters))
            own = options.language or person.language or data.language or kit.locale.code
            _write(person, data, options, kit.letter_in(reader_tongues(own, data.language, kit)))
        if not data.letters:
            flow = kit.letter(kit.locale).flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("Nobody gets a letter.").joined(), kit.type.grey)
        facts, laws = data.meeting.facts, data.meeting.laws
        if facts.kind is EventKind.AGM and (late := days_late(facts.on, data.sent_on, laws)):
            book.notes.append(
                Message(
                    "This invitation is {n} day late: it had to go out by {day}. What the meeting decides "
                    "can be void.",
                    many="This invitation is {n} days late: it had to go out by {day}. What the meeting "
                    "decides can be void.",
                    n=late,
                    day=latest_dispatch(facts.on, laws),
                )
            )
        if facts.kind is EventKind.AGM:
            book.notes += _wrong_form(data)
        if data.without_address:
            n = data.without_address
            book.notes.append(Message("One person has no address.", many="{n} people have no address.", n=n))
        return kit.finish()

    def sent(self, data: Invitations) -> Sent | None:
        """The day they went out, the first time; whoever is invited later changes nothing of it."""
        if data.meeting.facts.invited_on is not None:
            return None
        return Sent(
            EditEvent(data.meeting.facts.id, {"invited_on": data.sent_on}),
            Message("It is kept that the invitations went out on {day}.", day=data.sent_on),
        )

    def mailing(self, data: Invitations) -> Mailing | None:
        """The addresses of those who read e-mail."""
        return Mailing(data.emails, data.without_email, self.sent(data))


def _wrong_form(data: Invitations) -> list[Message]:
    """Where the by-laws ask for another form than these invitations have: decisions could be void."""
    form, n = data.meeting.laws.form, len(data.emails)
    if form is NoticeForm.WRITING and n:
        return [
            Message(
                "Your by-laws ask for a letter, but one person would get an e-mail only.",
                many="Your by-laws ask for a letter, but {n} people would get an e-mail only.",
                n=n,
            )
        ]
    if form is NoticeForm.PRESS:
        return [Message("Your by-laws ask for a notice in the newspaper: letters do not take its place.")]
    return []


def _write(person: "PaperPerson", data: Invitations, options: InvitationOptions, kit: "Kit") -> None:
    locale, facts = kit.locale, data.meeting.facts
    assert person.address is not None
    name = display_name(for_reader(person.name, locale.code))
    flow = kit.flow(
        kit.tongues.each(
            lambda reader: reader.text("Invitation: {event}", event=facts.words(reader.language).title)
        ),
        address=address_lines((name,), postal(person.address), locale, data.meeting.home),
        window_right=data.meeting.home == "FR",
    )
    flow.y += 4 * MM
    second = kit.tongues.second
    said = [_said(person, data, options, one) for one in (locale, second) if one is not None]
    slip = options.proxy and bool(data.meeting.laws.proxies) and facts.kind is EventKind.AGM
    write(
        flow, said[0], said[1] if second is not None else None, options.two_ways, options.signed_by, kit,
        gap=(11 if slip else 15) * MM,
    )  # fmt: skip
    if slip:
        _slip(name, data.meeting, flow, kit)


def _said(person: "PaperPerson", data: Invitations, options: InvitationOptions, locale: Locale) -> Said:
    """What the letter says in one language; what was written only once stands in both."""
    facts = data.meeting.facts
    words = facts.words(locale.language)
    kept = data.salutations.get((person.id, locale.language), "")
    greeted = salutation(person.name, locale, formality=person.formality, override=kept)
    first = locale.text(
        "we invite you to the meeting on {day}.", day=days_words(locale, facts.on, facts.last)
    )
    found = [greeted.opening, first if greeted.starts_lower else first[:1].upper() + first[1:]]
    heads = set()
    terms = ((locale.text("Time"), clock(facts, locale)), (locale.text("Where"), facts.place))
    if held := "\n".join(
        locale.text("{name}: {value}", name=name, value=value) for name, value in terms if value
    ):
        found.append(held)
    if again := _again(data.meeting, locale):
        found.append(again)
    if options.words.strip():
        found.append(options.words.strip())
    motions = "\n".join(f"{at}. {motion.text}" for at, motion in enumerate(facts.motions, 1))
    for head, lines in ((locale.text("Agenda"), words.agenda), (locale.text("To be decided"), motions)):
        if lines:
            heads.add(len(found))
            found += [head, lines]
    return Said(tuple(found), greeted.closing, frozenset(heads))


def _again(meeting: Meeting, locale: Locale) -> str:
    """When a general meeting begins again if its quorum is missing, where the by-laws have a second date."""
    laws = meeting.laws
    at = second_time(meeting.facts.starts, laws) if meeting.facts.kind is EventKind.AGM else None
    if at is None:
        return ""
    if not laws.second_quorum:
        return locale.text(
            "If the quorum is not reached, the meeting begins again at {time} on the same day and may then "
            "decide with any number of votes.",
            time=locale.time(at),
        )
    return locale.text(
        "If the quorum is not reached, the meeting begins again at {time} on the same day and may then "
        "decide with {percent} per cent of all votes.",
        time=locale.time(at), percent=laws.second_quorum,
    )  # fmt: skip


def _slip(name: str, meeting: Meeting, flow: "Flow", kit: "Kit") -> None:
    """The slip to cut off at the foot: who gives, who holds, for what, day and signature."""
    locale, body = kit.locale, kit.type.body
    who = locale.text(
        "I, {name}, let the person named here vote for me at the meeting of {day}.",
        name=name,
        day=locale.date(meeting.facts.on, "long"),
    )
    most = locale.ntext(
        "Nobody may hold more than {n} proxy.", "Nobody may hold more than {n} proxies.",
        meeting.laws.proxies,
    )  # fmt: skip
    parts = (
        (locale.text("Proxy"), kit.type.lead, 3 * MM),
        (who, body, 2 * MM),
        (most, kit.type.grey, 1 * MM),
    )
    # As high as its words make it: a sheet for the slip alone would be a sheet more for every member.
    high = SIGNED + sum(
        len(wrap(words, style, flow.width)) * style.leading + gap for words, style, gap in parts
    )
    flow.need(high - TIGHT)
    flow.y = max(flow.y, flow.bottom - high)
    flow.pen.rule(flow.x, flow.y, flow.width, HAIRLINE, GUIDE)
    flow.y += 4 * MM
    for words, style, gap in parts:
        flow.para(words, style, gap=gap)
    flow.signatures(
        [
            Pair(locale.text("Who votes for me")),
            Pair(locale.text("Place and day")),
            Pair(locale.text("Signature")),
        ]
    )
