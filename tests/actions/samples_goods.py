# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of goods of an aid transport."""

from datetime import date

from hospes.actions.bring_in_books import BookLine, BringInBook
from hospes.actions.goods import DropGoods, KeepGoods, ReceiveGoods

DESKS = {"what": "School desks", "number": 40, "grams": 480_000, "value_minor": 80_000, "giver": "The school"}


def _kept(app, w):
    return app.run(KeepGoods(w.visit, DESKS)).result


SAMPLES = {
    "goods-keep": lambda app, w: KeepGoods(w.visit, DESKS),
    "goods-receive": lambda app, w: ReceiveGoods((_kept(app, w),), date(2026, 5, 14), "Anna Kowalczyk"),
    "goods-drop": lambda app, w: DropGoods((_kept(app, w),)),
    "bring-in-book": lambda app, w: BringInBook("goods", (BookLine(2, DESKS),), w.visit),
}
