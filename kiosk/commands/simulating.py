"""`kiosk central simulate-day`: lets the seeded town use the library, and tells what happened."""

from datetime import date

from kiosk.central.policy_file import read_policy
from kiosk.central.settings import CentralSettings
from kiosk.central.simulation.town import Town
from kiosk.central.storage.database import Database


def simulate(settings: CentralSettings, today: date, *, days: int, seed: int) -> None:
    """Live so many days in the data folder of a service, which may be running.

    Raises:
        SettingWrong, StorageBroken, StorageBusy, StorageFull.
    """
    policy = read_policy(settings.policy_file)
    database = Database(settings.database)
    try:
        for day in Town(database, policy, seed).days(today, days):
            print(day, flush=True)
    finally:
        database.close()
