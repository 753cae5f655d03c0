"""To put the built site where readers find it: plan before act, one file a kind of target."""
