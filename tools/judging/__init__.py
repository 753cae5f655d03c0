"""Outside judges of a built site: `tools/judge SITE` runs them all and says what each found, file by file."""
