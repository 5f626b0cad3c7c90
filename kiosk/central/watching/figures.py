"""What is counted while the service answers: how often, how long, with which status."""

from prometheus_client import CollectorRegistry, Histogram

# An argon2 verification takes some 50 ms, everything else shall take less (seconds).
_STEPS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
NO_ROUTE = "none"  # an address that nobody foresaw; what was typed is nobody's affair


class Figures:
    """Safe for many threads; of this process only, from its start on."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Histogram(
            "kiosk_service_answer_seconds",
            "Time until an answer was given.",
            ("public", "method", "route", "status"),
            registry=self.registry,
            buckets=_STEPS,
        )

    def answered(
        self, public: str, method: str, route: str | None, status: int | None, took_s: float
    ) -> None:
        """Count one answer.

        Args:
            public: who asked: "kiosks", "counter", "phones".
            method: of HTTP.
            route: as it is written, /titles/{id}/options; None where there is none.
            status: of HTTP; None where whoever asked had gone.
            took_s: seconds.
        """
        labels = (public, method, route or NO_ROUTE, str(int(status)) if status else "gone")
        self._answers.labels(*labels).observe(took_s)
