"""A library for `kiosk prove-wipe`: the demonstration, and in it the patrons who are canaries."""

from datetime import date

from cryptography.x509 import load_pem_x509_certificate

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.commands.central import central_settings, prepare_library
from kiosk.commands.folder import prepare_folder
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.services.staff_secret import StaffSecret
from kiosk.settings import Settings, read_settings
from kiosk.wiping.canaries import BORN, Canaries
from kiosk.wiping.folders import Folders

KNOWN = PatronId("canary")
NEW = PatronId("canary-new")  # never chose a password


def furnish(folders: Folders, canaries: Canaries) -> Settings:
    """Write the settings, fill the library, and let the canaries in."""
    folders.settings.write_text(_written(folders, canaries), encoding="utf-8")
    settings = read_settings(folders.settings)
    prepare_folder(settings)
    prepare_library(settings)
    _enter_patrons(settings, canaries)
    return settings


def _written(folders: Folders, canaries: Canaries) -> str:
    card = StaffSecret.of(canaries.text("staff_card"))
    pin = StaffSecret.of(canaries.text("staff_pin"))
    return (
        f'data_folder = "{folders.data}"\n'
        f'[devices]\ncard_reader = "simulated"\n'
        f'[staff]\ncards = ["{card}"]\npin = "{pin}"\n'
    )


def _enter_patrons(settings: Settings, canaries: Canaries) -> None:
    password = ArgonHasher(HashCost()).hash(canaries.text("password"))
    database = Database(central_settings(settings).database)
    with database.writing() as session:
        session.add(_patron(KNOWN, "card", canaries, password))
        session.add(_patron(NEW, "new_card", canaries, None))
    Credentials(database).bind(KNOWN, _demonstration_card(settings))
    database.close()


def _patron(
    patron: PatronId, card: str, canaries: Canaries, password_hash: str | None
) -> PatronRow:
    return PatronRow(
        id=patron,
        card_number=CardNumber(canaries.text(card)),
        name=canaries.text("name"),
        birth_date=date.fromisoformat(BORN),
        password_hash=password_hash,
        email=canaries.text("email"),
        email_is_confirmed=True,
        telephone=canaries.text("telephone"),
        telephone_is_confirmed=True,
    )


def _demonstration_card(settings: Settings) -> Credential:
    folder = settings.assets_folder / "demonstration" / "my_number"
    pem = (folder / "card-certificate.pem").read_bytes()
    return Credential.of(load_pem_x509_certificate(pem))
