# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a funding scheme as a file: written for another association, and brought in from one."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.domain.funding import Scheme


def give_rules(call: Call, app: "App", scheme: "Scheme", args: "Namespace") -> None:
    """Write the rules as they count here."""
    from hospes.transfer.funding_rules import SUFFIX, write_rules

    target = Path(args.give)
    if target.suffix.lower() != SUFFIX:
        raise Wrong(N_("Rules are written into a {ending} file."), ending=SUFFIX)
    write_rules(target, scheme, app.today)
    if args.json:
        call.json({"target": str(target), "name": scheme.name(call.locale.language)})
    else:
        call.say("The rules are in {file}. Another association can bring them in.", file=target.name)


def bring_in_rules(call: Call, args: "Namespace") -> None:
    """Tell what a file of rules says otherwise; with `--apply` bring it in as one step."""
    from hospes.actions.funding_rules import BringInRules
    from hospes.domain.funding_compare import differences
    from hospes.domain.funding_write import written
    from hospes.queries.funding import same_named
    from hospes.transfer.funding_rules_in import look_at

    scheme = look_at(Path(args.bring_in))
    name = scheme.name(call.locale.language)
    step = None
    with call.writing(args.file) if args.apply else call.reading(args.file) as app:
        known = app.read(same_named, scheme)
        found = differences(call.locale, known.scheme if known is not None else None, scheme)
        if args.apply and found:
            own = known.own_id if known is not None else None
            step = app.run(BringInRules(written(scheme), own)).step_id
    if args.json:
        call.json(
            {
                "name": name,
                "new": known is None,
                "differences": [
                    {"of": one.of, "what": one.what, "before": one.before, "after": one.after}
                    for one in found
                ],
                "step": step.hex if step is not None else None,
            }
        )
        return
    for one in found:
        what = f"{one.of}: {one.what}" if one.of and one.of != one.what else one.what
        call.print(f"{what}: {one.before or '–'} → {one.after or '–'}")
    if step is not None:
        call.say("The rules of {name} came in.", name=name)
    elif not found:
        call.say("Nothing is different.")
    else:
        call.say("Nothing was changed. With --apply the rules come in.")
