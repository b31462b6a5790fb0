import type { ColumnKind } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

const NAMES = {
  text: m.columns_kind_text,
  number: m.columns_kind_number,
  choice: m.columns_kind_choice,
  date: m.columns_kind_date,
} satisfies Record<ColumnKind, () => string>;

export const KINDS = Object.keys(NAMES) as ColumnKind[];

export function kindName(kind: ColumnKind): string {
  return NAMES[kind]();
}
