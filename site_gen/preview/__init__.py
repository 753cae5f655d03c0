"""The preview server: it watches the site's sources and shows every page as it would be built, on request.

Pages are rendered when they are requested, from the plan in memory; nothing is written to the output folder.
"""
