import type {
  DimensionRubric,
  FieldKey,
  ImportPreview,
  LaneSummary,
  Outcome,
  Start,
  Status,
  TaskDetail,
  Workspace,
} from '../src/ipc/bindings';

/** Small values of what the app would answer; each takes changes. */
export function summary(changes: Partial<LaneSummary> = {}): LaneSummary {
  return {
    total: 3,
    automate: 1,
    hybrid: 1,
    humanOnly: 0,
    unscored: 1,
    capped: 0,
    decided: 0,
    toDecideAgain: 0,
    toMend: 0,
    rejectedCells: 0,
    ...changes,
  };
}

export function status(changes: Partial<Status> = {}): Status {
  return {
    revision: 1,
    savedAt: null,
    summary: summary(),
    view: { shown: 3, all: 3, outOfDate: false, groups: [] },
    undo: null,
    redo: null,
    ...changes,
  };
}

const NO_ROWS = { revision: 1, total: 0, first: 0, rows: [] };

export function workspace(changes: Partial<Workspace> = {}): Workspace {
  return {
    id: 'w',
    opening: 1,
    name: 'Q3 plan',
    folder: '/plans',
    readOnly: null,
    status: status(),
    firstRows: NO_ROWS,
    layout: null,
    ...changes,
  };
}

export function outcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    status: status({ revision: 2, undo: 'Undo paste' }),
    focus: null,
    changed: 4,
    refusals: [],
    refusedCount: 0,
    sentence: 'Pasted 2 rows',
    createdIds: [],
    ...changes,
  };
}

export function startAnswer(changes: Partial<Start> = {}): Start {
  return {
    version: '0.1.0',
    platform: 'linux',
    preferences: { name: 'Dana', theme: 'system', textSize: 100, softwareRendering: null },
    font: null,
    recents: [{ id: 'r', name: 'Old plan', folder: '/usb', openedAt: '2026-03-11T10:00:00Z', missing: true }],
    opening: { type: 'opened', workspace: workspace() },
    ...changes,
  };
}

export function importPreview(changes: Partial<ImportPreview> = {}): ImportPreview {
  return {
    source: 'tasks.xlsx',
    text: null,
    sheets: [{ place: 0, name: 'Tasks', hidden: false, rows: 3, columns: 2 }],
    sheet: 0,
    top: [
      ['Task', 'Error'],
      ['Webinar', '3.5'],
    ],
    headerRow: 0,
    columns: [
      {
        index: 0,
        name: 'Task',
        sample: 'Webinar',
        used: { to: 'field', field: 'name' },
        guess: 'text',
        keepable: true,
        ignoredBecause: null,
      },
      {
        index: 1,
        name: 'Error',
        sample: '3.5',
        used: { to: 'field', field: 'impact_of_error' },
        guess: 'number',
        keepable: true,
        ignoredBecause: null,
      },
    ],
    ownColumns: [],
    findBy: null,
    fields: [
      { field: 'name', name: 'Task' },
      { field: 'impact_of_error', name: 'Impact of Error' },
    ],
    counts: {
      all: 1,
      new: 1,
      changed: 0,
      same: 0,
      conflict: 0,
      unreadable: 0,
      missing: 0,
      problems: 1,
      cells: 1,
    },
    outlook: { added: 1, changed: 0, waiting: 0 },
    rule: 'ask',
    questions: [],
    notes: ['2 empty rows were left out.'],
    problem: null,
    ...changes,
  };
}

export function taskDetail(
  fields: Partial<Record<FieldKey, string>> = {},
  changes: Partial<TaskDetail> = {},
): TaskDetail {
  return {
    id: 't',
    row: 0,
    fields: Object.entries(fields).map(([field, text]) => ({ field: field as FieldKey, text })),
    composite: null,
    lane: null,
    verdict: { recommended: null, caps: [], guarded: null, decision: null, lane: null },
    missing: 'Needs all four scores',
    isReference: false,
    scoresArePublished: false,
    hoursPerMonth: null,
    stability: null,
    olderWords: [],
    rejected: [],
    ...changes,
  };
}

export function rubric(): DimensionRubric[] {
  const dimensions = ['predictability', 'impact_of_error', 'data_sensitivity', 'context_depth'] as const;
  return dimensions.map((field) => ({
    field,
    name: field,
    question: `How is ${field}?`,
    direction: '5 is the safe end.',
    ends: null,
    levels: ['one', 'two', 'three', 'four', 'five'],
    examples: '',
    isOwn: false,
    why: `why_${field}`,
  }));
}
