"""The texts that stand in the code of the actions, to see which phrases and responses it uses."""

import ast
from functools import cache

from tests.actions.responses import ROOT


class _Strings(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_Constant(self, node: ast.Constant) -> None:  # the name ast calls
        if isinstance(node.value, str):
            self.found.add(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:  # the name ast calls
        parts = [str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values]
        self.found.add("".join(parts))
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value.value)


@cache
def strings() -> frozenset[str]:
    """Every text in the code; what is filled in while running stands as ``*``."""
    visitor = _Strings()
    for path in (ROOT / "actions").rglob("*.py"):
        visitor.visit(ast.parse(path.read_text()))
    return frozenset(visitor.found)
