"""An invented library, for trying things out."""
