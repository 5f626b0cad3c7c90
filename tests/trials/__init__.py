"""What trials conclude from what they saw."""
