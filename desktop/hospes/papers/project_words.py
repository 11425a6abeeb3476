# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers say of projects: period, partners, money, and what they do here and beyond (S37)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from hospes.domain.goods import kilograms
from hospes.i18n.locale import Locale
from hospes.papers.kit.blocks import Block, Facts, Heading
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.twinning_paper import written

if TYPE_CHECKING:
    from hospes.domain.goods import GoodsSum
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
    """Who gives money, how much where that is known, and how far it is."""
    state = locale.label(one.state)
    if one.amount is None:
        return locale.text("{name} ({role})", name=one.name, role=state)
    words = locale.text("{name}: {amount}", name=one.name, amount=locale.money(one.amount))
    return locale.text("{name} ({role})", name=words, role=state)


def money(row: "ProjectRow", locale: Locale) -> str:
    """What all give together, where several do."""
    many = sum(one.amount is not None for one in row.funders) > 1
    return ", ".join(locale.money(one) for one in row.sums) if many else ""


def goods_brought(goods: "GoodsSum", locale: Locale) -> str:
    """What its visits brought: `12 kinds of goods, 840 kg, €3,200`."""
    parts = [locale.ntext("{n} kind of goods", "{n} kinds of goods", goods.kinds)]
    if goods.grams:
        parts.append(locale.text("{n} kg", n=kilograms(goods.grams)))
    return ", ".join((*parts, *(locale.money(one) for one in goods.values)))


def effects(page: "ProjectPage", tongues: Tongues) -> list[Block]:
    """Both effects under their headings, where they are written down."""
    blocks: list[Block] = []
    for name, words in (("local_effect", "What it does here"), ("wider_effect", "What it does beyond")):
        texts = page.texts(name)
        if any(texts.values()):
            blocks += [Heading(tongues.text(words)), written(texts, tongues)]
    return blocks


def in_brief(pages: Sequence["ProjectPage"], tongues: Tongues) -> list[Block]:
    """Projects in a report about something else: each with period, partners, money, results, both effects."""
    blocks: list[Block] = []
    for page in pages:
        row = page.row
        facts = [
            (tongues.text("When"), tongues.each(partial(period, row)).joined(" / ")),
            (tongues.text("Partners"), ", ".join(partner(one, tongues.first) for one in row.partners)),
            (tongues.text("Money from"), ", ".join(funder(one, tongues.first) for one in row.funders)),
            (tongues.text("What was done"), _said(page, "results", tongues)),
        ]
        blocks += [Heading(heading(page, tongues)), Facts([*facts, *_effects(page, tongues)])]
    return blocks


def effects_of(pages: Sequence["ProjectPage"], tongues: Tongues) -> list[tuple[Pair, Facts]]:
    """Heading and both effects of each project that a visit belongs to, where they are written down."""
    found = [(heading(page, tongues), _effects(page, tongues)) for page in pages]
    return [(words, Facts(facts)) for words, facts in found if any(text for _, text in facts)]


def heading(page: "ProjectPage", tongues: Tongues) -> Pair:
    """`Project: Workshop of the towns`."""
    return tongues.each(lambda locale: locale.text("Project: {name}", name=page.row.title(locale.language)))


def _effects(page: "ProjectPage", tongues: Tongues) -> list[tuple[Pair, str]]:
    return [
        (tongues.text("What it does here"), _said(page, "local_effect", tongues)),
        (tongues.text("What it does beyond"), _said(page, "wider_effect", tongues)),
    ]


def _said(page: "ProjectPage", name: str, tongues: Tongues) -> str:
    return " / ".join(text for text in written(page.texts(name), tongues).texts if text)
