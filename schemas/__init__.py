"""Form knowledge: models, layouts, code lists and the catalogue of rules."""
