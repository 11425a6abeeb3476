# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes export FILE TARGET`: people, a visit's guests, hosts and plan, the file for the partner, or
everything; the target's ending names the form.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong, known_language
from hospes.cli.network_figures import FIGURES, write_yearly
from hospes.cli.network_figures import SUFFIX as FIGURES_SUFFIX
from hospes.i18n.marks import N_
from hospes.transfer.calendar_writer import SUFFIX as CALENDAR
from hospes.transfer.calendar_writer import languages_of, write_calendar
from hospes.transfer.exporting import NOT_YET, WHAT, export
from hospes.transfer.partner_file import PARTS, SUFFIX, Content, write_partner_file

EVENTS = "events"
"""Meetings and evenings; they can be written as a calendar only."""

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, TARGET, what, in which language, for whom."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "target",
        metavar="TARGET",
        help=text("the file to write: .csv .xlsx .ods .vcf .json .ics .hospes-visit"),
    )
    parser.association()
    parser.add_argument("--what", choices=[*WHAT, *NOT_YET, EVENTS, FIGURES], help=text("what to write"))
    parser.add_argument("--year", type=int, help=text("of figures: the year; the last whole one if left out"))
    parser.add_argument("--visit", metavar="V", help=text("the visit that is meant"))
    parser.add_argument("--filter", metavar="TEXT", default="", help=text("only those a filter lets through"))
    parser.add_argument("--language", metavar="CODE", default="", help=text("language of the headings"))
    parser.add_argument(
        "--second-language",
        metavar="CODE",
        default="",
        help=text("of a calendar: a second language beside it"),
    )
    parser.add_argument(
        "--with-health", action="store_true", help=text("also what guests told of their health")
    )
    parser.add_argument("--with-confidential", action="store_true", help=text("also who does not want whom"))
    parser.add_argument(
        "--without",
        action="append",
        choices=PARTS,
        default=[],
        help=text("of the file for the partner: leave this out"),
    )
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Write the file and say how much is in it."""
    from hospes.queries.filters import read_filter
    from hospes.queries.resolve import visit

    target = Path(args.target)
    if target.suffix.lower() == SUFFIX:
        _partner_file(call, args, target)
        return
    if args.what == FIGURES or target.suffix.lower() == FIGURES_SUFFIX:
        write_yearly(call, args, target)
        return
    if args.what is None:
        raise Wrong(N_("Say what is to be written: --what {what}"), what="|".join(WHAT))
    known_language(args.language)
    if target.suffix.lower() == CALENDAR:
        _calendar(call, args, target)
        return
    if args.what == EVENTS:
        raise Wrong(N_("Events can be written as a calendar only: a file that ends in .ics."))
    chosen = read_filter(args.filter) if args.filter.strip() else None
    with call.reading(args.file, args.association) as app:
        written = export(
            app.read,
            target,
            args.what,
            app.today,
            language=args.language,
            filter_=chosen,
            locale=call.locale,
            visit=app.read(visit, args.visit, call.locale.language) if args.visit else None,
            health=args.with_health,
            confidential=args.with_confidential,
        )
    if args.json:
        call.json({"rows": written.rows, "target": str(written.path), "what": args.what})
    else:
        call.print(
            call.locale.ntext(
                "{n} row written to {file}", "{n} rows written to {file}", written.rows, file=target.name
            )
        )


def _calendar(call: Call, args: "Namespace", target: Path) -> None:
    """Visits, the programme of one, or events, as a calendar."""
    from hospes.queries.filters import read_filter
    from hospes.queries.resolve import visit

    if args.what not in ("visits", EVENTS):
        raise Wrong(
            N_(
                "Only visits and events can be written as a calendar: --what visits, with --visit its "
                "programme, or --what events."
            )
        )
    known_language(args.second_language)
    languages = languages_of(args.language, args.second_language, call.locale.language)
    chosen, events = read_filter(args.filter) if args.filter.strip() else None, args.what == EVENTS
    with call.reading(args.file, args.association) as app:
        about = app.read(visit, args.visit, call.locale.language) if args.visit else None
        written = write_calendar(app.read, target, app.today, languages, about, chosen, events=events)
    if args.json:
        call.json({"rows": written.rows, "target": str(written.path), "what": args.what})
    else:
        call.print(
            call.locale.ntext(
                "{n} entry written to {file}", "{n} entries written to {file}", written.rows, file=target.name
            )
        )


def _partner_file(call: Call, args: "Namespace", target: Path) -> None:
    """The file for the partner association: only what they need."""
    from hospes.queries.resolve import visit

    if not args.visit:
        raise Wrong(N_("Say which visit is meant."))
    content = Content(**{part: part not in args.without for part in PARTS}, allergies=args.with_health)
    with call.reading(args.file, args.association) as app:
        about = app.read(visit, args.visit, call.locale.language)
        written = write_partner_file(app.read, target, about, app.today, content)
    if args.json:
        call.json({"target": str(target), "what": "partner", **written.counts})
    else:
        for line in written.lines(call.locale):
            call.print(line)
