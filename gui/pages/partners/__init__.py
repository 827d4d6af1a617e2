"""The network: institutions and the people there in their roles."""
