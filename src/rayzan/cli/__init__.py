"""The command line: calls the public functions, holds no logic."""
