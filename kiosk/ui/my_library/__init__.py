"""What stands on the pages of a patron's own: lists of reservations and loans, row by row."""
