"""Text from elsewhere as plain values: tables, cells, JSON, and what stands in them."""
