"""The parts of the building, one a file; chart.py joins them."""
