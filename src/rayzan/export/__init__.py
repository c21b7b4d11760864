"""Exports: one file a format; rows in, bytes out."""
