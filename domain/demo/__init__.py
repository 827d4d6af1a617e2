"""The sample workspace."""

from domain.demo.build import Demo, build

__all__ = ["Demo", "build"]
