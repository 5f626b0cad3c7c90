"""The sign "out of service" as a file: it hangs over restarts and power cuts."""

from pathlib import Path

from kiosk.services.whole_file import remove, write_whole


class FileSign:
    """Raises, when put up or taken down: KioskDiskFull."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "out-of-service"

    def is_up(self) -> bool:
        return self._path.exists()

    def put_up(self) -> None:
        write_whole(self._path, "")

    def take_down(self) -> None:
        remove(self._path)
