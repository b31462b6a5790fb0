import { mount } from 'svelte';
import App from './App.svelte';
import { takeServed } from './ipc/client';
import { session } from './state/session.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/entry.css';
import './styles/menu.css';

const served = takeServed();
if (served) session.begin(served);
const target = document.getElementById('app');
if (target) mount(App, { target });
