"""The application that patrons' phones talk to."""
