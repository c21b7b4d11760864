"""`python -m rayzan`."""

from rayzan.cli.main import main

main()
