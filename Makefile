# `make run` and `make test` are all that a newcomer needs.
.PHONY: run test model setup-run setup-test setup-trial flow rules words tour next-taps trial-failover trial-machine trial-lines trial-kills clean

python := .venv/bin/python

run: setup-run
	@.venv/bin/kiosk run $(ARGS)

test: setup-test
	@$(python) tools/check.py

setup-run:
	@tools/setup.sh run

setup-test:
	@tools/setup.sh test

setup-trial:
	@tools/setup.sh trial

flow: setup-test
	@$(python) tools/draw_flow.py

rules: setup-test
	@$(python) tools/rules.py

words: setup-test
	@$(python) tools/words.py

# The service against its model: other examples each time, and as many as there is patience for.
model: setup-test
	@MODEL_EXAMPLES=$(or $(EXAMPLES),300) .venv/bin/pytest -q -n0 tests/central/model

tour: setup-test
	@$(python) -m tools.tour $(ARGS)

next-taps: setup-test
	@$(python) -m tools.tour --next-taps $(ARGS)

trial-failover: setup-trial
	@$(python) -m tools.trial_failover $(ARGS)

trial-machine: setup-trial
	@$(python) -m tools.trial_machine $(ARGS)

trial-lines: setup-test
	@$(python) -m tests.trials lines $(ARGS)

trial-kills: setup-test
	@$(python) -m tests.trials kills $(ARGS)

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .hypothesis .import_linter_cache
