# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes import FILE SOURCE`: bring in a list of people, of a visit's guests or hosts, of visits, or the
file of the partner association, as one step for Undo.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.cli.network_figures import FIGURES, SUFFIX, bring_in_figures
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.transfer.bringing import KINDS, NOT_YET, SOURCES, WITH_VISIT, Checked, Draft, check, look
from hospes.transfer.days import ORDERS
from hospes.transfer.plan import Decision, Fate
from hospes.transfer.reading import ReadOptions
from hospes.transfer.statement import is_statement, may_be_statement

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.cli.parser import Parser
    from hospes.i18n.locale import Locale
    from hospes.transfer.directory_list import Origin


def arguments(parser: "Parser") -> None:
    """FILE, SOURCE, what is in it and how it is written."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "list", metavar="SOURCE", help=text("the list: .csv, .xlsx, .ods, .vcf, .ics, .json or .hospes-visit")
    )
    kinds = [*KINDS, *NOT_YET, FIGURES]
    parser.add_argument("--kind", choices=kinds, default="members", help=text("what the list holds"))
    parser.add_argument("--visit", metavar="V", help=text("the visit the list belongs to"))
    parser.add_argument(
        "--source", choices=SOURCES, default="auto", help=text("the program the list comes from")
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=text("this column is that field; also skip=COLUMN and own:NAME=COLUMN"),
    )
    parser.add_argument("--encoding", metavar="NAME", help=text("how letters are written, such as cp1252"))
    parser.add_argument("--sheet", metavar="NAME", help=text("the sheet of the workbook"))
    parser.add_argument("--date-order", choices=ORDERS, help=text("order of day, month and year"))
    parser.add_argument(
        "--doubtful",
        choices=(Decision.SKIP.value, Decision.ADD.value, Decision.TAKE.value),
        help=text("what becomes of rows that are perhaps in the file already"),
    )
    parser.add_argument(
        "--same-address",
        action="store_true",
        help=text("people of one last name at one address are one household"),
    )
    parser.add_argument(
        "--missing",
        choices=("keep", "cancel"),
        default="keep",
        help=text("what becomes of guests who are no longer on the list"),
    )
    parser.add_argument(
        "--country", metavar="DE", default="", help=text("of links: the country of the first towns")
    )
    parser.add_argument("--published-by", metavar="TEXT", default="", help=text("of links: who says so"))
    parser.add_argument("--as-of", metavar="DAY", default="", help=text("of links: of which day the list is"))
    parser.add_argument("--dry-run", action="store_true", help=text("only tell what would happen"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Bring the list in, or with --dry-run only say what would happen."""
    if args.kind == FIGURES or args.list.endswith(SUFFIX):
        bring_in_figures(call, args)
        return
    draft = look(Path(args.list), ReadOptions(args.encoding, args.sheet), args.source, kind=args.kind)
    bare = not draft.table.heading_row and may_be_statement(draft.grid)
    if args.kind == "payments" and not args.map and (bare or is_statement(draft.grid)):
        from hospes.cli.import_statement import bring_in_statement

        bring_in_statement(call, args, draft.grid, draft.name)
        return
    if draft.is_rules:
        raise Wrong(N_("Rules of a funding scheme come in by `hospes funding FILE --bring-in SOURCE`."))
    if draft.is_calendar:
        from hospes.cli.import_calendar import bring_in_calendar

        bring_in_calendar(call, args, Path(args.list))
        return
    if draft.is_everything:
        _everything(call, args, draft)
        return
    if draft.is_partner_file:
        _partner_file(call, args, draft)
        return
    if args.kind in WITH_VISIT and not args.visit:
        raise Wrong(N_("Say which visit is meant."))
    from hospes.queries.resolve import visit
    from hospes.transfer.bringing_visit import CheckedForVisit

    draft = draft.with_map(_map(args.map))
    step: UUID | None = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        checked = check(
            draft,
            app.read,
            call.locale,
            app.today,
            kind=args.kind,
            date_order=args.date_order,
            same_address=args.same_address,
            visit=app.read(visit, args.visit, call.locale.language) if args.visit else None,
            origin=_origin(args) if args.kind == "partnerships" else None,
        )
        checked.skip_doubtful(Decision(args.doubtful or Decision.SKIP))
        if isinstance(checked, CheckedForVisit) and args.missing == "cancel":
            checked.cancel = {each.participation for each in checked.missing}
        if not args.dry_run:
            app.back_up()
            step = app.run(checked.action()).step_id
    if args.json:
        call.json(report(checked, call.locale, step))
    else:
        _tell(call, checked)


def _origin(args: "Namespace") -> "Origin":
    """Who published a list of links, and of which day it is."""
    from hospes.transfer.directory_list import Origin
    from hospes.transfer.vocabulary import country

    try:
        day = RoughDate.parse(args.as_of).last if args.as_of else None
    except ValueError:
        raise Wrong(N_("“{word}” is no day: write 2024-12-31 or 2024."), word=args.as_of) from None
    code = country(args.country) if args.country else ""
    if code is None:
        raise Wrong(N_("There is no country with the letters {letters}."), letters=args.country)
    return Origin(args.published_by, day, code)


def _everything(call: Call, args: "Namespace", draft: Draft) -> None:
    """A dump of a whole association comes in as it is."""
    read = len(draft.grid.cards)
    step = None
    if not args.dry_run:
        with call.writing(args.file) as app:
            app.back_up()
            step = app.run(draft.everything()).step_id
    if args.json:
        said: dict[str, object] = {"read": read, "new": read, "updated": 0, "known": 0, "doubtful": 0}
        said |= {"rejected": [], "encoding": draft.grid.head.encoding, "delimiter": None, "columns": {}}
        call.json({**said, "source": draft.source, "step": step.hex if step is not None else None})
    else:
        call.print(call.locale.ntext("{n} record brought in", "{n} records brought in", read))


def _map(words: list[str]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for word in words:
        # A field of the association's own may have a = in its name, a column hardly ever begins with one.
        field, equals, column = word.partition("=")
        if not (field.strip() and equals and column.strip()):
            raise Wrong(N_("“{word}” is not FIELD=COLUMN."), word=word)
        said.setdefault(field.strip(), []).append(column)
    return said


def report(checked: Checked, locale: "Locale", step: "UUID | None") -> dict[str, object]:
    """What happened, with the keys of the contract (product 4) and what explains them."""
    draft, plan, understood = checked.draft, checked.plan, checked.understood
    columns: dict[str, str] = {}
    for column in draft.columns:
        if column.field is not None:
            n = sum(1 for code in columns if code == column.field or code.startswith(f"{column.field}_")) + 1
            columns[column.field if n == 1 else f"{column.field}_{n}"] = column.heading
    added = sum(1 for row in plan.doubtful if row.decision is Decision.ADD)
    return {
        "read": understood.read,
        "new": plan.count(Fate.NEW) + added,
        "updated": plan.count(Fate.UPDATED),
        "known": plan.count(Fate.KNOWN),
        "doubtful": plan.count(Fate.DOUBTFUL) - added,
        "rejected": [
            {
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "code": each.code,
                "reason": locale.message(each.reason),
                "remedy": locale.message(each.remedy),
            }
            for each in understood.rejected
        ],
        "remarks": [
            {
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "code": each.code,
                "reason": locale.message(each.reason),
            }
            for each in understood.remarks
        ],
        "doubts": [
            {
                "row": row.who.row,
                "name": row.who.shown,
                "reason": locale.message(row.reason) if row.reason is not None else "",
                "match": row.match.hex if row.match is not None else None,
                "differences": [
                    {"field": each.field, "ours": each.ours, "theirs": each.theirs}
                    for each in row.differences
                ],
                "decision": row.decision.value,
            }
            for row in plan.doubtful
        ],
        "encoding": draft.grid.head.encoding,
        "delimiter": draft.grid.head.delimiter,
        "sheet": draft.grid.head.sheet,
        "source": draft.source,
        "columns": columns,
        "unknown": [column.heading for column in draft.unknown],
        "date_order": understood.order.order,
        "date_order_guessed": understood.order.ambiguous,
        "step": step.hex if step is not None else None,
        **_of_visit(checked),
        **_of_directory(checked),
    }


def _of_directory(checked: Checked) -> dict[str, object]:
    """What a list of links says beside the contract: which rows say a link again, and why."""
    if checked.draft.kind != "partnerships":
        return {}
    from hospes.transfer.directory_told import report

    return report(checked)


def _of_visit(checked: Checked) -> dict[str, object]:
    """What a list of guests or hosts says beside the contract: who comes newly, who changed, who is gone."""
    from hospes.transfer.bringing_visit import CheckedForVisit

    if not isinstance(checked, CheckedForVisit):
        return {}
    joining = {"takes_part", "offers"}
    return {
        "added": [
            {"row": row.who.row, "name": row.who.shown}
            for row in checked.plan.rows
            if row.fate is Fate.NEW or row.fills & joining
        ],
        "changed": [
            {
                "row": row.who.row,
                "name": row.who.shown,
                "fields": sorted({*row.fills, *(each.field for each in row.differences)}),
            }
            for row in checked.changed
        ],
        "removed": [
            {
                "id": each.participation.hex,
                "name": each.name,
                "cancelled": each.participation in checked.cancel,
            }
            for each in checked.missing
        ],
    }


def _tell_of_visit(call: Call, checked: Checked) -> None:
    from hospes.transfer.bringing_visit import UNFOUND, CheckedForVisit

    if not isinstance(checked, CheckedForVisit):
        return
    for remark in checked.understood.remarks:
        if remark.row and remark.code in UNFOUND:
            call.print(
                call.locale.text(
                    "Row {row}, {column} “{value}”: {reason}",
                    row=str(remark.row),
                    column=remark.column or "–",
                    value=" ".join(remark.value.split())[:60],
                    reason=call.locale.message(remark.reason),
                )
            )
    for row in checked.changed:
        for each in row.differences:
            call.print(
                call.locale.text(
                    "Row {row}, {name}, {field}: the file says “{ours}”, the list “{theirs}”",
                    row=str(row.who.row),
                    name=row.who.shown,
                    field=each.field,
                    ours=each.ours,
                    theirs=each.theirs,
                )
            )
    for gone in checked.missing:
        if gone.participation in checked.cancel:
            call.print(call.locale.text("{name} is no longer on the list and was cancelled.", name=gone.name))
        else:
            call.print(
                call.locale.text("{name} is no longer on the list and was left as it is.", name=gone.name)
            )


def _tell(call: Call, checked: Checked) -> None:
    locale, plan, understood = call.locale, checked.plan, checked.understood
    added = sum(1 for row in plan.doubtful if row.decision is Decision.ADD)
    counts = (
        locale.ntext("{n} row read", "{n} rows read", understood.read),
        locale.ntext("{n} new", "{n} new", plan.count(Fate.NEW) + added),
        locale.ntext("{n} completed", "{n} completed", plan.count(Fate.UPDATED)),
        locale.ntext("{n} known already", "{n} known already", plan.count(Fate.KNOWN)),
        locale.ntext("{n} doubtful", "{n} doubtful", plan.count(Fate.DOUBTFUL) - added),
        locale.ntext("{n} left out", "{n} left out", len(understood.rejected)),
    )
    call.print(", ".join([*counts[:2], *(text for text in counts[2:] if not text.startswith("0 "))]))
    for note in checked.notes:
        call.print(locale.message(note))
    if checked.draft.unknown:
        call.say(
            "Columns nobody has a place for: {columns}",
            columns=", ".join(column.heading for column in checked.draft.unknown),
        )
    for each in understood.rejected:
        call.print(
            locale.text(
                "Row {row}, {column} “{value}”: {reason} {remedy}",
                row=str(each.row),
                column=each.column or "–",
                value=" ".join(each.value.split())[:60],
                reason=locale.message(each.reason),
                remedy=locale.message(each.remedy),
            )
        )
    for row in plan.doubtful:
        if row.decision is Decision.SKIP and row.reason is not None:
            call.print(
                locale.text(
                    "Row {row}, {name}: {reason}",
                    row=str(row.who.row),
                    name=row.who.shown,
                    reason=locale.message(row.reason),
                )
            )
    _tell_of_visit(call, checked)
    if checked.draft.kind == "partnerships":
        from hospes.transfer.directory_told import notes

        for line in notes(checked, locale):
            call.print(line)


def _partner_file(call: Call, args: "Namespace", draft: Draft) -> None:
    """The visit file of the partner association: every difference, then one step."""
    from hospes.queries.resolve import visit
    from hospes.transfer.partner_check import check_partner_file
    from hospes.transfer.partner_report import lines, report

    if not args.visit:
        raise Wrong(N_("Say which visit is meant."))
    step: UUID | None = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        about = app.read(visit, args.visit, call.locale.language)
        checked = check_partner_file(draft, app.read, call.locale, app.today, about)
        checked.decide(Decision(args.doubtful) if args.doubtful else None, cancel=args.missing == "cancel")
        if not args.dry_run:
            app.back_up()
            step = app.run(checked.action()).step_id
    if args.json:
        call.json(report(checked, call.locale, step))
    else:
        for line in lines(checked, call.locale):
            call.print(line)
