"""The nouns, frozen and slotted, in the standard library alone; the glossary names them."""
