# SPDX-License-Identifier: GPL-3.0-or-later
"""From the board's values to what its cards say and how they are framed, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.ages import OF_AGE
from hospes.domain.codes_visit import BedKind, OfferState
from hospes.domain.matching.values import Grade, Must
from hospes.domain.matching.words import sentence
from hospes.i18n.marks import N_
from hospes.ui.look.sign import Side
from hospes.ui.pages import visit_hosting_words as words
from hospes.ui.pages.visit_hosting_view import (
    CardView,
    Frame,
    GuestView,
    Line,
    LinkView,
    RowKind,
    RowView,
    TermView,
    WhyView,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from hospes.domain.matching.values import Fit, Guest, Host, Term
    from hospes.domain.matching.view import Party
    from hospes.i18n.locale import Locale
    from hospes.queries.hosting_board import Bedded
    from hospes.queries.hosting_board import HostCard as HostRow
    from hospes.ui.pages.visit_hosting_model import Board
    from hospes.ui.pages.visit_hosting_view import Tone

FITS_HERE = frozenset({Grade.VERY_GOOD, Grade.GOOD})
"""Grades at which the free beds of a card invite, whether or not it is the one told about."""

MAY_BE_ASKED = frozenset({Must.NIGHTS, Must.ACCEPTS, Must.LIMIT, Must.MINOR, Must.OFFER})
"""Musts a telephone call can change."""

BOLD = "\x01"

SPARE = 2
"""Nights that must be left over for a bed somebody has for a part of the stay to be shown as free."""

FREE_BEDS = {
    BedKind.SINGLE: N_("Free bed"),
    BedKind.DOUBLE: N_("Free place in a double bed"),
    BedKind.BUNK: N_("Free bunk bed"),
    BedKind.SOFA: N_("Free sofa bed"),
    BedKind.COT: N_("Free cot"),
}


class Composer:
    """Makes views of one board for one language."""

    def __init__(
        self, board: Board, locale: Locale, guest_sides: Mapping[str, Side], host_sides: Mapping[str, Side]
    ) -> None:
        self.board = board
        self.locale = locale
        self._guest_sides, self._host_sides = guest_sides, host_sides
        self._spoken = frozenset(
            code
            for guest in board.case.guests
            for code, level in guest.languages.items()
            if level >= words.NATIVE
        )
        self._traits: dict[str, str] = {}
        self._rows_of: dict[str, tuple[RowView, ...]] = {}
        self._cards: dict[tuple[str, tuple[str, ...], str, bool], CardView] = {}
        self._names: dict[tuple[str, ...], str] = {}

    def side(self, guest: Guest) -> Side:
        """Whose people the guest belongs to."""
        return self._guest_sides.get(guest.delegation, Side.PARTNER)

    def say(self, term: Term) -> str:
        """A term in words."""
        return sentence(term, self.locale)

    # -- guests --------------------------------------------------------------------------------------

    def guest(self, party: Party) -> GuestView:
        """The card of a party that waits."""
        locale, lead = self.locale, party.members[0]
        nights = words.nights_words(locale, lead.nights, self.board.nights)
        lines = [Line(words.company(locale, party))]
        lines += words.needs(locale, party)
        if nights:
            lines.append(Line(words.sentence_case(nights), "clock", "muted"))
        placed = self.board.view.placed.get(lead.key)
        if placed:
            missing = len(lead.nights - placed.keys())
            lines.append(
                Line(
                    locale.ntext("{n} night without a bed", "{n} nights without a bed", missing),
                    "triangle-alert",
                    "warn",
                )
            )
        name = words.with_age(locale, lead)
        facts = ", ".join([name, *(line.text for line in lines)])
        says = locale.text("{guest}, no host yet. Enter to choose a host", guest=facts)
        return GuestView(lead.key, name, words.initials(lead.name), self.side(lead), tuple(lines), says)

    # -- homes ---------------------------------------------------------------------------------------

    def card(self, host: Host, chosen: Party | None, *, picked: str, shown: bool) -> CardView:
        """A host card; `picked` is the chosen guest, if placed, `shown`: the right column tells of it.

        A card that was put into words is kept as long as the board: who walks from home to home, or goes back
        to a guest, waits for the few that look otherwise.
        """
        asked = (host.key, chosen.keys if chosen is not None else (), picked, shown)
        found = self._cards.get(asked)
        if found is None:
            found = self._cards[asked] = self._card(host, chosen, picked=picked, shown=shown)
        return found

    def _card(self, host: Host, chosen: Party | None, *, picked: str, shown: bool) -> CardView:
        locale, board = self.locale, self.board
        fit = board.fit(chosen, host.key) if chosen is not None else None
        here = chosen is not None and all(board.home_of(key) == host.key for key in chosen.keys)
        row = board.cards[host.key]
        inside = [board.view.guests[key] for key in board.inside(host.key)]
        fits = fit is not None and fit.fits and not here and (shown or fit.grade in FITS_HERE)
        rows = self._rows(row, chosen.members if fits and chosen is not None else (), picked)
        broken = [guest for guest in inside if board.says_conflict(guest.key)]
        foot, links = self._foot(host, row, broken, None if here else fit)
        grade = fit.grade if fit is not None and not here else None
        frame = Frame.PLAIN if grade is None else words.GRADE_LOOKS[grade][2]
        if shown and frame is Frame.GOOD:
            frame = Frame.BEST
        if broken:
            frame = Frame.BROKEN
        places = row.places if row.max_guests is None else min(row.places, row.max_guests)
        beds = locale.ntext(*words.BEDS, places)
        traits = self._host_traits(host)
        return CardView(
            host.key,
            host.name,
            words.initials(host.name)[:1],
            self._host_sides.get(host.key, Side.HOME),
            beds,
            traits,
            tuple(rows),
            tuple(foot),
            self._says(host, beds, traits, foot, chosen, here=here),
            tuple(links),
            frame,
            shown,
            grade,
        )

    def _host_traits(self, host: Host) -> str:
        if host.key not in self._traits:
            found = words.host_traits(self.locale, host, self._spoken)
            self._traits[host.key] = words.joined(found[: words.MOST_FACTS])
        return self._traits[host.key]

    def _says(
        self, host: Host, beds: str, traits: str, foot: Sequence[Line], chosen: Party | None, *, here: bool
    ) -> str:
        locale = self.locale
        free = locale.ntext("{n} free", "{n} free", self.board.free(host))
        facts = ". ".join([", ".join([host.name, beds, free]), traits, *(line.text for line in foot)])
        if chosen is None or here:
            return facts
        if chosen.keys not in self._names:
            self._names[chosen.keys] = words.given_names(locale, chosen.members)
        who = self._names[chosen.keys]
        return locale.text("{home}. Enter to place {guests} here", home=facts, guests=who)

    def _rows(self, row: HostRow, fitting: Sequence[Guest], picked: str) -> list[RowView]:
        """A line for each bed: first those who are here, then what is free."""
        key = row.key
        if picked not in self.board.inside(key):
            if key not in self._rows_of:
                self._rows_of[key] = (*self._all_taken(row, ""), *self._all_free(row))
            rows = list(self._rows_of[key])
        else:
            rows = [*self._all_taken(row, picked), *self._all_free(row)]
        names = [guest.name for guest in fitting]
        for number, one in enumerate(rows):
            if names and one.kind is RowKind.FREE:
                text = self.locale.text("{name} fits here", name=names.pop(0))
                rows[number] = RowView(RowKind.FITS, text, text)
        return rows

    def _all_taken(self, row: HostRow, picked: str) -> list[RowView]:
        taken: dict[UUID, Bedded] = {}
        for slot in row.slots:
            taken |= {one.guest_id: one for one in slot.sleepers}
        return [self._taken(one, picked) for one in taken.values()]

    def _all_free(self, row: HostRow) -> list[RowView]:
        found: list[RowView] = []
        for slot in row.slots:
            rest = frozenset(slot.free) & self.board.nights
            if row.state is OfferState.YES and (slot.is_free or (slot.sleepers and len(rest) >= SPARE)):
                text = self.locale.text(FREE_BEDS[slot.kind])
                nights = words.nights_words(self.locale, rest, self.board.nights)
                found.append(RowView(RowKind.FREE, text, f"{text} {nights}".strip(), nights=nights))
        return found

    def _taken(self, one: Bedded, picked: str) -> RowView:
        locale, guest = self.locale, self.board.view.guests[one.guest_id.hex]
        broken = self.board.says_conflict(guest.key)
        name = words.with_age(locale, guest)
        nights = words.nights_words(locale, frozenset(one.nights), self.board.nights)
        facts = [name, nights, *(self.say(term) for term in broken)]
        if one.locked:
            facts.append(locale.text("stays here"))
        return RowView(
            RowKind.BROKEN if broken else RowKind.PLACED,
            name,
            ", ".join(fact for fact in facts if fact),
            guest.key,
            nights,
            self.side(guest),
            guest.key == picked,
            locale.text("Take {name} out of this home", name=guest.name),
            one.locked,
        )

    def _foot(
        self, host: Host, row: HostRow, broken: Sequence[Guest], fit: Fit | None
    ) -> tuple[list[Line], list[LinkView]]:
        locale = self.locale
        lines: list[Line] = []
        links: list[LinkView] = []
        for guest in broken:
            said = [
                Line(self.say(term), "circle-alert", "err", strong=True)
                for term in self.board.says_conflict(guest.key)
            ]
            lines += [line for line in said if line not in lines]
            given = guest.given or guest.name
            links.append(LinkView("other", locale.text("Find {name} another host", name=given), guest.key))
        excuses = dict.fromkeys(one.excuse for slot in row.slots for one in slot.sleepers if one.excuse)
        lines += [
            Line(locale.text("Placed all the same: {reason}", reason=why), "sticky-note") for why in excuses
        ]
        if fit is None:
            return lines, links
        icon, ink, _ = words.GRADE_LOOKS[fit.grade]
        lines.append(Line(locale.label(fit.grade), icon, ink, strong=True))
        reasons = [term for term in fit.musts if term.broken]
        if reasons and not broken:
            lines.append(Line(self.say(reasons[0]), "", "muted"))
            asked = {must.value for must in MAY_BE_ASKED}
            if all(term.code.split(".")[0] in asked for term in reasons):
                links.append(
                    LinkView("ask", locale.text("Ask {name}", name=asked_person(host)), host=host.key)
                )
        return lines, links

    # -- why -----------------------------------------------------------------------------------------

    def why(self, party: Party, host: Host, fit: Fit) -> WhyView:
        """The right column for a party and a home."""
        locale = self.locale
        text = locale.text(
            "{guests} with {home}",
            guests=f"{BOLD}{words.given_names(locale, party.members)}{BOLD}",
            home=f"{BOLD}{host.name}{BOLD}",
        )
        who = tuple((part, number % 2 == 1) for number, part in enumerate(text.split(BOLD)) if part.strip())
        badge = words.grade_words(locale, fit.grade, fit.score)
        icon = words.GRADE_LOOKS[fit.grade][0]
        tones: dict[Grade, Tone] = {Grade.POSSIBLE: "home", Grade.WEAK: "warn", Grade.NO: "err"}
        ordered = sorted(fit.musts, key=lambda term: not term.broken)
        terms = [self._term(term) for term in (*ordered, *fit.wishes)]
        return WhyView(who, badge, tones.get(fit.grade, "ok"), icon, tuple(terms), fit.fits)

    def _term(self, term: Term) -> TermView:
        locale = self.locale
        said = self.say(term)
        if term.points is None:
            points = words.points_words(locale, None)
            if term.broken:
                return TermView(said, points, "circle-alert", "err", locale.text("{must}, broken", must=said))
            return TermView(said, points, "check", "ok", locale.text("{must}, kept", must=said))
        points = words.points_words(locale, term.points)
        says = locale.ntext("{reason}, {n} point", "{reason}, {n} points", term.points, reason=said)
        if term.points > 0:
            return TermView(said, points, "plus", "ok", says)
        return TermView(said, points, "minus", "muted", says)


def asked_person(host: Host) -> str:
    """Whom one asks in a home: the first adult, or the home by its name."""
    adults = [person.name for person in host.people if person.age is None or person.age >= OF_AGE]
    return adults[0] if adults else host.name
