//! The plan of the sample: a week and a half under way on the day on which the sample is made.

use domain::rollout::gate::GateVerdict;
use domain::rollout::{
    Activity, ActivityField, HighImpactWindow, ObjectionField, Phase, PlaybookId, Template,
    WorkCalendar,
};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::rollout::{GateAct, PlanSetup};
use crate::{Result, Workspace};

/// The working days for which it has been under way.
const UNDER_WAY: i32 = 9;

/// Who owns which activity, by its place in the plan; the others are the first one's.
const OWNERS: [(usize, &str); 7] = [
    (0, "Enquiry desk"),
    (1, "RevOps"),
    (5, "RevOps"),
    (6, "Sales ops"),
    (7, "Enquiry desk"),
    (14, "People team"),
    (18, "RevOps"),
];

/// The places of the activities that are done, with the working days by which each took longer, or less.
const DONE: [(usize, i32); 5] = [(0, 0), (1, 1), (2, 0), (3, 0), (4, 0)];

/// The places of the activities that have started.
const STARTED: [usize; 2] = [5, 6];

/// What both pilots promise.
const PROMISES: [(&str, &str); 11] = [
    ("connectors", "Shared mailbox, web form, chat"),
    ("classification", "Asks a person below 70 % confidence"),
    ("sla_timer", "Starts when an item arrives; the team lead hears of it after 30 minutes"),
    ("accuracy.target", "92"),
    ("accuracy.margin", "3"),
    ("sla_hits.target", "95"),
    ("sla_hits.margin", "2"),
    ("review_load.target", "20"),
    ("review_load.margin", "5"),
    ("time_saved.target", "60"),
    ("time_saved.margin", "10"),
];

/// Who raises the usual objections, whose work changes, by their order.
const PEOPLE: [(&str, &str); 3] = [
    ("Enquiry desk", "Jonas Weber, enquiry desk"),
    ("Sales ops", "Lea Brandt, sales operations"),
    ("Works council", ""),
];

/// Adds the plan.
pub(super) fn add(workspace: &mut Workspace) -> Result<()> {
    let today = workspace.sheet().ground().today;
    let calendar = WorkCalendar::weekdays_only();
    let setup = PlanSetup {
        template: Template::Playbook,
        name: "Rollout (sample)".to_owned(),
        start: calendar.shifted(today, -UNDER_WAY),
        weekdays: calendar.weekdays(),
        pilot_weeks: 3,
        expand_weeks: 8,
        owner: "Ana Ruiz".to_owned(),
        automate: None,
        hybrid: None,
    };
    let (_, id) = workspace.make_plan(&setup)?;
    workspace.set_baseline(id, true)?;
    activities(workspace, id)?;
    let pilots: Vec<_> = workspace.plan(id)?.kept.pilots.iter().map(|pilot| pilot.id).collect();
    for pilot in pilots {
        for (field, text) in PROMISES {
            workspace.answer_pilot(id, pilot, field, text)?;
        }
    }
    let objections: Vec<_> = workspace.plan(id)?.kept.objections.iter().map(|it| it.id).collect();
    for (objection, (who, person)) in objections.into_iter().zip(PEOPLE) {
        for (field, text) in [(ObjectionField::Who, who), (ObjectionField::Person, person)] {
            if !text.is_empty() {
                workspace.answer_objection(id, objection, field, text)?;
            }
        }
    }
    workspace.put_window(id, None, &launch(today))?;
    let act = GateAct {
        verdict: GateVerdict::Go,
        name: "Ines Vogt".to_owned(),
        role: "Head of Marketing".to_owned(),
        reason: "The pilots touch none of what is still open.".to_owned(),
    };
    workspace.decide_gate(id, Phase::Discovery, &act)?;
    Ok(())
}

fn activities(workspace: &mut Workspace, id: PlaybookId) -> Result<()> {
    let plan = workspace.plan(id)?;
    let ids: Vec<_> = plan.kept.activities.iter().map(|activity| activity.id).collect();
    let mut enter = |place: usize, field, text: &str| match ids.get(place) {
        Some(activity) => workspace.enter_activity(id, *activity, field, text).map(drop),
        None => Ok(()),
    };
    for (place, owner) in OWNERS {
        enter(place, ActivityField::Owner, owner)?;
    }
    for (place, later) in DONE {
        if let Some((_, end)) =
            plan.kept.activities.get(place).and_then(|it: &Activity| it.baseline)
        {
            let end = plan.kept.calendar.shifted(end, later).min(plan.today);
            enter(place, ActivityField::Done, &end.to_string())?;
        }
    }
    for place in STARTED {
        if let Some((start, _)) = plan.kept.activities.get(place).and_then(|it| it.baseline) {
            enter(place, ActivityField::Started, &start.min(plan.today).to_string())?;
        }
    }
    Ok(())
}

/// A launch, five weeks from a day on.
fn launch(today: Date) -> HighImpactWindow {
    HighImpactWindow {
        name: "Product launch (sample)".to_owned(),
        first: today.saturating_add(35.days()),
        last: today.saturating_add(46.days()),
        review_below: 90,
    }
}

#[cfg(test)]
mod tests {
    use domain::rollout::Progress;
    use jiff::Timestamp;

    use super::*;
    use crate::sample;

    /// A Wednesday, a Saturday, and the first day of a year.
    const DAYS: [&str; 3] =
        ["2026-11-25T10:00:00Z", "2026-11-28T10:00:00Z", "2027-01-01T10:00:00Z"];

    #[test]
    fn the_plan_of_the_sample_is_under_way_and_promises_something() {
        let clocks: [fn() -> Timestamp; 3] = [
            || DAYS[0].parse().expect("a time"),
            || DAYS[1].parse().expect("a time"),
            || DAYS[2].parse().expect("a time"),
        ];
        for clock in clocks {
            let mut workspace = Workspace::in_memory("", clock).expect("it is made");
            sample::fill(&mut workspace).expect("it is filled");
            let plans = workspace.plans().expect("they are read");
            let [plan] = plans.as_slice() else { panic!("{} plans", plans.len()) };
            let plan = workspace.plan(plan.id).expect("it has a schedule");
            assert_eq!(plan.kept.pilots.len(), 2);
            assert!(plan.kept.pilots.iter().all(|pilot| pilot.promises_missing() == 0));
            let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
            let progress: Vec<Progress> =
                placed.map(|(it, at)| it.progress(at.start, at.end, plan.today)).collect();
            let count = |of| progress.iter().filter(|it| **it == of).count();
            assert_eq!((count(Progress::Done), count(Progress::Running)), (5, 2), "{progress:?}");
        }
    }
}
