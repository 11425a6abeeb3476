# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is who for a partner country: organisations over there and those here that deal with it (REQ-1-17).

What lies in a partner's country is listed, and here whatever represents it: consulates, institutes, chambers,
trade offices, networks and funders, wherever they have their seat. A chamber in our own town is the trade
association of our own people unless it writes in a language of over there.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import OrganisationKind, Sector
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.actors_places import OverThere, over_there
from hospes.queries.paper_contacts import PaperOrganisation, paper_organisations
from hospes.store.selections import pick
from hospes.store.tables.actors import ActorFact
from hospes.store.tables.organisations import Organisation

REPRESENTING = frozenset({
    OrganisationKind.CONSULATE, OrganisationKind.CONSULATE_GENERAL, OrganisationKind.HONORARY_CONSULATE,
    OrganisationKind.INSTITUTE, OrganisationKind.CHAMBER, OrganisationKind.TRADE_OFFICE,
    OrganisationKind.PARLIAMENT_GROUP, OrganisationKind.NETWORK, OrganisationKind.UMBRELLA,
    OrganisationKind.FUNDER, OrganisationKind.MINISTRY,
})  # fmt: skip
"""Kinds that belong on the paper although they are not over there."""

OUR_OWN = frozenset({OrganisationKind.CHAMBER})
"""Kinds of them that every town has for itself."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """A figure with its day and source."""

    id: UUID
    what: str
    value: str
    as_of: RoughDate | None
    source: str
    organisation_id: UUID | None
    country: str


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Everything on the paper."""

    places: OverThere
    organisations: tuple[PaperOrganisation, ...]
    figures: tuple[FactLine, ...]
    """Of the partner countries as a whole."""
    figures_of: dict[UUID, tuple[FactLine, ...]]

    def of_sector(self, sector: Sector) -> list[PaperOrganisation]:
        """Organisations of one sector."""
        return [one for one in self.organisations if one.sector is sector]


def actor_facts(
    connection: Connection, *, organisation_id: UUID | None = None, country: str | None = None
) -> list[FactLine]:
    """Figures of one organisation, of one country, or all there are."""
    f = ActorFact
    query = pick(f.id, f.what, f.value, f.as_of, f.source, f.organisation_id, f.country)
    if organisation_id is not None:
        query = query.where(f.organisation_id == organisation_id)
    elif country is not None:
        query = query.where(f.organisation_id.is_(None), f.country == country)
    return [FactLine(*row) for row in connection.execute(query.order_by(f.position, f.id))]


def who_is_who(connection: Connection, partnership_id: UUID | None, today: date, language: str) -> WhoIsWho:
    """The actors of a twinning's partner places and countries; of all our twinnings if None."""
    places = over_there(connection, partnership_id, language)
    countries = set(places.countries)
    speaks = _countries(connection)
    known = {*countries, places.home.country if places.home is not None else ""}
    organisations = [
        one
        for one in paper_organisations(connection, today, language)
        if (one.town is not None and one.town.country in countries)
        or (
            (one.town is None or one.town.is_home)
            and one.kind in REPRESENTING
            and speaks.get(one.id, "") in {"", *known}
            and not (one.town is not None and one.kind in OUR_OWN and speaks.get(one.id) not in countries)
        )
    ]
    facts = actor_facts(connection)
    by_organisation: dict[UUID, list[FactLine]] = defaultdict(list)
    for one in facts:
        if one.organisation_id is not None:
            by_organisation[one.organisation_id].append(one)
    return WhoIsWho(
        places,
        tuple(organisations),
        tuple(one for one in facts if one.organisation_id is None and one.country in countries),
        {ref: tuple(some) for ref, some in by_organisation.items()},
    )


def _countries(connection: Connection) -> dict[UUID, str]:
    """The country whose language an organisation writes in: a Polish consulate is nobody's in France."""
    o = Organisation
    query = pick(o.id, o.preferred_language).where(o.preferred_language != "")
    return {ref: Locale.of(language).territory for ref, language in connection.execute(query)}
