"""Makes an embedded service ready for its first patron."""

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.central.accounts.known_kiosks import KnownKiosk, KnownKiosks
from kiosk.central.data_folder import at_work
from kiosk.central.demonstration.fill import fill, holds_library
from kiosk.central.settings import CentralSettings
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import is_up_to_date, migrate
from kiosk.domain.errors import DataFolderHeld

PAUSE_S = 0.1


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is to be there before a service answers.

    Args:
        settings: of the service.
        kiosk: the one beside the service, with its key.
        demonstration: the assets of the invented library; None: an empty one stays empty.
        today: from which the demonstration's dates are counted.
        patience_s: for a service that is just filling its library.
    """

    settings: CentralSettings
    kiosk: KnownKiosk
    key: str
    demonstration: Path | None
    today: date
    patience_s: float = 15.0

    def prepare(self) -> None:
        """Bring the database up to date, fill an empty one, and let the kiosk in.

        Whoever calls this holds the data folder.

        Raises:
            SettingWrong, StorageBroken, StorageBusy, StorageFull.
        """
        migrate(self.settings.database)
        database = Database(self.settings.database)
        try:
            if self.demonstration is not None and not holds_library(database):
                fill(database, self.today, self.demonstration)
            KnownKiosks(database).register(self.kiosk.number, self.kiosk.branch, self.key)
        finally:
            database.close()

    def prepare_or_wait(self) -> None:
        """Prepare; where a service holds the folder, wait until it has done so.

        Raises:
            DataFolderHeld: it has not: it is of another version, or cannot.
            SettingWrong, StorageBroken, StorageBusy, StorageFull.
        """
        try:
            with at_work(self.settings):
                self.prepare()
        except DataFolderHeld:
            if not self._is_prepared_in_time():
                raise

    def _is_prepared_in_time(self) -> bool:
        until = time.monotonic() + self.patience_s
        database = Database(self.settings.database)
        try:
            while not (is_done := self._is_prepared(database)) and time.monotonic() < until:
                time.sleep(PAUSE_S)
            return is_done
        finally:
            database.close()

    def _is_prepared(self, database: Database) -> bool:
        if not is_up_to_date(database):
            return False
        return self.demonstration is None or holds_library(database)
