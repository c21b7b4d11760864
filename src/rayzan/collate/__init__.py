"""Across reports: copies, occasions, stories, discrepancies, corroborations, timelines, judgements. Derived from records, rebuilt at will."""
