"""What is remembered of one visit: small values, replaced whole, thrown away together."""

from kiosk.visit.details import (
    Deed,
    OwnDetails,
)
from kiosk.visit.look import (
    Look,
)
from kiosk.visit.my_library import (
    MyLibrary,
)
from kiosk.visit.purpose import (
    BindMyNumber,
    Find,
    Purpose,
    ReserveThis,
    SeeMyLibrary,
    SeeSlip,
)
from kiosk.visit.search import (
    Search,
)
from kiosk.visit.signed import (
    Signed,
)
from kiosk.visit.visit import (
    Stop,
    Visit,
)

__all__ = [
    "BindMyNumber",
    "Deed",
    "Find",
    "Look",
    "MyLibrary",
    "OwnDetails",
    "Purpose",
    "ReserveThis",
    "Search",
    "SeeMyLibrary",
    "SeeSlip",
    "Signed",
    "Stop",
    "Visit",
]
