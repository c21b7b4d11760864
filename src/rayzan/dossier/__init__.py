"""The dossier: reports and records kept in one file."""
