# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference library in the window: works that can be cited in applications and reports (S22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication

from hospes.actions.references import DropReferences, KeepReference, TakeStarterReferences
from hospes.domain.errors import FieldProblem
from hospes.domain.references import ReferenceKind, authors_of, cite
from hospes.i18n.marks import N_
from hospes.queries.partnerships_page import all_theme_rows
from hospes.queries.references import ReferenceRow, reference_rows, shipped, starter_missing
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.book_offer import OfferCard
from hospes.ui.pages.people_picks import Picks
from hospes.ui.pages.person_languages import offered
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale

WRITTEN = ("authors", "title", "container", "publisher", "place", "pages", "url", "isbn", "issn", "note")
"""The fields of the form that are plain text."""

STUDIES = frozenset({ReferenceKind.STUDY, ReferenceKind.ARTICLE, ReferenceKind.CHAPTER})


def _authors(one: ReferenceRow, locale: Locale) -> str:
    return locale.listing(authors_of(one.authors))


def _year(one: ReferenceRow, _: Locale) -> str:
    return str(one.year) if one.year is not None else ""


class ReferencesPage(BookPage[ReferenceRow]):
    """The works, with citations to copy, a bibliography on paper, and a starter list to bring in."""

    watches: ClassVar[frozenset[str]] = frozenset({"reference", "reference_theme", "theme_text"})

    NAME = "references"
    ICON = "scroll-text"
    WORDS = BookWords(
        N_("Reference library"),
        N_("Studies, books and articles to cite in applications and reports"),
        N_("Studies and books on twinnings: kept here, they can be cited in an application with one press."),
        N_("The work is kept."),
        N_("New work"),
    )
    IMPORT = "references"
    SHOWN = ("title", "authors", "year", "kind", "note")
    COMPACT = ("title", "authors", "year")
    NARROW = ("title", "year")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[ReferenceRow]]:
        return (
            Column("title", N_("Title"), 320, lambda one, _: one.title, "title", least=180),
            Column("authors", N_("Authors"), 190, _authors, "authors"),
            Column("year", N_("Year"), 70, _year, "year"),
            Column("kind", N_("Kind"), 160, lambda one, locale: locale.label(one.kind), "kind"),
            Column("note", N_("What it is good for"), 240, lambda one, _: one.note, goes=1),
        )

    def views(self) -> Sequence[View[ReferenceRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("studies", N_("Studies and articles"), lambda one: one.kind in STUDIES),
            View("books", N_("Books"), lambda one: one.kind is ReferenceKind.BOOK),
            View("laws", N_("Laws and treaties"), lambda one: one.kind is ReferenceKind.LAW),
        )

    def read(self) -> Sequence[ReferenceRow]:
        language = self.desk.locale.language
        self._themes = {one.id: one.whole(language) for one in self.desk.read(all_theme_rows)}
        return self.desk.read(reference_rows, self.desk.locale)

    def _offered_themes(self) -> list[tuple[str, str]]:
        language = self.desk.locale.language
        return [(one.id.hex, one.whole(language)) for one in self.desk.read(all_theme_rows)]

    def text_of(self, one: ReferenceRow) -> str:
        themes = [self._themes.get(theme, "") for theme in one.themes]
        own = (one.title, one.authors, one.container, one.publisher, one.note, _year(one, self.desk.locale))
        return " ".join((*own, *themes, self.desk.locale.label(one.kind)))

    def order(self, one: ReferenceRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "year":
            return one.year or 0, locale.sort_key("")
        return 0, locale.sort_key(locale.label(one.kind) if key == "kind" else str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropReferences:
        return DropReferences(ids)

    def tools(self) -> Sequence[QWidget]:
        theme, text = self.desk.theme, self.desk.text
        return (
            link_button(theme, text("Copy as citation"), self._copy, icon="copy", name="references.copy"),
            link_button(
                theme, text("Print the bibliography"), self._print, icon="printer", name="references.print"
            ),
        )

    def _copy(self) -> None:
        """The citations of the chosen works, or of all that are shown."""
        ids = self.table.chosen_ids() or list(self._rows)
        if not ids:
            self.desk.say(self.desk.text("There is no work to cite here."), kind="warn")
            return
        told = [cite(self._rows[one], self.desk.locale) for one in ids if one in self._rows]
        QGuiApplication.clipboard().setText("\n".join(told))
        self.desk.say(self.desk.ntext("{n} citation copied.", "{n} citations copied.", len(told)))

    def _print(self) -> None:
        chosen = [one.hex for one in self.table.chosen_ids()]
        self.desk.go("print", paper="bibliography", **({"rows": chosen} if chosen else {}))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    # -- the starter list ----------------------------------------------------------------------------

    def above(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self._offer = OfferCard(
            theme,
            desk.text("Bring them in"),
            self._take,
            "references.offer",
            "references.starter",
            icon="download",
        )
        return self._offer

    def read_above(self) -> None:
        desk = self.desk
        missing = desk.read(starter_missing)
        words = desk.ntext(
            "Hospes knows {n} work on twinnings that is not here yet.",
            "Hospes knows {n} works on twinnings that are not here yet.",
            missing,
        )
        self._offer.offer(words, bool(missing) and self.form.isHidden())

    def _take(self) -> None:
        desk = self.desk
        missing = desk.read(starter_missing)
        said = desk.ntext("{n} work is in the library.", "{n} works are in the library.", missing)
        desk.run(TakeStarterReferences(shipped(), desk.locale.language), said=said)

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        kinds = [(one.value, desk.locale.label(one)) for one in ReferenceKind]
        self.themes = Picks(desk, desk.text("Add a theme"), self._offered_themes)

        def line(name: str, label: str, width: int, example: str = "") -> QWidget:
            return self.put(name, label, TextField(theme, example=example), width=width)

        first = (
            line("title", N_("Title"), WIDE_FIELD),
            line("authors", N_("Authors"), WIDE_FIELD, "Keller, Eileen; Vion, Antoine"),
            line("year", N_("Year"), NARROW_FIELD),
            self.put("kind", N_("Kind"), Choice(theme, kinds), width=NARROW_FIELD),
            line("container", N_("Journal, series or book"), WIDE_FIELD, "Urban History 50(4)"),
            line("publisher", N_("Publisher"), WIDE_FIELD),
            line("place", N_("Place"), NARROW_FIELD),
            line("pages", N_("Pages"), NARROW_FIELD),
            self.put("language", N_("Language"), Choice(theme, ()), width=NARROW_FIELD),
            line("isbn", N_("ISBN"), NARROW_FIELD),
            line("issn", N_("ISSN"), NARROW_FIELD),
            line("url", N_("Page on the web"), WIDE_FIELD),
        )
        note = self.put("note", N_("What it is good for"), LongText(theme, "", lines=2))
        themes = self.put("themes", N_("Themes"), self.themes)
        return holder(FlowLayout(theme, *first, gap=14)), note, themes

    def fill(self, one: ReferenceRow | None) -> None:
        locale = self.desk.locale
        for name in WRITTEN:
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        self.fields["year"].set_value(_year(one, locale) if one is not None else "")
        self.fields["kind"].set_value((one.kind if one is not None else ReferenceKind.STUDY).value)
        language = one.language if one is not None else locale.language
        editor = self.fields["language"].editor
        if isinstance(editor, Choice):
            editor.set_options([("", "–"), *offered(locale, language)], language)
        self.themes.read(one.themes if one is not None else ())

    def act(self, one: UUID | None) -> KeepReference:
        value = {name: field.value() for name, field in self.fields.items()}
        year = value["year"].strip()
        if year and not year.isdecimal():
            raise FieldProblem("year", "This is not a year.")
        return KeepReference(
            {
                **{name: value[name] for name in (*WRITTEN, "language")},
                "kind": ReferenceKind(value["kind"]),
                "year": int(year) if year else None,
            },
            self.themes.ids(),
            one,
        )
