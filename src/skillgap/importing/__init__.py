"""Other people's taxonomies and catalogs to our nouns, one format a file."""
