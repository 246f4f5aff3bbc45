"""`python -m generator` is `briefs`."""

from generator.cli import main

main(prog_name="briefs")
