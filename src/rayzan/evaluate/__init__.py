"""Scoring records against gold, for users too."""
