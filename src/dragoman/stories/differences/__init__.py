"""What one article kept, dropped, added or altered of what another tells, and how the tellings of an event differ."""
