"""Rules for hosts and web servers, each in its own syntax: headers, redirects, media types. Pure."""
