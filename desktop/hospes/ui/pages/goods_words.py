# SPDX-License-Identifier: GPL-3.0-or-later
"""What goods come to, in words, and their card on the page of a project (S12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.goods import GoodsSum, kilograms
from hospes.queries.goods import goods_of_project
from hospes.ui.widgets.boxes import Box
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk


def sum_words(locale: Locale, total: GoodsSum) -> list[str]:
    """`12 kinds of goods · 840 kg · €3,200 · 9 boxes or pallets`, and what is lacking for the sum."""
    parts = [locale.ntext("{n} kind of goods", "{n} kinds of goods", total.kinds)]
    if total.grams:
        parts.append(locale.text("{n} kg", n=kilograms(total.grams)))
    parts += [locale.money(one) for one in total.values]
    if total.packages:
        parts.append(locale.ntext("{n} box or pallet", "{n} boxes or pallets", total.packages))
    lines = [" · ".join(parts)]
    if total.unweighed:
        lines.append(
            locale.ntext("{n} kind has no weight yet.", "{n} kinds have no weight yet.", total.unweighed)
        )
    if total.unvalued:
        lines.append(
            locale.ntext("{n} kind has no value yet.", "{n} kinds have no value yet.", total.unvalued)
        )
    return lines


def goods_card(desk: Desk, project: UUID) -> Box | None:
    """What the visits of a project brought, leading to the list; None if they brought nothing."""
    total = desk.read(goods_of_project, project)
    if not total.kinds:
        return None
    theme = desk.theme
    head = Label(theme, desk.text("Goods brought"), "section")
    card = Box(theme, "card", head, gap=8, name="project.goods")
    card.box.addWidget(Label(theme, sum_words(desk.locale, total)[0], wrap=True))
    card.box.addWidget(
        link_button(theme, desk.text("Show the goods"), lambda: desk.go("goods"), name="project.goods.show")
    )
    return card
