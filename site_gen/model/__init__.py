"""The nouns. Frozen values without behaviour worth a name; every other room may import them."""
