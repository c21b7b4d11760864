"""Languages: what each brings to the engine."""
