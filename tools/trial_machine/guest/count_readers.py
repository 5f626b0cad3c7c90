"""Inside the machine, as the kiosk's user: how many readers pcscd tells of, whenever it tells."""

import threading

from kiosk.domain.errors import DeviceGone
from kiosk.hardware.card_reader.card_field import Sight
from kiosk.hardware.card_reader.pcsc import PcscField

FAR_LONGER_S = 600  # than the trial: a change that pcscd does not tell of is never counted


def main() -> None:
    field, known = PcscField(), ""
    while True:
        seen = _look(field)
        counted = "None" if seen is None else str(seen.readers)
        if counted != known:
            known = counted
            print(counted, flush=True)
        if seen is None:
            threading.Event().wait(0.1)
        else:
            field.wait(seen, FAR_LONGER_S)


def _look(field: PcscField) -> Sight | None:
    try:
        return field.look()
    except DeviceGone:
        return None


main()
