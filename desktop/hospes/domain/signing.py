# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose signature stands over a typed name: a picture of another's hand must never come there.

Papers say by whom they are signed in words of somebody's own (`Hannelore Fischer, chairwoman`). A picture
belongs there only where these words name its owner, and nobody else whose picture is kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.i18n.fold import fold

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.person_name import PersonName

MOST_BYTES = 1024 * 1024
"""What a picture for papers may weigh; those Hospes cuts itself are far smaller."""
FORMS = frozenset({"image/png", "image/jpeg"})
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose signature is kept as a picture."""

    person_id: "UUID"
    name: "PersonName"
    picture: bytes


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def named_in(name: "PersonName", signed_by: str) -> bool:
    """Whether these words name somebody: by surname, and by given name or what they are called."""
    said = _words(signed_by)
    surname = _words(name.surname)
    given = [_words(one) for one in (name.given, name.nickname) if one]
    first = [_words(one.split()[0]) for one in (name.given,) if one.split()]
    if not surname or not surname <= said:
        return False
    return not given or any(one <= said for one in (*given, *first))


def signature_for(signers: Iterable[Signer], signed_by: str) -> Signer | None:
    """Whose picture stands over what a paper is signed with; None where that is not certain.

    A paper signed by the association and nobody by name takes the picture if there is just one.
    """
    every = tuple(signers)
    found = [one for one in every if named_in(one.name, signed_by)] if signed_by.strip() else every
    return found[0] if len(found) == 1 else None
