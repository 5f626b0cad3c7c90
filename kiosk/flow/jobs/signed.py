"""The signed-in part of a visit, where the chart lets nobody else."""

from kiosk.visit import Signed, Visit


def signed_part(visit: Visit) -> Signed:
    assert visit.signed is not None, "the chart leads here only when signed in"
    return visit.signed
