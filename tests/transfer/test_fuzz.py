# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged files of every form (T5.7): each ends in data or in a sentence, never in a fault.

The readers are called as their child process calls them, so that a minute tries thousands. Truth on time and
memory is told by `test_hostile`, where the child is a process; here a hang is what takes ten seconds.
"""

import random
import time

import pytest

from hospes.domain.errors import UserError
from hospes.transfer.readers import reader_of
from hospes.transfer.reading import GridOutput, ReadOptions
from hospes.transfer.sniff import form_of
from tests.transfer.test_vcard_reader import ODD
from tests.transfer.workbooks import ODS_LIST, ods, xlsx

MINUTES = 30
HANG = 10.0

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
    "DTSTART;TZID=Home:20260619T190000\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=5\r\nEXDATE:20260801T190000\r\n"
    "DURATION:PT2H\r\nSUMMARY;LANGUAGE=de:Fest\\, groß\r\nLOCATION:Markt\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CAMT = (
    '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>'
    "<Stmt>"
    '<Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">35.00</Amt>'
    "<CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-04-01</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>Beitrag"
    "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"
)
LIST = 'Nr;Name;Vorname;Geburtstag;Beitrag\r\n1;Müller;"Jürgen ""Jo""";12.03.1957;35,00\r\n2;Nowak;;;\r\n'
SEEDS = {
    "a.csv": (LIST.encode(), LIST.encode("utf-16"), LIST.encode("cp1252"), LIST.replace(";", "\t").encode()),
    "a.xlsx": (xlsx(),),
    "a.ods": (ods(*ODS_LIST),),
    "a.vcf": tuple(text.encode() for text, _ in ODD.values()),
    "a.ics": (CALENDAR.encode(), CALENDAR.encode("utf-16")),
    "a.xml": (CAMT.encode(),),
    "a.json": (
        b'{"hospes": {"schema": 1}, "tables": {"person": [{"id": "0"}]}}',
        b'[{"Name": "Nowak", "Nr": 1}]',
    ),
}
WORDS = (
    b"\0",
    b'"',
    b"''",
    b"\r",
    b"\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b";" * 300,
    b"=" * 40,
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"BEGIN:VEVENT\n",
    b"RRULE:FREQ=DAILY;COUNT=1000000000\n",
    b"FREQ=SECONDLY",
    b"99999999999999999999",
    b"-1",
    b"0000",
    b"9999",
    b"&#0;",
    b"<!DOCTYPE x>",
    b"]]>",
    b"<a>" * 200,
    b"\xed\xa0\x80",
    b"ENCODING=QUOTED-PRINTABLE:=\r\n",
    b"[" * 500,
    b'{"a":' * 500,
    b"1e999",
    b"NaN",
    b"\\",
    b"PHOTO;ENCODING=b:",
    b"TZID=Nowhere/None",
    b"2026-02-30",
    b"PK\x03\x04",
)


def spoiled(data, chance):
    """The file with some of its bytes changed, doubled, lost, swapped or replaced by what hurts."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 8, 60))
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at:at] = chance.choice(WORDS)
        elif kind == 2:
            del data[at : at + length]
        elif kind == 3:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        elif kind == 4:
            data[at : at + length] = chance.randbytes(length)
        elif chance.random() < 0.2:
            del data[at:]
    return bytes(data)


def read(path):
    """As the child does: what a file says it is, and its reader."""
    options = ReadOptions(today="2026-04-27")
    reader_of(form_of(path))(path, options, GridOutput())


def tried(path, chance):
    """One damaged file of one form; gives how long it took."""
    name = chance.choice(sorted(SEEDS))
    data = spoiled(chance.choice(SEEDS[name]), chance)
    target = path / name
    target.write_bytes(data)
    begun = time.monotonic()
    try:
        read(target)
    except UserError:
        pass
    except Exception as error:
        error.add_note(f"{name}: {data!r}"[:4000])
        raise
    return time.monotonic() - begun


def test_damaged_files_end_in_data_or_in_a_sentence(tmp_path):
    chance = random.Random(57)
    assert all(tried(tmp_path, chance) < HANG for _ in range(250))


@pytest.mark.long
@pytest.mark.timeout(MINUTES * 60 + 600)
def test_half_an_hour_of_damaged_files(tmp_path):
    seed = time.time_ns()
    chance, begun, number = random.Random(seed), time.monotonic(), 0
    while time.monotonic() - begun < MINUTES * 60:
        assert tried(tmp_path, chance) < HANG, f"seed {seed}, file {number}"
        number += 1
    print(f"{number} files, seed {seed}")
