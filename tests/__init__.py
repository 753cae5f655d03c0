"""The tests mirror the package: tests/reading/test_schema.py for site_gen/reading/schema.py."""
