"""How far an import is: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

EACH = 10_000  # entries between two lines

Tell = Callable[[int, int | None], None]  # done, of how many; None: still being counted


@contextmanager
def shown_progress(console: Console) -> Iterator[Tell]:
    if not console.is_terminal:
        yield _Lines(console).tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task("looking", total=None)

        def tell(done: int, total: int | None) -> None:
            doing = "looking" if total is None else "importing"
            progress.update(task, description=doing, completed=done, total=total)

        yield tell


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console = console

    def tell(self, done: int, total: int | None) -> None:
        if done % EACH:
            return
        what = f"{done} looked through" if total is None else f"{done} of {total} imported"
        self._console.print(what)
