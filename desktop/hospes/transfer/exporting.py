# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking out: members and contacts as tables, cards or records, and everything as open JSON (product 4 and
5).

Headings are those of product 5, in English or in the language asked for; in both our own import knows them
without a question, and a round trip gives the same table (decision 41).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from hospes.domain.codes import ContactKind, ContactLabel
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.transfer.exported import Written, headings_in
from hospes.transfer.fields import PAYMENTS, STANDARD
from hospes.transfer.words import first_word
from hospes.transfer.writers import WRITERS, no_such_ending, write_table
from hospes.transfer.writers.json_writer import write_everything, write_records
from hospes.transfer.writers.vcard_writer import Card
from hospes.transfer.writers.vcard_writer import write as write_cards
from hospes.transfer.writers.whole import Value, whole_file

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.export import Exported
    from hospes.queries.filters import Filter
    from hospes.transfer.door import Read

T = TypeVar("T")

CONTACT_COLUMNS = (
    "title", "given_name", "family_name", "name_suffix", "birth_date", "sex", "organisation", "function",
    "street", "postcode", "town", "country", "phone", "mobile", "email", "web", "language", "languages",
    "notes", "tags",
)  # fmt: skip

WHAT = (
    "members", "contacts", "visits", "guests", "hosts", "placements", "payments", "journal", "partner",
    "everything",
)  # fmt: skip
NOT_YET: tuple[str, ...] = ()
OF_VISIT = ("guests", "hosts", "placements", "partner")
"""What belongs to one visit."""
ENDINGS = (*WRITERS, ".vcf", ".json")


def export(
    read: "Read",
    target: Path,
    what: str,
    today: date,
    *,
    language: str = "",
    filter_: "Filter | None" = None,
    locale: Locale | None = None,
    visit: "UUID | None" = None,
    health: bool = False,
    confidential: bool = False,
) -> Written:
    """Write a file; its ending chooses the form.

    Args:
        read: how queries are called, `App.read`.
        target: where to; it appears whole or stays as it was.
        what: one of `WHAT`.
        today: the day it is.
        language: of the headings; English, the fixed names of product 5, where it is empty.
        filter_: who is meant; everybody if None.
        locale: in whose order people stand; that of the headings if None.
        visit: whose guests, hosts or plan.
        health: what is a matter of health stands in the table of guests.
        confidential: whom somebody refuses stands in the table.

    Raises UserError for what cannot be written yet and for a target whose ending does not fit.
    """
    ending = target.suffix.lower()
    if what in NOT_YET:
        raise UserError("This cannot be written yet: {what}.", code="what-not-yet", what=what)
    if what == "everything":
        if ending != ".json":
            raise no_such_ending(target, (".json",))
        return _everything(read, target, today)
    if what in OF_VISIT or what == "visits":
        from hospes.transfer.exported import Wanted
        from hospes.transfer.exporting_visit import export_for_visit

        order = locale or Locale.of(language or "en")
        wanted = Wanted(what, visit, today, language, filter_, order, health, confidential)
        return export_for_visit(read, target, wanted)
    if what == "payments":
        return _payments(read, target, today, language)
    if what == "journal":
        from hospes.transfer.exporting_cash import export_journal

        return export_journal(read, target, today, language)
    if ending not in ENDINGS:
        raise no_such_ending(target, ENDINGS)
    from hospes.queries.export import exported_contacts, exported_members
    from hospes.queries.filters import EVERYONE

    query = exported_members if what == "members" else exported_contacts
    people = read(query, filter_ or EVERYONE, locale or Locale.of(language or "en"), today, language or "en")
    if ending == ".vcf":
        with whole_file(target) as part:
            write_cards(part, (card_of(each) for each in people))
        return Written(len(people), target)
    fields = STANDARD if what == "members" else CONTACT_COLUMNS
    headings = headings_in(fields, language)
    rows = table_of(people, fields, language)
    if ending == ".json":
        with whole_file(target) as part:
            write_records(part, headings, rows)
    else:
        title = N_("Members") if what == "members" else N_("Contacts")
        write_table(target, Locale.of(language or "en").text(title), headings, rows)
    return Written(len(people), target)


def _payments(read: "Read", target: Path, today: date, language: str) -> Written:
    """All payments, a row each; amounts as plain figures."""
    from hospes.domain.values import Money
    from hospes.queries.payments_known import exported_payments

    ending = target.suffix.lower()
    if ending not in (*WRITERS, ".json"):
        raise no_such_ending(target, (*WRITERS, ".json"))
    records = read(exported_payments, today, language or "en")

    def plain(value: object) -> Value:
        return value.decimal_text() if isinstance(value, Money) else cast("Value", value)

    rows = [[plain(record.get(field)) for field in PAYMENTS] for record in records]
    headings = headings_in(PAYMENTS, language)
    if ending == ".json":
        with whole_file(target) as part:
            write_records(part, headings, rows)
    else:
        write_table(target, Locale.of(language or "en").text("Payments"), headings, rows)
    return Written(len(rows), target)


def table_of(people: "Iterable[Exported]", fields: Sequence[str], language: str) -> Iterable[list[Value]]:
    """The rows of a table; words for codes in the language of the headings."""
    for each in people:
        yield [_worded(field, each.values.get(field), language) for field in fields]


def _worded(field: str, value: Value, language: str) -> Value:
    if not language or not isinstance(value, str) or not value:
        return value
    if field == "can_host":
        return first_word(value, language) or value
    if field == "sex":
        return first_word(f"sex:{value}", language) or value
    return value


def card_of(each: "Exported") -> Card:
    """Somebody as an address card."""
    values, name = each.values, each.name

    def text(field: str) -> str:
        value = values.get(field)
        return "" if value is None else str(value)

    tags = tuple(tag for tag in text("tags").split(";") if tag)
    address = {"extra": text("address_extra")} | {
        part: text(part) for part in ("street", "town", "region", "postcode", "country")
    }
    return Card(
        uid=str(each.id),
        shown=each.shown or text("organisation"),
        family=text("family_name"),
        given=name.given if name is not None else "",
        second=name.given2 if name is not None else "",
        prefix=text("title"),
        suffix=text("name_suffix"),
        nickname=text("nickname"),
        birth=text("birth_date"),
        gender=text("sex"),
        organisation=text("organisation"),
        function=text("function"),
        phones=tuple((_phone_type(kind, label), number) for kind, label, number in each.phones),
        emails=tuple(each.emails),
        web=each.web,
        address=address,
        language=text("language"),
        notes=text("notes"),
        tags=tags,
        is_organisation=not each.is_person,
    )


def _phone_type(kind: ContactKind, label: ContactLabel) -> str:
    if kind is ContactKind.MOBILE:
        return "CELL"
    return "WORK" if label is ContactLabel.WORK else "HOME"


def _everything(read: "Read", target: Path, today: date) -> Written:
    from hospes.queries.association import association
    from hospes.queries.export import everything

    count = 0
    about: dict[str, object] = {"association": read(association).name, "day": today.isoformat()}

    def write(part: Path) -> Callable[..., None]:
        def with_dump(connection: object) -> None:
            nonlocal count
            dump = everything(connection)  # type: ignore[arg-type]  # SQL's types have no place in this layer

            def counted(rows: Iterable[dict[str, object]]) -> Iterable[dict[str, object]]:
                nonlocal count
                for row in rows:
                    count += 1
                    yield row

            tables = ((name, counted(rows)) for name, rows in dump.tables)
            write_everything(part, {**about, "schema": dump.schema}, tables)

        return with_dump

    with whole_file(target) as part:
        read(write(part))
    return Written(count, target)
