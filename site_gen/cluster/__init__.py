"""Work on a cluster of Dask, which does the scheduling: workers that come and go, and what is tried again."""
