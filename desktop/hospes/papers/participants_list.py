# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants lists to sign (domain 6, paper 23): general, or with the columns a funder asks for (domain 3).

They lie open on a table: birth dates and addresses stand only on the lists whose funder wants them, and diet,
telephone and health never (REQ-4-16).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from hospes.domain.codes import Code, Gender
from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.names import for_reader, join, prefix_behind
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, choice, number, text, tick
from hospes.papers.visit_paper import (
    VisitPaper,
    by_name,
    delegation_name,
    foot,
    version_line,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit

FEW_EMPTY: Final = 5
"""So many empty rows or fewer begin no sheet of their own; whoever wants more gets all of them."""

ROW_HEIGHT: Final = 9.0
"""Millimetres a signature needs."""

HOME_LISTS: Final = {"DE": "D", "FR": "F", "PL": "PL"}
"""What the youth offices call their lists, by the country people live in."""


class Scheme(Code):
    """Whose columns the list has."""

    GENERAL = "general", N_("General")
    EU = "eu", N_("European Union (CERV)")
    DFJW = "dfjw", N_("Franco-German Youth Office (DFJW, OFAJ)")
    DPJW = "dpjw", N_("German-Polish Youth Office (DPJW, PNWM)")
    MUNICIPAL = "municipal", N_("Town or region")
    TRAINING = "training", N_("Apprentices and pupils: trade, company, school")


@dataclass(frozen=True, kw_only=True)
class ParticipantsListOptions(SheetOptions):
    """What stands on the list."""

    scheme: Scheme = choice(N_("Columns"), Scheme.GENERAL)
    hosts: bool = tick(N_("Also those who host"), hint=N_("Where they take part as guests of the programme."))
    purpose: str = text(N_("Purpose or grant"))
    organiser: str = text(N_("Organiser"), hint=N_("Our association if nothing is given."))
    reserve: int = number(N_("Empty rows"), 5, 0, 100)
    certify: bool = tick(N_("Certification under the list"), True)


Reading = Callable[["PaperGuest", "PaperVisit", Locale], str]


@dataclass(frozen=True, slots=True)
class _Field:
    """A column and what stands in it."""

    head: str
    read: Reading
    fixed: float = 0.0
    strong: bool = False
    least: float = 0.0
    """Millimetres, of a column that is often filled in by hand."""
    whole: bool = False
    below: str = ""
    """Heading of what stands beneath in smaller letters."""
    read_below: Reading | None = None

    def cell(self, guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> Cell:
        """What stands in a row."""
        lead = self.read(guest, visit, locale)
        second = self.read_below(guest, visit, locale) if self.read_below is not None else ""
        return (lead, second) if second else lead


def _surname(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return split_name(guest, visit, locale)[0]


def _given(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return split_name(guest, visit, locale)[1]


def split_name(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> tuple[str, str]:
    """Surname and first name as lists of two columns have them."""
    name = for_reader(guest.name, locale.code)
    given = join(name.title_prefix, name.given or name.nickname)
    surname = join(name.surname, name.surname2)
    if not surname:
        return join(name.surname_prefix, name.latin_name or name.script_name or given), ""
    if prefix_behind(name, visit.home):
        return surname, join(given, name.surname_prefix)
    return join(name.surname_prefix, surname), given


def _town(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    if guest.address is not None and guest.address.town:
        return guest.address.town
    own = visit.delegation(guest.delegation_id)
    return own.name(locale.language) if own else ""


def _postcode_town(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    code = guest.address.postcode if guest.address else ""
    return " ".join(part for part in (code, _town(guest, visit, locale)) if part)


def _postcode(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.address.postcode if guest.address else ""


def _street(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    street = guest.address.street if guest.address else ""
    return ", ".join(part for part in (street, _postcode_town(guest, visit, locale)) if part)


def _sex(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    words = {
        Gender.FEMALE: locale.ptext("sex in a list", "f"),
        Gender.MALE: locale.ptext("sex in a list", "m"),
        Gender.NEUTRAL: locale.ptext("sex in a list", "x"),
    }
    return words.get(guest.name.gender, "")


def _age(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    age = guest.age(visit.first) if visit.first else None
    return "" if age is None else locale.number(age)


def _band(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    age = guest.age(visit.first) if visit.first else None
    return " ".join(part for part in (_sex(guest, visit, locale), age_band(age)) if part)


def age_band(age: int | None) -> str:
    """The age in the bands funders count in."""
    if age is None:
        return ""
    for first, last in ((0, 17), (18, 29), (30, 59)):
        if first <= age <= last:
            return f"{first}–{last}" if first else f"< {last + 1}"
    return "60+"


def _birth(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    if guest.birth is None:
        return ""
    return locale.date(guest.birth.exact) if guest.birth.exact else locale.rough(guest.birth)


def _role(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.role or _kind(guest, locale)


def _kind(guest: "PaperGuest", locale: Locale) -> str:
    """Guest, host or whatever; French has a form for women and one for men."""
    words = ""
    if guest.kind is ParticipationKind.GUEST and guest.name.gender is Gender.FEMALE:
        words = locale.ptext("role, woman", "Guest")
    elif guest.kind is ParticipationKind.GUEST and guest.name.gender is Gender.MALE:
        words = locale.ptext("role, man", "Guest")
    return locale.label(guest.kind) if words in {"", "Guest"} else words


def _work(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.profession or (locale.label(guest.target_group) if guest.target_group else "")


def _training(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.training


def _trade(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.trade or _work(guest, visit, locale)


def _company(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.company


def _school(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return guest.school


def _from(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return locale.date(guest.arrival)


def _to(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    return locale.date(guest.departure)


def _days(guest: "PaperGuest", visit: "PaperVisit", locale: Locale) -> str:
    if guest.arrival is None or guest.departure is None:
        return ""
    return locale.number((guest.departure - guest.arrival).days + 1)


_SURNAME = _Field(N_("Last name"), _surname, strong=True)
_GIVEN = _Field(N_("First name"), _given)
_TOWN = _Field(N_("Town"), _town)
_BORN = _Field(N_("Date of birth"), _birth, whole=True, below=N_("Age"), read_below=_age)
_LIVES = _Field(N_("Town"), _town, below=N_("Postcode"), read_below=_postcode)
_FROM_TO = _Field(N_("First day"), _from, whole=True, below=N_("Last day"), read_below=_to)

_FIELDS: Final[Mapping[Scheme, tuple[_Field, ...]]] = {
    Scheme.GENERAL: (_SURNAME, _GIVEN, _TOWN),
    Scheme.EU: (
        _SURNAME, _GIVEN, _Field(N_("Sex, age"), _band, whole=True), _Field(N_("Role"), _role),
        _Field(N_("Days present"), _days, fixed=18),
    ),
    Scheme.DFJW: (
        _SURNAME, _GIVEN, _Field(N_("Sex"), _sex, fixed=14), _BORN, _LIVES,
        _Field(N_("Occupation"), _work, read_below=_training), _FROM_TO,
    ),
    Scheme.DPJW: (
        _SURNAME, _GIVEN, _Field(N_("Sex"), _sex, fixed=14), _BORN, _LIVES, _Field(N_("Role"), _role),
        _FROM_TO,
    ),
    Scheme.MUNICIPAL: (
        _SURNAME, _GIVEN, _Field(N_("Address"), _street), _Field(N_("Age"), _age, fixed=14),
        _Field(N_("Days present"), _days, fixed=18),
    ),
    Scheme.TRAINING: (
        _SURNAME, _GIVEN, _Field(N_("Age"), _age, fixed=14), _Field(N_("Trade"), _trade),
        _Field(N_("Company"), _company, least=26), _Field(N_("School"), _school, least=26), _FROM_TO,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Participants:
    """Who is on the list."""

    visit: "PaperVisit"
    guests: tuple["PaperGuest", ...]
    version: int
    lines: Mapping[str, str]
    chosen: bool = False
    """Picked in the list of the visit's people: no version of the whole list."""


class ParticipantsList(VisitPaper[ParticipantsListOptions, Participants]):
    """The participants list."""

    code: ClassVar[str] = "participants-list"
    title: ClassVar[str] = N_("Participants list")
    about: ClassVar[str] = N_("To be signed, general or with the columns of a grant")
    options: ClassVar[type[Options]] = ParticipantsListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ParticipantsListOptions, scope: Scope, locale: Locale
    ) -> Participants:
        """Everybody who takes part, by name; or those picked in a list, in its order."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_prints import version_of

        visit = paper_visit(connection, scope.visit)
        if scope.people is not None:
            from hospes.queries.paper_visit_chosen import chosen_guests

            return Participants(visit, chosen_guests(connection, visit, scope.people), 0, {}, chosen=True)
        some = [
            guest
            for guest in visit.guests
            if options.hosts or (guest.visiting and guest.kind is not ParticipationKind.HOST)
        ]
        some.sort(key=by_name(visit, locale))
        lines = {guest.person_id.hex: f"{guest.arrival or ''}/{guest.departure or ''}" for guest in some}
        return Participants(visit, tuple(some), version_of(connection, visit.id, self.code, lines), lines)

    def printed(self, data: Participants) -> Printed | None:
        """Who was on the list; a part of it is no new state of the list."""
        return None if data.chosen else Printed(data.visit.id, data.version, data.lines)

    def build(self, data: Participants, options: ParticipantsListOptions, kit: "Kit") -> "Document":
        """Draw the list with rows high enough to sign in."""
        tongues = kit.tongues
        n = len(data.guests)
        total = tongues.ntext("One participant", "{n} participants", n)
        version = () if data.chosen else (version_line(tongues, data.version, kit.today),)
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, *version, total),
            landscape=True,
        )
        scheme = "" if options.scheme is Scheme.GENERAL else tongues.label(options.scheme).joined()
        flow.terms([
            (tongues.text("Organiser"), options.organiser or kit.sender.name),
            (tongues.text("Purpose"), options.purpose),
            (tongues.text("Columns for"), scheme),
        ])  # fmt: skip
        sections = list(_sections(data, options, tongues))
        keep = 30 * MM if options.certify else 0.0
        empty = tongues.text("Nobody is on this list.").joined()
        flow.list(
            Listing(
                _columns(options, tongues),
                sections,
                total.joined(),
                empty,
                ROW_HEIGHT,
                keep_after=keep,
                spare=options.reserve if data.guests and options.reserve <= FEW_EMPTY else 0,
            )
        )
        if options.certify:
            certification(flow, options.scheme, tongues)
        return kit.finish()

    def table(self, data: Participants, options: ParticipantsListOptions, locale: Locale) -> Table:
        """The rows without the empty ones."""
        fields = _FIELDS[options.scheme]
        heads = [head for field in fields for head in (field.head, field.below) if head]
        headings = [N_("No."), N_("Delegation"), *heads, N_("Signature")]
        rows: list[list[Value]] = []
        for at, guest in enumerate(data.guests, 1):
            own = data.visit.delegation(guest.delegation_id)
            values = [
                read(guest, data.visit, locale)
                for field in fields
                for read in (field.read, field.read_below if field.below else None)
                if read is not None
            ]
            rows.append([at, own.name(locale.language) if own else "", *values, ""])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _columns(options: ParticipantsListOptions, tongues: Tongues) -> list[Column]:
    columns = [Column(tongues.text("No."), Align.RIGHT, fixed=12)]
    for one in _FIELDS[options.scheme]:
        head = _head(one, tongues)
        columns.append(Column(head, strong=one.strong, fixed=one.fixed, least=one.least, whole=one.whole))
    # Large letters need the room; a signature does with less.
    return [*columns, Column(tongues.text("Signature"), fixed=44 if options.large_print else 58)]


def _head(one: _Field, tongues: Tongues) -> Pair:
    """The heading of a column, with what stands beneath in its rows."""

    def say(locale: Locale) -> str:
        parts = (locale.text(head) for head in (one.head, one.below) if head)
        return ",\n".join(parts)

    return tongues.each(say)


def _sections(data: Participants, options: ParticipantsListOptions, tongues: Tongues) -> "list[Section]":
    """A section for each delegation, for the youth offices for each country people live in."""
    fields = _FIELDS[options.scheme]
    by_country = options.scheme in {Scheme.DFJW, Scheme.DPJW}
    groups = _by_country(data, tongues) if by_country else _by_delegation(data, tongues)
    sections: list[Section] = []
    numbered = 0
    for at, (title, guests) in enumerate(groups):
        rows: list[list[Cell]] = []
        for guest in guests:
            numbered += 1
            rows.append([str(numbered), *(f.cell(guest, data.visit, tongues.first) for f in fields), ""])
        if at == len(groups) - 1:
            for _ in range(options.reserve):
                numbered += 1
                rows.append([str(numbered), *("" for _ in fields), ""])
        total = tongues.ntext("One participant", "{n} participants", len(guests)).joined()
        # One delegation alone: its sum is that of the list.
        sections.append(Section(rows, title, total if len(groups) > 1 else ""))
    if not groups and options.reserve:
        blank: list[list[Cell]] = [[str(n + 1), *("" for _ in fields), ""] for n in range(options.reserve)]
        sections.append(Section(blank))
    return sections


def _by_delegation(data: Participants, tongues: Tongues) -> "list[tuple[Pair, list[PaperGuest]]]":
    found = []
    for one in (*data.visit.delegations, None):
        some = [guest for guest in data.guests if guest.delegation_id == (one.id if one else None)]
        if some:
            title = delegation_name(one, tongues)
            country = one.country if one else ""
            if country:
                title = _with_country(title, country, tongues)
            found.append((title, some))
    return found


def _with_country(title: Pair, country: str, tongues: Tongues) -> Pair:
    first = f"{title.first}, {tongues.first.country(country)}"
    return Pair(first, f"{title.second}, {tongues.second.country(country)}" if tongues.second else "")


def _by_country(data: Participants, tongues: Tongues) -> "list[tuple[Pair, list[PaperGuest]]]":
    """List D for people who live in Germany, F for France, whatever passport they have (domain 3.3)."""
    found: dict[str, list[PaperGuest]] = {}
    for guest in data.guests:
        own = data.visit.delegation(guest.delegation_id)
        lives = (guest.address.country if guest.address else "") or (own.country if own else "")
        found.setdefault(lives, []).append(guest)

    def title(country: str) -> Pair:
        if not country:
            return tongues.text("Country not known")
        letter = HOME_LISTS.get(country)

        def say(locale: Locale) -> str:
            name = locale.country(country)
            if letter is None:
                return locale.text("People who live in: {country}", country=name)
            return locale.text("List {letter}, people who live in: {country}", letter=letter, country=name)

        return tongues.each(say)

    order = sorted(found, key=lambda country: (country not in HOME_LISTS, country))
    return [(title(country), found[country]) for country in order]


def certification(flow: "Flow", scheme: Scheme, tongues: Tongues) -> None:
    """Who certifies the list: the leader, for the youth offices two, for the EU both towns."""
    day = tongues.text("Place and day")
    if scheme is Scheme.EU:
        labels = [day, tongues.text("Name, office and signature of the organiser, stamp"),
                  tongues.text("Name, office and signature for the invited town, stamp")]  # fmt: skip
    elif scheme is Scheme.DPJW:
        partners = (
            tongues.text("Signature of the host partner"),
            tongues.text("Signature of the guest partner"),
        )
        labels = [day, *partners]
    elif scheme is Scheme.DFJW:
        labels = [day, tongues.text("Signature of the leader, hosts"),
                  tongues.text("Signature of the leader, guests")]  # fmt: skip
    else:
        labels = [tongues.text("Present in all"), day, tongues.text("Signature of the leader")]
    flow.signatures(labels)
