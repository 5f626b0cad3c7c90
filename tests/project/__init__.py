"""What holds for the project as a whole, whatever it does."""
