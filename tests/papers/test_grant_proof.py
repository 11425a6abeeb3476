# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of use: its index, who signed, what is missing, and the ZIP with the documents of the file."""

import io
import zipfile

from sqlalchemy import select

from hospes.actions.documents import AddDocuments, NewDocument
from hospes.actions.grants import AddGrant, SignForGrant, TickProof
from hospes.domain.codes_visit import ParticipationKind
from hospes.papers.making import draw, editable
from hospes.papers.packing import pack
from hospes.queries.association import association
from hospes.queries.documents import document_bytes
from hospes.store.tables.visits import Participation
from tests.make import do
from tests.papers.printing import gathered
from tests.papers.reading import quick_text, squeezed
from tests.papers.visiting import visit_of


def test_a_proof_of_use_says_who_signed_and_what_is_missing(changing):
    app = changing
    visit = visit_of(app)
    grant = app.run(AddGrant(visit, scheme="dfjw", currency="EUR")).result
    guests = do(
        app,
        lambda w: tuple(
            w.scalars(
                select(Participation.id).where(
                    Participation.visit_id == visit, Participation.kind == ParticipationKind.GUEST
                )
            )
        ),
    )
    app.run(SignForGrant(grant, guests[:7]))
    file = NewDocument("Bericht.pdf", "application/pdf", b"%PDF-1.4 report")
    (report,) = app.run(AddDocuments(visit, (file,))).result
    app.run(TickProof(grant, "report", document_id=report))
    ready = gathered(app, "grant-proof", visit=visit, language="en", grant=grant.hex)
    text = squeezed(quick_text(draw(ready).pdf))
    assert squeezed("7 people signed") in text
    assert squeezed(f"Purpose in the statutes{app.read(association).texts['en'].purpose}") in text
    assert squeezed("Computed from 7 people who signed") in text
    assert squeezed("Bericht.pdf") in text
    assert squeezed("still missing") in text
    assert editable(ready).startswith(b"PK")
    packed = pack(ready, b"%PDF", lambda one: app.read(document_bytes, one))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        assert names[0] == "grant-proof.pdf"
        inside = next(name for name in names if name.endswith("Bericht.pdf"))
        assert archive.read(inside) == b"%PDF-1.4 report"
