// Runs before the first frame, so that it already has the theme and text size of the last time.
(() => {
  try {
    const { theme, textSize } = JSON.parse(localStorage.getItem('trilane.appearance') ?? '{}');
    const root = document.documentElement;
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (typeof textSize === 'number') root.style.setProperty('--text-scale', String(textSize / 100));
  } catch {
    // The system's theme at the usual size then.
  }
})();
