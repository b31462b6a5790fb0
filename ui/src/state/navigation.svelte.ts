export type Place =
  | 'home'
  | 'matrix'
  | 'scoring'
  | 'portfolio'
  | 'cards'
  | 'rollout'
  | 'guardrails'
  | 'history'
  | 'import';
export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'preferences'
  | 'about'
  | 'backups'
  | 'check'
  | 'reference'
  | 'paste'
  | 'wording'
  | 'columns'
  | 'duplicates'
  | 'export'
  | 'replace'
  | 'new_card'
  | 'new_plan';

/** Which screen is open, and which dialog over it. */
class Navigation {
  place = $state<Place>('home');
  overlay = $state<Overlay | null>(null);
  /** The task whose history the History screen shows; null shows that of all. */
  historyOf = $state<string | null>(null);
  /** The card in the editor of the screen of cards; null shows all of them. */
  card = $state<string | null>(null);
  /** The task that is to be shown in the matrix, until it is. */
  task = $state<string | null>(null);
  sidebarFolded = $state(false);
  /** Grows whenever the user goes somewhere, also to where they are: the focus goes there. */
  visits = $state(0);

  go(place: Place): void {
    this.place = place;
    this.overlay = null;
    this.visits += 1;
  }

  goToHistoryOf(taskId: string): void {
    this.historyOf = taskId;
    this.go('history');
  }

  goToCard(id: string): void {
    this.card = id;
    this.go('cards');
  }

  goToTask(id: string): void {
    this.task = id;
  }

  show(overlay: Overlay): void {
    this.overlay = overlay;
  }

  closeOverlay(): void {
    this.overlay = null;
  }
}

export const navigation = new Navigation();
