"""Pages and feeds from the web become files in `seeds/`, when somebody asks for them. No build does."""
