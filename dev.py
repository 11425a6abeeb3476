# SPDX-License-Identifier: GPL-3.0-or-later
"""The one door for people who work on Hospes, or run it from its source: `python3 dev.py COMMAND`.

    run [FILE | COMMAND …]     open the window, or run a command such as `demo d.hospes`
    test [--long] [WHAT …]     all checks and all tests; with WHAT only those tests (as pytest names them)
    check                      all checks without the tests: style, types, import contracts, translations
    shots | bench | translations [OPTION …]

The first call on a computer sets up all that is needed and says what it does; later calls start at once. This
file needs nothing but Python itself and is written so that even a Python too old for Hospes can read it and
say so.
"""

import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
from typing import Dict, List, Optional  # noqa: UP035 - an older Python must be able to read this file

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(ENVIRONMENT, "hospes-stamp")
OLDEST = (3, 11)
NEWEST = (3, 14)

# What Qt and its offscreen, X11, Wayland and printer plugins load from the system, found by starting them on
# a Debian that has nothing but python3. Newer releases add "t64" to some of the names.
SYSTEM_PACKAGES = [
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfreetype6",
    "libfontconfig1",
    "libdbus-1-3",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxcb-render-util0",
    "libxcb-image0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libcups2",
]

MODULES = {
    "run": "hospes",
    "test": "hospes.dev.check",
    "check": "hospes.dev.check",
    "shots": "hospes.dev.shots",
    "bench": "hospes.dev.bench",
    "translations": "hospes.dev.translations",
}


class Stop(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def main(arguments: List[str]) -> int:
    """Set up if needed, then do what the arguments say; gives the exit code."""
    if not arguments or arguments[0] not in MODULES:
        print(__doc__)
        return 0 if arguments[:1] in ([], ["help"], ["-h"], ["--help"]) else 2
    command, rest = arguments[0], arguments[1:]
    if command == "run" and not rest and not has_display():
        print("There is no display here, so Hospes cannot open its window.", file=sys.stderr)
        return 1
    try:
        prepare()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    words = [environment_python(), "-m", MODULES[command]]
    if MODULES[command] == "hospes.dev.check":
        words.append(command)
    return call([*words, *rest])


def has_display() -> bool:
    """Whether a window can be shown: only on Linux and its relatives is that a question."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def call(words: List[str]) -> int:
    """Run a program in the foreground; gives its exit code."""
    sys.stdout.flush()
    try:
        return subprocess.call(words, cwd=os.getcwd())
    except KeyboardInterrupt:
        return 130


# ---- setting up --------------------------------------------------------------------------------


def prepare() -> None:
    """Make the environment what the lock says; nothing to do the second time.

    Raises:
        Stop: something is missing that cannot be mended from here.
    """
    if read(STAMP) != fingerprint():
        python = suitable_python()
        if sys.platform.startswith("linux"):
            install_system_packages(python)
        make_environment(python)
        install_libraries()
        with open(STAMP, "w") as stamp:
            stamp.write(fingerprint())
    compile_translations()


def suitable_python() -> str:
    """A Python that Hospes can use: this one, else another on this computer."""
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    names = ["python3.%d" % minor for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    newer = list(offered(names))[:1]
    if newer and may_install():
        say("Installing %s, for this system's Python is older than 3.11" % newer[0])
        apt_install([newer[0], newer[0] + "-venv"])
        return shutil.which(newer[0]) or sys.executable
    remedy = "install Python 3.11 or newer"
    if newer:
        remedy = "sudo apt-get install -y %s %s-venv" % (newer[0], newer[0])
    raise Stop(
        "Hospes needs Python 3.11 or newer, this is %s. To mend it: %s" % (sys.version.split()[0], remedy)
    )


def install_system_packages(python: str) -> None:
    """On Debian and Ubuntu, install what `venv` and Qt need; elsewhere it is taken to be there."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    wanted = missing(SYSTEM_PACKAGES)
    if quiet([python, "-c", "import ensurepip, venv"]) != 0:
        version = output([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).strip()
        exact = "python%s-venv" % version
        wanted.insert(0, exact if offered([exact]) else "python3-venv")
    if not wanted:
        return
    if not may_install():
        names = offered(wanted)
        raise Stop(
            "Some system packages are missing. Type this line once, then call dev.py again:\n"
            "sudo apt-get update && sudo apt-get install -y "
            + " ".join(names.get(package, package) for package in wanted)
        )
    say("Installing %d system packages that Qt and Python need: %s" % (len(wanted), " ".join(wanted)))
    apt_install(wanted)


def make_environment(python: str) -> None:
    """The folder .venv with a Python of its own."""
    if os.path.exists(environment_python()):
        ask = "import sys; sys.exit(not (%r <= sys.version_info[:2] and sys.prefix != sys.base_prefix))" % (
            OLDEST,
        )
        if (
            quiet([environment_python(), "-c", ask]) == 0
            and quiet([environment_python(), "-m", "pip", "--version"]) == 0
        ):
            return
    say("Making the environment .venv")
    run_or_stop([python, "-m", "venv", "--clear", ENVIRONMENT], "The environment .venv could not be made")


def install_libraries() -> None:
    """The libraries of the lock, each file checked against its hash, and Hospes itself as it lies here."""
    say("Installing the libraries of requirements.lock into .venv (some minutes the first time; 700 MB)")
    pip = [
        environment_python(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
    ]
    pip.append("--no-warn-script-location")
    trouble = "The libraries could not be installed; a connection to a package index is needed this once"
    run_or_stop([*pip, "--require-hashes", "--prefer-binary", "-r", LOCK], trouble)
    own = [*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT]
    run_or_stop(own, "Hospes could not be installed into its own environment")
    try:
        run_or_stop([environment_python(), "-c", "import PySide6.QtWidgets"], "Qt does not start")
    except Stop as stop:
        missing = re.search(r"(lib[\w.+-]+): cannot open shared object file", str(stop))
        if missing:
            raise Stop(
                "Qt needs the system library %s; install it with your system's packages" % missing.group(1)
            ) from None
        raise
    say("Set up. The next call starts at once.")


def compile_translations() -> None:
    """Make the catalogues that are missing or older than their texts."""
    for source in glob.glob(os.path.join(ROOT, "translations", "*", "LC_MESSAGES", "*.po")):
        made = source[:-3] + ".mo"
        if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
            words = [environment_python(), "-m", MODULES["translations"], "compile"]
            run_or_stop(words, "The translations could not be compiled")
            return


def fingerprint() -> str:
    """What the environment was made of: when it changes, it is set up again."""
    digest = hashlib.sha256(ROOT.encode())
    for name in (LOCK, os.path.join(ROOT, "pyproject.toml")):
        digest.update(read(name).encode())
    digest.update(" ".join(SYSTEM_PACKAGES).encode())
    return digest.hexdigest()


def environment_python() -> str:
    """The Python of the environment."""
    return os.path.join(
        ENVIRONMENT, *(("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python"))
    )


# ---- Debian's packages -------------------------------------------------------------------------


def may_install() -> bool:
    """Whether this user may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing(packages: List[str]) -> List[str]:
    """Those packages that are not installed, neither under their name nor under the newer one."""
    both = [name for package in packages for name in (package, package + "t64")]
    listed = output(["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *both])
    there = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    return [package for package in packages if not there & {package, package + "t64"}]


def offered(packages: List[str]) -> Dict[str, str]:
    """Those packages that can be installed, each with the name that this release has for it."""
    if not shutil.which("apt-cache"):
        return {}
    both = [name for package in packages for name in (package, package + "t64")]
    known = set()
    name = ""
    for line in output(["apt-cache", "policy", *both]).splitlines():
        if not line.startswith(" "):
            name = line.rstrip(":")
        elif "Candidate:" in line and "(none)" not in line:  # "(none)": a name that only others provide
            known.add(name)
    found = {package: [name for name in (package, package + "t64") if name in known] for package in packages}
    return {package: names[0] for package, names in found.items() if names}


def apt_install(packages: List[str]) -> None:
    """Install packages, asking for fresh package lists first where they are missing or stale.

    Raises:
        Stop: apt-get refused; the text holds its last lines.
    """
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    trouble = "The system packages could not be installed"
    update = ["apt-get", "-qq", "update"]
    names = offered(packages)
    fresh = len(names) < len(packages)
    if fresh:
        run_or_stop(update, trouble, environment)
        names = offered(packages)
    install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends"]
    install += [names.get(package, package) for package in packages]
    try:
        run_or_stop(install, trouble, environment)
    except Stop:
        if fresh:
            raise
        run_or_stop(update, trouble, environment)  # the lists name files that are there no more
        run_or_stop(install, trouble, environment)


# ---- small things ------------------------------------------------------------------------------


def say(line: str) -> None:
    """Tell what is being done, at once."""
    print(line, flush=True)


def read(path: str) -> str:
    """The text of a file, empty if there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def quiet(words: List[str]) -> int:
    """Run a program without its output; gives its exit code."""
    try:
        return subprocess.call(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
    except OSError:
        return 127


def output(words: List[str]) -> str:
    """What a program prints, empty if it cannot be run."""
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    try:
        done = subprocess.run(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace")


def run_or_stop(words: List[str], trouble: str, environment: Optional[Dict[str, str]] = None) -> None:
    """Run a program whose output matters only if it fails.

    Raises:
        Stop: it failed; the text is `trouble` and the last lines of what the program said.
    """
    try:
        done = subprocess.run(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
    except OSError as error:
        raise Stop("%s: %s" % (trouble, error)) from error
    if done.returncode != 0:
        last = done.stdout.decode("utf-8", "replace").strip().splitlines()[-6:]
        raise Stop("%s:\n  %s" % (trouble, "\n  ".join(last)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
