# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank statements as camt.053, and the same entries as camt.052 and 054, read in the child process.

XML from outside is read event by event with the standard library's parser, after a look at its beginning: a
document type is refused (nothing of it is ever wanted), depth and number of entries are limited, and each
entry is forgotten once its row is given. Banks pack several statements into one zip file; it is read so.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from hospes.transfer.reading import MAX_CELL, MAX_ROWS, Head, Output, ReadOptions, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST = 60
COLUMNS = (
    "Booking date", "Amount", "Currency", "Name", "IBAN", "Verwendungszweck", "Transaction ID",
    "End-to-end reference", "Mandate reference", "Return reason", "Original amount", "Return charges",
    "Transaction type",
)  # fmt: skip
"""What MT940 gives as well."""
PORTION = 1 << 16
MOST_FILES = 500
MOST_UNPACKED = 200 * 1024 * 1024
NO_REFERENCE = frozenset({"NONREF", "NOTPROVIDED", "NONE", "-", "0"})
_KIND = re.compile(r"camt\.05[234]\.")
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError)


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a statement, or a zip file of them. Raises `Unreadable` for anything else."""
    out.head(Head("camt"))
    out.row(1, list(COLUMNS))
    if not zipfile.is_zipfile(path):
        size = max(1, path.stat().st_size)
        with path.open("rb") as file:
            _parse(iter(lambda: file.read(PORTION), b""), _Reader(path.name, out), size)
        return
    row = 1
    try:
        for name, portions in _unpacked(path):
            reader = _Reader(name, out, row)
            _parse(portions, reader, 0)
            row = reader.row
    except _BROKEN:
        raise Unreadable("The file {file} is damaged and cannot be read.", file=path.name) from None


def _unpacked(path: Path) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The statements of a zip file, each in pieces, never more than a bank could mean."""
    total = 0

    def pieces(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
        nonlocal total
        with packed.open(name) as part:
            while piece := part.read(PORTION):
                total += len(piece)
                if total > MOST_UNPACKED:
                    raise _too_big(path.name)
                yield piece

    with zipfile.ZipFile(path) as packed:
        names = sorted(name for name in packed.namelist() if not name.endswith("/"))
        if len(names) > MOST_FILES:
            raise _too_big(path.name)
        for name in names:
            yield name.rpartition("/")[2], pieces(packed, name)


def _too_big(file: str) -> Unreadable:
    return Unreadable(
        "The packed folder {file} holds more than a bank sends at once. Unpack it and bring its statements "
        "in one by one.",
        code="source-too-big",
        file=file,
    )


def _parse(portions: Iterator[bytes], reader: "_Reader", size: int) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.doctype
    done = 0
    try:
        for portion in portions:
            parser.Parse(portion, False)
            done += len(portion)
            if size:
                reader.out.progress(done / size)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unreadable("The file {file} is damaged and cannot be read.", file=reader.file) from None
    if not reader.is_camt:
        raise Unreadable("{file} is XML, but no bank statement (camt.053).", file=reader.file)


class _Reader:
    """Collects the texts of one entry by their path, and gives a row where it ends."""

    def __init__(self, file: str, out: Output, row: int = 1) -> None:
        self.file, self.out = file, out
        self.is_camt = False
        self.path: list[str] = []
        self.row = row
        self.entry: dict[str, list[str]] = {}
        self.details: list[dict[str, list[str]]] = []
        self.currency = ""
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
            self.is_camt = local == "Document" and _KIND.search(space) is not None
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
        if len(parts) > 1 and all(sums):
            for at, (one, amount) in enumerate(zip(parts, sums, strict=True), 1):
                self._row(one, entry, amount, at)
        else:
            # A batch whose parts have no sums is one entry, and nobody's of its parts.
            self._row(parts[0] if len(parts) == 1 else {}, entry, "", 0)

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
        reason = _first(one, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry")
        sides = ("Dbtr", "Cdtr") if came else ("Cdtr", "Dbtr")
        # A debit that comes back went out, and names the one who did not pay.
        side = sides[1] if reason and not _name(one, sides[0]) else sides[0]
        day = _first(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]
        words = [*one.get("RmtInf/Ustrd", ()), *one.get("RmtInf/Strd/CdtrRefInf/Ref", ())]
        ultimate = _name(one, f"Ultmt{side}")
        if ultimate and ultimate != _name(one, side):
            words.append(ultimate)
        if reason:
            words += [reason, _first(one, "Refs/EndToEndId")]
        references = (_first(one, "Refs/AcctSvcrRef"), _first(entry, "AcctSvcrRef"), _first(entry, "NtryRef"))
        told = next((text for text in references if text and text.upper() not in NO_REFERENCE), "")
        key = "/".join(part for part in (told, str(at) if at else "") if part) if told else ""
        minor = _plain(amount or _first(entry, "Amt"))
        self.out.row(
            self.row,
            [
                day, minor if came else f"-{minor}", self.currency, _name(one, side),
                _first(one, f"RltdPties/{side}Acct/Id/IBAN"),
                " ".join(words) or _first(one, "AddtlTxInf") or _first(entry, "AddtlNtryInf"),
                f"{day} {key}" if key else "",
                _first(one, "Refs/EndToEndId"), _first(one, "Refs/MndtId"), reason,
                _plain(_first(one, "AmtDtls/InstdAmt/Amt", "RtrInf/OrgnlIntrBkSttlmAmt")) if reason else "",
                _plain(_first(one, "Chrgs/TtlChrgsAndTaxAmt", "Chrgs/Rcrd/Amt", "Chrgs/Amt")),
                " ".join((_code(one), _code(entry))),
            ],
        )  # fmt: skip


def _code(one: dict[str, list[str]]) -> str:
    """What kind of entry it is, by the standard's and the bank's own codes: `PMNT-IDDT-UPDD NRTI+109+931`."""
    at = "BkTxCd/Domn"
    family = (_first(one, f"{at}/Cd"), _first(one, f"{at}/Fmly/Cd"), _first(one, f"{at}/Fmly/SubFmlyCd"))
    return " ".join(filter(None, ("-".join(filter(None, family)), _first(one, "BkTxCd/Prtry/Cd"))))


def _name(one: dict[str, list[str]], side: str) -> str:
    return _first(one, f"RltdPties/{side}/Nm", f"RltdPties/{side}/Pty/Nm")


def _plain(amount: str) -> str:
    """A sum of the standard, always with a point for its decimals, with two of them."""
    if not amount:
        return ""
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return amount
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP)) if abs(value) < Decimal(10**12) else amount


def _first(texts: dict[str, list[str]], *paths: str) -> str:
    return next((texts[path][0] for path in paths if texts.get(path)), "")
