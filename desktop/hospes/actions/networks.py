# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in the networks, umbrellas and funders Hospes knows (S38)."""

from dataclasses import dataclass
from typing import ClassVar

from hospes.actions import Action
from hospes.actions.organisations import AddOrganisation
from hospes.actions.reach import AddContactPoint
from hospes.domain.codes import ContactKind, ContactLabel, OrganisationKind
from hospes.domain.errors import UserError
from hospes.domain.networks import Network
from hospes.i18n.marks import N_
from hospes.store.tables.organisations import OrganisationText
from hospes.store.writer import Writer


@dataclass(frozen=True)
class TakeNetworks(Action):
    """Bring in those of the starter list that the file does not know yet. Gives how many came."""

    code: ClassVar[str] = "networks-take"
    label: ClassVar[str] = N_("Bring in networks and umbrellas")

    missing: tuple[Network, ...]

    def apply(self, w: Writer) -> int:
        """Create them, with their names by language and their websites. Raises UserError if there is none."""
        if not self.missing:
            raise UserError("All networks and umbrellas of the list are there already.")
        for one in self.missing:
            kind = OrganisationKind(one.kind)
            made = AddOrganisation(one.name, kind, preferred_language=one.language).apply(w)
            for language, name in one.names.items():
                w.create(OrganisationText, organisation_id=made, language=language, name=name)
            for website in one.websites:
                AddContactPoint("organisation", made, ContactKind.WEB, website, ContactLabel.WORK).apply(w)
        return len(self.missing)

    def refs(self, result: object) -> dict[str, object]:
        """Several; the history says how many."""
        return {}
