# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be printed. A paper is one file here and one line in `PAPERS`."""

from typing import Any

from hospes.papers.address_labels import AddressLabels
from hospes.papers.attendance_list import AttendanceList
from hospes.papers.base import Paper
from hospes.papers.birthday_list import BirthdayList
from hospes.papers.contact_directory import ContactDirectory
from hospes.papers.household_list import HouseholdList
from hospes.papers.member_list import MemberList
from hospes.papers.membership_cards import MembershipCards
from hospes.papers.person_sheet import PersonDataSheet

PAPERS: tuple[Paper[Any, Any], ...] = (
    MemberList(),
    HouseholdList(),
    BirthdayList(),
    MembershipCards(),
    AddressLabels(),
    AttendanceList(),
    PersonDataSheet(),
    ContactDirectory(),
)
"""All papers, in the order of the print centre."""
