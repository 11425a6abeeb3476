# SPDX-License-Identifier: GPL-3.0-or-later
"""A twinning at a glance: how it stands, who is in it, what it belongs to, contacts, missing texts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.notes import AddNote, DeleteNote, EditNote
from hospes.actions.partnerships import (
    EditPartnership,
    SetPartnershipTargetGroups,
    SetPartnershipTexts,
)
from hospes.domain.codes import NoteKind
from hospes.domain.codes_twinning import PartnershipLevel, PartnershipStatus, PartnershipType
from hospes.domain.codes_visit import TargetGroup
from hospes.queries.partnerships import titles_of
from hospes.queries.projects import projects_of_bond
from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.note_line import NoteLine
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.twinning_fields import (
    LanguageTexts,
    chips,
    choice_field,
    leads_on,
    rough_field,
    titled,
    write,
)
from hospes.ui.pages.twinning_parties import PartiesCard
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.twinning_words import contact_words, jubilee_words, status_of
from hospes.ui.pages.visit_tab import TabMark
from hospes.ui.widgets.boxes import row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import LongText
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.queries.partnerships_page import LogRow, TwinningPage
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field

MOST_LOGGED = 6


class OverviewSection(TwinningSection):
    """The first section."""

    texts: LanguageTexts | None = None

    @classmethod
    def section_mark(cls, desk: Desk, data: TwinningPage) -> TabMark:
        """Texts that are missing in a language."""
        n = sum(one.n for one in data.missing)
        return (
            TabMark(n, words=desk.ntext("{n} text is missing", "{n} texts are missing", n))
            if n
            else TabMark()
        )

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        data = self.bond
        left = [
            *self._missing(),
            PartiesCard(self.desk, data),
            *self._links(),
            self._texts(),
            self._log(),
        ]
        if self.fits <= Fit.COMPACT:  # in one column how it stands comes first
            return [self._state(), *left, self._facts(), self._groups()], []
        return left, [self._state(), self._facts(), self._groups()]

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"edit": self._edit}

    def _edit(self) -> None:
        if self.texts is not None:
            self.texts.fields["title"].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- how it stands -------------------------------------------------------------------------------

    def _state(self) -> QWidget:
        desk, theme, one = self.desk, self.desk.theme, self.bond.row
        words, tone, icon = status_of(desk, one)
        box = titled(
            desk, desk.text("How it stands"), StateWord(theme, words, tone, icon), name="twinning.state"
        )
        box.box.addWidget(Label(theme, contact_words(desk, one.contact), wrap=True, name="twinning.contact"))
        if one.next is not None:
            box.box.addWidget(Label(theme, desk.text("Next anniversary"), "m"))
            box.box.addWidget(
                Label(theme, jubilee_words(desk, one.since, one.next), wrap=True, name="twinning.jubilee")
            )
        if one.renew_by is not None:
            day = desk.locale.date(one.renew_by, "long")
            late = one.renew_by < desk.file.today
            text = (
                desk.text("The renewal has been due since {day}.", day=day)
                if late
                else desk.text("To be renewed by {day}", day=day)
            )
            box.box.addWidget(
                Label(theme, text, "warn" if late else "body", wrap=True, name="twinning.renew")
            )
        return box

    def _missing(self) -> list[QWidget]:
        desk = self.desk
        found = []
        for one in self.bond.missing:
            words = desk.ntext(
                "{language}: {n} text is missing.",
                "{language}: {n} texts are missing.",
                one.n,
                language=capital(desk.locale.language_name(one.language)),
            )
            found.append(words)
        if not found:
            return []
        fill = Answer(desk.text("Fill them in"), self._fill, name="twinning.fill")
        return [Banner(desk.theme, " ".join(found), "warn", answers=(fill,), name="twinning.missing")]

    def _fill(self) -> None:
        """Go to the first text that is missing, in its language."""
        data = self.bond
        language = data.missing[0].language
        own = data.texts.get(language)
        others = [one for code, one in data.texts.items() if code != language]
        tab = "papers"
        if any((one.title or one.aims) and not _same(own, one, ("title", "aims")) for one in others):
            tab = "overview"
        elif any(not _same(own, one, ("story", "shared_heritage")) for one in others):
            tab = "story"
        elif any(language not in phase.texts or not phase.texts[language].title for phase in data.phases):
            tab = "phases"
        elif any(language not in aim.texts for aim in data.aims):
            tab = "aims"
        if tab == "overview":
            self.remember["twinning.text"] = language
            self.again()
            return
        self.desk.go("twinning", id=data.row.id.hex, tab=tab, language=language)

    # -- facts ---------------------------------------------------------------------------------------

    def _facts(self) -> QWidget:
        desk, one = self.desk, self.bond.row
        label = desk.locale.label

        def edit(name: str, value: object, field: Field | None = None) -> None:
            write(desk, EditPartnership(one.id, {name: value}, one.version), field)

        def since(value: RoughDate | None, field: Field) -> None:
            edit("since", value, field)

        def until(value: RoughDate | None, field: Field) -> None:
            edit("until", value, field)

        parts = (
            choice_field(
                desk, desk.text("Kind"), [(k.value, label(k)) for k in PartnershipType], one.type.value,
                lambda code: edit("type", PartnershipType(code)), "twinning.fact.type",
            ),
            choice_field(
                desk, desk.text("Between"), [(k.value, label(k)) for k in PartnershipLevel], one.level.value,
                lambda code: edit("level", PartnershipLevel(code)), "twinning.fact.level",
            ),
            choice_field(
                desk, desk.text("State"), [(k.value, label(k)) for k in PartnershipStatus], one.status.value,
                lambda code: edit("status", PartnershipStatus(code)), "twinning.fact.status",
            ),
            rough_field(desk, desk.text("Since"), one.since, since, "twinning.fact.since"),
            rough_field(
                desk, desk.text("Ended"), one.until, until, "twinning.fact.until", empty=desk.text("not yet")
            ),
            self._parent(edit),
        )  # fmt: skip
        return titled(desk, desk.text("Facts"), *parts, name="twinning.facts")

    def _parent(self, edit: Callable[[str, object], None]) -> QWidget:
        from hospes.queries.visit_overview import partnerships

        desk, data = self.desk, self.bond
        children = {ref for ref, _ in data.children}
        options = [
            (ref.hex, words)
            for ref, words in desk.read(partnerships, desk.locale.language)
            if ref != data.row.id and ref not in children
        ]
        value = data.row.parent_id.hex if data.row.parent_id else ""
        return choice_field(
            desk,
            desk.text("Belongs to"),
            [("", desk.text("none")), *options],
            value,
            lambda code: edit("parent_id", UUID(hex=code) if code else None),
            "twinning.fact.parent",
        )

    def _groups(self) -> QWidget:
        desk, data = self.desk, self.bond
        label = desk.locale.label
        now = data.groups_of_people

        def keep(groups: tuple[TargetGroup, ...]) -> None:
            write(desk, SetPartnershipTargetGroups(data.row.id, groups))

        shown = chips(
            desk,
            [(one.value, label(one)) for one in now],
            lambda code: keep(tuple(one for one in now if one.value != code)),
            "twinning.group",
        )
        rest = sorted(
            ((one.value, label(one)) for one in TargetGroup if one not in now),
            key=lambda pair: desk.locale.sort_key(pair[1]),
        )
        box = Choice(desk.theme, [("", desk.text("Add a group of people")), *rest], name="twinning.group.add")
        box.setAccessibleName(desk.text("Add a group of people"))
        box.picked.connect(lambda code: keep((*now, TargetGroup(code))) if code else None)
        return titled(desk, desk.text("Whom it is for"), shown, box, name="twinning.groups")

    # -- what hangs together ---------------------------------------------------------------------------

    def _links(self) -> list[QWidget]:
        desk, data = self.desk, self.bond
        found: list[QWidget] = []
        pairs = [*([data.parent] if data.parent else ()), *data.children]
        if pairs:
            box = titled(desk, desk.text("Belonging together"), name="twinning.links")
            for ref, words in pairs:
                box.box.addWidget(self._link(ref, words))
            found.append(box)
        projects = desk.read(projects_of_bond, data.row.id, desk.locale.language)
        if projects:
            box = titled(desk, desk.text("Projects"), name="twinning.projects")
            for ref, words in projects:
                box.box.addWidget(self._project(ref, words))
            found.append(box)
        return found

    def _project(self, ref: UUID, words: str) -> QWidget:
        desk = self.desk

        def go() -> None:
            desk.go("project", id=ref.hex)

        return leads_on(desk, words, go, f"twinning.project.{ref.hex}")

    def _link(self, ref: UUID, words: str) -> QWidget:
        desk = self.desk

        def go() -> None:
            desk.go("twinning", id=ref.hex)

        return leads_on(desk, words, go, f"twinning.link.{ref.hex}")

    # -- texts ---------------------------------------------------------------------------------------

    def _texts(self) -> QWidget:
        desk, data = self.desk, self.bond

        def save(language: str, code: str, text: str, field: Field) -> None:
            write(desk, SetPartnershipTexts(data.row.id, language, {code: text}), field)

        self.texts = LanguageTexts(
            desk,
            data.languages,
            (
                ("title", desk.text("Name"), 1),
                ("aims", desk.text("What it is about"), 3),
            ),
            {code: one._asdict() for code, one in data.texts.items()},
            save,
            "twinning.text",
            remember=self.remember,
            hint=self._name_hint(),
        )
        return titled(desk, desk.text("Name and aims"), self.texts, name="twinning.texts")

    def _name_hint(self) -> str:
        """Without a name it is called by its parties."""
        desk, data = self.desk, self.bond
        if any(one.title for one in data.texts.values()):
            return ""
        called = desk.read(titles_of, [data.row.id], desk.locale.code).get(data.row.id, "")
        return desk.text("Without a name it is called {name}.", name=called)

    # -- contacts ------------------------------------------------------------------------------------

    def _log(self) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        box = titled(desk, desk.text("Conversations and letters"), name="twinning.log")
        for one in data.log[:MOST_LOGGED]:
            box.box.addWidget(self._logged(one))
        kinds = [
            (k.value, desk.locale.label(k))
            for k in (NoteKind.MEETING, NoteKind.CALL, NoteKind.LETTER, NoteKind.NOTE)
        ]
        kind = Choice(theme, kinds, name="twinning.log.kind")
        kind.setAccessibleName(desk.text("Kind"))
        text = LongText(theme, lines=2, name="twinning.log.text")
        text.setAccessibleName(desk.text("What was it about?"))
        text.setPlaceholderText(desk.text("What was it about?"))

        def add() -> None:
            action = AddNote("partnership", data.row.id, text.toPlainText(), NoteKind(kind.code()))
            text.document().setModified(False)
            desk.run(action, said=desk.text("Written down."))

        button = plain_button(theme, desk.text("Write it down"), add, name="twinning.log.add")
        box.box.addWidget(text)
        box.box.addLayout(row(theme, kind, None, button))
        return box

    def _logged(self, one: LogRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        head = desk.text(
            "{kind}, {day}", kind=desk.locale.label(one.kind), day=desk.locale.date(one.on, "long")
        )

        def away() -> None:
            desk.run(DeleteNote(one.id), said=desk.text("The note is deleted."))

        def change(typed: str) -> EditNote:
            return EditNote(one.id, {"text": typed}, one.version)

        button = icon_button(
            theme, desk.text("Delete this entry"), "x", away, name=f"twinning.log.{one.id.hex}", small=True
        )
        name = f"twinning.log.edit.{one.id.hex}"
        return NoteLine(desk, one.text, one.text, change, button, grey=head, name=name)


def _same(own: object, other: object, names: Sequence[str]) -> bool:
    """Whether one language has every text that the other has."""
    return all(getattr(own, name, "") or not getattr(other, name) for name in names)
