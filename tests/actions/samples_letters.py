# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of letters: see `samples`."""

from hospes.actions.letters import EditLetter, LetterWords, RecordLetterSent, SetLetterWords, WriteLetter
from hospes.store.tables.letters import Letter
from tests.make import do


def _letter(app, w):
    """A letter in the world, made as a step of its own."""
    return do(app, lambda x: x.create(Letter, owner_id=w.own, name="Summer", written_on=x.today).id)


SAMPLES = {
    "letter-write": lambda app, w: WriteLetter(
        "Christmas", {"de": LetterWords("Weihnachten", "{salutation}")}
    ),
    "letter-edit": lambda app, w: EditLetter(_letter(app, w), {"name": "Easter", "together": False}),
    "letter-words": lambda app, w: SetLetterWords(_letter(app, w), "fr", LetterWords("Noël", "Bonjour")),
    "letter-sent": lambda app, w: RecordLetterSent(_letter(app, w), ((w.barbara, "de"), (w.piotr, "fr"))),
}
