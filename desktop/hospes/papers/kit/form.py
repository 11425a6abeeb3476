# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms to fill in by hand: numbered questions, lines to write on, boxes to tick.

The numbers are the same in every language, so that somebody who types a form in need not know its language.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hospes.papers.kit.ink import BAND, GUIDE, HAIR, HAIRLINE, INK, MM, Style
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.tongues import Pair

BOX = 3.6 * MM
LINE = 7.4 * MM
"""Room to write in."""

Ticked = tuple["Pair", bool]


class Form:
    """Asks one question after the other on the sheets of a flow."""

    def __init__(self, flow: "Flow") -> None:
        self.flow = flow
        self.number = 0

    @property
    def _left(self) -> float:
        return 0.38 * self.flow.width

    def heading(self, title: "Pair") -> None:
        """A band with the name of a part."""
        flow, style = self.flow, self.flow.type.head
        high = style.leading + 2.4 * MM
        flow.space(2.4 * MM)
        flow.need(high + 2 * LINE)
        flow.pen.rectangle(flow.x, flow.y, flow.width, high, BAND)
        words = title.joined("  ·  ")
        flow.pen.text(flow.x + 2 * MM, flow.y + 1.2 * MM + style.size * 0.92, words, style)
        flow.y += high

    def line(self, label: "Pair", value: str = "", lines: int = 1, hint: "Pair | None" = None) -> None:
        """A question with one or more lines to write on, or with its answer."""
        flow, style = self.flow, self.flow.type.row
        left = self._label(label, hint)
        room = flow.width - self._left - 2 * MM
        answer = wrap(value, style, room) if value else []
        high = max(
            sum(one.leading for _, one in left) + 2 * MM,
            LINE * lines * flow.type.scale,
            len(answer) * style.leading + 3 * MM,
        )
        flow.need(high)
        self._print(left, flow.x, flow.y + 1.4 * MM)
        y = flow.y + 1.6 * MM + style.size * 0.95
        for text in answer:
            flow.pen.text(flow.x + self._left + 2 * MM, y, text, style)
            y += style.leading
        flow.y += high
        step = high / max(lines, 1)
        for at in range(lines):
            base = flow.y - at * step
            flow.pen.rule(flow.x + self._left, base, flow.width - self._left, HAIRLINE, GUIDE)
        flow.pen.rule(flow.x, flow.y, self._left, HAIRLINE, HAIR)

    def boxes(self, label: "Pair", choices: Sequence[Ticked], hint: "Pair | None" = None) -> None:
        """A question with boxes to tick."""
        flow, style = self.flow, self.flow.type.row
        left = self._label(label, hint)
        rows = self._rows(choices)
        high = max(
            sum(one.leading for _, one in left) + 2 * MM,
            len(rows) * (style.leading + 1 * MM) + 1.8 * MM,
            LINE * flow.type.scale,
        )
        flow.need(high)
        self._print(left, flow.x, flow.y + 1.4 * MM)
        y = flow.y + 1.6 * MM
        for row in rows:
            for x, text, ticked in row:
                self._box(x, y + style.size * 0.95 - BOX * 0.82, ticked=ticked)
                flow.pen.text(x + BOX + 1.6 * MM, y + style.size * 0.95, text, style)
            y += style.leading + 1 * MM
        flow.y += high
        flow.pen.rule(flow.x, flow.y, flow.width, HAIRLINE, HAIR)

    def agree(self, text: "Pair", ticked: bool = False) -> None:
        """A sentence somebody agrees to by ticking it."""
        flow = self.flow
        self.number += 1
        width = flow.width - 12 * MM - BOX
        styles = flow.type
        lines = [(line, styles.small) for line in wrap(text.first, styles.small, width)]
        if text.second and text.second != text.first:
            lines += [(line, styles.head_second) for line in wrap(text.second, styles.head_second, width)]
        high = sum(style.leading for _, style in lines) + 2.6 * MM
        flow.need(high)
        flow.pen.text(
            flow.x, flow.y + 1.3 * MM + styles.small.size * 0.95, str(self.number), styles.small_strong
        )
        self._box(flow.x + 7 * MM, flow.y + 1.3 * MM, ticked=ticked)
        self._print(lines, flow.x + 9 * MM + BOX, flow.y + 1.3 * MM)
        flow.y += high

    # ---- parts ---------------------------------------------------------------------------------------

    def _label(self, label: "Pair", hint: "Pair | None") -> list[tuple[str, Style]]:
        self.number += 1
        styles, width = self.flow.type, self._left - 2 * MM
        first = f"{self.number}  {label.first}"
        lines = [(line, styles.small_strong) for line in wrap(first, styles.small_strong, width)]
        if label.second and label.second != label.first:
            lines += [(line, styles.head_second) for line in wrap(label.second, styles.head_second, width)]
        if hint is not None:
            lines += [(line, styles.foot) for line in wrap(hint.joined(" / "), styles.foot, width)]
        return lines

    def _print(self, lines: Sequence[tuple[str, Style]], x: float, y: float) -> None:
        for text, style in lines:
            self.flow.pen.text(x, y + style.size * 0.95, text, style)
            y += style.leading

    def _rows(self, choices: Sequence[Ticked]) -> list[list[tuple[float, str, bool]]]:
        """The choices in rows, as many beside each other as there is room for."""
        flow, style = self.flow, self.flow.type.row
        left, right = flow.x + self._left + 2 * MM, flow.right
        rows: list[list[tuple[float, str, bool]]] = [[]]
        x = left
        for words, ticked in choices:
            for at, text in enumerate(wrap(words.joined(" / "), style, right - left - BOX - 2 * MM)):
                wide = BOX + 1.6 * MM + flow.pen.width(text, style)
                if rows[-1] and x + wide > right:
                    rows.append([])
                    x = left
                rows[-1].append((x, text, ticked and at == 0))
                x += wide + 6 * MM
        return rows

    def _box(self, x: float, y: float, *, ticked: bool) -> None:
        pen = self.flow.pen
        pen.frame(x, y, BOX, BOX, HAIRLINE, GUIDE)
        if ticked:
            pad = BOX * 0.2
            pen.stroke(x + pad, y + pad, x + BOX - pad, y + BOX - pad, 1.1, INK)
            pen.stroke(x + pad, y + BOX - pad, x + BOX - pad, y + pad, 1.1, INK)
