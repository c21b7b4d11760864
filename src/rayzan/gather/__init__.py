"""Reports out of files, archives and pages."""
