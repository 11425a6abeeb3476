# SPDX-License-Identifier: GPL-3.0-or-later
"""What usually holds for organisations and offices: the corner of the actors' triangle, the committee."""

from hospes.domain.codes import Function, OrganisationKind, Sector

_POLITICS = {
    OrganisationKind.COUNCIL,
    OrganisationKind.PARLIAMENT_GROUP,
    OrganisationKind.YOUTH_PARLIAMENT,
}
_ADMINISTRATION = {
    OrganisationKind.TOWN_HALL,
    OrganisationKind.AUTHORITY,
    OrganisationKind.MINISTRY,
    OrganisationKind.CONSULATE,
    OrganisationKind.CONSULATE_GENERAL,
    OrganisationKind.HONORARY_CONSULATE,
    OrganisationKind.INSTITUTE,
    OrganisationKind.FUNDER,
}
_ECONOMY = {
    OrganisationKind.CHAMBER,
    OrganisationKind.TRADE_OFFICE,
    OrganisationKind.COMPANY,
    OrganisationKind.COOPERATIVE,
    OrganisationKind.TRANSPORT,
    OrganisationKind.LODGING,
    OrganisationKind.MEDIA,
}
_EDUCATION = {
    OrganisationKind.SCHOOL,
    OrganisationKind.UNIVERSITY,
    OrganisationKind.NURSERY,
    OrganisationKind.LIBRARY,
}

COMMITTEE = frozenset({
    Function.CHAIR, Function.VICE_CHAIR, Function.SECRETARY, Function.TREASURER,
    Function.MEMBERSHIP_SECRETARY, Function.HOST_OFFICER, Function.YOUTH_OFFICER, Function.PRESS_OFFICER,
    Function.ASSESSOR,
})  # fmt: skip
"""Functions that, in our own association, sit on the committee unless somebody says otherwise."""


def sector_of(kind: OrganisationKind) -> Sector:
    """The corner of the actors' triangle an organisation usually stands in (S28)."""
    for kinds, sector in (
        (_POLITICS, Sector.POLITICS),
        (_ADMINISTRATION, Sector.ADMINISTRATION),
        (_ECONOMY, Sector.ECONOMY),
        (_EDUCATION, Sector.EDUCATION),
    ):
        if kind in kinds:
            return sector
    return Sector.CIVIL
