"""Pure text: every file is named by what it does, and knows nothing of posts or pages."""
