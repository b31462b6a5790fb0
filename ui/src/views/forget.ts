import { cards } from '../features/cards/cards.svelte';
import { importing } from '../features/import/importing.svelte';
import { matrix } from '../features/matrix/matrix.svelte';
import { rollout } from '../features/rollout/plan.svelte';
import { scoring } from '../features/scoring/scoring.svelte';

/** Drops what the features hold of the workspace that was open before. */
export function forget(): void {
  cards.drop();
  importing.drop();
  matrix.closeQuestions();
  rollout.drop();
  scoring.drop();
}
