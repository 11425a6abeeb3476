# SPDX-License-Identifier: GPL-3.0-or-later
"""Address labels (domain 6, paper 3) on the sheets that shops sell, from the first free label on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.errors import Message
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.ink import SANS, Style
from hospes.papers.kit.labels import address_block
from hospes.papers.kit.stocks import stock as find_stock
from hospes.papers.options import Options, choice, number, stock, tick
from hospes.papers.people import read_people
from hospes.papers.recipients import Mailing, mailing

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.recipients import Recipient
    from hospes.queries import Connection

_STYLE = Style(SANS, 10.5, 13)


class LabelOrder(Code):
    """The order in which labels are printed."""

    POSTCODE = "postcode", N_("Postcode")
    NAME = "name", N_("Last name")


@dataclass(frozen=True, kw_only=True)
class LabelOptions(Options):
    """On which sheets, in which order, to whom."""

    stock: str = stock(N_("Label sheet"), "l7160")
    start: int = number(N_("Start at label no."), 1, 1, 200, machine=True)
    order: LabelOrder = choice(N_("Sorted by"), LabelOrder.POSTCODE)
    together: bool = tick(N_("One letter to a household"), True)
    not_by_email: bool = tick(N_("Not to those who get e-mail"))
    outlines: bool = tick(
        N_("Only the outlines, to try the printer"),
        machine=True,
        hint=N_("Print it on plain paper and hold it against a label sheet."),
    )


@dataclass(frozen=True, slots=True)
class Labels:
    """The letters in order."""

    mailing: Mailing
    home: str

    @property
    def recipients(self) -> "tuple[Recipient, ...]":
        """One for each label."""
        return self.mailing.recipients


class AddressLabels(Paper[LabelOptions, Labels]):
    """Address labels."""

    code: ClassVar[str] = "address-labels"
    title: ClassVar[str] = N_("Address labels")
    about: ClassVar[str] = N_("One label for each letter, on the sheets that shops sell")
    group: ClassVar[PaperGroup] = PaperGroup.LETTERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = LabelOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: LabelOptions, scope: Scope, locale: Locale) -> Labels:
        """The letters to the people of the scope; nobody who died, left or is in the bin."""
        from hospes.queries.paper_people import address_names

        listed = read_people(connection, scope, locale, for_post=True)
        people = [person for person in listed.people if not (options.not_by_email and person.by_email)]
        letters = mailing(people, address_names(connection), scope.today, locale, together=options.together)
        if options.order is LabelOrder.POSTCODE:
            home = listed.home
            ordered = sorted(letters.recipients, key=lambda one: _place(one, home))
            letters = Mailing(tuple(ordered), letters.gone, letters.without_address)
        return Labels(letters, listed.home)

    def build(self, data: Labels, options: LabelOptions, kit: "Kit") -> "Document":
        """Draw the labels, or the outlines alone."""
        tongues, kind = kit.tongues, find_stock(options.stock, kit.own_stocks)
        sheets = kit.labels(tongues.text(self.title), kind)
        if options.outlines or not data.recipients:
            hint = [
                tongues.text("Print this at 100 %, not fitted to the page.").first,
                tongues.text("Hold it against a label sheet: the lines must meet the labels.").first,
            ]
            sheets.outlines(hint, kit.type)
        else:
            for recipient, place in sheets.places(data.recipients, options.start):
                address_block(sheets.book.pen, place, recipient.lines(kit.locale, data.home), _STYLE)
        sheets.book.notes += notes(data.mailing)
        return kit.finish()

    def table(self, data: Labels, options: LabelOptions, locale: Locale) -> Table:
        """A row for each letter, its address in parts and as it is printed."""
        headings = [
            N_("Full name"), N_("Addition to the address"), N_("Street"), N_("Postcode"), N_("Town"),
            N_("Country"), N_("Address as printed"),
        ]  # fmt: skip
        rows = []
        for recipient in data.recipients:
            a = recipient.address
            extra = ", ".join(part for part in (a.care_of, a.extra) if part)
            printed = "; ".join(recipient.lines(locale, data.home))
            rows.append(
                [recipient.name, extra, a.street, a.postcode, a.town, a.country or data.home, printed]
            )
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def notes(letters: Mailing) -> list[Message]:
    """Who gets no letter, in words."""
    found = []
    if letters.without_address:
        n = len(letters.without_address)
        found.append(Message("One person has no address.", many="{n} people have no address.", n=n))
    if letters.gone:
        n = len(letters.gone)
        found.append(
            Message(
                "One person died or left and gets no letter.",
                many="{n} people died or left and get no letters.",
                n=n,
            )
        )
    return found


def _place(recipient: "Recipient", home: str) -> tuple[bool, str, str, str]:
    """Home first, then the other countries, each by postcode."""
    a = recipient.address
    country = a.country or home
    return (country != home, country, a.postcode, a.street)
