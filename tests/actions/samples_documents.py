# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the actions on documents, in the form of `samples.py`."""

from hospes.actions.documents import AddDocuments, EditDocument, NewDocument
from hospes.domain.codes import DocumentKind


def _a_document(app, w):
    made = app.run(AddDocuments(w.visit, (NewDocument("Zqxprobe.txt", "text/plain", b"Salve"),)))
    return EditDocument(made.result[0], {"name": "Zqxprobe 2", "kind": DocumentKind.PRESS})


SAMPLES = {
    "documents-add": lambda app, w: AddDocuments(
        w.visit, (NewDocument("Zqxprobe.txt", "text/plain", b"Bonjour"), NewDocument("b", "text/plain", b"B"))
    ),
    "document-edit": _a_document,
}
