"""Publishing the built site: plan first, then act; one file per kind of target."""
