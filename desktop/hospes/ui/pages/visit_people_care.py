# SPDX-License-Identifier: GPL-3.0-or-later
"""Care for one person of a visit: papers and agreements, health, emergency, papers of who looks after minors.

Of papers only the fact is kept: seen, on which day, by whom, until when. Never a copy.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.health import DeleteHealthNote
from hospes.actions.participations_checks import (
    KEEP_HEALTH_DAYS,
    AddVisitHealthNote,
    SetLeaderCheck,
    SetVisitChecks,
)
from hospes.actions.people import SetEmergencyContact, SetGuardian
from hospes.domain.border import Document
from hospes.domain.codes import ConsentForm, GuardianKind, HealthKind
from hospes.domain.codes_visit import CheckKind, LeaderCheckKind
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.domain.minors import ANSWERS, CheckState, Missing
from hospes.domain.names import display_name, list_name
from hospes.queries.settings import setting
from hospes.ui.pages.namesakes import told_apart
from hospes.ui.pages.note_line import NoteLine, health_changed
from hospes.ui.pages.person_dates import read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.queries.participants import VisitPeople
    from hospes.queries.participants_detail import CheckRow, LeaderCheckRow, ParticipantDetail
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

CHECK_LOOK: dict[CheckState, tuple[str, Tone]] = {
    CheckState.MISSING: ("triangle-alert", "warn"),
    CheckState.EXPIRED: ("clock", "err"),
    CheckState.DONE: ("check", "ok"),
    CheckState.YES: ("check", "ok"),
    CheckState.NO: ("x", "muted"),
}


class _Card(Box):
    """A card about one person of a visit."""

    def __init__(self, desk: Desk, words: str, detail: ParticipantDetail, name: str) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=8, margins=(14, 12, 14, 12), name=name)
        self.desk, self.detail = desk, detail
        self.box.addWidget(Label(theme, words, "section"))

    def _sent(self, name: str) -> str:
        return str(self.sender().property(name))

    def _initials(self) -> str:
        """Of who works here, for "seen by"."""
        words = self.desk.settings.user_name.split()
        return "".join(word[0] for word in words)[:4].upper()

    def _line(self, words: str, *ends: QWidget, grey: str = "", state: StateWord | None = None) -> None:
        theme = self.desk.theme
        labels = column(theme, Label(theme, words, wrap=True), gap=0)
        if state is not None:
            labels.addWidget(state)
        if grey:
            labels.addWidget(Label(theme, grey, "m", wrap=True))
        made = row(theme, holder(labels), *ends)
        made.setStretch(0, 1)
        self.box.addLayout(made)


class _Papers(_Card):
    """The checklist: what is missing, and what was seen when by whom."""

    def __init__(self, desk: Desk, detail: ParticipantDetail) -> None:
        words = desk.text("Papers and agreements")
        super().__init__(desk, words, detail, "visit.person.papers")
        theme, text = desk.theme, desk.text
        others = [
            (kind.value, desk.locale.label(kind))
            for kind in CheckKind
            if kind not in {check.kind for check in detail.checks}
        ]
        self.until = TextField(theme, example=text("Valid until"), name="visit.person.validUntil")
        self.until.setAccessibleName(text("Valid until, for the next paper that is seen"))
        self.initials = TextField(
            theme, self._initials(), example=text("Initials"), name="visit.person.initials"
        )
        self.initials.setAccessibleName(text("Initials of who saw it"))
        self.initials.setFixedWidth(theme.u(96))
        line = row(theme, self.until, self.initials)
        line.setStretch(0, 1)
        if detail.checks or others:
            self.box.addLayout(line)
        for missing in detail.missing:
            words = desk.locale.label(missing)
            where = text("Add them below.") if missing is Missing.EMERGENCY else text("Name them below.")
            state = StateWord(theme, text("Missing"), "warn", "triangle-alert")
            self._line(words, grey=where, state=state)
        for check in detail.checks:
            self._check(check)
        if not detail.checks and not detail.missing:
            self.box.addWidget(Label(theme, text("Nothing has to be seen for this person."), "m", wrap=True))
        if others:
            self.other = Choice(theme, others, name="visit.person.otherPaper")
            self.other.setAccessibleName(text("Another paper"))
            seen = plain_button(
                theme, text("Seen"), self._other_seen, icon="check", name="visit.person.otherSeen"
            )
            more = row(theme, self.other, seen)
            more.setStretch(0, 1)
            self.box.addLayout(more)

    def _check(self, check: CheckRow) -> None:
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        icon, tone = CHECK_LOOK[check.state]
        state = StateWord(theme, desk.locale.label(check.state), tone, icon)
        done = check.state not in (CheckState.MISSING, CheckState.EXPIRED)
        stem = f"visit.person.check.{check.kind.value}"
        buttons: list[QWidget] = []
        if done:
            words = text("Take back: {paper}", paper=desk.locale.label(check.kind))
            buttons.append(icon_button(theme, words, "undo-2", self._away, name=f"{stem}.away", small=True))
        elif check.kind in ANSWERS:
            buttons.append(plain_button(theme, text("Yes"), self._yes, name=f"{stem}.yes"))
            buttons.append(plain_button(theme, text("No"), self._no, name=f"{stem}.no"))
        else:
            buttons.append(plain_button(theme, text("Seen"), self._seen, icon="check", name=f"{stem}.seen"))
        for button in buttons:
            button.setProperty("check", check.kind.value)
        grey = " · ".join(part for part in (self._about(check), self._asked(check)) if part)
        self._line(desk.locale.label(check.kind), *buttons, grey=grey, state=state)

    def _asked(self, check: CheckRow) -> str:
        """What the border asks of a paper."""
        text, rule = self.desk.text, check.border
        if check.kind is not CheckKind.TRAVEL_DOCUMENT or rule.document is Document.NONE:
            return ""
        parts = [self.desk.locale.label(rule.document)] if rule.document is Document.PASSPORT else []
        if rule.issued_within_years:
            parts.append(
                self.desk.ntext(
                    "issued less than {n} year before",
                    "issued less than {n} years before",
                    rule.issued_within_years,
                )
            )
        if check.holds_until is not None:
            parts.append(text("must hold until {day}", day=check.holds_until))
        return " · ".join(parts)

    def _about(self, check: CheckRow) -> str:
        text, seen = self.desk.text, check.seen
        if seen is None or seen.seen_on is None:
            return ""
        parts = [
            text("{day} by {initials}", day=seen.seen_on, initials=seen.initials)
            if seen.initials
            else text("on {day}", day=seen.seen_on)
        ]
        if seen.valid_until is not None:
            parts.append(text("valid until {day}", day=seen.valid_until))
        return " · ".join(parts)

    def _until(self) -> date | None:
        found = read_day(self.desk, self.until.text(), DateKind.ANY)
        return found.last if found is not None else None

    def _keep(self, kind: CheckKind, *, answer: bool | None = None, away: bool = False) -> None:
        part = self.detail.row.participation_id
        if part is None:
            return
        try:
            until = None if away or kind in ANSWERS else self._until()
        except UserError as error:
            self.desk.say(error, kind="err")
            self.until.setFocus()
            return
        self.until.setModified(False)
        self.initials.setModified(False)
        action = SetVisitChecks(
            (part,), kind, answer, valid_until=until, initials=self.initials.text(), away=away
        )
        name, paper = display_name(self.detail.row.name), self.desk.locale.label(kind)
        said = self.desk.text("{paper} of {person} is noted.", paper=paper, person=name)
        self.desk.run(action, said=said)

    def _kind(self) -> CheckKind:
        return CheckKind(self._sent("check"))

    def _seen(self) -> None:
        self._keep(self._kind())

    def _yes(self) -> None:
        self._keep(self._kind(), answer=True)

    def _no(self) -> None:
        self._keep(self._kind(), answer=False)

    def _away(self) -> None:
        self._keep(self._kind(), away=True)

    def _other_seen(self) -> None:
        kind = CheckKind(self.other.code())
        self._keep(kind, answer=True if kind in ANSWERS else None)


class _Guardians(_Card):
    """Who answers for a minor."""

    def __init__(self, desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> None:
        super().__init__(desk, desk.text("Answers for them"), detail, "visit.person.guardians")
        theme, text = desk.theme, desk.text
        comes = {row_.person_id for row_ in people.rows if row_.comes}
        known = told_apart(desk, ((one.person_id, display_name(one.name)) for one in detail.guardians))
        for one in detail.guardians:
            grey = text("takes part as well") if one.person_id in comes else desk.locale.label(one.kind)
            away = icon_button(
                theme, text("Remove"), "x", self._remove, name="visit.person.noGuardian", small=True
            )
            away.setProperty("person", one.person_id.hex)
            self._line(known[one.person_id], away, grey=grey)
        adults = {
            row_.person_id: list_name(row_.name)
            for row_ in people.rows
            if not row_.minor and row_.person_id != detail.row.person_id
        }
        options = [(person.hex, words) for person, words in told_apart(desk, adults.items()).items()]
        self.who = Combo(theme, options, name="visit.person.guardian")
        self.who.setPlaceholderText(text("Somebody of the visit"))
        self.who.setAccessibleName(text("Somebody of the visit"))
        add = plain_button(theme, text("Add"), self._add, name="visit.person.addGuardian")
        line = row(theme, self.who, add)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        page = link_button(theme, text("Somebody else: on their page"), self._page, name="visit.person.page")
        self.box.addLayout(row(theme, page, None))

    def _add(self) -> None:
        code = self.who.code()
        if not code:
            self.who.setFocus()
            return
        self.who.setModified(False)
        self.desk.run(SetGuardian(self.detail.row.person_id, UUID(hex=code), GuardianKind.GUARDIAN))

    def _remove(self) -> None:
        self.desk.run(
            SetGuardian(self.detail.row.person_id, UUID(hex=self._sent("person")), away=True),
            said=self.desk.text("Removed."),
        )

    def _page(self) -> None:
        self.desk.go("person", id=self.detail.row.person_id.hex)


class _Emergency(_Card):
    """Whom to telephone."""

    def __init__(self, desk: Desk, detail: ParticipantDetail) -> None:
        super().__init__(desk, desk.text("In an emergency"), detail, "visit.person.emergency")
        theme, text = desk.theme, desk.text
        for one in detail.emergency:
            away = icon_button(
                theme, text("Remove"), "x", self._remove, name="visit.person.noEmergency", small=True
            )
            away.setProperty("contact", one.id.hex)
            self._line(" · ".join(part for part in (one.name, one.relation, one.phone) if part), away)
        self.name = TextField(theme, example=text("Name"), name="visit.person.emergencyName")
        self.phone = TextField(theme, example=text("Phone"), name="visit.person.emergencyPhone")
        for field, words in ((self.name, text("Name")), (self.phone, text("Phone"))):
            field.setAccessibleName(words)
        add = plain_button(theme, text("Add"), self._add, name="visit.person.addEmergency")
        self.box.addLayout(row(theme, self.name, self.phone, add))

    def _add(self) -> None:
        name, phone = self.name.text(), self.phone.text()
        self.name.setModified(False)
        self.phone.setModified(False)
        if self.desk.run(SetEmergencyContact(self.detail.row.person_id, name, phone)) is None:
            self.name.setModified(True)

    def _remove(self) -> None:
        contact = UUID(hex=self._sent("contact"))
        said = self.desk.text("Removed.")
        self.desk.run(SetEmergencyContact(self.detail.row.person_id, "", id=contact), said=said)


class _Health(_Card):
    """Health notes in a place of their own, with consent and an end."""

    def __init__(self, desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> None:
        super().__init__(desk, desk.text("Health"), detail, "visit.person.health")
        theme, text = desk.theme, desk.text
        mark = StateWord(theme, text("Only for this visit; on no list"), "warn", "shield-check", wrap=True)
        self.box.addWidget(mark)
        for one in detail.health:
            words = text("{kind}: {what}", kind=desk.locale.label(one.kind), what=one.text or one.subject)
            away = icon_button(
                theme, text("Delete this note"), "x", self._remove, name="visit.person.noHealth", small=True
            )
            away.setProperty("note", one.id.hex)
            grey = []
            if one.severe:
                grey.append(text("severe"))
            if one.share_with_host:
                grey.append(text("the host may know"))
            if one.expires_on is not None:
                grey.append(text("is forgotten on {day}", day=one.expires_on))
            change = partial(health_changed, one.id, one.version)
            told, name = one.text or one.subject, "visit.person.editHealth"
            self.box.addWidget(NoteLine(desk, words, told, change, away, below=" · ".join(grey), name=name))
        kinds = [(one.value, desk.locale.label(one)) for one in HealthKind]
        self.kind = Choice(theme, kinds, HealthKind.MEDICAL.value, name="visit.person.healthKind")
        self.kind.setAccessibleName(text("Kind"))
        self.text = TextField(theme, example=text("What has to be known"), name="visit.person.healthText")
        self.text.setAccessibleName(text("What has to be known"))
        self.severe = Tick(theme, text("Severe"), name="visit.person.healthSevere")
        self.share = Tick(theme, text("The host may know"), name="visit.person.healthShare")
        new = row(theme, self.kind, self.text)
        new.setStretch(1, 1)
        self.box.addLayout(new)
        self.box.addWidget(holder(FlowLayout(theme, self.severe, self.share)))
        forms = [(one.value, desk.locale.label(one)) for one in ConsentForm]
        self.form = Choice(theme, forms, name="visit.person.healthConsent")
        self.form.setAccessibleName(text("How the person agreed"))
        self._agreed = detail.health_consent
        if not self._agreed:
            self.box.addWidget(Label(theme, text("The person has agreed to this note:"), "m", wrap=True))
            self.box.addWidget(self.form)
        else:
            self.form.setParent(self)
            self.form.hide()
        days = desk.read(setting, "people.keep_health_days")
        keep = days if isinstance(days, int) else KEEP_HEALTH_DAYS
        end = (people.visit.last or desk.file.today) + timedelta(days=keep)
        self.box.addWidget(Label(theme, text("Forgotten by itself on {day}.", day=end), "m", wrap=True))
        add = plain_button(theme, text("Add the note"), self._add, name="visit.person.addHealth")
        self.box.addLayout(row(theme, add, None))

    def _add(self) -> None:
        part = self.detail.row.participation_id
        if part is None:
            return
        action = AddVisitHealthNote(
            part,
            HealthKind(self.kind.code()),
            self.text.text(),
            severe=self.severe.isChecked(),
            share_with_host=self.share.isChecked(),
            consent_form=None if self._agreed else ConsentForm(self.form.code()),
        )
        self.text.setModified(False)
        if self.desk.run(action) is None:
            self.text.setFocus()

    def _remove(self) -> None:
        note = UUID(hex=self._sent("note"))
        self.desk.run(DeleteHealthNote(note), said=self.desk.text("The note is deleted."))


class _LeaderPapers(_Card):
    """Papers of somebody who looks after minors."""

    def __init__(self, desk: Desk, detail: ParticipantDetail) -> None:
        super().__init__(desk, desk.text("Looks after minors"), detail, "visit.person.leader")
        theme, text = desk.theme, desk.text
        known = {check.kind: check for check in detail.leader_checks}
        for kind in LeaderCheckKind:
            self._kind(kind, known.get(kind))
        self.until = TextField(theme, example=text("Next due on"), name="visit.person.leaderUntil")
        self.until.setAccessibleName(text("Next due on, for the next paper that is seen"))
        self.box.addWidget(self.until)

    def _kind(self, kind: LeaderCheckKind, check: LeaderCheckRow | None) -> None:
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        stem = f"visit.person.leader.{kind.value}"
        if check is None:
            state = StateWord(theme, text("not seen"), "muted", "clock")
            button: QWidget = plain_button(theme, text("Seen"), self._seen, icon="check", name=f"{stem}.seen")
            grey = ""
        else:
            overdue = check.overdue(desk.file.today)
            state = StateWord(
                theme,
                text("Due again") if overdue else text("Seen"),
                "err" if overdue else "ok",
                "clock" if overdue else "check",
            )
            words = text("Take back: {paper}", paper=desk.locale.label(kind))
            button = icon_button(theme, words, "undo-2", self._away, name=f"{stem}.away", small=True)
            parts = [text("on {day}", day=check.seen_on), check.initials]
            if check.valid_until is not None:
                parts.append(text("next due on {day}", day=check.valid_until))
            grey = " · ".join(part for part in parts if part)
        button.setProperty("check", kind.value)
        self._line(desk.locale.label(kind), button, grey=grey, state=state)

    def _seen(self) -> None:
        try:
            found = read_day(self.desk, self.until.text(), DateKind.ANY)
        except UserError as error:
            self.desk.say(error, kind="err")
            self.until.setFocus()
            return
        self.until.setModified(False)
        kind = LeaderCheckKind(self._sent("check"))
        until = found.last if found is not None else None
        self.desk.run(
            SetLeaderCheck(self.detail.row.person_id, kind, valid_until=until, initials=self._initials())
        )

    def _away(self) -> None:
        kind = LeaderCheckKind(self._sent("check"))
        self.desk.run(SetLeaderCheck(self.detail.row.person_id, kind, away=True))


def care_part(desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> list[QWidget]:
    """The cards of care."""
    if detail.row.participation_id is None:
        return [_Emergency(desk, detail)]
    found: list[QWidget] = [_Papers(desk, detail)]
    if detail.row.minor:
        found.append(_Guardians(desk, detail, people))
    if detail.looks_after:
        found.append(_LeaderPapers(desk, detail))
    return [*found, _Emergency(desk, detail), _Health(desk, detail, people)]
