import { expect, test } from 'vitest';
import type { Decided, Gate, GateCondition } from '../../../ipc/bindings';
import { firstToPass, standingWords, toldDecision } from './standing';

const CONDITION: GateCondition = {
  key: 'scored',
  statement: 'The most important tasks are scored',
  holds: true,
  found: '10 of 10 scored',
  restsOn: null,
  mark: null,
};
const DECIDED: Decided = {
  verdict: 'go',
  name: 'Ana',
  role: 'Head of Marketing',
  reason: '',
  at: '2026-11-23T10:00:00Z',
  open: 0,
  contentHash: 'abc',
};

function gate(changes: Partial<Gate> = {}): Gate {
  return {
    phase: 'discovery',
    standing: 'open',
    conditions: [CONDITION, { ...CONDITION, key: 'pilots', holds: false }],
    open: 1,
    decided: null,
    contentHash: 'abc',
    ...changes,
  };
}

test('an open gate counts what holds', () => {
  expect(standingWords(gate())).toBe('1 of 2 hold');
  expect(standingWords(gate({ standing: 'ready', open: 0 }))).toBe('Ready: everything holds');
});

test('a go says how much was open when it was decided', () => {
  expect(standingWords(gate({ standing: 'go', open: 0, decided: DECIDED }))).toBe('Go');
  expect(standingWords(gate({ standing: 'go', open: 0, decided: { ...DECIDED, open: 2 } }))).toBe(
    'Go with 2 open',
  );
});

test('a decision is told with who made it', () => {
  expect(toldDecision(DECIDED)).toBe('Ana (Head of Marketing) decided: go');
  expect(toldDecision({ ...DECIDED, role: '', open: 1 })).toBe('Ana decided: go with 1 open');
  expect(toldDecision({ ...DECIDED, verdict: 'hold' })).toBe('Ana (Head of Marketing) decided: hold');
});

test('the first gate that nobody let pass is looked at first', () => {
  const passed = gate({ standing: 'go', decided: DECIDED });
  expect(firstToPass([passed, gate({ phase: 'pilot' })])).toBe('pilot');
  expect(firstToPass([passed, gate({ phase: 'pilot', standing: 'go' })])).toBe('pilot');
  expect(firstToPass([])).toBeNull();
});
