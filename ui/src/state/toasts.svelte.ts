type ToastButton = { label: string; run: () => void };
export type Toast = {
  id: number;
  sentence: string;
  /** A failure stays until it is dismissed. */
  tone: 'plain' | 'failure';
  button: ToastButton | null;
  /** The revision that its Undo belongs to; at any other the button is gone. */
  revision: number | null;
};

const STAYS_MS = 8000;

class Toasts {
  list = $state<Toast[]>([]);
  /** Said to screen readers only. */
  announcement = $state('');
  #nextId = 1;

  show(sentence: string, options: Partial<Pick<Toast, 'tone' | 'button' | 'revision'>> = {}): number {
    const toast: Toast = {
      id: this.#nextId++,
      sentence,
      tone: 'plain',
      button: null,
      revision: null,
      ...options,
    };
    // The newest of its kind says it all: what it replaces is over.
    this.list = [...this.list.filter((other) => other.tone !== toast.tone), toast];
    if (toast.tone === 'plain') setTimeout(() => this.dismiss(toast.id), STAYS_MS);
    return toast.id;
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Failures of an attempt that has been made good, or that a whole screen now speaks of. */
  dismissFailures(): void {
    this.list = this.list.filter((toast) => toast.tone !== 'failure');
  }

  announce(sentence: string): void {
    this.announcement = sentence;
  }
}

export const toasts = new Toasts();
