# SPDX-License-Identifier: GPL-3.0-or-later
"""A general meeting of 120 with 14 proxies, one each: votes, quorum, majority, counted a second way."""

import io
import sqlite3
from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction

import pypdf
import pytest

from hospes.actions.events import AddEvent, EditEvent, InviteToEvent, SetAttendance, SetEventText
from hospes.actions.meetings import AddMotion, ChangeByLaws, GiveProxy, RecordBallot
from hospes.actions.members import AddPeople, NewPerson
from hospes.actions.people import EditPerson
from hospes.actions.reach import AddContactPoint
from hospes.domain.codes import Attendance, ContactKind, EventKind
from hospes.domain.codes_meeting import MotionKind, NoticeForm
from hospes.domain.errors import UserError
from hospes.domain.meetings import Ballot, ByLaws, carried
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.options import read_options
from hospes.queries.events import event_facts, event_of_motion
from hospes.queries.meetings import resolutions, standing, voters_on
from hospes.queries.search import search
from tests.papers.reading import text_of

EN = Locale.of("en")
LAWS = ByLaws(notice_days=14, proxies=1, quorum_percent=50)
DAY = date(2026, 5, 2)
BORN = RoughDate.parse("1970")


@pytest.fixture
def meeting(app, world):
    """120 people on the list of a general meeting."""
    people = []
    for house in range(12):
        ten = tuple(
            NewPerson(given=f"G{n}", surname=f"Mem{house}", birth=RoughDate.parse("1970")) for n in range(10)
        )
        people += app.run(
            AddPeople(ten, street=f"Weg {house}", postcode="63512", town="Rosenau")
        ).result.people
    app.run(ChangeByLaws(LAWS))
    event = app.run(AddEvent("AGM", DAY, EventKind.AGM)).result
    app.run(InviteToEvent(event, tuple(people)))
    app.run(SetAttendance(event, tuple(people[:106]), Attendance.PRESENT))
    return event, people


def _second_count(app, event):
    """Who is there, and who is stood for by somebody there, from the bare rows."""
    with sqlite3.connect(f"file:{app.path}?mode=ro", uri=True) as db:
        rows = db.execute(
            "SELECT person_id, attendance, proxy_holder_id FROM event_person WHERE event_id = ?", (event.hex,)
        ).fetchall()
    here = {person for person, how, _ in rows if how == "present"}
    holders = [holder for person, _, holder in rows if holder is not None and person not in here]
    assert len(holders) == len(set(holders)), "one proxy each"
    return len(here), sum(holder in here for holder in holders)


def test_who_may_vote_whether_it_may_decide_and_what_is_carried(app, meeting):
    event, people = meeting
    givers, holders = people[106:], people[:13]
    for giver, holder in zip(givers[:13], holders, strict=True):
        app.run(GiveProxy(event, giver, holder))
    with pytest.raises(UserError):
        app.run(GiveProxy(event, givers[13], holders[0]))
    facts = app.read(event_facts, event, EN)
    told = standing(facts, app.read(voters_on, DAY, LAWS, EN), LAWS)
    assert (told.present, told.represented) == _second_count(app, event) == (106, 13)
    app.run(GiveProxy(event, givers[13], people[13]))
    facts = app.read(event_facts, event, EN)
    everyone = app.read(voters_on, DAY, LAWS, EN)
    told = standing(facts, everyone, LAWS)
    assert (told.present, told.represented) == _second_count(app, event) == (106, 14)
    assert told.votes == 120
    assert told.needed == -(-sum(one.votes for one in everyone) // 2)
    assert told.quorate
    for yes in range(88, 93):
        ballot = Ballot(yes, 120 - yes)
        share = Fraction(yes, 120)
        for kind, least in ((MotionKind.ORDINARY, None), (MotionKind.STATUTES, Fraction(3, 4))):
            right = share > Fraction(1, 2) if least is None else share >= least
            assert carried(ballot, kind, LAWS, told.all_votes) is right
    motion = app.run(AddMotion(event, "More ballots than votes")).result
    with pytest.raises(UserError):
        app.run(RecordBallot(motion, Ballot(121, 0), told.votes))


def test_a_day_late_is_told_before_anything_is_printed(app, meeting):
    event, _ = meeting
    for days in (16, 15, 14):
        sent = DAY - timedelta(days=days)
        between = (DAY - sent).days - 1  # neither the day of sending nor the day of the meeting counts
        notes = _notes(app, event, sent.isoformat())
        assert any("1 day late" in note for note in notes) is (between < LAWS.notice_days)


def _notes(app, event, sent, **more):
    drawn = _drawn(app, event, "meeting-invitation", **{"sent-on": sent, **more})
    return [EN.message(note) for note in drawn.notes]


def _drawn(app, event, code, **more):
    paper = find_paper(code)
    options = read_options(paper.options, {"language": "en", **more})
    return draw(app.read(gather, paper, options, Scope(app.today, event=event)))


@pytest.fixture
def small(app, world):
    """A general meeting to which two are invited."""
    event = app.run(AddEvent("AGM", DAY, EventKind.AGM)).result
    app.run(InviteToEvent(event, (world.barbara, world.dieter)))
    return event


def test_the_form_the_by_laws_ask_for_is_told_before_printing(app, world, small):
    app.run(AddContactPoint("person", world.barbara, ContactKind.EMAIL, "barbara@example.org"))
    app.run(EditPerson(world.barbara, {"by_email": True}))
    asked = {}
    for form in NoticeForm:
        app.run(ChangeByLaws(replace(LAWS, form=form)))
        for mail in ("no", "yes"):
            notes = _notes(app, small, "2026-03-01", **{"not-by-email": mail})
            asked[form, mail] = [note for note in notes if "by-laws ask for" in note]
    assert not asked[NoticeForm.TEXT, "no"] + asked[NoticeForm.TEXT, "yes"] + asked[NoticeForm.WRITING, "no"]
    assert asked[NoticeForm.WRITING, "yes"] == [
        "Your by-laws ask for a letter, but one person would get an e-mail only."
    ]
    assert "newspaper" in asked[NoticeForm.PRESS, "no"][0]


def test_a_second_date_the_same_evening_decides_with_its_own_quorum(app, world, small):
    laws = replace(LAWS, quorum_percent=100, second_minutes=30)
    app.run(ChangeByLaws(laws))
    app.run(SetAttendance(small, (world.barbara,), Attendance.PRESENT))
    app.run(EditEvent(small, {"starts": time(18), "place": "Bürgerhaus"}))
    app.run(SetEventText(small, "en", {"agenda": "\n".join(f"{n}. Something" for n in range(1, 7))}))
    everyone = app.read(voters_on, DAY, laws, EN)
    assert not standing(app.read(event_facts, small, EN), everyone, laws).quorate
    app.run(EditEvent(small, {"second_date": True}))
    told = standing(app.read(event_facts, small, EN), everyone, laws)
    assert (told.quorate, told.needed, told.present) == (True, 0, 1)
    app.run(SetEventText(small, "en", {"minutes": "Held on the second date.\n\nThe choir sang."}))
    written = text_of(_drawn(app, small, "meeting-minutes").pdf)
    assert written.count("Held on the second date.") == 1, "filled in, the numbers do not stand there twice"
    assert "The choir sang." in written
    agenda = "\n".join(f"{at}. Something to talk about" for at in range(1, 10))
    app.run(SetEventText(small, "en", {"agenda": agenda}))
    drawn = _drawn(app, small, "meeting-invitation")
    assert len(pypdf.PdfReader(io.BytesIO(drawn.pdf)).pages) == 2, "the slip stands on the letter's own sheet"
    asked = text_of(drawn.pdf)
    assert "begins again at 18:30" in " ".join(asked.split())


def test_a_resolution_is_found_and_the_minutes_name_who_led(app, meeting):
    event, people = meeting
    motion = app.run(AddMotion(event, "The dues stay as they are.")).result
    assert not [one for one in app.read(search, "dues stay", EN, DAY) if one.kind == "event_motion"]
    app.run(RecordBallot(motion, Ballot(100, 6), 106, carried=True))
    (found,) = [one for one in app.read(search, "dues stay", EN, DAY) if one.kind == "event_motion"]
    assert (found.id, app.read(event_of_motion, motion)) == (motion, event)
    assert app.read(resolutions, EN)[0].text == "The dues stay as they are."
    app.run(EditEvent(event, {"chair_id": people[0], "keeper_id": people[1]}))
    facts = app.read(event_facts, event, EN)
    assert (facts.chair.name.given, facts.keeper.name.given) == ("G0", "G1")
    drawn = _drawn(app, event, "meeting-minutes")
    assert "In the chair: G0 Mem0" in text_of(drawn.pdf)
