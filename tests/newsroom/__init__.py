"""A newsroom's site of 400 posts with everything that pages find difficult: `python -m tests.newsroom DIR`."""
