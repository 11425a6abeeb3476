# SPDX-License-Identifier: GPL-3.0-or-later
"""Further invented actors: who stands for the partner countries here, young people in politics, figures."""

from hospes.example.rows import Rows
from hospes.example.tables import lines
from hospes.store.tables.actors import ActorFact
from hospes.store.tables.organisations import Office, Organisation

ORGANISATIONS = """
generalkonsulat | consulate_general | administration | | Französisches Generalkonsulat Neuenau | fr | culture
kulturinstitut | institute | administration | | Französisches Kulturinstitut Neuenau | fr | culture;French
handelskammer | chamber | economy | | Deutsch-Französische Handelskammer Neuenau | de | trade
handelsbuero | trade_office | economy | | Handelsbüro Frankreich (Beispiel) | fr | trade
landesgruppe | parliament_group | politics | | Freundschaftsgruppe Frankreich im Landtag (Beispiel) |
    de | democracy
jugendbeirat | youth_parliament | politics | rosenau | Jugendbeirat Rosenau | de | youth;democracy
jeunes | youth_parliament | politics | montclair | Conseil municipal des jeunes de Montclair |
    fr | youth;democracy
begegnung | migrants | civil | rosenau | Begegnungskreis Rosenau | de | integration;culture
gazette | media | economy | montclair | La Gazette de Montclair | fr | press
"""
"""key | kind | sector | town | name | language | fields of work."""

OFFICES = """
feuerwehr | Florian Beck | firefighter | 2012 |
jugendbeirat | Jonas Beck | youth_councillor | 2025 |
jeunes | Luc Fontaine | youth_councillor | 2024 |
begegnung | Iryna Shevchuk | chair | 2024 |
mairie | Nadège Thomas | deputy_mayor | 2020-07-04 |
pompiers | Nicolas Chevalier | firefighter | 2009 |
petanque | Gérard Petit | chair | 2015 |
boulefreunde | Klaus Schäfer | chair | 2012 |
mairie | Jacques Barbier | mayor | 2001-03 | 2014-03
"""
"""organisation | person | function | from | to."""

FACTS = """
 | FR | French people living in our region (example) | 20 400 | 2025-12-31 | Statistisches Amt (Beispiel)
 | FR | French companies in our region (example) | 955 | 2025 | Handelskammer (Beispiel)
 | FR | Jobs in these companies (example) | 45 200 | 2025 | Handelskammer (Beispiel)
vignerons | | Jobs | 38 | 2025 | Vignerons de Montclair
handelskammer | | Member companies | 240 | 2025-06 | Jahresbericht (Beispiel)
schule | | Pupils who learn French | 164 | 2025-09 | Lindenschule Rosenau
"""
"""organisation | country | what | figure | as of | source."""


def write(rows: Rows) -> None:
    """Organisations, offices of people who are there already, and figures."""
    for key, kind, sector, town, name, language, fields in lines(ORGANISATIONS):
        made = rows.add(
            Organisation,
            name=name,
            kind=kind,
            sector=sector,
            territory_id=rows.of("territory", town) if town else None,
            preferred_language=language,
            fields_of_work=fields,
        )
        rows.name("organisation", key, made)
    for organisation, person, function, first, last in lines(OFFICES):
        rows.add(
            Office,
            person_id=rows.of("person", person),
            organisation_id=rows.of("organisation", organisation),
            function=function,
            valid_from=rows.almanac.rough(first),
            valid_to=rows.almanac.rough(last) if last else None,
        )
    for position, (key, country, what, value, as_of, source) in enumerate(lines(FACTS)):
        rows.add(
            ActorFact,
            organisation_id=rows.of("organisation", key) if key else None,
            country=country,
            what=rows.say.told(what),
            value=value,
            as_of=rows.almanac.rough(as_of),
            source=source,
            position=position,
        )
