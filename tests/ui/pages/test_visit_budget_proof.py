# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of use from the Budget tab: the paper in the print centre, and the ZIP with its documents."""

import zipfile

from PySide6.QtWidgets import QFileDialog

from hospes.actions.documents import AddDocuments, NewDocument
from hospes.actions.grants import AddGrant, TickProof


def test_the_proof_of_use_is_printed_and_packed_from_the_grant(at, tmp_path, monkeypatch):
    visit = at.world.visit
    grant = at.app.run(AddGrant(visit, scheme="dfjw", currency="EUR")).result
    (report,) = at.app.run(
        AddDocuments(visit, (NewDocument("Bericht.pdf", "application/pdf", b"%PDF"),))
    ).result
    at.app.run(TickProof(grant, "report", document_id=report))
    at.go("visit", id=visit.hex, tab="budget", part="grants")
    at.settle()
    target = tmp_path / "proof.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at.click("visit.grant.pack")
    with zipfile.ZipFile(target) as archive:
        assert any(name.endswith("Bericht.pdf") for name in archive.namelist())
        assert archive.read("grant-proof.pdf").startswith(b"%PDF")
    at.click("visit.grant.paper")
    assert at.page.where()["paper"] == "grant-proof"
    assert at.page.where()["options"] == {"grant": grant.hex}
