import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import Plus from '@lucide/svelte/icons/plus';
import Table from '@lucide/svelte/icons/table-2';
import type { Action } from '../../actions/action';
import { commands } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';
import { rollout } from './plan.svelte';

const inPlan = () => navigation.place === 'rollout' && rollout.plan !== null;

async function add(): Promise<void> {
  const { page } = rollout;
  if (page !== 'table') rollout.page = 'timeline';
  const made = await rollout.add();
  if (made === null) return;
  rollout.hasPanel = true;
  rollout.wanted = made;
}

async function setBaseline(isSet: boolean): Promise<void> {
  if (rollout.plan) await rollout.schedule(commands.setBaseline(rollout.plan.id, isSet), 'always');
}

export const rolloutActions: Action[] = [
  {
    id: 'go_rollout',
    label: m.rollout_action_go,
    group: 'go',
    shortcuts: ['$mod+5'],
    icon: ChartGantt,
    enabled: () => session.workspace !== null,
    run: () => navigation.go('rollout'),
  },
  {
    id: 'new_plan',
    label: m.rollout_action_new,
    group: 'rollout',
    icon: ChartGantt,
    enabled: () => session.writable,
    run: () => {
      rollout.template = 'playbook';
      navigation.show('new_plan');
    },
  },
  {
    id: 'switch_plan_table',
    label: () => (rollout.page === 'table' ? m.rollout_action_timeline() : m.rollout_action_table()),
    group: 'rollout',
    shortcuts: ['$mod+Shift+t'],
    icon: Table,
    enabled: inPlan,
    run: () => {
      rollout.page = rollout.page === 'table' ? 'timeline' : 'table';
    },
  },
  {
    id: 'add_activity',
    label: m.rollout_add,
    group: 'rollout',
    icon: Plus,
    enabled: () => inPlan() && session.writable,
    run: add,
  },
  {
    id: 'set_baseline',
    label: () => (rollout.plan?.hasBaseline ? m.rollout_baseline_renew() : m.rollout_baseline_set()),
    group: 'rollout',
    enabled: () => inPlan() && session.writable,
    run: () => setBaseline(true),
  },
  {
    id: 'remove_baseline',
    label: m.rollout_baseline_remove,
    group: 'rollout',
    enabled: () => inPlan() && session.writable && rollout.plan?.hasBaseline === true,
    run: () => setBaseline(false),
  },
];
