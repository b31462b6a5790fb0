// Where the keyboard goes while one scores.

const ANSWERS = '[role="radio"]';

/** Whether keys at this place belong to text. */
export function standsInText(target: Element): boolean {
  return target.closest('textarea, input, select') !== null;
}

/** Goes to the answer that is given, or to the first one. */
export function focusAnswers(screen: HTMLElement): void {
  const answers = [...screen.querySelectorAll<HTMLElement>(ANSWERS)];
  const given = answers.find((answer) => answer.getAttribute('aria-checked') === 'true');
  arriveAt(given ?? answers[0]);
  const question = screen.closest<HTMLElement>('.question') ?? screen;
  const isTooTall = question.offsetHeight > (question.parentElement?.clientHeight ?? 0);
  question.scrollIntoView({ block: isTooTall ? 'start' : 'nearest' });
}

/** Gives the keyboard to something without scrolling to it, for what stands above it is to be read first. */
export function arriveAt(target: HTMLElement | null | undefined): void {
  target?.closest('[data-scroller]')?.scrollTo({ top: 0 });
  target?.focus({ preventScroll: true, focusVisible: true });
}

/** Goes one answer up or down, and stays at the ends. */
export function walkAnswers(screen: HTMLElement, by: 1 | -1): void {
  const answers = [...screen.querySelectorAll<HTMLElement>(ANSWERS)];
  const here = answers.findIndex((answer) => answer.contains(document.activeElement));
  answers[here < 0 ? 0 : Math.min(Math.max(here + by, 0), answers.length - 1)]?.focus();
}

export function focusWhy(screen: HTMLElement): void {
  screen.querySelector('textarea')?.focus();
}
