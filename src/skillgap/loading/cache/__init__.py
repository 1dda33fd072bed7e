"""The compiled catalog: written once, opened in a glance, never trusted."""
