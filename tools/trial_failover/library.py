"""A library for the trial: titles, patrons and kiosks; and what it knows in the end."""

import time
from dataclasses import dataclass
from datetime import date

import psycopg

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.records.changes import availability_changed, put_title
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.titles import CallNumber, Material, Title, TitleId
from tools.trial_failover.ground import HERE
from tools.trial_failover.verdict import Kept

KIOSKS = 10
TITLES = 150
MAIN = BranchId("main")
PASSWORD = "sakura2026"  # noqa: S105 - of nobody
DATABASE_PASSWORD = "trial"  # noqa: S105 - gone with the trial
PATIENCE_S = 90.0
PAUSE_S = 0.5
LEADING, FOLLOWING = 5000, 5001
CREATED = (
    f"CREATE ROLE library LOGIN PASSWORD '{DATABASE_PASSWORD}'",
    "CREATE DATABASE library OWNER library",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A kiosk, and the patron who stands at it."""

    number: int
    key: str
    card: CardNumber


def url(authority: str, port: int = LEADING) -> str:
    """As a service is told it: the name that certificates bear, at HAProxy's address here."""
    proof = f"hostaddr={HERE}&sslmode=verify-full&sslrootcert={authority}"
    place = f"library-database:{port}/library"
    return f"postgresql+psycopg://library:{DATABASE_PASSWORD}@{place}?{proof}"


def connect(authority: str, port: int, address: str = HERE) -> psycopg.Connection:
    return psycopg.connect(
        host="library-database",
        hostaddr=address,
        port=port,
        dbname="library",
        user="library",
        password=DATABASE_PASSWORD,
        sslmode="verify-full",
        sslrootcert=authority,
        connect_timeout=2,
        options="-c statement_timeout=3s",
        autocommit=True,
    )


def leading(authority: str) -> psycopg.Connection:
    """To whoever leads now; where nobody does yet, a while later."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return connect(authority, LEADING)
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE_S)


def fill(database_url: str) -> tuple[Known, ...]:
    migrate(database_url)
    database = Database(database_url)
    try:
        hashed = ArgonHasher(HashCost(passes=1, memory_kib=8, lanes=1)).hash(PASSWORD)
        with database.writing() as session:
            session.add(BranchRow(id=MAIN, name="本館", telephone="086-555-0100", rank=1))
            session.add_all(_patron(number, hashed) for number in range(1, KIOSKS + 1))
        _add_titles(database)
        return tuple(_known(database, number) for number in range(1, KIOSKS + 1))
    finally:
        database.close()


def kept(authority: str) -> tuple[Kept, ...]:
    """Asked of whoever leads now."""
    wanted = "SELECT id, number, permit_id, state FROM reservation"
    with leading(authority) as connection:
        return tuple(Kept(*map(str, row)) for row in connection.execute(wanted))


def _known(database: Database, number: int) -> Known:
    key = KnownKiosks(database).register(f"{number:03}", MAIN)
    return Known(number, key, _card(number))


def _patron(number: int, hashed: str) -> PatronRow:
    return PatronRow(
        id=PatronId(f"patron-{number}"),
        card_number=_card(number),
        name="図書 花子",
        birth_date=date(1990, 4, 1),
        password_hash=hashed,
    )


def _card(number: int) -> CardNumber:
    return CardNumber(f"{number:08}")


def _add_titles(database: Database) -> None:
    titles = [title_id(number) for number in range(TITLES)]
    with database.writing() as session:
        for title in titles:
            put_title(session, Title(title, str(title), call_number=CallNumber("913.6", "ナツ")))
        session.flush()
        session.add_all(_item(title) for title in titles)
        session.flush()
        availability_changed(session, titles)


def title_id(number: int) -> TitleId:
    return TitleId(f"title-{number % TITLES}")


def _item(title: TitleId) -> ItemRow:
    return ItemRow(
        barcode=f"item-{title}",
        title_id=title,
        branch_id=MAIN,
        material=Material.BOOK,
        shelf_mark="",
        shelf="24",
        floor="2階",
        is_reference=False,
        state=ItemState.ON_SHELF,
    )
