// Everything around the sheet, in one piece: its first frame does not wait for it.
export { default as LaneSummary } from '../../lanes/LaneSummary.svelte';
export { default as CellMenu } from './CellMenu.svelte';
export { default as CellPopover } from './CellPopover.svelte';
export { default as ColumnMenu } from './ColumnMenu.svelte';
export { default as ColumnWidth } from './ColumnWidth.svelte';
export { default as EmptyMatrix } from './EmptyMatrix.svelte';
export { default as TaskPanel } from './TaskPanel.svelte';
export { default as Toolbar } from './Toolbar.svelte';
export { default as ViewBar } from './ViewBar.svelte';
