# SPDX-License-Identifier: GPL-3.0-or-later
"""Of a network office: the yearly figures that associations sent, and the paper that sums them (REQ-1-11)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hospes import paths
from hospes.actions.network_figures import BringInFigures, DeleteFigures
from hospes.domain.network_figures import Figure
from hospes.i18n.marks import N_
from hospes.papers.network_figures import size_words
from hospes.queries.network_figures import SentRow, all_sent
from hospes.transfer.network_figures import SUFFIX
from hospes.transfer.network_figures_in import look_at
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.domain.errors import UserError
    from hospes.domain.network_figures import IncomingFigures
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work


def _columns() -> Sequence[Column[SentRow]]:
    return (
        Column("year", N_("Year"), 80, lambda one, _: str(one.sent.year)),
        Column("country", N_("Country"), 170, _place, least=110),
        Column(
            "size",
            N_("Number of members"),
            150,
            lambda one, locale: size_words(one.sent.size, locale),
            goes=3,
        ),
        Column("members", N_("Members"), 100, _figure(Figure.MEMBERS), align="right"),
        Column("guests", N_("Guests"), 100, _figure(Figure.GUESTS), align="right", goes=2),
        Column("nights", N_("Nights in homes"), 130, _figure(Figure.NIGHTS), align="right", goes=4),
        Column("visits", N_("Visits"), 90, _figure(Figure.VISITS), align="right", goes=5),
        Column("made_on", N_("Made on"), 120, _made_on, goes=6),
    )


def _place(one: SentRow, locale: Locale) -> Cell:
    country = locale.country(one.sent.country) if one.sent.country else locale.text("not known")
    return Cell(country, grey=one.sent.region)


def _figure(figure: Figure) -> Callable[[SentRow, Locale], str]:
    def told(one: SentRow, locale: Locale) -> str:
        value = one.sent.figures.get(figure)
        return "–" if value is None else locale.number(value)

    return told


def _made_on(one: SentRow, locale: Locale) -> str:
    return locale.date(one.made_on, "list") if one.made_on else ""


LEAST = 400
"""How high the page is at least, in units: it scrolls in a lower window."""


class NetworkFiguresPage(Page):
    """One row for each association and year; it has no name."""

    watches: ClassVar[frozenset[str]] = frozenset({"network_figures"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._rows: dict[UUID, SentRow] = {}
        ours = link_button(
            theme, desk.text("Our own figures as a file"), self._take_out, icon="file-down",
            name="networkFigures.ours",
        )  # fmt: skip
        show = link_button(
            theme, desk.text("Print the sums"), self._print, icon="printer", name="networkFigures.print"
        )
        self.table = ListTable(
            desk, "networkFigures", _columns(),
            shown=("year", "country", "size", "members", "guests", "nights", "visits", "made_on"),
            name="networkFigures.table", label=desk.text("Figures of associations"),
        )  # fmt: skip
        self.table.binned.connect(self._delete)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        words = desk.text(
            "A network office collects here the yearly figures of its associations. They come as "
            "files without names."
        )
        bring = Answer(
            desk.text("Bring in files"), self._bring_in, main=True, name="networkFigures.empty.bringIn"
        )
        self.body.addWidget(EmptyState(theme, words, (bring,), icon="chart-column"))
        self.count = Label(theme, "", "m", name="networkFigures.count")
        foot = row(theme, self.count, None, margins=(16, 8, 12, 8))
        box = Box(theme, "card", self.body, line(), foot, gap=0, margins=(1, 1, 1, 1))
        self._left = column(theme, holder(FlowLayout(theme, ours, show, gap=12)), box, gap=10)
        self._left.setStretch(1, 1)
        self.tall = Tall(holder(self._left), self._least, "networkFigures.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    def reload(self) -> None:
        desk = self.desk
        self._rows = {one.id: one for one in desk.read(all_sent)}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        self.body.setCurrentIndex(0 if self._rows else 1)
        senders = len({one.sent.sender for one in self._rows.values()})
        self.count.setText(desk.ntext("{n} association", "{n} associations", senders))

    def _bring_in(self) -> None:
        folder = str(paths.documents_folder())
        title, kind = self.desk.text("Bring in files"), self.desk.text("Figures of associations")
        found, _ = QFileDialog.getOpenFileNames(self, title, folder, f"{kind} (*{SUFFIX})")
        if found:
            self.bring_in([Path(one) for one in found])

    def bring_in(self, files: list[Path]) -> None:
        """Read these files and bring their figures in, as one step."""

        def job(work: Work) -> list[IncomingFigures]:
            found: dict[tuple[str, int], IncomingFigures] = {}
            for at, path in enumerate(files):
                work.tell(at, len(files), path.name)
                found |= {(one.sender, one.year): one for one in look_at([path])}
            return list(found.values())

        self.desk.tasks.run(
            job, title=self.desk.text("Reading the figures"), done=self._take, failed=self._failed
        )

    def _take(self, found: list[IncomingFigures]) -> None:
        words = self.desk.ntext(
            "Figures of {n} association came in.", "Figures of {n} associations came in.", len(found)
        )
        self.desk.run(BringInFigures(tuple(found)), said=words)

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def _delete(self, ids: list[UUID]) -> None:
        if ids:
            words = self.desk.ntext(
                "Figures of {n} association are deleted.",
                "Figures of {n} associations are deleted.",
                len(ids),
            )
            self.desk.run(DeleteFigures(tuple(ids)), said=words)

    def _delete_chosen(self) -> None:
        self._delete(self.table.chosen_ids())

    def _print(self) -> None:
        self.desk.go("print", paper="network-figures")

    def _take_out(self) -> None:
        self.desk.go("export", what="figures")

    def _escape(self) -> None:
        self.desk.go("twinnings")

    def heading(self) -> Heading:
        desk = self.desk
        new = NewButton(desk.text("Bring in files"), "upload", "networkFigures.bringIn")
        return Heading(desk.text("Figures of associations"), desk.text("Yearly, without names"), new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._bring_in,
            "print": self._print,
            "columns": self.table.choose_columns,
            "escape": self._escape,
        }
        if self.table.chosen_ids():
            acts["bin"] = self._delete_chosen
        return acts

    def help_page(self) -> str:
        return "network-figures"

    def show_at(self, **where: object) -> None:
        files = where.get("files")
        if isinstance(files, list) and files:
            self.bring_in([Path(str(one)) for one in files])

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._left.setContentsMargins(left, top, right, bottom)
        self.table.fit_columns(("year", "country", "members") if fit <= Fit.COMPACT else None)
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def panes(self) -> Sequence[QWidget]:
        return (self.table,)

    def first_focus(self) -> QWidget | None:
        return self.table if self._rows else None

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)
