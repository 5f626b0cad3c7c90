"""From the settings to the makes that deliver notices and verify certificates."""
