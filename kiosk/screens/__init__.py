"""The pages a patron sees, one a file."""
