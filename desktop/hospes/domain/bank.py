# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank accounts: IBAN and BIC by their own check figures."""

import re

from hospes.domain.errors import FieldProblem


def read_iban(typed: str, field: str = "iban") -> str:
    """An IBAN without blanks, in capitals. Raises FieldProblem where its check figures do not fit."""
    from stdnum import iban
    from stdnum.exceptions import ValidationError

    text = re.sub(r"[\s.-]", "", typed).upper()
    try:
        return str(iban.validate(text, check_country=False))
    except ValidationError:
        raise FieldProblem(
            field, "This is no IBAN: a figure is wrong or missing. What you typed is kept."
        ) from None


def read_bic(typed: str, field: str = "bic") -> str:
    """A BIC in capitals. Raises FieldProblem where it cannot be one."""
    text = re.sub(r"\s", "", typed).upper()
    if not re.fullmatch(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", text):
        raise FieldProblem(field, "A BIC has 8 or 11 letters and figures, such as GENODEF1ABC.")
    return text
