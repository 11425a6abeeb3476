# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings, tasks, documents, notes, tags and own fields of the example.

This week holds exactly the committee meeting on Tuesday and the grant report on Thursday; with Renate
Vogel's birthday on Wednesday these are the three lines of the first screen.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, time, timedelta

from hospes.example.rows import Key, Rows
from hospes.example.stays import FIRST
from hospes.store.tables.events import Document, Event, EventPerson, EventText, Task
from hospes.store.tables.households import HouseholdText
from hospes.store.tables.notes import Note, OwnField, OwnFieldText, OwnFieldValue, Tag, TagLink
from hospes.store.tables.people import PersonText

COMMITTEE = (
    "Hannelore Fischer", "Thomas Weber", "Gisela Hoffmann", "Monika Lindner", "Petra Krause", "Florian Beck",
    "Aylin Yıldız", "Georg Wagner", "Katalin Szabó",
)  # fmt: skip

TITLES = {
    "committee": ("Committee meeting", "Vorstandssitzung", "Réunion du comité", "Zebranie zarządu"),
    "agm": ("General meeting", "Mitgliederversammlung", "Assemblée générale", "Walne zebranie"),
    "boules": ("Boules evening", "Boule-Abend", "Soirée pétanque", "Wieczór petanki"),
    "course": ("French for the visit", "Französisch für den Besuch", "Français pour la visite",
               "Francuski przed wizytą"),
    "lecture": ("Loire and Main: a lecture", "Loire und Main: ein Vortrag", "Loire et Main : conférence",
                "Loara i Men: wykład"),
    "christmas": ("Stall at the Christmas market", "Stand auf dem Weihnachtsmarkt", "Stand au marché de Noël",
                  "Stoisko na jarmarku"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event: kind, title key, day, begin, end, place, and who was or will be there."""

    kind: str
    title: str
    on: date
    starts: str
    ends: str
    place: str
    people: str = ""


MEETINGS = (
    Meeting("agm", "agm", date(2024, 3, 15), "19:00", "21:30", "Bürgerhaus", "members:58"),
    Meeting("agm", "agm", date(2025, 3, 14), "19:00", "21:15", "Bürgerhaus", "members:63"),
    Meeting("festival", "christmas", date(2025, 12, 6), "14:00", "20:00", "Marktplatz", "members:12"),
    Meeting("committee", "committee", date(2026, 1, 27), "19:30", "21:00", "Gasthof Linde", "committee"),
    Meeting("lecture", "lecture", date(2026, 2, 12), "19:00", "20:30", "Lindenschule", "members:31"),
    Meeting("committee", "committee", date(2026, 2, 24), "19:30", "21:15", "Gasthof Linde", "committee"),
    Meeting("agm", "agm", date(2026, 3, 13), "19:00", "21:40", "Bürgerhaus", "members:61"),
    Meeting("course", "course", date(2026, 4, 16), "18:00", "19:30", "Lindenschule", "members:9"),
    Meeting("committee", "committee", date(2026, 4, 28), "19:30", "21:00", "Gasthof Linde", "committee"),
    Meeting("evening", "boules", date(2026, 6, 19), "18:00", "22:00", "Schlosspark", ""),
    Meeting("committee", "committee", date(2026, 6, 23), "19:30", "21:00", "Gasthof Linde", "committee"),
    Meeting("agm", "agm", date(2027, 3, 12), "19:00", "21:30", "Bürgerhaus", ""),
)

AGENDA = (
    "1. Begrüßung\n2. Bericht des Vorstands\n3. Kassenbericht\n4. Entlastung\n5. Wahlen\n6. Verschiedenes"
)
MINUTES = (
    "Die Versammlung war ordnungsgemäß einberufen und beschlussfähig. Der Vorstand wurde bei Enthaltung der "
    "Betroffenen einstimmig entlastet. Der Jahresbeitrag bleibt unverändert. Der Besuch zu Himmelfahrt wird "
    "gemeinsam mit der Musikschule vorbereitet."
)

TASKS = (
    # phrase, days from the first day of the visit, who, done. What is open is not near enough to press yet.
    ("task_guests", -100, "Petra Krause", True),
    ("task_hall", -90, "Thomas Weber", True),
    ("task_speech", -45, "Hannelore Fischer", True),
    ("task_bus", -35, "Thomas Weber", True),
    ("task_hosts", -21, "Petra Krause", True),
    ("task_gifts", -1, "Gisela Hoffmann", False),
    ("task_badges", -1, "Lena Hartwig", False),
    ("task_thanks", 11, "Gisela Hoffmann", False),
    ("task_report", 12, "Aylin Yıldız", False),
)

NOTES = (
    ("Barbara Nowak", "note", date(2026, 4, 12), "note_nowak"),
    ("Dieter Kessler", "call", date(2026, 3, 18), "note_kessler"),
    ("Renate Vogel", "meeting", date(2026, 4, 21), "note_vogel"),
    ("Anne Leroy", "letter", date(2026, 4, 20), "note_leroy"),
)

TAGS = {
    "tag_choir": (
        "Hannelore Fischer",
        "Ute Brandt",
        "Ilse Becker",
        "Katalin Szabó",
        "Ewa Kowalska",
        "Eva-Maria Graf",
    ),
    "tag_boules": ("Klaus Schäfer", "Werner Hoffmann", "Anton Berger", "Dirk Jung"),
    "tag_market": (
        "Petra Krause",
        "Christel Baumann",
        "Silke Keller",
        "Johannes Weiß",
        "Georgios Papadopoulos",
    ),
    "tag_interprets": ("Anja Klein", "Ellen Franke", "Étienne Roux"),
    "tag_drives": ("Thomas Weber", "Uwe Krause", "Andreas Friedrich"),
    "tag_press": ("Aylin Yıldız", "Claudia Arnold"),
}

VOICES = {
    "Hannelore Fischer": 1, "Ute Brandt": 0, "Ilse Becker": 1, "Katalin Szabó": 0, "Ewa Kowalska": 0,
    "Eva-Maria Graf": 1, "Dorothea Hartmann": 1, "Hubert Voigt": 3,
}  # fmt: skip


def meetings(rows: Rows, owner: Key, members: list[str]) -> None:
    """All events and who was there."""
    for meeting in MEETINGS:
        key = rows.add(
            Event,
            owner_id=owner,
            kind=meeting.kind,
            on=rows.almanac.day(meeting.on),
            starts=time.fromisoformat(meeting.starts),
            ends=time.fromisoformat(meeting.ends),
            place=meeting.place,
            zone="Europe/Berlin",
        )
        rows.name("event", f"{meeting.title} {meeting.on}", key)
        held = meeting.on <= date(2026, 4, 27)
        for language, title in zip(("en", "de", "fr", "pl"), TITLES[meeting.title], strict=True):
            agm = meeting.kind == "agm" and language == "de"
            rows.add(
                EventText,
                event_id=key,
                language=language,
                title=title,
                agenda=AGENDA if agm else "",
                minutes=MINUTES if agm and held else "",
            )
        kind, _, count = meeting.people.partition(":")
        people = COMMITTEE if kind == "committee" else rows.lot.sample(members, int(count)) if count else ()
        for number, person in enumerate(people):
            excused = held and number % 8 == 7
            rows.add(
                EventPerson,
                event_id=key,
                person_id=rows.of("person", person),
                attendance=("excused" if excused else "present") if held else "invited",
            )


def tasks(rows: Rows, owner: Key) -> None:
    """What there is to do, most of it counted from the first day of the visit."""
    visit = rows.of("visit", "2026")
    for position, (phrase, offset, who, done) in enumerate(TASKS):
        due = FIRST + timedelta(days=offset)
        rows.add(
            Task,
            owner_id=owner,
            title=rows.say(phrase),
            due_on=rows.almanac.day(due),
            days_from_start=offset,
            done_on=rows.almanac.day(due - timedelta(days=2)) if done else None,
            assignee_id=rows.of("person", who),
            visit_id=visit,
            position=position,
        )
    rows.add(
        Task,
        owner_id=owner,
        title=rows.say("task_agm"),
        due_on=rows.almanac.day(date(2026, 4, 10)),
        done_on=rows.almanac.day(date(2026, 4, 8)),
        assignee_id=rows.of("person", "Gisela Hoffmann"),
        event_id=rows.of("event", "agm 2026-03-13"),
        position=len(TASKS) + 1,
    )


DOCUMENTS = (
    ("doc_charter", "charter", date(1974, 6, 8), "fr", {"partnership": "montclair"}),
    ("doc_minutes", "minutes", date(2026, 3, 13), "de", {"event": "agm 2026-03-13"}),
    ("doc_insurance", "insurance", date(2026, 2, 20), "de", {"visit": "2026"}),
    ("doc_invitation", "invitation", date(2025, 11, 15), "fr", {"visit": "2026"}),
    ("doc_press", "press", date(2024, 6, 12), "de", {"visit": "2024"}),
)

DOCUMENT_TEXTS = {
    "doc_charter": "Les villes de Montclair-sur-Loire et de Rosenau se jurent amitié. Fait le 8 juin 1974.\n",
    "doc_minutes": MINUTES + "\n",
    "doc_insurance": "Gruppenversicherung für Gäste und Gastgeber. Nur ein Beispiel.\n",
    "doc_invitation": "Chers amis de Montclair, nous vous attendons à l'Ascension.\n",
    "doc_press": "Fünfzig Jahre und kein bisschen leise: Rosenau und Montclair feierten am Fluss.\n",
}


def documents(rows: Rows, owner: Key) -> list[tuple[str, bytes]]:
    """A few small documents; gives their contents by hash, for the table that keeps bytes."""
    contents = []
    for phrase, kind, on, language, where in DOCUMENTS:
        data = DOCUMENT_TEXTS[phrase].encode()
        sha = hashlib.sha256(data).hexdigest()
        contents.append((sha, data))
        links = {f"{table}_id": rows.of(table, name) for table, name in where.items()}
        rows.add(
            Document,
            owner_id=owner,
            kind=kind,
            name=f"{rows.say(phrase)}.txt",
            on=rows.almanac.yearly(on),
            language=language,
            blob_sha=sha,
            **links,
        )
    return contents


def remarks(rows: Rows) -> None:
    """Notes, tags, own fields, and salutations somebody wants to read."""
    for person, kind, on, phrase in NOTES:
        day = rows.almanac.day(on)
        rows.add(Note, person_id=rows.of("person", person), kind=kind, on=day, text=rows.say(phrase))
    visit_note = rows.almanac.day(date(2026, 4, 2))
    rows.add(Note, visit_id=rows.of("visit", "2026"), on=visit_note, text=rows.say("note_visit"))
    for phrase, people in TAGS.items():
        tag = rows.add(Tag, name=rows.say(phrase))
        for person in people:
            rows.add(TagLink, tag_id=tag, person_id=rows.of("person", person))
    choices = rows.say("voices")
    voice = rows.add(OwnField, name=rows.say("field_voice"), kind="choice", choices=choices, position=0)
    apron = rows.add(OwnField, name=rows.say("field_apron"), kind="yes_no", position=1)
    for key, phrase in ((voice, "field_voice"), (apron, "field_apron")):
        for language, name in rows.say.every(phrase).items():
            rows.add(OwnFieldText, own_field_id=key, language=language, name=name)
    for person, voice_number in VOICES.items():
        value = choices.split(";")[voice_number]
        rows.add(OwnFieldValue, own_field_id=voice, person_id=rows.of("person", person), value=value)
    for person in TAGS["tag_market"]:
        rows.add(OwnFieldValue, own_field_id=apron, person_id=rows.of("person", person), value="yes")
    rows.add(
        PersonText, person_id=rows.of("person", "Jean-Luc Martin"), language="fr", salutation="Cher Jean-Luc,"
    )
    rows.add(
        HouseholdText,
        household_id=rows.of("household", "Kowalski"),
        language="pl",
        salutation="Szanowni Państwo Kowalscy,",
        address_name="Państwo Kowalscy",
    )
