# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of publications and of works to cite."""

from datetime import date

from hospes.actions.publications import DropPublications, KeepPublication
from hospes.actions.references import DropReferences, KeepReference, TakeStarterReferences
from hospes.actions.text_blocks import DropTextBlocks, KeepTextBlock, TakeStarterTexts
from hospes.domain.publications import PublicationKind
from hospes.domain.references import ReferenceKind
from hospes.queries.references import shipped
from hospes.queries.text_blocks import shipped_texts

ARTICLE = {"kind": PublicationKind.PRESS_ARTICLE, "title": "Guests at the fair", "on": date(2026, 5, 18)}
TEXT = {"use": "speech", "language": "en", "title": "Welcome", "text": "The houses are open."}
BOOK = {"kind": ReferenceKind.BOOK, "title": "Town twinning", "authors": "Langenohl, Andreas"}

SAMPLES = {
    "publication-keep": lambda app, w: KeepPublication({**ARTICLE, "visit_id": w.visit}),
    "publication-drop": lambda app, w: DropPublications((app.run(KeepPublication(ARTICLE)).result,)),
    "text-block-keep": lambda app, w: KeepTextBlock(TEXT),
    "text-block-drop": lambda app, w: DropTextBlocks((app.run(KeepTextBlock(TEXT)).result,)),
    "text-block-starter": lambda app, w: TakeStarterTexts(shipped_texts()),
    "reference-keep": lambda app, w: KeepReference(BOOK),
    "reference-drop": lambda app, w: DropReferences((app.run(KeepReference(BOOK)).result,)),
    "reference-starter": lambda app, w: TakeStarterReferences(shipped(), "en"),
}
