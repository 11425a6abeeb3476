# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers say of projects: period, partners, money, and what they do here and beyond (S37)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from hospes.i18n.locale import Locale
from hospes.papers.kit.blocks import Block, Facts, Heading
from hospes.papers.kit.tongues import DOT, Pair, Tongues
from hospes.papers.twinning_paper import written

if TYPE_CHECKING:
    from hospes.queries.projects import FunderRow, PartnerRow, ProjectPage, ProjectRow


def period(row: "ProjectRow", locale: Locale) -> str:
    """`January 2023 to June 2024`."""
    if row.first is not None and row.last is not None:
        return locale.text("{since} to {until}", since=locale.rough(row.first), until=locale.rough(row.last))
    if row.first is not None:
        return locale.text("since {since}", since=locale.rough(row.first))
    return locale.text("until {day}", day=locale.rough(row.last)) if row.last is not None else ""


def partner(one: "PartnerRow", locale: Locale) -> str:
    """A partner and what it is in the project; what most are is not said."""
    from hospes.domain.projects import PartnerRole

    if one.role is PartnerRole.PARTNER:
        return one.name
    return locale.text("{name} ({role})", name=one.name, role=locale.label(one.role))


def funder(one: "FunderRow", locale: Locale) -> str:
    """Who gives money, and how much where that is known."""
    if one.amount is None:
        return one.name
    return locale.text("{name}: {amount}", name=one.name, amount=locale.money(one.amount))


def money(row: "ProjectRow", locale: Locale) -> str:
    """What all give together, where several do."""
    many = sum(one.amount is not None for one in row.funders) > 1
    return ", ".join(locale.money(one) for one in row.sums) if many else ""


def title(page: "ProjectPage", tongues: Tongues) -> Pair:
    """What a project is called."""
    return tongues.each(lambda locale: page.row.title(locale.language))


def effects(page: "ProjectPage", tongues: Tongues) -> list[Block]:
    """Both effects under their headings, where they are written down."""
    blocks: list[Block] = []
    for name, words in (("local_effect", "What it does here"), ("wider_effect", "What it does beyond")):
        texts = page.texts(name)
        if any(texts.values()):
            blocks += [Heading(tongues.text(words)), written(texts, tongues)]
    return blocks


def in_brief(pages: Sequence["ProjectPage"], tongues: Tongues) -> list[Block]:
    """Projects in a report about something else: each with its period, partners, money, results, effects."""
    blocks: list[Block] = []
    for page in pages:
        row = page.row
        facts = [
            (tongues.text("When"), tongues.each(partial(period, row)).joined(" / ")),
            (tongues.text("Partners"), ", ".join(partner(one, tongues.first) for one in row.partners)),
            (tongues.text("Money from"), ", ".join(funder(one, tongues.first) for one in row.funders)),
        ]
        for name, words in (
            ("results", "What was done"),
            ("local_effect", "What it does here"),
            ("wider_effect", "What it does beyond"),
        ):
            texts = written(page.texts(name), tongues).texts
            facts.append((tongues.text(words), DOT.join(text for text in texts if text)))
        heading = title(page, tongues)
        blocks += [Heading(tongues.each(partial(_project, heading, tongues))), Facts(facts)]
    return blocks


def _project(heading: Pair, tongues: Tongues, locale: Locale) -> str:
    name = heading.first if locale is tongues.first or not heading.second else heading.second
    return locale.text("Project: {name}", name=name)
