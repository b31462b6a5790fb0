import type {
  JobProgress,
  Opening,
  Outcome,
  Preferences,
  Recent,
  Start,
  Status,
  Trouble,
  Workspace,
} from '../ipc/bindings';

const UNTIL_STARTED: Preferences = { name: '', theme: 'system', textSize: 100, softwareRendering: null };

/** What the page knows of the app: a snapshot of what the backend said last. */
class Session {
  started = $state(false);
  version = $state('');
  platform = $state<Start['platform']>('linux');
  preferences = $state<Preferences>(UNTIL_STARTED);
  font = $state<string | null>(null);
  recents = $state<Recent[]>([]);
  workspace = $state<Workspace | null>(null);
  trouble = $state<Trouble | null>(null);
  /** Whether the trouble is with the open file, and not with one that would not open beside it. */
  troubleIsWithOpenFile = $state(false);
  job = $state<JobProgress | null>(null);
  /** Changes on their way to the file. */
  pending = $state(0);
  /** The last change: what it touched is where a sheet looks. */
  lastOutcome = $state<Outcome | null>(null);

  begin(start: Start): void {
    this.version = start.version;
    this.platform = start.platform;
    this.preferences = start.preferences;
    this.font = start.font;
    this.recents = start.recents;
    if (start.opening) this.opened(start.opening);
    this.started = true;
  }

  opened(opening: Opening): void {
    if (opening.type === 'refused') {
      this.trouble = opening.trouble;
      this.troubleIsWithOpenFile = opening.stillOpen === 'the_file';
      if (opening.stillOpen === 'nothing') this.workspace = null;
      return;
    }
    this.trouble = null;
    this.lastOutcome = null;
    this.workspace = opening.workspace;
  }

  troubled(trouble: Trouble): void {
    this.trouble = trouble;
    this.troubleIsWithOpenFile = this.workspace !== null;
  }

  closed(recents: Recent[]): void {
    this.recents = recents;
    this.workspace = null;
    this.trouble = null;
    this.lastOutcome = null;
  }

  changed(outcome: Outcome): void {
    this.stands(outcome.status);
    this.lastOutcome = outcome;
  }

  /** Takes a status unless a later one came first: answers may overtake each other. */
  stands(status: Status): void {
    if (!this.workspace || status.revision < this.workspace.status.revision) return;
    this.workspace.status = status;
  }

  get status(): Status | null {
    return this.workspace?.status ?? null;
  }

  get writable(): boolean {
    return this.workspace !== null && this.workspace.readOnly === null;
  }
}

export const session = new Session();
