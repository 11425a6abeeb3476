# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of funding rules: what a condition says, what a proof is called, how a line was computed.

Schemes are data and hold codes; a scheme in a language nobody foresaw still speaks in the reader's language.
A code without words here is shown as it stands.
"""

from collections.abc import Mapping

from hospes.i18n.marks import N_

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
