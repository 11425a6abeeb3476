# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that are kept: their list, one with its words, who got it, and what somebody got."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func

from hospes.domain.codes import Channel
from hospes.domain.codes_letters import TwoWays
from hospes.domain.errors import UserError
from hospes.i18n.fold import fold
from hospes.queries.people import person_names
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.letters import Letter, LetterSent, LetterText


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in the list."""

    id: UUID
    name: str
    written_on: date
    languages: tuple[str, ...]
    sent: int
    """To how many people it went."""
    last: date | None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a letter in one language."""

    subject: str
    body: str
    enclosures: str


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter with its words."""

    id: UUID
    version: int
    name: str
    written_on: date
    together: bool
    signed_by: str
    texts: dict[str, Words]
    signature_picture: bool = False
    not_by_email: bool = False
    newsletter: bool = False
    second_language: str = ""
    two_ways: TwoWays = TwoWays.BELOW

    def written_in(self, wanted: str) -> str:
        """The code under which it is written in a language; empty where it is not."""
        base = wanted.split("-", maxsplit=1)[0]
        found = [code for code in sorted(self.texts) if code.split("-", maxsplit=1)[0] == base]
        return wanted if wanted in self.texts else (found[0] if found else "")

    def second_for(self, first: str, wanted: str, ours: str) -> str:
        """The second language of a letter in `first`: the one that is wanted, for its own readers ours."""
        base = first.split("-", maxsplit=1)[0]
        for code in (wanted, ours) if wanted else ():
            found = self.written_in(code)
            if found and found.split("-", maxsplit=1)[0] != base:
                return found
        return ""

    def language_for(self, wanted: str, ours: str) -> str:
        """The language a reader gets: their own if it is written, else ours, English, or any there is."""
        base = {code.split("-")[0]: code for code in sorted(self.texts, reverse=True)}
        for code in (wanted, wanted.split("-", maxsplit=1)[0], ours, ours.split("-", maxsplit=1)[0], "en"):
            if code in self.texts:
                return code
            if code and code in base:
                return base[code]
        return next(iter(sorted(self.texts)), ours)


@dataclass(frozen=True, slots=True)
class SentRow:
    """Somebody got it: proof of dispatch."""

    person_id: UUID
    name: str
    channel: Channel
    on: date
    language: str


@dataclass(frozen=True, slots=True)
class LetterOfPerson:
    """A letter somebody got."""

    letter_id: UUID
    name: str
    channel: Channel
    on: date


def letters(connection: Connection) -> list[LetterRow]:
    """All letters but those in the bin, the newest first."""
    t, s, x = Letter, LetterSent, LetterText
    languages: dict[UUID, list[str]] = {}
    for letter_id, language in connection.execute(pick(x.letter_id, x.language).order_by(x.language)):
        languages.setdefault(letter_id, []).append(language)
    counted = {
        row[0]: (row[1], row[2])
        for row in connection.execute(
            pick(s.letter_id, func.count(s.person_id.distinct()), func.max(s.on)).group_by(s.letter_id)
        )
    }
    query = (
        pick(t.id, t.name, t.written_on)
        .where(t.binned_at.is_(None), owned(connection, t.owner_id))
        .order_by(t.written_on.desc(), t.id.desc())
    )
    return [
        LetterRow(one, name, day, tuple(languages.get(one, ())), *counted.get(one, (0, None)))
        for one, name, day in connection.execute(query)
    ]


def letter(connection: Connection, letter_id: UUID) -> KeptLetter:
    """One letter. Raises UserError if it is gone or in the bin."""
    t, x = Letter, LetterText
    query = pick(
        t.id, t.version, t.name, t.written_on, t.together, t.signed_by, t.signature_picture, t.not_by_email,
        t.newsletter, t.second_language, t.two_ways,
    ).where(t.id == letter_id, t.binned_at.is_(None))  # fmt: skip
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    texts = connection.execute(
        pick(x.language, x.subject, x.body, x.enclosures).where(x.letter_id == letter_id)
    )
    return KeptLetter(
        row.id, row.version, row.name, row.written_on, row.together, row.signed_by,
        {one[0]: Words(*one[1:]) for one in texts}, row.signature_picture, row.not_by_email, row.newsletter,
        row.second_language, row.two_ways,
    )  # fmt: skip


def find_letter(connection: Connection, typed: str) -> UUID:
    """The letter somebody means by its name or id; the newest if nothing is typed. Raises UserError."""
    rows = letters(connection)
    if not rows:
        raise UserError("There is no letter yet. Write one under Letters.", code="no-letter")
    if not typed.strip():
        return rows[0].id
    wanted = fold(typed.strip())
    found = [one for one in rows if one.id.hex == typed.strip()] or [
        one for one in rows if fold(one.name) == wanted
    ]
    found = found or [one for one in rows if wanted in fold(one.name)]
    if len(found) != 1:
        raise UserError(
            "There is no one letter “{name}”. There are: {known}.",
            code="letter-unknown",
            name=typed,
            known=", ".join(one.name for one in rows[:20]),
        )
    return found[0].id


def sent_to(connection: Connection, letter_id: UUID) -> list[SentRow]:
    """Who got a letter, the newest first."""
    s = LetterSent
    query = (
        pick(s.person_id, s.channel, s.on, s.language)
        .where(s.letter_id == letter_id)
        .order_by(s.on.desc(), s.channel, s.id)
    )
    rows = list(connection.execute(query))
    names = person_names(connection, [row[0] for row in rows])
    return [SentRow(row[0], names.get(row[0], ""), row[1], row[2], row[3]) for row in rows]


def letters_of(connection: Connection, person_id: UUID) -> list[LetterOfPerson]:
    """What somebody got, the newest first."""
    t, s = Letter, LetterSent
    query = (
        pick(t.id, t.name, s.channel, s.on)
        .join(t, t.id == s.letter_id)
        .where(s.person_id == person_id, t.binned_at.is_(None))
        .order_by(s.on.desc(), t.name)
    )
    return [LetterOfPerson(*row) for row in connection.execute(query)]
