"""Text to domain, keeping positions: files in, frozen values and diagnostics out."""
