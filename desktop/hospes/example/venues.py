# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses of Rosenau where the example meets, and what somebody finds there. Invented."""

from hospes.example.rows import Rows
from hospes.example.tables import lines
from hospes.store.tables.venues import Venue
from hospes.store.tables.visits import ProgrammeItem, ProgrammeItemText

VENUES = """
Bürgerhaus | Marktplatz 3, Rosenau | yes | yes | yes | yes | yes | Bürgerhaus
Rathaus | Marktplatz 1, Rosenau | yes | yes | yes | | yes | Rathaus
Gasthof Linde | Lindenstraße 8, Rosenau | yes | no | no | no | | Gasthof Linde
Heimatmuseum | Burgweg 1, Rosenau | no | no | yes | no | no | Heimatmuseum
"""
"""name | address | step-free | lift | toilet | loop | parking | how a programme's place begins."""

SAYS = {"yes": True, "no": False, "": None}


def write(rows: Rows) -> None:
    """The houses, and the programme items whose place begins with their names."""
    begins: dict[str, object] = {}
    for name, address, *has, head in lines(VENUES):
        free, lift, toilet, loop, parking = (SAYS[one] for one in has)
        begins[head] = rows.add(
            Venue, name=name, address=address, step_free=free, lift=lift, accessible_wc=toilet,
            induction_loop=loop, parking=parking,
        )  # fmt: skip
    found = {}
    for text in rows.all(ProgrammeItemText):
        for head, venue in begins.items():
            if str(text["place"]).startswith(head):
                found[text["programme_item_id"]] = venue
    for item in rows.all(ProgrammeItem):
        item["venue_id"] = found.get(item["id"])
