"""What the simulated patron has on loan: one item in each situation of rules N1 to N3."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.loans import LoanId
from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId


@dataclass(frozen=True, slots=True)
class SimulatedLoan:
    id: LoanId
    title: Title
    due_on: date
    renewed_on: date | None = None
    is_reserved: bool = False  # by somebody whom nobody knows here


def _title(name: str, reading: str, creator: str, mark: str, *, is_cd: bool = False) -> Title:
    return Title(
        TitleId(f"lent-{mark}"),
        name,
        reading,
        (Creator(creator),),
        year=2012,
        material=Material.CD if is_cd else Material.BOOK,
        call_number=CallNumber("762" if is_cd else "596", mark),
    )


DUE_TODAY = SimulatedLoan(
    LoanId("loan-due-today"),
    _title("海辺の朝ごはん", "うみべの あさごはん", "浜野 さち", "ハマ"),
    date(2026, 11, 20),
)
NOT_DUE_YET = SimulatedLoan(
    LoanId("loan-not-due-yet"),
    _title("庭のスープ", "にわの すーぷ", "丘村 ゆう", "オカ"),
    date(2026, 11, 27),
)
OVERDUE = SimulatedLoan(
    LoanId("loan-overdue"),
    _title("冬の保存食", "ふゆの ほぞんしょく", "北里 みつ", "キタ"),
    date(2026, 11, 17),
)
RESERVED = SimulatedLoan(
    LoanId("loan-reserved"),
    _title("パンの手帖", "ぱんの てちょう", "麦田 けい", "ムギ"),
    date(2026, 11, 20),
    is_reserved=True,
)
RENEWED = SimulatedLoan(
    LoanId("loan-renewed"),
    _title("豆料理百科", "まめりょうり ひゃっか", "原 とも", "ハラ"),
    date(2026, 11, 30),
    renewed_on=date(2026, 11, 16),
)
MUSIC = SimulatedLoan(
    LoanId("loan-music"),
    _title("台所の音楽", "だいどころの おんがく", "港南弦楽四重奏団", "コウ", is_cd=True),
    date(2026, 11, 24),
)
DEMONSTRATION_LOANS = (DUE_TODAY, NOT_DUE_YET, OVERDUE, RESERVED, RENEWED, MUSIC)
