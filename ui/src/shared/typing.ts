/** Ends what is being typed, as if the keyboard had gone elsewhere, and leaves the keyboard where it is. */
export function finishTyping(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
