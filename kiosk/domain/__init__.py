"""What is true of a library without any computer."""
