# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie on this computer: what Hospes brought along, and what it keeps for itself.

Three ways of living are told apart here and nowhere else: the source tree (`python3 dev.py run`), an
installed wheel (`hospes/_resources`, `hospes/_translations` beside this file), a frozen build. The files of
associations lie where people put them and are no concern of this module.

`HOSPES_HOME` names one folder for everything Hospes keeps (tests, a portable stick).
"""

import contextlib
import os
import sys
from functools import cache
from pathlib import Path

HOME_VARIABLE = "HOSPES_HOME"

_PACKAGE = Path(__file__).resolve().parent


def frozen() -> bool:
    """Whether this is a frozen build (one program file with its libraries beside it)."""
    return bool(getattr(sys, "frozen", False))


@cache
def resources() -> Path:
    """The folder with fonts, icons, letterheads and help.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    return _brought_along("resources")


@cache
def translations() -> Path:
    """The folder with one folder per language, each with `LC_MESSAGES/hospes.mo` (and `.po` in the source).

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    return _brought_along("translations")


def source_tree() -> Path | None:
    """The root of the source tree, or None for an installed or frozen Hospes."""
    root = _PACKAGE.parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "desktop") == _PACKAGE.parent else None


def config_folder() -> Path:
    """The folder of this computer's preferences. Made, and closed to other people, if missing."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _private(Path(home) / "config")
    import platformdirs

    return _private(platformdirs.user_config_path("hospes", appauthor=False))


def data_folder() -> Path:
    """The folder for what Hospes keeps beside the files of associations, such as backups. Private."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _private(Path(home) / "data")
    import platformdirs

    return _private(platformdirs.user_data_path("hospes", appauthor=False))


def log_folder() -> Path:
    """The folder of the log files. Private."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _private(Path(home) / "log")
    import platformdirs

    return _private(platformdirs.user_log_path("hospes", appauthor=False))


def settings_file() -> Path:
    """Where this computer's preferences stand (decision 14); it may not exist yet."""
    return config_folder() / "settings.toml"


def log_file() -> Path:
    """Where the log is written; it may not exist yet."""
    return log_folder() / "hospes.log"


def documents_folder() -> Path:
    """Where people expect to find their own files; the first offer of a file dialog."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "documents"
    import platformdirs

    return platformdirs.user_documents_path()


def _brought_along(name: str) -> Path:
    """The folder `name` of the wheel, the frozen build or the source tree, in this order."""
    root = source_tree()
    places = [_PACKAGE / f"_{name}", *([root / name] if root else [])]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"this installation of Hospes lacks its folder {name!r}")


def _private(folder: Path) -> Path:
    """`folder`, made if missing, with mode 0700 if it was made here (decision 30)."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):  # a stick with a file system that knows no modes
            folder.chmod(0o700)
    return folder
