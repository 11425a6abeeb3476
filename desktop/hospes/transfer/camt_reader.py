# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank statements as camt.053, read in the child process.

XML from outside is read event by event with the standard library's parser, after a look at its beginning: a
document type is refused (nothing of it is ever wanted), depth and number of entries are limited, and each
entry is forgotten once its row is given.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from hospes.transfer.reading import MAX_CELL, MAX_ROWS, Head, Output, ReadOptions, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST = 60
COLUMNS = ("Booking date", "Amount", "Currency", "Name", "IBAN", "Verwendungszweck", "Transaction ID")
_NAME = ("Nm",)
PORTION = 1 << 16


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a statement. Raises `Unreadable` for anything else."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    reader = _Reader(path.name, out)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.doctype
    out.head(Head("camt"))
    out.row(1, list(COLUMNS))
    size, done = max(1, path.stat().st_size), 0
    try:
        with path.open("rb") as file:
            while portion := file.read(PORTION):
                parser.Parse(portion, False)
                done += len(portion)
                out.progress(done / size)
            parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unreadable("The file {file} is damaged and cannot be read.", file=path.name) from None
    if not reader.is_camt:
        raise Unreadable("{file} is XML, but no bank statement (camt.053).", file=path.name)


class _Reader:
    """Collects the texts of one entry by their path, and gives a row where it ends."""

    def __init__(self, file: str, out: Output) -> None:
        self.file, self.out = file, out
        self.is_camt = False
        self.path: list[str] = []
        self.row = 1
        self.entry: dict[str, list[str]] = {}
        self.details: list[dict[str, list[str]]] = []
        self.currency = ""
        self.own: str = ""
        self._text: list[str] = []
        self._length = 0

    def doctype(self, *_: object) -> None:
        raise Unreadable(
            "{file} declares a document type. Bank statements never do, so it is not read.",
            code="xml-doctype",
            file=self.file,
        )

    def start(self, name: str, attributes: "Mapping[str, str]") -> None:
        space, _, local = name.rpartition(" ")
        if not self.path:
            self.is_camt = local == "Document" and "camt.053" in space
            if not self.is_camt:
                raise Unreadable("{file} is XML, but no bank statement (camt.053).", file=self.file)
        self.path.append(local)
        if len(self.path) > DEEPEST:
            raise Unreadable("The file {file} is damaged and cannot be read.", file=self.file)
        self._text, self._length = [], 0
        if local == "Ntry":
            self.entry, self.details = {}, []
        elif local == "TxDtls":
            self.details.append({})
        if local == "Amt" and self.path[-2:-1] == ["Ntry"]:
            self.currency = attributes.get("Ccy", "")

    def text(self, data: str) -> None:
        self._length += len(data)
        if self._length > MAX_CELL:
            raise Unreadable("The file {file} is damaged and cannot be read.", file=self.file)
        self._text.append(data)

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        text = " ".join("".join(self._text).split())
        self._text, self._length = [], 0
        if text and "Ntry" in self.path:
            below = self.path[self.path.index("Ntry") + 1 :]
            if "TxDtls" in below and self.details:
                kept, below = self.details[-1], below[below.index("TxDtls") + 1 :]
            else:
                kept = self.entry
            kept.setdefault("/".join(below), []).append(text)
        self.path.pop()
        if local == "Ntry":
            self._give()

    def _give(self) -> None:
        entry = self.entry
        status = _first(entry, "Sts/Cd", "Sts")
        if status and status != "BOOK":
            return
        parts = self.details or [{}]
        sums = [_first(one, "Amt", "AmtDtls/TxAmt/Amt") for one in parts]
        alone = len(parts) == 1 or not all(sums)
        for at, one in enumerate(parts[:1] if alone else parts, 1):
            self._row(one, entry, "" if alone else sums[at - 1], at)

    def _row(self, one: dict[str, list[str]], entry: dict[str, list[str]], amount: str, at: int) -> None:
        self.row += 1
        if self.row > MAX_ROWS:
            raise Unreadable(
                "The list has more than {most} rows. Split it into several lists.",
                code="source-too-big",
                most=MAX_ROWS,
            )
        sign = _first(one, "CdtDbtInd") if amount else ""
        came = (sign or _first(entry, "CdtDbtInd")) == "CRDT"
        side = "Dbtr" if came else "Cdtr"
        day = _first(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]
        name = _first(one, f"RltdPties/{side}/Nm", f"RltdPties/{side}/Pty/Nm")
        iban = _first(one, f"RltdPties/{side}Acct/Id/IBAN")
        words = [*one.get("RmtInf/Ustrd", ()), *one.get("RmtInf/Strd/CdtrRefInf/Ref", ())]
        reason = _first(one, "RtrInf/Rsn/Cd")
        end_to_end = _first(one, "Refs/EndToEndId")
        if reason:
            words += [reason, end_to_end]
        told = _first(one, "Refs/AcctSvcrRef") or _first(entry, "AcctSvcrRef", "NtryRef")
        key = "/".join(part for part in (told, str(at) if amount else "") if part)
        minor = amount or _first(entry, "Amt")
        self.out.row(
            self.row,
            [
                day, minor if came else f"-{minor}", self.currency, name, iban,
                " ".join(words) or _first(entry, "AddtlNtryInf"), f"{day} {key}" if key else "",
            ],
        )  # fmt: skip


def _first(texts: dict[str, list[str]], *paths: str) -> str:
    return next((texts[path][0] for path in paths if texts.get(path)), "")
