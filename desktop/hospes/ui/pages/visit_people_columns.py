# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of a visit's people, as data, and the words several parts of the tab share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import LanguageLevel
from hospes.domain.codes_visit import ParticipationKind, ParticipationState, PresenceState
from hospes.domain.diets import Allergen, Animal, Diet, parts
from hospes.domain.names import display_name, initials, list_name
from hospes.domain.values import Money
from hospes.i18n.marks import N_, P_
from hospes.ui.look.sign import Side
from hospes.ui.pages.visit_widths import for_words
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from datetime import date

    from hospes.i18n.locale import Locale
    from hospes.queries.participants import ParticipantRow
    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.labels import Tone

STATE_LOOK: dict[ParticipationState, tuple[str, Tone]] = {
    ParticipationState.INTERESTED: ("star", "muted"),
    ParticipationState.REGISTERED: ("circle-dot", "home"),
    ParticipationState.WAITING: ("clock", "warn"),
    ParticipationState.CONFIRMED: ("check", "ok"),
    ParticipationState.CANCELLED: ("x", "muted"),
    ParticipationState.NO_SHOW: ("circle-alert", "muted"),
}
"""Icon and tone of each state."""

LATE = frozenset({ParticipationState.CANCELLED, ParticipationState.NO_SHOW})
"""States that come late and seldom: their longer words claim no room from what one plans with."""


def kind_word(row: ParticipantRow, locale: Locale) -> str:
    """The grey word behind a name: what somebody is, unless a guest; else the role that was typed."""
    if row.role:
        return row.role
    return "" if row.kind is ParticipationKind.GUEST else locale.label(row.kind)


def _name(row: ParticipantRow, locale: Locale) -> Cell:
    return Cell(
        list_name(row.name),
        grey=kind_word(row, locale),
        initials=initials(row.name),
        side=Side.of(row.partner),
    )


def with_words(row: ParticipantRow, locale: Locale) -> str:
    """Who somebody comes with: first names where the family is the same, else the whole name."""
    names = [
        (one.given or display_name(one)) if one.surname == row.name.surname else display_name(one)
        for one in row.comes_with
    ]
    return locale.listing(names)


def _sleeps(row: ParticipantRow, locale: Locale) -> str | Cell:
    if row.kind is ParticipationKind.HOST:
        return Cell(row.household, icon="house", tone="muted") if row.household else ""
    if row.hotel:
        return locale.text("Hotel")
    if row.without_host and row.sleeps_at:
        words = locale.ntext(
            "{home}, {n} night open",
            "{home}, {n} nights open",
            row.nights - row.placed,
            home=locale.listing(row.sleeps_at),
        )
        return Cell(words, icon="triangle-alert", tone="warn")
    if row.without_host:
        return Cell(locale.text("No host yet"), icon="triangle-alert", tone="warn")
    return locale.listing(row.sleeps_at)


def diet_words(row: ParticipantRow, locale: Locale) -> str:
    """Diets in words."""
    known = {one.value: one for one in Diet}
    return ", ".join(locale.label(known[code]) if code in known else code for code in parts(row.diet))


def allergy_words(codes: str, locale: Locale) -> str:
    """Animals and other allergies in words."""
    known = {one.value: one for kind in (Animal, Allergen, Diet) for one in kind}
    return ", ".join(locale.label(known[code]) if code in known else code for code in parts(codes))


def _allergy(row: ParticipantRow, locale: Locale) -> str | Cell:
    if row.allergies_hidden:
        return Cell(locale.text("no consent"), icon="lock", tone="muted")
    words = allergy_words(row.allergies, locale)
    return Cell(words, icon="shield-check", tone="warn") if words else ""


def _speaks(row: ParticipantRow, locale: Locale) -> str:
    """Foreign languages; the mother tongue goes without saying where there is another."""
    foreign = [code for code, level in row.languages if level is not LanguageLevel.NATIVE]
    return ", ".join(locale.language_name(code) for code in foreign or [code for code, _ in row.languages])


def consent_words(row: ParticipantRow, locale: Locale) -> tuple[str, str, Tone]:
    """What somebody has agreed to, with icon and tone."""
    if row.kind is ParticipationKind.HOST:
        return "", "", "muted"
    if row.consent_host is None:
        return locale.text("not asked"), "clock", "muted"
    if not row.consent_host:
        return locale.text("not to the host"), "x", "warn"
    if row.consent_photo is False:
        return locale.text("no photos"), "eye-off", "muted"
    return locale.text("yes"), "check", "ok"


def _consent(row: ParticipantRow, locale: Locale) -> str | Cell:
    words, icon, tone = consent_words(row, locale)
    return Cell(words, icon=icon, tone=tone) if words else ""


def _paid(row: ParticipantRow, locale: Locale) -> str | Cell:
    account = row.account
    if account is None or not (account.owed or account.paid):
        return ""
    if account.open.minor > 0:
        words = locale.text("{amount} open", amount=locale.money(account.open))
        return Cell(words, icon="circle-dot", tone="warn")
    if account.open.minor < 0:
        back = Money(-account.open.minor, account.open.currency)
        return Cell(
            locale.text("{amount} to give back", amount=locale.money(back)), icon="undo-2", tone="home"
        )
    return Cell(locale.text("paid"), icon="check", tone="ok")


def state_words(row: ParticipantRow, locale: Locale) -> str:
    """The state, with the place on the waiting list and the day of cancelling."""
    if row.state is ParticipationState.WAITING and row.waiting_rank is not None:
        return locale.text("Waits as no. {n}", n=row.waiting_rank)
    if row.state is ParticipationState.CANCELLED and row.cancelled_on is not None:
        return locale.text("Cancelled {day}", day=locale.date(row.cancelled_on))
    return locale.label(row.state)


def _state(row: ParticipantRow, locale: Locale) -> str | Cell:
    if row.kind is ParticipationKind.HOST:
        return ""
    icon, tone = STATE_LOOK[row.state]
    return Cell(state_words(row, locale), icon=icon, tone=tone)


def _missing(row: ParticipantRow, locale: Locale) -> str | Cell:
    if not row.incomplete:
        return ""
    n = len(row.papers) + len(row.missing)
    return Cell(locale.ntext("{n} thing", "{n} things", n), icon="triangle-alert", tone="warn")


def columns(today: date) -> tuple[Column[ParticipantRow], ...]:
    """All columns; `today` is the day of the column Here."""

    def here(row: ParticipantRow, locale: Locale) -> str | Cell:
        state = row.presence.get(today)
        if state is PresenceState.HERE:
            return Cell(locale.text("here"), icon="square-check", tone="ok")
        if state is not None:
            return Cell(locale.label(state), icon="x", tone="muted")
        if row.presence:
            n = sum(one is PresenceState.HERE for one in row.presence.values())
            return locale.ntext("{n} day", "{n} days", n)
        return ""

    def registered(row: ParticipantRow, locale: Locale) -> str:
        moment = row.registered_at or row.interested_at
        return locale.date(moment.date()) if moment is not None else ""

    return (
        Column("name", P_("person", "Name"), 212, _name, "name", least=182),
        Column("age", N_("Age"), 58, lambda row, _: "" if row.age is None else str(row.age), "age", "right"),
        Column("with", N_("Comes with"), 116, with_words, "with", least=92, goes=3),
        Column("sleeps", N_("Sleeps at"), 140, _sleeps, "sleeps", least=140),
        Column("diet", N_("Diet"), 104, diet_words, "diet", least=96, goes=2),
        Column("allergy", N_("Allergy"), 94, _allergy, "allergy", least=90, goes=1),
        Column("speaks", N_("Speaks"), 112, _speaks, "speaks", least=100, goes=5),
        Column("paid", N_("Paid"), 104, _paid, "paid", least=138, goes=4),
        Column("consent", N_("Consent"), 92, _consent, "consent", goes=6),
        Column("state", N_("State"), 160, _state, "state", least=116),
        Column("here", N_("Here"), 76, here, "here", goes=7),
        Column("missing", N_("Missing"), 110, _missing),
        Column("kind", N_("Takes part as"), 120, lambda row, loc: loc.label(row.kind), "kind"),
        Column("delegation", N_("Delegation"), 140, lambda row, _: row.delegation, "delegation"),
        Column("registered", N_("Registered"), 110, registered, "registered"),
        Column("arrival", N_("Arrives"), 110, lambda row, loc: loc.date(row.arrival_on), "arrival"),
        Column("departure", N_("Leaves"), 110, lambda row, loc: loc.date(row.departure_on), "departure"),
    )


def fitted(theme: Theme, locale: Locale, today: date) -> tuple[Column[ParticipantRow], ...]:
    """The columns with room for their words, which differ in length from language to language."""
    usual = Money(99900, "EUR")
    words = {
        "sleeps": [locale.text("No host yet")],
        "paid": [locale.text("{amount} open", amount=locale.money(usual)), locale.text("paid")],
        "consent": [locale.text("not asked"), locale.text("no photos"), locale.text("yes")],
        "state": [locale.label(state) for state in STATE_LOOK if state not in LATE],
    }
    return tuple(for_words(theme, one, words.get(one.code, ())) for one in columns(today))


SHOWN = ("name", "age", "with", "sleeps", "diet", "allergy", "speaks", "paid", "consent", "state", "here")
BESIDE = ("name", "age", "with", "sleeps", "state")
COMPACT = ("name", "age", "sleeps", "state")
NARROW = ("name", "sleeps")
