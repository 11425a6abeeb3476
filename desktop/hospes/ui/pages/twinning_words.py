# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of twinnings say alike: towns with their signs, years, last contact, jubilees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.ui.look.sign import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hospes.domain.ages import Anniversary
    from hospes.domain.values import RoughDate
    from hospes.queries.partnerships import BondParty, TwinningRow
    from hospes.queries.partnerships_contact import Contact
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone


def side_of(party: BondParty) -> Side:
    """The sign of a party's town."""
    return Side.of(party.partner)


def towns_of(parties: Sequence[BondParty]) -> tuple[tuple[Side | None, str], ...]:
    """The parties with their signs."""
    return tuple((side_of(party), party.name) for party in parties if party.last is None)


def since_words(desk: Desk, row: TwinningRow) -> str:
    """`since 8 June 1974 · 51 years`."""
    if row.since is None:
        return desk.text("Nobody has written down since when.")
    since = desk.locale.rough(row.since)
    if row.until is not None:
        return desk.text("{since} to {until}", since=since, until=desk.locale.rough(row.until))
    if not row.years:
        return desk.text("since {since}", since=since)
    return desk.ntext("since {since} · {n} year", "since {since} · {n} years", row.years, since=since)


def jubilee_words(desk: Desk, since: RoughDate | None, one: Anniversary | None) -> str:
    """`60 years on 8 June 2034`; of a rough beginning only the year is told."""
    if one is None:
        return ""
    exact = since is not None and since.exact is not None
    if exact:
        day = desk.locale.date(one.on, "long")
        return desk.ntext("{n} year on {day}", "{n} years on {day}", one.years, day=day)
    return desk.ntext("{n} year in {year}", "{n} years in {year}", one.years, year=str(one.on.year))


def ago_words(desk: Desk, day: date) -> str:
    """How long ago something was, in days, months or years."""
    days = (desk.file.today - day).days
    if days <= 0:
        return desk.text("today")
    if days < 60:
        return desk.ntext("{n} day ago", "{n} days ago", days)
    if days < 730:
        return desk.ntext("{n} month ago", "{n} months ago", round(days / 30.44))
    return desk.ntext("{n} year ago", "{n} years ago", round(days / 365.25))


def contact_words(desk: Desk, contact: Contact | None) -> str:
    """`Last contact: a visit, 11 months ago`."""
    if contact is None:
        return desk.text("No contact is written down.")
    how = {
        "visit": desk.text("Last contact: a visit, {ago}", ago=ago_words(desk, contact.on)),
        "call": desk.text("Last contact: a telephone call, {ago}", ago=ago_words(desk, contact.on)),
        "meeting": desk.text("Last contact: a conversation, {ago}", ago=ago_words(desk, contact.on)),
        "letter": desk.text("Last contact: a letter, {ago}", ago=ago_words(desk, contact.on)),
        "exchange": desk.text("Last contact: an exchange, {ago}", ago=ago_words(desk, contact.on)),
    }
    return how[contact.kind.value]


def status_of(desk: Desk, row: TwinningRow) -> tuple[str, Tone, str]:
    """The state as word, tone and icon: asleep counts before what somebody once wrote."""
    if row.status is PartnershipStatus.ENDED:
        return desk.locale.label(row.status), "muted", "circle"
    if row.asleep:
        return desk.locale.label(PartnershipStatus.DORMANT), "warn", "moon"
    if row.status is PartnershipStatus.RELAUNCHED:
        return desk.locale.label(row.status), "home", "sun"
    return desk.locale.label(row.status), "ok", "check"


def kind_words(desk: Desk, row: TwinningRow) -> str:
    """What kind of link it is; that both lie in one country is said."""
    kind = desk.locale.label(row.type)
    if row.is_domestic:
        return desk.text("{kind} within one country", kind=kind)
    return kind
