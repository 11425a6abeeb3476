# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile and very long words on the papers that are not about people alone: meetings, twinnings, grants,
the record of processing, the other laptop. `test_all_papers` does the same for the papers of people.

Of the test catalogue: T6.2.
"""

import datetime as dt

import pytest

from hospes.actions.agreements import AddAgreement, AddSigning, Signer
from hospes.actions.documents import AddDocuments, NewDocument
from hospes.actions.events import AddEvent, InviteToEvent, SetAttendance, SetEventText
from hospes.actions.grants import AddGrant, TickProof
from hospes.actions.meetings import AddMotion, ChangeByLaws, GiveProxy, RecordBallot
from hospes.actions.offices import AddOffice
from hospes.actions.partnerships import AddPartnership, NewParty, SetPartnershipTexts
from hospes.actions.partnerships_story import AddPhase
from hospes.actions.settings import ChangeSetting
from hospes.actions.visits import CreateVisit
from hospes.domain.codes import Attendance, EventKind, Function
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.meetings import Ballot, ByLaws
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.papers.laptop_changes import changes_document, sender_of
from hospes.queries.association import association
from hospes.queries.laptops import Card, Choice, Described
from tests.papers.people import TODAY, add
from tests.papers.printing import paper
from tests.papers.reading import squeezed, text_of

PEOPLE = ("<b>Léa|Dupont & Fils", 'Jean <jean@x.org>|<img src="file:///etc/passwd"/>')
WORDS = "</para>{n} %s \\(x) <img src='file:///etc/passwd'/> & <b>Ђорђе"
LONG = "ŻaŹo" * 1000
DAY = dt.date(2026, 6, 19)


def meeting(app, words, people):
    """A general meeting with everything its papers print, and a committee."""
    ids = [add(app, name)[0] for name in people]
    app.run(ChangeByLaws(ByLaws(proxies=1)))
    event = app.run(AddEvent(words, DAY, EventKind.AGM, place=words, language="de")).result
    app.run(SetEventText(event, "de", {"agenda": words, "minutes": words}))
    app.run(InviteToEvent(event, tuple(ids)))
    app.run(SetAttendance(event, (ids[0],), Attendance.PRESENT))
    app.run(GiveProxy(event, ids[1], ids[0]))
    motion = app.run(AddMotion(event, words)).result
    app.run(RecordBallot(motion, Ballot(2, 0, 0, 0), carried=True))
    own = app.read(association).id
    for one in ids:
        app.run(AddOffice(one, own, Function.CHAIR, title=words, on_committee=True))


def twinning(app, words):
    """A twinning whose towns, texts, phase, agreement and signers are such words."""
    bond = app.run(
        AddPartnership((NewParty(name=f"A {words}", country="DE"), NewParty(name=f"B {words}", country="FR")))
    ).result
    app.run(SetPartnershipTexts(bond, "de", {"title": words, "story": words, "shared_heritage": words}))
    app.run(AddPhase(bond, {"de": words}, RoughDate(1974), RoughDate(1989)))
    signed = app.run(AddAgreement(bond, AgreementType.RENEWAL, {"de": words}, languages=("de",))).result
    app.run(AddSigning(signed, RoughDate(1980), place=words, signers=(Signer(words, words),)))
    return bond


def proof(app, words):
    """A visit with a grant, proved by a file of such a name."""
    visit = app.run(CreateVisit({"de": words}, dt.date(2026, 5, 14), dt.date(2026, 5, 17))).result
    grant = app.run(AddGrant(visit, name=words, currency="EUR")).result
    file = NewDocument(f"{words.replace('/', '')[:80]}.pdf", "application/pdf", b"%PDF-1.4")
    (report,) = app.run(AddDocuments(visit, (file,))).result
    app.run(TickProof(grant, "report", document_id=report))
    return visit


MEETING = ("meeting-invitation", "meeting-sign-in", "meeting-minutes", "resolutions", "board-list")
WITH_WORDS = {"meeting-invitation", "meeting-minutes", "resolutions", "board-list"}
WITH_PEOPLE = {"meeting-invitation", "meeting-sign-in", "board-list"}


def test_words_are_data_on_the_papers_of_a_meeting(founded):
    meeting(founded, WORDS, PEOPLE)
    for code in MEETING:
        document = paper(founded, code, language="de")
        assert b"/Subtype /Image" not in document.pdf, code
        text = squeezed(text_of(document.pdf))
        if code in WITH_WORDS:
            assert squeezed(WORDS) in text, code
        if code in WITH_PEOPLE:
            for part in "|".join(PEOPLE).split("|"):
                assert squeezed(part) in text, (code, part)


def test_words_are_data_on_the_papers_of_a_twinning(founded):
    bond = twinning(founded, WORDS)
    for code in ("twinning-facts", "twinning-chronicle"):
        document = paper(founded, code, twinning=bond, language="de")
        assert b"/Subtype /Image" not in document.pdf, code
        assert squeezed(text_of(document.pdf)).count(squeezed(WORDS)) >= 3, code


def test_words_are_data_on_the_proof_of_use_and_on_the_record(founded):
    document = paper(founded, "grant-proof", visit=proof(founded, WORDS), language="de")
    assert b"/Subtype /Image" not in document.pdf
    assert squeezed(text_of(document.pdf)).count(squeezed(WORDS)) >= 2
    founded.run(ChangeSetting("privacy.officer", WORDS))
    document = paper(founded, "record-of-processing", language="de")
    assert b"/Subtype /Image" not in document.pdf
    assert squeezed(WORDS) in squeezed(text_of(document.pdf))


def changes(app, words):
    """The paper of the other laptop, every value of which is such words."""
    when = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
    card = Card(words, "", Choice(words, words, when), Choice(words, words, when))
    told = Described(words, TODAY, (words,), (words,), (card,))
    return changes_document(told, words, app.read(sender_of), Locale.of("de"), TODAY)


def test_words_are_data_on_the_changes_of_the_other_laptop(founded):
    document = changes(founded, WORDS)
    assert b"/Subtype /Image" not in document.pdf
    assert squeezed(text_of(document.pdf)).count(squeezed(WORDS)) >= 4


@pytest.mark.parametrize("code", MEETING)
def test_a_word_of_4000_letters_does_not_stop_the_papers_of_a_meeting(founded, code):
    meeting(founded, LONG, (f"Anna|{LONG}", f"Eva|{LONG}"))
    assert text_of(paper(founded, code, language="de").pdf).count("Ż") >= 1000


@pytest.mark.parametrize("code", ["twinning-facts", "twinning-chronicle"])
def test_a_word_of_4000_letters_does_not_stop_the_papers_of_a_twinning(founded, code):
    bond = twinning(founded, LONG)
    assert text_of(paper(founded, code, twinning=bond, language="de").pdf).count("Ż") >= 1000


def test_a_word_of_4000_letters_does_not_stop_proof_record_and_changes(founded):
    visit = proof(founded, LONG)
    assert text_of(paper(founded, "grant-proof", visit=visit, language="de").pdf).count("Ż") >= 1000
    founded.run(ChangeSetting("privacy.officer", LONG))
    assert text_of(paper(founded, "record-of-processing", language="de").pdf).count("Ż") >= 1000
    assert text_of(changes(founded, LONG).pdf).count("Ż") >= 1000
