# SPDX-License-Identifier: GPL-3.0-or-later
"""What may go wrong and is nobody's bug.

There are two kinds of failure in Hospes. A `UserError` is expected: it says in the reader's language what is
wrong and how to mend it, and nothing was changed. Anything else is a fault of the program.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """A translatable text with its arguments; `many` and the argument `n` give it a plural."""

    msgid: str
    args: dict[str, object]
    many: str | None = None

    def __init__(self, msgid: str, /, many: str | None = None, **args: object) -> None:
        object.__setattr__(self, "msgid", msgid)
        object.__setattr__(self, "many", many)
        object.__setattr__(self, "args", args)


class UserError(Exception):
    """Refused with a sentence. `code` is stable and stands beside the text in JSON (decision 37)."""

    code = "refused"

    def __init__(
        self, msgid: str, /, code: str | None = None, many: str | None = None, **args: object
    ) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.many = many
        self.args_by_name = args
        if code is not None:
            self.code = code

    @property
    def message(self) -> Message:
        """The text to show."""
        return Message(self.msgid, many=self.many, **self.args_by_name)

    def __str__(self) -> str:
        # English, for tests and logs; arguments may be personal, so they are left out on purpose.
        return self.msgid


class FieldProblem(UserError):
    """One field cannot be used as typed. The typed text is kept, the stored value stands (design 6.3)."""

    code = "field-unusable"

    def __init__(
        self,
        field: str,
        msgid: str,
        /,
        suggestions: tuple[str, ...] = (),
        many: str | None = None,
        **args: object,
    ) -> None:
        super().__init__(msgid, None, many, **args)
        self.field = field
        self.suggestions = suggestions

    def at(self, field: str) -> "FieldProblem":
        """The same problem at another field: a rule knows `email`, a form has one for each person."""
        moved = FieldProblem(field, self.msgid, self.suggestions, many=self.many)
        moved.args_by_name = self.args_by_name
        return moved


class FormProblems(UserError):
    """Several fields keep a form from being added; shown as a list at its top."""

    code = "form-incomplete"

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__("Some fields still need you.")
        self.problems = problems
