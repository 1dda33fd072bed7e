"""The nouns, frozen structs of msgspec and nothing else from outside; the glossary names them."""
