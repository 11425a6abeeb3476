# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of thanks, of membership, of hosting: a sheet to frame, with room for names and a seal (S14).

They are made of entries of the protocol book, chosen or all that are still to do, or of people; the numbers
on them are counted from memberships, visits and offices. Where there is nobody, one comes to fill in by hand.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.courtesies import HONOURS, Reason
from hospes.domain.names import display_name, for_reader
from hospes.domain.signing import signature_for
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.certificate_sheet import CertificateSheet
from hospes.papers.kit.page import Page
from hospes.papers.kit.tongues import NO_WORDS, Pair, Tongues
from hospes.papers.options import Options, choice, day, text, tick
from hospes.papers.signing import SignedOptions, signer_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from hospes.domain.person_name import PersonName
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.courtesies import CourtesyRow
    from hospes.queries.honours import Merits


class CertificateKind(Code):
    """What it certifies."""

    ENTRY = "entry", N_("As the entry says")
    THANKS = "thanks", N_("Certificate of thanks")
    MEMBERSHIP = "membership", N_("Certificate of membership")
    HOSTING = "hosting", N_("Certificate of hosting")
    HONORARY = "honorary", N_("Honorary membership")


class Lie(Code):
    """How the sheet lies."""

    UPRIGHT = "upright", N_("Upright")
    LYING = "lying", N_("Lying")


@dataclass(frozen=True, kw_only=True)
class CertificateOptions(SignedOptions):
    """What stands on the sheet."""

    kind: CertificateKind = choice(N_("Kind"), CertificateKind.ENTRY)
    lie: Lie = choice(N_("Sheet"), Lie.UPRIGHT)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands under the reason as you write it."))
    on: date | None = day(N_("Day"), hint=N_("That of the entry, or today, if nothing is given."))
    signed_by: str = text(N_("Signed by"), hint=N_("For example: Hannelore Fischer, chairwoman"))
    signed_too: str = text(N_("Signed by as well"), hint=N_("Of the town or the partner association."))
    seal: bool = tick(N_("Room for a seal"), True)


@dataclass(frozen=True, slots=True)
class Certified:
    """Somebody and what is certified."""

    name: "PersonName | str"
    kind: CertificateKind
    reason: Reason | None
    merits: "Merits"
    what: str = ""
    occasion: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Certificates:
    """All of them."""

    of: tuple[Certified, ...]


class Certificate(Paper[CertificateOptions, Certificates]):
    """Certificates."""

    code: ClassVar[str] = "certificate"
    title: ClassVar[str] = N_("Certificate")
    about: ClassVar[str] = N_("A sheet of thanks to frame, for members, hosts and everybody who helps")
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.ENTRIES
    options: ClassVar[type[Options]] = CertificateOptions

    def data(
        self, connection: "Connection", options: CertificateOptions, scope: Scope, locale: Locale
    ) -> Certificates:
        """Those of the chosen entries or people, else of the honours that are still to do."""
        from hospes.queries.courtesies import courtesy_rows
        from hospes.queries.honours import merits
        from hospes.queries.person_facts import names_of
        from hospes.queries.scope import ids_in

        people = scope.people or ((scope.person,) if scope.person is not None else ())
        entries: list[CourtesyRow] = []
        if not people:
            entries = _wanted(courtesy_rows(connection, locale), scope.rows)
        every = {*people, *(one.person_id for one in entries if one.person_id is not None)}
        names = names_of(connection, ids_in(every))
        day = options.on or scope.today
        known = merits(connection, every, day)
        found = [
            _entry(one, options, names.get(one.person_id) if one.person_id else None, known)
            for one in entries
        ]
        kind = CertificateKind.THANKS if options.kind is CertificateKind.ENTRY else options.kind
        found += [Certified(names[one], kind, None, known[one]) for one in people if one in names]
        return Certificates(tuple(found))

    def build(self, data: Certificates, options: CertificateOptions, kit: "Kit") -> "Document":
        """A sheet for each."""
        from hospes.queries.honours import Merits

        book = kit.open_book(kit.tongues.text(self.title))
        page = Page.of(options.size, options.lie is Lie.LYING)
        blank = CertificateKind.THANKS if options.kind is CertificateKind.ENTRY else options.kind
        shown = data.of or (Certified("", blank, None, Merits()),)
        book.expect(len(shown))
        for at, one in enumerate(shown):
            book.step(at, len(shown))
            book.turn(page)
            sheet = CertificateSheet(book.pen, page, kit.sender, large=options.large_print)
            sheet.draw(
                title=kit.tongues.label(one.kind),
                intro=_intro(one, kit.tongues),
                name=_names(one, kit.tongues),
                reason=_reason(one, kit.tongues),
                what=(_what(one, kit.tongues), _occasion(one, kit.tongues)),
                words=options.words.strip(),
            )
            day = options.on or one.on or kit.today
            signed = (options.signed_too, options.signed_by)
            sheet.foot(_place_and_day(kit, day), signed, seal=options.seal, pictures=_pictures(options, kit))
        return kit.finish()


def _wanted(entries: "Iterable[CourtesyRow]", rows: "tuple[UUID, ...] | None") -> "list[CourtesyRow]":
    if rows is not None:
        return [one for one in entries if one.id in rows]
    return [one for one in entries if one.planned and one.kind in HONOURS]


def _entry(
    one: "CourtesyRow",
    options: CertificateOptions,
    name: "PersonName | None",
    known: "dict[UUID, Merits]",
) -> Certified:
    from hospes.domain.courtesies import CourtesyKind
    from hospes.queries.honours import Merits

    kind = options.kind
    if kind is CertificateKind.ENTRY:
        kind = CertificateKind.HONORARY if one.kind is CourtesyKind.HONORARY else _OF[one.reason]
    numbers = known.get(one.person_id, Merits()) if one.person_id is not None else Merits()
    return Certified(name or one.whom, kind, one.reason, numbers, one.what, one.occasion, one.on)


_OF = {
    None: CertificateKind.THANKS,
    Reason.MEMBERSHIP: CertificateKind.MEMBERSHIP,
    Reason.HOSTING: CertificateKind.HOSTING,
    Reason.GUESTS: CertificateKind.HOSTING,
    Reason.OFFICE: CertificateKind.THANKS,
}


def _names(one: Certified, tongues: Tongues) -> str:
    return tongues.each(lambda reader: _called(one, reader)).joined(" / ")


def _called(one: Certified, locale: Locale) -> str:
    return one.name if isinstance(one.name, str) else display_name(for_reader(one.name, locale.code))


def _what(one: Certified, tongues: Tongues) -> str:
    """What the entry says, unless a counted reason or the title says it already."""
    if one.reason is not None or one.what.casefold() in {
        words.casefold() for words in tongues.label(one.kind) if words
    }:
        return ""
    return one.what


def _occasion(one: Certified, tongues: Tongues) -> str:
    """The occasion, unless it only names the reason that is counted."""
    said = one.reason is not None and one.occasion in tongues.label(one.reason)
    return "" if said else one.occasion


def _intro(one: Certified, tongues: Tongues) -> Pair:
    if one.kind is CertificateKind.HONORARY:
        return tongues.ptext("certificate", "is conferred on")
    return tongues.ptext("certificate", "awarded to")


def _reason(one: Certified, tongues: Tongues) -> Pair:
    """The counted reason where there is a number, else thanks in general."""
    numbers = one.merits
    if one.reason is Reason.OFFICE and numbers.office_years:
        return tongues.ntext(
            "in thanks for {n} year in office", "in thanks for {n} years in office", numbers.office_years
        )
    if one.kind is CertificateKind.MEMBERSHIP and numbers.member_years:
        return tongues.ntext(
            "in thanks for {n} year of loyal membership",
            "in thanks for {n} years of loyal membership",
            numbers.member_years,
        )
    if one.kind is CertificateKind.HOSTING:
        return _hosting(one, tongues)
    if one.kind is CertificateKind.HONORARY:
        return tongues.ptext("certificate", "in thanks for all that was done for our twinning")
    return tongues.ptext("certificate", "in thanks and recognition")


def _hosting(one: Certified, tongues: Tongues) -> Pair:
    numbers = one.merits
    if one.reason is Reason.HOSTING and numbers.hosting_years:
        return tongues.ntext(
            "in thanks for an open door to our guests in {n} year",
            "in thanks for an open door to our guests in {n} years",
            numbers.hosting_years,
        )
    if numbers.guests:
        return tongues.ntext(
            "in thanks for a bed, a table and a warm welcome to {n} guest",
            "in thanks for a bed, a table and a warm welcome to {n} guests",
            numbers.guests,
        )
    return tongues.ptext("certificate", "in thanks for a bed, a table and a warm welcome to our guests")


def _pictures(options: CertificateOptions, kit: "Kit") -> tuple[bytes | None, bytes | None]:
    """Signatures over the two lines; over the other's line only where it names one of ours."""
    other = None
    if kit.signers is not None and options.signed_too.strip():
        found = signature_for(kit.signers, options.signed_too)
        other = found.picture if found is not None else None
    ours = signer_of(options.signed_by, kit)
    return other, ours.picture if ours is not None else None


def _place_and_day(kit: "Kit", on: date) -> Pair:
    place = kit.sender.place
    if not place:
        return kit.tongues.each(lambda locale: locale.date(on, "long"))
    found = kit.tongues.each(
        lambda locale: locale.ptext(
            "letterhead", "{place}, {date}", place=place, date=locale.date(on, "long")
        )
    )
    return found if found.second != found.first else Pair(found.first, NO_WORDS.first)
