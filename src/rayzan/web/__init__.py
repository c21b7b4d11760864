"""The workbench: server-rendered pages over a dossier, Persian first."""
