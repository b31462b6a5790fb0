import { tick } from 'svelte';
import { cards } from './cards.svelte';

/** Returns the id of the element that holds a field. */
export function fieldId(field: string): string {
  return `card-field-${field}`;
}

/** Shows a field and puts the keyboard into it. */
export async function jumpTo(section: string, field: string): Promise<void> {
  cards.page = section;
  await tick();
  const holder = document.getElementById(fieldId(field));
  holder?.scrollIntoView({ block: 'center' });
  holder?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
}
