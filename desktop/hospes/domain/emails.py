# SPDX-License-Identifier: GPL-3.0-or-later
"""E-mail addresses and websites: what can be used, and what is wrong with the rest.

The test is that of the eye, not of RFC 5322: something before the @, a domain with a dot and an ending behind
it, no blanks. Domains and names with letters of other alphabets are fine.
"""

import re

from hospes.domain.errors import FieldProblem

_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?\Z")
_ENDING = re.compile(r"(?:[^\W\d_]{2,63}|xn--[a-z0-9-]+)\Z", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_BETWEEN = re.compile(r"<([^<>]+)>\s*\Z")


def read_email(typed: str, field: str = "email") -> str:
    """The address as it is kept: without blanks around it, domain in small letters.

    `mailto:` and `Barbara <b@example.org>` are understood. Raises FieldProblem where it cannot be used.
    """
    text = typed.strip()
    between = _BETWEEN.search(text)
    text = (between[1] if between else text).strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if "@" not in text:
        raise FieldProblem(field, "The @ is missing. What you typed is kept.")
    if re.search(r"\s", text):
        raise FieldProblem(
            field,
            "There is a blank in the address. What you typed is kept.",
            (re.sub(r"\s+", "", text),),
        )
    if text.count("@") > 1 or "," in text or ";" in text:
        raise FieldProblem(field, "Only one address fits here; add another line for the second.")
    name, domain = text.split("@")
    if not name or name.startswith(".") or name.endswith(".") or ".." in name:
        raise FieldProblem(field, "Something is missing before the @. What you typed is kept.")
    return f"{name}@{_domain(domain, field)}"


def _domain(domain: str, field: str) -> str:
    domain = domain.removesuffix(".").lower()
    labels = domain.split(".")
    if len(labels) < 2 or not labels[-1]:
        raise FieldProblem(field, "The ending is missing, such as “.de”. What you typed is kept.")
    if not all(_LABEL.match(label) and len(label) < 64 for label in labels) or not _ENDING.match(labels[-1]):
        raise FieldProblem(field, "What stands behind the @ is no address. What you typed is kept.")
    return domain


def read_website(typed: str, field: str = "web") -> str:
    """The address of a website as it is kept, with `https://` unless another was typed.

    Raises FieldProblem where it cannot be used.
    """
    text = typed.strip()
    bare = _SCHEME.sub("", text)
    host = bare.split("/")[0].split(":")[0]
    if re.search(r"\s", text) or "@" in host or "." not in host:
        raise FieldProblem(field, "This is no address of a website. What you typed is kept.")
    _domain(host, field)
    return text if bare != text else f"https://{text}"


def web_link(kept: str) -> str:
    """A kept address as it may be handed to a browser; empty if it is none.

    What stands in a file may come from elsewhere and never have passed `read_website`: nothing but web pages
    is opened, no files, programs or scripts (reliability T6.7).
    """
    try:
        return kept if read_website(kept) == kept else ""
    except FieldProblem:
        return ""
