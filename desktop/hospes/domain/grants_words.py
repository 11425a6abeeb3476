# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of funding rules: what a condition says, what a proof is called, how a line was computed.

Schemes are data and hold codes; a scheme in a language nobody foresaw still speaks in the reader's language.
A code without words here is shown as it stands.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hospes.domain.funding import Basis, DayRule, Figure, Which
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from datetime import date

    from hospes.domain.funding import RateSet
    from hospes.domain.grants import Line
    from hospes.i18n.locale import Locale

PARTS: Mapping[str, str] = {
    "travel": N_("Travel"),
    "base": N_("Lodging and meals"),
    "programme": N_("Programme"),
    "lump": N_("Lump sum"),
    "share": N_("Share of the costs"),
    "preparation": N_("Preparation and follow-up"),
    "interpreter": N_("Interpreter"),
    "individual": N_("Individual support"),
    "organisation": N_("Organisational support"),
    "activities": N_("Activities"),
    "fixed": N_("Fixed amount"),
}
"""What a part of a grant is for."""

PROOFS: Mapping[str, str] = {
    "list_signed": N_("List of participants, signed by everybody"),
    "list_per_town": N_("A signed list for each invited town"),
    "list_by_country": N_("Two lists: one for each country people live in"),
    "list_both_partners": N_("List of participants, signed by both partners"),
    "list_leader_signs": N_("The leader signs each page of the list"),
    "programme": N_("Programme as it was carried out"),
    "programme_lodging": N_("Programme that shows lodging and what was done together"),
    "report": N_("Report: aims, activities, results"),
    "report_both_partners": N_("Report on the funder's form, signed by both partners"),
    "press": N_("Press cuttings and pictures"),
    "vouchers": N_("Vouchers with a list in their order"),
    "accounts": N_("All income and all costs in one table"),
    "interpreter_receipt": N_("Receipt of the interpreter with name, address, amount and signature"),
    "lodging_invoice": N_("Copy of the lodging invoice with days and number of people"),
    "bus_invoice": N_("Invoice of the coach"),
    "logo": N_("A sample that shows the funder's logo"),
    "certified": N_("Lists certified by the legal representatives of the towns"),
    "originals_5_years": N_("Keep the originals for five years"),
    "youthpass": N_("Youthpass for those who take part"),
    "full_list_home": N_("List with names, home town or club, and age of young people"),
    "return_visit_plan": N_("Aim and plan of the return visit"),
    "cerfa_15059": N_("Financial report on Cerfa form 15059"),
    "foreign_receipts": N_("Foreign receipts explained, with the exchange rate"),
}
"""What has to be handed in."""

REMEMBER: Mapping[str, str] = {
    "role_of_towns": N_("An association explains in the application what part the towns have in it."),
    "no_private_persons": N_("Private persons cannot apply."),
    "uk_does_not_count": N_("People from the United Kingdom may come but are normally not counted."),
    "several_visits_one_application": N_("Several visits can stand in one application."),
    "own_calculator": N_("Use the office's own calculator to see how the kilometres are counted."),
    "tolls_not_paid": N_(
        "Tolls, fuel and taxis are not paid; flights only where the train takes over 8 hours."
    ),
    "online_all_year": N_("Applications are possible all year, online."),
    "category_4_dates": N_("Projects above €50,000 have fixed dates for applications."),
    "oase": N_("Both partners apply together, only through the portal OASE."),
    "day_late_refused": N_("An application that is one day late is refused."),
    "signatures_one_month": N_("Both sides sign within one month after applying."),
    "host_pays_programme": N_(
        "The host side gets the programme costs of both groups, the guests their travel."
    ),
    "copies_two": N_("Hand in two copies."),
    "no_alcohol": N_("No alcohol, no deposits, no receipts written by oneself except for mileage."),
    "exceptional_costs": N_("Exceptional costs up to 80 % if the flat rate covers less than 70 %."),
    "advance_90": N_("90 % is paid in advance, 10 % after the settlement."),
    "solidarity": N_("A solidarity partnership makes a municipality eligible."),
    "announce_november": N_("Tell the association of the wish by early November."),
    "refund": N_("Paid afterwards, against proof."),
    "in_kind_shown": N_("Contributions in kind are shown in the accounts."),
}
"""What no machine can check."""

WARNINGS: Mapping[str, str] = {
    "alcohol": N_("alcohol"),
    "deposit": N_("a deposit"),
    "tip": N_("a tip"),
    "gift": N_("a gift"),
    "self_made": N_("a receipt written by oneself"),
    "taxi": N_("a taxi"),
    "fuel": N_("fuel or tolls"),
    "fine": N_("a fine"),
}
"""What a warning word stands for."""

WARNING_WORDS: Mapping[str, tuple[str, ...]] = {
    "alcohol": (
        "alcohol", "alkohol", "alcool", "wine", "wein", "vin", "wino", "beer", "bier", "bière", "piwo",
        "schnaps", "sekt", "champagne", "wódka", "spirits",
    ),
    "deposit": ("deposit", "pfand", "kaution", "consigne", "caution", "kaucja"),
    "tip": ("tip", "tips", "trinkgeld", "pourboire", "napiwek"),
    "gift": ("gift", "gifts", "geschenk", "geschenke", "cadeau", "cadeaux", "prezent", "prezenty"),
    "self_made": ("eigenbeleg", "self-made receipt"),
    "taxi": ("taxi", "taxis"),
    "fuel": ("fuel", "petrol", "benzin", "diesel", "maut", "toll", "péage", "essence", "paliwo", "carburant"),
    "fine": ("fine", "bußgeld", "amende", "mandat"),
}  # fmt: skip
"""Words in the text of a line, in whatever language it was typed."""

RULES: Mapping[str, str] = {
    "least": N_("Least number of people"),
    "most": N_("Greatest number of people"),
    "days_least": N_("Least number of days"),
    "days_most": N_("Greatest number of days"),
    "countries": N_("Least number of countries"),
    "countries_most": N_("Greatest number of countries"),
    "balance": N_("Least share of each side, in %"),
    "equal": N_("Difference of both groups, in %"),
    "leaders": N_("People for each leader"),
    "size": N_("Limit of the category"),
    "cap": N_("Limit for a project"),
    "cap_per_person": N_("Limit for a person"),
    "minimum": N_("Least grant"),
}
"""Rules and limits with a number."""

BASES: Mapping[Basis, str] = {
    Basis.PERCENT: N_("a share of the costs, in %"),
    Basis.FIXED: N_("a fixed amount"),
    Basis.PERSON: N_("each person"),
    Basis.PERSON_DAY: N_("each person and day"),
    Basis.PERSON_KM: N_("each person and kilometre"),
    Basis.BAND: N_("each person, by distance"),
    Basis.STEPS: N_("the number of people, in steps"),
    Basis.DAY: N_("each day"),
    Basis.INTERPRETER_DAY: N_("each day of an interpreter"),
}
"""What an amount is paid for."""

DAY_RULES: Mapping[DayRule, str] = {
    DayRule.CALENDAR: N_("every day of the visit"),
    DayRule.NIGHTS: N_("nights"),
    DayRule.TRAVEL_AS_ONE: N_("day of arrival and day of departure as one"),
    DayRule.PROGRAMME: N_("days with programme"),
    DayRule.WITH_TRAVEL: N_("every day and the days of travel"),
}
"""How days are counted."""

HEADS: Mapping[Which, str] = {
    Which.ALL: N_("everybody who takes part"),
    Which.TRAVELLING: N_("those who travel"),
    Which.HOSTING: N_("those who are at home"),
    Which.ABROAD: N_("those from abroad"),
}
"""Whose heads are counted."""

MISSING: Mapping[str, str] = {
    "rate": N_("The rate is not known. Enter it under Figures."),
    "distance": N_("Enter the distance first."),
    "exchange": N_("Enter an exchange rate for this currency in the budget first."),
    "costs": N_("Enter the costs first."),
}
"""What somebody has to enter before a line can be computed."""

COMPUTED: Mapping[Basis, str] = {
    Basis.PERSON_DAY: N_("{people} people × {days} days × {rate}"),
    Basis.PERSON_KM: N_("{people} people × {km} km × {rate}"),
    Basis.BAND: N_("{people} people × {rate} for {km} km"),
    Basis.PERSON: N_("{people} people × {rate}"),
    Basis.PERCENT: N_("{rate} % of {amount} accepted costs"),
    Basis.DAY: N_("{days} days × {rate}"),
    Basis.INTERPRETER_DAY: N_("{days} days × {rate}"),
    Basis.FIXED: N_("Fixed amount"),
}
UNEVEN_DAYS = N_("{all_days} days of all people together × {rate}")
NO_BAND = N_("{km} km: no amount for this distance")


def figure_words(locale: "Locale", figure: Figure | None) -> str:
    """A figure as a number of the reader's language."""
    if figure is None or figure.text is None:
        return locale.text("not known")
    return locale.number(figure.number.normalize() if figure.number % 1 else int(figure.number))


def computed_words(locale: "Locale", line: "Line") -> str:
    """How a line of an estimate was computed."""
    if line.missing:
        return locale.text(MISSING.get(line.missing, MISSING["rate"]))
    if line.basis is Basis.STEPS:
        if line.rate is None:
            return locale.ntext("Too few: {n} person", "Too few: {n} people", line.people)
        return locale.ntext("Step for {n} person", "Step for {n} people", line.people)
    template = COMPUTED[line.basis]
    if line.basis is Basis.PERSON_DAY and not line.days:
        template = UNEVEN_DAYS
    elif line.basis is Basis.BAND and line.rate is None:
        template = NO_BAND
    known: dict[str, object] = {
        "people": line.people,
        "days": line.days,
        "all_days": line.person_days,
        "km": locale.number(line.km),
        "rate": figure_words(locale, line.rate),
        "amount": line.of,
    }
    args = {name: value for name, value in known.items() if f"{{{name}}}" in template}
    return locale.text(template, **args)


def part_words(locale: "Locale", code: str) -> str:
    """What a part of a grant is for."""
    return locale.text(PARTS[code]) if code in PARTS else code


def proof_words(locale: "Locale", code: str) -> str:
    """What has to be handed in."""
    return locale.text(PROOFS[code]) if code in PROOFS else code


def years_words(locale: "Locale", rates: "RateSet") -> str:
    """For which visits rates hold: “2021 to 2023”, “from 2024”."""
    first, last = _day_words(locale, rates.first, 1, 1), _day_words(locale, rates.last, 12, 31)
    if first and last:
        return first if first == last else locale.text("{first} to {last}", first=first, last=last)
    if first:
        return locale.text("from {day}", day=first)
    return locale.text("until {day}", day=last) if last else locale.text("all years")


def _day_words(locale: "Locale", day: "date | None", month: int, of: int) -> str:
    """A day in a list; only its year where it is the first or the last of one."""
    if day is None:
        return ""
    return str(day.year) if (day.month, day.day) == (month, of) else locale.date(day, "list")
