// What the screen of plans says in sentences.
import type { Activity, Due, DueKey, Span } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { day } from '../../shared/time';
import type { Page } from './plan.svelte';
import { phaseName, spanText } from './timeline/words';

/** Returns a day as the system writes it; whole days have no time zone. */
export function dayText(iso: string, locale?: string): string {
  return day(`${iso}T12:00:00`, locale);
}

const LATE: Record<DueKey, (inputs: { day: string }) => string> = {
  start: m.rollout_due_start_late,
  finish: m.rollout_due_finish_late,
  gate: m.rollout_due_gate_late,
  review: m.rollout_due_review_late,
  window: m.rollout_due_window,
};

const TODAY: Record<DueKey, (inputs: { day: string }) => string> = {
  start: m.rollout_due_start_today,
  finish: m.rollout_due_finish_today,
  gate: m.rollout_due_gate_today,
  review: m.rollout_due_review_today,
  window: m.rollout_due_window,
};

const SOON: Record<DueKey, (inputs: { day: string }) => string> = {
  start: m.rollout_due_start,
  finish: m.rollout_due_finish,
  gate: m.rollout_due_gate,
  review: m.rollout_due_review,
  window: m.rollout_due_window,
};

/** Returns what is to be done about something that is due: "starts today", "should have been done by 4 Dec". */
export function dueText({ kind, day, isLate }: Due, today: string, locale?: string): string {
  const words = isLate ? LATE : day === today ? TODAY : SOON;
  return words[kind]({ day: spanText(day, day, locale) });
}

/** Returns a different name for each thing that is due. */
export function dueKey({ kind, of, day }: Due): string {
  return `${kind} ${of} ${day}`;
}

export const DUE_PAGES: Record<DueKey, Page> = {
  start: 'timeline',
  finish: 'timeline',
  gate: 'gates',
  review: 'reviews',
  window: 'timeline',
};

/** Returns a sentence for each phase that lasts shorter or longer than the playbook says. */
export function outsideTexts(phases: readonly Span[]): string[] {
  return phases
    .filter(({ isOutside }) => isOutside)
    .map(({ key, days, lasts }) => m.rollout_outside({ phase: phaseName(key), count: days, lasts }));
}

/** Returns how much room an activity has, in words. */
export function slackText({ slack, isCritical }: Activity): string {
  return isCritical ? m.rollout_critical() : m.rollout_slack({ count: slack });
}

export const PAGE_NAMES: Record<Page, () => string> = {
  timeline: m.rollout_page_timeline,
  table: m.rollout_page_table,
  gates: m.rollout_page_gates,
  pilots: m.rollout_page_pilots,
  reviews: m.rollout_page_reviews,
  people: m.rollout_page_people,
};
