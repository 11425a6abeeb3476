# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the texts in the sources, and what is wrong with how they are written there.

Python's own syntax tree is read instead of tokens, because a text is found by what its call means: classes
made from `UserError` are followed, and the values given are compared with the placeholders of the text.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

METHODS = {"text": (None, 0, None), "ntext": (None, 0, 1), "ptext": (0, 1, None)}
SPOKEN = {("call", "say"): METHODS["text"]}
"""Methods that speak at once, with the name of what they are called on: others of that name say no texts."""
MARKS = {"N_": (None, 0, None), "NN_": (None, 0, 1), "P_": (0, 1, None)}
"""Name: places of context, text and plural among the arguments."""
ERRORS = {"UserError": 0, "Message": 0, "FieldProblem": 1}
"""Constructors that take a text, with its place; classes made from them are found in the sources."""
SPEAKERS = frozenset({"locale", "desk"})
"""Who says texts."""

NO_TEXT = -1
COMMENT = re.compile(r"#\s*(translators:.*)", re.IGNORECASE)
UNWANTED = re.compile(r"!|\bplease\b|\bsuccessfully\b", re.IGNORECASE)
"""What nobody shall read anywhere (design 8)."""


@dataclass(frozen=True, order=True)
class Key:
    """What makes a text one text: its context and its English wording with the plural."""

    msgid: str
    context: str = ""
    plural: str = ""


@dataclass(frozen=True)
class Complaint:
    """Something wrong: the kind in a word, the place, a sentence."""

    kind: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text} [{self.kind}]"


@dataclass
class Found:
    """All texts of the sources with the remarks for translators, and the complaints."""

    texts: dict[Key, list[str]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)


def placeholders(text: str) -> set[str]:
    """Names in braces. Raises ValueError on braces that make no sense, on numbers and on formats."""
    names = set()
    for _, name, spec, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError(f"no plain placeholder: {{{name}}}")
        names.add(name)
    return names


def extract(folder: Path) -> Found:
    """Read all Python files below a folder, in the order of their names."""
    sources = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}
    trees = {path: ast.parse(source, str(path)) for path, source in sources.items()}
    errors = _error_classes(trees.values())
    found = Found()
    for path, tree in trees.items():
        reader = _Reader(path.relative_to(folder).as_posix(), sources[path].splitlines(), errors, found)
        reader.visit(tree)
    found.complaints += _clashes(found.texts)
    return found


def _clashes(texts: Iterable[Key]) -> list[Complaint]:
    """A catalogue knows a text by context and singular alone, so it has one plural or none, everywhere."""
    plurals: dict[tuple[str, str], set[str]] = {}
    for key in texts:
        plurals.setdefault((key.context, key.msgid), set()).add(key.plural)
    return [
        Complaint("clash", "sources", f"{msgid!r} stands with different plurals or without: {sorted(found)}")
        for (_, msgid), found in plurals.items()
        if len(found) > 1
    ]


def _error_classes(trees: Iterable[ast.Module]) -> dict[str, int]:
    """Where each error class takes its text; `NO_TEXT` for classes that bring their own."""
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    places = dict(ERRORS)
    waiting = dict.fromkeys(classes)
    while True:
        ready = [name for name in waiting if name not in places and _known_base(classes[name], places)]
        if not ready:
            return places
        for name in ready:
            places[name] = _place(classes[name], places[_known_base(classes[name], places)])


def _known_base(node: ast.ClassDef, places: dict[str, int]) -> str:
    return next((base.id for base in node.bases if isinstance(base, ast.Name) and base.id in places), "")


def _place(node: ast.ClassDef, inherited: int) -> int:
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            names = [argument.arg for argument in (*part.args.posonlyargs, *part.args.args)][1:]
            return names.index("msgid") if "msgid" in names else NO_TEXT
    return inherited


def _constant(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """What is set to what, also in `a, b = c, d`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _said_shortly(body: Iterable[ast.stmt]) -> set[str]:
    """The text functions that get their short name here, as in `text = desk.text`."""
    pairs = (
        pair
        for one in body
        if isinstance(one, ast.Assign)
        for target in one.targets
        for pair in _pairs(target, one.value)
    )
    return {
        short.id
        for short, said in pairs
        if isinstance(short, ast.Name)
        and isinstance(said, ast.Attribute)
        and short.id == said.attr in METHODS
    }


def _named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _glued(node: ast.expr) -> bool:
    """Is a text made from pieces here: an f-string, `+`, `%`, `.format(...)`, `.join(...)`, a choice?"""
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return any(_constant(side) is not None or _glued(side) for side in (node.left, node.right))
    if isinstance(node, ast.IfExp):
        return any(_constant(side) is not None or _glued(side) for side in (node.body, node.orelse))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _constant(node.func.value) is not None
    return False


class _Reader(ast.NodeVisitor):
    """Reads one file."""

    def __init__(self, name: str, lines: list[str], errors: dict[str, int], found: Found) -> None:
        self.name = name
        self.lines = lines
        self.errors = errors
        self.found = found
        self.classes: list[str] = []
        self.others: set[str] = set()

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Remember names from elsewhere: SQLAlchemy's `text` is no text."""
        self.others.update(name.asname or name.name for name in node.names)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """A function within a function may be called `text` and be none; `text = desk.text` is one again."""
        self.others.update(inner.name for inner in node.body if isinstance(inner, ast.FunctionDef))
        outside = set(self.others)
        self.others -= _said_shortly(node.body)
        self.generic_visit(node)
        self.others |= outside

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember in which class a call stands."""
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        """A text function said shortly keeps its name: what it says under another one would be missed."""
        for target in node.targets:
            for short, said in _pairs(target, node.value):
                if not (
                    isinstance(said, ast.Attribute) and said.attr in METHODS and isinstance(short, ast.Name)
                ):
                    continue
                speaker = ast.unparse(said.value).rpartition(".")[2].lstrip("_")
                if speaker in SPEAKERS and short.id != said.attr:
                    self._complain("renamed", node, f"{short.id} is {said.attr}: call it so")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Look at one call and into its arguments."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if isinstance(node.func, ast.Attribute) and name in METHODS:
            self._text(node, *METHODS[name])
        elif isinstance(node.func, ast.Name) and name in METHODS and name not in self.others:
            self._text(node, *METHODS[name])  # `text = desk.text`, said shortly
        elif isinstance(node.func, ast.Attribute) and (_named(node.func.value), name) in SPOKEN:
            self._text(node, *SPOKEN[(_named(node.func.value), name)])
        elif isinstance(node.func, ast.Name) and name in MARKS:
            self._text(node, *MARKS[name], constant=True)
        elif self.errors.get(name, NO_TEXT) != NO_TEXT:
            self._text(node, None, self.errors[name], None)
        elif name == "__init__" and self.classes and self.classes[-1] in self.errors:
            base_place = 1 if len(node.args) > 1 and _constant(node.args[0]) is None else 0
            self._text(node, None, base_place, None)
        self.generic_visit(node)

    def _complain(self, kind: str, node: ast.AST, text: str) -> None:
        self.found.complaints.append(Complaint(kind, f"{self.name}:{getattr(node, 'lineno', 0)}", text))

    def _text(
        self,
        node: ast.Call,
        context_at: int | None,
        text_at: int,
        plural_at: int | None,
        constant: bool = False,
    ) -> None:
        wanted = [at for at in (context_at, text_at, plural_at) if at is not None]
        if any(_glued(node.args[at]) for at in wanted if at < len(node.args)):
            self._complain("glued", node, "a text is made from pieces; write one text with placeholders")
            return
        parts = [_constant(node.args[at]) if at < len(node.args) else None for at in wanted]
        if any(part is None for part in parts):
            if constant or (plural_at is not None and parts[0] is not None):
                self._complain("variable", node, "a variable stands where a text must stand")
            return
        plural = _constant(next((word.value for word in node.keywords if word.arg == "many"), None))
        texts = dict(zip(wanted, parts, strict=True))
        if plural_at is not None:
            plural = texts[plural_at]
        msgid = texts[text_at] or ""
        key = Key(msgid, (texts[context_at] if context_at is not None else "") or "", plural or "")
        if not msgid:
            self._complain("empty", node, "an empty text")
            return
        self._check_wording(node, key)
        if not constant:
            self._check_values(node, key, plural_at is not None)
        remarks = self.found.texts.setdefault(key, [])
        remark = self._remark(node)
        if remark and remark not in remarks:
            remarks.append(remark)

    def _check_wording(self, node: ast.Call, key: Key) -> None:
        for text in (key.msgid, key.plural):
            try:
                placeholders(text)
            except ValueError as problem:
                self._complain("braces", node, f"{text!r}: {problem}")
            if UNWANTED.search(text):
                self._complain("wording", node, f"{text!r}: no exclamation marks, no please, no successfully")

    def _check_values(self, node: ast.Call, key: Key, counted: bool) -> None:
        """Every placeholder needs a value of its name."""
        if any(word.arg is None for word in node.keywords):
            return
        given = {word.arg for word in node.keywords} | ({"n"} if counted else set())
        try:
            missing = (placeholders(key.msgid) | placeholders(key.plural)) - given
        except ValueError:
            return
        if missing:
            names = ", ".join(sorted(missing))
            self._complain("values", node, f"{key.msgid!r}: no value for {names}")

    def _remark(self, node: ast.Call) -> str:
        """The comment `# translators: ...` in the lines above a text."""
        remark: list[str] = []
        for at in range(node.lineno - 2, -1, -1):
            line = self.lines[at].strip()
            if not line.startswith("#"):
                break
            remark.insert(0, line)
            found = COMMENT.match(line)
            if found:
                return " ".join([found[1], *(more.lstrip("# ") for more in remark[1:])])
        return ""
