# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one twinning: its head, the row of sections, and the section in view (design 5.7).

A section is one file and one line in `SECTIONS`; see `twinning_section.py` for what it is. What all of them
show is read once here; sections are built when first opened.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.queries.links import is_link
from hospes.queries.partnerships_page import twinning_page
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, late_class, side_margins
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.twinning_words import since_words, towns_of
from hospes.ui.pages.visit_tabs import WorkTabs
from hospes.ui.widgets.boxes import clear, column, holder, line, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.notices import Banner, EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.partnerships_page import TwinningPage as Data
    from hospes.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page."""

    code: str
    label: str  # msgid
    icon: str
    factory: str  # "module:class", imported late
    of: str = ""
    """`towns` or `link`: only on pages of twinnings of that sort."""

    def load(self) -> type[TwinningSection]:
        """The section's class."""
        return late_class(self.factory, TwinningSection)


SECTIONS: tuple[Section, ...] = (
    Section(
        "overview", N_("Overview"), "layout-dashboard", "hospes.ui.pages.twinning_overview:OverviewSection"
    ),
    Section(
        "papers", N_("Charter and agreements"), "scroll-text", "hospes.ui.pages.twinning_papers:PapersSection"
    ),
    Section("aims", N_("Aims and themes"), "flag", "hospes.ui.pages.twinning_aims:AimsSection"),
    Section("phases", N_("Phases and motives"), "history", "hospes.ui.pages.twinning_phases:PhasesSection"),
    Section("people", N_("People over there"), "users", "hospes.ui.pages.twinning_people:PeopleSection"),
    Section("visits", N_("Visits"), "bus", "hospes.ui.pages.twinning_visits:VisitsSection"),
    Section(
        "links",
        N_("Schools and clubs"),
        "graduation-cap",
        "hospes.ui.pages.links_section:LinksSection",
        "towns",
    ),
    Section(
        "exchanges",
        N_("Exchanges"),
        "arrow-left-right",
        "hospes.ui.pages.links_exchanges:ExchangesSection",
        "link",
    ),
    Section("story", N_("Story"), "image", "hospes.ui.pages.twinning_story:StorySection"),
)
"""One line each, in the order of the tabs."""


class TwinningPage(Page):
    """One twinning in full."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        *(
            {"id": "partnership:Rosenau and Montclair-sur-Loire", "tab": one.code}
            for one in SECTIONS
            if one.of != "link"
        ),
        {"id": "partnership:Rosenau and Montclair-sur-Loire", "tab": "links", "new": True},
        {"id": "partnership:Liederkranz", "tab": "exchanges"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self.data: Data | None = None
        self._code = SECTIONS[0].code
        self._built: dict[str, TwinningSection] = {}
        self._fresh: set[str] = set()
        self.tabs = WorkTabs(
            theme,
            desk.text("Parts of the twinning"),
            [(one.code, desk.text(one.label), one.icon) for one in SECTIONS],
        )
        self.tabs.chosen.connect(self._choose)
        self.tabs.folded.connect(self._set_off)
        self.print_button = plain_button(
            theme, desk.text("Print the story"), self._print, icon="printer", name="twinning.print"
        )
        self._notes = column(theme, gap=8)
        self.stack = QStackedWidget()
        self._top = row(theme, self.tabs, self.print_button, gap=10)
        self._top.setStretch(0, 1)
        self._top.setAlignment(self.print_button, Qt.AlignmentFlag.AlignVCenter)
        self._set_off(not self.tabs.box.isHidden())
        self._column = column(theme, self._top, line(), self._notes, self.stack, gap=0)
        self._column.setStretch(3, 1)
        self.body = QStackedWidget()
        self.body.addWidget(holder(self._column))
        back = Answer(desk.text("Show the twinnings"), self._to_list, main=True, name="twinning.toList")
        self.body.addWidget(
            EmptyState(theme, desk.text("This entry is no longer in the file."), (back,), icon="handshake")
        )
        self.setLayout(column(theme, self.body, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    @property
    def section(self) -> TwinningSection | None:
        """The section in view."""
        return self._built.get(self._code)

    def reload(self) -> None:
        self.data = self._read()
        self._fresh.clear()
        if self.data is None:
            self.body.setCurrentIndex(1)
            return
        self.body.setCurrentIndex(0)
        self._suit(self.data)
        self._show_notes(self.data)
        self._show_section()
        for one in SECTIONS:
            self.tabs.set_mark(one.code, one.load().section_mark(self.desk, self.data))
        self.headingChanged.emit()

    def _read(self) -> Data | None:
        if self._id is None:
            return None
        desk = self.desk
        try:
            return desk.read(twinning_page, self._id, desk.locale.code, desk.file.today)
        except UserError:
            return None

    def _shown(self) -> list[str]:
        """The sections that say something about what is shown."""
        link = self.data is not None and is_link(self.data.row)
        return [one.code for one in SECTIONS if one.of in ("", "link" if link else "towns")]

    def _suit(self, data: Data) -> None:
        """A link of schools has exchanges, a twinning of towns has such links."""
        shown = self._shown()
        self.tabs.leave_out(frozenset(one.code for one in SECTIONS) - set(shown))
        if self._code not in shown:
            self._code = "exchanges" if is_link(data.row) and self._code == "links" else shown[0]

    def _show_notes(self, data: Data) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._notes)
        if data.row.binned_at is not None:
            back = Answer(desk.text("Put back"), self._put_back, name="twinning.putBack")
            words = desk.text("This twinning is in the bin.")
            self._notes.addSpacing(theme.u(8))
            self._notes.addWidget(Banner(theme, words, "warn", answers=(back,), name="twinning.binned"))

    def _show_section(self) -> None:
        if self.data is None:
            return
        found = self._built.get(self._code)
        if found is None:
            spec = next(one for one in SECTIONS if one.code == self._code)
            found = spec.load()(self.desk)
            found.headingChanged.connect(self.headingChanged)
            found.moved.connect(self._section_moved)
            self._built[self._code] = found
            self.stack.addWidget(found)
            found.fit(self.fits)
        if self._code not in self._fresh:
            self._fresh.add(self._code)
            found.show_bond(self.data)
        self.stack.setCurrentWidget(found)
        self.tabs.choose(self._code)

    # -- sections ------------------------------------------------------------------------------------

    def _set_off(self, folded: bool) -> None:
        """Tabs stand on the line beneath them, the drop-down does not."""
        self._top.setContentsMargins(0, 0, 0, self.desk.theme.u(8) if folded else 0)

    def _choose(self, code: str) -> None:
        self._open(code)
        self.moved.emit()
        self.headingChanged.emit()

    def _open(self, code: str) -> None:
        if self.section is not None and code != self._code:
            self.section.leave()
        self._code = code
        self._show_section()

    def _step(self, by: int) -> None:
        codes = self._shown()
        self._choose(codes[(codes.index(self._code) + by) % len(codes)])
        target = self.section.first_focus() if self.section is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _section_moved(self) -> None:
        if self.sender() is self.section:
            self.moved.emit()

    # -- acts ----------------------------------------------------------------------------------------

    def _to_list(self) -> None:
        self.desk.go("twinnings", **({"id": self._id.hex} if self._id is not None else {}))

    def _print(self) -> None:
        if self._id is not None:
            self.desk.go("print", paper="twinning-chronicle", twinning=self._id.hex)

    def _put_back(self) -> None:
        from hospes.actions.bin import PutBack

        if self._id is not None:
            self.desk.run(PutBack("partnership", (self._id,)), said=self.desk.text("The twinning is back."))

    def _bin(self) -> None:
        from hospes.actions.bin import PutInBin

        if self._id is None or self.data is None:
            return
        said = self.desk.text("{person} is in the bin.", person=self.data.row.title)
        if self.desk.run(PutInBin("partnership", (self._id,)), said=said) is not None:
            self.desk.go("twinnings")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "next_tab": self._next,
            "previous_tab": self._previous,
            "escape": self._to_list,
        }
        if self.data is not None:
            acts |= {"print": self._print, "bin": self._bin}
            if self.section is not None:
                acts |= self.section.acts()
        return acts

    def heading(self) -> Heading:
        desk = self.desk
        if self.data is None:
            return Heading(desk.text("Twinning"))
        row_ = self.data.row
        return Heading(row_.title, since_words(desk, row_), towns=towns_of(row_.parties))

    def help_page(self) -> str:
        return "twinnings"

    def show_at(self, **where: object) -> None:
        wanted, code = where.pop("id", None), where.pop("tab", None)
        before = self._id
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = UUID(hex=wanted)
        if self._id is None:
            self._id = self._any()
        if isinstance(code, str) and code in {one.code for one in SECTIONS}:
            if self.section is not None and code != self._code:
                self.section.leave()
            self._code = code
        if before != self._id or self.data is None:
            self.reload()
        else:
            self._show_section()
        if self.section is not None and self.data is not None:
            self.section.show_at(**where)
        self.headingChanged.emit()

    def _any(self) -> UUID | None:
        """The first of the list, for whoever opens the page without saying which."""
        from hospes.queries.partnerships import all_rows, listed

        desk = self.desk
        rows = listed(desk.read(all_rows, desk.locale, desk.file.today), "all", locale=desk.locale)
        return rows[0].id if rows else None

    def where(self) -> dict[str, object]:
        more = self.section.where() if self.section is not None else {}
        return {**more, "tab": self._code, **({"id": self._id.hex} if self._id is not None else {})}

    def leave(self) -> None:
        if self.section is not None:
            self.section.leave()

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs, *(self.section.panes() if self.section is not None else ()))

    def first_focus(self) -> QWidget | None:
        return self.section.first_focus() if self.section is not None else None

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._column.setContentsMargins(left, top, right, bottom)
        self.tabs.fit(fit)
        self.print_button.set_wordless(fit <= Fit.COMPACT)
        for one in self._built.values():
            one.fit(fit)
