// Runs inside the page: what a person would recognise on the screen. Called with (verb, ...arguments).
const CLICKABLE =
  'label:has(input), button, a[href], input, select, textarea, summary, [role=button], [role=menuitem], [role=menuitemradio],' +
  '[role=menuitemcheckbox], [role=tab], [role=option], [role=radio], [role=switch], [role=checkbox], [role=combobox], [role=listbox]';

// What is only there for screen readers is one pixel large.
const seen = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().width > 1;
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function nameOf(element) {
  const byId = (id) => plain(document.getElementById(id)?.textContent);
  const labels = [...(element.labels ?? [])].map((label) => plain(label.textContent));
  return (
    plain(element.getAttribute('aria-label')) ||
    (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean).map(byId).join(' ') ||
    labels.join(' ') ||
    plain(element.textContent) ||
    plain(element.getAttribute('title'))
  );
}

const verbs = {
  // The visible control with this name; the topmost dialog first, exact names before names that begin with it.
  control(name) {
    const all = [...document.querySelectorAll(CLICKABLE)].filter(seen);
    const dialogs = [...document.querySelectorAll('dialog[open], [role=dialog], [role=menu]')].filter(seen);
    const front = all.filter((element) => dialogs.at(-1)?.contains(element));
    for (const group of [front, all]) {
      const found = group.find((e) => nameOf(e) === name) ?? group.find((e) => nameOf(e).startsWith(name));
      if (found) return found;
    }
    return null;
  },
  names: () => [...document.querySelectorAll(CLICKABLE)].filter(seen).map(nameOf),
  text: () => document.body.innerText,
  focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${nameOf(element)}`;
  },
  // The cell of the grid in the row with this number, counted from 1 below the header, under this heading.
  cell(row, heading) {
    const headings = [...document.querySelectorAll('[role=grid] [role=columnheader]')];
    const column = headings.find((header) => nameOf(header).startsWith(heading))?.getAttribute('aria-colindex');
    const lines = [...document.querySelectorAll(`[role=grid] [role=row][aria-rowindex="${row + 1}"]`)];
    const line = lines.find(seen);
    return line?.querySelector(`[aria-colindex="${column}"]`) ?? null;
  },
  // Its text without marks and tags.
  cellText(row, heading) {
    const cell = verbs.cell(row, heading);
    return plain((cell?.querySelector('.sheet-text') ?? cell)?.textContent);
  },
  headings: () =>
    [...document.querySelectorAll('[role=grid] [role=columnheader]')].map((header) => nameOf(header)),
  heading: (name) =>
    [...document.querySelectorAll('[role=grid] [role=columnheader]')].find((header) =>
      nameOf(header).startsWith(name),
    ) ?? null,
  headingWidth: (name) => verbs.heading(name)?.getBoundingClientRect().width ?? 0,
  groupHeadings: () =>
    [...document.querySelectorAll('[role=grid] .sheet-heading')]
      .filter(seen)
      .map((heading) => plain([...heading.querySelectorAll('span')].map((part) => part.textContent).join(' '))),
  rowCount: () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) - 1,
};

const [verb, ...rest] = arguments;
return verbs[verb](...rest);
