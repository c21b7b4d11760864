"""Who and what is meant, inside one report."""
