# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes paper FILE CODE TARGET`: make one paper; the ending of TARGET chooses what it becomes."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong, known_language
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.papers.base import Scope
    from hospes.papers.making import AnyPaper, Gathered
    from hospes.queries import Connection

STANDARD_OUTPUT = "-"
PDF, TEXT, DOCX, ZIP = "pdf", "txt", "docx", "zip"
TABLES = ("csv", "xlsx", "ods", TEXT)


def arguments(parser: "Parser") -> None:
    """FILE, CODE, TARGET, languages, who, and any option of the paper."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("code", metavar="CODE", help=text("which paper; `hospes papers` lists all"))
    parser.add_argument(
        "target",
        metavar="TARGET",
        help=text(
            "a file ending in .pdf, for lists also .csv .xlsx .ods .txt, for reports .docx, "
            "with its documents .zip; - prints it"
        ),
    )
    parser.association()
    parser.add_argument("--language", metavar="de", help=text("the paper's language"))
    parser.add_argument("--second-language", metavar="fr", help=text("a second language beside it"))
    parser.add_argument("--visit", metavar="V", help=text("the visit it is about: a title or an id"))
    parser.add_argument(
        "--draw", metavar="N", help=text("which draw of the visit: 1 is the first; the newest if not given")
    )
    parser.add_argument(
        "--twinning", metavar="T", help=text("the twinning it is about: a name, a town or an id")
    )
    parser.add_argument(
        "--event", metavar="E", help=text("the event it is about: a title with its year, or an id")
    )
    parser.add_argument("--project", metavar="J", help=text("the project it is about: a title or an id"))
    parser.add_argument(
        "--person", metavar="P", help=text("the person it is about: a name, no:NUMBER or an id")
    )
    parser.add_argument(
        "--filter", metavar="TEXT", default="", help=text("who is on it, as in a list's filter")
    )
    parser.add_argument(
        "--set", metavar="OPTION=VALUE", action="append", default=[], help=text("an option of the paper")
    )
    parser.add_argument(
        "--remember",
        action="store_true",
        help=text("remember what it says, so that a later paper can tell what has changed since"),
    )
    parser.add_argument(
        "--format",
        choices=(PDF, *TABLES, DOCX, ZIP),
        help=text("what it becomes, if the ending does not say it"),
    )


def run(call: Call, args: "Namespace") -> None:
    """Make the paper and write it whole or not at all."""
    from hospes.papers.making import find_paper, gather
    from hospes.papers.options import read_options

    paper = find_paper(args.code)
    kind = _kind(args, paper)
    options = read_options(paper.options, _given(args))
    _refuse_own_file(args)
    with call.reading(args.file, args.association) as app:
        gathered = app.read(gather, paper, options, _scope(app, args, call, paper))
        packed = _packed(app, gathered) if kind == ZIP else b""
    if args.target == STANDARD_OUTPUT:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / f"{paper.code}.{kind}"
            _write(gathered, kind, target, call, packed)
            sys.stdout.flush()
            sys.stdout.buffer.write(target.read_bytes())
    else:
        call.print(_write(gathered, kind, Path(args.target), call, packed))
    if args.remember:
        _remember(gathered, args, call)
    sent = gathered.paper.sent(gathered.data) if paper.hands_out else None
    if sent is not None:
        with call.writing(args.file) as app:
            app.run(sent.action)


def _remember(gathered: "Gathered", args: "Namespace", call: Call) -> None:
    """Keep what the paper says, as the window does when it prints; papers without versions have nothing."""
    from hospes.actions.printed_papers import RememberPrint

    printed = gathered.paper.printed(gathered.data)
    if printed is not None:
        with call.writing(args.file) as app:
            app.run(RememberPrint(printed.visit_id, gathered.paper.code, printed.number, printed.lines))


def _kind(args: "Namespace", paper: "AnyPaper") -> str:
    """What TARGET is to become. Raises UserError where the paper cannot be that."""
    ending = args.format or Path(args.target).suffix.lower().lstrip(".")
    if args.target == STANDARD_OUTPUT and not args.format:
        ending = PDF
    kinds = (
        PDF,
        *(TABLES if paper.is_list else ()),
        *((DOCX,) if paper.editable else ()),
        *((ZIP,) if paper.attaches else ()),
    )
    if ending in kinds:
        return str(ending)
    raise UserError(
        "“{paper}” can be saved as {kinds}.",
        code="paper-format",
        paper=paper.code,
        kinds=", ".join(f".{kind}" for kind in kinds),
    )


def _given(args: "Namespace") -> dict[str, str]:
    """The options as typed, languages among them."""
    given: dict[str, str] = {}
    for pair in args.set:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise Wrong(N_("“{word}” is not OPTION=VALUE."), word=pair)
        given[name.strip().lower()] = value
    for flag in ("language", "second_language"):
        if typed := getattr(args, flag):
            given[flag.replace("_", "-")] = typed
    for flag in ("language", "second-language"):
        if flag in given:
            known_language(given[flag])
    return given


def _scope(app: "App", args: "Namespace", call: Call, paper: "AnyPaper") -> "Scope":
    from hospes.papers.base import Needs, Scope
    from hospes.queries import resolve

    language = call.locale.language
    person = app.read(resolve.person, args.person, language) if args.person else None
    visit = app.read(resolve.visit, args.visit, language) if args.visit else None
    twinning = app.read(resolve.twinning, args.twinning, language) if args.twinning else None
    event = app.read(resolve.event, args.event, language) if args.event else None
    project = app.read(resolve.project, args.project, language) if args.project else None
    people = (person,) if person is not None and paper.needs is Needs.PEOPLE else None
    draw = app.read(_draw, visit, args.draw) if args.draw and visit else None
    return Scope(
        app.today, args.filter, people, person, visit, draw, twinning=twinning, event=event, project=project
    )


def _draw(connection: "Connection", visit: "UUID", typed: str) -> "UUID":
    """The draw somebody means by its number. Raises UserError if there is none."""
    from hospes.queries.participants_draw import draws_of

    made = [draw_id for draw_id, _ in reversed(draws_of(connection, visit))]
    if not typed.isdecimal() or not 1 <= int(typed) <= len(made):
        raise UserError("This visit has no draw number {number}.", code="no-draw", number=typed)
    return made[int(typed) - 1]


def _write(gathered: "Gathered", kind: str, target: Path, call: Call, packed: bytes) -> str:
    """Write the paper, whole or not at all; gives a sentence about it. Raises UserError."""
    from hospes.papers.making import editable, tabulate
    from hospes.transfer.writers import WRITERS
    from hospes.transfer.writers.whole import whole_file

    locale = call.locale
    if kind == PDF:
        return _write_pdf(gathered, target, call)
    if kind == DOCX:
        with whole_file(target) as part:
            part.write_bytes(editable(gathered))
        return locale.text("{file}: a document to write in", file=target.name)
    if kind == ZIP:
        with whole_file(target) as part:
            part.write_bytes(packed)
        n = len(gathered.paper.attachments(gathered.data))
        return locale.ntext(
            "{file}: the paper and one document", "{file}: the paper and {n} documents", n, file=target.name
        )
    table = tabulate(gathered)
    with whole_file(target) as part:
        if kind == TEXT:
            from hospes.papers.table_text import as_text

            part.write_text(as_text(table), "utf-8")
        else:
            WRITERS[f".{kind}"](part, table.title, table.headings, table.rows)
    return locale.ntext("{file}: one row", "{file}: {n} rows", len(table.rows), file=target.name)


def _write_pdf(gathered: "Gathered", target: Path, call: Call) -> str:
    from hospes import paths, settings
    from hospes.papers.kit.labels import Nudge
    from hospes.papers.making import draw, warnings
    from hospes.transfer.writers.whole import whole_file

    mine = settings.load(paths.settings_file())
    document = draw(gathered, nudge=Nudge(mine.nudge_right_mm, mine.nudge_down_mm))
    with whole_file(target) as part:
        part.write_bytes(document.pdf)
    for note in warnings(document):
        print(f"hospes: {call.locale.message(note)}", file=sys.stderr)
    told = call.locale.ntext("{file}: one page", "{file}: {n} pages", document.pages, file=target.name)
    if document.full_size:
        told += "\n" + call.locale.text("Print this at 100 %, not fitted to the page.")
    return told


def _packed(app: "App", gathered: "Gathered") -> bytes:
    """The paper and the documents that belong to it."""
    from hospes.papers.making import draw
    from hospes.papers.packing import pack
    from hospes.queries.documents import document_bytes

    return pack(gathered, draw(gathered).pdf, lambda one: app.read(document_bytes, one))


def _refuse_own_file(args: "Namespace") -> None:
    """A slip of the tab key must not put a paper in the place of the association's file."""
    with contextlib.suppress(OSError):
        if args.target != STANDARD_OUTPUT and os.path.samefile(args.file, args.target):
            raise UserError("The paper would take the place of the file itself.", code="target-is-file")
