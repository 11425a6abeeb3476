# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes signature FILE [--of PERSON] [PICTURE] [--remove]`: pictures of signatures, and the logo."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, whose, the picture, --remove."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("picture", nargs="?", metavar="PICTURE", help=text("a photo or scan on white paper"))
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument(
        "--of", metavar="PERSON", help=text("whose signature it is: a name, no:NUMBER or an id")
    )
    whose.add_argument("--logo", action="store_true", help=text("the association’s logo, not a signature"))
    parser.add_argument("--remove", action="store_true", help=text("take the picture out again"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Keep a picture or take it out; without either list whose are kept."""
    chosen = bool(args.of) or args.logo
    if chosen != (bool(args.picture) or args.remove) or (args.picture and args.remove):
        raise Wrong(N_("Say whose picture it is, and give a picture or --remove."))
    if chosen:
        _change(call, args)
        return
    from hospes.queries.signatures import who_may_sign

    with call.reading(args.file) as app:
        kept = app.read(who_may_sign, app.today)
    if args.json:
        call.json([
            {"id": one.person_id, "name": one.name, "kept": one.picture is not None} for one in kept
        ])  # fmt: skip
        return
    for one in kept:
        words = call.locale.text("kept") if one.picture is not None else "–"
        call.print(f"{one.name}\t{words}")
    if not kept:
        call.say("Nobody holds an office of the association.")


def _change(call: Call, args: "Namespace") -> None:
    from hospes.actions.signatures import PaperPicture, RemoveSignaturePicture, SetLogo, SetSignaturePicture
    from hospes.queries import resolve
    from hospes.transfer.signature import read_logo, read_signature

    picture = None
    if args.picture:
        taken = (read_logo if args.logo else read_signature)(Path(args.picture))
        picture = PaperPicture(taken.media_type, taken.data)
    with call.writing(args.file) as app:
        if args.logo:
            app.run(SetLogo(picture))
            if picture is not None:
                call.say("The logo stands on your papers.")
            else:
                call.say("Your papers have no logo now.")
            return
        person = app.read(resolve.person, args.of, call.locale.language)
        if picture is not None:
            app.run(SetSignaturePicture(person, picture))
            call.say("The signature of {name} is kept.", name=_name(app, person))
        else:
            app.run(RemoveSignaturePicture(person))
            call.say("The signature of {name} is removed.", name=_name(app, person))


def _name(app: "App", person: object) -> str:
    from hospes.queries.signatures import who_may_sign

    return next((one.name for one in app.read(who_may_sign, app.today) if one.person_id == person), "")
