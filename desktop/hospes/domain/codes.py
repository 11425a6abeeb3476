# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of people and their association, each with its label.

A code is stored by its value and never translated in the file; the label is looked up when somebody reads it.
Codes of towns and twinnings stand in `codes_twinning`, those of visits in `codes_visit`.
"""

from enum import StrEnum
from typing import Self

from hospes.i18n.marks import N_, P_

Label = str | tuple[str, str]


class Code(StrEnum):
    """A stored code; `label` is a msgid, or a pair of context and msgid."""

    label: Label

    def __new__(cls, value: str, label: Label = "") -> Self:
        """Take the label beside the value."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.label = label
        return code


class NameOrder(Code):
    """In which order a name is said (REQ-5-03)."""

    GIVEN_FIRST = "given_first", N_("First name first")
    SURNAME_FIRST = "surname_first", N_("Last name first")


class Gender(Code):
    """For salutations only; unknown is never guessed (domain 5.3)."""

    FEMALE = "f", N_("Woman")
    MALE = "m", N_("Man")
    NEUTRAL = "n", N_("Neither")
    UNKNOWN = "u", N_("Not said")


class Formality(Code):
    """How letters speak to somebody."""

    FORMAL = "formal", N_("Formal")
    FRIENDLY = "friendly", N_("Friendly")


class LanguageLevel(Code):
    """How well a language is spoken (domain 2.3.1)."""

    NONE = "0", N_("not at all")
    LITTLE = "1", N_("a little")
    CONVERSATION = "2", N_("conversation")
    GOOD = "3", N_("good")
    NATIVE = "4", N_("native")


class ContactKind(Code):
    """Ways to reach somebody."""

    PHONE = "phone", N_("Phone")
    MOBILE = "mobile", N_("Mobile")
    EMAIL = "email", N_("E-mail")
    WEB = "web", N_("Website")


class ContactLabel(Code):
    """Which of several."""

    PRIVATE = "private", N_("Private")
    WORK = "work", N_("Work")
    OTHER = "other", N_("Other")


class AddressKind(Code):
    """What an address is for."""

    HOME = "home", N_("Home")
    POST = "post", N_("Post")
    WORK = "work", N_("Work")
    SECOND = "second", N_("Second home")


class Relation(Code):
    """Place of a person in a household, seen from its first person."""

    HEAD = "head", N_("First person")
    WIFE = "wife", N_("Wife")
    HUSBAND = "husband", N_("Husband")
    PARTNER = "partner", N_("Partner")
    DAUGHTER = "daughter", N_("Daughter")
    SON = "son", N_("Son")
    CHILD = "child", N_("Child")
    PARENT = "parent", N_("Parent")
    OTHER = "other", N_("Other person")


class GuardianKind(Code):
    """Who answers for a minor."""

    PARENT = "parent", N_("Parent")
    GUARDIAN = "guardian", N_("Guardian")


class LetterStyle(Code):
    """One letter to a household or one for each person."""

    ONE = "one", N_("One letter together")
    EACH = "each", N_("Each their own")


class ConsentPurpose(Code):
    """What somebody agreed to (domain 4.4)."""

    ADDRESS = "address", N_("Use of the address")
    LIST = "list", N_("Phone and e-mail on member lists")
    NEWSLETTER = "newsletter", N_("Newsletter")
    PHOTO_PRINT = "photo_print", N_("Photos in print")
    PHOTO_WEB = "photo_web", N_("Photos on the internet")
    TO_HOST = "to_host", N_("Data to the host family")
    HEALTH = "health", N_("Health notes for visits")


class ConsentForm(Code):
    """How the agreement was given."""

    SIGNED = "signed", N_("Signed")
    EMAIL = "email", N_("By e-mail")
    SPOKEN = "spoken", N_("Spoken")


class NoteKind(Code):
    """Kinds of notes."""

    NOTE = "note", N_("Note")
    CALL = "call", N_("Telephone call")
    MEETING = "meeting", N_("Conversation")
    LETTER = "letter", N_("Letter")


class HealthKind(Code):
    """Health notes: kept apart, with consent and an end date (REQ-4-08)."""

    ALLERGY = "allergy", N_("Allergy")
    DIET = "diet", N_("Diet")
    MOBILITY = "mobility", N_("Mobility")
    MEDICAL = "medical", N_("Medical")


class FieldKind(Code):
    """Kinds of an association's own fields."""

    TEXT = "text", N_("Text")
    NUMBER = "number", N_("Number")
    DAY = "day", N_("Date")
    YES_NO = "yes_no", N_("Yes or no")
    CHOICE = "choice", N_("Choice")


class Sector(Code):
    """The corners of the actors' triangle and the economy (S28)."""

    POLITICS = "politics", N_("Politics")
    ADMINISTRATION = "administration", N_("Administration")
    CIVIL = "civil", N_("Associations")
    ECONOMY = "economy", N_("Business")
    EDUCATION = "education", N_("Schools")


class OrganisationKind(Code):
    """Kinds of organisations (S26 to S31)."""

    OWN = "own", N_("Our association")
    PARTNER_ASSOCIATION = "partner_association", N_("Partner association")
    UMBRELLA = "umbrella", N_("Umbrella organisation")
    TOWN_HALL = "town_hall", N_("Town hall")
    COUNCIL = "council", N_("Council")
    AUTHORITY = "authority", N_("Public authority")
    MINISTRY = "ministry", N_("Ministry")
    CONSULATE = "consulate", N_("Consulate")
    CONSULATE_GENERAL = "consulate_general", N_("Consulate general")
    HONORARY_CONSULATE = "honorary_consulate", N_("Honorary consulate")
    INSTITUTE = "institute", N_("Cultural institute")
    PARLIAMENT_GROUP = "parliament_group", N_("Parliamentary group")
    YOUTH_PARLIAMENT = "youth_parliament", N_("Youth parliament")
    CHAMBER = "chamber", N_("Chamber of commerce")
    TRADE_OFFICE = "trade_office", N_("Trade office")
    COMPANY = "company", N_("Company")
    COOPERATIVE = "cooperative", N_("Cooperative")
    SCHOOL = "school", N_("School")
    UNIVERSITY = "university", N_("University")
    NURSERY = "nursery", N_("Nursery school")
    CLUB = "club", N_("Club")
    CHOIR = "choir", N_("Choir or orchestra")
    SPORT = "sport", N_("Sports club")
    FIRE_BRIGADE = "fire_brigade", N_("Fire brigade")
    PARISH = "parish", N_("Parish")
    MIGRANTS = "migrants", N_("Migrants' association")
    WELFARE = "welfare", N_("Self-help or welfare group")
    YOUTH = "youth", N_("Youth organisation")
    FOUNDATION = "foundation", N_("Foundation")
    FEDERATION = "federation", N_("Federation")
    LIBRARY = "library", N_("Library or museum")
    MEDIA = "media", N_("Press and media")
    NETWORK = "network", N_("Network office")
    FUNDER = "funder", N_("Funder")
    TRANSPORT = "transport", N_("Coach company")
    LODGING = "lodging", N_("Hotel or inn")
    OTHER = "other", N_("Other organisation")


class Function(Code):
    """Offices and functions; the label in a person's gender is found by context (`Locale.role`)."""

    CHAIR = "chair", P_("role", "Chair")
    VICE_CHAIR = "vice_chair", P_("role", "Vice-chair")
    SECRETARY = "secretary", P_("role", "Secretary")
    TREASURER = "treasurer", P_("role", "Treasurer")
    MEMBERSHIP_SECRETARY = "membership_secretary", P_("role", "Membership secretary")
    HOST_OFFICER = "host_officer", P_("role", "Host officer")
    YOUTH_OFFICER = "youth_officer", P_("role", "Youth officer")
    PRESS_OFFICER = "press_officer", P_("role", "Press officer")
    ASSESSOR = "assessor", P_("role", "Committee member")
    AUDITOR = "auditor", P_("role", "Auditor")
    HONORARY_CHAIR = "honorary_chair", P_("role", "Honorary chair")
    MAYOR = "mayor", P_("role", "Mayor")
    DEPUTY_MAYOR = "deputy_mayor", P_("role", "Deputy mayor")
    LORD_MAYOR = "lord_mayor", P_("role", "Lord mayor")
    COUNCILLOR = "councillor", P_("role", "Councillor")
    YOUTH_COUNCILLOR = "youth_councillor", P_("role", "Youth councillor")
    HEAD_OF_OFFICE = "head_of_office", P_("role", "Head of office")
    OFFICIAL = "official", P_("role", "Official")
    HEAD_TEACHER = "head_teacher", P_("role", "Head teacher")
    TEACHER = "teacher", P_("role", "Teacher")
    DIRECTOR = "director", P_("role", "Director")
    MANAGER = "manager", P_("role", "Manager")
    CONDUCTOR = "conductor", P_("role", "Conductor")
    FIRE_CHIEF = "fire_chief", P_("role", "Fire chief")
    PRIEST = "priest", P_("role", "Priest")
    CONSUL = "consul", P_("role", "Consul")
    EDITOR = "editor", P_("role", "Editor")
    MEMBER_OF_PARLIAMENT = "member_of_parliament", P_("role", "Member of parliament")
    DISTRICT_HEAD = "district_head", P_("role", "Head of the district")
    GROUP_LEADER = "group_leader", P_("role", "Leader of a council group")
    CONSUL_GENERAL = "consul_general", P_("role", "Consul general")
    HONORARY_CONSUL = "honorary_consul", P_("role", "Honorary consul")
    HEAD_OF_DEPARTMENT = "head_of_department", P_("role", "Head of department")
    PRESIDENT = "president", P_("role", "President")
    ENTREPRENEUR = "entrepreneur", P_("role", "Business owner")
    FIREFIGHTER = "firefighter", P_("role", "Firefighter")
    TRAINER = "trainer", P_("role", "Trainer")
    JOURNALIST = "journalist", P_("role", "Journalist")
    MEMBER = "member", P_("role", "Member")
    CONTACT = "contact", P_("role", "Contact")
    OTHER = "other", P_("role", "Other function")


ROLE_FORMS = (
    # The same titles for a woman and for a man: languages with gendered titles translate each apart.
    P_("role, woman", "Chair"),
    P_("role, man", "Chair"),
    P_("role, woman", "Vice-chair"),
    P_("role, man", "Vice-chair"),
    P_("role, woman", "Secretary"),
    P_("role, man", "Secretary"),
    P_("role, woman", "Treasurer"),
    P_("role, man", "Treasurer"),
    P_("role, woman", "Membership secretary"),
    P_("role, man", "Membership secretary"),
    P_("role, woman", "Host officer"),
    P_("role, man", "Host officer"),
    P_("role, woman", "Youth officer"),
    P_("role, man", "Youth officer"),
    P_("role, woman", "Press officer"),
    P_("role, man", "Press officer"),
    P_("role, woman", "Committee member"),
    P_("role, man", "Committee member"),
    P_("role, woman", "Auditor"),
    P_("role, man", "Auditor"),
    P_("role, woman", "Honorary chair"),
    P_("role, man", "Honorary chair"),
    P_("role, woman", "Mayor"),
    P_("role, man", "Mayor"),
    P_("role, woman", "Deputy mayor"),
    P_("role, man", "Deputy mayor"),
    P_("role, woman", "Lord mayor"),
    P_("role, man", "Lord mayor"),
    P_("role, woman", "Councillor"),
    P_("role, man", "Councillor"),
    P_("role, woman", "Youth councillor"),
    P_("role, man", "Youth councillor"),
    P_("role, woman", "Head of office"),
    P_("role, man", "Head of office"),
    P_("role, woman", "Official"),
    P_("role, man", "Official"),
    P_("role, woman", "Head teacher"),
    P_("role, man", "Head teacher"),
    P_("role, woman", "Teacher"),
    P_("role, man", "Teacher"),
    P_("role, woman", "Director"),
    P_("role, man", "Director"),
    P_("role, woman", "Manager"),
    P_("role, man", "Manager"),
    P_("role, woman", "Conductor"),
    P_("role, man", "Conductor"),
    P_("role, woman", "Fire chief"),
    P_("role, man", "Fire chief"),
    P_("role, woman", "Priest"),
    P_("role, man", "Priest"),
    P_("role, woman", "Consul"),
    P_("role, man", "Consul"),
    P_("role, woman", "Editor"),
    P_("role, man", "Editor"),
    P_("role, woman", "Member of parliament"),
    P_("role, man", "Member of parliament"),
    P_("role, woman", "Head of the district"),
    P_("role, man", "Head of the district"),
    P_("role, woman", "Leader of a council group"),
    P_("role, man", "Leader of a council group"),
    P_("role, woman", "Consul general"),
    P_("role, man", "Consul general"),
    P_("role, woman", "Honorary consul"),
    P_("role, man", "Honorary consul"),
    P_("role, woman", "Head of department"),
    P_("role, man", "Head of department"),
    P_("role, woman", "President"),
    P_("role, man", "President"),
    P_("role, woman", "Business owner"),
    P_("role, man", "Business owner"),
    P_("role, woman", "Firefighter"),
    P_("role, man", "Firefighter"),
    P_("role, woman", "Trainer"),
    P_("role, man", "Trainer"),
    P_("role, woman", "Journalist"),
    P_("role, man", "Journalist"),
    P_("role, woman", "Member"),
    P_("role, man", "Member"),
)


class MemberUnit(Code):
    """What a membership class counts (REQ-2-01)."""

    PERSON = "person", N_("Person")
    HOUSEHOLD = "household", N_("Household")
    ORGANISATION = "organisation", N_("Organisation")


class LeavingReason(Code):
    """Why a membership ended."""

    RESIGNED = "resigned", N_("Resigned")
    MOVED = "moved", N_("Moved away")
    DIED = "died", N_("Died")
    EXPELLED = "expelled", N_("Expelled")
    UNPAID = "unpaid", N_("Dues not paid")
    OTHER = "other", N_("Another reason")


class DuesState(Code):
    """How a year's dues stand; computed, never stored."""

    PAID = "paid", N_("Paid")
    OPEN = "open", P_("dues", "Open")
    PART = "part", N_("Part paid")
    FREE = "free", N_("Free")
    NONE = "none", N_("No dues")


class PaymentMethod(Code):
    """How money came in."""

    CASH = "cash", N_("Cash")
    TRANSFER = "transfer", N_("Bank transfer")
    DEBIT = "debit", N_("Direct debit")
    CARD = "card", N_("Card")
    OTHER = "other", N_("Another way")
    NONE = "none", N_("No money moved")


class PaymentPurpose(Code):
    """What money was for."""

    DUES = "dues", N_("Dues")
    DONATION = "donation", N_("Donation")
    IN_KIND = "in_kind", N_("Donation in kind")
    WAIVED = "waived", N_("Waived expenses")
    VISIT = "visit", N_("Visit")
    GRANT = "grant", N_("Grant")
    OTHER = "other", N_("Something else")


class ReceiptKind(Code):
    """Kinds of receipts, each with its own number series."""

    PAYMENT = "payment", N_("Receipt")
    DONATION = "donation", N_("Donation receipt")


class SeriesKind(Code):
    """Number series of an association."""

    MEMBER = "member", N_("Member numbers")
    RECEIPT = "receipt", N_("Receipt numbers")
    DONATION = "donation", N_("Donation receipt numbers")
    VOUCHER = "voucher", N_("Voucher numbers")
    MANDATE = "mandate", N_("Mandate references")


class MandateState(Code):
    """A direct debit mandate."""

    ACTIVE = "active", N_("In use")
    ENDED = "ended", N_("Ended")


class Channel(Code):
    """How something was sent."""

    LETTER = "letter", N_("By letter")
    EMAIL = "email", N_("By e-mail")
    HAND = "hand", N_("By hand")


class EventKind(Code):
    """Kinds of events beside visits (S7)."""

    COMMITTEE = "committee", N_("Committee meeting")
    AGM = "agm", N_("General meeting")
    EVENING = "evening", N_("Social evening")
    LECTURE = "lecture", N_("Lecture")
    COURSE = "course", N_("Language course")
    FESTIVAL = "festival", N_("Festival or stand")
    ONLINE = "online", N_("Online meeting")
    TRAINING = "training", N_("Training")
    OTHER = "other", N_("Other event")


class Attendance(Code):
    """Somebody at an event."""

    INVITED = "invited", N_("Invited")
    COMING = "coming", N_("Coming")
    EXCUSED = "excused", N_("Excused")
    PRESENT = "present", N_("Present")
    PROXY = "proxy", N_("By proxy")
    ABSENT = "absent", N_("Absent")


class DocumentKind(Code):
    """Kinds of documents kept in the file."""

    INVITATION = "invitation", N_("Invitation")
    MINUTES = "minutes", N_("Minutes")
    LETTER = "letter", N_("Letter")
    INSURANCE = "insurance", N_("Insurance")
    CONSENT = "consent", N_("Consent")
    RECEIPT = "receipt", N_("Receipt")
    PHOTO = "photo", N_("Photo")
    PRESS = "press", N_("Press")
    CHARTER = "charter", N_("Charter")
    LOGO = "logo", N_("Logo")
    OTHER = "other", N_("Other document")
