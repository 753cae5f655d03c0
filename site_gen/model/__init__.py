"""The data types: frozen values with little behaviour, which every other room may import."""
