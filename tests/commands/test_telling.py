"""Whatever was foreseen is told in one sentence, with what it is about."""

import io

import pytest

from kiosk.commands.telling import sentence_of, telling, told_plainly
from kiosk.domain.errors import (
    KioskUnknown,
    LibraryError,
    ServiceNotStarted,
    SettingWrong,
    StorageFull,
)


def at(place: str, error: LibraryError) -> LibraryError:
    error.add_note(place)
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            SettingWrong("k.toml", "central.answer_s", 3, "from 0.5 to 60", "99"),
            "k.toml, line 3: central.answer_s: allowed is from 0.5 to 60 (found: 99)",
        ),
        (ServiceNotStarted("policy.toml, line 1: library"), "policy.toml, line 1: library"),
        (
            KioskUnknown(),
            "The service does not know the kiosk's key; a technician sets it.",
        ),
        (
            at("/data/central.sqlite", StorageFull()),
            "/data/central.sqlite: No room is left where the service keeps its data.",
        ),
        (PermissionError(13, "Permission denied", "/data"), "/data: Permission denied"),
        (OSError("something"), ""),
    ],
)
def test_an_error_is_a_sentence(error: LibraryError | OSError, sentence: str) -> None:
    assert sentence_of(error) == sentence


def test_what_was_foreseen_ends_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    @told_plainly
    def command() -> None:
        raise KioskUnknown

    with pytest.raises(SystemExit) as ended:
        command()
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kiosk: The service does not know")
    assert said.err.count("\n") == 1


def test_beside_a_kiosk_the_sentence_goes_where_the_kiosk_reads_it() -> None:
    stream = io.StringIO()
    with pytest.raises(SystemExit), telling(stream, who=""):
        raise StorageFull
    assert stream.getvalue() == "No room is left where the service keeps its data.\n"


def test_what_nobody_foresaw_keeps_its_traceback() -> None:
    with pytest.raises(ValueError, match="unforeseen"), telling():
        raise ValueError("unforeseen")
    with pytest.raises(OSError, match="no file"), telling():
        raise OSError("no file")
