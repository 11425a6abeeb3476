# SPDX-License-Identifier: GPL-3.0-or-later
"""Publications in the window: what was published about the twinning work, by us and by others (S13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hospes.actions.publications import DropPublications, KeepPublication
from hospes.domain.emails import web_link
from hospes.domain.publications import PublicationKind
from hospes.i18n.marks import N_
from hospes.queries.paper_twinning import twinnings_to_choose
from hospes.queries.projects import projects_to_choose
from hospes.queries.publications import (
    Kept,
    PublicationRow,
    documents_to_choose,
    kept_document,
    publication_rows,
)
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.documents_outside import Outside
from hospes.ui.pages.occasions import OccasionChoice
from hospes.ui.pages.person_languages import offered
from hospes.ui.rows import Cell, Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

WRITTEN = ("title", "medium", "link", "note")
"""The fields of the form that are plain text."""


def _when(one: PublicationRow, locale: Locale) -> Cell:
    return Cell(locale.date(one.on, "list") if one.on is not None else locale.text("Still to do"))


def _title(one: PublicationRow, _: Locale) -> Cell:
    return Cell(one.title, icon="paperclip" if one.document else "")


def _about(one: PublicationRow, locale: Locale) -> str:
    return locale.listing(one.about)


class PublicationsPage(BookPage[PublicationRow]):
    """The publications, with their list on paper; from a visit, only what is about it."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"publication", "document", "visit_text", "event_text", "partnership_text", "project_text"}
    )

    NAME = "publications"
    ICON = "scroll-text"
    WORDS = BookWords(
        N_("Publications"),
        N_("Newsletters, articles, exhibitions: from us and about us"),
        N_("Articles, newsletters, exhibitions: written down here, the activity report counts them."),
        N_("The publication is kept."),
        N_("New publication"),
    )
    IMPORT = "publications"
    SHOWN = ("title", "kind", "medium", "on", "about")
    COMPACT = ("title", "medium", "on")
    NARROW = ("title", "on")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._visit: UUID | None = None
        self._kept: Kept | None = None
        super().__init__(desk, parent)
        self._outside = Outside(desk, self)

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[PublicationRow]]:
        return (
            Column("title", N_("Title"), 280, _title, "title", least=160),
            Column("kind", N_("Kind"), 170, lambda one, locale: locale.label(one.kind), "kind"),
            Column("medium", N_("Where"), 190, lambda one, _: one.medium, "medium"),
            Column("on", N_("Day"), 120, _when, "on"),
            Column("about", N_("What it is about"), 200, _about, "about", goes=1),
        )

    def views(self) -> Sequence[View[PublicationRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("ours", N_("From us"), lambda one: not one.by_others),
            View("others", N_("By others about us"), lambda one: one.by_others),
            View("todo", N_("Still to do"), lambda one: one.planned),
        )

    def read(self) -> Sequence[PublicationRow]:
        return self.desk.read(publication_rows, self.desk.locale)

    def text_of(self, one: PublicationRow) -> str:
        kind = self.desk.locale.label(one.kind)
        return " ".join((one.title, one.medium, one.link, one.note, one.document, kind, *one.about))

    def order(self, one: PublicationRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "on":
            return one.on.toordinal() if one.on is not None else 0, locale.sort_key("")
        texts = {"kind": locale.label(one.kind), "about": _about(one, locale)}
        return 0, locale.sort_key(texts.get(key) or str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropPublications:
        return DropPublications(ids)

    def tools(self) -> Sequence[QWidget]:
        theme, text = self.desk.theme, self.desk.text
        return (
            link_button(
                theme, text("Print the list"), self._print, icon="printer", name="publications.print"
            ),
            link_button(
                theme, text("Draft an article"), self._draft, icon="pencil", name="publications.draft"
            ),
        )

    def _print(self) -> None:
        self.desk.go("print", paper="publications-list")

    def _draft(self) -> None:
        self.desk.go("print", paper="article-draft")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        kinds = [(one.value, desk.locale.label(one)) for one in PublicationKind]
        self.occasion, self.document = OccasionChoice(desk), Combo(theme)
        self.document.setPlaceholderText(desk.text("A document kept in the file"))
        first = (
            self.put("title", N_("Title"), TextField(theme), width=WIDE_FIELD),
            self.put("kind", N_("Kind"), Choice(theme, kinds), width=NARROW_FIELD),
            self.put(
                "medium",
                N_("Where"),
                TextField(theme, example=desk.text("Newspaper, website, hall")),
                width=WIDE_FIELD,
            ),
            self.day_field("on", N_("Day"), hint=desk.text("Left empty: still to do."), width=NARROW_FIELD),
            self.put("language", N_("Language"), Choice(theme, ()), width=NARROW_FIELD),
            self.put("link", N_("Page on the web"), TextField(theme, example="https://"), width=WIDE_FIELD),
            self.put("document_id", N_("Document"), self.document, width=WIDE_FIELD),
        )
        about = (
            self.put("occasion", N_("Visit or meeting"), self.occasion, width=WIDE_FIELD),
            self.put("partnership_id", N_("Twinning"), Choice(theme, ()), width=WIDE_FIELD),
            self.put("project_id", N_("Project"), Choice(theme, ()), width=WIDE_FIELD),
        )
        note = self.put("note", N_("Note"), LongText(theme, "", lines=2))
        self._open_link = link_button(
            theme, desk.text("Open the link"), self._show_link, icon="external-link", name="publications.open"
        )
        self._open_document = link_button(
            theme, desk.text("Open the document"), self._show_document, icon="paperclip",
            name="publications.document",
        )  # fmt: skip
        ways = FlowLayout(theme, self._open_link, self._open_document, gap=10)
        return (
            holder(FlowLayout(theme, *first, gap=14)),
            holder(FlowLayout(theme, *about, gap=14)),
            note,
            holder(ways),
        )

    def fill(self, one: PublicationRow | None) -> None:
        desk, language = self.desk, self.desk.locale.language
        self._shown = one
        kept, self._kept = self._kept if one is None else None, None
        visit = one.visit_id if one is not None else kept.visit_id if kept is not None else self._visit
        event = one.event_id if one is not None else kept.event_id if kept is not None else None
        self.occasion.read(visit, event)
        known = [(ref.hex, name) for ref, name in desk.read(documents_to_choose)]
        self.document.set_options(known)
        self.document.choose(one.document_id.hex if one is not None and one.document_id else "")
        written = one.language if one is not None else desk.locale.language
        offers = (
            ("language", offered(desk.locale, written), written),
            (
                "partnership_id",
                _hex(desk.read(twinnings_to_choose, language)),
                _of(one or kept, "partnership_id"),
            ),
            ("project_id", _hex(desk.read(projects_to_choose, language)), _of(one, "project_id")),
        )
        for name, options, chosen in offers:
            editor = self.fields[name].editor
            if isinstance(editor, Choice):
                editor.set_options([("", "–"), *options], chosen)
        self.fields["kind"].set_value((one.kind if one is not None else PublicationKind.PRESS_ARTICLE).value)
        for name in WRITTEN:
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        self.fields["on"].set_value(self.day_words(one.on if one is not None else desk.file.today))
        if kept is not None:
            self.document.choose(kept.id.hex)
            self.fields["title"].set_value(kept.name)
            self.fields["on"].set_value(self.day_words(kept.on))
        self._open_link.setVisible(one is not None and bool(web_link(one.link)))
        self._open_document.setVisible(one is not None and bool(one.document))

    def act(self, one: UUID | None) -> KeepPublication:
        value = {name: field.value() for name, field in self.fields.items()}
        document = self.document.code()
        if not document and self._shown is not None and not self._shown.document:
            document = _of(self._shown, "document_id")  # it is confidential, and stays
        return KeepPublication(
            {
                **{name: value[name] for name in (*WRITTEN, "language")},
                "kind": PublicationKind(value["kind"]),
                "on": self.day("on"),
                "document_id": _id(document),
                "visit_id": self.occasion.visit,
                "event_id": self.occasion.event_,
                "partnership_id": _id(value["partnership_id"]),
                "project_id": _id(value["project_id"]),
            },
            one,
        )

    def _show_link(self) -> None:
        link = web_link(self._shown.link) if self._shown is not None else ""
        if link:
            QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))

    def _show_document(self) -> None:
        one = self._shown
        if one is not None and one.document_id is not None and one.document:
            self._outside.open(one.document_id, one.document, one.media_type)

    # -- the page ------------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        visit = where.get("visit")
        self._visit = UUID(hex=visit) if isinstance(visit, str) and visit else None
        document = where.get("document")
        self._kept = (
            self.desk.read(kept_document, UUID(hex=document))
            if isinstance(document, str) and document
            else None
        )
        self.words.setText(str(where.get("words") or ""))
        super().show_at(**where)

    def where(self) -> dict[str, object]:
        visit = {"visit": self._visit.hex} if self._visit is not None else {}
        return {**super().where(), **visit, "words": self.words.text()}


def _hex(found: Iterable[tuple[UUID, str]]) -> list[tuple[str, str]]:
    return [(ref.hex, name) for ref, name in found]


def _of(one: PublicationRow | Kept | None, name: str) -> str:
    found = getattr(one, name) if one is not None else None
    return found.hex if isinstance(found, UUID) else ""


def _id(code: str) -> UUID | None:
    return UUID(hex=code) if code else None
