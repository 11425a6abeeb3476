# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that are probably mistyped: addresses, telephone numbers, accounts."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select

from hospes.domain.addresses import postcode_doubt, postcode_form
from hospes.domain.bank import read_iban
from hospes.domain.codes import ContactKind
from hospes.domain.emails import read_email
from hospes.domain.errors import UserError
from hospes.domain.phones import e164
from hospes.i18n.marks import N_
from hospes.queries.checks import NOBODY, Finding
from hospes.queries.members import home_country
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.members import Mandate

PHONES = frozenset({ContactKind.PHONE, ContactKind.MOBILE})
POSTCODE_DOUBT, PHONE_DOUBT = "odd-postcode", "odd-phone"
"""Under these codes the pages remember that somebody said "It is right"."""


def unreachable(connection: Connection, today: date) -> Iterator[Finding]:
    """E-mail addresses nobody can write to, and telephone numbers nobody can compare."""
    c = ContactPoint
    home = home_country(connection)
    query = select(c.id, c.kind, c.value, c.e164, c.person_id, c.household_id, c.organisation_id)
    for row, kind, value, international, person, household, organisation in connection.execute(query):
        owner = person or household or organisation or NOBODY
        where = "person" if person else "household" if household else "organisation"
        args: dict[str, object] = {"value": value}
        if kind == ContactKind.EMAIL and not _is_email(value):
            msgid = N_("{name}: nobody can write to “{value}”.")
            yield Finding("email-odd", where, owner, msgid, args, error=False, row=row, value=value)
        elif kind in PHONES and not international:
            found = e164(value, home)
            msgid = N_("{name}: “{value}” does not look like a telephone number.")
            if found:
                msgid = N_("{name}: “{value}” was never compared with other telephone numbers.")
            yield Finding(
                PHONE_DOUBT, where, owner, msgid, args, error=False, row=row, value=value,
                cure=value if found else "",
            )  # fmt: skip


def _is_email(value: str) -> bool:
    try:
        read_email(value)
    except UserError:
        return False
    return True


def strange_postcode(connection: Connection, today: date) -> Iterator[Finding]:
    """A postcode that is not one of its country, or not written as its post does."""
    a = Address
    home = home_country(connection)
    query = select(a.id, a.postcode, a.country, a.person_id, a.household_id, a.organisation_id)
    for row, postcode, country, person, household, organisation in connection.execute(
        query.where(a.postcode != "")
    ):
        land = country or home
        form = postcode_form(postcode, land)
        where = "person" if person else "household" if household else "organisation"
        owner = person or household or organisation or NOBODY
        args: dict[str, object] = {"value": postcode, "country": land}
        if postcode_doubt(postcode, land) is not None:
            msgid = N_("{name}: “{value}” does not look like a postcode of {country}.")
            yield Finding(POSTCODE_DOUBT, where, owner, msgid, args, error=False, row=row, value=postcode)
        elif form != postcode:
            msgid = N_("{name}: the postcode “{value}” is written “{form}” in its country.")
            yield Finding(
                "postcode-form", where, owner, msgid, {"value": postcode, "form": form}, error=False, row=row,
                value=postcode, cure=form,
            )  # fmt: skip


def strange_account(connection: Connection, today: date) -> Iterator[Finding]:
    """A mandate for an account that cannot exist, and references given twice."""
    m = Mandate
    seen: dict[tuple[object, str], object] = {}
    query = select(m.id, m.owner_id, m.reference, m.iban, m.person_id, m.household_id, m.organisation_id)
    for row, owner, reference, iban, person, household, organisation in connection.execute(
        query.order_by(m.id)
    ):
        payer = person or household or organisation or NOBODY
        where = "person" if person else "household" if household else "organisation"
        try:
            read_iban(iban)
        except UserError:
            msgid = N_("{name}: the account of a mandate cannot exist.")
            yield Finding("mandate-iban", where, payer, msgid, row=row)
        if (owner, reference) in seen:
            msgid = N_("{name}: the mandate reference {reference} was given twice.")
            yield Finding("mandate-twice", where, payer, msgid, {"reference": reference}, row=row)
        seen[owner, reference] = row
