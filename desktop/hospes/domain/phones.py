# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers: kept as typed, and beside that in the international form that can be compared and
dialled from everywhere (decision 6). How a reader sees a number is `Locale.phone`.
"""

import re
from functools import lru_cache

from hospes.domain.codes import ContactKind
from hospes.i18n.fold import digits

_SHORTEST = 5
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=8192)
def e164(typed: str, country: str) -> str:
    """The international form, `+492511234567`, or nothing if the text is not a number that can exist.

    Args:
        typed: as typed, with or without the country's code.
        country: ISO code of the country whose national numbers are meant.
    """
    if len(digits(typed)) < _SHORTEST or _LETTERS.search(typed):
        return ""
    import phonenumbers
    from phonenumbers import NumberParseException, PhoneNumberFormat

    text = re.sub(r"^\s*00", "+", typed).replace("(0)", "")
    try:
        number = phonenumbers.parse(text, country.upper() or None)
    except NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


@lru_cache(maxsize=8192)
def kind_of(international: str) -> ContactKind:
    """Mobile or fixed line, as far as the number tells; a fixed line if it does not."""
    if not international:
        return ContactKind.PHONE
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(international, None))
    return ContactKind.MOBILE if kind == phonenumbers.PhoneNumberType.MOBILE else ContactKind.PHONE
