"""The search index of a kiosk, a small library of its own."""
