"""Makes a backup at night, and erases those that are older than the library promises."""

import logging

from kiosk.central.service import Service

log = logging.getLogger(__name__)


def back_up(service: Service) -> int:
    """How many rows are in it; 0 where no folder is set.

    Raises:
        BackupNotMade, StorageFull, StorageBroken: the last good one is untouched.
    """
    backups = service.backups
    if backups is None or backups.settings.folder is None:
        log.warning("no backup is made: [backups] names no folder")
        return 0
    _, rows = backups.make(service.clock.now(), backups.settings.folder)
    return sum(rows.values())


def erase_backups(service: Service) -> int:
    """How many files; those on this host's disk alone, so each host does it."""
    return service.backups.erase(service.clock.now()) if service.backups is not None else 0
