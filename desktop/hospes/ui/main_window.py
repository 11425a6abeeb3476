# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame: rail, top bar, the page in view, message line; and going from one place to another.

Pages are built when first opened and thrown away when language, text size or colours change; `where()` and
`show_at()` carry the person over. Nothing here knows what an association is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Only what the first paint needs: all else is imported when the frame is furnished (see `first_frame`).
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hospes.settings import WindowPlace
from hospes.ui.shell import Shell
from hospes.ui.trail import Spot, Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from hospes.ui.desk import Answer, Desk, Question, Said
    from hospes.ui.first_frame import FirstFrame
    from hospes.ui.page import Page
    from hospes.ui.pages import Place


class MainWindow(Shell):
    """The one window of Hospes; the `Frame` of its desk. Bare at first, then furnished."""

    desk: Desk

    def __init__(
        self,
        desk: Desk | None = None,
        places: Sequence[Place] | None = None,
        *,
        language: Callable[[], object] | None = None,
        first_frame: FirstFrame | None = None,
    ) -> None:
        """Make the window, and furnish it if there is a desk already."""
        super().__init__(first_frame)
        if desk is not None:
            self.furnish(desk, places, language=language)

    def furnish(
        self,
        desk: Desk,
        places: Sequence[Place] | None = None,
        *,
        language: Callable[[], object] | None = None,
    ) -> None:
        """Build the frame; `language` sets the desk's locale anew after its setting has changed."""
        from hospes.ui.frame_acts import FrameActs
        from hospes.ui.page import Fit
        from hospes.ui.pages import PAGES

        self.desk = desk
        self.places = {place.code: place for place in (PAGES if places is None else places)}
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._marks: frozenset[UUID] = frozenset()
        self._language = language
        self._trail = Trail()
        self._fit = Fit.NORMAL
        self._ribbon: tuple[str, tuple[Answer, ...]] | None = None
        self.may_close: Callable[[], bool] | None = None
        """Asked before the window closes; says no while something is still to be done, and closes it then."""
        self._reloading = QTimer(self, singleShot=True, interval=0)
        self._reloading.timeout.connect(self._reload)
        self.acts = FrameActs(self)
        self._build()
        self.furnished = True
        desk.frame = self
        desk.bus.changed.connect(self._changed)
        desk.bus.message.connect(self._say)
        desk.bus.languageChanged.connect(self._change_language)
        desk.bus.scaleChanged.connect(self._change_look)
        desk.tasks.started.connect(self._follow)

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        from hospes.ui.crash import Faults
        from hospes.ui.dropped import DroppedCalendars
        from hospes.ui.help import HelpPane
        from hospes.ui.menus import Menus
        from hospes.ui.rail import Rail
        from hospes.ui.rail_backup import RailBackup
        from hospes.ui.rail_counts import RailCounts
        from hospes.ui.search_panel import SearchPanel
        from hospes.ui.top_bar import TopBar
        from hospes.ui.widgets.boxes import GivingStack
        from hospes.ui.widgets.notices import MessageLine, ProgressStrip

        desk = self.desk
        self.setUpdatesEnabled(False)
        places = list(self.places.values())
        self.menus = Menus(desk, places, self)
        root = QWidget()
        root.setObjectName("root")
        self.rail = Rail(desk, places)
        self.rail.chosen.connect(self._rail_chosen)
        RailCounts(desk, self.rail)
        RailBackup(desk, self.rail)
        self.top = TopBar(desk)
        self.top.undo.connect(self.acts.undo)
        self.top.redo.connect(self.acts.redo)
        self.top.new.connect(self._new)
        self.top.places.clicked.connect(self._open_places)
        self.stack = GivingStack()
        self.stack.setObjectName("pages")
        self.message = MessageLine(desk)
        self.message.left.connect(self._keyboard_back)
        self.message.undo.connect(self.acts.undo)
        self.progress = ProgressStrip(desk)
        self.help = HelpPane(desk)
        self.help.closed.connect(self.acts.close_help)
        self._arrange(root)
        self.setCentralWidget(root)
        self.search = SearchPanel(desk, self.top.search, root)
        self.top.search.entered.connect(self.search.begin)
        self.crash = Faults(desk, root)
        DroppedCalendars(desk, self)
        self._take_fit()
        self.setUpdatesEnabled(True)

    def _arrange(self, root: QWidget) -> None:
        from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

        u = self.desk.theme.u
        self._ribbon_box = QVBoxLayout()
        foot = QVBoxLayout()
        foot.setSpacing(u(6))
        foot.addWidget(self.progress)
        foot.addWidget(self.message)
        self._foot = foot
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.help)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(self._ribbon_box)
        right.addLayout(middle, 1)
        right.addLayout(foot)
        whole = QHBoxLayout(root)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)

    def rebuild(self) -> None:
        """Build everything again in the present language, size and colours; the person stays where he is."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        page = self.page
        if page is not None:
            page.leave()
            self._trail.stay(page.where())
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        ribbon, here = self._ribbon, self._trail.here
        self.menus.let_go()
        self.search.deleteLater()
        old = self.takeCentralWidget()
        self.pages.clear()
        self._stale.clear()
        self._build()
        if old is not None:
            old.hide()
            old.deleteLater()
        if ribbon is not None:
            self.set_ribbon(*ribbon)
        if here is not None:
            self.show_spot(here)
            found = self.findChild(QWidget, name) if name else None
            if isinstance(found, QWidget):
                found.setFocus(Qt.FocusReason.OtherFocusReason)
        self.acts.name_steps()

    def _change_language(self) -> None:
        if self._language is not None:
            self._language()
        self.rebuild()

    def _change_look(self) -> None:
        from PySide6.QtWidgets import QApplication

        from hospes.ui.look.theme import match_system, theme_for

        self.desk.theme = theme_for(self.desk.settings)
        match_system(self.desk.settings)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.desk.theme.dress(app)
        self.rebuild()

    # -- going -------------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page in view."""
        from hospes.ui.page import Page

        found = self.stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def place(self) -> str:
        """Code of the place in view, empty before the first."""
        here = self._trail.here
        return here.place if here is not None else ""

    def go(self, place: str, where: dict[str, object]) -> None:
        """Open a place; one that is not built is left aside."""
        if place in self.places:
            self._leave()
            spot = Spot(place, where)
            self._trail.go(spot)
            self.show_spot(spot)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (+1)."""
        self._leave()
        spot = self._trail.step(by)
        if spot is not None:
            self.show_spot(spot)

    def can_step(self, by: int) -> bool:
        """Whether one can go back or forward."""
        return self._trail.can(by)

    def forget_pages(self) -> None:
        """Throw all pages away, because another file was opened or none is."""
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._stale.clear()
        self._trail.clear()

    def _leave(self) -> None:
        page = self.page
        if page is not None:
            page.leave()
            self._trail.stay(page.where())

    def show_spot(self, spot: Spot) -> bool:
        """Show a place; False if the file cannot be read just now, which is said."""
        return self._reads(spot, lambda: self._open(spot))

    def _reads(self, spot: Spot, read: Callable[[], None]) -> bool:
        from hospes.domain.errors import UserError
        from hospes.ui.reading_again import ReadingAgain

        try:
            read()
        except UserError as error:
            self._stale.add(spot.place)
            again = self.findChild(ReadingAgain) or ReadingAgain(
                self, self.desk, lambda: self.place, self.show_spot, self.message.close_line
            )
            again.refused(error, spot)
            return False
        return True

    def _open(self, spot: Spot) -> None:
        from PySide6.QtCore import Qt

        place = self.places[spot.place]
        page = self.pages.get(spot.place)
        if page is None:
            page = self._build_page(place)
        elif spot.place in self._stale:
            self._stale.discard(spot.place)
            page.reload()
        page.show_at(**spot.where)
        self._trail.stay(page.where())  # what was left open is known now: Back leads to this tab, this row
        self.stack.setCurrentWidget(page)
        self.rail.choose(place.of or place.code)
        self._take_fit()
        self._set_heading()
        if self.help.isVisible():
            self.acts.show_help()
        target = page.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_page(self, place: Place) -> Page:
        page = place.load()(self.desk)
        page.setAccessibleName(self.desk.text(place.label))
        page.headingChanged.connect(self._set_heading)
        page.moved.connect(self._page_moved)
        self.pages[place.code] = page
        self.stack.addWidget(page)
        page.fit(self._fit)
        page.reload()
        return page

    def _page_moved(self) -> None:
        page = self.page
        if page is not None and page is self.sender():
            self._trail.go(Spot(self.place, page.where()))

    def _rail_chosen(self, code: str) -> None:
        self.go(code, {})
        self.rail.choose(self.place)

    def _open_places(self) -> None:
        button = self.top.places
        self.rail.as_menu(button).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _set_heading(self) -> None:
        page = self.page
        if page is not None:
            self.top.set_heading(page.heading())

    # -- listening -----------------------------------------------------------------------------------

    def act(self, name: str) -> bool:
        """Carry out an act of the frame (`frame.back`) or of the page in view; False if there is none."""
        call = self.acts.find(name)
        if call is None:
            return False
        call()
        return True

    def can(self, name: str) -> bool:
        """Whether that act can be carried out now."""
        return self.acts.find(name) is not None

    def ask(self, question: Question) -> None:
        """Ask in the message line, or in front of everything if it cannot wait."""
        from hospes.ui.question import UrgentQuestion

        if question.urgent:
            UrgentQuestion(self.desk, question, self).open()
        else:
            self.message.show_question(question)

    def set_ribbon(self, text: str, answers: tuple[Answer, ...] = ()) -> None:
        """Show a line above the page that says what file this is; empty text takes it away."""
        from hospes.ui.widgets.notices import Ribbon

        while (item := self._ribbon_box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._ribbon = (text, answers) if text else None
        self._take_margins()
        if text:
            self._ribbon_box.addWidget(Ribbon(self.desk.theme, text, answers))

    def _say(self, said: Said) -> None:
        self.message.show_said(said)

    def _follow(self, task: object) -> None:
        self.progress.follow(task)  # type: ignore[arg-type]  # a Task of any result

    def _new(self) -> None:
        self.act("new")

    def _keyboard_back(self) -> None:
        from hospes.ui.tab_order import keyboard_back

        if (page := self.page) is not None:
            keyboard_back(page, page.first_focus)

    def _changed(self, changes: object) -> None:
        """Some tables changed: the page in view reads again soon, the others when they are opened."""
        tables: frozenset[str] = getattr(changes, "tables", frozenset())
        for code, page in self.pages.items():
            if "*" in page.watches or tables & page.watches:
                self._stale.add(code)
        self._reloading.start()

    def _reload(self) -> None:
        page = self.page
        if page is not None and self.place in self._stale:
            from hospes.ui.tab_order import keyboard_stays

            self._stale.discard(self.place)
            with keyboard_stays(page, page.first_focus):
                read = self._reads(Spot(self.place, page.where()), page.reload)
            if read:
                self._set_heading()
        if page is not None and self._marks:
            page.mark(self._marks)
        self._marks = frozenset()
        self.acts.name_steps()

    def mark_soon(self, ids: frozenset[UUID]) -> None:
        """Mark these rows when the page has read the change that is being undone (design 6.2)."""
        self._marks = ids
        self._reloading.start()

    # -- size ----------------------------------------------------------------------------------------

    def _take_fit(self) -> None:
        from hospes.ui.page import Fit

        scale = self.desk.theme.scale
        self._fit = Fit.of(scale.effective(self.width()), scale.effective(self.height()))
        place = self.places.get(self.place)
        bare = place is not None and place.bare
        self.rail.fit(self._fit)
        self.top.fit(self._fit)
        self.top.setVisible(not bare)
        if bare:
            self.rail.hide()
        self._take_margins()
        self.fit_page()

    def fit_page(self) -> None:
        """Tell the page how much room there is for it beside the open help."""
        from hospes.ui.page import Fit

        cover = self.help.isVisible() and self._fit <= Fit.COMPACT
        self.stack.setVisible(not cover)
        self.help.set_cover(cover)
        scale = self.desk.theme.scale
        beside = self.help.width() if self.help.isVisible() and not cover else 0
        fit = min(Fit.of(scale.effective(self.width() - beside), scale.effective(self.height())), self._fit)
        page = self.page
        if page is not None and page.fits is not fit:
            page.fit(fit)

    def _take_margins(self) -> None:
        """The lines above and below the page begin where its content does."""
        from hospes.ui.page import side_margins

        left, _, right, _ = side_margins(self.desk.theme, self._fit)
        self._ribbon_box.setContentsMargins(left, 0, right, self.desk.theme.u(8) if self._ribbon else 0)
        self._foot.setContentsMargins(left, 0, right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.furnished:
            return
        from hospes.ui.page import Fit

        scale = self.desk.theme.scale
        if Fit.of(scale.effective(self.width()), scale.effective(self.height())) is not self._fit:
            self._take_fit()
        else:
            self.fit_page()
        self.search.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished:
            self._leave()
            usual = self.normalGeometry() if self.isMaximized() else self.geometry()
            place = WindowPlace(usual.x(), usual.y(), usual.width(), usual.height(), self.isMaximized())
            self.desk.prefer(window=place)
            if self.may_close is not None and not self.may_close():
                event.ignore()
                return
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if self.furnished:
            from PySide6.QtCore import QEvent

            if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
                page = self.page
                if page is not None:
                    page.leave()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
        if self.furnished and event.button() in steps:
            self.step(steps[event.button()])
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if not self.furnished or event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.help.isVisible() and self.help.isAncestorOf(self.focusWidget()):
            self.acts.close_help()
        elif not self.act("escape"):
            super().keyPressEvent(event)
