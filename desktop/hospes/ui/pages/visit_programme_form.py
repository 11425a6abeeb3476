# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a programme item. A new one is added as a whole; one that is there is saved field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from hospes.actions.programme import AddItem, EditItem, ItemText, MoveItem, SetItemAudience, SetItemTexts
from hospes.domain.codes_visit import Audience, Meal
from hospes.domain.errors import FieldProblem
from hospes.domain.names import display_name
from hospes.domain.programme_times import Times, read_times, times_words
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.venue_field import VenueField
from hospes.ui.pages.visit_drafts import NEW_ITEM, FormDraft
from hospes.ui.pages.visit_fields import PersonCombo, times_check
from hospes.ui.pages.visit_programme_words import count_words
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import FINE, Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.letters import give_letters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.queries.programme import Item, Programme
    from hospes.ui.desk import Desk

DELEGATION = "d:"
"""Before the id of a delegation among the answers to "who takes part"."""


class ItemForm(Box):
    """Time, day, texts in each language, who takes part, meal, seats, contact."""

    added = Signal(object)
    closed = Signal()

    def __init__(
        self, desk: Desk, programme: Programme, day: date, languages: Sequence[str], item: Item | None = None
    ) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=0, margins=(0, 0, 0, 0), name="visit.itemForm")
        self.desk = desk
        self.programme, self.item, self.day = programme, item, day
        self.languages = tuple(languages)
        self.fields: dict[str, Field] = {}
        self._people: list[tuple[UUID, str]] = []
        if item is not None:
            self._people = [(one, display_name(name)) for one, name in item.people]
        inner = column(theme, gap=10, margins=(18, 12, 18, 12))
        title = desk.text("New item") if item is None else desk.text("Item")
        close = icon_button(
            theme, desk.text("Close"), "x", self.close_form, name="visit.item.close", small=True
        )
        inner.addLayout(row(theme, Label(theme, title, "section"), None, close))
        self._when(inner)
        self._rest_fields: list[Field] = []
        for language in self.languages:
            self._texts(inner, language)
        self._unfolding(inner)
        self._who(inner)
        self._rest(inner)
        inner.addStretch(1)
        self.area = scrolled(holder(inner), "visit.item.area")
        self.box.addWidget(self.area, 1)
        if item is None:
            add = main_button(theme, desk.text("Add to the programme"), self.add, name="visit.item.add")
            self.box.addWidget(line())
            self.box.addLayout(row(theme, add, None, margins=(18, 8, 18, 10)))
        self.draft = FormDraft(desk, f"{NEW_ITEM}{programme.visit_id.hex}", self, self.typed)
        give_letters(self)

    def begin(self) -> None:
        """The keyboard goes into the first field."""
        self.fields["time"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_text(self, language: str) -> None:
        """The keyboard goes to the title in a language."""
        field = self.fields.get(f"title.{language}")
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(field)

    # -- building ------------------------------------------------------------------------------------

    def _when(self, inner: QVBoxLayout) -> None:
        desk, theme, item = self.desk, self.desk.theme, self.item
        times = Times(item.starts, item.ends, item.time_words) if item is not None else Times()
        clock = Field(
            theme, desk.text("Time"),
            TextField(theme, times_words(times, desk.locale), example=desk.text("10:30 or evening")),
            check=times_check(desk), name="visit.item.time",
        )  # fmt: skip
        clock.saved.connect(self._time_saved)
        self.fields["time"] = clock
        inner.addWidget(clock)

    def _day_field(self) -> Field:
        desk = self.desk
        days = [(day.isoformat(), desk.locale.date(day, "weekday_short")) for day in self._days()]
        self.day_box = Choice(desk.theme, days, self.day.isoformat())
        self.day_box.picked.connect(self._day_picked)
        return Field(desk.theme, desk.text("Day"), self.day_box, name="visit.item.day")

    def _days(self) -> list[date]:
        return sorted({*self.programme.days(), self.day})

    def _texts(self, inner: QVBoxLayout, language: str) -> None:
        desk, theme = self.desk, self.desk.theme
        words = self.item.words(language) if self.item is not None else None
        several = len(self.languages) > 1
        name = capital(desk.locale.language_name(language))
        if several:
            inner.addWidget(Label(theme, name, "group"))
        labels = {
            "title": desk.text("What happens"),
            "place": desk.text("Where"),
            "meeting_point": desk.text("Meeting point"),
            "details": desk.text("Details"),
        }
        for code, label in labels.items():
            value = getattr(words, code) if words is not None else ""
            editor: QWidget
            editor = LongText(theme, value, lines=2) if code == "details" else TextField(theme, value)
            field = Field(theme, label, editor, name=f"visit.item.{code}.{language}")
            if several:
                editor.setAccessibleName(desk.text("{field}, {language}", field=label, language=name))
            field.setProperty("code", code)
            field.setProperty("language", language)
            field.saved.connect(self._text_saved)
            self.fields[f"{code}.{language}"] = field
            inner.addWidget(field)
            if code in ("meeting_point", "details") and not value:
                self._rest_fields.append(field)

    def _unfolding(self, inner: QVBoxLayout) -> None:
        """What few items need is folded away."""
        for field in self._rest_fields:
            field.hide()
        words = self.desk.text("Meeting point and details")
        self._unfold_link = link_button(self.desk.theme, words, self._unfold, name="visit.item.unfold")
        inner.addLayout(row(self.desk.theme, self._unfold_link, None))
        if not self._rest_fields:
            self._unfold_link.hide()

    def _unfold(self) -> None:
        for field in self._rest_fields:
            field.show()
        self._unfold_link.hide()
        self._rest_fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who(self, inner: QVBoxLayout) -> None:
        desk, theme, item = self.desk, self.desk.theme, self.item
        options = [(one.value, desk.locale.label(one)) for one in Audience if one is not Audience.CHOSEN]
        options += [(f"{DELEGATION}{party.id.hex}", party.name) for party in self.programme.parties]
        options.append((Audience.CHOSEN.value, desk.locale.label(Audience.CHOSEN)))
        self.audience = Choice(theme, options, self._audience_code(item))
        self.audience.picked.connect(self._audience_picked)
        inner.addWidget(Field(theme, desk.text("Who takes part"), self.audience, name="visit.item.audience"))
        self._chosen = FlowLayout(theme, gap=6)
        self.person = PersonCombo(desk, "visit.item.person")
        self.person.setPlaceholderText(desk.text("Add a person"))
        self.person.setAccessibleName(desk.text("Add a person"))
        self.person.picked.connect(self._person_picked)
        self._chosen_box = holder(column(theme, holder(self._chosen), self.person, gap=6))
        inner.addWidget(self._chosen_box)
        self._show_people()

    def _audience_code(self, item: Item | None) -> str:
        if item is None:
            return Audience.ALL.value
        if item.audience is Audience.CHOSEN and len(item.delegations) == 1 and not item.people:
            return f"{DELEGATION}{item.delegations[0].hex}"
        return item.audience.value

    def _show_people(self) -> None:
        desk, theme = self.desk, self.desk.theme
        chosen = self.audience.code() == Audience.CHOSEN.value
        if self._chosen_box.parent() is not None or not chosen:  # without a parent it would be a window
            self._chosen_box.setVisible(chosen)
        clear(self._chosen)
        for one, name in self._people:
            button = plain_button(
                theme, name, self._drop_person, icon="x", name=f"visit.item.person.{one.hex}"
            )
            button.setAccessibleName(desk.text("Take off {what}", what=name))
            button.setProperty("person", one.hex)
            self._chosen.addWidget(button)

    def _rest(self, inner: QVBoxLayout) -> None:
        desk, theme, item = self.desk, self.desk.theme, self.item
        meals = [(one.value, desk.locale.label(one)) for one in Meal]
        self.meal = Choice(theme, meals, item.meal.value if item is not None else Meal.NONE.value)
        self.meal.picked.connect(self._meal_picked)
        seats = TextField(theme, "" if item is None or item.seats is None else str(item.seats))
        seats_field = Field(theme, desk.text("Seats"), seats, check=self._number, name="visit.item.seats")
        seats_field.saved.connect(self._seats_saved)
        self.fields["seats"] = seats_field
        meal = Field(theme, desk.text("Meal"), self.meal, name="visit.item.meal")
        across = row(theme, meal, seats_field, gap=12)
        for widget in (meal, seats_field):
            across.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        across.setStretch(0, 2)
        across.setStretch(1, 1)
        inner.addWidget(self._day_field())
        inner.addLayout(across)
        self.venue = VenueField(desk, item.venue_id if item is not None else None)
        self.venue.picked.connect(self._venue_picked)
        inner.addWidget(self.venue)
        if item is not None and item.meal is not Meal.NONE:
            inner.addWidget(Label(theme, count_words(desk, item.count), "m", wrap=True))
        name = display_name(item.contact) if item is not None and item.contact is not None else ""
        self.contact = PersonCombo(desk, text=name)
        self.contact.picked.connect(self._contact_picked)
        self.contact.editingFinished.connect(self._contact_left)
        inner.addWidget(Field(theme, desk.text("Contact person"), self.contact, name="visit.item.contact"))

    def _number(self, typed: str) -> Verdict:
        if not typed.strip() or typed.strip().isdecimal():
            return FINE
        return Verdict("bad", self.desk.text("Write a whole number such as 60."))

    # -- adding --------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add what the form holds; a form for an item that is there has nothing to add."""
        if self.item is not None:
            self.close_form()
            return
        clock, seats = self.fields["time"], self.fields["seats"]
        for field in (clock, seats):
            field.leave()
        bad = next((field for field in (clock, seats) if field.state == "bad"), None)
        if bad is not None:
            bad.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        times = read_times(clock.value(), self.desk.locale)
        audience, delegations, people = self._audience()
        action = AddItem(
            self.programme.visit_id, self._day(), self._item_texts(), times.starts, times.ends, times.words,
            audience, delegations, people, Meal(self.meal.code()),
            int(seats.value()) if seats.value().strip() else None,
            UUID(hex=self.contact.code()) if self.contact.code() else None,
            venue_id=self.venue.chosen(),
        )  # fmt: skip
        title = next((text.title for text in action.texts.values() if text.title.strip()), "")
        said = self.desk.text("“{item}” is in the programme.", item=title.strip())
        outcome = self.desk.run(action, said=said, failed=self._failed)
        if outcome is not None:
            self.draft.drop()
            self.added.emit(outcome.result)

    def _item_texts(self) -> dict[str, ItemText]:
        codes = ("title", "details", "place", "meeting_point")
        return {
            language: ItemText(*(self.fields[f"{code}.{language}"].value() for code in codes))
            for language in self.languages
        }

    def _day(self) -> date:
        from datetime import date

        return date.fromisoformat(self.day_box.code())

    def _audience(self) -> tuple[Audience, tuple[UUID, ...], tuple[UUID, ...]]:
        code = self.audience.code()
        if code.startswith(DELEGATION):
            return Audience.CHOSEN, (UUID(hex=code.removeprefix(DELEGATION)),), ()
        audience = Audience(code)
        if audience is not Audience.CHOSEN:
            return audience, (), ()
        kept = self.item.delegations if self.item is not None and len(self.item.delegations) > 1 else ()
        return audience, kept, tuple(one for one, _ in self._people)

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem):
            code = f"title.{self.languages[0]}" if error.field == "title" else error.field
            field = self.fields.get(code)
            if field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.desk.say(error, kind="err")

    # -- changing one that is there ------------------------------------------------------------------

    def _run(self, action: Action) -> None:
        self.desk.run(action, said=self.desk.text("All changes saved"), failed=self._failed)

    def _time_saved(self, typed: str) -> None:
        if self.item is None:
            return
        times = read_times(typed, self.desk.locale)
        item = self.item
        if times.starts is not None and times.ends is None and item.ends is not None and item.starts:
            self._run(
                MoveItem(item.id, item.on, times.starts)
            )  # only the beginning was said: the length stays
            return
        self._run(EditItem(item.id, {"starts": times.starts, "ends": times.ends, "time_words": times.words}))

    def _day_picked(self, _code: str) -> None:
        if self.item is not None:
            self._run(MoveItem(self.item.id, self._day(), self.item.starts))

    def _text_saved(self, typed: str) -> None:
        if self.item is not None:
            sender = self.sender()
            code, language = str(sender.property("code")), str(sender.property("language"))
            self._run(SetItemTexts(self.item.id, language, {code: typed}))

    def _audience_picked(self, _code: str) -> None:
        self._show_people()
        if self.item is not None:
            self._run(SetItemAudience(self.item.id, *self._audience()))
        elif self.audience.code() == Audience.CHOSEN.value:
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_picked(self, code: str) -> None:
        one, name = UUID(hex=code), self.person.text()
        self.person.clear()
        self.person.setModified(False)
        if one not in {there for there, _ in self._people}:
            self._people.append((one, name))
        self._show_people()
        if self.item is not None:
            self._run(SetItemAudience(self.item.id, *self._audience()))

    def _drop_person(self) -> None:
        code = str(self.sender().property("person"))
        self._people = [(one, name) for one, name in self._people if one.hex != code]
        self._show_people()
        if self.item is not None:
            self._run(SetItemAudience(self.item.id, *self._audience()))

    def _venue_picked(self) -> None:
        if self.item is not None:
            self._run(EditItem(self.item.id, {"venue_id": self.venue.chosen()}))

    def _meal_picked(self, code: str) -> None:
        if self.item is not None:
            self._run(EditItem(self.item.id, {"meal": Meal(code)}))

    def _seats_saved(self, typed: str) -> None:
        if self.item is not None:
            self._run(EditItem(self.item.id, {"seats": int(typed) if typed.strip() else None}))

    def _contact_picked(self, code: str) -> None:
        self.contact.setModified(False)
        if self.item is not None:
            self._run(EditItem(self.item.id, {"contact_id": UUID(hex=code)}))

    def _contact_left(self) -> None:
        if self.item is None or not self.contact.isModified():
            return
        self.contact.setModified(False)
        code = self.contact.code()
        if code or not self.contact.text().strip():
            self._run(EditItem(self.item.id, {"contact_id": UUID(hex=code) if code else None}))

    # -- leaving -------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Write what is open; a new item stays as it is typed."""
        if self.item is not None:
            for field in self.fields.values():
                field.leave()
        else:
            self.draft.keep()

    def go_on(self) -> None:
        """Begin a new item, with what was kept of one that was not added."""
        kept = self.draft.begin()
        if kept is not None:
            self.take(kept)

    def close_form(self) -> None:
        """Close it."""
        self.leave()
        self.closed.emit()

    def typed(self) -> dict[str, object]:
        """What stands in the form of a new item, for a draft and where the page is built anew."""
        return {
            **{code: field.value() for code, field in self.fields.items()},
            "name": self.fields[f"title.{self.languages[0]}"].value() if self.languages else "",
            "day": self.day_box.code(),
            "audience": self.audience.code(),
            "people": [[one.hex, name] for one, name in self._people],
            "meal": self.meal.code(),
            "venue": self.venue.code(),
        }

    def take(self, typed: dict[str, object]) -> None:
        """Put it in again."""
        for code, text in typed.items():
            if code in self.fields:
                self.fields[code].set_value(str(text))
        for code, box in (("day", self.day_box), ("audience", self.audience), ("meal", self.meal)):
            if typed.get(code):
                box.choose(str(typed[code]))
        self.venue.choose(str(typed.get("venue") or ""))
        people = typed.get("people")
        if isinstance(people, list):
            self._people = [(UUID(hex=str(one)), str(name)) for one, name in people]
        if any(field.value() for field in self._rest_fields):
            self._unfold()
        self._show_people()
