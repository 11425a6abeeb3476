# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes handover FILE TARGET.zip`: everything a new committee needs as one package, read again."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong, known_language
from hospes.domain.handover import Part
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, TARGET, what is left out, whether a password protects it."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("target", metavar="TARGET", help=text("the package to write: .zip"))
    parser.add_argument(
        "--without",
        action="append",
        choices=[part.value for part in Part],
        default=[],
        help=text("leave this part out"),
    )
    parser.add_argument(
        "--password",
        action="store_true",
        help=text("ask for a password: only the copy of the file goes in, protected by it"),
    )
    parser.add_argument("--language", metavar="CODE", default="", help=text("language of the papers"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Make the package and say what is in it."""
    from functools import partial

    from hospes.cli import passwords
    from hospes.papers.handover_package import Wish, make_package
    from hospes.store import backup_places, files
    from hospes.transfer.writers.whole import whole_file

    target = Path(args.target)
    if target.suffix.lower() != ".zip":
        raise Wrong(N_("The package is a .zip file."))
    known_language(args.language)
    parts = frozenset(part for part in Part if part.value not in args.without)
    if not parts:
        raise Wrong(N_("Leave at least one part in."))
    if args.password and Part.FILE not in parts:
        raise Wrong(N_("A password protects the copy of the file; leave that in."))
    secret = passwords.new_password(call.locale) if args.password else ""
    with call.reading(args.file) as app, whole_file(target) as part:
        was_protected = passwords.were_used()
        packed = make_package(
            part,
            app.read,
            partial(files.save_copy, app.file),
            Wish(parts, secret, args.language),
            today=app.today,
            now=backup_places.moment()[0],
            stem=Path(args.file).stem,
        )
    if args.json:
        call.json(
            {
                "target": str(target),
                "files": [{"name": one.name, "size": one.size} for one in packed.files],
                "rows": packed.rows,
                "protected": packed.protected,
                "missing": list(packed.missing),
            }
        )
        return
    call.print(
        call.locale.ntext(
            "{file}: {n} file, read again",
            "{file}: {n} files, read again",
            len(packed.files),
            file=target.name,
        )
    )
    for one in packed.files:
        call.print(f"  {one.name}")
    if was_protected and not packed.protected:
        call.complain(call.locale.text("The papers in the package are not protected by the password."))
