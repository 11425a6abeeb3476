# SPDX-License-Identifier: GPL-3.0-or-later
"""What Hospes leaves on this computer beside files and backups: logs, private folders, recent files.

Logs hold nothing personal by design; after an erasure they are read all the same. Private folders of a
process that was killed are removed at the next start: their names say whose they are.
"""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from hospes import paths, settings
from hospes.store.name_marks import Marks

PREFIX = "hospes-"
_DAY_SECONDS = 86_400


def private_folder() -> Path:
    """A new folder for this process alone, to be removed by whoever asked for it."""
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))


def sweep() -> int:
    """Remove private folders whose process is gone. Gives how many."""
    count = 0
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if _abandoned(entry):
                shutil.rmtree(entry.path, ignore_errors=True)
                count += 1
    return count


def _abandoned(entry: "os.DirEntry[str]") -> bool:
    if not entry.name.startswith(PREFIX):
        return False  # nearly all of them: a temporary folder may hold thousands
    number = entry.name.removeprefix(PREFIX).partition("-")[0]
    if not number.isdecimal():
        return False
    with contextlib.suppress(OSError):
        about = entry.stat(follow_symlinks=False)
        if os.name == "nt":
            return time.time() - about.st_mtime > _DAY_SECONDS  # asking after a process needs more there
        return entry.is_dir(follow_symlinks=False) and about.st_uid == os.getuid() and not _alive(int(number))
    return False


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def forget(marks: Marks) -> None:
    """Take somebody out of the logs and of the list of recent files."""
    with contextlib.suppress(OSError):
        for file in sorted(paths.log_folder().iterdir()):
            with contextlib.suppress(OSError):
                _without_lines(file, marks)
    with contextlib.suppress(OSError):
        mine = settings.load(paths.settings_file())
        left = tuple(name for name in mine.recent_files if not marks.in_text(Path(name).stem))
        if left != mine.recent_files:
            settings.save(mine.with_(recent_files=left), paths.settings_file())
    sweep()


def _without_lines(file: Path, marks: Marks) -> None:
    """Written over in place: the log may be open."""
    text = file.read_text("utf-8", errors="replace")
    lines = text.splitlines(keepends=True)
    left = [line for line in lines if not marks.in_text(line)]
    if left != lines:
        with file.open("r+", encoding="utf-8") as handle:
            handle.write("".join(left))
            handle.truncate()
