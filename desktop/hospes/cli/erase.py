# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes erase FILE PERSON --yes`: erase one person for good, in the file and in every backup in reach."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser
    from hospes.domain.erasure_words import ErasurePreview


def arguments(parser: "Parser") -> None:
    """FILE, PERSON, whether it is meant."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("person", metavar="PERSON", help=text("who; a name, a number or an id"))
    parser.add_argument("--yes", action="store_true", help=text("do it; without this it is only told"))
    parser.add_argument(
        "--texts", action="store_true", help=text("also take the name out of the texts that are listed")
    )
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Tell what it means; with --yes do it."""
    from hospes.domain.erasure_words import NOT_UNDONE, backups
    from hospes.queries.erasure import erasure_preview
    from hospes.queries.resolve import person
    from hospes.store.erasing import Listed

    locale = call.locale
    opened = call.writing if args.yes else call.reading
    with opened(args.file) as app:
        who = app.read(person, args.person, locale.language)
        found = app.read(erasure_preview, who, app.today, locale.language)
        if not args.json:
            _tell(call, found)
        if not args.yes:
            if args.json:
                call.json(_data(found, erased=False))
                return
            call.print(locale.text(NOT_UNDONE))
            raise UserError("Nothing was erased. Say --yes if that is meant.", code="erase-yes")
        cleaned = app.erase([Listed(who.hex, texts=args.texts)])
    if args.json:
        call.json({
            **_data(found, erased=True),
            "backups": cleaned.rewritten,
            "backups_failed": [str(path) for path in cleaned.failed],
            "places_missing": [str(path) for path in cleaned.missing],
        })  # fmt: skip
        return
    call.print(locale.text("Erased for good."))
    for line in backups(cleaned.rewritten, len(cleaned.failed), len(cleaned.missing), locale):
        call.print(line)


def _tell(call: Call, found: "ErasurePreview") -> None:
    from hospes.domain.erasure_words import lost, question, stays

    locale = call.locale
    for line in (question(found, locale), *lost(found, locale)):
        call.print(line)
    for row in found.stays:
        call.print(stays(row, locale))
    for named in found.texts:
        where = locale.text(named.label)
        call.print(locale.text("{where} names the person: {text}", where=where, text=named.text))
    for named in found.surname_alone:
        where = locale.text(named.label)
        call.print(locale.text("{where} holds the surname alone: {text}", where=where, text=named.text))


def _data(found: "ErasurePreview", *, erased: bool) -> dict[str, object]:
    return {
        "person": found.person_id,
        "erased": erased,
        "visits": found.visits,
        "records": found.rows,
        "kept": [
            {"kind": row.kind.value, "n": row.n, "until": row.until, "with_name": row.with_name}
            for row in found.stays
        ],
        "texts": len(found.texts),
        "surname_alone": len(found.surname_alone),
    }
