"""The service and a library of a few dictionaries live through the same, and stay alike."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.central.model.forgetting import FORGETTING
from tests.central.model.machine import LibraryMachine

EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "0"))  # 0: as few as in every run, always the same
MOST_TO_FIND = 60  # examples; the first or second is enough for most
FEW = settings(
    max_examples=EXAMPLES or 6,
    stateful_step_count=40,
    deadline=None,
    derandomize=EXAMPLES == 0,
    database=None,
    print_blob=False,
    report_multiple_bugs=False,
    # To make a failure smaller takes minutes: that is done where there is patience.
    phases=[Phase.generate, *[Phase.shrink] * (EXAMPLES > 0)],
    suppress_health_check=list(HealthCheck),
)
SEARCH = settings(FEW, max_examples=MOST_TO_FIND, derandomize=True, phases=[Phase.generate])


@pytest.mark.rule("L2")
@pytest.mark.rule("L3")
@pytest.mark.rule("L7")
@pytest.mark.rule("R5")
@pytest.mark.rule("R7")
@pytest.mark.rule("R9")
@pytest.mark.rule("N2")
@pytest.mark.rule("N3")
@pytest.mark.parametrize("kind", ["on_sqlite", "on_postgresql"])
def test_whatever_happens_the_service_says_what_the_model_says(
    request: pytest.FixtureRequest, kind: str
) -> None:
    run_state_machine_as_test(request.getfixturevalue(kind), settings=FEW)


@pytest.mark.parametrize("forgotten", FORGETTING)
def test_a_service_that_forgets_something_is_found_by_the_machine_itself(
    on_sqlite: type[LibraryMachine], forgotten: str
) -> None:
    on_sqlite.makers = FORGETTING[forgotten]
    with pytest.raises(AssertionError):
        run_state_machine_as_test(on_sqlite, settings=SEARCH)
