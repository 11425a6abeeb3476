# SPDX-License-Identifier: GPL-3.0-or-later
"""What the other laptop did, in words: counted, line by line, and what has to be decided side by side.

Names are those of our file; what is only in theirs is called by its own rows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.codes import Code
from hospes.domain.errors import UserError
from hospes.domain.merge.answers import can_keep_both
from hospes.domain.merge.plan import Plan, Side, Told, question_from_plain
from hospes.domain.merge.values import Fields, Incoming, Key, Merged, Question
from hospes.domain.names import PersonName, display_name
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.history import editor_names
from hospes.queries.laptop_words import COLUMNS, FIELD, GUEST, OTHER, REACH, SECRET, THINGS, Thing
from hospes.queries.names import names
from hospes.store.codec import decode, journalled, table_of
from hospes.store.tables import load_all
from hospes.store.tables.laptops import MergeQuestion

Rows = Mapping[Key, Fields | None]


OWNERS = (
    "person_id", "household_id", "organisation_id", "participation_id", "programme_item_id", "visit_id",
)  # fmt: skip
"""Columns that say whose a row is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One side of a question: what it says, who said it and when."""

    text: str
    who: str
    when: datetime | None
    deleted: bool = False
    own: bool = False
    """It was whoever asks."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question as a person reads it."""

    title: str
    kind: str
    mine: Choice
    theirs: Choice
    both: bool = False
    """Both can stand beside each other."""
    typed: bool = False
    """Something else can be written instead."""
    id: UUID | None = None
    """Of a question that was left for later."""

    @property
    def theirs_newer(self) -> bool | None:
        """Which side is newer; None if nobody can tell."""
        if self.mine.when is None or self.theirs.when is None or self.mine.when == self.theirs.when:
            return None
        return self.theirs.when > self.mine.when


@dataclass(frozen=True, slots=True)
class Described:
    """A plan in words."""

    name: str
    """Of the person at the other laptop; empty if nobody knows."""
    day: date | None
    counts: tuple[str, ...]
    """"3 guests", "6 phone numbers": what comes in without a question."""
    lines: tuple[str, ...]
    """The same one by one."""
    cards: tuple[Card, ...]
    renumbered: tuple[tuple[str, str, str], ...] = ()
    """Whose number changes, from, to."""


def described(
    connection: Connection, plan: Plan, locale: Locale, editor: str = "", *, listed: bool = False
) -> Described:
    """Tell a plan. `editor` is who asks and is called "you"; `listed` leaves out what no list may hold."""
    load_all()
    teller = _Teller(connection, plan, locale, editor, listed=listed)
    merged = plan.merged
    pairs = zip(merged.questions, plan.told, strict=True)
    return Described(
        plan.side.name,
        _day(plan.side),
        teller.counts(merged.incoming),
        tuple(teller.line(one) for one in merged.incoming),
        tuple(teller.card(question, told) for question, told in pairs),
        tuple((teller.called(one.key), one.before, one.after) for one in merged.renumbered),
    )


def waiting(connection: Connection) -> int:
    """How many questions were left for later."""
    return connection.execute(select(func.count()).select_from(MergeQuestion)).scalar() or 0


def waiting_cards(connection: Connection, locale: Locale, editor: str = "") -> tuple[Card, ...]:
    """The questions that were left for later, the oldest first."""
    load_all()
    q = MergeQuestion
    query = select(
        q.id, q.kind, q.table_name, q.row_id, q.fields, q.mine, q.theirs, q.mine_by, q.mine_at, q.theirs_by,
        q.theirs_at,
    ).order_by(q.id)  # fmt: skip
    cards: list[Card] = []
    for row in connection.execute(query):
        question = question_from_plain(
            row.kind, (row.table_name, row.row_id.hex), row.fields, row.mine, row.theirs
        )
        told = _told(row.mine_by, row.mine_at), _told(row.theirs_by, row.theirs_at)
        plan = Plan(_only(question), (told,))
        cards.append(_Teller(connection, plan, locale, editor).card(question, told, row.id))
    return tuple(cards)


def known_steps(connection: Connection) -> set[str]:
    """Steps of this file that count, also those that were brought in."""
    from hospes.store.merge_read import journal

    return journal(connection).known()


def _only(question: Question) -> Merged:
    return Merged({}, (), (question,))


def _told(by: str, at: datetime | None) -> Told:
    return Told(by, at.isoformat() if at else "")


def _day(side: Side) -> date | None:
    moment = _moment(side.at)
    return moment.astimezone().date() if moment else None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


class _Teller:
    """Finds words for rows of a plan."""

    def __init__(
        self, connection: Connection, plan: Plan, locale: Locale, editor: str, *, listed: bool = False
    ) -> None:
        self._locale, self._editor, self._listed = locale, editor, listed
        self._rows: dict[Key, Fields] = {}
        for rows in (plan.merged.outcome, *(q.theirs for q in plan.merged.questions)):
            self._rows |= {key: fields for key, fields in rows.items() if fields is not None}
        for question in plan.merged.questions:
            self._rows |= {key: fields for key, fields in question.mine.items() if fields is not None}
        ids = {row_id for _, row_id in self._rows} | {key[1] for key in plan.merged.outcome}
        ids |= {str(value) for fields in self._rows.values() for value in fields.values() if _is_id(value)}
        wanted = {UUID(hex=one) for one in ids}
        self._gone = _stored(connection, [key for key, f in plan.merged.outcome.items() if f is None])
        wanted |= {UUID(hex=str(v)) for f in self._gone.values() for v in f.values() if _is_id(v)}
        self._named = {ref.hex: one.text for ref, one in names(connection, wanted, locale.language).items()}
        self._who = {**plan.editors, **editor_names(connection)}

    # ---- counted and listed ---------------------------------------------------------------------------

    def counts(self, incoming: Iterable[Incoming]) -> tuple[str, ...]:
        """How many of what, in the order they come in; additions first."""
        locale = self._locale
        found: dict[str, Counter[Thing]] = {"added": Counter(), "changed": Counter(), "removed": Counter()}
        order = [GUEST, *THINGS.values(), *REACH.values(), OTHER]
        for one in sorted(incoming, key=lambda one: order.index(self._thing(one))):
            found[one.kind][self._thing(one)] += 1
        said = [locale.ntext(*thing.counted, n) for thing, n in found["added"].items()]
        things = [locale.ntext(*thing.counted, n) for thing, n in found["changed"].items()]
        if things:
            said.append(locale.text("changed: {things}", things=locale.listing(things)))
        things = [locale.ntext(*thing.counted, n) for thing, n in found["removed"].items()]
        if things:
            said.append(locale.text("removed: {things}", things=locale.listing(things)))
        return tuple(said)

    def line(self, one: Incoming) -> str:
        """One change as a line."""
        locale = self._locale
        what = locale.text(self._thing(one).one)
        name = self.called(one.key)
        if one.kind == "added":
            return locale.text("New: {what} · {name}", what=what, name=name)
        if one.kind == "removed":
            return locale.text("Removed: {what} · {name}", what=what, name=name)
        fields = dict.fromkeys(locale.text(COLUMNS.get(field, FIELD)) for field in one.fields)
        if not fields:
            return locale.text("Changed: {what} · {name}", what=what, name=name)
        return locale.text(
            "Changed: {what} · {name} · {fields}", what=what, name=name, fields=locale.listing(fields)
        )

    def _thing(self, one: Incoming) -> Thing:
        table = one.key[0]
        if table == "person" and any(key[0] == "participation" for key in one.rows):
            return GUEST if one.kind == "added" else THINGS["person"]
        if table == "contact_point":
            return REACH.get(str(self._fields(one.key).get("kind")), OTHER)
        return THINGS.get(table, OTHER)

    # ---- questions ------------------------------------------------------------------------------------

    def card(self, question: Question, told: tuple[Told, Told], kept: UUID | None = None) -> Card:
        """A question, side by side."""
        mine = self._choice(question, question.mine, told[0])
        theirs = self._choice(question, question.theirs, told[1])
        return Card(
            self._title(question),
            question.kind,
            mine,
            theirs,
            can_keep_both(question),
            question.kind == "field" and self._can_type(question),
            kept,
        )

    def _can_type(self, question: Question) -> bool:
        columns = table_of(journalled()[question.key[0]]).columns
        return all(name in ("value", "e164") for name in question.fields) or (
            len(question.fields) == 1 and type(columns[question.fields[0]].type).__name__ == "String"
        )

    def _title(self, question: Question) -> str:
        name = self.called(question.key)
        if question.kind != "field":
            return name
        if question.key[0] == "contact_point":
            kind = REACH.get(str(self._fields(question.key).get("kind")), OTHER)
            return self._locale.text(
                "{name} · {field}", name=self._owner(question.key), field=self._locale.text(kind.one)
            )
        fields = dict.fromkeys(self._locale.text(COLUMNS.get(one, FIELD)) for one in question.fields[:1])
        return self._locale.text("{name} · {field}", name=name, field=self._locale.listing(fields))

    def _choice(self, question: Question, rows: Rows, told: Told) -> Choice:
        row = rows.get(question.key)
        if question.kind in ("gone-here", "gone-there", "either"):
            text, deleted = self._whole(question, rows), row is None
        elif question.kind == "bin":
            text, deleted = "", bool(row and row["binned_at"])
        else:
            text, deleted = self.values(question.key[0], row or {}, question.fields), False
        own = bool(told.by) and told.by == self._editor
        who = self._locale.text("you") if own else self._who.get(told.by, "")
        return Choice(text, who, _moment(told.at), deleted, own)

    def _whole(self, question: Question, rows: Rows) -> str:
        """The rows of one side in a line: for a programme item where it is, else what it is called."""
        language = self._locale.language
        texts = [
            (fields.get("language") != language, str(fields["language"]), str(fields.get("place") or ""))
            for (table, _), fields in sorted(rows.items())
            if table == "programme_item_text" and fields is not None
        ]
        for _, _, place in sorted(texts):
            if place:
                return place
        there = [key for key, fields in rows.items() if fields is not None]
        if question.kind == "either":
            return self._locale.listing(
                self.values(key[0], self._rows[key], ("household_id", "offer_id", "bed_id"))
                for key in there
                if key[0] in ("household_member", "placement")
            )
        extra = [self.called(key) for key in there if key != question.key and key[0] != question.key[0]]
        return self._locale.listing(list(dict.fromkeys(extra))[:4]) if extra else ""

    def values(self, table: str, fields: Fields, wanted: Sequence[str]) -> str:
        """Columns of a row as a person writes them."""
        if table in SECRET and self._listed:
            return self._locale.text("not shown on lists")
        cls = journalled()[table]
        said = []
        for name in wanted:
            if name in ("e164", "currency") or fields.get(name) in (None, ""):
                continue
            said.append(self._told_value(decode(table_of(cls).columns[name], fields[name]), name, fields))
        return ", ".join(dict.fromkeys(one for one in said if one))

    def _told_value(self, value: object, name: str, fields: Fields) -> str:
        locale = self._locale
        if name.endswith("minor") and isinstance(value, int):
            return locale.money(Money(value, str(fields.get("currency") or "EUR")))
        if isinstance(value, UUID):
            return self._named.get(value.hex, "") or self._by_rows(value.hex)
        if isinstance(value, Code):
            return locale.label(value)
        if isinstance(value, bool):
            return locale.text("yes") if value else locale.text("no")
        if isinstance(value, RoughDate):
            return locale.rough(value)
        if isinstance(value, datetime):
            return locale.moment(value)
        if isinstance(value, date):
            return locale.date(value)
        return locale.time(value) if isinstance(value, time) else str(value)

    # ---- names ----------------------------------------------------------------------------------------

    def called(self, key: Key) -> str:
        """What a row is called."""
        table = key[0]
        fields = self._fields(key)
        if table == "contact_point":
            value = self.values(table, fields, ("value",))
            return self._locale.text("{name}: {value}", name=self._owner(key), value=value)
        if table == "programme_item":
            return self._programme(key, fields)
        own = self._named.get(key[1]) or self._by_rows(key[1])
        if own:
            return own
        owner = self._owner(key)
        more = self.values(table, fields, ("minor", "on", "night", "street", "text", "title", "name", "year"))
        return " · ".join(part for part in (owner, more) if part) or self._locale.text(
            THINGS.get(table, OTHER).one
        )

    def _programme(self, key: Key, fields: Fields) -> str:
        columns = table_of(journalled()["programme_item"]).columns
        parts = []
        try:
            day, starts = (decode(columns[name], fields.get(name)) for name in ("on", "starts"))
        except (ValueError, UserError):
            day = starts = None
        if isinstance(day, date):
            parts.append(self._locale.date(day, "weekday_short"))
        if isinstance(starts, time):
            parts.append(self._locale.time(starts))
        title = self._named.get(key[1]) or self._text_of(key[1])
        return " · ".join((*((", ".join(parts),) if parts else ()), *((title,) if title else ())))

    def _text_of(self, item: str) -> str:
        texts = [
            (fields["language"] != self._locale.language, str(fields["language"]), str(fields["title"]))
            for (table, _), fields in self._rows.items()
            if table == "programme_item_text" and fields.get("programme_item_id") == item
        ]
        return min(texts)[2] if texts else ""

    def _owner(self, key: Key) -> str:
        fields = self._fields(key)
        for name in OWNERS:
            value = fields.get(name)
            if isinstance(value, str):
                found = self._named.get(value) or self._by_rows(value)
                if found:
                    return found
        return ""

    def _fields(self, key: Key) -> Fields:
        return self._rows.get(key) or self._gone.get(key) or {}

    def _by_rows(self, row_id: str) -> str:
        """What a row is called that only the other laptop has."""
        person = self._rows.get(("person", row_id))
        if person is not None:
            given, prefix, surname = (
                str(person.get(name) or "") for name in ("given", "surname_prefix", "surname")
            )
            return display_name(PersonName(given=given, surname_prefix=prefix, surname=surname))
        for table in ("household", "organisation", "task", "document", "tag"):
            found = self._rows.get((table, row_id))
            if found is not None:
                return str(found.get("name") or found.get("title") or "")
        taking_part = self._rows.get(("participation", row_id))
        if taking_part is not None:
            person_id = str(taking_part.get("person_id") or "")
            return self._named.get(person_id) or self._by_rows(person_id)
        return ""


def _is_id(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 32:
        return False
    try:
        UUID(hex=value)
    except ValueError:
        return False
    return True


def _stored(connection: Connection, keys: Sequence[Key]) -> dict[Key, Fields]:
    """Rows of our file, as it holds them."""
    found: dict[Key, Fields] = {}
    for table, row_id in keys:
        query = f'SELECT * FROM "{table}" WHERE id = ?'  # names of tables are ours
        for row in connection.exec_driver_sql(query, (row_id,)).mappings():
            found[table, row_id] = dict(row)
    return found


def newest_step(connection: Connection) -> str:
    """The id of the newest step of the file; empty if nothing was done yet."""
    from hospes.store.merge_plan import last_step

    return last_step(connection)
