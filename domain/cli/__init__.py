"""The command line: every capability without a screen."""

from domain.cli.main import main

__all__ = ["main"]
