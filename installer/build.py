# SPDX-License-Identifier: GPL-3.0-or-later
"""Freeze Hospes and pack it for the system this runs on: `python installer/build.py FOLDER`.

Needs the environment of `dev.py` and PyInstaller in it. PyInstaller cannot build for another system, so
each package is made on its own: Linux gives `.tar.xz` and `.deb`, Windows an installer (with NSIS), macOS a
`.dmg`. All that is made goes into FOLDER, nothing into the source tree.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "desktop"))

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main(arguments: list[str]) -> int:
    """Build everything for this system into the folder named."""
    if len(arguments) != 1:
        print("usage: python installer/build.py FOLDER", file=sys.stderr)
        return 2
    out = Path(arguments[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    made = out / "made"
    compile_catalogues(made / "translations")
    draw_icons(made)
    folder = freeze(out, made)
    prove(folder)
    if sys.platform.startswith("linux"):
        print(pack_archive(out, folder), pack_debian(out, made, folder), sep="\n")
    elif sys.platform == "win32":
        run(
            "makensis",
            f"/DVERSION={version()}",
            f"/DSOURCE={folder}",
            f"/DOUT={out}",
            str(HERE / "windows" / "hospes.nsi"),
        )
    elif sys.platform == "darwin":
        app, image = out / "dist" / "Hospes.app", out / f"Hospes-{version()}.dmg"
        run("hdiutil", "create", "-volname", "Hospes", "-srcfolder", str(app), "-ov", str(image))
    return 0


def run(*words: str, env: Mapping[str, str] | None = None) -> None:
    """Run a program, with some variables besides; its failure is ours."""
    subprocess.run(words, check=True, env={**os.environ, **(env or {})})


def version() -> str:
    """The version of the package."""
    import hospes

    return hospes.__version__


def compile_catalogues(target: Path) -> None:
    """The compiled catalogues, in the folders gettext wants."""
    from hospes.i18n.catalog import compile_po

    for source in sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")):
        file = target / source.relative_to(ROOT / "translations").with_suffix(".mo")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(compile_po(source))


def draw_icons(target: Path) -> None:
    """The sign of Hospes in the sizes and forms that systems ask for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(str(ROOT / "resources" / "icons" / "hospes.svg"))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(target / f"hospes-{size}.png"))
        if size == 256:
            image.save(str(target / "hospes.ico"))
        if size == 512:
            image.save(str(target / "hospes.icns"))
    del application


def freeze(out: Path, made: Path) -> Path:
    """Let PyInstaller make the folder with the program; gives that folder."""
    os.environ["HOSPES_BUILD"] = str(made)
    places = ("--distpath", str(out / "dist"), "--workpath", str(out / "work"))
    words = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places)
    # In the folder of the package, so that no other folder named like it can be taken for it.
    subprocess.run((*words, str(HERE / "hospes.spec")), check=True, cwd=ROOT / "desktop")
    return out / "dist" / "hospes"


def prove(folder: Path) -> None:
    """Start what was frozen. What is made here needs each library that brings data or modules of its own, and
    the child processes that read foreign files and find hosts.
    """
    program = str(folder / ("hospes-cli.exe" if sys.platform == "win32" else "hospes"))
    place = folder.parent / "proof"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    file = str(place / "proof.hospes")
    day = ("--today", "2026-04-27")
    run(program, "--version")
    run(program, "demo", file, *day)
    for code, target, options in (
        ("member-list", "list.pdf", ("--language", "pl")),
        ("visit-report", "report.docx", ("--visit", "2026", "--language", "fr", "--second-language", "de")),
    ):
        run(program, "paper", file, code, str(place / target), *options, *day)
    for what, target in (("members", "list.xlsx"), ("events", "dates.ics"), ("members", "cards.vcf")):
        run(program, "export", file, str(place / target), "--what", what, *day)
        run(program, "import", file, str(place / target), "--dry-run", *day)
    run(program, "match", file, "2026", *day)
    run(program, "check", file, *day)
    word = place / "word"
    word.write_text("host and guest at one table", "utf-8")
    run(program, "password", file, env={"HOSPES_NEW_PASSWORD_FILE": str(word)})
    if not (place / "list.pdf").read_bytes().startswith(b"%PDF"):
        raise SystemExit("the frozen program made no paper")
    shutil.rmtree(place)


def pack_archive(out: Path, folder: Path) -> Path:
    """A `.tar.xz` that runs from wherever it is unpacked."""
    target = out / f"hospes-{version()}-linux-{os.uname().machine}.tar.xz"
    with tarfile.open(target, "w:xz", preset=3) as archive:
        archive.add(folder, f"hospes-{version()}")
    return target


def pack_debian(out: Path, made: Path, folder: Path) -> Path:
    """A `.deb` with menu entry, icons and the file type."""
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    shutil.copytree(folder, tree / "opt" / "hospes", symlinks=True)
    for size in ICON_SIZES:
        place(
            made / f"hospes-{size}.png",
            share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "hospes.png",
        )
    place(HERE / "linux" / "hospes.desktop", share / "applications" / "hospes.desktop")
    place(HERE / "linux" / "hospes.xml", share / "mime" / "packages" / "hospes.xml")
    place(HERE / "linux" / "hospes.metainfo.xml", share / "metainfo" / "hospes.metainfo.xml")
    place(ROOT / "LICENSE", share / "doc" / "hospes" / "copyright")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "hospes").symlink_to("/opt/hospes/hospes")
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir()) // 1024
    machine = subprocess.run(
        ("dpkg", "--print-architecture"), check=True, capture_output=True, text=True
    ).stdout.strip()
    control = (HERE / "linux" / "control").read_text("utf-8")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        control.format(version=version(), machine=machine, size=size), "utf-8"
    )
    target = out / f"hospes_{version()}_{machine}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(tree), str(target))
    return target


def place(source: Path, target: Path) -> None:
    """Copy a file to where a package has it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
