"""The preview server: it watches the site's sources and shows every page as it would be built, the moment it is asked.

Pages are made when they are wanted, from the plan in memory; nothing is written to the output folder.
"""
