"""What patrons see of their own, row by row."""
