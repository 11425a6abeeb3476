# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter with feedback to town, region, state, EU or network (S33, REQ-1-20).

One letter goes to each addressee. The items stand in the words they were written down in; all the rest is
in the language of the letter.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.addresses import address_lines
from hospes.domain.codes import Code
from hospes.domain.errors import Message
from hospes.domain.feedback import FeedbackState
from hospes.domain.salutations import joint_salutation
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Sent, Table
from hospes.papers.kit.ink import MM
from hospes.papers.options import Options, SheetOptions, choice, text
from hospes.papers.people import postal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.feedback import FeedbackRow
    from hospes.queries.person_facts import AddressLines


class Which(Code):
    """Which items."""

    NEW = "new", N_("Not sent yet")
    WAITING = "waiting", N_("Waiting for an answer")
    ALL = "all", N_("All")


STATES = {
    Which.NEW: frozenset({FeedbackState.NEW}),
    Which.WAITING: frozenset({FeedbackState.WAITING}),
    Which.ALL: frozenset(FeedbackState),
}


@dataclass(frozen=True, kw_only=True)
class FeedbackOptions(SheetOptions):
    """Which items, and in which words."""

    which: Which = choice(N_("Which"), Which.NEW, hint=N_("Where none were chosen in their list."))
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


@dataclass(frozen=True, slots=True)
class FeedbackLetters:
    """The items, each with whom it goes to, and the addresses there are."""

    rows: tuple["FeedbackRow", ...]
    addresses: dict["UUID", "AddressLines"]
    home: str
    today: "date"

    def letters(self) -> "list[list[FeedbackRow]]":
        """The items of each letter: by organisation, or by level where none is named."""
        found: dict[object, list[FeedbackRow]] = {}
        for one in self.rows:
            found.setdefault(one.organisation_id or one.level, []).append(one)
        return list(found.values())


class FeedbackLetter(Paper[FeedbackOptions, FeedbackLetters]):
    """A letter to each addressee."""

    code: ClassVar[str] = "feedback-letter"
    title: ClassVar[str] = N_("Feedback letter")
    about: ClassVar[str] = N_("What we saw and propose, to town, region, state, EU or network")
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = FeedbackOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: FeedbackOptions, scope: Scope, locale: Locale
    ) -> FeedbackLetters:
        """The items that were chosen, or those in the state that is asked for."""
        from hospes.queries.association import association
        from hospes.queries.feedback import feedback_rows
        from hospes.queries.paper_contacts import paper_organisations

        rows = feedback_rows(connection, locale, scope.rows)
        if scope.rows is None:
            rows = tuple(one for one in rows if one.state in STATES[options.which])
        wanted = {one.organisation_id for one in rows}
        firms = paper_organisations(connection, scope.today, locale.code)
        addresses = {one.id: one.address for one in firms if one.id in wanted and one.address is not None}
        return FeedbackLetters(rows, addresses, association(connection).country, scope.today)

    def build(self, data: FeedbackLetters, options: FeedbackOptions, kit: "Kit") -> "Document":
        """Write the letters."""
        letters = data.letters()
        if not letters:
            flow = kit.flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("Nothing waits to be sent.").joined(), kit.type.grey)
            return kit.finish()
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(len(letters))
        for at, rows in enumerate(letters):
            book.step(at, len(letters))
            self._write(rows, data, options, kit.letter(kit.locale))
        return kit.finish()

    def _write(
        self, rows: "Sequence[FeedbackRow]", data: FeedbackLetters, options: FeedbackOptions, kit: "Kit"
    ) -> None:
        locale, body = kit.locale, kit.type.body
        first = rows[0]
        envelope = first.organisation or locale.label(first.level)
        greeted = joint_salutation((), locale)
        firm = first.organisation_id
        address = data.addresses.get(firm) if firm is not None else None
        flow = kit.flow(
            kit.tongues.text("Feedback from our twinning work"),
            address=(
                address_lines((envelope,), postal(address), locale, data.home) if address else (envelope,)
            ),
            window_right=data.home == "FR",
        )
        flow.y += 4 * MM
        flow.para(greeted.opening, body, gap=4 * MM)
        opening = locale.text("our exchanges show what works and what does not. We pass on what we saw:")
        flow.para(opening if greeted.starts_lower else opening[:1].upper() + opening[1:], body, gap=2 * MM)
        if options.words.strip():
            flow.para(options.words.strip(), body, gap=2 * MM)
        for one in rows:
            self._item(flow, one, kit)
        flow.y += 3 * MM
        flow.para(locale.text("We look forward to your answer."), body, gap=4 * MM)
        flow.need(34 * MM)
        flow.para(greeted.closing, body, gap=16 * MM)
        flow.para(options.signed_by or kit.sender.name, body)

    def _item(self, flow: "Flow", one: "FeedbackRow", kit: "Kit") -> None:
        body = kit.type.body
        flow.space(3 * MM)
        flow.need(24 * MM)
        flow.para(one.topic, kit.type.body_strong)
        if one.observation:
            flow.para(one.observation, body)
        if one.proposal:
            flow.para(kit.locale.text("We propose: {words}", words=one.proposal), body)
        if seen := _seen(one, kit.locale):
            flow.para(kit.locale.text("Seen at: {where}", where=seen), kit.type.grey)

    def sent(self, data: FeedbackLetters) -> Sent | None:
        """The items that went out for the first time get today's date."""
        from hospes.actions.feedback import SendFeedback

        new = tuple(one.id for one in data.rows if one.state is FeedbackState.NEW)
        if not new:
            return None
        said = Message(
            "{n} item of feedback is noted as sent.",
            many="{n} items of feedback are noted as sent.",
            n=len(new),
        )
        return Sent(SendFeedback(new, data.today), said)

    def table(self, data: FeedbackLetters, options: FeedbackOptions, locale: Locale) -> Table:
        """A row for each item."""
        heads = [
            locale.text("Topic"), locale.text("What we saw"), locale.text("What we propose"),
            locale.text("To whom"), locale.text("Seen at"), locale.text("Sent on"), locale.text("Answer"),
            locale.text("Answered on"),
        ]  # fmt: skip
        rows: list[list[Value]] = [
            [
                one.topic, one.observation, one.proposal, one.organisation or locale.label(one.level),
                _seen(one, locale), one.sent_on, one.answer, one.answered_on,
            ]
            for one in data.rows
        ]  # fmt: skip
        return Table(locale.text(self.title), heads, rows)


def _seen(one: "FeedbackRow", locale: Locale) -> str:
    day = locale.date(one.collected_on) if one.collected_on is not None else ""
    return ", ".join(part for part in (one.source, day) if part)
