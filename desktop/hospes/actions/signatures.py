# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures on the association's papers: its logo, and the signatures of those who sign for it.

The bytes are kept like those of documents, once under their SHA-256.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.documents import keep_bytes
from hospes.actions.own import own_association
from hospes.domain.errors import UserError
from hospes.domain.signing import FORMS, MOST_BYTES
from hospes.i18n.marks import N_
from hospes.store.tables.people import Person
from hospes.store.tables.signatures import SignaturePicture
from hospes.store.writer import Writer


@dataclass(frozen=True, slots=True)
class PaperPicture:
    """A picture for papers."""

    media_type: str
    data: bytes


def _kept(w: Writer, picture: PaperPicture) -> str:
    """Keep a picture that papers can show. Raises UserError."""
    if picture.media_type not in FORMS:
        raise UserError("Papers show pictures that are PNG or JPEG.", code="picture-form")
    if not picture.data or len(picture.data) > MOST_BYTES:
        raise UserError(
            "The picture is too large for papers. Make it smaller with a picture program first.",
            code="picture-too-big",
        )
    return keep_bytes(w, picture.media_type, picture.data)


@dataclass(frozen=True)
class SetSignaturePicture(Action):
    """Keep how somebody signs, instead of what was kept before."""

    code: ClassVar[str] = "signature-picture-set"
    label: ClassVar[str] = N_("Keep the signature of {person} as a picture")

    person_id: UUID
    picture: PaperPicture

    def apply(self, w: Writer) -> None:
        """Keep it."""
        owner = own_association(w).id
        person = w.must(Person, self.person_id)
        keys = {"owner_id": owner, "person_id": person.id}
        w.put(SignaturePicture, keys, picture_sha=_kept(w, self.picture))

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class RemoveSignaturePicture(Action):
    """Take the picture of somebody's signature out."""

    code: ClassVar[str] = "signature-picture-remove"
    label: ClassVar[str] = N_("Remove the picture of the signature of {person}")

    person_id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        keys = {"owner_id": own_association(w).id, "person_id": self.person_id}
        w.delete(w.must(SignaturePicture, w.key_for(SignaturePicture, keys)))

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class SetLogo(Action):
    """Put a logo on the papers of the association, or none."""

    code: ClassVar[str] = "association-logo"
    label: ClassVar[str] = N_("Change the logo of {organisation}")

    picture: PaperPicture | None

    def apply(self, w: Writer) -> UUID:
        """Keep it; gives the association's id."""
        own = own_association(w)
        own.logo_sha = None if self.picture is None else _kept(w, self.picture)
        return own.id

    def refs(self, result: object) -> dict[str, object]:
        """The association."""
        return {"organisation": result}
