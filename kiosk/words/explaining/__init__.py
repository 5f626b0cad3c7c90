"""What is said about each foreseen trouble, one file for each part of a visit."""
