# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of school and club links, on the small world."""

from sqlalchemy import select

from hospes.actions.links import (
    AddLink,
    AddLinkContact,
    DropLinkContact,
    DropLinkExchange,
    LinkSide,
    SetLinkExchange,
)
from hospes.domain.codes_twinning import ExchangeWay, LinkKind
from hospes.store.tables.partnerships import Partnership


def bond_of(app, w):
    return app.read(lambda connection: connection.execute(select(Partnership.id)).scalar())


def _contact(app, w):
    return app.run(AddLinkContact(bond_of(app, w), w.dieter, is_ours=False)).result


def _exchange(app, w):
    return app.run(SetLinkExchange(bond_of(app, w), 2024, ExchangeWay.TO_US, 21)).result


SAMPLES = {
    "link-add": lambda app, w: AddLink(
        bond_of(app, w),
        LinkKind.CHOIR,
        (LinkSide(name="Zwackelchor"),),
        (LinkSide(name="Chœur de Zwackelmont"),),
    ),
    "link-contact-add": lambda app, w: AddLinkContact(bond_of(app, w), w.dieter),
    "link-contact-drop": lambda app, w: DropLinkContact(_contact(app, w)),
    "link-exchange-set": lambda app, w: SetLinkExchange(
        bond_of(app, w), 2025, ExchangeWay.TO_THEM, 18, apprentices=3
    ),
    "link-exchange-drop": lambda app, w: DropLinkExchange(_exchange(app, w)),
}
