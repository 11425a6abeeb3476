# SPDX-License-Identifier: GPL-3.0-or-later
"""What an association says about itself on receipts for the tax office, and the words of its forms."""

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection

from hospes import paths
from hospes.domain.addresses import PostalAddress, address_lines
from hospes.domain.donations import TaxFacts, Verified
from hospes.domain.donations_codes import DuesDeductible, Eligibility, NoticeKind
from hospes.domain.donations_texts import FormTexts, in_force, read_forms
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.association import Association, association
from hospes.queries.paper_payers import recipients
from hospes.queries.settings import settings

PREFIX = "donations."
"""Before every setting of this part."""
TEXT = f"{PREFIX}text."
C = TypeVar("C", bound=StrEnum)

SPOKEN = {"DE": "de", "FR": "fr"}
"""The language of a country's forms."""


@cache
def shipped() -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Every version of every country's forms, as the files say it."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for path in sorted((paths.resources() / "receipts").glob("*/*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        found.setdefault(str(raw["country"]), []).append(raw)
    return {country: tuple(some) for country, some in found.items()}


def form_texts(connection: Connection, day: date) -> FormTexts | None:
    """The words of the forms in force on a day, with the association's corrections; None without forms."""
    own = association(connection)
    raw = in_force(shipped().get(own.country, ()), day)
    if raw is None:
        return None
    edits = {key.removeprefix(TEXT): str(value) for key, value in settings(connection, TEXT, own.id).items()}
    return read_forms(raw, edits)


def tax_facts(connection: Connection, today: date) -> TaxFacts:
    """What the association says about itself."""
    own = association(connection)
    kept = {key.removeprefix(PREFIX): value for key, value in settings(connection, PREFIX, own.id).items()}
    issuer, has_address = _issuer(connection, own, today, str(kept.get("issuer") or ""))
    texts = form_texts(connection, today)
    return TaxFacts(
        country=own.country,
        issuer=issuer,
        has_address=has_address,
        place=own.town,
        tax_no=own.tax_no,
        tax_office=own.tax_office,
        notice=_code(NoticeKind, kept.get("notice")),
        notice_on=own.tax_notice_on,
        period=str(kept.get("period") or ""),
        purpose=own.tax_purpose,
        dues=_code(DuesDeductible, kept.get("dues")) or DuesDeductible.UNDECIDED,
        machine_on=_day(kept.get("machine_on")),
        signed_by=str(kept.get("signed_by") or ""),
        register_no=own.register_no,
        eligible=_code(Eligibility, kept.get("eligible")),
        eligible_on=_day(kept.get("eligible_on")),
        eligible_by=str(kept.get("eligible_by") or ""),
        verified=_verified(kept.get("verified"), texts),
    )


def _issuer(
    connection: Connection, own: Association, today: date, typed: str
) -> tuple[tuple[str, ...], bool]:
    """Name and address of the association: as somebody typed them, else from its page."""
    lines = tuple(line.strip() for line in typed.splitlines() if line.strip())
    if lines:
        return lines, len(lines) > 1
    payer = Payer(PayerKind.ORGANISATION, own.id)
    known = recipients(connection, {payer}, today, own.language or "en").get(payer)
    if known is None or known.address is None:
        return (own.name,), False
    a = known.address
    address = PostalAddress(a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country)
    return address_lines((own.name,), address, Locale.of(own.language or "en"), own.country), True


def _code(kind: type[C], value: object) -> C | None:
    return next((one for one in kind if one.value == value), None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _verified(value: object, texts: FormTexts | None) -> Verified | None:
    """The tick, if it is about the words as they are now."""
    if not isinstance(value, Mapping) or texts is None or value.get("print") != texts.print_of:
        return None
    day = _day(value.get("on"))
    return Verified(day, str(value.get("by") or "")) if day is not None else None
