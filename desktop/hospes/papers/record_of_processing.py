# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of processing (Art. 30 GDPR, REQ-4-07): made of the association's settings and of what its file
really holds. A purpose nothing is kept for has no block.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.privacy_notice import span_words
from hospes.domain.retention import Kept
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.tongues import DOT, Pair
from hospes.papers.options import Options, SheetOptions

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.privacy import HeldData


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose: why, on what ground, of whom, which data, who else gets them, how long."""

    title: str
    counted: tuple[str, ...]
    """Of which counts at least one must be above nothing."""
    ground: str
    people: str
    data: str
    others: str
    kept: tuple[Kept, ...]


PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        N_("Keeping the list of members"),
        ("members", "former", "people"),
        N_("Membership (Art. 6 (1) b GDPR); news of the association: legitimate interest (f)"),
        N_("Members, former members, contacts in both towns"),
        N_("Name, address, telephone, e-mail, birth date, languages, household, membership, offices"),
        N_("The committee; the bank and the print shop where they need it"),
        (Kept.FORMER,),
    ),
    Purpose(
        N_("Dues, payments and receipts"),
        ("payments", "mandates", "receipts"),
        N_("Membership (Art. 6 (1) b GDPR); keeping of accounts: legal duty (c)"),
        N_("Members, donors, people who pay for a visit"),
        N_("Name, address, amount, day and purpose of payments, account for direct debit, receipts"),
        N_("Bank, tax office, auditors"),
        (Kept.VOUCHERS, Kept.RECEIPTS, Kept.MANDATES),
    ),
    Purpose(
        N_("Visits and lodging"),
        ("guests", "hosts"),
        N_("Taking part (Art. 6 (1) b GDPR); what is told to hosts: consent (a)"),
        N_("Guests, hosts and those who live with them"),
        N_(
            "Name, age, languages, interests, arrival, wishes for the stay, facts about the home, "
            "who stayed where"
        ),
        N_("Partner association, hosts, coach company and hotel, insurer"),
        (Kept.GUESTS, Kept.WISHES),
    ),
    Purpose(
        N_("Health and diet during visits"),
        ("health",),
        N_("Explicit consent (Art. 9 (2) a GDPR)"),
        N_("Guests who told of it"),
        N_("Allergies, diet, mobility, medicines, what to do in an emergency"),
        N_("Those in charge of the visit; hosts and kitchen as far as agreed"),
        (Kept.HEALTH,),
    ),
    Purpose(
        N_("Journeys of minors"),
        ("minors", "checks"),
        N_("Consent of the parents (Art. 6 (1) a GDPR); protection of minors: legal duty (c)"),
        N_("Minors, their parents, those who look after them"),
        N_("Contacts of the parents, permissions, day on which papers were seen; never a copy of them"),
        N_("Those in charge of the visit, hosts, funders"),
        (Kept.HEALTH,),
    ),
    Purpose(
        N_("Grants"),
        ("grants",),
        N_("Contract with the funder and legal duty (Art. 6 (1) b and c GDPR)"),
        N_("People on the lists of a funded visit"),
        N_("Name, town, age group, days present, signature"),
        N_("The funder and its auditors"),
        (Kept.GRANTS,),
    ),
    Purpose(
        N_("Meetings and elections"),
        ("meetings",),
        N_("Membership (Art. 6 (1) b GDPR)"),
        N_("Members"),
        N_("Attendance, proxies, offices"),
        N_("Register of associations"),
        (Kept.MEETINGS,),
    ),
    Purpose(
        N_("Newsletter and photos"),
        ("newsletter", "photos", "portraits"),
        N_("Consent (Art. 6 (1) a GDPR), which can be withdrawn at any time"),
        N_("People who agreed"),
        N_("E-mail, pictures, day and wording of the consent"),
        N_("Press and internet as far as agreed"),
        (),
    ),
)

EEA = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
ADEQUATE = frozenset({"AD", "AR", "CA", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY"})
"""Countries for which the European Commission has found that data are well protected there."""


class RecordOfProcessing(Paper[SheetOptions, "HeldData"]):
    """The record."""

    code: ClassVar[str] = "record-of-processing"
    title: ClassVar[str] = N_("Record of processing")
    about: ClassVar[str] = N_("What is kept of whom, why and how long, as data protection law asks for it")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = SheetOptions

    def data(
        self, connection: "Connection", options: SheetOptions, scope: Scope, locale: Locale
    ) -> "HeldData":
        """What the file holds today."""
        from hospes.queries.privacy import held_data

        return held_data(connection, scope.today)

    def build(self, data: "HeldData", options: SheetOptions, kit: "Kit") -> "Document":
        """Draw the association, a block a purpose, and what keeps it all safe."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.text("Art. 30 of the General Data Protection Regulation").joined(),
            grey=data.texts.name,
            about=tongues.each(lambda each: each.text("As of {date}", date=each.date(kit.today, "long"))),
        )
        blocks = _Blocks(data, tongues)
        for title, facts in blocks.all():
            flow.section(title)
            flow.facts(facts)
        return kit.finish()


class _Blocks:
    """The blocks in words."""

    def __init__(self, data: "HeldData", tongues: "Tongues") -> None:
        self.data, self.tongues, self.locale = data, tongues, tongues.first

    def all(self) -> Iterator[tuple[Pair, list[Fact]]]:
        """Title and facts of each block."""
        text = self.tongues.text
        yield text("Who answers for it"), self._association()
        for purpose in PURPOSES:
            if any(self.data.counts[name] for name in purpose.counted):
                yield text(purpose.title), self._purpose(purpose)
        yield text("Other countries"), self._countries()
        yield text("How the data are kept safe"), self._safety()

    def _fact(self, msgid: str, value: str) -> list[Fact]:
        return [Fact(self.tongues.text(msgid), value)] if value else []

    def _association(self) -> list[Fact]:
        data, locale = self.data, self.locale
        board = [
            f"{one.name} ({one.title or locale.role(one.function, one.gender)})" for one in data.committee
        ]
        return [
            *self._fact(N_("Association"), data.texts.name),
            *self._fact(N_("Address"), data.address),
            *self._fact(N_("Number in the register"), data.register_no),
            *self._fact(N_("Represented by"), ", ".join(board)),
            *self._fact(N_("Data protection officer"), data.texts.officer or locale.text("none named")),
        ]

    def _purpose(self, purpose: Purpose) -> list[Fact]:
        locale, data = self.locale, self.data
        kept = DOT.join(
            locale.text("{kind}: {what}", kind=locale.label(kind), what=self._span(kind))
            for kind in purpose.kept
        )
        others = locale.text(purpose.others)
        if data.texts.recipients and purpose is PURPOSES[0]:
            others = f"{others}; {data.texts.recipients}"
        held = DOT.join(
            locale.text("{what}: {n}", what=locale.text(HELD[name]), n=locale.number(data.counts[name]))
            for name in purpose.counted
            if data.counts[name] and name in HELD
        )
        return [
            *self._fact(N_("Legal ground"), locale.text(purpose.ground)),
            *self._fact(N_("Whose data"), locale.text(purpose.people)),
            *self._fact(N_("Which data"), locale.text(purpose.data)),
            *self._fact(N_("In the file today"), held),
            *self._fact(N_("Who else gets them"), others),
            *self._fact(N_("Kept for"), kept or locale.text("until the consent is withdrawn")),
        ]

    def _span(self, kind: Kept) -> str:
        span, locale = self.data.texts.rules[kind], self.locale
        if span is None:
            return locale.text("for good")
        return span_words(span.n, span.unit.value, locale)

    def _countries(self) -> list[Fact]:
        locale = self.locale
        facts = []
        for code in self.data.countries:
            if code in EEA:
                told = locale.text("In the European Economic Area: the same law")
            elif code in ADEQUATE:
                told = locale.text("Recognised by the European Commission as safe (Art. 45 GDPR)")
            else:
                told = locale.text("Only with the consent of each person (Art. 49 (1) a GDPR)")
            facts.append(Fact(Pair(locale.country(code)), told))
        return facts or self._fact(N_("Outside"), locale.text("Nothing goes abroad."))

    def _safety(self) -> list[Fact]:
        locale = self.locale
        place = locale.text(
            "One file on the computer of the committee, readable for its owner only; the program uses no "
            "network and no cloud"
        )
        erasing = locale.text(
            "People on request, sensitive answers after the visit, the rest by the spans above"
        )
        history = locale.text("Every change is in the history with its day and who made it")
        return [
            *self._fact(N_("Place"), place),
            *self._fact(
                N_("Backups"), locale.text("Checked when made; what is erased is erased in them too")
            ),
            *self._fact(N_("Erasing"), erasing),
            *self._fact(N_("Who did what"), history),
        ]


HELD = {
    "members": N_("Members"),
    "former": N_("Former members"),
    "people": N_("People in all"),
    "payments": N_("Payments"),
    "mandates": N_("Direct debit mandates"),
    "receipts": N_("Receipts"),
    "guests": N_("Guests"),
    "hosts": N_("Households that host"),
    "health": N_("Answers on health and diet"),
    "minors": N_("Minors"),
    "checks": N_("Papers seen"),
    "grants": N_("Grants"),
    "meetings": N_("Entries of attendance"),
    "newsletter": N_("Consents to the newsletter"),
    "photos": N_("Consents to photos"),
    "portraits": N_("Portraits"),
}
"""What the counts are called."""
