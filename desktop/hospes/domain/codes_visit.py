# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of visits, guests and hosts (domain 2, decision 11)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class VisitKind(Code):
    """Kinds of activity that bring people together (S7)."""

    EXCHANGE = "exchange", N_("Exchange visit")
    YOUTH = "youth", N_("Youth exchange")
    SCHOOL = "school", N_("School exchange")
    SEMINAR = "seminar", N_("Study seminar")
    MEMORIAL = "memorial", N_("Trip to a memorial site")
    FESTIVAL = "festival", N_("Festival")
    EXPERTS = "experts", N_("Exchange of experts")
    PROJECT = "project", N_("Project meeting")
    AID = "aid", N_("Aid transport")
    OTHER = "other", N_("Other visit")


class VisitState(Code):
    """From idea to report."""

    IDEA = "idea", N_("Idea")
    PLANNED = "planned", N_("Planned")
    RUNNING = "running", N_("Running")
    DONE = "done", N_("Done")
    REPORTED = "reported", N_("Report sent")
    CANCELLED = "cancelled", N_("Cancelled")


class TargetGroup(Code):
    """Whom a visit is for (S18)."""

    PUBLIC = "public", N_("General public")
    FAMILIES = "families", N_("Families")
    YOUTH = "youth", N_("Young people")
    PUPILS = "pupils", N_("Pupils")
    APPRENTICES = "apprentices", N_("Apprentices")
    STUDENTS = "students", N_("Students")
    SENIORS = "seniors", N_("Older people")
    CHOIRS = "choirs", N_("Choirs and orchestras")
    SPORT = "sport", N_("Sports clubs")
    FIRE_BRIGADE = "fire_brigade", N_("Fire brigade")
    OFFICIALS = "officials", N_("Officials")
    BUSINESS = "business", N_("Business people")
    DISABLED = "disabled", N_("People with disabilities")
    NEWCOMERS = "newcomers", N_("Newcomers")


class OrganiserInLaw(Code):
    """Who answers for a trip by law (REQ-2-11); a hint, no verdict."""

    ASSOCIATION = "association", N_("Our association")
    AGENCY = "agency", N_("A travel agency")
    MUNICIPALITY = "municipality", N_("The municipality")
    PARTNER = "partner", N_("The partner association")


class DelegationRole(Code):
    """What a delegation does at a visit."""

    VISITING = "visiting", N_("Visiting")
    HOSTING = "hosting", N_("Is hosting")
    BOTH = "both", N_("Visiting and hosting")


class ParticipationKind(Code):
    """As what somebody takes part."""

    GUEST = "guest", N_("Guest")
    HOST = "host", N_("Host")
    LEADER = "leader", N_("Leader")
    COMPANION = "companion", N_("Companion")
    OFFICIAL = "official", N_("Official guest")
    INTERPRETER = "interpreter", N_("Interpreter")
    DRIVER = "driver", N_("Driver")


class ParticipationState(Code):
    """How far a participation has come."""

    INTERESTED = "interested", N_("Interested")
    REGISTERED = "registered", N_("Registered")
    WAITING = "waiting", N_("On the waiting list")
    CONFIRMED = "confirmed", N_("Confirmed")
    CANCELLED = "cancelled", N_("Cancelled")
    NO_SHOW = "no_show", N_("Did not come")


class GroupRule(Code):
    """How people who belong together are lodged."""

    SAME_ROOM = "same_room", N_("Same room")
    SAME_HOUSE = "same_house", N_("Same house")
    NEAR = "near", N_("Near each other")


class Smoking(Code):
    """Smoking, of a guest or a household."""

    NO = "no", N_("Does not smoke")
    OUTSIDE = "outside", N_("Only outside")
    YES = "yes", N_("Smokes")


class BedWish(Code):
    """What bed a guest wants."""

    SINGLE = "single", N_("Own bed")
    DOUBLE_SHARED = "double_shared", N_("Double bed together")
    ANY = "any", N_("Any bed")


class BedKind(Code):
    """Kinds of beds."""

    SINGLE = "single", N_("Single bed")
    DOUBLE = "double", N_("Double bed")
    BUNK = "bunk", N_("Bunk bed")
    SOFA = "sofa", N_("Sofa bed")
    COT = "cot", N_("Cot")


class OfferState(Code):
    """How far a host family has been asked."""

    NOT_ASKED = "not_asked", N_("Not asked yet")
    ASKED = "asked", N_("Asked")
    YES = "yes", N_("Said yes")
    NO = "no", N_("Said no")
    RESERVE = "reserve", N_("In reserve")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class OfferKind(Code):
    """What a household offers."""

    HOME = "home", N_("Home host")
    DAY = "day", N_("Day host")
    DINNER = "dinner", N_("Dinner host")


class HomeExtra(Code):
    """What else a home has to offer (domain 2.3.2)."""

    INTERNET = "internet", N_("Internet")
    BICYCLE = "bicycle", N_("Bicycle")
    GARDEN = "garden", N_("Garden")
    POOL = "pool", N_("Swimming pool")


class WishKind(Code):
    """Wished or refused; refusals are confidential (REQ-2-08)."""

    WISHED = "wished", N_("Wished")
    REFUSED = "refused", N_("Not with")


class Audience(Code):
    """Who takes part in a programme item."""

    ALL = "all", N_("Everyone")
    GUESTS = "guests", N_("Guests")
    HOSTS = "hosts", N_("Hosts")
    OFFICIALS = "officials", N_("Officials")
    CHOSEN = "chosen", N_("Chosen people")


class Meal(Code):
    """A meal in the programme."""

    NONE = "none", N_("No meal")
    BREAKFAST = "breakfast", N_("Breakfast")
    LUNCH = "lunch", N_("Lunch")
    COFFEE = "coffee", N_("Coffee")
    DINNER = "dinner", N_("Dinner")


class WalkingAid(Code):
    """What somebody walks or sits with."""

    NONE = "none", N_("None")
    STICK = "stick", N_("Walking stick")
    WALKER = "walker", N_("Walking frame")
    WHEELCHAIR = "wheelchair", N_("Wheelchair")


class TravelMode(Code):
    """How somebody comes and goes, where it is not with everybody else."""

    COACH = "coach", N_("By coach")
    CAR = "car", N_("By car")
    TRAIN = "train", N_("By train")
    PLANE = "plane", N_("By plane")
    OTHER = "other", N_("Some other way")


class PresenceState(Code):
    """Whether somebody was there on a day; nobody asked yet = no row."""

    HERE = "here", N_("Here")
    LEFT_EARLY = "left_early", N_("Left early")
    ABSENT = "absent", N_("Not here")


class CheckKind(Code):
    """What was seen or agreed for somebody at a visit: the fact, never a copy (REQ-4-05)."""

    CONSENT_SHEET = "consent_sheet", N_("Parents' consent sheet")
    LEAVING_COUNTRY = "leaving_country", N_("Permission to leave the country (AST)")
    PARENT_ID = "parent_id", N_("Copy of the signing parent's ID")
    TRAVEL_DOCUMENT = "travel_document", N_("ID card or passport")
    ENTRY_PERMIT = "entry_permit", N_("Visa or electronic entry permit")
    INSURANCE = "insurance", N_("Insurance card")
    SWIMMING = "swimming", N_("May go swimming")
    OUTINGS = "outings", N_("May go out in a group of three")
    CARS = "cars", N_("May ride in private cars")
    DOCTOR = "doctor", N_("A doctor may treat in an emergency")
    PHOTO = "photo", N_("May be photographed")


class LeaderCheckKind(Code):
    """Papers of people who look after minors: when seen, until when, never what they say (REQ-4-06)."""

    CERTIFICATE = "certificate", N_("Police certificate seen")
    DECLARATION = "declaration", N_("Declaration signed")
    COURSE = "course", N_("Course on protecting children")
    FIRST_AID = "first_aid", N_("First aid course")


class DrawResult(Code):
    """What a draw gave somebody."""

    PLACE = "place", N_("Has a place")
    WAITING = "waiting", N_("On the waiting list")


class MovedFor(Code):
    """Why a guest was given another home by the plan after a late change."""

    CHANGE = "change", N_("Because of a late change")
    MEND = "mend", N_("Because their home did not fit")
