/** Returns what helps to find a fault of the page: what, where, in which version. */
export function describeFault(fault: unknown, version: string): string {
  const what = fault instanceof Error ? (fault.stack ?? `${fault.name}: ${fault.message}`) : String(fault);
  // Some engines leave the message out of the stack.
  const named =
    fault instanceof Error && !what.includes(fault.message)
      ? `${fault.name}: ${fault.message}\n${what}`
      : what;
  return `Trilane ${version || '?'}\n${navigator.userAgent}\n\n${named}`;
}

/** Browsers report this harmless delay of a layout observer as if it were an error. */
export function isHarmless(message: string): boolean {
  return message.startsWith('ResizeObserver loop');
}
