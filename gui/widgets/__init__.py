"""Widgets that know no page: the parts of looks/window-10-components.png."""
