# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing a partner's visit file with ours: every difference first, nothing written.

Guests and hosts go the way of any list (`bringing_visit`), found again by the id they have in files of the
partner; who sleeps where and the programme are compared here. The partner knows its own people best, so what
differs is taken over unless somebody says otherwise; nobody is cancelled and nothing taken away unless
somebody says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hospes.domain.codes_visit import Audience, Meal
from hospes.i18n.fold import fold
from hospes.transfer.bringing_visit import CheckedForVisit, CheckedGuests, CheckedHosts, check_for_visit
from hospes.transfer.columns import Column
from hospes.transfer.door import Read
from hospes.transfer.drafts import Draft
from hospes.transfer.fields import fields_of
from hospes.transfer.naming import Names
from hospes.transfer.nights import MOST_NIGHTS, NightProblem, nights_of
from hospes.transfer.plan import Decision, Fate
from hospes.transfer.reading import Grid, Head
from hospes.transfer.sources.base import Recognised
from hospes.transfer.table import Table, table_of

if TYPE_CHECKING:
    from hospes.actions.bring_in_partner import BringInPartnerFile, PartnerItem, PartnerStay
    from hospes.i18n.locale import Locale
    from hospes.queries.partner_known import KnownItem, PartnerKnown
    from hospes.queries.visit_ground import VisitGround

PARTNER = "partner"
TEXTS = ("title", "details", "place", "meeting_point")


@dataclass(slots=True)
class StayDifference:
    """Where somebody sleeps by the file, and by ours."""

    fate: Fate
    name: str
    host: str
    nights: tuple[date, ...]
    before: str
    """Where they sleep now, in names; empty if nowhere."""
    stay: "PartnerStay"
    take: bool = True


@dataclass(slots=True)
class GoneStay:
    """Nights at a home of the partner that the file does not have any more."""

    name: str
    host: str
    nights: tuple[date, ...]
    stay: "PartnerStay"
    take: bool = False


@dataclass(slots=True)
class ItemDifference:
    """A new item of the programme, or one that is told otherwise."""

    fate: Fate
    on: date
    title: str
    changes: tuple[tuple[str, str, str], ...]
    """Field (`starts`, `title.fr`), ours, theirs."""
    item: "PartnerItem"
    take: bool = True


@dataclass(slots=True)
class CheckedPartnerFile:
    """A visit file and all that bringing it in would change."""

    draft: Draft
    visit: UUID
    sender: str
    titles: Mapping[str, str]
    first: str
    guests: CheckedGuests | None = None
    hosts: CheckedHosts | None = None
    stays: list[StayDifference] = field(default_factory=list)
    gone: list[GoneStay] = field(default_factory=list)
    items: list[ItemDifference] = field(default_factory=list)
    unfound: list[str] = field(default_factory=list)
    """Names of guests who sleep somewhere by the file and are not at our visit."""
    same_days: bool = True
    """The visit has the same first day in both files."""

    @property
    def lists(self) -> tuple[CheckedForVisit, ...]:
        """The lists of people in it."""
        return tuple(each for each in (self.guests, self.hosts) if each is not None)

    def decide(self, decision: Decision | None, *, cancel: bool) -> None:
        """One decision about all differences, as the command line asks for it; None takes them over."""
        for each in self.lists:
            for row in each.plan.doubtful:
                sure = row.match is not None and row.decision is not Decision.SKIP
                if decision is Decision.SKIP and sure:
                    each.plan.decide(row.who.row, Decision.FILL)
                elif decision is Decision.ADD and not sure:
                    each.plan.decide(row.who.row, Decision.ADD)
            if cancel:
                each.cancel = {gone.participation for gone in each.missing}
        if decision is Decision.SKIP:
            for stay in self.stays:
                stay.take = stay.fate is Fate.NEW
            for item in self.items:
                item.take = item.fate is Fate.NEW
        for gone in self.gone:
            gone.take = cancel

    def count(self) -> int:
        """How many differences would be written."""
        chosen = sum(each.count() for each in self.lists)
        chosen += sum(stay.take and stay.fate is not Fate.KNOWN for stay in self.stays)
        chosen += sum(gone.take for gone in self.gone)
        return chosen + sum(item.take for item in self.items)

    def action(self) -> "BringInPartnerFile":
        """The one act."""
        from hospes.actions.bring_in_partner import BringInPartnerFile

        stays = [each.stay for each in self.stays if each.take and each.fate is not Fate.KNOWN]
        stays += [each.stay for each in self.gone if each.take]
        return BringInPartnerFile(
            self.visit,
            self.guests.action() if self.guests is not None else None,  # type: ignore[arg-type]  # BringInGuests
            self.hosts.action() if self.hosts is not None else None,  # type: ignore[arg-type]  # BringInHosts
            tuple(stays),
            tuple(each.item for each in self.items if each.take),
        )


def check_partner_file(
    draft: Draft, read: Read, locale: "Locale", today: date, visit: UUID
) -> CheckedPartnerFile:
    """Compare a visit file with a visit of ours. Raises UserError for a visit that is gone."""
    from hospes.queries.partner_known import partner_known
    from hospes.queries.visit_ground import visit_ground

    cards = _by_part(draft)
    about = next(iter(cards["about"]), (1, {}))[1]
    ground: VisitGround = read(visit_ground, visit, locale.language, today)
    known: PartnerKnown = read(partner_known, visit, today)
    told = _dict(about.get("visit"))
    sender = _dict(about.get("from"))
    result = CheckedPartnerFile(
        draft,
        visit,
        str(sender.get("name") or sender.get("town") or ""),
        {str(code): str(text) for code, text in _dict(told.get("titles")).items()},
        str(told.get("first") or ""),
    )
    result.same_days = not (result.first and ground.first) or result.first == str(ground.first)
    has = about.get("has")
    if isinstance(has, list) and "guests" in has and cards["guests"]:
        guests = _people(draft, "guests", cards["guests"], read, locale, today, ground)
        assert isinstance(guests, CheckedGuests)
        result.guests = guests
    if cards["hosts"]:
        hosts = _people(draft, "hosts", cards["hosts"], read, locale, today, ground)
        assert isinstance(hosts, CheckedHosts)
        result.hosts = hosts
    _stays(result, cards["stays"], cards["hosts"], ground, known)
    _items(result, cards["programme"], known.items)
    return result


Records = list[tuple[int, dict[str, Any]]]


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _by_part(draft: Draft) -> dict[str, Records]:
    found: dict[str, Records] = {name: [] for name in ("about", "guests", "hosts", "stays", "programme")}
    for number, card in draft.grid.cards:
        part = str(card.get("part", ""))
        if part == "about":
            found["about"].append((number, card))
        elif part in found and isinstance(card.get("record"), dict):
            found[part].append((number, card["record"]))
    return found


# ---- people ---------------------------------------------------------------------------------------------


def _people(
    draft: Draft,
    kind: str,
    records: Records,
    read: Read,
    locale: "Locale",
    today: date,
    ground: "VisitGround",
) -> CheckedForVisit:
    """The guests or hosts of the file, as a list of that kind."""
    allowed = fields_of(kind)
    grid = Grid(Head("json"), cards=[(number, _cells(record, allowed)) for number, record in records])
    table: Table = table_of(grid)
    columns = tuple(
        Column(at, heading, table.samples(at), heading if heading in allowed else None, sure=True)
        for at, heading in enumerate(table.headings)
    )
    known = Recognised(PARTNER, "visit", {}, order="ymd")
    theirs = [party for party in ground.parties if not party.ours]
    able = [party for party in theirs if (party.visits if kind == "guests" else party.hosts)] or theirs
    checked = check_for_visit(
        Draft(draft.name, grid, table, columns, known, kind), read, locale, today, visit=ground.id,
        literal=True, delegation=able[0].id if able else None,
    )  # fmt: skip
    assert isinstance(checked, CheckedForVisit)
    for row in checked.plan.doubtful:
        if row.decision is Decision.FILL:
            checked.plan.decide(row.who.row, Decision.TAKE)
    return checked


def _cells(record: Mapping[str, Any], allowed: Iterable[str]) -> dict[str, Any]:
    names = set(allowed)
    cells = {
        name: value for name, value in record.items() if name in names and not isinstance(value, dict | list)
    }
    cells["source_id"] = str(record.get("id") or "")[:60]
    return cells


# ---- who sleeps where -----------------------------------------------------------------------------------


def _stays(
    result: CheckedPartnerFile,
    records: Records,
    host_records: Records,
    ground: "VisitGround",
    known: "PartnerKnown",
) -> None:
    from hospes.actions.bring_in_partner import PartnerStay

    hosts = _host_places(result, host_records, ground)
    names = Names(ground)
    guest_rows = {}
    if result.guests is not None:
        guest_rows = {row.who.source_id: row for row in result.guests.plan.rows}
    told: dict[tuple[UUID, UUID], set[date]] = {}
    for _, record in records:
        shown = " ".join(str(record.get(part) or "") for part in ("given_name", "family_name")).strip()
        place = hosts.get(str(record.get("host") or ""))
        nights = _nights(str(record.get("nights") or ""))
        if place is None or not nights:
            continue
        home, label = place
        person: UUID | int | None = known.guests.get(str(record.get("guest") or ""))
        row = guest_rows.get(str(record.get("guest") or ""))
        if person is None and row is not None:
            person = row.match or row.who.row
        if person is None:
            one = names.person(shown, here=True, ours=False)
            person = one.id if one is not None else None
        if person is None:
            result.unfound.append(shown)
            continue
        now = known.nights.get(person, {}) if isinstance(person, UUID) else {}
        if isinstance(person, UUID) and isinstance(home, UUID):
            told.setdefault((person, home), set()).update(nights)
        changed = [night for night in nights if now.get(night) != home]
        before = dict.fromkeys(known.homes.get(now[night], "") for night in changed if night in now)
        fate = Fate.KNOWN if not changed else (Fate.UPDATED if any(before) else Fate.NEW)
        stay = PartnerStay(person, home, nights)
        result.stays.append(StayDifference(fate, shown, label, nights, ", ".join(before), stay))
    if records:
        _gone(result, told, ground, known)


def _gone(
    result: CheckedPartnerFile,
    told: Mapping[tuple[UUID, UUID], set[date]],
    ground: "VisitGround",
    known: "PartnerKnown",
) -> None:
    """Nights at the partner's homes the file does not have, where the guest is not elsewhere on them."""
    from hospes.actions.bring_in_partner import PartnerStay

    elsewhere: dict[UUID, set[date]] = {}
    for (person, _), days_told in told.items():
        elsewhere.setdefault(person, set()).update(days_told)
    labels = {person.id: person.label for person in ground.people}
    for person, nights_at in known.nights.items():
        by_home: dict[UUID, list[date]] = {}
        for night, home in nights_at.items():
            if home in known.theirs and night not in elsewhere.get(person, ()):
                by_home.setdefault(home, []).append(night)
        for home, nights in by_home.items():
            days = tuple(sorted(nights))
            stay = PartnerStay(person, home, (), days)
            result.gone.append(GoneStay(labels.get(person, ""), known.homes.get(home, ""), days, stay))


def _host_places(
    result: CheckedPartnerFile, records: Records, ground: "VisitGround"
) -> dict[str, tuple[UUID | int, str]]:
    """By the file's id of a home: our household or the row that makes one, and its name."""
    found: dict[str, tuple[UUID | int, str]] = {}
    if result.hosts is None:
        return found
    rows = {row.who.row: row for row in result.hosts.plan.rows}
    for number, record in records:
        row = rows.get(number)
        if row is None:
            continue
        line = result.hosts.at_visit.hosts[number]
        comes = row.fate is not Fate.DOUBTFUL or row.decision is not Decision.SKIP
        if line.home is None and not comes:
            continue
        label = str(record.get("household") or row.who.shown)
        found[str(record.get("id") or "")] = (line.home or number, label)
    return found


def _nights(text: str) -> tuple[date, ...]:
    try:
        found = nights_of(text, None, None, date(2000, 1, 1)) if text else ()
    except NightProblem:
        return ()
    return found[:MOST_NIGHTS]


# ---- programme ------------------------------------------------------------------------------------------


def _items(result: CheckedPartnerFile, records: Records, known: "tuple[KnownItem, ...]") -> None:
    free = list(known)
    for _, record in records:
        item = _item(record)
        if item is None:
            continue
        same = _same_item(item, free)
        if same is None:
            title = next((words["title"] for words in item.texts.values() if words.get("title")), "")
            result.items.append(ItemDifference(Fate.NEW, item.on, title, (), item))
            continue
        free.remove(same)
        changes, texts, times = _changes(item, same)
        if changes:
            changed = replace(item, id=same.id, texts=texts, times=times)
            result.items.append(ItemDifference(Fate.UPDATED, item.on, same.title, tuple(changes), changed))


def _item(record: Mapping[str, Any]) -> "PartnerItem | None":
    from hospes.actions.bring_in_partner import PartnerItem

    try:
        on = date.fromisoformat(str(record.get("on") or ""))
    except ValueError:
        return None
    texts = {
        str(code)[:12]: {
            name: str(words[name]) for name in TEXTS if isinstance(words.get(name), str) and words[name]
        }
        for code, words in _dict(record.get("texts")).items()
        if isinstance(words, dict)
    }
    meal, audience = str(record.get("meal") or ""), str(record.get("audience") or "")
    return PartnerItem(
        None, on, _time(record.get("starts")), _time(record.get("ends")), str(record.get("time_words") or ""),
        Meal(meal) if meal in list(Meal) else Meal.NONE,
        Audience(audience) if audience in list(Audience) else Audience.ALL,
        {code: words for code, words in texts.items() if words},
    )  # fmt: skip


def _time(value: object) -> time | None:
    try:
        return time.fromisoformat(str(value)).replace(tzinfo=None) if value else None
    except ValueError:
        return None


def _same_item(item: "PartnerItem", known: "list[KnownItem]") -> "KnownItem | None":
    titles = {fold(words.get("title", "")) for words in item.texts.values()} - {""}
    on_day = [one for one in known if one.on == item.on]
    titled = [one for one in on_day if titles & {fold(text) for text in one.titles}]
    timed = [one for one in (titled or on_day) if one.starts == item.starts and item.starts is not None]
    found = timed or titled
    if not found:
        found = [
            one for one in known if titles & {fold(text) for text in one.titles} and one.starts == item.starts
        ]
    return found[0] if found else None


def _changes(
    item: "PartnerItem", known: "KnownItem"
) -> tuple[list[tuple[str, str, str]], dict[str, dict[str, str]], bool]:
    changes: list[tuple[str, str, str]] = []
    pairs = (
        ("on", str(known.on), str(item.on)),
        ("starts", _clock(known.starts), _clock(item.starts)),
        ("ends", _clock(known.ends), _clock(item.ends)),
        ("time_words", known.time_words, item.time_words),
        ("meal", known.meal, item.meal.value),
    )
    changes += [(name, ours, theirs) for name, ours, theirs in pairs if ours != theirs and theirs]
    times = bool(changes)
    texts: dict[str, dict[str, str]] = {}
    for language, words in item.texts.items():
        for name, text in words.items():
            ours = known.texts.get(language, {}).get(name, "")
            if ours != text:
                changes.append((f"{name}.{language}", ours, text))
                texts.setdefault(language, {})[name] = text
    return changes, texts, times


def _clock(at: time | None) -> str:
    return at.isoformat("minutes") if at is not None else ""
