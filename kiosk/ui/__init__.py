"""What screens are made of; knows no page by name."""
