"""The first start: what one can begin with, before any file is open."""
