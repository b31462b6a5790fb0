// How the panel shows each field.
import type { FieldKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

const LABELS = {
  name: m.field_name,
  description: m.field_description,
  channels: m.field_channels,
  owner: m.field_owner,
  downstream_systems: m.field_downstream_systems,
  predictability: m.field_predictability,
  impact_of_error: m.field_impact_of_error,
  data_sensitivity: m.field_data_sensitivity,
  context_depth: m.field_context_depth,
  why_predictability: m.matrix_panel_why,
  why_impact_of_error: m.matrix_panel_why,
  why_data_sensitivity: m.matrix_panel_why,
  why_context_depth: m.matrix_panel_why,
  monthly_volume: m.field_monthly_volume,
  minutes_per_item: m.field_minutes_per_item,
  tags: m.field_tags,
  needs_multimodal_context: m.matrix_panel_multimodal,
  notes: m.field_notes,
} satisfies Record<FieldKey, () => string>;

export function fieldLabel(field: FieldKey): string {
  return LABELS[field]();
}

/** Whether a field takes several lines. */
export function isLong(field: FieldKey): boolean {
  return field === 'description' || field === 'notes' || field.startsWith('why_');
}

export function fieldHint(field: FieldKey): string | undefined {
  const isList = field === 'channels' || field === 'downstream_systems' || field === 'tags';
  return isList ? m.matrix_lists_hint() : undefined;
}
