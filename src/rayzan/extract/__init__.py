"""Candidates of each record kind, found by small named rules."""
