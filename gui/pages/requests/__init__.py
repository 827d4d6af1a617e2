"""The inbox: requests, and what becomes of them."""
