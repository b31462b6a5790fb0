// What a pilot is measured by: a row a measure, each with what is now, the target and the margin.
import type { PilotAnswer } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';

const NAMES: Record<string, () => string> = {
  accuracy: m.pilot_measure_accuracy,
  sla_hits: m.pilot_measure_sla,
  review_load: m.pilot_measure_review,
  time_saved: m.pilot_measure_time,
};

export type Measure = { key: string; name: string; hint: string; cells: PilotAnswer[] };

/** Returns the steps of the pipeline, in their order. */
export function stepsOf(answers: readonly PilotAnswer[]): PilotAnswer[] {
  return answers.filter(({ kind }) => kind === 'step');
}

/** Returns the measures, each with its cells in the order of the form. */
export function measuresOf(answers: readonly PilotAnswer[]): Measure[] {
  const measures: Measure[] = [];
  for (const answer of answers) {
    if (answer.kind === 'step') continue;
    const [key = answer.field] = answer.field.split('.');
    const measure = measures.find((it) => it.key === key);
    if (measure) measure.cells.push(answer);
    // What it is a measure of, the target says best.
    if (measure && answer.kind === 'target') measure.hint = answer.hint;
    if (!measure)
      measures.push({ key, name: NAMES[key]?.() ?? answer.label, hint: answer.hint, cells: [answer] });
  }
  return measures;
}
