"""The tests mirror the package: tests/parsing/test_schema.py for site_gen/parsing/schema.py."""
