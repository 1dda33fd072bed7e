"""Other people's taxonomies and catalogs to records of ours, one format a file."""
