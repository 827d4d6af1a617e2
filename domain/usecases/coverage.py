"""How often which kind of event was held and is planned in each Kreis."""
