"""How a patron is told that a reservation is ready."""
