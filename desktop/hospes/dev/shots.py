# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page, pane and paper: `dev.py shots [--lang de] [--theme dark] [--scale 150] [--only …]`.

Works without a display, on the example association, and writes PNG files with an index page into
`shots/`. Words that are cut are found by machine and listed; the exit code is 1 if there are any, or if
a page fails.
"""

import argparse
import html
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hospes import paths, settings

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QApplication

    from hospes.app import App
    from hospes.ui.main_window import MainWindow
    from hospes.ui.pages import Place

LANGUAGES = ("en", "de", "fr", "pl")
THEMES = ("light", "dark")
SCALES = (100, 150)
SIZE = (1366, 690)
"""The inside of the window on a 1366 x 768 laptop, less title bar and task bar."""

MANUAL: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "today": ("today", {}),
    "hosting": ("visit", {"id": "visit:Ascension visit 2026", "tab": "hosting"}),
    "members": ("members", {"id": "person:Nowak Barbara"}),
    "print": ("print", {"paper": "hosting-list", "visit": "visit:Ascension visit 2026"}),
}
"""The pictures of README and handbook, by the names of their files."""

BUSY_S = 0.02

REST_S = 0.12
"""How long a page gets to come to rest: pages put off work by small timers while somebody types."""


@dataclass
class Album:
    """The pictures taken so far and what was found on them."""

    folder: Path
    pictures: dict[str, dict[str, str]] = field(default_factory=dict)
    cut: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)

    def add(self, subject: str, variant: str, file: Path) -> None:
        """Note a picture."""
        self.pictures.setdefault(subject, {})[variant] = file.relative_to(self.folder).as_posix()

    def note_cut(self, variant: str, subject: str, what: str) -> None:
        """Note cut words, once for each variant: what lies under a pane was cut on its page before."""
        if (variant, what) not in self._known:
            self._known.add((variant, what))
            self.cut.append(f"{variant} {subject}: {what}")

    def write_index(self) -> Path:
        """The page that shows all pictures, a row for each subject, a column for each variant."""
        variants = sorted({variant for found in self.pictures.values() for variant in found})
        head = "".join(f"<th>{html.escape(v)}</th>" for v in variants)
        rows = []
        for subject, found in self.pictures.items():
            cells = "".join(
                f'<td><a href="{found[v]}"><img src="{found[v]}" loading="lazy" alt=""></a></td>'
                if v in found
                else "<td></td>"
                for v in variants
            )
            rows.append(f"<tr><th>{html.escape(subject)}</th>{cells}</tr>")
        notes = "".join(f"<li>{html.escape(line)}</li>" for line in (*self.failed, *self.cut))
        page = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hospes, all pages</title><style>'
            "body{font:14px sans-serif;margin:1em}img{width:420px;border:1px solid #999}th{text-align:left;"
            "vertical-align:top;padding:4px}table{border-collapse:collapse}td{padding:4px}</style>"
            f"<h1>Hospes</h1><p>{len(self.cut)} cut texts, {len(self.failed)} failures</p><ul>{notes}</ul>"
            f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table></html>"
        )
        file = self.folder / "index.html"
        file.write_text(page, "utf-8")
        return file


@dataclass(frozen=True)
class Variant:
    """One way of looking at everything."""

    language: str
    theme: str
    scale: int

    @property
    def name(self) -> str:
        """Name of its folder and column."""
        return f"{self.language}-{self.theme}-{self.scale}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; gives 1 if words are cut or a page failed."""
    args = _arguments(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(args.ratio)
    root = paths.source_tree() or Path.cwd()
    album = Album(args.out or root / "shots")
    album.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        example = _example(Path(home))
        app = _application()
        if args.manual:
            return _manual_shots(app, album, example)
        only = frozenset(args.only)
        for language, theme, scale in itertools.product(args.lang, args.theme, args.scale):
            _window_shots(app, album, Variant(language, theme, scale), example, only)
        if not only or "papers" in only:
            for language in args.lang:
                _paper_shots(album, example, language)
    index = album.write_index()
    for line in (*album.failed, *album.cut):
        print(line)
    count = sum(len(found) for found in album.pictures.values())
    print(f"{count} pictures, {len(album.cut)} cut texts, {len(album.failed)} failures: {index}")
    return 1 if album.cut or album.failed else 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("--lang", nargs="+", default=LANGUAGES, help="languages (en de fr pl)")
    parser.add_argument("--theme", nargs="+", default=THEMES, choices=THEMES)
    parser.add_argument("--scale", nargs="+", default=SCALES, type=int, choices=settings.TEXT_SIZES)
    parser.add_argument("--only", nargs="+", default=(), help="places by code, panes, papers")
    parser.add_argument("--ratio", type=float, default=1.0, help="pixel ratio; 2 for the manual's pictures")
    parser.add_argument("--out", type=Path, help="folder (default: shots)")
    parser.add_argument(
        "--manual", action="store_true", help="only the pictures of README and handbook, into their folder"
    )
    return parser.parse_args(arguments)


def _example(folder: Path) -> Path:
    from hospes.example import build

    file = folder / "Rosenau – Montclair.hospes"
    build(file)
    return file


def _application() -> "QApplication":
    from hospes.ui.main import application

    return application()


# -- the window --------------------------------------------------------------------------------------


def _window_shots(
    app: "QApplication", album: Album, variant: Variant, file: Path, only: frozenset[str]
) -> None:
    from hospes.ui.pages import PAGES

    (album.folder / variant.name).mkdir(exist_ok=True)
    with _session(app, variant) as window:
        with _faults(album, variant, "frame"):
            for place in (p for p in PAGES if p.code == "start" and _wanted(only, p)):
                _place_shots(album, variant, window, place)
            window.desk.open_file(file)
        for place in (p for p in PAGES if p.code != "start" and _wanted(only, p)):
            _place_shots(album, variant, window, place)
        if not only or "panes" in only:
            _pane_shots(album, variant, window)


def _manual_shots(app: "QApplication", album: Album, file: Path) -> int:
    """The pictures of README and handbook, in English on light ground, where they are kept."""
    variant = Variant("en", "light", 100)
    with _session(app, variant) as window:
        window.desk.open_file(file)
        for name, (code, state) in MANUAL.items():
            with _faults(album, variant, name):
                window.go(code, _where(window, state))
                _settle(app)
                window.grab().save(str(paths.resources() / "help" / "pictures" / f"{name}.png"), "PNG", 0)
    for line in album.failed:
        print(line)
    return 1 if album.failed else 0


def _wanted(only: frozenset[str], place: "Place") -> bool:
    return not only or place.code in only


@contextmanager
def _session(app: "QApplication", variant: Variant) -> "Iterator[MainWindow]":
    from hospes.ui.main import Session

    preferences = settings.Settings(
        language=variant.language,
        scheme="dark" if variant.theme == "dark" else "light",
        text_size=variant.scale,
    )
    settings.save(preferences, paths.settings_file())
    os.environ["HOSPES_LANGUAGE"] = variant.language
    session = Session(app)
    session.hold()
    session.furnish(inline=True)
    window = session.window
    window.resize(*SIZE)
    window.show()
    _settle(app)
    try:
        yield window
    finally:
        session.opening.let_go()
        window.close()
        window.deleteLater()
        _settle(app)
        session.deleteLater()


@contextmanager
def _faults(album: Album, variant: Variant, subject: str) -> Iterator[None]:
    """Note a fault and go on with the next picture."""
    before, seen = sys.excepthook, []

    def note(kind: type[BaseException], error: BaseException, _trace: object) -> None:
        seen.append(f"{kind.__name__}: {error}")

    sys.excepthook = note
    try:
        yield
    except (ImportError, AttributeError, TypeError, ValueError, LookupError, RuntimeError) as error:
        seen.append(f"{type(error).__name__}: {error}")
    finally:
        sys.excepthook = before
    album.failed.extend(f"{variant.name} {subject}: {line}" for line in seen)


def _place_shots(album: Album, variant: Variant, window: "MainWindow", place: "Place") -> None:
    states: Sequence[tuple[str, Mapping[str, object]]] = ()
    with _faults(album, variant, place.code):
        states = _states(place)
    for subject, state in states:
        with _faults(album, variant, subject):
            window.message.close_line()
            window.go(place.code, _where(window, state))
            _take(album, variant, window, subject)


def _states(place: "Place") -> list[tuple[str, Mapping[str, object]]]:
    """Names and states of a place's pictures; the tabs of a visit have states of their own."""
    if place.code == "visit":
        from hospes.ui.pages.visit import TABS

        own = {tab.code: tab.load().SHOTS for tab in TABS}
        joined = [
            (str(at["tab"]), {**at, **more}) for at in place.load().SHOTS for more in own[str(at["tab"])]
        ]
        counts: dict[str, int] = {}
        named: list[tuple[str, Mapping[str, object]]] = []
        for code, state in joined:
            counts[code] = counts.get(code, 0) + 1
            number = f" {counts[code]}" if len(own[code]) > 1 else ""
            named.append((f"{place.code} {code}{number}", state))
        return named
    states = place.load().SHOTS
    single = len(states) == 1
    return [
        (place.code if single else f"{place.code} {number}", state) for number, state in enumerate(states, 1)
    ]


def _where(window: "MainWindow", state: Mapping[str, object]) -> dict[str, object]:
    """A state with its entries of the example found: `{"id": "person:Nowak Barbara"}` names one."""
    return {name: _found(window, value) or value for name, value in state.items()}


def _found(window: "MainWindow", value: object) -> str:
    from hospes.store import search

    kind, _, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    if kind not in ("person", "household", "organisation", "visit", "event", "partnership", "project"):
        return ""
    hits = window.desk.read(search.find, name, 1, (kind,))
    if not hits:
        raise LookupError(f"the example has no {kind} {name}")
    return hits[0].ref.hex


def _pane_shots(album: Album, variant: Variant, window: "MainWindow") -> None:
    """What lies on top of pages: messages, questions, search, help, a fault."""
    from hospes.domain.errors import UserError
    from hospes.ui.desk import Answer

    desk = window.desk
    first = next((place.code for place in window.places.values() if place.on_rail), "")
    with _faults(album, variant, "panes"):
        window.go(first, {})
        desk.say(desk.text("All changes saved"), undoable=True)
        _take(album, variant, window, "pane message")
        desk.say(UserError("Another program is using the file just now. Nothing was changed."), kind="err")
        _take(album, variant, window, "pane error")
        answers = [Answer(desk.text("Go on"), list, main=True), Answer(desk.text("Stop"), list)]
        desk.ask(desk.text("Is it one of these?"), answers)
        _take(album, variant, window, "pane question")
        window.message.close_line()
        window.search.begin()
        for typed in ("no", "e", "wiest"):
            window.top.search.setText(typed)
            _take(album, variant, window, f"pane search {typed}")
        window.search.close_panel()
        window.acts.show_help()
        _take(album, variant, window, "pane help")
        window.acts.close_help()
        window.crash.show_error(RuntimeError("picture"))
        _take(album, variant, window, "pane fault")
        window.message.close_line()


def _take(album: Album, variant: Variant, window: "MainWindow", subject: str) -> None:
    from PySide6.QtWidgets import QApplication

    from hospes.dev.clipped import clipped

    app = QApplication.instance()
    if isinstance(app, QApplication):
        _settle(app)
    file = album.folder / variant.name / f"{subject.replace(' ', '-')}.png"
    window.grab().save(str(file))
    album.add(subject, variant.name, file)
    for cut in clipped(window):
        album.note_cut(variant.name, subject, str(cut))


def _settle(app: "QApplication") -> None:
    """Let timers and layouts come to rest."""
    from PySide6.QtCore import QEvent

    until = time.monotonic() + REST_S
    while (begun := time.monotonic()) < until:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if time.monotonic() - begun > BUSY_S:  # something was worked out: what follows from it comes next
            until = time.monotonic() + REST_S
        time.sleep(0.005)


# -- the papers ----------------------------------------------------------------------------------------


def _paper_shots(album: Album, file: Path, language: str) -> None:
    """The first page of every paper in one language, and of one in two languages."""
    from dataclasses import replace

    from hospes.app import App
    from hospes.domain.errors import UserError
    from hospes.papers import PAPERS
    from hospes.papers.base import Needs, Scope
    from hospes.papers.making import draw, gather

    folder = album.folder / f"papers-{language}"
    folder.mkdir(exist_ok=True)
    app = App.open(file, read_only=True)
    try:
        for paper in PAPERS:
            options = replace(paper.options(), language=language)
            try:
                scope = Scope(
                    app.today,
                    person=_somebody(app) if paper.needs is Needs.PERSON else None,
                    visit=_some_visit(app) if paper.needs is Needs.VISIT else None,
                    twinning=_some_twinning(app) if paper.needs is Needs.TWINNING else None,
                    project=_some_project(app) if paper.needs is Needs.PROJECT else None,
                )
                document = draw(app.read(gather, paper, options, scope), page_limit=1)
            except UserError as error:
                album.failed.append(f"paper {paper.code} {language}: {error.code}")
                continue
            picture = folder / f"{paper.code}.png"
            _first_page(document.pdf, picture)
            album.add(f"paper {paper.code}", language, picture)
    finally:
        app.close()


def _somebody(app: "App") -> "UUID":
    """A person of the example with everything that can be held about one."""
    from hospes.queries import resolve

    return app.read(resolve.person, "Nowak Barbara", "en")


def _some_visit(app: "App") -> "UUID":
    """The visit of the example that is planned in full."""
    from hospes.queries import resolve

    return app.read(resolve.visit, "2026", "en")


def _some_twinning(app: "App") -> "UUID":
    """The triangle of the example, with three towns and everything they signed."""
    from hospes.queries import resolve

    return app.read(resolve.twinning, "Triangle of the three towns", "en")


def _some_project(app: "App") -> "UUID":
    """The project of the example that is over, with results and effects."""
    from hospes.queries import resolve

    return app.read(resolve.project, "Workshop of the towns for rebuilding", "en")


def _first_page(pdf: bytes, picture: Path) -> None:
    from hospes.ui.pages.print_preview import PdfPages

    pages = PdfPages(pdf)
    pages.image(0, 1.4).save(str(picture))
    pages.close()


if __name__ == "__main__":
    sys.exit(main())
