SELECT
    id, position, name, description, channels, owner, downstream_systems,
    predictability, impact_of_error, data_sensitivity, context_depth,
    why_predictability, why_impact_of_error, why_data_sensitivity, why_context_depth,
    monthly_volume, minutes_per_item, tags, notes, reference
FROM task
