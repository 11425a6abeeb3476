# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing one person for good, and handing them all their data (Art. 15, 17 and 20 GDPR).

What is lost and what stays is read before; texts of others that name the person are shown, and changed only
if somebody says so. The last question stands in front of everything: nothing brings the person back.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hospes import paths
from hospes.domain.erasure_words import NOT_UNDONE, backups, lost, question, stays
from hospes.queries.erasure import erasure_preview
from hospes.ui.desk import Answer
from hospes.ui.pages.person_questions import LifeQuestion
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from hospes.domain.erasure_words import ErasurePreview, NamedRow
    from hospes.domain.errors import UserError
    from hospes.store.erasing_backups import Cleaned
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

MOST_TEXTS = 12
"""Texts shown before "and so many more": the page stays readable."""


def preview(desk: Desk, person_id: UUID) -> ErasurePreview:
    """What erasing would do now."""
    return desk.read(erasure_preview, person_id, desk.file.today, desk.locale.language)


def ask_last(desk: Desk, found: ErasurePreview, *, texts: bool) -> None:
    """The question in front of everything; both answers are verbs."""
    locale = desk.locale
    lines = [*lost(found, locale), *(stays(row, locale) for row in found.stays), desk.text(NOT_UNDONE)]

    def erase() -> None:
        _erase(desk, found, texts=texts)

    desk.ask(
        question(found, locale),
        (
            Answer(desk.text("Erase {person}", person=found.name), erase, main=True, name="erase.yes"),
            Answer(desk.text("Keep"), _nothing, name="erase.no"),
        ),
        detail="\n".join(lines),
        urgent=True,
    )


def _nothing() -> None:
    """The person stays."""


def _erase(desk: Desk, found: ErasurePreview, *, texts: bool) -> None:
    from hospes.store.erasing import Listed

    app, places = desk.file, desk.settings.backup_places
    wanted = [Listed(found.person_id.hex, texts=texts)]
    desk.go("members")

    def job(_work: Work) -> Cleaned:
        return app.erase(wanted, places)

    def done(cleaned: Cleaned) -> None:
        desk.bus.backedUp.emit()
        words = [
            desk.text("{person} is erased for good.", person=found.name),
            *backups(cleaned.rewritten, len(cleaned.failed), len(cleaned.missing), desk.locale),
        ]
        desk.say(" ".join(words), kind="done" if cleaned.whole else "warn")

    _run(desk, job, done)


def finish_erasing(desk: Desk) -> None:
    """Clean the backups that could not be reached before."""
    app, places = desk.file, desk.settings.backup_places

    def job(_work: Work) -> Cleaned:
        return app.finish_erasing(places)

    def done(cleaned: Cleaned) -> None:
        desk.bus.changed.emit(_erasure_changed())
        told = list(backups(cleaned.rewritten, len(cleaned.failed), len(cleaned.missing), desk.locale))
        desk.say(
            " ".join(told) or desk.text("No backup holds it any more."),
            kind="done" if cleaned.whole else "warn",
        )

    _run(desk, job, done)


def _erasure_changed() -> object:
    from hospes.store.journal import Changes

    return Changes(frozenset({"erasure", "setting"}))


def _run(desk: Desk, job: object, done: object) -> None:
    def failed(error: UserError) -> None:
        desk.say(error, kind="err")

    desk.tasks.run(job, title=desk.text("Removing for good"), done=done, failed=failed)  # type: ignore[arg-type]  # one signature for two jobs


class EraseQuestion(LifeQuestion):
    """What others wrote about the person, before the last question."""

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        self.found = preview(desk, person_id)
        super().__init__(desk, person_id, name, question(self.found, desk.locale))
        theme, locale = desk.theme, desk.locale
        for words in (*lost(self.found, locale), *(stays(row, locale) for row in self.found.stays)):
            self.box.addWidget(Label(theme, words, "body", wrap=True))
        self.texts: Tick | None = None
        if self.found.texts:
            self._show_texts()
        if self.found.surname_alone:
            self._show_surname()
        self.box.addWidget(Label(theme, desk.text(NOT_UNDONE), "m", wrap=True))
        self._answers(desk.text("Erase {person}…", person=name), desk.text("Keep"))

    def _show_texts(self) -> None:
        desk, theme = self.desk, self.desk.theme
        found = self.found.texts
        head = desk.ntext(
            "{n} text of somebody else names the person:", "{n} texts of others name the person:", len(found)
        )
        self._list_texts(head, found)
        words = desk.text("Put “…” in place of the name in these texts too")
        self.texts = Tick(theme, words, name="person.question.texts")
        self.box.addWidget(self.texts)

    def _show_surname(self) -> None:
        found = self.found.surname_alone
        head = self.desk.ntext(
            "{n} text of somebody else holds the surname alone. It may mean another person, so it stays:",
            "{n} texts of others hold the surname alone. They may mean another person, so they stay:",
            len(found),
        )
        self._list_texts(head, found)

    def _list_texts(self, head: str, found: Sequence[NamedRow]) -> None:
        desk, theme = self.desk, self.desk.theme
        self.box.addWidget(Label(theme, head, "label", wrap=True))
        for one in found[:MOST_TEXTS]:
            words = desk.text("{where}: “{text}”", where=desk.text(one.label), text=one.text)
            self.box.addWidget(Label(theme, words, "m", wrap=True))
        if len(found) > MOST_TEXTS:
            more = desk.ntext("and {n} more", "and {n} more", len(found) - MOST_TEXTS)
            self.box.addWidget(Label(theme, more, "m"))

    def begin(self) -> None:
        """The keyboard goes to the tick, or to the first answer."""
        (self.texts or self).setFocus()

    def answer(self) -> None:
        """Ask for the last time."""
        texts = self.texts is not None and self.texts.isChecked()
        found = self.found
        desk = self.desk
        self.closed.emit()
        ask_last(desk, found, texts=texts)


def hand_over(desk: Desk, person_id: UUID, name: str) -> None:
    """Save everything the file holds on one person, and nothing on anybody else."""
    from hospes.papers.extracting import check_target, read_everything, write_into
    from hospes.transfer.writers.whole import whole_file

    title = desk.text("Everything we keep about {person}", person=name)
    start = paths.documents_folder() / f"{name}.zip"
    kinds = desk.text("Everything in one file (*.zip)"), desk.text("Data for programs (*.json)")
    chosen, _ = QFileDialog.getSaveFileName(None, title, str(start), ";;".join(kinds))
    if not chosen:
        return
    target = Path(chosen)
    app, language = desk.file, desk.locale.language

    def job(_work: Work) -> int:
        check_target(target)
        found = app.read(read_everything, person_id, app.today, language)
        with whole_file(target) as part:
            write_into(part, found, target.suffix)
        return found.extract.rows

    def done(rows: int) -> None:
        said = desk.ntext(
            "{file}: {n} record about {person}",
            "{file}: {n} records about {person}",
            rows,
            file=target.name,
            person=name,
        )
        desk.say(said)

    def failed(error: UserError) -> None:
        desk.say(error, kind="err")

    desk.tasks.run(job, title=title, done=done, failed=failed)
