"""Readers of barcodes."""
