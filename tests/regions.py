# SPDX-License-Identifier: GPL-3.0-or-later
"""A chain of papers that really was signed, made through the one door (domain S25).

North Rhine-Westphalia and Nord-Pas-de-Calais agreed on a work programme in 2004 and a joint declaration in
2014; in 2016 Nord-Pas-de-Calais and Picardie became Hauts-de-France; a further declaration followed in 2021,
and its renewal was signed on 4 September 2024. Days that are not public are kept as rough as they are known.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hospes.actions.agreements import AddAgreement, AddSigning, Signer
from hospes.actions.partnerships import AddPartnership, NewParty
from hospes.actions.territories import AddSuccession, AddTerritory, EditTerritory, SetTerritoryName
from hospes.domain.codes_twinning import (
    AgreementType,
    PartnershipLevel,
    PartnershipType,
    SuccessionKind,
    TerritoryKind,
)
from hospes.domain.values import RoughDate

MERGED = date(2016, 1, 1)


@dataclass(frozen=True)
class Regions:
    """Ids of the pair."""

    bond: UUID
    nrw: UUID
    north: UUID
    picardie: UUID
    france: UUID
    papers: tuple[UUID, ...]


def regions(app) -> Regions:
    """Write all of it into a file."""

    def place(name, country, **names):
        ref = app.run(AddTerritory(name, TerritoryKind.REGION, country)).result
        for language, called in names.items():
            app.run(SetTerritoryName(ref, language, called))
        return ref

    nrw = place("Nordrhein-Westfalen", "DE", fr="Rhénanie-du-Nord-Westphalie", en="North Rhine-Westphalia")
    north = place("Nord-Pas-de-Calais", "FR")
    picardie = place("Picardie", "FR", de="Pikardie", en="Picardy")
    france = place("Hauts-de-France", "FR")
    app.run(EditTerritory(france, {"valid_from": MERGED}))
    for before in (north, picardie):
        app.run(AddSuccession(before, france, SuccessionKind.MERGED, MERGED))
    bond = app.run(
        AddPartnership(
            (NewParty(nrw), NewParty(north)),
            PartnershipType.REGIONAL,
            PartnershipLevel.REGION,
            since=RoughDate(2004),
        )
    ).result
    papers: list[UUID] = []
    for kind, title, french, on in (
        (AgreementType.WORK_PROGRAMME, "Gemeinsames Arbeitsprogramm", "Programme de travail commun", "2004"),
        (AgreementType.DECLARATION, "Gemeinsame Erklärung", "Déclaration commune", "2014"),
        (AgreementType.DECLARATION, "Gemeinsame Erklärung", "Déclaration commune", "2021"),
        (
            AgreementType.RENEWAL,
            "Erneuerung der Gemeinsamen Erklärung",
            "Renouvellement de la déclaration commune",
            "2024-09-04",
        ),
    ):
        paper = app.run(
            AddAgreement(
                bond, kind, {"de": title, "fr": french}, papers[-1] if papers else None, ("de", "fr")
            )
        ).result
        signer = Signer("N. N.", "Minister")
        app.run(
            AddSigning(paper, RoughDate.parse(on), signers=(signer,) if on.endswith("04") and papers else ())
        )
        papers.append(paper)
    return Regions(bond, nrw, north, picardie, france, tuple(papers))
