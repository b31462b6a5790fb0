import Archive from '@lucide/svelte/icons/archive';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import Hourglass from '@lucide/svelte/icons/hourglass';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import type { Component } from 'svelte';
import type { ActKey, ApprovalKey, StatusKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

/** Where a card can stand: a mark and a word for each. */
export const STATUSES = {
  draft: { icon: PencilLine, word: m.cards_status_draft },
  in_review: { icon: Hourglass, word: m.cards_status_in_review },
  approved: { icon: CircleCheck, word: m.cards_status_approved },
  restricted: { icon: CircleSlash, word: m.cards_status_restricted },
  suspended: { icon: CirclePause, word: m.cards_status_suspended },
  retired: { icon: Archive, word: m.cards_status_retired },
} satisfies Record<StatusKey, { icon: Component; word: () => string }>;

/** What can be done about a card: the button that opens its form, the one that does it, and what was done. */
export const ACTS = {
  request: { ask: m.cards_act_request, verb: m.cards_do_request, past: m.cards_past_request },
  approve: { ask: m.cards_act_approve, verb: m.cards_do_approve, past: m.cards_past_approve },
  reject: { ask: m.cards_act_reject, verb: m.cards_do_reject, past: m.cards_past_reject },
  restrict: { ask: m.cards_act_restrict, verb: m.cards_do_restrict, past: m.cards_past_restrict },
  suspend: { ask: m.cards_act_suspend, verb: m.cards_do_suspend, past: m.cards_past_suspend },
  resume: { ask: m.cards_act_resume, verb: m.cards_do_resume, past: m.cards_past_resume },
  retire: { ask: m.cards_act_retire, verb: m.cards_do_retire, past: m.cards_past_retire },
} satisfies Record<ActKey, { ask: () => string; verb: () => string; past: () => string }>;

/** Whether it is about a version, so that the card must be frozen. */
export function isAboutAVersion(kind: ActKey): boolean {
  return kind === 'request' || kind === 'approve' || kind === 'restrict';
}

/** Whether it gives an approval, with conditions and a last day. */
export function isApproval(kind: ActKey): boolean {
  return kind === 'approve' || kind === 'restrict';
}

/** Says that an approval no longer counts; nothing while it does. */
export function approvalWords(approval: ApprovalKey | null): string | null {
  if (approval === 'stale') return m.cards_stale();
  if (approval === 'expired') return m.cards_expired();
  return null;
}
