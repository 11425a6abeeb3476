# SPDX-License-Identifier: GPL-3.0-or-later
"""Proof of use for a funder (REQ-3-10): everything that is handed in after the visit, in one paper.

It has a cover with an index, who signed, the programme as it was, the report's words, costs and income
planned and real with what the funder accepts, the vouchers in their order, the computation of the grant, its
rules, what has to be handed in and what of it is still missing, and the statement to sign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.errors import Message, UserError
from hospes.domain.grants_checks import Light, check_words
from hospes.domain.grants_words import computed_words, part_words, proof_words
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Attachment, Scope
from hospes.papers.grant_proof_money import money_blocks, voucher_blocks
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading, Signatures, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import NO_WORDS, Pair, Tongues
from hospes.papers.options import Options, SheetOptions, text, tick
from hospes.papers.packing import suffix_of
from hospes.papers.participants_list import split_name
from hospes.papers.project_words import effects_of
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    VisitPaper,
    by_name,
    clock_words,
    delegation_name,
    foot,
    sum_words,
    town,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date

    from hospes.domain.grants import Estimate, Line
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.budget import BudgetView
    from hospes.queries.grant_proofs import Attached
    from hospes.queries.grant_views import GrantView
    from hospes.queries.paper_visit import PaperGuest, PaperVisit
    from hospes.queries.paper_visit_programme import PaperItem
    from hospes.queries.projects import ProjectPage


ROWS = 27
"""So many rows are about a page."""


@dataclass(frozen=True, kw_only=True)
class GrantProofOptions(SheetOptions):
    """Which grant, and which parts."""

    grant: str = text(N_("Grant"), hint=N_("The name of the funder; all grants of the visit if empty."))
    people: bool = tick(N_("Who took part"), True)
    programme: bool = tick(N_("Programme as it was"), True)
    report: bool = tick(N_("Texts of the report"), True)
    vouchers: bool = tick(N_("Vouchers"), True)


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything a proof of use says."""

    visit: "PaperVisit"
    grants: tuple["GrantView", ...]
    signed: Mapping[UUID, frozenset[UUID]]
    documents: tuple["Attached", ...]
    guests: tuple["PaperGuest", ...]
    items: tuple["PaperItem", ...]
    texts: Mapping[str, Mapping[str, str]]
    budget: "BudgetView"
    projects: tuple["ProjectPage", ...]
    organiser: "Association"
    today: "date"


class GrantProof(VisitPaper[GrantProofOptions, Proof]):
    """The proof of use."""

    code: ClassVar[str] = "grant-proof"
    title: ClassVar[str] = N_("Proof of use")
    about: ClassVar[str] = N_("Everything a funder wants after the visit, with an index and what is missing")
    options: ClassVar[type[Options]] = GrantProofOptions
    editable: ClassVar[bool] = True
    attaches: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: GrantProofOptions, scope: Scope, locale: Locale
    ) -> Proof:
        """The grants with all they are proved by."""
        from hospes.queries.association import association
        from hospes.queries.budget import budget
        from hospes.queries.grant_proofs import attached_proofs
        from hospes.queries.grant_views import grant_views
        from hospes.queries.grants import signed_of
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_programme import paper_programme
        from hospes.queries.projects import project_pages_of_visit
        from hospes.queries.visit_report import report_texts

        visit = paper_visit(connection, scope.visit)
        grants = _meant(grant_views(connection, visit.id, scope.today, locale.language), options.grant)
        return Proof(
            visit,
            grants,
            {one.grant.id: frozenset(signed_of(connection, one.grant.id)) for one in grants},
            attached_proofs(connection, visit.id),
            tuple(sorted(visit.guests, key=by_name(visit, locale))),
            paper_programme(connection, visit.id),
            report_texts(connection, visit.id),
            budget(connection, visit.id, scope.today, locale),
            project_pages_of_visit(connection, visit.id, locale.code),
            association(connection),
            scope.today,
        )

    def build(self, data: Proof, options: GrantProofOptions, kit: "Kit") -> "Document":
        """Draw a part for each grant."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, tongues.each(lambda locale: data.visit.title(locale.language))),
        )
        if not data.grants:
            flow.para(tongues.text("This visit has no grant yet.").joined(), kit.type.grey)
        parts = [_blocks(data, one, options, tongues) for one in data.grants]
        flow.book.expect(sum(_pages(blocks) for blocks in parts))
        for at, blocks in enumerate(parts):
            if at:
                flow.turn()
            draw_blocks(flow, blocks)
        return kit.finish()

    def attachments(self, data: Proof) -> tuple[Attachment, ...]:
        """Proofs by the funder's name, vouchers in their order; only of the grants that are meant."""
        funders = {one.grant.id: one.grant.name for one in data.grants}

        def attached(one: "Attached", folder: str, before: str) -> Attachment:
            name = f"{one.name}{suffix_of(one.media_type, one.name)}"
            return Attachment(one.id, name, folder, before)

        found = [
            attached(one, "proofs", funders[one.grant_id])
            for one in data.documents
            if one.grant_id in funders
        ]
        found += [attached(one, "vouchers", one.voucher) for one in data.documents if one.grant_id is None]
        return tuple(found)

    def document(self, data: Proof, options: GrantProofOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        blocks = [block for one in data.grants for block in _blocks(data, one, options, tongues)]
        return as_docx(
            Report(
                tongues.text(self.title),
                visit_lead(data.visit, tongues),
                visit_when(data.visit, tongues),
                blocks,
                tongues.first.code,
                data.organiser.name,
                data.today,
            )
        )


def _pages(blocks: Sequence[Block]) -> int:
    """About how many pages a part needs, for a preview that draws the first only."""
    rows = 0
    for block in blocks:
        if isinstance(block, Grid):
            rows += len(block.rows)
        elif isinstance(block, Facts):
            rows += len(block.facts)
        else:
            rows += 2
    return -(-rows // ROWS)


def _meant(found: Sequence["GrantView"], typed: str) -> tuple["GrantView", ...]:
    """The grants whose funder is meant. Raises UserError where there is none of that name."""
    wanted = fold(typed)
    some = tuple(
        one
        for one in found
        if wanted in fold(f"{one.grant.name} {one.grant.funder} {_funder(one)}")
        or one.grant.id.hex == typed.strip().lower()
    )
    if found and not some:
        raise UserError("There is no grant of this name: {name}.", code="grant-unknown", name=typed.strip())
    return some


def _funder(one: "GrantView") -> str:
    return one.grant.scheme.funder if one.grant.scheme is not None else ""


Part = tuple[Pair, list[Block]]


def _blocks(data: Proof, one: "GrantView", options: GrantProofOptions, tongues: Tongues) -> list[Block]:
    """The cover with its index, then the parts in its order."""
    parts: list[Part] = []
    if options.people:
        parts.append((tongues.text("Who took part"), _people(data, one, tongues)))
    if options.programme and data.items:
        parts.append((tongues.text("Programme as it was"), [_programme(data, tongues)]))
    if options.report:
        parts += _report(data, tongues)
    parts.append((tongues.text("Costs and income"), money_blocks(data.budget, one, tongues)))
    if options.vouchers:
        vouchers = voucher_blocks(data.budget, one, tongues)
        if vouchers:
            parts.append((tongues.text("Vouchers"), vouchers))
    counted = one.after or one.before
    if counted is not None:
        parts.append((tongues.text("How the grant is computed"), _computed(one, counted, tongues)))
    if one.checks:
        parts.append((tongues.text("Rules"), [_rules(one, tongues)]))
    if one.proofs:
        parts.append((tongues.text("What has to be handed in"), _proofs(data, one, tongues)))
    statement = tongues.text("What stands here is complete and true, as far as we know.")
    signing: list[Block] = [Words(tuple(statement)), Signatures([
        tongues.text("Place and day"), tongues.text("Name, office and signature")
    ])]  # fmt: skip
    parts.append((tongues.text("Statement"), signing))
    index: list[list[Cell]] = [[str(at), name.joined(" / ")] for at, (name, _) in enumerate(parts, 1)]
    blocks: list[Block] = [Heading(Pair(one.grant.name or tongues.text("Grant").joined()))]
    blocks += [Facts(_cover(data, one, tongues)), Grid([tongues.text("No."), tongues.text("Part")], index)]
    for at, (name, some) in enumerate(parts, 1):
        blocks.append(Heading(Pair(f"{at}  {name.first}", name.second)))
        blocks += some
    return blocks


def _cover(data: Proof, one: "GrantView", tongues: Tongues) -> list[tuple[Pair, str]]:
    locale, grant = tongues.first, one.grant
    scheme = grant.scheme
    place = tongues.each(lambda reader: town(data.visit.place, reader.language)).joined(" / ")
    purposes = {language: texts.purpose for language, texts in data.organiser.texts.items()}
    purpose = tongues.each(lambda reader: purposes.get(reader.language, ""))

    def amount(money: Money | None) -> str:
        return "" if money is None else locale.money(money)

    return [
        (tongues.text("Funder"), scheme.funder if scheme is not None else grant.name),
        (tongues.text("File number"), grant.reference),
        (tongues.text("Organiser"), data.organiser.name),
        (tongues.text("Purpose in the statutes"), purpose.joined(" / ") if purpose.first else purpose.second),
        (
            tongues.text("When"),
            tongues.each(lambda reader: reader.span(data.visit.first, data.visit.last)).joined(),
        ),
        (tongues.text("Where"), place),
        (tongues.text("State"), tongues.label(grant.state).joined(" / ")),
        (tongues.text("Applied for"), amount(grant.applied)),
        (tongues.text("Promised"), amount(grant.promised)),
        (tongues.text("Received"), amount(grant.received) if grant.received.minor else ""),
        (tongues.text("Report due"), locale.date(grant.report_due, "long") if grant.report_due else ""),
    ]


def _people(data: Proof, one: "GrantView", tongues: Tongues) -> list[Block]:
    """Those who signed; before anybody has, those who are expected, and that it is so."""
    locale = tongues.first
    signed = data.signed.get(one.grant.id, frozenset())
    some = [guest for guest in data.guests if guest.id in signed] if signed else list(data.guests)
    rows: list[list[Cell]] = []
    for at, guest in enumerate(some, 1):
        last, first = split_name(guest, data.visit, locale)
        place = delegation_name(data.visit.delegation(guest.delegation_id), tongues).joined(" / ")
        days = ""
        if guest.arrival is not None and guest.departure is not None:
            days = locale.number((guest.departure - guest.arrival).days + 1)
        rows.append([str(at), last, first, place, days])
    if signed:
        words = tongues.ntext(
            "{n} person signed; the list itself is handed in with the proofs.",
            "{n} people signed; the list itself is handed in with the proofs.",
            len(some),
        )
    else:
        words = tongues.text("Nobody has signed yet. These are all who take part.")
    heads = [
        tongues.text("No."), tongues.text("Last name"), tongues.text("First name"),
        tongues.text("Delegation"), tongues.text("Days present")
    ]  # fmt: skip
    found: list[Block] = [Words(tuple(words))]
    if rows:
        found.append(Grid(heads, rows, frozenset({4})))
    return found


def _programme(data: Proof, tongues: Tongues) -> Grid:
    first, second = tongues.first, tongues.second
    rows: list[list[Cell]] = []
    for item in data.items:
        words = item.text(first.language)
        other = item.text(second.language).title if second is not None else ""
        title: Cell = (words.title, other) if other and other != words.title else words.title
        clock = clock_words(item.starts, item.ends, item.time_words, first)
        rows.append([first.date(item.on, "weekday_short"), clock, title, words.place])
    return Grid(
        [tongues.text("Day"), tongues.text("Time"), tongues.text("What"), tongues.text("Where")], rows
    )


def _report(data: Proof, tongues: Tongues) -> list[Part]:
    """What somebody wrote in the visit's report."""
    fields = (
        ("aims", "Aims"), ("activities", "What was done"), ("results", "What came of it"),
        ("evaluation", "Looking back"), ("follow_up", "What comes next"),
    )  # fmt: skip
    found: list[Part] = []
    for field, title in fields:
        texts = tuple(
            data.texts.get(code.partition("-")[0], {}).get(field, "") for code in tongues.codes
        )  # fmt: skip
        if not any(texts):
            others = (some.get(field, "") for _, some in sorted(data.texts.items()))
            texts = (next((other for other in others if other), ""),)
        if any(texts):
            found.append((tongues.text(title), [Words(texts)]))
    found += [(heading, [facts]) for heading, facts in effects_of(data.projects, tongues)]
    return found


def _computed(one: "GrantView", found: "Estimate", tongues: Tongues) -> list[Block]:
    locale = tongues.first
    words = (
        tongues.ntext(
            "Computed from {n} person who signed", "Computed from {n} people who signed", one.signed
        )
        if one.after is not None and one.signed
        else tongues.ntext(
            "Computed from {n} person who was there", "Computed from {n} people who were there", one.present
        )
        if one.after is not None
        else tongues.ntext(
            "Estimate for {n} person who is expected",
            "Estimate for {n} people who are expected",
            one.expected,
        )
    )
    rows: list[list[Cell]] = [
        [
            tongues.each(partial(_part, line.part)).joined(" / "),
            _both(tongues.each(partial(_counted, line))),
            locale.money(line.amount),
        ]
        for line in found.lines
    ]
    more: list[Block] = []
    if found.cap is not None:
        limited = tongues.each(
            lambda reader: reader.text(
                "Limited to {most}; the lines come to {amount}.", most=found.cap, amount=found.before
            )
        )
        more.append(Words(tuple(limited)))
    if found.below is not None:
        below = tongues.each(
            lambda reader: reader.text("Below {amount} nothing is paid.", amount=found.below)
        )
        more.append(Words(tuple(below)))
    rows.append([sum_words(tongues.text("Grant"), tongues), "", locale.money(found.total)])
    heads = [tongues.text("What for"), tongues.text("How it is counted"), tongues.text("Amount")]
    return [Words(tuple(words)), Grid(heads, rows, frozenset({2})), *more]


def _counted(line: "Line", reader: Locale) -> str:
    return computed_words(reader, line)


def _both(words: Pair) -> "Cell":
    """Both languages in a cell, the second beneath."""
    return (words.first, words.second) if words.second and words.second != words.first else words.first


def _part(code: str, reader: Locale) -> str:
    return part_words(reader, code)


def _proof(code: str, reader: Locale) -> str:
    return proof_words(reader, code)


def _rules(one: "GrantView", tongues: Tongues) -> Grid:
    lights = {
        Light.RED: tongues.text("broken"),
        Light.AMBER: tongues.text("look at it"),
        Light.GREEN: tongues.text("fulfilled"),
    }
    rows: list[list[Cell]] = []
    for check in one.checks:
        rule = tongues.each(partial(_checked, check.rule))
        found = tongues.each(partial(_checked, check.found)) if check.found is not None else NO_WORDS
        beneath = "\n".join(dict.fromkeys(x for x in (found.first, rule.second, found.second) if x))
        rows.append([(rule.first, beneath) if beneath else rule.first, lights[check.light].joined(" / ")])
    return Grid([tongues.text("Rule"), tongues.text("State")], rows)


def _checked(words: Message, reader: Locale) -> str:
    return check_words(reader, words)


def _proofs(data: Proof, one: "GrantView", tongues: Tongues) -> list[Block]:
    """What is there, on which day it was ticked or as which document, and what is missing."""
    missing = sum(done is None for _, done in one.proofs)
    documents = {doc.proof: doc.name for doc in data.documents if doc.grant_id == one.grant.id}
    rows: list[list[Cell]] = []
    for code, done in one.proofs:
        name = tongues.each(partial(_proof, code))
        state = tongues.text("missing").joined(" / ")
        if done is not None:
            state = joined(tongues.text("there").joined(" / "), tongues.first.date(done))
        rows.append(
            [(name.first, name.second) if name.second else name.first, state, documents.get(code, "")]
        )
    words = (
        tongues.ntext("{n} document is still missing.", "{n} documents are still missing.", missing)
        if missing
        else tongues.text("Everything is there.")
    )
    heads = [tongues.text("What"), tongues.text("State"), tongues.text("Document")]
    return [Words(tuple(words)), Grid(heads, rows)]
