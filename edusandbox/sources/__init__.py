"""Where deliveries come from: the province's registry, fetching, the landing store, the readers."""
