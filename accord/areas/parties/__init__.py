"""Who takes part: States, organisations, civil society, groups; their keys, roles and delegations."""
