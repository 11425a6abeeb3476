# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be set on a paper, as data: the window makes a form of it and the command line its `--set`.

A paper's options are a frozen dataclass whose fields say their label and kind:

    large_print: bool = tick(N_("Large print"))
    order: Order = choice(N_("Sorted by"), Order.NAME)

The names are a contract in kebab-case (decision 38): `--set large-print=yes`.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast

from hospes.domain.codes import Code
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.papers.kit.page import PaperSize

C = TypeVar("C", bound=Code)
AnyOptions = TypeVar("AnyOptions", bound="Options")


class OptionKind(StrEnum):
    """How an option is asked for."""

    TICK = "tick"
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    TEXT = "text"
    DAY = "day"
    LANGUAGE = "language"  # a language code; empty = the reader's or the association's
    STOCK = "stock"  # the code of a label sheet, or its measures


@dataclass(frozen=True, slots=True)
class OptionField:
    """One option of a paper."""

    name: str
    kind: OptionKind
    label: str
    default: Any
    codes: type[Code] | None = None
    least: float = 0
    most: float = 0
    hint: str = ""
    personal: bool = False  # shows data that not everybody should see; off unless ticked
    machine: bool = False  # of this computer's printer, or of this one time: not remembered in the file

    @property
    def flag(self) -> str:
        """The name on the command line."""
        return self.name.replace("_", "-")


def _option(kind: OptionKind, label: str, default: Any, **more: Any) -> Any:  # noqa: ANN401 - see the callers
    return field(default=default, metadata={"option": (kind, label, more)})


def tick(
    label: str, default: bool = False, *, hint: str = "", personal: bool = False, machine: bool = False
) -> bool:
    """Yes or no."""
    return cast(
        "bool", _option(OptionKind.TICK, label, default, hint=hint, personal=personal, machine=machine)
    )


def choice(label: str, default: C, *, hint: str = "") -> C:
    """One of the codes of an enumeration."""
    return cast("C", _option(OptionKind.CHOICE, label, default, codes=type(default), hint=hint))


def several(label: str, default: tuple[C, ...], codes: type[C], *, hint: str = "") -> tuple[C, ...]:
    """Any of the codes of an enumeration."""
    return cast("tuple[C, ...]", _option(OptionKind.SEVERAL, label, default, codes=codes, hint=hint))


def number(label: str, default: int, least: int, most: int, *, hint: str = "", machine: bool = False) -> int:
    """A whole number."""
    more = {"least": least, "most": most, "hint": hint, "machine": machine}
    return cast("int", _option(OptionKind.NUMBER, label, default, **more))


def text(label: str, default: str = "", *, hint: str = "") -> str:
    """Words of one's own."""
    return cast("str", _option(OptionKind.TEXT, label, default, hint=hint))


def day(label: str, *, hint: str = "", machine: bool = False) -> date | None:
    """A day; None where the paper knows one itself."""
    return cast("date | None", _option(OptionKind.DAY, label, None, hint=hint, machine=machine))


def language(label: str, *, hint: str = "") -> str:
    """A language; empty where the paper knows one itself."""
    return cast("str", _option(OptionKind.LANGUAGE, label, "", hint=hint))


def stock(label: str, default: str) -> str:
    """A sheet of labels."""
    return cast("str", _option(OptionKind.STOCK, label, default))


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every paper asks."""

    language: str = language(N_("Language"))

    @classmethod
    def described(cls) -> tuple[OptionField, ...]:
        """The options in the order they are asked for."""
        found = []
        for entry in fields(cls):
            if "option" in entry.metadata:
                kind, label, more = entry.metadata["option"]
                default = entry.default if entry.default is not MISSING else None
                found.append(OptionField(entry.name, kind, label, default, **more))
        return tuple(found)


@dataclass(frozen=True, kw_only=True)
class SheetOptions(Options):
    """What papers with a letterhead ask."""

    second_language: str = language(N_("Second language"))
    size: PaperSize = choice(N_("Paper size"), PaperSize.A4)
    large_print: bool = tick(N_("Large print"))


def read_options(options: type[AnyOptions], given: Mapping[str, str]) -> AnyOptions:
    """Options as typed on a command line, by their kebab-case names.

    Raises:
        UserError: a name or a value is not known; the sentence says which are.
    """
    described = {option.flag: option for option in options.described()}
    values: dict[str, Any] = {}
    for flag, typed in given.items():
        option = described.get(flag)
        if option is None:
            raise UserError(
                "This paper has no option “{option}”. It has: {known}.",
                code="option-unknown",
                option=flag,
                known=", ".join(sorted(described)),
            )
        values[option.name] = _read(option, typed)
    return options(**values)


_YES, _NO = {"yes", "true", "on", "1"}, {"no", "false", "off", "0", ""}


def _read(option: OptionField, typed: str) -> Any:  # noqa: ANN401 - the type is the option's
    try:
        return _READERS[option.kind](option, typed.strip())
    except ValueError:
        raise UserError(
            "“{value}” does not suit the option “{option}”. It takes {known}.",
            code="option-unusable",
            value=typed,
            option=option.flag,
            known=_takes(option),
        ) from None


def _takes(option: OptionField) -> str:
    if option.codes is not None:
        return ", ".join(code.value for code in option.codes)
    if option.kind is OptionKind.TICK:
        return "yes, no"
    if option.kind is OptionKind.NUMBER:
        return f"{option.least:g}…{option.most:g}"
    return "YYYY-MM-DD" if option.kind is OptionKind.DAY else "…"


def _read_tick(_: OptionField, typed: str) -> bool:
    if typed.lower() not in _YES | _NO:
        raise ValueError(typed)
    return typed.lower() in _YES


def _read_code(option: OptionField, typed: str) -> Code:
    for code in option.codes or ():
        if code.value == typed.lower().replace("_", "-"):
            return code
    raise ValueError(typed)


def _read_codes(option: OptionField, typed: str) -> tuple[Code, ...]:
    return tuple(_read_code(option, word) for word in typed.replace(";", ",").split(",") if word.strip())


def _read_number(option: OptionField, typed: str) -> int:
    value = int(typed)
    if not option.least <= value <= option.most:
        raise ValueError(typed)
    return value


def _read_day(_: OptionField, typed: str) -> date | None:
    return date.fromisoformat(typed) if typed else None


def _read_text(_: OptionField, typed: str) -> str:
    return typed


_READERS = {
    OptionKind.TICK: _read_tick,
    OptionKind.CHOICE: _read_code,
    OptionKind.SEVERAL: _read_codes,
    OptionKind.NUMBER: _read_number,
    OptionKind.DAY: _read_day,
    OptionKind.TEXT: _read_text,
    OptionKind.LANGUAGE: _read_text,
    OptionKind.STOCK: _read_text,
}


def to_json(options: Options) -> dict[str, Any]:
    """What is remembered in the file: all that differs from the default, but nothing of this computer's."""
    kept: dict[str, Any] = {}
    for option in options.described():
        value = getattr(options, option.name)
        if option.machine or value == option.default:
            continue
        kept[option.flag] = _plain(value)
    return kept


def _plain(value: Any) -> Any:  # noqa: ANN401 - any option's value becomes what JSON knows
    if isinstance(value, tuple):
        return [str(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Code) else value


def from_json(options: type[AnyOptions], kept: object) -> AnyOptions:
    """Remembered options; what a newer or older Hospes wrote and this one cannot use is left out."""
    values: dict[str, Any] = {}
    if isinstance(kept, Mapping):
        for option in options.described():
            if option.flag in kept and not option.machine:
                try:
                    values[option.name] = _read(option, _typed(kept[option.flag]))
                except UserError:
                    continue
    return options(**values)


def _typed(value: object) -> str:
    if isinstance(value, list):
        return ",".join(str(item) for item in value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
