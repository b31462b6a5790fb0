// Sentences of a scoring session.
import type { ScoringSets, TaskDetail } from '../../ipc/bindings';
import { laneName } from '../../lanes/lanes';
import { m } from '../../paraglide/messages';
import { textOf } from './answers';

export function nameOf(task: TaskDetail): string {
  return textOf(task, 'name') || m.matrix_panel_unnamed();
}

/** Returns what is read out when the lane of a task shows. */
export function revealed(task: TaskDetail): string {
  if (task.lane === null) return m.scoring_no_lane_said({ name: nameOf(task), missing: task.missing ?? '' });
  return m.scoring_lane_said({ name: nameOf(task), lane: laneName(task.lane), sum: task.composite ?? 0 });
}

export type SetKind = 'unscored' | 'top_by_volume' | 'shown' | 'rows';
/** A set as the start page offers it; an empty one says why it is. */
export type Offer = { kind: SetKind; title: string; about: string; count: number };

export function offers(sets: ScoringSets): Offer[] {
  const { total, unscored, topByVolume, withoutVolume, shown, selected } = sets;
  const offer = (kind: SetKind, title: string, count: number, about: string, whyEmpty: string): Offer => ({
    kind,
    title,
    count,
    about: count > 0 ? about : total > 0 ? whyEmpty : m.scoring_no_tasks(),
  });
  const left = withoutVolume > 0 ? ` ${m.scoring_without_volume({ count: withoutVolume })}` : '';
  return [
    offer('unscored', m.scoring_set_unscored(), unscored, m.scoring_unscored_about(), m.scoring_all_scored()),
    offer(
      'top_by_volume',
      m.scoring_set_top(),
      topByVolume,
      m.scoring_top_about() + left,
      m.scoring_no_volume(),
    ),
    shown === total
      ? offer('shown', m.scoring_set_all(), shown, m.scoring_all_about(), '')
      : offer('shown', m.scoring_set_shown(), shown, m.scoring_shown_about(), m.scoring_none_shown()),
    offer('rows', m.scoring_set_selected(), selected, m.scoring_selected_about(), m.scoring_none_selected()),
  ];
}
