"""Imports go one way: each part knows those before it, never those after it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = ("records", "ids", "errors", "settings", "stage", "ontology")
"""Importable by all; they import nothing but each other."""
FLOW = ("pages", "articles", "documents", "mentions", "reports", "stories", "store", "query")
"""Each part may import those before it."""
DRIVERS = ("workers", "pipeline")
"""What runs the stages: may import everything up to the archive."""
LAST = ("evaluation", "api", "cli")
"""Front doors: `cli` may import everything, the others everything but each other and the commands."""
NEVER = ("training", "tests", "scripts")

ALLOWED: dict[str, set[str]] = {
    **{part: set(SHARED) for part in SHARED},
    **{part: {*SHARED, *FLOW[: place + 1]} for place, part in enumerate(FLOW)},
    **{part: {*SHARED, *FLOW[: FLOW.index("store") + 1], *DRIVERS} for part in DRIVERS},
    "evaluation": {*SHARED, *FLOW, *DRIVERS, "evaluation"},
    "api": {*SHARED, *FLOW, *DRIVERS, "api"},
    "__main__": {"cli"},
    "cli": {*SHARED, *FLOW, *DRIVERS, *LAST},
}


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules that a module imports, anywhere in it; `from dragoman import x` counts as `dragoman.x`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts(module: Path, package: Path) -> Iterator[tuple[str, str]]:
    """The part a module belongs to and, for each import of ours, the part that it reaches into."""
    own = module.relative_to(package).parts[0].removesuffix(".py")
    for name in imported(ast.parse(module.read_text("utf-8"))):
        first, _, rest = name.partition(".")
        if first == "dragoman" and rest and not rest.startswith("_"):
            yield own, rest.split(".")[0]


def modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "dragoman").rglob("*.py"))


def test_every_part_has_a_place(root: Path) -> None:
    package = root / "src" / "dragoman"
    found = {path.relative_to(package).parts[0].removesuffix(".py") for path in modules(root)}
    assert found - {"__init__"} - set(ALLOWED) == set()


def test_imports_go_one_way(root: Path) -> None:
    package = root / "src" / "dragoman"
    upward = {
        f"{module.relative_to(package)} imports {reached}"
        for module in modules(root)
        for own, reached in parts(module, package)
        if own != "__init__" and reached not in ALLOWED[own]
    }
    assert upward == set()


def test_nothing_imports_training_tests_or_scripts(root: Path) -> None:
    names = ((path, name) for path in modules(root) for name in imported(ast.parse(path.read_text("utf-8"))))
    assert [(path, name) for path, name in names if name.split(".")[0] in NEVER] == []


def test_only_the_store_opens_archives(root: Path) -> None:
    package = root / "src" / "dragoman"
    openers = {
        path.relative_to(package).parts[0]
        for path in modules(root)
        for name in imported(ast.parse(path.read_text("utf-8")))
        if name in ("dragoman.store.connect.connect_reader", "dragoman.store.connect.connect_writer")
    }
    assert openers == {"store"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import dragoman.store.archive", {"dragoman.store.archive"}),
        ("from dragoman import pipeline", {"dragoman.pipeline"}),
        ("def f():\n    from dragoman.cli.main import main", {"dragoman.cli.main.main"}),
    ],
)
def test_imports_are_seen_wherever_they_stand(source: str, found: set[str]) -> None:
    assert set(imported(ast.parse(source))) == found
