# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos in the report of a visit: those of nobody, and of people only with their consent to printing."""

import datetime as dt
import io

from docx import Document as Written
from PIL import Image
from sqlalchemy import select

from hospes.actions.documents import AddDocuments, NewDocument
from hospes.domain.codes import ConsentPurpose, DocumentKind
from hospes.papers.making import draw, editable
from hospes.store.tables.events import Document
from hospes.store.tables.people import Consent
from hospes.store.tables.visits import Participation
from tests.make import do
from tests.papers.printing import gathered
from tests.papers.reading import text_of
from tests.papers.visiting import visit_of

NAMES = ("River", "Asked", "Unasked", "Withdrawn", "Private")


def picture(shade):
    """A small picture of its own, so that each photo has its own bytes."""
    written = io.BytesIO()
    Image.new("RGB", (60, 40), (shade, 120, 200)).save(written, "PNG")
    return written.getvalue()


def keep_photos(app, visit):
    """One of nobody, three of people who were asked, were not, or took it back, and one kept to ourselves."""
    app.run(
        AddDocuments(
            visit,
            tuple(
                NewDocument(f"{name} photo", "image/png", picture(at * 40), DocumentKind.PHOTO)
                for at, name in enumerate(NAMES)
            ),
        )
    )

    def belong(w):
        people = list(w.scalars(select(Participation.person_id).where(Participation.visit_id == visit)))
        kept = {row.name: row for row in w.scalars(select(Document).where(Document.visit_id == visit))}
        kept["Private photo"].confidential = True
        for name, person in zip(NAMES[1:4], people, strict=False):
            kept[f"{name} photo"].person_id = person
            query = select(Consent).where(Consent.person_id == person)
            for agreed in w.scalars(query.where(Consent.purpose == ConsentPurpose.PHOTO_PRINT)):
                w.delete(agreed)
        given = {"purpose": ConsentPurpose.PHOTO_PRINT, "given_on": dt.date(2026, 2, 1)}
        w.put(Consent, {"person_id": people[0], **given}, withdrawn_on=None)
        w.put(Consent, {"person_id": people[2], **given}, withdrawn_on=dt.date(2026, 3, 1))

    do(app, belong)


def captions(words):
    return [name for name in NAMES if f"{name} photo" in words]


def test_photos_of_nobody_are_printed_and_of_people_only_with_their_consent(changing):
    visit = visit_of(changing)
    keep_photos(changing, visit)
    ready = gathered(changing, "visit-report", visit=visit, language="en")
    assert captions(text_of(draw(ready).pdf)) == ["River", "Asked"]
    written = Written(io.BytesIO(editable(ready)))
    assert captions("\n".join(one.text for one in written.paragraphs)) == ["River", "Asked"]
    assert len(written.inline_shapes) == 2


def test_as_many_photos_as_were_asked_for(changing):
    visit = visit_of(changing)
    keep_photos(changing, visit)
    none = gathered(changing, "visit-report", visit=visit, language="en", photos="0")
    assert captions(text_of(draw(none).pdf)) == []
    one = gathered(changing, "visit-report", visit=visit, language="en", photos="1")
    assert len(captions(text_of(draw(one).pdf))) == 1
