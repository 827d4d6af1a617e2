"""The sample workspace."""

from domain.demo.build import STEPS, Demo, build

__all__ = ["STEPS", "Demo", "build"]
