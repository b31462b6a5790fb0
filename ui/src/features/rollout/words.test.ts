import { expect, test } from 'vitest';
import { activity, plan } from './testing';
import { dueText, outsideTexts, slackText } from './words';

const due = { kind: 'finish', of: 'a', name: 'Draft', owner: '', day: '2026-12-04', isLate: false } as const;

test('what is due says by when, and what is late says that it should have been', () => {
  expect(dueText(due, '2026-12-01', 'en-GB')).toBe('is to be done by 4 Dec');
  expect(dueText(due, '2026-12-04', 'en-GB')).toBe('is to be done today');
  expect(dueText({ ...due, isLate: true }, '2026-12-07', 'en-GB')).toBe('should have been done by 4 Dec');
});

test('a phase that lasts longer than the playbook says so', () => {
  const phases = plan().phases.map((phase) => ({ ...phase, isOutside: phase.key === 'discovery', days: 8 }));
  expect(outsideTexts(phases)).toEqual(['Discovery takes 8 working days here; the playbook says 1 week.']);
});

test('slack is told in working days, and a critical activity has none', () => {
  expect(slackText(activity('a', { slack: 1 }))).toBe(
    'It can end 1 working day later before the plan ends later.',
  );
  expect(slackText(activity('a', { isCritical: true }))).toContain('Critical');
});
