INSERT INTO task (
    id, position, name, description, channels, owner, downstream_systems,
    predictability, impact_of_error, data_sensitivity, context_depth,
    why_predictability, why_impact_of_error, why_data_sensitivity, why_context_depth,
    monthly_volume, minutes_per_item, tags, notes, reference, row_hash
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
