# SPDX-License-Identifier: GPL-3.0-or-later
"""From the tables of places and bonds to rows: territories, organisations, offices, twinnings and their
papers.
"""

from collections.abc import Sequence
from datetime import date

from hospes.domain.values import RoughDate
from hospes.example import bonds, places, reach
from hospes.example.people import PLACES
from hospes.example.phrases import LANGUAGES
from hospes.example.rows import Key, Rows
from hospes.example.tables import lines, options
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.notes import Note
from hospes.store.tables.organisations import Office, Organisation, OrganisationText
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementSignature,
    AgreementSigning,
    AgreementText,
    Partnership,
    PartnershipGroup,
    PartnershipGroupMember,
    PartnershipMotive,
    PartnershipParty,
    PartnershipPhase,
    PartnershipPhaseText,
    PartnershipText,
    Theme,
    ThemeLink,
    ThemeText,
)
from hospes.store.tables.towns import Territory, TerritoryName, TerritorySuccession

OWN_NAMES = {
    "de": (
        "Partnerschaftsverein Rosenau – Montclair e.V.",
        "Förderung der Völkerverständigung zwischen den Städten",
    ),
    "fr": (
        "Comité de jumelage Rosenau – Montclair-sur-Loire",
        "Rapprocher les habitants des villes jumelées",
    ),
    "en": ("Rosenau – Montclair Twinning Association", "Understanding between the people of the twin towns"),
    "pl": ("Stowarzyszenie Partnerstwa Rosenau – Montclair", "Zbliżenie mieszkańców miast partnerskich"),
}

TOWNS = {"rosenau": "Rosenau", "montclair": "Montclair-sur-Loire", "lipowiec": "Lipowiec", "": "Neuenau"}


def territories(rows: Rows) -> None:
    """Countries, regions and towns with their names."""
    for key, kind, name, country, subdivision, zone, parent, rest in lines(places.TERRITORIES):
        more = options(rest)
        territory = rows.add(
            Territory,
            name=name,
            kind=kind,
            country=country,
            subdivision=subdivision,
            zone=zone,
            parent_id=rows.of("territory", parent) if parent else None,
            is_home="home" in more,
            valid_from=_day(more.get("from")),
            valid_to=_day(more.get("to")),
        )
        rows.name("territory", key, territory)
        for language in LANGUAGES:
            if language in more:
                rows.add(TerritoryName, territory_id=territory, language=language, name=more[language])
    for before, after, kind, on in places.SUCCESSIONS:
        rows.add(
            TerritorySuccession,
            before_id=rows.of("territory", before),
            after_id=rows.of("territory", after),
            kind=kind,
            on=date.fromisoformat(on),
        )


def _day(text: str | None) -> date | None:
    # Renamed regions are history of the world, not of the example: they do not move with its calendar.
    return date.fromisoformat(text) if text else None


def organisations(rows: Rows) -> Key:
    """Our association and all others; gives the key of ours."""
    for number, (key, kind, sector, town, name, street, rest) in enumerate(lines(places.ORGANISATIONS)):
        more = options(rest)
        organisation = rows.add(
            Organisation,
            name=name,
            kind=kind,
            sector=sector,
            territory_id=rows.of("territory", town) if town else None,
            preferred_language=more.get("language", PLACES[TOWNS[town]].language),
            founded=rows.almanac.rough(more["founded"]) if "founded" in more else None,
            fields_of_work=more.get("work", ""),
            **(_OWN_FACTS if kind == "own" else {}),
            is_own=kind == "own",
        )
        rows.name("organisation", key, organisation)
        if street:
            _where(rows, organisation, TOWNS[town], street, key, number)
        if "note" in more:
            rows.add(
                Note,
                organisation_id=organisation,
                on=rows.almanac.day(date(2026, 3, 24)),
                text=rows.say(more["note"]),
            )
    own = rows.of("organisation", "own")
    for language, (name, purpose) in OWN_NAMES.items():
        rows.add(OrganisationText, organisation_id=own, language=language, name=name, purpose=purpose)
    return own


_OWN_FACTS: dict[str, object] = {
    "short_name": "Partnerschaftsverein",
    "register_no": "VR 00000",
    "tax_no": "00 000 00000",
    "tax_office": "Rosenau",
    "tax_purpose": "Völkerverständigung",
    "bank_name": "Erste Beispielbank Rosenau",
    "iban": reach.iban(4_711_000_001),
    "bic": "BEISDEFFXXX",
    "creditor_id": "DE98ZZZ09999999999",
}


def _where(rows: Rows, organisation: Key, town: str, street: str, key: str, number: int) -> None:
    place = PLACES[town]
    rows.add(
        Address,
        organisation_id=organisation,
        kind="work",
        street=street,
        postcode=place.postcode,
        town=town,
        country=place.country,
    )
    typed = reach.landline(place.country, 900 + number)
    points = (
        ("phone", typed, reach.e164(typed, place.country)),
        ("email", f"{key.replace('_', '-')}@{place.domain}.example", None),
        ("web", f"https://www.{key.replace('_', '-')}.example", None),
    )
    for position, (kind, value, number_e164) in enumerate(points):
        rows.add(
            ContactPoint,
            organisation_id=organisation,
            kind=kind,
            label="work",
            value=value,
            e164=number_e164,
            position=position,
        )


def offices(rows: Rows) -> None:
    """Who holds which office, from when to when."""
    for organisation, person, function, committee, first, last, rank in lines(places.OFFICES):
        rows.add(
            Office,
            person_id=rows.of("person", person),
            organisation_id=rows.of("organisation", organisation),
            function=function,
            on_committee=bool(committee),
            valid_from=rows.almanac.rough(first),
            valid_to=rows.almanac.rough(last) if last else None,
            term_ends=_next_agm(rows) if committee and not last else None,
            protocol_rank=int(rank),
            position=int(rank),
        )


def _next_agm(rows: Rows) -> RoughDate:
    return rows.almanac.rough("2028-03")


def _texts(values: Sequence[str]) -> list[tuple[str, str]]:
    return [(language, value) for language, value in zip(LANGUAGES, values, strict=True) if value]


def twinnings(rows: Rows, owner: Key) -> None:
    """All bonds with phases, motives, themes and papers."""
    for bond in bonds.BONDS:
        _bond(rows, owner, bond)
    group = rows.add(PartnershipGroup, owner_id=owner, name=bonds.GROUP[0])
    for key in bonds.GROUP[1]:
        rows.add(PartnershipGroupMember, group_id=group, partnership_id=rows.of("partnership", key))
    first = rows.of("partnership", "montclair")
    for position, (begins, ends, titles) in enumerate(bonds.PHASES):
        phase = rows.add(
            PartnershipPhase,
            partnership_id=first,
            first=rows.almanac.rough(begins),
            last=rows.almanac.rough(ends) if ends else None,
            position=position,
        )
        for language, title in _texts(titles):
            rows.add(PartnershipPhaseText, phase_id=phase, language=language, title=title)
    for motive, begins, ends in bonds.MOTIVES:
        rows.add(
            PartnershipMotive,
            partnership_id=first,
            motive=motive,
            first=rows.almanac.rough(begins),
            last=rows.almanac.rough(ends) if ends else None,
        )
    rows.add(
        Note, partnership_id=first, on=rows.almanac.day(date(2026, 4, 9)), text=rows.say("note_twinning")
    )
    _themes(rows)
    for position, paper in enumerate(bonds.AGREEMENTS):
        _paper(rows, paper, position)


def _bond(rows: Rows, owner: Key, bond: bonds.Bond) -> None:
    key = rows.add(
        Partnership,
        owner_id=owner,
        type=bond.type,
        level=bond.level,
        status=bond.status,
        parent_id=rows.of("partnership", bond.parent) if bond.parent else None,
        since=rows.almanac.rough(bond.since),
    )
    rows.name("partnership", bond.key, key)
    for position, party in enumerate(bond.parties):
        kind = "territory" if ("territory", party) in rows.known else "organisation"
        rows.add(
            PartnershipParty,
            partnership_id=key,
            **{f"{kind}_id": rows.of(kind, party)},
            is_ours=party in bonds.OURS,
            position=position,
        )
    aims = dict(_texts(bonds.AIMS)) if bond.key == "montclair" else {}
    for language, title in _texts(bond.titles):
        rows.add(
            PartnershipText, partnership_id=key, language=language, title=title, aims=aims.get(language, "")
        )


def _themes(rows: Rows) -> None:
    for position, (key, parent, names) in enumerate(bonds.THEMES):
        theme = rows.add(Theme, parent_id=rows.of("theme", parent) if parent else None, position=position)
        rows.name("theme", key, theme)
        for language, name in _texts(names):
            rows.add(ThemeText, theme_id=theme, language=language, name=name)
    for bond, themes in bonds.THEMES_OF.items():
        for theme_key in themes:
            rows.add(
                ThemeLink, theme_id=rows.of("theme", theme_key), partnership_id=rows.of("partnership", bond)
            )


def _paper(rows: Rows, paper: bonds.Paper, position: int) -> None:
    key = rows.add(
        Agreement,
        partnership_id=rows.of("partnership", paper.bond),
        type=paper.type,
        predecessor_id=rows.of("agreement", paper.before) if paper.before else None,
        languages=paper.languages,
        renew_by=rows.almanac.yearly(date.fromisoformat(paper.renew_by)) if paper.renew_by else None,
        position=position,
    )
    rows.name("agreement", paper.key, key)
    for language, title in _texts(paper.titles):
        rows.add(AgreementText, agreement_id=key, language=language, title=title)
    for on, town, place, signatures in paper.signings:
        signing = rows.add(
            AgreementSigning,
            agreement_id=key,
            on=rows.almanac.rough(on),
            territory_id=rows.of("territory", town),
            place=place,
        )
        for rank, (name, office) in enumerate(signatures):
            person = rows.known.get(("person", name.replace(" de ", " ")))
            rows.add(
                AgreementSignature,
                signing_id=signing,
                person_id=person,
                name=name,
                office=office,
                position=rank,
            )
