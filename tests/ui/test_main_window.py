# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame: places, sizes, language, look, back and forward, panes, messages."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from hospes.settings import WindowPlace
from hospes.ui.desk import Answer
from hospes.ui.page import Fit


def press(window, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None, name
    button.click()
    QApplication.processEvents()


def test_the_rail_opens_places_and_marks_where_one_is(window):
    press(window, "rail.form")
    assert window.place == "form"
    assert window.rail.buttons["form"].isChecked()
    assert window.top.title.whole() == "Form"
    press(window, "rail.people")
    assert window.top.title.whole() == "Members"


def test_places_that_are_not_built_are_absent(window):
    assert window.findChild(QPushButton, "rail.visits") is None
    window.go("visits", {})
    assert window.place == "people"


def test_a_page_of_a_place_marks_that_place(window):
    window.go("person", {})
    assert window.rail.buttons["people"].isChecked()


def test_a_bare_page_has_the_window_to_itself(window):
    window.go("start", {})
    assert window.rail.isHidden()
    assert window.top.isHidden()
    window.go("people", {})
    assert not window.rail.isHidden()


@pytest.mark.parametrize(
    ("size", "fit", "rail"),
    [
        ((1700, 900), Fit.WIDE, 210),
        ((1366, 690), Fit.NORMAL, 196),
        ((1000, 600), Fit.COMPACT, 146),
    ],
)
def test_the_frame_takes_the_form_for_the_room(make_window, size, fit, rail):
    window = make_window(*size)
    window.go("people", {})
    assert window.page.fits is fit
    assert window.rail.width() == rail
    assert window.findChild(QPushButton, "top.redo").isVisible() == (fit >= Fit.NORMAL)
    assert window.top.sub.isVisible() == (fit >= Fit.NORMAL)


def test_large_text_makes_a_laptop_compact(make_window):
    window = make_window(1366, 690, text_size=150)
    window.go("people", {})
    assert window.page.fits is Fit.COMPACT
    assert window.rail.width() == window.desk.theme.u(146)


def test_the_largest_text_folds_the_rail_into_a_button(make_window):
    window = make_window(1366, 690, text_size=200)
    window.go("people", {})
    assert window.page.fits is Fit.NARROW
    assert window.rail.isHidden()
    assert window.top.places.isVisible()
    menu = window.rail.as_menu(window.top.places)
    menu.actions()[1].trigger()
    assert window.place == "form"


def test_resizing_crosses_the_breakpoint_live(window):
    window.resize(1000, 690)
    QApplication.processEvents()
    assert window.page.fits is Fit.COMPACT
    window.resize(1366, 690)
    QApplication.processEvents()
    assert window.page.fits is Fit.NORMAL


def test_the_language_changes_without_a_restart(window):
    window.page.table.choose("id3")
    before = window.page
    window.desk.prefer(language="de")
    QApplication.processEvents()
    assert window.page is not before
    assert window.place == "people"
    assert window.top.title.whole() == "Mitglieder"
    assert window.page.table.current_id() == "id3"
    assert window.findChild(QPushButton, "rail.people").accessibleName() == "Mitglieder"
    assert "Datei" in [action.text().replace("&", "") for action in window.menuBar().actions()]


def test_text_size_changes_every_measure_live(window, qapp):
    window.resize(1800, 1000)
    window.page.table.choose("id2")
    height = window.page.table.rowHeight(0)
    window.menus.do("view.bigger")
    QApplication.processEvents()
    assert window.desk.settings.text_size == 110
    assert window.page.table.rowHeight(0) == height * 1.1
    assert window.page.table.current_id() == "id2"
    assert qapp.font().pixelSize() == 18
    window.menus.do("view.normal")
    assert window.desk.theme.scale.percent == 100


def test_dark_and_light_change_live(window):
    window.menus.do("view.dark")
    QApplication.processEvents()
    colour = window.grab().toImage().pixelColor(5, window.height() - 5).name().upper()
    assert window.desk.theme.palette.dark
    assert colour == window.desk.theme.palette.rail
    window.menus.do("view.light")
    assert not window.desk.theme.palette.dark


def test_what_was_typed_survives_a_change_of_size(window, qtbot):
    window.go("form", {})
    field = window.findChild(QLineEdit, "form.email")
    qtbot.keyClicks(field, "b@posteo")
    window.menus.do("view.bigger")
    QApplication.processEvents()
    assert window.findChild(QLineEdit, "form.email").text() == "b@posteo"


def test_back_and_forward_keep_the_row(window):
    window.page.table.choose("id4")
    window.go("form", {})
    window.menus.do("go.back")
    assert window.place == "people"
    assert window.page.table.current_id() == "id4"
    window.menus.do("go.forward")
    assert window.place == "form"
    assert not window.can_step(1)


def test_the_mouse_has_buttons_for_back_and_forward_too(window, qtbot):
    window.go("form", {})
    qtbot.mouseClick(window, Qt.MouseButton.BackButton)
    assert window.place == "people"
    qtbot.mouseClick(window, Qt.MouseButton.ForwardButton)
    assert window.place == "form"


def test_leaving_a_page_writes_what_is_open(window):
    window.go("form", {})
    page = window.page
    window.go("people", {})
    assert page.left == 1


def test_a_change_is_read_again_by_those_who_watch(window, qtbot):
    people = window.page
    window.desk.bus.changed.emit(SimpleNamespace(tables=frozenset({"payment"})))
    window.desk.bus.changed.emit(SimpleNamespace(tables=frozenset({"person"})))
    window.desk.bus.changed.emit(SimpleNamespace(tables=frozenset({"person"})))
    qtbot.waitUntil(lambda: people.reloads == 2)
    window.go("form", {})
    window.desk.bus.changed.emit(SimpleNamespace(tables=frozenset({"person"})))
    QApplication.processEvents()
    assert people.reloads == 2
    window.go("people", {})
    assert people.reloads == 3


def test_a_message_stays_while_one_goes_elsewhere(window):
    window.desk.say("Dieter Kessler is in the bin.", undoable=True)
    assert window.message.text() == "Dieter Kessler is in the bin."
    window.go("form", {})
    assert window.message.isVisible()


def test_a_question_stands_inline(window):
    chosen = []
    window.desk.ask("Also for Piotr?", [Answer("Yes, both", lambda: chosen.append(2), name="yes")])
    press(window, "yes")
    assert chosen == [2]


def test_long_answers_stand_whole_below_their_sentence(window):
    for name, words, long in (("a", "Keep yours", False), ("b", "Keep yours: " + 4 * "Nowak-Berg ", True)):
        ways = [Answer(words, lambda: None, name=f"{name}.{n}") for n in range(2)]
        window.desk.say("This was changed meanwhile.", answers=ways)
        QApplication.processEvents()
        button, said = (window.findChild(QWidget, one) for one in (f"{name}.1", "message.text"))
        assert (button.geometry().top() >= said.geometry().bottom()) == long
        assert button.width() >= button.sizeHint().width()


def test_a_question_that_cannot_wait_stands_in_front(window, qtbot):
    chosen = []
    answers = [
        Answer("Erase Anne Leroy", lambda: chosen.append("erase"), main=True, name="erase"),
        Answer("Keep", lambda: chosen.append("keep"), name="keep"),
    ]
    window.desk.ask("Erase Anne Leroy for good?", answers, urgent=True)
    press(window, "keep")
    assert chosen == ["keep"]
    for lines in (8, 80):  # every line of what is said can be seen, at once or by scrolling
        words = "\n".join(
            ["What stays, with the reason and the day until which it has to stay there"] * lines
        )
        window.desk.ask("Erase Anne Leroy for good?", answers, detail=words, urgent=True)
        detail = window.findChild(QWidget, "question.detail")
        qtbot.waitUntil(lambda detail=detail: detail.isVisible())
        assert detail.height() >= detail.heightForWidth(detail.width())
        assert detail.window().height() <= window.height()
        scrolled = window.findChild(QWidget, "question.scroll")
        assert (scrolled is not None) == (lines == 80)
        press(window, "keep")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_main_button_is_the_act_of_the_page(window):
    press(window, "members.new")
    assert window.page.news == 1
    window.go("form", {})
    assert window.findChild(QPushButton, "members.new").isHidden()


def test_f6_goes_round_the_panes(window, qtbot):
    window.page.table.setFocus()
    window.desk.say("Saved.")
    seen = []
    for _ in range(3):
        window.menus.do("go.pane")
        focus = QApplication.focusWidget()
        seen.append(
            next(
                (n for n in ("rail", "message.line") if window.findChild(QWidget, n).isAncestorOf(focus)),
                "page",
            )
        )
    assert seen == ["message.line", "rail", "page"]
    window.page.table.setFocus()
    window.menus.do("go.pane")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not window.message.isVisible()
    assert window.page.table.hasFocus(), "the message gone, the keyboard is where it was in the page"


def test_a_ribbon_says_what_file_this_is(window):
    done = []
    window.set_ribbon("This is the example.", (Answer("Start our own", lambda: done.append(1), name="own"),))
    press(window, "own")
    assert done == [1]
    window.desk.prefer(language="fr")
    assert window.findChild(QWidget, "ribbon") is not None
    window.set_ribbon("")
    QApplication.processEvents()
    assert [w for w in window.findChildren(QWidget, "ribbon") if w.isVisible()] == []


def test_counts_are_said_in_words(window):
    window.rail.set_count("people", 5, "5 guests have no host")
    button = window.rail.buttons["people"]
    assert button.accessibleName() == "Members, 5 guests have no host"
    assert button.toolTip() == "5 guests have no host"


def test_the_window_is_placed_where_it_was_left(make_window):
    window = make_window(window=WindowPlace(30, 40, 1000, 600))
    window.place_window(window.desk.settings.window)
    assert window.geometry() == QRect(30, 40, 1000, 600)
    window.close()
    assert window.desk.settings.window == WindowPlace(30, 40, 1000, 600)


def test_it_is_never_smaller_than_it_works(window):
    window.resize(200, 200)
    assert window.width() >= 900
    assert window.height() >= 560


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_has_a_name_for_readers(make_window, percent):
    window = make_window(1366, 690, text_size=percent)
    window.go("people", {})
    window.desk.say("Saved.", undoable=True)
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
            if not (widget.accessibleName() or words):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_a_short_sentence_in_the_message_line_stands_in_one_line(window):
    window.desk.say("Claire and Manon Dubois stay with Nowak.")
    QApplication.processEvents()
    assert window.message._words.width() > window.message.width() / 2
