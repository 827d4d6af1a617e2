"""The notices of origin that the data's licences ask for; resources/region/NOTICE.md says more."""

MAP_NOTICE = "© GeoBasis-DE / BKG 2017 (Daten verändert)"
"""Belongs on every map, on the screen and on paper."""

NOTICES: tuple[str, ...] = (
    MAP_NOTICE,
    "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 31.08.2025, Daten bearbeitet",
    "GeoNames (geonames.org), CC BY 4.0, bearbeitet",
    "Made with Natural Earth",
)
"""All of them, for the About box; they stand in the words their owners ask for and are not translated."""
