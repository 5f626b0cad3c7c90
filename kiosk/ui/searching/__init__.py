"""What a detailed search is made of: its conditions as rows, and where each is set."""
