UPDATE task
SET
    position = ?2,
    name = ?3,
    description = ?4,
    channels = ?5,
    owner = ?6,
    downstream_systems = ?7,
    predictability = ?8,
    impact_of_error = ?9,
    data_sensitivity = ?10,
    context_depth = ?11,
    why_predictability = ?12,
    why_impact_of_error = ?13,
    why_data_sensitivity = ?14,
    why_context_depth = ?15,
    monthly_volume = ?16,
    minutes_per_item = ?17,
    tags = ?18,
    notes = ?19,
    reference = ?20,
    row_hash = ?21
WHERE id = ?1
