import type { CellKey, FieldKey } from '../ipc/bindings';
import { m } from '../paraglide/messages';

const NAMES = {
  name: m.field_name,
  channels: m.field_channels,
  owner: m.field_owner,
  predictability: m.field_predictability,
  impact_of_error: m.field_impact_of_error,
  data_sensitivity: m.field_data_sensitivity,
  context_depth: m.field_context_depth,
  monthly_volume: m.field_monthly_volume,
  minutes_per_item: m.field_minutes_per_item,
  tags: m.field_tags,
  notes: m.field_notes,
  description: m.field_description,
  downstream_systems: m.field_downstream_systems,
  needs_multimodal_context: m.field_needs_multimodal_context,
  why_predictability: m.field_why_predictability,
  why_impact_of_error: m.field_why_impact_of_error,
  why_data_sensitivity: m.field_why_data_sensitivity,
  why_context_depth: m.field_why_context_depth,
} satisfies Record<FieldKey, () => string>;

/** Every field, in the order of the worksheet. */
export const FIELDS = Object.keys(NAMES) as FieldKey[];

/** Returns the name shown to people, as in a column's header. */
export function fieldName(field: CellKey): string {
  return isOwn(field) ? NAMES[field]() : m.field_custom();
}

function isOwn(field: CellKey): field is FieldKey {
  return field in NAMES;
}
