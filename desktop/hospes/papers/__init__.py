# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be printed. A paper is one file here and one line in `PAPERS`.

Whoever wants one made calls `hospes.papers.making`:

    paper = find_paper("member-list")
    options = read_options(paper.options, {"large-print": "yes"})  # or remembered(connection, paper)
    gathered = app.read(gather, paper, options, Scope(app.today))  # reads the file
    document = draw(gathered, page_limit=1)  # the preview; draw(gathered) is the whole
    table = tabulate(gathered)  # of lists: for writers of spreadsheets
"""

from typing import Any

from hospes.papers.activity_report import ActivityReport
from hospes.papers.address_labels import AddressLabels
from hospes.papers.anniversaries import AnniversariesPaper
from hospes.papers.annual_accounts import AnnualAccounts
from hospes.papers.article_draft import ArticleDraft
from hospes.papers.attendance_list import AttendanceList
from hospes.papers.auditors_sheet import AuditorsSheet
from hospes.papers.base import Paper
from hospes.papers.bibliography import BibliographyPaper
from hospes.papers.birthday_list import BirthdayList
from hospes.papers.bus_list import BusList
from hospes.papers.call_out_list import CallOutList
from hospes.papers.cash_journal import CashJournal
from hospes.papers.catering_counts import CateringCounts
from hospes.papers.certificate import Certificate
from hospes.papers.contact_directory import ContactDirectory
from hospes.papers.courtesies import GiftRegister, HonoursList
from hospes.papers.donation_list import DonationList
from hospes.papers.donation_receipt import DonationReceipt
from hospes.papers.draw_record import DrawRecord
from hospes.papers.dues_invoice import DuesInvoice
from hospes.papers.dues_list import DuesList
from hospes.papers.dues_receipt import DuesReceipt
from hospes.papers.dues_reminder import DuesReminder
from hospes.papers.emergency_sheet import EmergencySheet
from hospes.papers.feedback_letter import FeedbackLetter
from hospes.papers.figures import Figures
from hospes.papers.grant_proof import GrantProof
from hospes.papers.guest_card import GuestCard
from hospes.papers.handover_index import HandoverIndex
from hospes.papers.handover_summary import HandoverSummary
from hospes.papers.hospitality_ledger import HospitalityLedger
from hospes.papers.host_sheet import HostSheet
from hospes.papers.hosting_list import HostingList
from hospes.papers.household_list import HouseholdList
from hospes.papers.invitation_list import InvitationList
from hospes.papers.letter import LetterPaper
from hospes.papers.meeting_invitation import MeetingInvitation
from hospes.papers.meeting_minutes import MeetingMinutes, ResolutionsRegister
from hospes.papers.meeting_sign_in import BoardList, MeetingSignIn
from hospes.papers.member_list import MemberList
from hospes.papers.membership_cards import MembershipCards
from hospes.papers.name_badges import NameBadges, PlaceCards
from hospes.papers.network_figures import NetworkFiguresPaper
from hospes.papers.opposites import Opposites
from hospes.papers.packing_list import PackingList
from hospes.papers.participants_list import ParticipantsList
from hospes.papers.person_sheet import PersonDataSheet
from hospes.papers.project_sheet import ProjectSheet
from hospes.papers.publications_list import PublicationsList
from hospes.papers.record_of_processing import RecordOfProcessing
from hospes.papers.registration_form_guest import RegistrationFormGuest
from hospes.papers.registration_form_host import RegistrationFormHost
from hospes.papers.rooming_list import RoomingList
from hospes.papers.school_links import SchoolLinks
from hospes.papers.sepa_collection_list import SepaCollectionList
from hospes.papers.sepa_mandate import SepaMandate
from hospes.papers.sepa_prenotification import SepaPrenotification
from hospes.papers.thank_you_letters import ThankYouLetters
from hospes.papers.training_record import TrainingRecord
from hospes.papers.twinning_chronicle import TwinningChronicle
from hospes.papers.twinning_facts import TwinningFacts
from hospes.papers.twinning_statistics import TwinningStatistics
from hospes.papers.visit_budget import VisitBudget
from hospes.papers.visit_changes import VisitChanges
from hospes.papers.visit_programme import VisitProgramme
from hospes.papers.visit_report import VisitReport
from hospes.papers.volunteer_hours import VolunteerConfirmation, VolunteerHoursList
from hospes.papers.who_is_who import WhoIsWho

PAPERS: tuple[Paper[Any, Any], ...] = (
    MemberList(),
    HouseholdList(),
    BirthdayList(),
    MembershipCards(),
    AddressLabels(),
    AttendanceList(),
    MeetingInvitation(),
    MeetingSignIn(),
    MeetingMinutes(),
    ActivityReport(),
    ResolutionsRegister(),
    BoardList(),
    HandoverSummary(),
    HandoverIndex(),
    TrainingRecord(),
    VolunteerHoursList(),
    VolunteerConfirmation(),
    PersonDataSheet(),
    RecordOfProcessing(),
    ContactDirectory(),
    Opposites(),
    InvitationList(),
    WhoIsWho(),
    TwinningFacts(),
    TwinningChronicle(),
    AnniversariesPaper(),
    SchoolLinks(),
    ProjectSheet(),
    TwinningStatistics(),
    GiftRegister(),
    HonoursList(),
    FeedbackLetter(),
    PublicationsList(),
    BibliographyPaper(),
    Certificate(),
    NetworkFiguresPaper(),
    Figures(),
    HostingList(),
    VisitProgramme(),
    ParticipantsList(),
    HostSheet(),
    GuestCard(),
    CallOutList(),
    BusList(),
    PackingList(),
    RoomingList(),
    CateringCounts(),
    NameBadges(),
    PlaceCards(),
    EmergencySheet(),
    RegistrationFormGuest(),
    RegistrationFormHost(),
    ThankYouLetters(),
    LetterPaper(),
    VisitChanges(),
    VisitBudget(),
    GrantProof(),
    DrawRecord(),
    DuesList(),
    DuesInvoice(),
    DuesReminder(),
    DuesReceipt(),
    DonationReceipt(),
    DonationList(),
    SepaMandate(),
    SepaPrenotification(),
    SepaCollectionList(),
    CashJournal(),
    AnnualAccounts(),
    AuditorsSheet(),
    VisitReport(),
    ArticleDraft(),
    HospitalityLedger(),
)
"""All papers, in the order of the print centre."""
