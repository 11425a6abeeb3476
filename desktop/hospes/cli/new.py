# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes new FILE`: a file for a new association."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, the association's name, its town and country, its partner towns."""
    text = parser.locale.text
    parser.file(text("the file to make; there must be none of this name"))
    parser.add_argument("--name", required=True, metavar="NAME", help=text("name of the association"))
    parser.add_argument("--town", required=True, metavar="TOWN", help=text("our town"))
    parser.add_argument("--country", required=True, metavar="DE", help=text("its country, as two letters"))
    parser.add_argument("--language", default="", metavar="de", help=text("the association's language"))
    parser.add_argument(
        "--partner",
        action="append",
        default=[],
        metavar="TOWN:FR",
        help=text("a partner town and its country; may be given several times"),
    )


def run(call: Call, args: "Namespace") -> None:
    """Make the file."""
    partners = tuple(_partner(word) for word in args.partner)
    from hospes.actions.association import FoundAssociation
    from hospes.app import App

    founding = FoundAssociation(
        name=args.name,
        town=args.town,
        country=args.country,
        language=args.language or call.locale.language,
        partners=partners,
        founder=call.user_name(),
        themes=True,
    )
    App.create(Path(args.file), founding, call.who(), today=call.today).close()
    call.say("{name}: the file {file} is ready.", file=Path(args.file).name, name=args.name)


def _partner(word: str) -> tuple[str, str]:
    town, colon, country = word.rpartition(":")
    if not colon or not town.strip() or not country.strip():
        raise Wrong(
            N_("“{word}” does not name a partner town. Write it with its country, as Montclair:FR."),
            word=word,
        )
    return town.strip(), country.strip()
