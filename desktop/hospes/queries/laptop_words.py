# SPDX-License-Identifier: GPL-3.0-or-later
"""What tables and columns are called when the other laptop's changes are told; every table has some words."""

from typing import NamedTuple

from hospes.i18n.marks import N_, NN_


class Thing(NamedTuple):
    """What one row of a table is, and how many of them are counted."""

    one: str
    counted: tuple[str, str]


GUEST = Thing(N_("Guest"), NN_("{n} guest", "{n} guests"))
"""A new person who takes part in a visit."""

REACH = {
    "phone": Thing(N_("Phone"), NN_("{n} phone number", "{n} phone numbers")),
    "mobile": Thing(N_("Mobile"), NN_("{n} phone number", "{n} phone numbers")),
    "email": Thing(N_("E-mail"), NN_("{n} e-mail address", "{n} e-mail addresses")),
    "web": Thing(N_("Website"), NN_("{n} website", "{n} websites")),
}

THINGS = {
    "person": Thing(N_("Person"), NN_("{n} person", "{n} people")),
    "household": Thing(N_("Household"), NN_("{n} household", "{n} households")),
    "household_member": Thing(N_("Household"), NN_("{n} household", "{n} households")),
    "address": Thing(N_("Address"), NN_("{n} address", "{n} addresses")),
    "organisation": Thing(N_("Organisation"), NN_("{n} organisation", "{n} organisations")),
    "membership": Thing(N_("Membership"), NN_("{n} membership", "{n} memberships")),
    "payment": Thing(N_("Payment"), NN_("{n} payment", "{n} payments")),
    "dues": Thing(N_("Dues"), NN_("{n} bill for dues", "{n} bills for dues")),
    "receipt": Thing(N_("Receipt"), NN_("{n} receipt", "{n} receipts")),
    "note": Thing(N_("Note"), NN_("{n} note", "{n} notes")),
    "health_note": Thing(N_("Health"), NN_("{n} health note", "{n} health notes")),
    "consent": Thing(N_("Consent"), NN_("{n} consent", "{n} consents")),
    "visit": Thing(N_("Visit"), NN_("{n} visit", "{n} visits")),
    "participation": Thing(N_("Registration"), NN_("{n} registration", "{n} registrations")),
    "programme_item": Thing(N_("Programme"), NN_("{n} programme item", "{n} programme items")),
    "host_offer": Thing(N_("Host"), NN_("{n} host", "{n} hosts")),
    "placement": Thing(N_("Bed"), NN_("{n} bed for a guest", "{n} beds for guests")),
    "task": Thing(N_("Task"), NN_("{n} task", "{n} tasks")),
    "event": Thing(N_("Event"), NN_("{n} event", "{n} events")),
    "courtesy": Thing(N_("Gifts and honours"), NN_("{n} gift or honour", "{n} gifts and honours")),
    "letter": Thing(N_("Letter"), NN_("{n} letter", "{n} letters")),
    "letter_text": Thing(N_("Letter"), NN_("{n} letter", "{n} letters")),
    "letter_sent": Thing(N_("Letter"), NN_("{n} letter", "{n} letters")),
    "document": Thing(N_("Document"), NN_("{n} document", "{n} documents")),
    "budget_line": Thing(N_("Budget"), NN_("{n} budget line", "{n} budget lines")),
}

OTHER = Thing(N_("Another entry"), NN_("{n} other entry", "{n} other entries"))
"""Whatever has no words of its own."""

COLUMNS = {
    "title_prefix": N_("Title"), "given": N_("First name"), "given2": N_("Second name"),
    "nickname": N_("Called"), "surname_prefix": N_("Before the last name"), "surname": N_("Last name"),
    "surname2": N_("Second last name"), "birth_surname": N_("Name at birth"), "suffix": N_("After the name"),
    "name_order": N_("Order of the names"), "script_name": N_("Name in its own script"),
    "latin_name": N_("Name in Latin letters"), "sort_key": N_("Sorted as"), "gender": N_("Salutation as"),
    "country": N_("Country"), "birth": N_("Born"), "birth_place": N_("Born in"), "deceased": N_("Has died"),
    "died": N_("Died"), "preferred_language": N_("Language"), "formality": N_("Letters"),
    "profession": N_("Profession"), "interests": N_("Interests"), "by_email": N_("Post by e-mail"),
    "photo_sha": N_("Photo"), "name": N_("Name"), "street": N_("Address"), "care_of": N_("Address"),
    "number": N_("Number"), "joined": N_("Joined"), "left_on": N_("Left on"), "left_reason": N_("Reason"),
    "minor": N_("Amount"), "on": N_("Day"), "text": N_("Text"), "title": N_("Title"), "place": N_("Place"),
    "details": N_("Details"), "meeting_point": N_("Meeting point"), "starts": N_("Time"),
    "audience": N_("For whom"), "meal": N_("Meal"), "remarks": N_("Remarks"), "state": N_("State"),
    "kind": N_("Kind"), "level": N_("Language"), "arrival_on": N_("Arrival"), "departure_on": N_("Departure"),
    "role": N_("Role"), "relation": N_("Relation"), "offer_id": N_("Host"), "bed_id": N_("Bed"),
    "max_guests": N_("Places"), "places": N_("Places"), "due_on": N_("By when"), "done_on": N_("Done"),
    "first": N_("First day"), "last": N_("Last day"), "binned_at": N_("In the bin since"),
    "value": N_("Value"), "label": N_("Which one"), "position": N_("Order"), "diets": N_("Diet"),
    "household_id": N_("Household"), "delegation_id": N_("Delegation"), "travel_group_id": N_("Travel group"),
    "what": N_("What"), "occasion": N_("Occasion"), "visitors": N_("How many came"),
    "second_date": N_("Second date"), "invited_on": N_("Invited on"),
}  # fmt: skip

FIELD = N_("Another field")

SECRET = frozenset({"health_note", "stay_link"})
"""Tables whose values never stand on a list or on the command line."""
