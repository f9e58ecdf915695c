"""From files, folders, archives and exports to pages: bytes with a name."""
