# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers, e-mail addresses and bank accounts that cannot belong to anybody.

Germany and France keep telephone numbers free for films and books: these are used where there is no
picture in the design to follow. Poland keeps none; its numbers here begin with a zero after the area
code, which is never given out. E-mail addresses end in `.example`, which nobody can register, and
accounts stand at a bank code that does not exist.
"""

import unicodedata
from functools import lru_cache

CALLING_CODES = {"DE": "49", "FR": "33", "PL": "48"}

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "ı": "i", "ł": "l", "đ": "d"}
)

BANK_CODE = "99999999"


def landline(country: str, number: int) -> str:
    """The n-th telephone number as people write it. Beyond the free ones an extension makes it different."""
    if country == "FR":
        return f"02 61 91 {number // 100 % 100:02d} {number % 100:02d}"
    if country == "PL":
        return f"33 000 {number // 100 % 100:02d} {number % 100:02d}"
    extension = f"-{number // 1000:02d}" if number >= 1000 else ""
    return f"069 90009 {number % 1000:03d}{extension}"


def mobile(country: str, number: int) -> str:
    """The n-th mobile number. There are two hundred free ones in Germany; then they begin anew."""
    if country == "FR":
        return f"06 39 98 {number // 100 % 100:02d} {number % 100:02d}"
    if country == "PL":
        return f"500 000 {number % 1000:03d}"
    start = "0176 040690" if number // 100 % 2 == 0 else "0171 39200"
    return f"{start} {number % 100:02d}"


def e164(typed: str, country: str) -> str:
    """A number as typed in a country, in its international form."""
    digits = "".join(char for char in typed if char.isdigit())
    if typed.startswith("+"):
        return f"+{digits}"
    return f"+{CALLING_CODES[country]}{digits.removeprefix('0')}"


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Small Latin letters only, as e-mail addresses are made of them."""
    parted = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return "".join(char for char in parted if char.isascii() and char.isalpha())


def email(given: str, surname: str, domain: str) -> str:
    """An address at a domain that ends in `.example`."""
    return f"{plain(given)}.{plain(surname)}@{domain}.example"


def iban(account: int) -> str:
    """A German account number with right check digits at a bank that does not exist."""
    body = f"{BANK_CODE}{account:010d}"
    check = 98 - int(f"{body}131400") % 97
    return f"DE{check:02d}{body}"
