# SPDX-License-Identifier: GPL-3.0-or-later
"""People's data in the window: times of keeping, words of consents, what may go, erasing, handing over."""

import json
import logging

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from hospes import log, paths
from hospes.actions.notes import AddNote
from hospes.domain.codes import ConsentPurpose
from hospes.domain.retention import Kept, Span, SpanUnit
from hospes.queries.consent_texts import editions
from hospes.queries.privacy import privacy_texts
from hospes.queries.retention import due
from hospes.store.tables.people import Consent, Person


def put(at, name, text):
    field = at.find(name)
    field.setFocus()
    (field.setPlainText if hasattr(field, "setPlainText") else field.setText)(text)
    at.find("settings.privacy.due").setFocus()
    at.settle()


def test_times_of_keeping_are_settings_of_the_file(at):
    at.go("settings", section="privacy")
    put(at, "settings.keep.health", "60")
    assert at.desk.read(privacy_texts).rules[Kept.HEALTH] == Span(60, SpanUnit.DAYS)
    unit = at.find("settings.keepUnit.guests")
    unit.setCurrentIndex(unit.findData("years"))
    unit.activated.emit(unit.currentIndex())
    at.settle()
    assert at.desk.read(privacy_texts).rules[Kept.GUESTS] == Span(1, SpanUnit.YEARS)
    at.click("settings.privacy.usual")
    assert at.desk.read(privacy_texts).rules[Kept.HEALTH] == Span(30, SpanUnit.DAYS)
    put(at, "settings.officer", "Renate Vogel")
    assert at.desk.read(privacy_texts).officer == "Renate Vogel"


def test_words_that_were_agreed_to_stay_and_new_ones_are_a_new_edition(at):
    at.go("settings", section="privacy")
    put(at, "settings.consentText", "Pictures may be printed.")
    (first,) = at.desk.read(editions, ConsentPurpose.PHOTO_PRINT)
    assert list(first.texts.values()) == ["Pictures may be printed."]
    at.go("person", id=at.world.guest.hex)
    choice = at.find("person.consentPurpose")
    choice.choose("photo_print")
    at.click("person.consentGive")
    given = at.app.read(
        lambda c: (
            c.execute(
                select(Consent.text_version).where(
                    Consent.person_id == at.world.guest, Consent.purpose == ConsentPurpose.PHOTO_PRINT
                )
            )
            .scalars()
            .all()
        )
    )
    assert first.edition in given
    at.go("settings", section="privacy")
    assert at.find("settings.consentText").isReadOnly()
    at.click("settings.consentNew")
    assert not at.find("settings.consentText").isReadOnly()
    assert len(at.desk.read(editions, ConsentPurpose.PHOTO_PRINT)) == 2


@pytest.fixture
def watched_log():
    """The log of this process with every small step in it."""
    log.start(paths.log_file(), verbose=True)
    yield paths.log_file()
    log.start(None)
    logging.getLogger("hospes").propagate = True


def test_somebody_is_erased_after_two_questions(at, watched_log):
    who = at.world.guest
    name = at.app.read(
        lambda c: c.execute(select(Person.given, Person.surname).where(Person.id == who)).one()
    )
    other = at.app.read(lambda c: c.execute(select(Person.id).where(Person.id != who)).scalars().first())
    at.app.run(AddNote("person", other, f"Sings with {name.given} {name.surname}"))
    at.app.run(AddNote("person", other, f"Asked the {name.surname} family about the piano"))
    at.go("person", id=who.hex)
    at.page._acts.erase()
    at.settle()
    told = at.words("person.question")
    assert f"Sings with {name.given} {name.surname}" in told
    alone = told.index("1 text of somebody else holds the surname alone")
    assert told.index(f"Asked the {name.surname} family") > alone
    asked = []
    at.desk.frame.ask = asked.append
    at.click("person.question.texts")
    at.click("person.question.yes")
    (question,) = asked
    assert question.urgent
    assert [one.label for one in question.answers] == [f"Erase {name.given} {name.surname}", "Keep"]
    assert "Undo does not bring this back" in question.detail
    question.answers[0].call()
    at.settle()
    assert "is erased for good" in at.said()
    with at.app.engine.read() as connection:
        assert (
            connection.execute(
                select(Person.id).where(Person.surname == name.surname, Person.given == name.given)
            ).first()
            is None
        )
        assert (
            connection.exec_driver_sql("SELECT text FROM note WHERE text LIKE 'Sings with%'").scalar()
            == "Sings with …"
        )

    at.go("person", id=who.hex)
    assert not at.there("person.putBack")
    told = "".join(one.read_text("utf-8") for one in watched_log.parent.iterdir() if one.is_file())
    assert name.surname not in told
    assert name.surname not in at.window.windowTitle()


def test_a_file_with_all_data_is_handed_over(at, tmp_path, monkeypatch):
    target = tmp_path / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at.go("person", id=at.world.guest.hex)
    at.page._acts.hand_over()
    at.settle()
    assert "all.json" in at.said()
    assert json.loads(target.read_text("utf-8"))["person"]["id"] == at.world.guest.hex


def test_what_may_go_is_read_and_removed(at, monkeypatch):
    rows = at.desk.read(due, at.app.today.replace(year=at.app.today.year + 9), "en")
    assert rows
    monkeypatch.setattr(
        "hospes.ui.pages.retention.due",
        lambda connection, day, language: due(connection, day.replace(year=day.year + 9), language),
    )
    at.go("retention")
    assert at.find("retention.all").text() == f"Remove all {len(rows)} entries" or len(rows) == 1
    asked = []
    at.desk.frame.ask = asked.append
    at.click("retention.all")
    asked[0].answers[0].call()
    at.settle()
    assert "removed for good" in at.said()
