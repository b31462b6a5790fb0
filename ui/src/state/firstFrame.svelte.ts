import { navigation } from './navigation.svelte';
import { session } from './session.svelte';

/** A window that nobody sees draws no frames; what waits for one goes on all the same. */
const AT_LATEST_MS = 500;
/** In a window of this width what stands above the sheet takes one line each, so that its place is known before. */
const ROOMY_REM = 78;
const REM = 16;

/** The first frame of a start shows the sheet alone, where it will stay. Everything around it comes right after. */
class FirstFrame {
  isOver = $state(false);
  readonly over: Promise<void>;

  constructor() {
    this.over = new Promise((resolve) => {
      const end = () => {
        this.isOver = true;
        resolve();
      };
      // A task that is begun in a frame runs once that has been painted.
      requestAnimationFrame(() => setTimeout(end));
      setTimeout(end, AT_LATEST_MS);
    });
  }

  get showsSheetAlone(): boolean {
    const { workspace, preferences } = session;
    const isInSheet = navigation.place === 'matrix' && (workspace?.status.summary.total ?? 0) > 0;
    if (this.isOver || !isInSheet || workspace?.readOnly !== null) return false;
    return (window.innerWidth * 100) / (REM * preferences.textSize) >= ROOMY_REM;
  }
}

export const firstFrame = new FirstFrame();
