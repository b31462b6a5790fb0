import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import FileInput from '@lucide/svelte/icons/file-input';
import type { Action } from '../../actions/action';
import { commands } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';
import { importing } from './importing.svelte';

export const importActions: Action[] = [
  {
    id: 'import_file',
    label: m.import_action_file,
    group: 'matrix',
    shortcuts: ['$mod+i'],
    icon: FileInput,
    enabled: () => session.writable,
    run: () => importing.begin(commands.importFile()),
  },
  {
    id: 'resume_import',
    label: m.import_action_resume,
    group: 'matrix',
    icon: FileInput,
    enabled: () => importing.preview !== null,
    run: () => navigation.go('import'),
  },
  {
    id: 'paste_table',
    label: m.import_action_paste,
    group: 'matrix',
    icon: ClipboardPaste,
    enabled: () => session.writable,
    run: () => navigation.show('paste'),
  },
];
