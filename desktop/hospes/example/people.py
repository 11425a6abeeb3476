# SPDX-License-Identifier: GPL-3.0-or-later
"""From the tables of people to rows: households, people, addresses, telephones, languages, consents."""

from dataclasses import dataclass
from datetime import date, timedelta

from hospes.domain.values import RoughDate
from hospes.example import reach
from hospes.example.rows import Key, Rows, Values
from hospes.example.tables import Home, Someone
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.people import Consent, EmergencyContact, Guardian, Person, PersonLanguage

PRIVACY_LAW = date(2018, 5, 28)
"""Members of before signed their consent in the week the European rules came."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town as it stands in addresses."""

    postcode: str
    country: str
    language: str
    domain: str


PLACES = {
    "Rosenau": Place("63512", "DE", "de", "rosenau"),
    "Oberrosenau": Place("63513", "DE", "de", "rosenau"),
    "Seligenbach": Place("63514", "DE", "de", "rosenau"),
    "Neuenau": Place("64999", "DE", "de", "konsulat"),
    "Montclair-sur-Loire": Place("45997", "FR", "fr", "montclair"),
    "Lipowiec": Place("43-999", "PL", "pl", "lipowiec"),
}

_COLUMNS = {
    "given2": "given2", "surname2": "surname2", "prefix": "surname_prefix", "suffix": "suffix",
    "title": "title_prefix", "birth_name": "birth_surname", "born_in": "birth_place", "sort": "sort_key",
}  # fmt: skip


class Census:
    """Writes households; counts the telephone numbers given out."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._lines: dict[str, int] = {"DE": 0, "FR": 0, "PL": 0}
        self._mobiles: dict[str, int] = {"DE": 0, "FR": 0, "PL": 0}

    def add(self, home: Home) -> Key:
        """A household with all who live there, known by their names from now on."""
        rows, place = self.rows, PLACES[home.place]
        household = rows.add(Household, name=home.name)
        rows.name("household", self._own_name(home), household)
        rows.add(
            Address,
            household_id=household,
            street=home.street,
            postcode=place.postcode,
            town=home.place,
            country=place.country,
        )
        keys = [self._person(home, one, household, position) for position, one in enumerate(home.people)]
        by_given = {one.given: key for one, key in zip(home.people, keys, strict=True)}
        for one, key in zip(home.people, keys, strict=True):
            for given in filter(None, one.more.get("guardians", "").split(",")):
                rows.add(Guardian, minor_id=key, guardian_id=by_given[given])
        return household

    def _own_name(self, home: Home) -> str:
        """Households are called by their name where that is enough, else by their first person."""
        return home.name if ("household", home.name) not in self.rows.known else home.people[0].name

    def _person(self, home: Home, one: Someone, household: Key, position: int) -> Key:
        rows, place = self.rows, PLACES[home.place]
        key = rows.add(Person, **self._facts(one, place))
        rows.name("person", one.name, key)
        died = one.more.get("died", "")
        rows.add(
            HouseholdMember,
            household_id=household,
            person_id=key,
            relation=one.more.get("as", "other") if position else "head",
            position=position,
            valid_to=rows.almanac.rough(died).last if died else None,
        )
        if not died:
            self._reach(home, one, key, position)
        for language, level in _languages(one, place):
            rows.add(PersonLanguage, person_id=key, language=language, level=level)
        if one.since:
            self._consents(one, key)
        return key

    def _facts(self, one: Someone, place: Place) -> Values:
        rows, more = self.rows, one.more
        facts: Values = {column: more[key] for key, column in _COLUMNS.items() if key in more}
        facts |= {
            "given": one.given,
            "surname": one.surname,
            "gender": one.gender,
            "name_order": "surname_first" if more.get("order") == "surname" else "given_first",
            "birth": rows.almanac.rough(one.born) if one.born else None,
            "preferred_language": more.get("language", place.language),
            "country": more.get("country", place.country),
            "profession": rows.say.job(more["job"], one.gender) if "job" in more else "",
            "interests": rows.say.listed(more.get("likes", "")),
            "by_email": "by_email" in more,
        }
        if "script" in more:
            facts["script_name"] = more["script"]
            facts["latin_name"] = " ".join(filter(None, (one.given, more.get("given2"), one.surname)))
        if "died" in more:
            facts |= {"deceased": True, "died": rows.almanac.rough(more["died"])}
        return facts

    def _reach(self, home: Home, one: Someone, key: Key, position: int) -> None:
        rows, country = self.rows, PLACES[home.place].country
        if position == 0:
            self._lines[country] += 1
            typed = home.phone or reach.landline(country, self._lines[country])
            self._point(key, "phone", typed, country, 0)
        if "mobile" in one.more or ("email" in one.more and "guardians" not in one.more):
            self._mobiles[country] += 1
            typed = one.more.get("mobile") or reach.mobile(country, self._mobiles[country])
            self._point(key, "mobile", typed, country, 1)
        if "email" in one.more or "mail" in one.more:
            address = one.more.get("mail") or reach.email(one.given, one.surname, PLACES[home.place].domain)
            point = rows.add(ContactPoint, person_id=key, kind="email", value=address, position=2)
            rows.name("contact_point", f"{one.name} email", point)

    def _point(self, key: Key, kind: str, typed: str, country: str, position: int) -> None:
        self.rows.add(
            ContactPoint,
            person_id=key,
            kind=kind,
            value=typed,
            e164=reach.e164(typed, country),
            position=position,
        )

    def _consents(self, one: Someone, key: Key) -> None:
        rows = self.rows
        if (
            one.is_former
            and rows.almanac.rough(one.more.get("left", one.more.get("died", ""))).first < PRIVACY_LAW
        ):
            return
        joined = RoughDate.parse(one.since)
        given = max(PRIVACY_LAW, joined.exact or date(joined.year, 3, 1))
        day = rows.almanac.day(given)
        rows.add(Consent, person_id=key, purpose="address", given_on=day, text_version="2018")
        if rows.lot.random() < 0.8:
            rows.add(Consent, person_id=key, purpose="photo_print", given_on=day, text_version="2018")
        if rows.lot.random() < 0.7:
            rows.add(Consent, person_id=key, purpose="list", given_on=day, text_version="2018")
        if "email" in one.more:
            withdrawn = rows.lot.random() < 0.05
            rows.add(
                Consent,
                person_id=key,
                purpose="newsletter",
                given_on=day,
                form="email",
                text_version="2018",
                withdrawn_on=day + timedelta(days=400) if withdrawn and day.year < 2025 else None,
            )

    def emergency(self, person: str, name: str, relation: str, phone: str) -> None:
        """Whom to telephone."""
        rows = self.rows
        key = rows.of("person", person)
        rows.add(EmergencyContact, person_id=key, name=name, relation=rows.say(relation), phone=phone)


def _languages(one: Someone, place: Place) -> list[tuple[str, str]]:
    spoken = {text[:2]: text[2:] for text in one.more.get("speaks", "").split(",") if text}
    return list(({place.language: "4"} | spoken).items()) if "died" not in one.more else []
