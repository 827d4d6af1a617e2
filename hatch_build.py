"""Puts resources and compiled catalogues under `domain/_assets/` in the wheel."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = "domain/_assets"


class AssetsHook(BuildHookInterface[Any]):
    """Compiles the catalogues and tells hatchling where the files that are not Python go.

    An editable install keeps reading them from the checkout, so it needs neither.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add `resources/` and every `.mo` to the wheel; called by hatchling before it builds."""
        if version == "editable":
            return
        root = Path(self.root)
        included = build_data["force_include"]
        included[str(root / "resources")] = f"{ASSETS}/resources"
        for compiled in sorted(_catalogues(root).glob("*/LC_MESSAGES/*.mo")):
            included[str(compiled)] = f"{ASSETS}/{compiled.relative_to(root).as_posix()}"


def _catalogues(root: Path) -> Path:
    sys.path.insert(0, str(root))
    from domain import assets

    return assets.catalogues()
