# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a twinning as a line of time: charter, declarations, renewals, what became of a partner."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hospes.actions.agreements import AddAgreement, DeleteAgreement
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.twinnings import RENEWAL_SOON
from hospes.queries.agreements import papers_of
from hospes.queries.documents import twinning_documents
from hospes.ui.pages.documents_outside import Outside
from hospes.ui.pages.twinning_paper_edit import PaperEditor
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.visit_tab import TabMark
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.labels import Badge, Label, StateWord
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from hospes.queries.agreements import AgreementRow, Papers, PlaceChange, SigningRow
    from hospes.queries.partnerships_page import TwinningPage
    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme


REST_MS = 60
"""How long cards get to find their places after they were built anew."""


class PapersSection(TwinningSection):
    """One card a paper, the oldest first; the one that is being changed is open."""

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"paper": "first"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._open: UUID | None = None
        self._outside = Outside(desk, self)
        self.papers: Papers | None = None

    @classmethod
    def section_mark(cls, desk: Desk, data: TwinningPage) -> TabMark:
        """A renewal that is due soon."""
        on = data.row.renew_by
        if on is not None and (on - desk.file.today).days <= RENEWAL_SOON:
            return TabMark(1, words=desk.text("A renewal is due"))
        return TabMark()

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        desk, theme, bond = self.desk, self.desk.theme, self.bond.row.id
        self.papers = papers = desk.read(papers_of, bond)
        new = main_button(
            theme, desk.text("Add an agreement"), self._new, icon="plus", name="twinning.paper.new"
        )
        tools = holder(row(theme, new, None))
        if not papers.chains:
            words = desk.text(
                "Charter, oath, joint declaration, renewal: write down what was signed, when and by whom."
            )
            return [tools, EmptyState(theme, words, icon="scroll-text")], []
        parts: list[QWidget] = [tools]
        rows = self._in_time(papers)
        for number, one in enumerate(rows):
            last = number == len(rows) - 1
            if isinstance(one, PaperCardData):
                card: QWidget = self._paper(papers, one)
            else:
                card = self._change(one)
            parts.append(_on_line(theme, card, first=not number, last=last))
        return [holder(column(theme, *parts, gap=0))], []

    def _in_time(self, papers: Papers) -> list[PaperCardData | PlaceChange]:
        """Papers and changes of the partners as they followed each other."""
        ends = {chain[-1].id for chain in papers.chains}
        found: list[tuple[str, PaperCardData | PlaceChange]] = [
            (str(one.signed or "9"), PaperCardData(one, one.id in ends)) for one in papers.all
        ]
        language, today = self.desk.locale.code, self.desk.file.today
        found += [(one.on.isoformat(), one) for one in papers.changes(language, today)]
        return [one for _, one in sorted(found, key=lambda pair: pair[0])]

    # -- one card --------------------------------------------------------------------------------------

    def _change(self, one: PlaceChange) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        words = desk.text("{before} became {after}", before=desk.locale.listing(one.before), after=one.after)
        return holder(
            column(
                theme,
                Label(theme, desk.locale.date(one.on, "long"), "m"),
                Label(theme, words, wrap=True, name="twinning.change"),
                gap=0,
                margins=(0, 10, 0, 10),
            )
        )

    def _paper(self, papers: Papers, data: PaperCardData) -> QWidget:
        desk, theme, one = self.desk, self.desk.theme, data.paper
        language = desk.locale.language
        signed = desk.locale.rough(one.signed) if one.signed is not None else desk.text("not signed yet")
        kind = desk.locale.label(one.type)
        title = one.title(language)
        head = row(
            theme, Label(theme, title or kind, "section", wrap=True), Label(theme, signed, "label"), gap=12
        )
        head.setStretch(0, 1)
        box = Box(theme, "card", head, gap=6, name=f"twinning.paper.{one.id.hex}")
        about = FlowLayout(theme, gap=8)
        if title and title != kind:
            about.addWidget(Badge(theme, kind, "home"))
        for code in one.languages:
            about.addWidget(Badge(theme, desk.locale.language_name(code), "muted", icon="languages"))
        if about.count():
            box.box.addWidget(holder(about))
        between = " – ".join(papers.between(one, language))
        if between:
            box.box.addWidget(Label(theme, between, "m", wrap=True, name="twinning.paper.between"))
        for signing in one.signings:
            box.box.addWidget(self._signing(papers, one, signing))
        text = one.texts.get(language)
        if text is not None and text.summary:
            box.box.addWidget(Label(theme, text.summary, wrap=True))
        if data.last and one.renew_by is not None:
            box.box.addWidget(self._renewal(one))
        box.box.addWidget(self._buttons(data))
        if one.id == self._open:
            box.setProperty("k", "chosen")
            box.box.addWidget(PaperEditor(desk, self.bond, papers, one, self.remember))
        return box

    def _signing(self, papers: Papers, paper: AgreementRow, one: SigningRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        place = papers.place(one, desk.locale.language)
        day = desk.locale.rough(one.on)
        alone = len(paper.signings) == 1
        where = place if alone else desk.text("{day}, {place}", day=day, place=place) if place else day
        who = [
            desk.text("{name} ({role})", name=s.name, role=s.office) if s.office else s.name
            for s in one.signatures
        ]
        parts = []
        if where:
            parts.append(Label(theme, where, wrap=True, name="twinning.paper.where"))
        if who:
            signers = desk.text("Signed by {people}", people=desk.locale.listing(who))
            parts.append(Label(theme, signers, "m", wrap=True, name="twinning.paper.signers"))
        return holder(column(theme, *parts, gap=0))

    def _renewal(self, one: AgreementRow) -> QWidget:
        desk, theme, on = self.desk, self.desk.theme, one.renew_by
        assert on is not None
        day = desk.locale.date(on, "long")
        if on < desk.file.today:
            return StateWord(
                theme, desk.text("The renewal has been due since {day}.", day=day), "err", wrap=True
            )
        soon = (on - desk.file.today).days <= RENEWAL_SOON
        words = desk.text("To be renewed by {day}", day=day)
        return StateWord(theme, words, "warn" if soon else "muted", "clock", wrap=True, strong=soon)

    def _buttons(self, data: PaperCardData) -> QWidget:
        desk, theme, one = self.desk, self.desk.theme, data.paper
        opened = one.id == self._open
        flow = FlowLayout(theme, gap=6)
        words = desk.text("Close") if opened else desk.text("Change")
        flow.addWidget(
            plain_button(theme, words, self._toggler(one.id), name=f"twinning.paper.edit.{one.id.hex}")
        )
        if data.last:
            flow.addWidget(
                link_button(
                    theme, desk.text("Add its renewal"), self._renewer(one), icon="plus",
                    name=f"twinning.paper.renew.{one.id.hex}",
                )
            )  # fmt: skip
        if one.document_id is not None:
            flow.addWidget(
                link_button(
                    theme, desk.text("Look at the scan"), self._scan(one), icon="paperclip",
                    name=f"twinning.paper.scan.{one.id.hex}",
                )
            )  # fmt: skip
        if opened:
            flow.addWidget(
                link_button(
                    theme, desk.text("Delete this agreement"), self._deleter(one), icon="trash-2",
                    name=f"twinning.paper.delete.{one.id.hex}",
                )
            )  # fmt: skip
        return holder(flow)

    # -- acts ----------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def _toggler(self, paper: UUID) -> Callable[[], None]:
        def toggle() -> None:
            self.leave()
            self._open = None if self._open == paper else paper
            self.again()
            self.moved.emit()

        return toggle

    def _new(self) -> None:
        papers = self.papers
        kind = AgreementType.RENEWAL if papers is not None and papers.chains else AgreementType.CHARTER
        before = papers.chains[-1][-1].id if papers is not None and papers.chains else None
        self._add(AddAgreement(self.bond.row.id, kind, predecessor_id=before, languages=self._spoken()))

    def _spoken(self) -> tuple[str, ...]:
        return tuple(self.bond.languages[: max(2, len(self.bond.row.parties))])

    def _renewer(self, one: AgreementRow) -> Callable[[], None]:
        def renew() -> None:
            action = AddAgreement(
                self.bond.row.id, AgreementType.RENEWAL, predecessor_id=one.id, languages=one.languages
            )
            self._add(action)

        return renew

    def _add(self, action: AddAgreement) -> None:
        outcome = self.desk.run(action, said=self.desk.text("The agreement is added."))
        if outcome is not None and isinstance(outcome.result, UUID):
            self._open = outcome.result
            self.again()
            QTimer.singleShot(REST_MS, self, self._reveal)

    def _reveal(self, tries: int = 20) -> None:
        """Show the paper that is written now: a new one stands at the end of the line of time."""
        inner = self.area.widget()
        cards = self.findChildren(Box, f"twinning.paper.{self._open.hex}") if self._open else []
        if not cards or inner is None:
            return
        bottom = cards[-1].mapTo(inner, QPoint(0, cards[-1].height())).y()
        if tries and (bottom > inner.height() or inner.height() < inner.minimumSizeHint().height()):
            QTimer.singleShot(REST_MS, self, partial(self._reveal, tries - 1))  # not laid out yet
            return
        top = cards[-1].mapTo(inner, QPoint(0, 0)).y()
        self.area.verticalScrollBar().setValue(top - self.desk.theme.u(8))

    def _deleter(self, one: AgreementRow) -> Callable[[], None]:
        def away() -> None:
            self.desk.run(DeleteAgreement(one.id), said=self.desk.text("The agreement is deleted."))

        return away

    def _scan(self, one: AgreementRow) -> Callable[[], None]:
        def look() -> None:
            documents = self.desk.read(twinning_documents, self.bond.row.id)
            found = next((row for row in documents if row.id == one.document_id), None)
            if found is not None:
                self._outside.open(found.id, found.name, found.media_type)

        return look

    def show_at(self, **where: object) -> None:
        wanted, language = where.get("paper"), where.get("language")
        papers = self.papers
        if isinstance(language, str) and language and papers is not None and papers.chains:
            self.remember["twinning.paper.text"] = language
            wanted = wanted or next(
                (p.id.hex for p in papers.all if language not in p.texts or not p.texts[language].title),
                "first",
            )
        if wanted == "first" and papers is not None and papers.chains:
            wanted = papers.all[0].id.hex
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._open = UUID(hex=wanted)
                self.again()

    def where(self) -> dict[str, object]:
        return {"paper": self._open.hex} if self._open is not None else {}


class PaperCardData:
    """A paper, and whether its chain ends with it."""

    def __init__(self, paper: AgreementRow, last: bool) -> None:
        self.paper, self.last = paper, last


class _Line(QWidget):
    """The line of time left of a card, with its dot."""

    def __init__(self, theme: Theme, *, first: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._first, self._last = theme, first, last
        self.setFixedWidth(theme.u(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        u, theme = self._theme.u, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, dot = u(7), u(26)
        painter.setBrush(theme.color("border"))
        top, bottom = (dot if self._first else 0), (dot if self._last else self.height())
        painter.drawRect(QRectF(middle - u(1), top, max(u(2), 1), bottom - top))
        painter.setBrush(theme.color("home"))
        painter.drawEllipse(QRectF(middle - u(5), dot - u(5), u(10), u(10)))
        painter.end()


def _on_line(theme: Theme, card: QWidget, *, first: bool, last: bool) -> QWidget:
    inner = column(theme, card, gap=0, margins=(0, 6, 0, 6))
    box = row(theme, _Line(theme, first=first, last=last), holder(inner), gap=6)
    box.setStretch(1, 1)
    return holder(box)
