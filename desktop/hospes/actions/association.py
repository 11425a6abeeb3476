# SPDX-License-Identifier: GPL-3.0-or-later
"""Founding an association in a new file, and what it says about itself.

Only its name and the two towns are asked for; all else has a default that can be changed (design 5.0).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.actions.themes import new_theme
from hospes.domain.bank import read_bic, read_iban
from hospes.domain.codes import OrganisationKind, Sector, SeriesKind
from hospes.domain.countries import currency_of, read_country, zone_of
from hospes.domain.errors import FieldProblem, FormProblems
from hospes.domain.membership import STARTER_CLASSES
from hospes.domain.sepa import read_creditor_id
from hospes.domain.starter_themes import STARTER_THEMES
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.members import MembershipClass, MembershipClassText, NumberSeries
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.settings import Setting
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer


@dataclass(frozen=True)
class FoundAssociation(Action):
    """The first action of every file. Gives the association's id.

    `partners` are pairs of town and ISO country. `founder` is the name of the person at the keyboard, so that
    the history can say who made a change. The texts of the starting classes are in the language given.
    With `themes` the list of themes is filled with usual ones (S10).
    """

    code: ClassVar[str] = "association-found"
    label: ClassVar[str] = N_("Start {organisation}")

    name: str
    town: str
    country: str
    language: str = "en"
    partners: tuple[tuple[str, str], ...] = ()
    founder: str = ""
    themes: bool = False

    def apply(self, w: Writer) -> UUID:
        """Make the association with its towns, twinnings, number series, classes and themes."""
        name, town, country, partners = self._checked()
        language = normal_code(self.language)
        home = w.create(Territory, name=town, country=country, zone=zone_of(country), is_home=True)
        own = w.create(
            Organisation,
            name=name,
            is_own=True,
            kind=OrganisationKind.OWN,
            sector=Sector.CIVIL,
            territory_id=home.id,
            preferred_language=language,
            currency=currency_of(country),
        )
        for partner, where in partners:
            _twin(w, own, home, partner, where)
        w.create(NumberSeries, owner_id=own.id, kind=SeriesKind.MEMBER)
        starter_classes(w, own, language)
        if self.themes:
            starter_themes(w)
        if self.founder.strip():
            w.create(Setting, key=f"editor.{w.editor}", value=self.founder.strip())
        return own.id

    def refs(self, result: object) -> dict[str, object]:
        """The association."""
        return {"organisation": result}

    def _checked(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        problems: list[FieldProblem] = []
        name, town = self.name.strip(), self.town.strip()
        if not name:
            problems.append(FieldProblem("name", "The association needs a name."))
        if not town:
            problems.append(FieldProblem("town", "The name of our town is missing."))
        country = _country(self.country, "country", problems)
        partners = [
            (partner.strip(), _country(where, "partner_country", problems))
            for partner, where in self.partners
            if partner.strip()
        ]
        if problems:
            raise FormProblems(tuple(problems))
        return name, town, country, partners


def _country(typed: str, field: str, problems: list[FieldProblem]) -> str:
    try:
        return read_country(typed, field)
    except FieldProblem as problem:
        problems.append(problem)
        return ""


def _twin(w: Writer, own: Organisation, home: Territory, town: str, country: str) -> None:
    there = w.create(Territory, name=town, country=country, zone=zone_of(country))
    bond = w.create(Partnership, owner_id=own.id)
    w.create(PartnershipParty, partnership_id=bond.id, territory_id=home.id, is_ours=True)
    w.create(PartnershipParty, partnership_id=bond.id, territory_id=there.id, position=1)


def starter_classes(w: Writer, own: Organisation, language: str) -> None:
    """The classes an association begins with, named in every language."""
    base = language.partition("-")[0]
    for position, starter in enumerate(STARTER_CLASSES):
        row = w.create(
            MembershipClass,
            owner_id=own.id,
            name=starter.names.get(base, starter.names["en"]),
            counts=starter.counts,
            votes=starter.votes,
            age_to=starter.age_to,
            people_to=starter.people_to,
            honorary=starter.honorary,
            position=position,
        )
        for code, name in starter.names.items():
            w.create(MembershipClassText, membership_class_id=row.id, language=code, name=name)


def starter_themes(w: Writer) -> None:
    """Areas and topics to choose from, named in every language; theirs to change."""
    for area in STARTER_THEMES:
        parent = new_theme(w, area.names)
        for topic in area.topics:
            new_theme(w, topic, parent.id)


@dataclass(frozen=True)
class EditAssociation(Edit):
    """Change what the association says about itself: name, tax office, bank, year, logo."""

    code: ClassVar[str] = "association-edit"
    label: ClassVar[str] = N_("Edit {organisation}")
    table: ClassVar[type[Row]] = Organisation
    ref: ClassVar[str] = "organisation"
    fields: ClassVar[frozenset[str]] = frozenset({
        "name", "short_name", "preferred_language", "founded", "register_no", "tax_no", "tax_office",
        "tax_notice_on", "tax_purpose", "bank_name", "iban", "bic", "creditor_id", "currency", "year_start",
        "logo_sha",
    })  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Bank details must be able to exist; the name must not be empty."""
        values = dict(self.values)
        if "name" in values and not str(values["name"]).strip():
            raise FieldProblem("name", "The association needs a name.")
        if values.get("iban"):
            values["iban"] = read_iban(str(values["iban"]))
        if values.get("bic"):
            values["bic"] = read_bic(str(values["bic"]))
        if values.get("creditor_id"):
            values["creditor_id"] = read_creditor_id(str(values["creditor_id"]))
        return values


@dataclass(frozen=True)
class SetAssociationTexts(Action):
    """Name, purpose and foot of letters in one language; empty texts are taken out."""

    code: ClassVar[str] = "association-texts"
    label: ClassVar[str] = N_("Texts of {organisation}")

    language: str
    name: str = ""
    purpose: str = ""
    letter_foot: str = ""
    owner_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep the texts; gives the association's id."""
        own = own_association(w, self.owner_id)
        keys = {"organisation_id": own.id, "language": normal_code(self.language)}
        texts = {
            "name": self.name.strip(),
            "purpose": self.purpose.strip(),
            "letter_foot": self.letter_foot.strip(),
        }
        if any(texts.values()):
            w.put(OrganisationText, keys, **texts)
        else:
            row = w.get(OrganisationText, w.key_for(OrganisationText, keys))
            if row is not None:
                w.delete(row)
        return own.id

    def refs(self, result: object) -> dict[str, object]:
        """The association."""
        return {"organisation": result, "language": self.language}
