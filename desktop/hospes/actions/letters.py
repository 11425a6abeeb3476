# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to many: writing and keeping them, and who got one, how and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.domain.codes import Channel
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.letters import Letter, LetterSent, LetterText
from hospes.store.tables.people import Person
from hospes.store.writer import Writer

WAYS = ("signature_picture", "not_by_email", "newsletter", "second_language", "two_ways")
"""How a letter goes out, kept with it for the next time."""


@dataclass(frozen=True)
class LetterWords:
    """The words of a letter in one language."""

    subject: str = ""
    body: str = ""
    enclosures: str = ""

    @property
    def empty(self) -> bool:
        """Is nothing written?"""
        return not (self.subject.strip() or self.body.strip())


@dataclass(frozen=True)
class WriteLetter(Action):
    """Begin a letter, perhaps with the words of another. Gives its id."""

    code: ClassVar[str] = "letter-write"
    label: ClassVar[str] = N_("Write the letter {letter}")

    name: str
    words: Mapping[str, LetterWords] = field(default_factory=dict)
    together: bool = True
    signed_by: str = ""
    owner_id: UUID | None = None
    like: UUID | None = None
    """Sent in the same way as this letter: to whom, with which signature, in which languages."""

    def apply(self, w: Writer) -> UUID:
        """Add it with its texts."""
        own = own_association(w, self.owner_id)
        letter = w.create(
            Letter, owner_id=own.id, name=_name(self.name), written_on=w.today,
            together=self.together, signed_by=self.signed_by.strip(),
        )  # fmt: skip
        if self.like is not None:
            model = w.must(Letter, self.like)
            for name in WAYS:
                setattr(letter, name, getattr(model, name))
        for language, words in self.words.items():
            if not words.empty:
                _put_words(w, letter.id, language, words)
        return letter.id

    def refs(self, result: object) -> dict[str, object]:
        """The letter."""
        return {"letter": result}


@dataclass(frozen=True)
class EditLetter(Edit):
    """Change what a letter is called, who signs it, who gets it and in which languages."""

    code: ClassVar[str] = "letter-edit"
    label: ClassVar[str] = N_("Change the letter {letter}")
    table: ClassVar[type[Row]] = Letter
    fields: ClassVar[frozenset[str]] = frozenset({"name", "together", "signed_by", *WAYS})
    ref: ClassVar[str] = "letter"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A letter needs a name."""
        values = dict(self.values)
        if "name" in values:
            values["name"] = _name(str(values["name"]))
        if second := values.get("second_language"):
            values["second_language"] = normal_code(str(second))
        return values


@dataclass(frozen=True)
class SetLetterWords(Action):
    """Write the words of a letter in one language; empty ones take the language out."""

    code: ClassVar[str] = "letter-words"
    label: ClassVar[str] = N_("Change the words of {letter}")

    letter_id: UUID
    language: str
    words: LetterWords

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Letter, self.letter_id)
        _put_words(w, self.letter_id, self.language, self.words)

    def refs(self, result: object) -> dict[str, object]:
        """The letter."""
        return {"letter": self.letter_id}


@dataclass(frozen=True)
class RecordLetterSent(Action):
    """Keep who got a letter, which way and on which day. Gives how many were marked.

    Nobody is marked twice by mistake: whoever got the letter this way already stays as they are, unless it is
    said that it went out once more; then only those marked on the very day.
    """

    code: ClassVar[str] = "letter-sent"
    label: ClassVar[str] = N_("Note that {letter} went out")

    letter_id: UUID
    people: tuple[tuple[UUID, str], ...]
    """With the language of each one's letter."""
    channel: Channel = Channel.LETTER
    on: date | None = None
    again: bool = False

    def apply(self, w: Writer) -> int:
        """Keep them. People who are no longer in the file are passed over."""
        w.must(Letter, self.letter_id)
        if not self.people:
            raise UserError("Nobody is chosen.", code="nothing-chosen")
        day = self.on or w.today
        marked = select(LetterSent.person_id).where(
            LetterSent.letter_id == self.letter_id, LetterSent.channel == self.channel
        )
        known = set(w.scalars(marked.where(LetterSent.on == day) if self.again else marked))
        there = set(w.scalars(select(Person.id)))
        rows = [
            {"letter_id": self.letter_id, "person_id": person, "channel": self.channel, "on": day,
             "language": language}
            for person, language in dict(self.people).items()
            if person in there and person not in known
        ]  # fmt: skip
        w.bulk_add(LetterSent, rows)
        return len(rows)

    def refs(self, result: object) -> dict[str, object]:
        """The letter, and how many."""
        return {"letter": self.letter_id, "n": result}


def _put_words(w: Writer, letter_id: UUID, language: str, words: LetterWords) -> None:
    keys = {"letter_id": letter_id, "language": normal_code(language)}
    if words.empty:
        row = w.get(LetterText, w.key_for(LetterText, keys))
        if row is not None:
            w.delete(row)
        return
    w.put(
        LetterText, keys, subject=" ".join(words.subject.split()), body=words.body.strip("\n"),
        enclosures=words.enclosures.strip(),
    )  # fmt: skip


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise FieldProblem("name", "Give the letter a name, so that it is found again.")
    return name
