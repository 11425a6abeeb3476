# SPDX-License-Identifier: GPL-3.0-or-later
"""The German receipts by the binding forms: one gift of money, a thing, or all gifts of a year with an annex.

Wording and order are those of the form; only passages that concern the association stand on the sheet.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from hospes.domain.donations_codes import GiftOrigin, ReceiptForm
from hospes.domain.donations_copy import Copy, german_day
from hospes.domain.donations_texts import fill
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.papers.donation_sheet import OnePage
from hospes.papers.kit.ink import HAIR, HAIRLINE, MM

if TYPE_CHECKING:
    from hospes.papers.kit.book import Book
    from hospes.papers.kit.page import Page

GERMAN = Locale.of("de")


def euros(minor: int) -> str:
    """35,00 €."""
    return GERMAN.money(Money(minor, "EUR"))


def day_of(stored: object) -> str:
    """A stored day as the form writes it."""
    return german_day(date.fromisoformat(str(stored)))


def lay_front(copy: Copy, sheet: OnePage) -> None:
    """The page of the form."""
    words: Mapping[str, str] = copy["texts"]
    form = ReceiptForm(str(copy["form"]))
    sheet.boxed(words["issuer"], [str(line) for line in copy["issuer"]], strong=False)
    sheet.para(words["title"], sheet.title, gap=1 * MM)
    sheet.para(words["section"], gap=1 * MM)
    sheet.para(f"Nr. {copy['number']}", sheet.small)
    sheet.boxed(words["donor"], [str(line) for line in copy["donor"]], least=22 * MM)
    if form is ReceiptForm.DE_COLLECTIVE:
        period = fill(words["period"], {"first": day_of(copy["first"]), "last": day_of(copy["last"])})
    else:
        period = day_of(copy["first"])
    sheet.cells(
        (
            (words["amount"], [euros(int(copy["minor"]))], 0.28),
            (words["words"], [f"– {copy['words']} –"], 0.44),
            (words["day"], [period], 0.28),
        )
    )
    if form is ReceiptForm.DE_MONEY:
        _waived(copy, words, sheet)
    elif form is ReceiptForm.DE_KIND:
        _thing(copy, words, sheet)
    sheet.tick(str(copy["notice"]), on=True)
    sheet.gap(1 * MM)
    sheet.para(str(copy["use"]))
    if copy["no_dues"]:
        sheet.para(words["no_dues_heading"], sheet.strong, gap=0.8 * MM)
        sheet.tick(words["no_dues"], on=True)
    if form is ReceiptForm.DE_COLLECTIVE:
        sheet.para(words["only_one"])
        sheet.para(words["see_annex"])
    _sign(copy, words, sheet)


def _waived(copy: Copy, words: Mapping[str, str], sheet: OnePage) -> None:
    waived = any(one["waived"] for one in copy["items"])
    sheet.para(words["waived"], gap=0.5 * MM)
    sheet.ticks(((words["yes"], waived), (words["no"], not waived)), gap=2.5 * MM)


def _thing(copy: Copy, words: Mapping[str, str], sheet: OnePage) -> None:
    sheet.boxed(words["thing"], [str(copy["thing"])])
    origin = str(copy["origin"])
    for name in (GiftOrigin.BUSINESS, GiftOrigin.PRIVATE, GiftOrigin.UNTOLD):
        sheet.tick(words[name.value], on=origin == name.value)
    sheet.tick(words["proof"], on=bool(copy["proof"]), gap=2.5 * MM)


def _sign(copy: Copy, words: Mapping[str, str], sheet: OnePage) -> None:
    place = f"{copy['place']}, " if copy["place"] else ""
    above = f"{place}{day_of(copy['day'])}"
    if copy["machine"] and copy["signed_by"]:
        above = f"{above}, {copy['signed_by']}"
    sheet.signature(above, words["signature"], room=9 * MM if copy["machine"] else 16 * MM)
    if copy["machine"]:
        sheet.para(str(copy["machine"]), sheet.small)
    sheet.para(words["note_heading"], sheet.small, gap=0.3 * MM)
    sheet.para(words["liability"], sheet.small, gap=1 * MM)
    sheet.para(words["recognition"], sheet.small, gap=0)


COLUMNS = (0.0, 0.2, 0.5, 0.82)
ROWS_FIRST, ROWS_LATER = 34, 40


def draw_annex(copy: Copy, book: "Book", page: "Page") -> None:
    """The annex of a collective receipt: each gift with day, kind, waiver, amount; the same sum."""
    words: Mapping[str, str] = copy["texts"]
    rows: list[Mapping[str, Any]] = list(copy["items"])
    parts, rest = [rows[:ROWS_FIRST]], rows[ROWS_FIRST:]
    while rest:
        parts.append(rest[:ROWS_LATER])
        rest = rest[ROWS_LATER:]
    for number, part in enumerate(parts, 1):
        book.turn(page)
        sheet = OnePage(page, 1.0, book.pen)
        sheet.para(fill(words["annex"], {"day": day_of(copy["day"])}), sheet.title, gap=1 * MM)
        about = f"Nr. {copy['number']}" + (f" ({number}/{len(parts)})" if len(parts) > 1 else "")
        sheet.para(about, sheet.small)
        if number == 1:
            sheet.cells(
                (
                    (words["issuer"], [str(line) for line in copy["issuer"]][:3], 0.5),
                    (words["donor"], [str(line) for line in copy["donor"]][:4], 0.5),
                ),
                strong=False,
            )
        heads = [words[f"annex_{name}"] for name in ("day", "kind", "waived", "amount")]
        _row(sheet, heads, head=True)
        for one in part:
            kind = words["kind_dues"] if one["dues"] else words["kind_money"]
            waived = words["annex_yes"] if one["waived"] else words["annex_no"]
            _row(sheet, [day_of(one["on"]), kind, waived, euros(int(one["minor"]))])
    _row(sheet, [words["annex_total"], "", "", euros(int(copy["minor"]))], head=True)


def _row(sheet: OnePage, cells: list[str], *, head: bool = False) -> None:
    from hospes.papers.kit.wrap import wrap

    pen = sheet.pen
    assert pen is not None
    kind = sheet.strong if head else sheet.plain
    laid = []
    for at, text in enumerate(cells[:-1]):
        wide = (COLUMNS[at + 1] - COLUMNS[at]) * sheet.width - 3 * MM
        laid.append(wrap(text, kind, wide))
    high = max(len(lines) for lines in laid) * kind.leading + 1.6 * MM
    for at, lines in enumerate(laid):
        for number, text in enumerate(lines):
            x = sheet.page.left + COLUMNS[at] * sheet.width
            pen.text(x, sheet.y + kind.size + number * kind.leading, text, kind)
    pen.text_right(sheet.page.right_edge, sheet.y + kind.size, cells[-1], kind)
    sheet.y += high
    pen.rule(sheet.page.left, sheet.y - 0.8 * MM, sheet.width, HAIRLINE, HAIR)
