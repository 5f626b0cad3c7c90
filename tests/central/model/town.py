"""Two patrons, three discs and a book, at two branches: few enough to be in each other's way."""

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.lending.permits import Seal
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import Next, PutOnHoldShelf, SendForPickup, SendHome
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import AttemptPolicy
from kiosk.domain.titles import Material, TitleId
from tests.central import small_library
from tests.central.clock import TurnedClock

PATRONS = {"hanako": "00000001", "taro": "00000002"}
INITIAL = {who: f"{card[-4:]}0401" for who, card in PATRONS.items()}  # born on the first of April
# Two discs and the book are editions of one work; a patron may wait for two discs.
WORKS = {"first": "w", "second": "w", "rakugo": "", "book": "w"}
GROUPS = {"first": "cd", "second": "cd", "rakugo": "cd", "book": "book"}
TITLES = tuple(WORKS)
COPY = "copy-book"  # at the branch in the east
HOMES = {**{f"item-{title}": (title, "main") for title in TITLES}, COPY: ("book", "east")}
BRANCHES = ("main", "east")
KIOSKS = ("001", "002")


def fill(database: Database) -> None:
    with database.writing() as session:
        session.add_all(
            BranchRow(id=BranchId(name), name=name, rank=rank) for rank, name in enumerate(BRANCHES)
        )
        for who, card in PATRONS.items():
            patron = small_library.patron(PatronId(who), card)
            patron.password_hash = None  # not chosen yet
            session.add(patron)
    for number in KIOSKS:
        KnownKiosks(database).register(number, BranchId("main"))
    for title, group in GROUPS.items():
        made = (Material.CD, "C762") if group == "cd" else (Material.BOOK, "")
        small_library.add_title(
            database, TitleId(title), made[0], shelf_mark=made[1], work=WORKS[title]
        )
    with database.writing() as session:
        east, book = BranchId("east"), TitleId("book")
        session.add(ItemRow(barcode=COPY, title_id=book, branch_id=east, material=Material.BOOK))
    Seal.of(database)  # makes its key, and the other one makes its own
    Attempts(database, TurnedClock(), AttemptPolicy()).hash_of(CardNumber("0"))


def step(following: Next) -> str:
    """What is to be done next, as the model says it."""
    match following:
        case PutOnHoldShelf():
            return f"hold until {following.ready_until}"
        case SendForPickup():
            return f"send to {following.to.id}"
        case SendHome():
            return f"home to {following.to.id}"
    return "shelve"
