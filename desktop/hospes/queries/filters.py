# SPDX-License-Identifier: GPL-3.0-or-later
"""The grammar of filters: how a list is narrowed, kept, given on the command line, and told in words.

A filter is words and conditions `field:value`, all of which must hold:

    dues:open place:Rosenau age:>70 lang:fr tag:choir,theatre -host:yes "anna maria"

A value with blanks stands in quotes; several values divided by commas mean any of them; `-` in front means
not. Numbers, years and days take `>70`, `>=18`, `<18`, `<=17`, `18..30`; texts take `Ober*`. The same text is
kept lists, chips, filter rows and `--filter` (decision 38). This module loads no SQL.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hospes.domain.codes import (
    Code,
    ConsentPurpose,
    DuesState,
    Function,
    Gender,
    OrganisationKind,
    Sector,
)
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

Kind = Literal["text", "number", "day", "choice", "yes"]


class FilterProblem(UserError):
    """A filter cannot be understood."""

    code = "filter-unreadable"


class MemberScope(Code):
    """Whom a list of members is about; without this condition those who are members now."""

    NOW = "yes", N_("Members")
    FORMER = "former", N_("Former members")
    EVER = "any", N_("Members and former members")
    NEVER = "no", N_("Not members")


class Side(Code):
    """Which town somebody stands for."""

    OURS = "ours", N_("Our town")
    THEIRS = "theirs", N_("Partner town")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be asked about, with what its value looks like and how it is called."""

    name: str
    kind: Kind
    label: str
    choices: type[Code] | None = None
    no: str = ""
    """For `yes` fields: how the opposite is called."""


FIELDS = {
    field.name: field
    for field in (
        Field("member", "choice", N_("Membership"), MemberScope),
        Field("dues", "choice", N_("Dues"), DuesState),
        Field("class", "text", N_("Class")),
        Field("number", "text", N_("Member no.")),
        Field("since", "day", N_("Member since")),
        Field("left", "day", N_("Left")),
        Field("household", "text", N_("Household")),
        Field("place", "text", N_("Place")),
        Field("postcode", "text", N_("Postcode")),
        Field("street", "text", N_("Street")),
        Field("country", "text", N_("Country")),
        Field("age", "number", N_("Age")),
        Field("born", "day", N_("Born")),
        Field("birthday", "number", N_("Month of birthday")),
        Field("gender", "choice", N_("Salutation as"), Gender),
        Field("lang", "text", N_("Speaks")),
        Field("tag", "text", N_("Tag")),
        Field("interest", "text", N_("Interest")),
        Field("profession", "text", N_("Profession")),
        Field("office", "choice", N_("Function"), Function),
        Field("organisation", "text", N_("Organisation")),
        Field("sector", "choice", N_("Kind"), Sector),
        Field("kind", "choice", N_("Kind of organisation"), OrganisationKind),
        Field("side", "choice", N_("Side"), Side),
        Field("consent", "choice", N_("Agrees"), ConsentPurpose),
        Field("beds", "number", N_("Beds")),
        Field("host", "yes", N_("Can host"), no=N_("Cannot host")),
        Field("committee", "yes", N_("On the committee"), no=N_("Not on the committee")),
        Field("phone", "yes", N_("Has a phone"), no=N_("Has no phone")),
        Field("email", "yes", N_("Has e-mail"), no=N_("Has no e-mail")),
        Field("minor", "yes", N_("Under 18"), no=N_("Not under 18")),
        Field("deceased", "yes", N_("Has died"), no=N_("Has not died")),
    )
}
"""Everything a filter may ask; `own.NAME` asks for a field the association added."""

OWN = "own."


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `op` is `=`, `>`, `>=`, `<`, `<=` or `..` (then there are two values)."""

    field: str
    values: tuple[str, ...]
    op: str = "="
    negated: bool = False

    def text(self) -> str:
        """As it is written."""
        shown = (".." if self.op == ".." else ",").join(self.values)
        quoted = f'"{shown}"' if re.search(r"\s", shown) else shown
        quoted_field = f'"{self.field}"' if re.search(r"\s", self.field) else self.field
        op = "" if self.op in {"=", ".."} else self.op
        return f"{'-' if self.negated else ''}{quoted_field}:{op}{quoted}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Words to be found, and conditions; nothing of either lets everybody through."""

    words: str = ""
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.terms)

    def text(self) -> str:
        """The filter as it is kept and typed; reading it again gives an equal filter."""
        # Words with a colon would be read as a condition, so they go back into their quotes.
        words = f'"{self.words}"' if ":" in self.words or self.words.startswith("-") else self.words
        return " ".join(part for part in (*(term.text() for term in self.terms), words) if part)

    def having(self, field: str, *values: str, op: str = "=", negated: bool = False) -> "Filter":
        """With this condition in place of others on the same field."""
        return replace(
            self.without(field), terms=(*self.without(field).terms, Term(field, values, op, negated))
        )

    def without(self, field: str) -> "Filter":
        """Without conditions on a field."""
        return replace(self, terms=tuple(term for term in self.terms if term.field != field))

    def searching(self, words: str) -> "Filter":
        """With other words."""
        return replace(self, words=" ".join(words.replace('"', "").split()))

    def of(self, field: str) -> tuple[Term, ...]:
        """Its conditions on a field."""
        return tuple(term for term in self.terms if term.field == field)


EVERYONE = Filter()

_TOKEN = re.compile(
    r"""\s*(?P<minus>-)?(?:"(?P<qfield>own\.[^"]+)"|(?P<field>[A-Za-z][\w.-]*)):
        (?P<op>>=|<=|>|<|=)?(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]+))
      | \s*"(?P<phrase>[^"]*)"
      | \s*(?P<word>[^\s]+)""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d{1,4}\Z")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")


def read_filter(text: str) -> Filter:
    """Read a filter as it was typed or kept. Raises FilterProblem, which says what is wrong."""
    words: list[str] = []
    terms: list[Term] = []
    for found in _TOKEN.finditer(text):
        name = found["qfield"] or found["field"] or ""
        name = name if name.startswith(OWN) else name.lower()
        if not name:
            words.append((found["phrase"] if found["phrase"] is not None else found["word"]).replace('"', ""))
            continue
        value = found["quoted"] if found["quoted"] is not None else found["value"]
        terms.append(_term(name, found["op"] or "=", value, negated=bool(found["minus"])))
    return Filter(" ".join(" ".join(words).split()), tuple(terms))


def _term(name: str, op: str, value: str, *, negated: bool) -> Term:
    field = field_of(name)
    if op == "=" and ".." in value and field.kind in {"number", "day"}:
        first, _, last = value.partition("..")
        return _checked(field, Term(name, (first, last), "..", negated))
    if op != "=" and field.kind not in {"number", "day"}:
        raise FilterProblem(
            "“{field}” is not counted, so it cannot be more or less than a value.", field=name
        )
    values = tuple(part for part in (one.strip() for one in value.split(",")) if part)
    return _checked(field, Term(name, values, op, negated))


def field_of(name: str) -> Field:
    """The field of a name. Raises FilterProblem for one that does not exist."""
    if name.startswith(OWN) and len(name) > len(OWN):
        return Field(name, "text", name[len(OWN) :])
    if name not in FIELDS:
        raise FilterProblem(
            "“{field}” is nothing a list can be filtered by. It can be: {known}.",
            code="filter-unknown-field",
            field=name,
            known=", ".join(FIELDS),
        )
    return FIELDS[name]


def _checked(field: Field, term: Term) -> Term:
    tests: dict[str, Callable[[str], bool]] = {
        "number": lambda value: bool(_NUMBER.match(value)),
        "day": lambda value: bool(_DAY.match(value)),
        "yes": lambda value: value in {"yes", "no"},
        "choice": lambda value: field.choices is not None and value in {c.value for c in field.choices},
        "text": lambda value: True,
    }
    wrong = next((value for value in term.values if not tests[field.kind](value)), None)
    if not term.values or wrong is not None:
        raise FilterProblem(
            "“{value}” does not fit “{field}”. {examples}",
            code="filter-bad-value",
            value=wrong or "",
            field=field.name,
            examples=", ".join(_examples(field)),
        )
    return term


def _examples(field: Field) -> Iterator[str]:
    if field.choices is not None:
        yield from (f"{field.name}:{choice.value}" for choice in field.choices)
    elif field.kind == "yes":
        yield from (f"{field.name}:yes", f"{field.name}:no")
    elif field.kind == "number":
        yield from (f"{field.name}:>70", f"{field.name}:18..30")
    elif field.kind == "day":
        yield from (f"{field.name}:2019", f"{field.name}:>=2019-05", f"{field.name}:2010..2019")
    else:
        yield f"{field.name}:…"


# ---- in words ------------------------------------------------------------------------------------------


def phrases(filter_: Filter, locale: Locale) -> list[str]:
    """Each condition in words, for the foot of a paper and filter rows: `Place: Rosenau`, `Age: over 70`."""
    told = [_phrase(term, locale) for term in filter_.terms]
    if filter_.words:
        told.append(locale.text("found by “{words}”", words=filter_.words))
    return told


def sentence(filter_: Filter, locale: Locale) -> str:
    """The whole filter in one line; nothing for everybody."""
    return " · ".join(phrases(filter_, locale))


_NUMBER_WORDS = {
    ">": N_("{field}: over {value}"),
    ">=": N_("{field}: at least {value}"),
    "<": N_("{field}: under {value}"),
    "<=": N_("{field}: at most {value}"),
}
_DAY_WORDS = {
    ">": N_("{field}: after {value}"),
    ">=": N_("{field}: from {value}"),
    "<": N_("{field}: before {value}"),
    "<=": N_("{field}: until {value}"),
}


def _phrase(term: Term, locale: Locale) -> str:
    field = field_of(term.field)
    label = field.label if term.field.startswith(OWN) else locale.text(field.label)
    if field.kind == "yes":
        yes = (term.values[0] == "yes") != term.negated
        return label if yes else locale.text(field.no)
    values = [_value(field, value, locale) for value in term.values]
    if term.op == "..":
        first, last = values
        if term.negated:
            return locale.text("{field}: not {first} to {last}", field=label, first=first, last=last)
        return locale.text("{field}: {first} to {last}", field=label, first=first, last=last)
    compared = (_DAY_WORDS if field.kind == "day" else _NUMBER_WORDS).get(term.op)
    if compared is not None:
        told = locale.text(compared, field=label, value=values[0])
        return locale.text("not so: {condition}", condition=told) if term.negated else told
    if term.negated:
        return locale.text("{field}: not {value}", field=label, value=" / ".join(values))
    return locale.text("{field}: {value}", field=label, value=" / ".join(values))


def _value(field: Field, value: str, locale: Locale) -> str:
    if field.choices is not None:
        return locale.label(next(choice for choice in field.choices if choice.value == value))
    if field.name == "lang":
        return locale.language_name(value.partition(":")[0])
    if field.name == "country":
        return locale.country(value)
    if field.kind == "day" and len(value) > 4:
        from hospes.domain.values import RoughDate

        return locale.rough(RoughDate.parse(value))
    return value
