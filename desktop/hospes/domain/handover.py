# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new committee is handed (REQ-1-22): the parts, and what is left out on purpose."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class Part(Code):
    """A part of the package; the index is always in it."""

    SUMMARY = "summary", N_("How our association works, with open tasks")
    CONTACTS = "contacts", N_("Contacts in both towns and our committee")
    TWINNINGS = "twinnings", N_("Fact sheets of the twinnings")
    AGREEMENTS = "agreements", N_("Scans of charters and agreements")
    MEMBERS = "members", N_("List of members")
    RESOLUTIONS = "resolutions", N_("Register of resolutions")
    MONEY = "money", N_("Dues and accounts")
    FILE = "file", N_("A copy of the file itself")


LEFT_OUT = (
    N_("Passwords: no password stands in this package. Hand them over by word of mouth."),
    N_(
        "Health notes and what guests told of their diet: on no paper. They are in the copy of the file only."
    ),
    N_("Who does not want to stay with whom: on no paper. It is in the copy of the file only."),
    N_("Confidential documents: neither name nor content. They are in the copy of the file only."),
    N_("Bank accounts of members: on no paper. They are in the copy of the file only."),
    N_("Settings of a computer: places for backups, printers, the look of the window."),
)
"""What is deliberately not in it."""
