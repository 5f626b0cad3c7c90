"""What comes next: the chart, and the machine that walks it."""
