"""PostgreSQL's own programs: found in a version that knows the server, run without a password."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosk.central.backups.errors import noted
from kiosk.domain.errors import LibraryError

DEBIANS = Path("/usr/lib/postgresql")
LONGEST_S = 6 * 3600
_TOLD = 300  # signs of what a program says last
# Ends with whoever started it: nobody shall write on when the service was killed.
_ENDS_WITH_US = ("setpriv", "--pdeathsig", "TERM", "--")


@dataclass(frozen=True, slots=True)
class Programs:
    """Those of one version."""

    folder: Path
    environment: Mapping[str, str] = field(repr=False)  # holds the password

    def run(self, failed: type[LibraryError], name: str, *words: str) -> None:
        """Raises an error of the type: what the program said is its note."""
        with self.reading(failed, name, *words) as output:
            output.read()

    @contextmanager
    def reading(self, failed: type[LibraryError], name: str, *words: str) -> Iterator[IO[bytes]]:
        """Read what a program writes; whether it went well is known when the block ends."""
        command: Sequence[str] = (*_ENDS_WITH_US, str(self.folder / name), *words)
        try:
            with subprocess.Popen(  # noqa: S603 - the program is Debian's, the words ours
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, **self.environment, "LC_ALL": "C"},
            ) as process:
                assert process.stdout is not None, "it is a pipe"
                assert process.stderr is not None, "it is a pipe"
                yield process.stdout
                said = process.stderr.read().decode(errors="replace").strip()
                status = process.wait(LONGEST_S)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise noted(failed(), f"{name}: {type(error).__name__}") from error
        if status:
            raise noted(failed(), f"{name}: {said[-_TOLD:]}")


def programs_for(
    server: int, environment: Mapping[str, str], failed: type[LibraryError]
) -> Programs:
    """Those of the server's version, or the oldest newer one.

    Args:
        server: its version: 15.
        environment: PGPASSWORD and the like.
        failed: raised where only older ones are installed: they do not know the server.
    """
    found = {
        int(path.name): path for path in DEBIANS.glob("[0-9]*") if re.fullmatch(r"\d+", path.name)
    }
    fitting = [
        each for each in sorted(found) if each >= server and (found[each] / "bin/pg_dump").exists()
    ]
    if not fitting:
        raise noted(failed(), f"install postgresql-client-{server}: no pg_dump is new enough")
    return Programs(found[fitting[0]] / "bin", environment)
