"""The stages of a build that touch the disk, one file each; `site_gen.build` runs them."""
