"""The engine behind the search, and how a solve is stopped."""
