# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of towns, regions and twinnings (domain 1.2 and 1.3)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class TerritoryKind(Code):
    """What a territory is."""

    TOWN = "town", N_("Town")
    DISTRICT = "district", N_("District")
    REGION = "region", N_("Region")
    COUNTRY = "country", N_("Country")


class SuccessionKind(Code):
    """How one territory follows another (S25)."""

    MERGED = "merged", N_("Merged into")
    SPLIT = "split", N_("Split into")
    RENAMED = "renamed", N_("Renamed to")


class PartnershipType(Code):
    """Kinds of relationship (REQ-1-23)."""

    TWINNING = "twinning", N_("Twinning")
    FRIENDSHIP = "friendship", N_("Friendship link")
    CONTACT = "contact", N_("Contact")
    PROJECT = "project", N_("Project partnership")
    SOLIDARITY = "solidarity", N_("Solidarity partnership")
    INSTITUTION = "institution", N_("School or club link")
    REGIONAL = "regional", N_("Regional partnership")
    TRIANGLE = "triangle", N_("Triangle")


class PartnershipLevel(Code):
    """Who the partners are (S1)."""

    TOWN = "town", N_("Towns")
    DISTRICT = "district", N_("Districts")
    REGION = "region", N_("Regions")
    SCHOOL = "school", N_("Schools")
    CLUB = "club", N_("Clubs")
    UMBRELLA = "umbrella", N_("Umbrella organisations")

    @property
    def place(self) -> TerritoryKind:
        """What a place is that takes part in a twinning of this level."""
        return TerritoryKind(self.value) if self.value in {"district", "region"} else TerritoryKind.TOWN


class PartnershipStatus(Code):
    """How alive it is (S8)."""

    ACTIVE = "active", N_("Active")
    DORMANT = "dormant", N_("Sleeping")
    RELAUNCHED = "relaunched", N_("Being woken up")
    ENDED = "ended", N_("Ended")


class Motive(Code):
    """Why partners are partners (S19)."""

    CLA_UND = "CLA-UND", N_("Cultural understanding")
    CLA_PEA = "CLA-PEA", N_("Keeping the peace")
    CLA_EUR = "CLA-EUR", N_("European integration")
    CLA_LRN = "CLA-LRN", N_("Learning from each other")
    CLA_REC = "CLA-REC", N_("Reconciliation after 1945")
    POL_LOB = "POL-LOB", N_("A voice for towns in politics")
    BOR_PRA = "BOR-PRA", N_("Practical problems at the border")
    STR_DEV = "STR-DEV", N_("Development aid")
    STR_DEM = "STR-DEM", N_("Education and democracy")
    STR_INT = "STR-INT", N_("Integration of social groups")
    STR_PRO = "STR-PRO", N_("Promotion of town and region")
    STR_ECO = "STR-ECO", N_("Economic development")
    STR_RAP = "STR-RAP", N_("Coming closer within one country")
    STR_REL = "STR-REL", N_("Building international relations")
    STR_REB = "STR-REB", N_("Help with rebuilding")
    GLO_ADM = "GLO-ADM", N_("Exchange between administrations")
    GLO_CLI = "GLO-CLI", N_("Climate protection and adaptation")
    GLO_MOB = "GLO-MOB", N_("Mobility")
    GLO_DEM = "GLO-DEM", N_("Demographic change")
    GLO_STR = "GLO-STR", N_("Structural change")
    GLO_MIG = "GLO-MIG", N_("Migration and integration")


class AgreementType(Code):
    """Papers between partners (S25)."""

    CHARTER = "charter", N_("Twinning charter")
    OATH = "oath", N_("Twinning oath")
    DECLARATION = "declaration", N_("Joint declaration")
    WORK_PROGRAMME = "work_programme", N_("Work programme")
    FRIENDSHIP = "friendship", N_("Friendship agreement")
    PROJECT = "project", N_("Project agreement")
    RENEWAL = "renewal", N_("Renewal")
    AMENDMENT = "amendment", N_("Amendment")


class LinkKind(Code):
    """What kind of school or club link it is (S27)."""

    SCHOOL = "school", N_("School twinning")
    ABIBAC = "abibac", N_("AbiBac")
    ELYSEE = "elysee", N_("Élysée kindergarten")
    KINDERGARTEN = "kindergarten", N_("Nursery school")
    VOCATIONAL = "vocational", N_("Vocational school")
    DEGREE = "degree", N_("Integrated degree")
    UNIVERSITY = "university", N_("University")
    MUSIC_SCHOOL = "music_school", N_("Music school")
    CHOIR = "choir", N_("Choir")
    ORCHESTRA = "orchestra", N_("Orchestra or band")
    SPORTS = "sports", N_("Sports club")
    FIRE = "fire", N_("Fire brigade")
    RESCUE = "rescue", N_("Rescue and aid service")
    PARISH = "parish", N_("Parish")
    YOUTH = "youth", N_("Scouts or youth club")
    SENIORS = "seniors", N_("Seniors' club")
    LIBRARY = "library", N_("Library")
    MUSEUM = "museum", N_("Museum or history society")
    HOSPITAL = "hospital", N_("Hospital or care home")
    COMPANY = "company", N_("Company")
    CHAMBER = "chamber", N_("Chamber or trade association")
    THEATRE = "theatre", N_("Theatre or dance group")
    CLUB = "club", N_("Other club")
    OTHER = "other", N_("Other link")


class ExchangeWay(Code):
    """Which way people went in an exchange."""

    TO_US = "to_us", N_("They came to us")
    TO_THEM = "to_them", N_("We went there")
    ELSEWHERE = "elsewhere", N_("Met in a third place")
    ONLINE = "online", N_("Online")
