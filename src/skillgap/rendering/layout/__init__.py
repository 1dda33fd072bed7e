"""Lines, spans and tables on a page, and the terminal that shows them."""
