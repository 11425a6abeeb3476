# SPDX-License-Identifier: GPL-3.0-or-later
"""The French receipt with all the mentions of the official form: one gift, or all of a year (domain 4.2)."""

from collections.abc import Mapping
from datetime import date

from hospes.domain.donations_copy import Copy, french_day
from hospes.domain.donations_texts import fill
from hospes.i18n.locale import Locale
from hospes.papers.donation_sheet import OnePage
from hospes.papers.kit.ink import MM

FRENCH = Locale.of("fr")
PRIVATE, COMPANY = ("200", "978"), "238"
"""Articles a private donor's form offers, and that of companies, which have a form of their own."""
LISTED = 24
"""More gifts than these stand in one line with others."""


def starred(minor: int) -> str:
    """The amount between asterisks, so that nothing can be written before or behind it."""
    whole, cents = divmod(minor, 100)
    return f"***{FRENCH.number(whole)},{cents:02d} €***"


def day_of(stored: object) -> str:
    """A stored day as the form writes it."""
    return french_day(date.fromisoformat(str(stored)))


def lay_front(copy: Copy, sheet: OnePage) -> None:
    """The page of the form."""
    words: Mapping[str, str] = copy["texts"]
    company = copy["article"] == COMPANY
    title = words.get("title_company", words["title"]) if company else words["title"]
    sheet.para(title, sheet.title)
    if "articles" in words:
        sheet.para(words["articles"], sheet.small)
    sheet.cells(((words["number"], [str(copy["number"])], 0.4),))
    about = [str(line) for line in copy["issuer"]]
    if copy["register"]:
        about.append(f"{words['register']} : {copy['register']}")
    about.append(f"{words['object']} : {copy['object']}")
    sheet.boxed(words["beneficiary"], about, strong=False)
    sheet.tick(words["kind_of_body"], on=True, gap=2.5 * MM)
    sheet.boxed(words["donor"], [str(line) for line in copy["donor"]], least=20 * MM)
    sheet.para(words["received"], gap=1 * MM)
    sheet.cells(
        (
            ("", [starred(int(copy["minor"]))], 0.34),
            (words["words"], [str(copy["words"])], 0.66),
        )
    )
    _days(copy, words, sheet)
    sheet.para(words["certifies"], gap=0.8 * MM)
    offered = PRIVATE if "title_company" in words else (*PRIVATE, COMPANY)
    articles = [
        (words[f"article_{one}"], copy["article"] == one) for one in ((COMPANY,) if company else offered)
    ]
    sheet.ticks(articles, gap=2 * MM)
    _choices(sheet, words, "form", ("deed", "private", "manual", "other"), str(copy["gift_form"]))
    _choices(
        sheet, words, "nature", ("money", "shares", "income", "waived", "other"), str(copy["nature"]),
        str(copy["nature_words"]),
    )  # fmt: skip
    ways = [(words[f"way_{one}"], one in copy["ways"]) for one in ("cash", "cheque", "transfer")]
    sheet.para(words["way"], sheet.strong, gap=0.5 * MM)
    sheet.ticks(ways, gap=2 * MM)
    place = f"{copy['place']}, " if copy["place"] else ""
    signer = f" – {copy['signed_by']}" if copy["signed_by"] else ""
    sheet.signature(f"{place}{day_of(copy['day'])}{signer}", words["signature"], room=18 * MM)


def _days(copy: Copy, words: Mapping[str, str], sheet: OnePage) -> None:
    items = copy["items"]
    if len(items) == 1:
        sheet.boxed(words["day"], [day_of(items[0]["on"])])
        return
    first, last = day_of(copy["first"]), day_of(copy["last"])
    year = str(copy["first"])[:4]
    heading = fill(words["days"], {"year": year, "first": first, "last": last})
    listed = [f"{day_of(one['on'])} : {starred(int(one['minor'])).strip('*')}" for one in items]
    rows = listed if len(listed) <= LISTED else []
    sheet.boxed(heading, ["    ".join(rows[at : at + 3]) for at in range(0, len(rows), 3)] or [words["day"]])


def _choices(
    sheet: OnePage, words: Mapping[str, str], name: str, codes: tuple[str, ...], chosen: str, more: str = ""
) -> None:
    sheet.para(words[name], sheet.strong, gap=0.5 * MM)
    shown = []
    for code in codes:
        text = words[f"{name}_{code}"]
        shown.append((f"{text} : {more}" if more and code == chosen else text, code == chosen))
    sheet.ticks(shown, gap=2 * MM)
