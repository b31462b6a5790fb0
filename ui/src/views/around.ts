// Everything around the work, in one piece: a first frame of the sheet alone does not wait for it.
import { registerActions } from './actions';
import { fetchLater } from './later';
import { listen } from './listen';

export { default as Home } from '../features/home/Home.svelte';
export { default as Welcome } from '../features/home/Welcome.svelte';
export { default as Floating } from './Floating.svelte';
export { forget } from './forget';
export { default as Overlays } from './Overlays.svelte';
export { default as ReadOnlyBanner } from './ReadOnlyBanner.svelte';
export { default as Sidebar } from './Sidebar.svelte';
export { default as StatusBar } from './StatusBar.svelte';
export { default as TopBar } from './TopBar.svelte';
export { default as TroubleScreen } from './TroubleScreen.svelte';

/** Wires actions, keys and events, and fetches the rest of the app; the returned function unwires. */
export function start(): () => void {
  registerActions();
  const stop = listen();
  requestAnimationFrame(() => setTimeout(fetchLater));
  return stop;
}
