"""From reports to events: copies, lineage, resolution."""
