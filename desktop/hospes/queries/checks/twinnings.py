# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings, their parties, phases and agreements; offices."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, func, select

from hospes.domain.codes import Function
from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.selections import pick
from hospes.store.tables.organisations import Office
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementSigning,
    Partnership,
    PartnershipParty,
    PartnershipPhase,
)

ONE_AT_A_TIME = frozenset({Function.CHAIR, Function.TREASURER, Function.SECRETARY})
"""What one person is at a time."""


def too_few_parties(connection: Connection, today: date) -> Iterator[Finding]:
    """A bond of one."""
    p, party = Partnership, PartnershipParty
    query = (
        select(p.id)
        .join(party, party.partnership_id == p.id, isouter=True)
        .where(p.binned_at.is_(None))
        .group_by(p.id)
        .having(func.count(party.id) < 2)
    )
    for ref in connection.execute(query).scalars():
        msgid = N_("{name}: a twinning needs two parties.")
        yield Finding("twinning-alone", "partnership", ref, msgid, error=False)


def ends_before_it_begins(connection: Connection, today: date) -> Iterator[Finding]:
    """A twinning or one of its phases, the wrong way round."""
    p, phase = Partnership, PartnershipPhase
    for ref, first, last in connection.execute(
        pick(p.id, p.since, p.until).where(p.since.is_not(None), p.until.is_not(None))
    ):
        if last.last < first.first:
            msgid = N_("{name}: the twinning ends before it begins.")
            yield Finding("dates-reversed", "partnership", ref, msgid, error=False)
    for ref, first, last in connection.execute(
        pick(phase.partnership_id, phase.first, phase.last).where(
            phase.first.is_not(None), phase.last.is_not(None)
        )
    ):
        if last.last < first.first:
            msgid = N_("{name}: a phase ends before it begins.")
            yield Finding("dates-reversed", "partnership_phase", ref, msgid, error=False)


def signed_before(connection: Connection, today: date) -> Iterator[Finding]:
    """An agreement signed before the twinning is said to have begun."""
    query = (
        select(Partnership.id, Partnership.since, AgreementSigning.on, AgreementSigning.id)
        .join(Agreement, Agreement.partnership_id == Partnership.id)
        .join(AgreementSigning, AgreementSigning.agreement_id == Agreement.id)
        .where(Partnership.since.is_not(None))
    )
    for ref, since, on, row in connection.execute(query):
        if since is not None and on.last < since.first:
            msgid = N_("{name}: an agreement was signed before the twinning began.")
            yield Finding("agreement-early", "partnership", ref, msgid, error=False, row=row)


def held_by_two(connection: Connection, today: date) -> Iterator[Finding]:
    """Two people who hold at the same time what one person holds."""
    o = Office
    held = defaultdict(list)
    query = select(o.organisation_id, o.function, o.title, o.person_id, o.valid_from, o.valid_to, o.id)
    for organisation, function, title, person, first, last, row in connection.execute(query):
        if function in ONE_AT_A_TIME:
            begins = first.last if first is not None else date.min  # rough days get the benefit of the doubt
            ends = last.first if last is not None else date.max
            held[organisation, function, title].append((begins, ends, person, row))
    for terms in held.values():
        terms.sort(key=lambda one: one[:2])
        for (_, ends, before, _), (begins, _, person, row) in pairwise(terms):
            if begins < ends and before != person:
                msgid = N_("{name} holds an office that somebody else holds at the same time.")
                yield Finding("office-twice", "office", person, msgid, error=False, row=row)
