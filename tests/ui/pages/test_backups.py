# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a backup, and Settings ▸ Backup, as a volunteer sees them."""

from PySide6.QtWidgets import QFileDialog

from hospes.queries.figures import figures
from hospes.store import backup, backup_places
from hospes.store.backup import SUFFIX
from tests import make


def members(sitting):
    return sitting.app.read(figures, sitting.app.today)["members"]


def test_nothing_to_go_back_to_offers_to_back_up(sit):
    sitting = sit()
    sitting.go("backups")
    assert sitting.there("empty")
    sitting.click("backups.now")
    assert sitting.find("backups.table").model().rowCount() == 1


def test_what_would_change_is_named(sit):
    sitting = sit()
    sitting.desk.act("frame.backup")
    sitting.go("backups")
    sitting.settle()
    assert sitting.find("backups.inside").text() == "Nothing would change: the records are the same."
    sitting.go("members")
    make.person(sitting.app, "Neu", "Zugang")
    sitting.go("backups")
    sitting.settle()
    said = sitting.find("backups.inside").text()
    assert "Newer today" in said
    assert "Zugang" in said
    assert "1 member fewer" in table_words(sitting)


def test_the_whole_window_shows_what_is_inside_and_nothing_can_be_changed(sit):
    sitting = sit()
    before = members(sitting)
    sitting.desk.act("frame.backup")
    make.person(sitting.app, "Neu", "Zugang")
    today = sitting.app
    sitting.go("backups")
    sitting.desk.say("Neu Zugang is added.", undoable=True)
    sitting.click("backups.look")
    assert not sitting.there("message.undo")  # it would be of today's file
    assert sitting.app is not today
    assert sitting.app.read_only
    assert members(sitting) == before
    assert "looking at the backup of" in sitting.find("ribbon").accessibleName()
    assert not sitting.desk.can("frame.backup")
    sitting.go("members")
    assert "Zugang" not in list_words(sitting, "members.table")
    folder = sitting.app.path.parent
    sitting.click("inside.today")
    assert sitting.app is today
    assert sitting.window.place == "backups"
    assert not folder.exists()
    assert members(sitting) == before + 1
    assert sitting.desk.can("frame.backup")
    sitting.click("backups.look")
    sitting.opening.let_go()  # closing while a backup is in view leaves nothing open
    assert sitting.desk.app is None


def list_words(sitting, name):
    model = sitting.find(name).model()
    return " ".join(str(model.index(row, 0).data() or "") for row in range(model.rowCount()))


def table_words(sitting):
    model = sitting.find("backups.table").model()
    return " ".join(
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )


def test_going_back_brings_the_old_state_and_keeps_todays(sit):
    sitting = sit()
    before = members(sitting)
    sitting.desk.act("frame.backup")
    make.person(sitting.app, "Neu", "Zugang")
    sitting.go("backups")
    assert "1 member fewer" in table_words(sitting)
    sitting.opening.go_back(sitting.page._rows[0].listed.path)
    sitting.settle()
    assert members(sitting) == before
    assert "kept as a backup" in sitting.said()
    owner = backup.file_id(sitting.app.path)
    kept = backup_places.of_document(owner, ())
    assert kept[0].manifest.figures["members"] == before + 1


def test_going_back_asks_first(sit, qtbot):
    sitting = sit()
    sitting.desk.act("frame.backup")
    sitting.go("backups")
    asked = []
    sitting.desk.frame.ask = asked.append
    sitting.click("backups.restore")
    (question,) = asked
    assert question.urgent
    assert [one.name for one in question.answers] == ["backups.yes", "backups.no"]


def test_a_damaged_backup_cannot_be_chosen(sit):
    sitting = sit()
    sitting.desk.act("frame.backup")
    (path,) = backup_places.usual().glob(f"*{SUFFIX}")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
    sitting.go("backups")
    assert "Damaged" in table_words(sitting)
    assert not sitting.find("backups.restore").isEnabled()
    assert "damaged" in sitting.find("backups.inside").text()


def test_settings_choose_a_second_place(sit, tmp_path, monkeypatch):
    sitting = sit()
    stick = tmp_path / "JUMELAGE"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    sitting.go("settings", section="backup")
    assert sitting.find("settings.backupState").text() == "No backup yet"
    sitting.click("settings.backupChoose2")
    assert sitting.desk.settings.backup_places == ("", str(stick))
    sitting.click("settings.backUp")
    assert sitting.find("settings.backupState").text() == "Backed up today"
    assert len(list(stick.glob(f"*{SUFFIX}"))) == 1
    for path in stick.iterdir():
        path.unlink()
    stick.rmdir()
    sitting.page.reload()
    sitting.desk.bus.backedUp.emit()
    assert "JUMELAGE" in sitting.find("settings.backupGone2").text()
    sitting.click("settings.backupDrop2")
    assert sitting.desk.settings.backup_places == ()
