"""What patrons change about themselves."""
