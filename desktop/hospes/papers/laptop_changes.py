# SPDX-License-Identifier: GPL-3.0-or-later
"""What the other laptop did, on paper: to talk it over before it comes in (design 5.14).

It is about a file that is not in ours yet, so it stands in no list of papers. What is told of health or of
who does not want whom is not on it.
"""

from datetime import date
from typing import TYPE_CHECKING

from hospes.papers.kit.kit import Kit
from hospes.papers.kit.listing import Column, Listing, Section
from hospes.papers.kit.tongues import Tongues
from hospes.queries.paper_facts import paper_facts

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.letterhead import Sender
    from hospes.queries import Connection
    from hospes.queries.laptops import Choice, Described


def sender_of(connection: "Connection") -> "Sender":
    """Whose paper it is."""
    from hospes.papers.kit.letterhead import Sender

    facts = paper_facts(connection, "laptop-changes")
    own = facts.association
    return Sender(own.name, "", own.town, facts.logo)


def changes_document(
    told: "Described", title: str, sender: "Sender", locale: "Locale", today: date
) -> "Document":
    """What has to be decided side by side, then what fits, a line each."""
    kit = Kit(tongues=Tongues(locale), sender=sender, today=today)
    tongues = kit.tongues
    flow = kit.flow(tongues.text("Changes of the other laptop"), lead=title)
    if told.cards:
        flow.section(tongues.text("To decide"))
        columns = [
            Column(tongues.text("What"), strong=True),
            Column(tongues.text("Yours")),
            Column(tongues.text("Theirs")),
        ]
        rows = [[card.title, _side(card.mine, locale), _side(card.theirs, locale)] for card in told.cards]
        flow.list(Listing(columns, [Section(rows)]))
    if told.lines:
        flow.section(tongues.text("Fits without questions"))
        for line in told.lines:
            flow.para(line, kit.type.body, gap=1)
    return kit.finish()


def _side(choice: "Choice", locale: "Locale") -> str:
    text = locale.text("taken out") if choice.deleted else choice.text or locale.text("still there")
    if choice.when is None or not choice.who:
        return text
    day = choice.when.astimezone().date()
    return locale.text("{value} ({who}, {day})", value=text, who=choice.who, day=day)
