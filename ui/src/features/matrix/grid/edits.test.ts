import { expect, test, vi } from 'vitest';
import type { Outcome, PasteTarget } from '../../../ipc/bindings';
import { CommandQueue } from '../../../shared/queue';
import { columnsOf, STANDARD } from './arrangement';
import { Changes } from './changes';
import { type Backend, Edits } from './edits';
import { selectCell, step } from './selection';
import { Sheet } from './sheet';
import { deferred, makeOutcome, makeWindow, settle } from './testing';

const COLUMNS = columnsOf(STANDARD);
const NAME = COLUMNS.placeOf('name') ?? 0;
const ERROR = COLUMNS.placeOf('impact_of_error') ?? 0;

async function setUp(total: number, backend: Partial<Backend>, later = total) {
  const failed = vi.fn();
  let windows = 0;
  const rows = async (first: number, count: number) =>
    makeWindow(first, count, windows++ === 0 ? total : later);
  const missing = () => Promise.reject(new Error('not expected'));
  const all = new Proxy(
    { rows, ...backend },
    { get: (known, key) => Reflect.get(known, key) ?? missing },
  ) as Backend;
  const sheet = new Sheet(rows, total, { changed: () => {}, failed });
  const changes = new Changes(sheet, new CommandQueue(), {
    run: async (change: Promise<Outcome>) => change.catch(failed).then((outcome) => outcome ?? null),
    failed,
    copied: () => {},
  });
  const edits = new Edits(sheet, all, changes);
  sheet.rows.want(0, 40);
  await settle();
  return { sheet, edits, changes, failed };
}

test('a second entry waits for the first, and both cells show what was typed meanwhile', async () => {
  const answers = [deferred<Outcome>(), deferred<Outcome>()];
  const setCell = vi.fn(() => answers[setCell.mock.calls.length - 1]?.promise ?? Promise.reject());
  const { sheet, edits } = await setUp(5, { setCell });
  void edits.enter({ row: 0, col: ERROR }, '2');
  void edits.enter({ row: 1, col: ERROR }, '3');
  await settle();
  expect(setCell.mock.calls).toEqual([['task-0', 'impact_of_error', '2']]);
  const column = COLUMNS.at(ERROR);
  expect([sheet.textAt(0, column), sheet.textAt(1, column)]).toEqual(['2', '3']);
  answers[0]?.resolve(makeOutcome(2, 5));
  await settle();
  expect(setCell).toHaveBeenLastCalledWith('task-1', 'impact_of_error', '3');
});

test('an unchanged text is not sent', async () => {
  const setCell = vi.fn();
  const { edits } = await setUp(5, { setCell });
  await edits.enter({ row: 0, col: NAME }, 'Task 0');
  expect(setCell).not.toHaveBeenCalled();
});

test('a refused entry calls the selection back', async () => {
  const setCell = async () => makeOutcome(2, 5, { refusedCount: 1 });
  const { sheet, edits } = await setUp(5, { setCell });
  const cell = { row: 1, col: ERROR };
  sheet.select(selectCell(cell));
  const entering = edits.enter(cell, 'high');
  sheet.select(step(sheet.selection, 'enter', sheet.extent));
  await entering;
  expect(sheet.active).toEqual(cell);
});

test('a refused entry leaves a user alone who has gone on', async () => {
  const setCell = async () => makeOutcome(2, 5, { refusedCount: 1 });
  const { sheet, edits } = await setUp(5, { setCell });
  const cell = { row: 1, col: ERROR };
  sheet.select(selectCell(cell));
  const entering = edits.enter(cell, 'high');
  sheet.select(step(sheet.selection, 'enter', sheet.extent));
  sheet.gesture += 1;
  await entering;
  expect(sheet.active).toEqual({ row: 2, col: ERROR });
});

test('the last row makes a task of a name, and a pasted row of anything else', async () => {
  const addTask = vi.fn(async () => makeOutcome(2, 6));
  const pasteCells = vi.fn(async (_bytes: Uint8Array, _target: PasteTarget) => makeOutcome(3, 7));
  const { edits } = await setUp(5, { addTask, pasteCells });
  await edits.enter({ row: 5, col: NAME }, 'New');
  expect(addTask).toHaveBeenCalledWith('New');
  await edits.enter({ row: 6, col: ERROR }, '4');
  const [bytes, target] = pasteCells.mock.calls[0] ?? [];
  expect(new TextDecoder().decode(bytes)).toBe('4');
  expect(target?.range).toEqual({
    rows: { first: 6, last: 6 },
    fields: ['impact_of_error'],
  });
});

test('typing on in a row that is being made finds its task once it is there', async () => {
  const added = deferred<Outcome>();
  const setCell = vi.fn(async () => makeOutcome(3, 6));
  const { sheet, edits } = await setUp(5, { addTask: () => added.promise, setCell }, 6);
  void edits.enter({ row: sheet.rows.total, col: NAME }, 'New');
  void edits.enter({ row: 5, col: ERROR }, '4');
  added.resolve(makeOutcome(2, 6));
  await settle();
  expect(setCell).toHaveBeenCalledWith('task-5', 'impact_of_error', '4');
});

test('an entry in a row that is moving goes to the task that is there when its turn comes', async () => {
  const deleted = deferred<Outcome>();
  const setCell = vi.fn(async () => makeOutcome(3, 4));
  const { sheet, edits } = await setUp(5, { deleteTasks: () => deleted.promise, setCell });
  void edits.remove({ top: 0, bottom: 0, left: NAME, right: NAME });
  void edits.enter({ row: 1, col: ERROR }, '1');
  expect(sheet.rows.idAt(1)).toBe('task-1');
  vi.spyOn(sheet.rows, 'fetch').mockResolvedValue(makeWindow(2, 1, 5).rows[0]);
  deleted.resolve(makeOutcome(2, 4));
  await settle();
  expect(setCell).toHaveBeenCalledWith('task-2', 'impact_of_error', '1');
});

test('a paste is selected afterwards', async () => {
  const pasteCells = async () => makeOutcome(2, 5, { focus: { first: 1, last: 2 } });
  const { sheet, edits } = await setUp(5, { pasteCells });
  await edits.paste({ top: 1, bottom: 1, left: ERROR, right: ERROR }, '1\t2\n3\t4');
  expect(sheet.area).toEqual({ top: 1, bottom: 2, left: ERROR, right: ERROR + 1 });
});

test('a failed change shows the old text again', async () => {
  const { sheet, edits, failed } = await setUp(5, { setCell: () => Promise.reject(new Error('disk full')) });
  await edits.enter({ row: 0, col: NAME }, 'Lost');
  await settle();
  expect(failed).toHaveBeenCalledTimes(1);
  const column = COLUMNS.at(NAME);
  expect(sheet.textAt(0, column)).toBe('Task 0');
});

test('a change made elsewhere is looked at, one made here only once', async () => {
  const { sheet, edits, changes } = await setUp(5, { setCell: async () => makeOutcome(2, 5) });
  await edits.enter({ row: 0, col: NAME }, 'New');
  changes.takeOver(makeOutcome(2, 5, { focus: { first: 4, last: 4 } }));
  expect(sheet.active.row).toBe(0);
  changes.takeOver(makeOutcome(3, 5, { focus: { first: 4, last: 4 } }));
  expect(sheet.active.row).toBe(4);
});
