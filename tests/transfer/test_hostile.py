# SPDX-License-Identifier: GPL-3.0-or-later
"""The hostile set: every file ends in a sentence or in correct data, soon and without taking the memory.

Of the test catalogue: T5.1, T5.3, T5.4.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

import hospes.transfer
from tests.transfer import workbooks
from tests.transfer.workbooks import ODS_LIST, ods, ods_cell, xlsx

SECONDS = 10
BYTES = 500_000_000

PROBE = """
import json, resource, sys, time
from pathlib import Path
from hospes.transfer.bringing import look
from hospes.domain.errors import UserError
for line in sys.stdin:
    begun = time.monotonic()
    try:
        draft = look(Path(json.loads(line)))
        said = {"rows": len(draft.table.rows), "odds": len(draft.table.odds)}
    except UserError as error:
        said = {"refused": error.code}
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({**said, "seconds": time.monotonic() - begun, "used": used}), flush=True)
"""


class Prober:
    """A program that looks at one file after the other and says what became of it.

    Every file is read by a child of its own; `used` is what the largest child so far took, so a file that
    takes too much is seen at once. Then, and when it died, the next file gets another program.
    """

    def __init__(self, errors):
        self._errors = errors
        self._running = None

    def ask(self, path):
        if self._running is None:
            self._running = self._started()
        self._running.stdin.write(json.dumps(str(path)) + "\n")
        self._running.stdin.flush()
        answer = self._running.stdout.readline()
        if not answer:
            self.end()
            raise AssertionError(self._errors.read_text("utf-8"))
        said = json.loads(answer)
        if said["used"] >= BYTES:
            self.end()
        return said

    def _started(self):
        source = str(Path(hospes.transfer.__file__).parents[2])
        code = f"import sys; sys.path.insert(0, {source!r})\n{PROBE}"
        with self._errors.open("w", encoding="utf-8") as errors:
            return subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def end(self):
        """Wait until it is gone; gives its exit code."""
        running, self._running = self._running, None
        if running is None:
            return 0
        running.communicate()
        return running.returncode


@pytest.fixture(scope="module")
def prober(tmp_path_factory):
    made = Prober(tmp_path_factory.mktemp("prober") / "errors.txt")
    yield made
    assert made.end() == 0


def list_of(n):
    return "Name;Ort;Notiz\n" + "".join(f"Name {i};Ulm;x\n" for i in range(n))


def fuzzed(data, seed):
    rng = random.Random(seed)
    data = bytearray(data)
    for _ in range(40):
        at = rng.randrange(len(data))
        data[at : at + rng.randrange(4)] = rng.randbytes(rng.randrange(4))
    return bytes(data)


def big_vcard():
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["QUJDREVGR0g=" * 6] * 400_000)
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nowak;Barbara\r\n{photo}\r\nEND:VCARD\r\n".encode()


STRINGS = f'<sst xmlns="{workbooks.MAIN}" uniqueCount="4000000000"><si><t>a</t></si></sst>'
ONE_ROW = "".join("<c><v>1</v></c>" for _ in range(1_000_000))

HOSTILE = {
    "far corners.xlsx": lambda: xlsx(
        workbooks.sheet([(1, [("A1", "Name")]), (1_048_576, [("XFD1048576", "x")])])
    ),
    "shared strings lie.xlsx": lambda: xlsx(strings=STRINGS),
    "bomb.xlsx": lambda: xlsx(extra=[("xl/x.xml", b" " * 300_000_000)]),
    "million cells without places.xlsx": lambda: xlsx(
        f'<worksheet xmlns="{workbooks.MAIN}"><sheetData><row r="1">{ONE_ROW}</row></sheetData></worksheet>'
    ),
    "million rows.xlsx": lambda: xlsx(workbooks.sheet([(n, [(f"A{n}", "x")]) for n in range(1, 400_000)])),
    "deep.xlsx": lambda: xlsx("<worksheet>" + "<a>" * 200_000),
    "repeated.ods": lambda: ods(*ODS_LIST, (1_000_000, ods_cell("x", 1000))),
    "entities.ods": lambda: ods(*ODS_LIST, head='<!DOCTYPE a [<!ENTITY x "y">]>' + workbooks.ODS_HEAD),
    "long cell.ods": lambda: ods((1, ods_cell("x" * 15_000_000))),
    "nested.vcf": lambda: b"BEGIN:VCARD\nN:a;b\nAGENT:\n" * 100_000,
    "photo.vcf": big_vcard,
    "many cards.vcf": lambda: b"BEGIN:VCARD\nN:Nowak;Anna\nTEL:1\nEND:VCARD\n" * 20_000,
    "endless line.vcf": lambda: b"BEGIN:VCARD\nNOTE:" + b"x" * 30_000_000,
    "quotes.csv": lambda: b"Name;Ort\n" + b'"' * 5_000_000,
    "unclosed.csv": lambda: b'Name;Ort\n"Nowak;Ulm\n' + list_of(100_000).encode(),
    "every line unclosed.csv": lambda: b"Name;Ort\n" + b'"Nowak;Ulm\n' * 100_000,
    "million columns.csv": lambda: b"a;" * 1_000_000,
    "million empty columns.csv": lambda: b"Name;Ort\n" + b";" * 1_000_000 + b"\nNowak;Ulm\n",
    "long cell.csv": lambda: b"Name;Ort\n" + b"x" * 60_000_000 + b";Ulm\n",
    "empty lines.csv": lambda: b"Name;Ort\n" + b"\n" * 60_000_000,
    "zeros.csv": lambda: b"\0" * 10_000_000,
    "lone surrogates.csv": lambda: "Name;Ort\nNo\udc80wak;Ulm\n".encode("utf-8", "surrogatepass"),
    "nul.csv": lambda: b"Name;Ort\nNo\0wak;Ulm\n",
    "utf-16 cut off.csv": lambda: "Name;Ort\nMüller;Ulm\n".encode("utf-16")[:-1],
    "broken.json": lambda: b"[" * 100_000,
    "deep.json": lambda: b'{"a":' * 100_000,
    "long.csv": lambda: list_of(200_000).encode(),
    **{f"fuzzed {n}.xlsx": lambda n=n: fuzzed(xlsx(), n) for n in range(6)},
    **{f"fuzzed {n}.csv": lambda n=n: fuzzed(list_of(50).encode("utf-16"), n) for n in range(3)},
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.skipif(sys.platform == "win32", reason="measures a child's memory as POSIX tells it")
def test_a_hostile_file_ends_in_a_sentence_or_in_data(name, tmp_path, prober):
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    said = prober.ask(path)
    assert said.get("refused") or said["rows"] + said["odds"] > 0
    assert said["used"] < BYTES
    assert said["seconds"] < 6 * SECONDS  # a hang limit: this computer may be busy with other tests
    print(name, said)
