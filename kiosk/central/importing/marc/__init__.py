"""MARC 21 records, in the exchange format and in XML."""
