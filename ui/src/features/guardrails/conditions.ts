// The conditions of a guardrail as a form shows them: kinds to choose from, each with what it asks for.
import type { Condition, FieldKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

export type Kind =
  | 'any_score_at_most'
  | 'score_at_most'
  | 'score_at_least'
  | 'volume_at_least'
  | 'minutes_at_least'
  | 'channel'
  | 'downstream_system'
  | 'tag'
  | 'owner_is'
  | 'needs_multimodal_context';

/** A condition in the making: every input keeps what was typed while another kind is looked at. */
export type Draft = { kind: Kind; dimension: FieldKey; number: string; text: string };

export const KINDS: { value: Kind; label: () => string }[] = [
  { value: 'any_score_at_most', label: m.guardrail_kind_any_score },
  { value: 'score_at_most', label: m.guardrail_kind_score_most },
  { value: 'score_at_least', label: m.guardrail_kind_score_least },
  { value: 'volume_at_least', label: m.guardrail_kind_volume },
  { value: 'minutes_at_least', label: m.guardrail_kind_minutes },
  { value: 'channel', label: m.guardrail_kind_channel },
  { value: 'downstream_system', label: m.guardrail_kind_system },
  { value: 'tag', label: m.guardrail_kind_tag },
  { value: 'owner_is', label: m.guardrail_kind_owner },
  { value: 'needs_multimodal_context', label: m.guardrail_kind_multimodal },
];

export const DIMENSIONS = [
  'predictability',
  'impact_of_error',
  'data_sensitivity',
  'context_depth',
] as const satisfies readonly FieldKey[];

export function blank(): Draft {
  return { kind: 'score_at_most', dimension: 'impact_of_error', number: '1', text: '' };
}

/** What a kind asks for beside itself. */
export function asksFor(kind: Kind): { dimension: boolean; number: boolean; text: boolean } {
  const dimension = kind === 'score_at_most' || kind === 'score_at_least';
  const text = kind === 'channel' || kind === 'downstream_system' || kind === 'tag' || kind === 'owner_is';
  return { dimension, text, number: !text && kind !== 'needs_multimodal_context' };
}

export function isScore(kind: Kind): boolean {
  return kind === 'any_score_at_most' || kind === 'score_at_most' || kind === 'score_at_least';
}

export function draftOf(condition: Condition): Draft {
  const draft = blank();
  switch (condition.kind) {
    case 'any_score_at_most':
      return { ...draft, kind: condition.kind, number: String(condition.most) };
    case 'score_at_most':
      return {
        ...draft,
        kind: condition.kind,
        dimension: condition.dimension,
        number: String(condition.most),
      };
    case 'score_at_least':
      return {
        ...draft,
        kind: condition.kind,
        dimension: condition.dimension,
        number: String(condition.least),
      };
    case 'volume_at_least':
    case 'minutes_at_least':
      return { ...draft, kind: condition.kind, number: String(condition.least ?? '') };
    case 'names':
      return { ...draft, kind: condition.fact, text: condition.text };
    case 'owner_is':
      return { ...draft, kind: condition.kind, text: condition.text };
    case 'needs_multimodal_context':
      return { ...draft, kind: condition.kind };
  }
}

/** Returns the condition, or nothing where its number is none. */
export function conditionOf({ kind, dimension, number, text }: Draft): Condition | null {
  const value = Number(number);
  const isNumber = number.trim() !== '' && Number.isFinite(value) && value >= 0;
  switch (kind) {
    case 'any_score_at_most':
      return isNumber ? { kind, most: value } : null;
    case 'score_at_most':
      return isNumber ? { kind, dimension, most: value } : null;
    case 'score_at_least':
      return isNumber ? { kind, dimension, least: value } : null;
    case 'volume_at_least':
      return isNumber && Number.isInteger(value) ? { kind, least: value } : null;
    case 'minutes_at_least':
      return isNumber ? { kind, least: value } : null;
    case 'channel':
    case 'downstream_system':
    case 'tag':
      return { kind: 'names', fact: kind, text };
    case 'owner_is':
      return { kind, text };
    case 'needs_multimodal_context':
      return { kind };
  }
}
