import { clearMocks } from '@tauri-apps/api/mocks';
import { configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// A busy machine takes longer than the second that a condition is waited for otherwise.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => clearMocks());
