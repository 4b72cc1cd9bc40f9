"""Print, pure: fitting, geometry, finishing and pictures of artwork."""
