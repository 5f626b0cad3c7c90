"""The service's side of PUT /reservations/{id}, in small: a permit and an id are good once."""

import json
import socket
import threading

from kiosk.domain.errors import LibraryError, NumberNotAccepted, PermitEnded
from kiosk.services.simulated.stock import BOTCHAN, CENTRAL_BRANCH
from kiosk.wire.branches import BranchRecord
from kiosk.wire.problems import MEDIA_TYPE, Problem
from tests.services.odd_service import OddService, answer


class ShelfOfWishes:
    """Places what is put, remembers every PUT, and refuses what it is told to refuse."""

    def __init__(self, service: OddService) -> None:
        self.placed: dict[str, dict[str, str]] = {}  # by id
        self.puts: list[str] = []
        self.refusals: dict[str, LibraryError] = {}  # by permit
        self.taken: set[str] = set()  # numbers of reservations that a lost outbox had made
        self._lock = threading.Lock()
        service.does(self.serve)

    def serve(self, connection: socket.socket, request: bytes) -> None:
        connection.sendall(self.take(request))

    def take(self, request: bytes) -> bytes:
        head, _, body = request.partition(b"\r\n\r\n")
        method, path = head.split(b" ")[:2]
        assert method == b"PUT"
        wish = json.loads(body)
        with self._lock:
            return self._put(path.decode().rpartition("/")[2], wish)

    def _put(self, reservation: str, wish: dict[str, str]) -> bytes:
        self.puts.append(reservation)
        if wish["permit"] in self.refusals:
            return _refusal(self.refusals[wish["permit"]])
        used = {placed["permit"] for known, placed in self.placed.items() if known != reservation}
        if wish["permit"] in used:
            return _refusal(PermitEnded())
        if reservation not in self.placed and wish["number"] in self.taken:
            return _refusal(NumberNotAccepted())
        self.placed.setdefault(reservation, wish)
        return answer("201 Created", _placed(reservation, wish))


def _refusal(error: LibraryError) -> bytes:
    problem = Problem.of(error)
    return answer(f"{problem.status} Problem", problem.to_json().decode(), MEDIA_TYPE)


def _placed(reservation: str, wish: dict[str, str]) -> str:
    title = BOTCHAN.title
    return json.dumps(
        {
            "id": reservation,
            "number": wish["number"],
            "title": title.id,
            "title_name": title.name,
            "creator": title.creators[0].name,
            "call_number": {"ndc": "913.6", "mark": "ナツ"},
            "pickup": BranchRecord.of(CENTRAL_BRANCH).model_dump(),
            "notice": wish["notice"],
            "state": "queued",
            "requested_at": "2026-11-20T01:00:00Z",
            "position": 1,
        }
    )
