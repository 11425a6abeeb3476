# SPDX-License-Identifier: GPL-3.0-or-later
"""The theme: one palette, one scale, the faces, the style sheet and the icons made of them.

A `Theme` never changes. When the text size, the scheme or the language changes, the window makes the
next one and builds its pages again on it (`hospes.ui.main_window`), so no widget has to know how to
change its clothes.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QStyleFactory

from hospes import paths
from hospes.settings import Settings
from hospes.ui.look import icons, sign
from hospes.ui.look.scale import NORMAL, Scale, within
from hospes.ui.look.sheet import sheet
from hospes.ui.look.sign import Side
from hospes.ui.look.tokens import DARK, LIGHT, Palette, mix

SANS: Final = "Source Sans 3"
SERIF: Final = "Source Serif 4"

_ROLES: Final[dict[str, tuple[str, float, int]]] = {
    "title": (SERIF, 20, 600),
    "figure": (SERIF, 22, 600),
    "name": (SERIF, 17, 600),
    "section": (SERIF, 14, 600),
    "body": (SANS, 12, 400),
    "medium": (SANS, 12, 500),
    "semi": (SANS, 12, 600),
    "strong": (SANS, 12, 700),
}
"""Face, size in points and weight of each role of type (design 10.2)."""

_PLATFORM_POINTS: Final = {"windows": 9.0, "cocoa": 13.0}
"""Normal text size of the systems; Linux desktops stand between 10 and 11."""


class Theme:
    """Colours, measures, faces and icons of the window as they are now."""

    def __init__(
        self,
        palette: Palette = LIGHT,
        scale: Scale | None = None,
        *,
        roomy: bool = False,
        less_movement: bool = False,
        plain: bool = False,
    ) -> None:
        self.palette: Final = palette
        self.scale: Final = scale or Scale()
        self.roomy: Final = roomy
        self.less_movement: Final = less_movement
        self.plain: Final = plain  # the system's high contrast: no style sheet (design 9.9)
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}

    # -- measures --------------------------------------------------------------------------------

    def u(self, pixels: float) -> int:
        """`pixels` of the design at the present text size, in device independent pixels."""
        return self.scale.u(pixels)

    @property
    def row(self) -> int:
        """Height of a list's row."""
        return self.u(48 if self.roomy else 40)

    # -- colours ---------------------------------------------------------------------------------

    def hex(self, token: str) -> str:
        """The colour of a token as `#RRGGBB`.

        Raises:
            AttributeError: no such token.
        """
        value = getattr(self.palette, token)
        if not isinstance(value, str):
            raise AttributeError(token)
        return value

    def color(self, token: str) -> QColor:
        """The colour of a token for painting."""
        return QColor(self.hex(token))

    # -- type ------------------------------------------------------------------------------------

    def font(self, role: str = "body") -> QFont:
        """The face of a role: title, figure, name, section, body, medium, semi, strong.

        Raises:
            KeyError: no such role.
        """
        if role not in self._fonts:
            face, points, weight = _ROLES[role]
            font = QFont(face)
            font.setPixelSize(self.scale.type(points))
            font.setWeight(QFont.Weight(weight))
            self._fonts[role] = font
        return self._fonts[role]

    def metrics(self, role: str = "body") -> QFontMetrics:
        """The measures of a role's face."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.font(role))
        return self._metrics[role]

    # -- pictures --------------------------------------------------------------------------------

    def icon(self, name: str, token: str = "text", size: float = 18, chosen: str = "", pad: int = 0) -> QIcon:
        """A button's icon in a token's colour; `chosen` is the token while the button is checked."""
        on, off = self.hex(chosen) if chosen else "", self.hex("ctl")
        return icons.icon(name, self.hex(token), self.u(size), _ratio(), chosen=on, off=off, pad=pad)

    def pixmap(self, name: str, token: str = "text", size: float = 18) -> QPixmap:
        """An icon for a label or for painting."""
        return icons.pixmap(name, self.hex(token), self.u(size), _ratio())

    def tessera(self, size: float = 32) -> QPixmap:
        """The logo."""
        return sign.tessera(self.u(size), _ratio(), self.palette)

    def mark(self, side: Side, size: float = 12) -> QPixmap:
        """The shape of a town."""
        return sign.mark(self.u(size), _ratio(), side, self.palette)

    def avatar(self, initials: str, side: Side = Side.HOME, size: float = 34) -> QPixmap:
        """A person's initials on the shape of the person's town."""
        font = QFont(self.font("strong"))
        font.setPixelSize(max(1, round(self.u(size) * 0.38)))
        return sign.avatar(self.u(size), _ratio(), initials, side, self.palette, font)

    # -- clothes of the whole program ----------------------------------------------------------------

    def dress(self, app: QApplication) -> None:
        """Give style, palette, type and style sheet to the program."""
        if app.style().name() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(self.font())
        if self.plain:
            app.setStyleSheet("")
            app.setPalette(QPalette())
            return
        app.setPalette(self._qt_palette())
        app.setStyleSheet(sheet(self.palette, self.scale))

    def _qt_palette(self) -> QPalette:
        found = QPalette()
        role = QPalette.ColorRole
        for which, token in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "alt"),
            (role.Text, "text"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.BrightText, "err"),
            (role.ToolTipBase, "surface"),
            (role.ToolTipText, "text"),
            (role.Link, "home"),
            (role.LinkVisited, "home"),
            (role.Highlight, "home"),
            (role.HighlightedText, "on_home"),
            (role.Accent, "home"),
            (role.PlaceholderText, "muted"),
            (role.Mid, "ctl"),
            (role.Light, "surface"),
            (role.Dark, "ctl"),
        ):
            found.setColor(which, self.color(token))
        off = QColor(mix(self.palette.muted, self.palette.surface, 0.2))
        for which in (role.WindowText, role.Text, role.ButtonText):
            found.setColor(QPalette.ColorGroup.Disabled, which, off)
        return found


def theme_for(settings: Settings) -> Theme:
    """The theme the preferences ask for, on this computer as it is now."""
    hints = QGuiApplication.styleHints()
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    dark = settings.scheme == "dark" or (
        settings.scheme == "computer" and hints.colorScheme() is Qt.ColorScheme.Dark
    )
    percent = settings.text_size or computer_text_size()
    palette = _system_palette() if high else DARK if dark else LIGHT
    return Theme(
        palette, Scale(percent), roomy=settings.roomy, less_movement=settings.less_movement, plain=high
    )


def match_system(settings: Settings) -> None:
    """Let the system's own parts (title bar, file dialogs) be light or dark as the preferences say."""
    hints = QGuiApplication.styleHints()
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(settings.scheme)
    if wanted is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(wanted)


@lru_cache(maxsize=1)
def computer_text_size() -> int:
    """The text size of the computer in percent of what is usual there, never below 100 (design 9.1)."""
    screen = QGuiApplication.primaryScreen()
    platform = QGuiApplication.platformName()
    if platform in ("offscreen", "minimal"):
        return NORMAL
    points = QGuiApplication.font().pointSizeF()
    usual = _PLATFORM_POINTS.get(platform, 11.0)
    dots = 1.0 if platform == "cocoa" else screen.logicalDotsPerInch() / 96
    return within(max(NORMAL, NORMAL * dots * points / usual if points > 0 else NORMAL))


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Make the shipped faces known to Qt, once; the families found (empty: the system's sans is used)."""
    families: list[str] = []
    for file in sorted((paths.resources() / "fonts").rglob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return tuple(dict.fromkeys(families))


def application_icon() -> QIcon:
    """The logo as the program's icon, for title bars and task bars."""
    icon = QIcon()
    for size in (16, 32, 64, 128, 256):
        icon.addPixmap(sign.tessera(size, 1.0, LIGHT))
    return icon


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _system_palette() -> Palette:
    """The system's own colours under our names, so that what we paint ourselves follows high contrast too."""
    QGuiApplication.setPalette(QPalette())  # ours may be on top of the system's
    system = QGuiApplication.palette()
    role = QPalette.ColorRole

    def of(which: QPalette.ColorRole) -> str:
        return system.color(which).name()

    text, ground, base = of(role.WindowText), of(role.Window), of(role.Base)
    chosen, on_chosen, button = of(role.Highlight), of(role.HighlightedText), of(role.Button)
    return Palette(
        dark=system.color(role.Window).lightness() < 128,
        window=ground,
        surface=base,
        sunken=ground,
        alt=base,
        rail=ground,
        rail_sel=button,
        text=text,
        muted=text,
        border=text,
        ctl=text,
        home=text,
        home_hover=text,
        home_soft=base,
        on_home=ground,
        partner=text,
        partner_soft=base,
        third=text,
        fourth=text,
        ok=text,
        ok_soft=base,
        warn=text,
        warn_soft=base,
        amber=text,
        err=text,
        err_soft=base,
        sel=mix(base, chosen, 0.25) if on_chosen != text else chosen,
        hover=base,
        bar=base,
        focus=chosen,
        paper="#FFFFFF",
        shadow=text,
    )
