const FOLDS_BELOW_REM = 56;

/**
 * Whether the window is too narrow for its text to have the sidebar beside it. Not a container query:
 * those are not worked out anew when only the size of a rem changes.
 */
export function isNarrowWindow(width: number, textSize: number): boolean {
  const rem = (16 * textSize) / 100;
  return width > 0 && width / rem < FOLDS_BELOW_REM;
}
