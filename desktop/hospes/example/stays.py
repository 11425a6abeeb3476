# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits as rows: this year's with its guests, hosts and beds, and all earlier ones with who stayed where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from hospes.domain.values import DateSpan
from hospes.example import history_visits, hosting, programme
from hospes.example.rows import Key, Rows, Values
from hospes.example.tables import Home, Someone, lines, options
from hospes.store.tables.households import Hosting, HostingBed
from hospes.store.tables.people import Consent, HealthNote
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayWish
from hospes.store.tables.visits import (
    Delegation,
    Participation,
    ProgrammeItem,
    ProgrammeItemText,
    TravelGroup,
    Visit,
    VisitTargetGroup,
    VisitText,
)

TITLES = {
    "ascension": {
        "en": "Ascension visit {year}",
        "de": "Himmelfahrtsbesuch {year}",
        "fr": "Visite de l'Ascension {year}",
        "pl": "Wizyta na Wniebowstąpienie {year}",
    },
    "jubilee": {
        "en": "{years} years of twinning",
        "de": "{years} Jahre Partnerschaft",
        "fr": "{years} ans de jumelage",
        "pl": "{years} lat partnerstwa",
    },
    "three_towns": {
        "en": "Three towns meet in Lipowiec",
        "de": "Drei Städte treffen sich in Lipowitz",
        "fr": "Rencontre des trois villes à Lipowiec",
        "pl": "Spotkanie trzech miast w Lipowcu",
    },
    "advent": {
        "en": "Advent market in Lipowiec",
        "de": "Adventsmarkt in Lipowitz",
        "fr": "Marché de l'Avent à Lipowiec",
        "pl": "Jarmark adwentowy w Lipowcu",
    },
}

FIRST, LAST = date(2026, 5, 13), date(2026, 5, 17)
THURSDAY = date(2026, 5, 14)
HOME, AWAY, THIRD = "rosenau", "montclair", "lipowiec"
ZONES = {HOME: "Europe/Berlin", AWAY: "Europe/Paris", THIRD: "Europe/Warsaw"}
SCENE = {"in": (HOME, (AWAY,)), "out": (AWAY, (HOME,)), "third": (THIRD, (HOME, AWAY))}
"""Where a visit takes place, and which towns travel."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a household that can host."""

    rooms: tuple[tuple[str, tuple[str, ...]], ...]
    columns: Values

    @property
    def beds(self) -> int:
        """How many people it can take."""
        return sum(2 if bed == "double" else 1 for _, beds in self.rooms for bed in beds)


def facts(rows: Rows, table: str) -> dict[str, Facts]:
    """A table of hosting facts by household; what is not said stays unknown."""
    found = {}
    for name, rooms, rest in lines(table):
        more = options(rest)
        pets = {"cats": "cats" in more, "dogs": "dogs" in more} if _knows_pets(more) else {}
        split = [room.partition(":") for room in rooms.split("/")]
        columns: Values = {
            **pets,
            "other_pets": rows.say(more["other"]) if "other" in more else "",
            "smoking": more.get("smoke"),
            "stairs": int(more["stairs"]) if "stairs" in more else None,
            "step_free": "ground" in more,
            "car_seats": int(more["car"]) if "car" in more else None,
            "distance_m": round(float(more["km"]) * 1000) if "km" in more else None,
            "diets": more.get("cooks", "").replace(",", ";"),
            "accepts": "man;woman;couple;family;minor" if "minors" in more else "man;woman;couple",
            "minors_ok": "minors" in more,
            "checked_on": rows.almanac.day(date(2026, 2, 16)) if "minors" in more else None,
            "experienced": "old" in more,
            "remarks": rows.say(more["remark"]) if "remark" in more else "",
        }
        found[name] = Facts(
            tuple((room.strip(), tuple(beds.strip().split("+"))) for room, _, beds in split), columns
        )
    return found


def _knows_pets(more: dict[str, str]) -> bool:
    return bool({"pets", "cats", "dogs", "other"} & more.keys())


def hosting_facts(rows: Rows) -> dict[str, Facts]:
    """Who can host in general, as rows; gives the facts of these and of those who help out once."""
    can, once = facts(rows, hosting.FACTS), facts(rows, hosting.ONCE)
    for name, known in (can | once).items():
        household = rows.of("household", name)
        rows.add(
            Hosting, household_id=household, can_host=name in can, max_guests=known.beds, **known.columns
        )
        position = 0
        for room, beds in known.rooms:
            for bed in beds:
                rows.add(
                    HostingBed,
                    household_id=household,
                    room=rows.say(room),
                    kind=bed,
                    places=2 if bed == "double" else 1,
                    position=position,
                )
                position += 1
    return can | once


class VisitBook:
    """Writes visits."""

    def __init__(self, rows: Rows, owner: Key, known: dict[str, Facts]) -> None:
        self.rows = rows
        self.owner = owner
        self.known = known

    def visit(self, name: str, direction: str, first: date, last: date, state: str, title: str) -> Key:
        """A visit with its titles and delegations."""
        rows = self.rows
        town, travelling = SCENE[direction]
        bond = "lipowiec" if direction == "third" else "montclair"
        visit = rows.add(
            Visit,
            owner_id=self.owner,
            state=state,
            first=rows.almanac.day(first),
            last=rows.almanac.day(last),
            territory_id=rows.of("territory", town),
            zone=ZONES[town],
            partnership_id=rows.of("partnership", bond),
        )
        rows.name("visit", name, visit)
        kind, _, years = title.partition("_") if title.startswith("jubilee") else (title, "", "")
        for language, text in TITLES[kind].items():
            year = rows.almanac.day(first).year
            rows.add(VisitText, visit_id=visit, language=language, title=text.format(year=year, years=years))
        for position, place in enumerate((*travelling, *({town} - set(travelling)))):
            self._delegation(name, visit, place, "visiting" if place in travelling else "hosting", position)
        return visit

    def _delegation(self, name: str, visit: Key, town: str, role: str, position: int) -> None:
        rows = self.rows
        heads = {HOME: "Petra Krause", AWAY: "Jean-Luc Martin", THIRD: "Halina Wójtowicz"}
        key = rows.add(
            Delegation,
            visit_id=visit,
            territory_id=rows.of("territory", town),
            role=role,
            language={HOME: "de", AWAY: "fr", THIRD: "pl"}[town],
            coordinator_id=rows.of("person", heads[town]) if int(name) >= 2012 else None,
            position=position,
        )
        rows.name("delegation", f"{name} {town}", key)

    def participation(self, visit: str, person: str, town: str, kind: str = "guest", **more: object) -> Key:
        """A person takes part."""
        rows = self.rows
        values: Values = {"state": "confirmed", **more}
        key = rows.add(
            Participation,
            visit_id=rows.of("visit", visit),
            person_id=rows.of("person", person),
            delegation_id=rows.of("delegation", f"{visit} {town}"),
            kind=kind,
            **values,
        )
        rows.name("participation", f"{visit} {person}", key)
        return key

    def offer(self, visit: str, household: str, town: str, nights: Iterable[date], columns: Values) -> Key:
        """A household says yes for some nights."""
        rows = self.rows
        key = rows.add(
            HostOffer,
            visit_id=rows.of("visit", visit),
            household_id=rows.of("household", household),
            delegation_id=rows.of("delegation", f"{visit} {town}"),
            state="yes",
            **columns,
        )
        rows.name("offer", f"{visit} {household}", key)
        for night in nights:
            rows.add(OfferNight, offer_id=key, night=rows.almanac.day(night))
        return key

    def place(self, participation: Key, offer: Key, nights: Iterable[date]) -> None:
        """A guest sleeps there; everything in the example was placed by hand."""
        for night in nights:
            self.rows.add(
                Placement,
                participation_id=participation,
                night=self.rows.almanac.day(night),
                offer_id=offer,
                by_hand=True,
            )


def ascension_2026(book: VisitBook, guest_homes: list[Home]) -> None:
    """This year's visit, to the number."""
    rows = book.rows
    visit = book.visit("2026", "in", FIRST, LAST, "planned", "ascension")
    rows.all(Visit)[-1] |= {"expected_guests": 34, "model_id": rows.of("visit", "2023")}
    rows.add(VisitTargetGroup, visit_id=visit, target_group="families")
    for town in (AWAY, HOME):
        arrival = next(
            row for row in rows.all(Delegation) if row["id"] == rows.of("delegation", f"2026 {town}")
        )
        if town == AWAY:
            arrival |= {
                "arrival_on": rows.almanac.day(FIRST), "arrival_at": time(17, 0),
                "departure_on": rows.almanac.day(LAST), "departure_at": time(11, 0),
            }  # fmt: skip
    groups = _groups(rows, visit)
    travelling = [one for home in guest_homes for one in home.people if "stays" not in one.more]
    for number, one in enumerate(travelling):
        _guest(book, one, groups.get(one.name), number)
    for name, guests in lines(hosting.STAYS_2026):
        offer = _offer_2026(book, name)
        for guest in filter(None, (part.strip() for part in guests.split(","))):
            late = next(one for one in travelling if one.name == guest).more.get("from")
            nights = DateSpan(date.fromisoformat(late) if late else FIRST, LAST).nights()
            book.place(rows.of("participation", f"2026 {guest}"), offer, nights)
    _programme(rows, visit)


def _groups(rows: Rows, visit: Key) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for name, rule, people in lines(hosting.TOGETHER_2026):
        group = rows.add(TravelGroup, visit_id=visit, name=name, rule=rule)
        found |= {person.strip(): group for person in people.split(",")}
    return found


def _guest(book: VisitBook, one: Someone, group: Key | None, number: int) -> None:
    rows, more = book.rows, one.more
    arrival = date.fromisoformat(more["from"]) if "from" in more else FIRST
    signed = date(2026, 1, 20) + timedelta(days=2 * number)
    moment = datetime.combine(rows.almanac.day(signed), time(18, 0), UTC) + timedelta(minutes=number)
    participation = book.participation(
        "2026",
        one.name,
        AWAY,
        registered_at=moment,
        arrival_on=rows.almanac.day(arrival),
        departure_on=rows.almanac.day(LAST),
        travel_group_id=group,
        first_visit="first" in more,
    )
    vegetarian = more.get("diet") == "vegetarian"
    rows.add(
        StayWish,
        participation_id=participation,
        smoking="no",
        minds_smoke=True,
        animal_allergies=more.get("allergic", ""),
        diet=more.get("diet", ""),
        max_stairs=int(more["max_stairs"]) if "max_stairs" in more else (0 if "step_free" in more else None),
        step_free="step_free" in more,
        bed="double_shared" if group and "guardians" not in more and _couple(one) else "single",
        sofa_ok=False,
        needs_lift=True,
        consent_host=True,
        consent_photo=number % 9 != 4,
    )
    _guest_consents(rows, one, signed, vegetarian)


def _couple(one: Someone) -> bool:
    return one.surname in {"Lefèvre", "Martin", "Roussel", "Chevalier", "García"}


def _guest_consents(rows: Rows, one: Someone, signed: date, vegetarian: bool) -> None:
    person, day = rows.of("person", one.name), rows.almanac.day(signed)
    for purpose in ("to_host", "photo_print"):
        rows.add(Consent, person_id=person, purpose=purpose, given_on=day, text_version="2026")
    notes = [
        note
        for note in (
            ("allergy", "cat", "allergic_cat", True) if "allergic" in one.more else None,
            ("diet", "vegetarian", "eats_no_meat", False) if vegetarian else None,
            ("mobility", "stairs", "no_stairs", True) if "step_free" in one.more else None,
            ("medical", "none", "healthy", False) if "guardians" in one.more else None,
        )
        if note
    ]
    if not notes:
        return
    consent = rows.add(Consent, person_id=person, purpose="health", given_on=day, text_version="2026")
    for kind, subject, text, severe in notes:
        rows.add(
            HealthNote,
            person_id=person,
            visit_id=rows.of("visit", "2026"),
            kind=kind,
            subject=subject,
            text=rows.say(text),
            severe=severe,
            consent_id=consent,
            share_with_host=True,
            expires_on=rows.almanac.day(LAST + timedelta(days=30)),
        )


def _offer_2026(book: VisitBook, name: str) -> Key:
    rows, known = book.rows, book.known[name]
    first = THURSDAY if name == "Weber" else FIRST
    columns = known.columns | {
        "asked_on": rows.almanac.day(date(2026, 2, 9)),
        "answered_on": rows.almanac.day(date(2026, 2, 9) + timedelta(days=3 + len(name))),
        "max_guests": known.beds,
        "hosted_last_time": ("offer", f"2023 {name}") in rows.known,
    }
    offer = book.offer("2026", name, HOME, DateSpan(first, LAST).nights(), columns)
    for position, (room, beds) in enumerate(known.rooms):
        key = rows.add(Room, offer_id=offer, name=rows.say(room), position=position)
        for number, bed in enumerate(beds):
            rows.add(Bed, room_id=key, kind=bed, places=2 if bed == "double" else 1, position=number)
    return offer


def _programme(rows: Rows, visit: Key) -> None:
    for position, item in enumerate(programme.ITEMS):
        key = rows.add(
            ProgrammeItem,
            visit_id=visit,
            on=rows.almanac.day(FIRST.replace(day=item.day)),
            starts=time.fromisoformat(item.starts) if item.starts else None,
            ends=time.fromisoformat(item.ends) if item.ends else None,
            time_words=rows.say(item.words) if item.words else "",
            zone=ZONES[HOME],
            audience=item.audience,
            meal=item.meal,
            seats=item.seats,
            contact_id=rows.of("person", item.speaker) if item.speaker else None,
            position=position,
        )
        rows.name("programme", item.de[0], key)
        for language, (title, place, details) in (("de", item.de), ("fr", item.fr)):
            if title:
                rows.add(
                    ProgrammeItemText,
                    programme_item_id=key,
                    language=language,
                    title=title,
                    place=place,
                    details=details,
                )


def idea(book: VisitBook) -> None:
    """A visit nobody has planned yet."""
    rows = book.rows
    visit = rows.add(
        Visit, owner_id=book.owner, state="idea", partnership_id=rows.of("partnership", "lipowiec")
    )
    rows.name("visit", "idea", visit)
    for language, title in TITLES["advent"].items():
        rows.add(VisitText, visit_id=visit, language=language, title=title)


def earlier(book: VisitBook, homes: list[Home], guests: list[Home], partners: list[Home]) -> None:
    """All visits before this year's: remembered stays first, the rest drawn from the lists."""
    past = _Past(book, homes, guests, partners)
    for name, direction, first, last, state, title in lines(history_visits.VISITS):
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
        book.visit(name, direction, begin, end, state, title)
        if state != "cancelled":
            past.fill(int(name), direction, begin, end)


class _Past:
    """Draws who travelled and who hosted."""

    def __init__(self, book: VisitBook, homes: list[Home], guests: list[Home], partners: list[Home]) -> None:
        self.book = book
        self.lot = book.rows.lot
        self.members = [one for home in homes for one in home.people if one.since]
        self.hosts = [home for home in homes if home.name in book.known]
        self.guests = [one for home in guests for one in home.people]
        self.partners = partners
        self.stays: dict[int, list[tuple[str, list[str]]]] = {}
        for year, household, people in lines(history_visits.STAYS):
            named = [name.strip() for name in people.split(",")]
            self.stays.setdefault(int(year), []).append((household, named))

    def fill(self, year: int, direction: str, first: date, last: date) -> None:
        """One visit."""
        nights = DateSpan(first, last).nights()
        if direction == "in":
            self._incoming(year, nights)
            return
        travellers = self._travellers(year)
        for person in travellers:
            self.book.participation(str(year), person, HOME)
        if direction == "out":
            hosts = [home for home in self.partners if _could_travel(home.people[0], year)]
            self._lodge(year, travellers, hosts, AWAY, nights)

    def _incoming(self, year: int, nights: tuple[date, ...]) -> None:
        used: set[str] = set()
        for household, people in self.stays.get(year, []):
            offer = self.book.offer(str(year), household, HOME, nights, {})
            used.add(household)
            for person in people:
                self.book.place(self.book.participation(str(year), person, AWAY), offer, nights)
        named = {person for _, people in self.stays.get(year, []) for person in people}
        pool = [one.name for one in self.guests if one.name not in named and _could_travel(one, year)]
        more = self.lot.sample(pool, min(len(pool), history_visits.MORE_GUESTS.get(year, 0)))
        for person in more:
            self.book.participation(str(year), person, AWAY)
        hosts = [home for home in self.hosts if home.name not in used and _lived(home, year)]
        self._lodge(year, more, hosts, HOME, nights)

    def _travellers(self, year: int) -> list[str]:
        able = [one.name for one in self.members if _could_travel(one, year) and one.since[:4] <= str(year)]
        return self.lot.sample(able, min(len(able), history_visits.TRAVELLERS.get(year, 0)))

    def _lodge(
        self, year: int, people: list[str], hosts: list[Home], town: str, nights: tuple[date, ...]
    ) -> None:
        """Two to a house, in the order of the lot; whoever is left over took a room at the inn."""
        order = self.lot.sample(hosts, len(hosts))
        for home, start in zip(order, range(0, len(people), 2), strict=False):
            known = self.book.known.get(home.name)
            room = min(2, known.beds) if known and town == HOME else 2
            key = home.name if self.book.rows.known.get(("household", home.name)) else home.people[0].name
            offer = self.book.offer(str(year), key, town, nights, {})
            for person in people[start : start + room]:
                self.book.place(self.book.rows.of("participation", f"{year} {person}"), offer, nights)


def _could_travel(one: Someone, year: int) -> bool:
    """Grown up, not too old, and alive in the spring of that year."""
    age = year - int(one.born[:4])
    last = one.more.get("died", one.more.get("left", "9999"))
    return 16 <= age <= 82 and last[:4] > str(year)


def _lived(home: Home, year: int) -> bool:
    """Was there already a member in the household?"""
    return home.people[0].since[:4] < str(year)
