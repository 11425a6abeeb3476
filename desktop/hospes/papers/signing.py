# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a letter is signed: the picture of a signature where it was asked for, else room for a hand.

Donation receipts, mandates and minutes have no such option: they are signed by hand (domain 4.2).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hospes.domain.errors import Message
from hospes.domain.names import display_name, for_reader
from hospes.domain.signing import Signer, signature_for
from hospes.i18n.marks import N_
from hospes.papers.kit.ink import MM
from hospes.papers.options import SheetOptions, tick

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit

WIDE: Final = 62 * MM
HIGH: Final = 14 * MM
"""How large a signature is at most: no larger than a hand would write it."""


@dataclass(frozen=True, kw_only=True)
class SignedOptions(SheetOptions):
    """What papers ask that may be signed by a picture."""

    signature_picture: bool = tick(
        N_("Signature picture"), hint=N_("Of whoever signs; pictures are kept in the settings.")
    )


def signer_of(signed_by: str, kit: "Kit") -> Signer | None:
    """Whose signature a paper carries; where it was asked for and there is none, a note."""
    if kit.signers is None:
        return None
    found = signature_for(kit.signers, signed_by)
    if found is not None:
        return found
    note = no_picture(signed_by)
    if kit.book is not None and note not in kit.book.notes:
        kit.book.notes.append(note)
    return None


def no_picture(signed_by: str) -> Message:
    """Why a paper has no picture of a signature though it was asked for."""
    if signed_by.strip():
        return Message(
            "There is no picture of the signature of {name}. It can be added in the settings, under "
            "Association.",
            name=signed_by.strip(),
        )
    return Message("Say by whom it is signed, so that the right picture of a signature is printed.")


def sign(flow: "Flow", closing: str, signed_by: str, kit: "Kit", *, gap: float = 15 * MM) -> None:
    """Closing, signature or room for one, and the name; over the association's that of whoever signed."""
    from hospes.papers.kit.letterhead import draw_logo

    flow.need(gap + (19 if closing else 7) * MM)
    if closing:
        flow.para(closing, kit.type.body, gap=gap)
    else:  # it stands there already, in two languages
        flow.y += gap
    found = signer_of(signed_by, kit)
    if found is not None:
        draw_logo(flow.pen, found.picture, flow.x, flow.y - gap + 0.5 * MM, WIDE, min(HIGH, gap - 1 * MM))
        if not signed_by:
            flow.para(display_name(for_reader(found.name, kit.locale.code)), kit.type.body, gap=0)
    flow.para(signed_by or kit.sender.name, kit.type.body)
