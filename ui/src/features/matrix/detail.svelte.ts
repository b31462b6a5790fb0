import { commands, type FieldKey, type Rejected, type TaskDetail } from '../../ipc/bindings';
import { isCommandError } from '../../ipc/client';
import { report } from '../../state/run';

/** The task in the panel, one request at a time: holding an arrow key asks for the last one only. */
export class Detail {
  task = $state.raw<TaskDetail | null>(null);
  #wanted: string | null = null;
  #asking = false;
  #again = false;

  show(id: string | null): void {
    if (id === null) return;
    this.#wanted = id;
    if (this.#asking) this.#again = true;
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    do {
      this.#again = false;
      const id = this.#wanted;
      if (id === null) break;
      try {
        this.task = await commands.task(id);
      } catch (error) {
        // A row that undo took away stands in the panel until the sheet has chosen another.
        if (!isCommandError(error) || error.kind !== 'not_found') report(error);
      }
    } while (this.#again);
    this.#asking = false;
  }
}

/** Returns what a field shows: a refused text where there is one. */
export function shownText(task: TaskDetail, field: FieldKey): string {
  return rejectedIn(task, field)?.found ?? task.fields.find((entry) => entry.field === field)?.text ?? '';
}

export function rejectedIn(task: TaskDetail, field: FieldKey): Rejected | undefined {
  return task.rejected.find((rejected) => rejected.field === field);
}
