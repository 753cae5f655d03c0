"""What hosts and web servers are told, each in its own syntax: headers, redirects, types. Pure."""
