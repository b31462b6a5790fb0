//! What the sheet of tasks works out by itself, row by row.

use domain::{DecisionState, Dimension, Field, Lane};

use super::plan::{Plan, Template, score};
use crate::layout::{self, Column};

/// The formulas that need no guardrail.
#[derive(Debug)]
pub(super) struct Formulas {
    pub sum: Template,
    pub lane: Template,
    pub state: Template,
    pub effective: Template,
    pub hours: Template,
}

/// What a decision still counts for.
pub(super) const HOLDS: &str = "Holds";
pub(super) const STALE: &str = "Scores have changed";
pub(super) const EXPIRED: &str = "Expired";

impl Formulas {
    pub fn new(plan: &Plan) -> Self {
        let here = |column| plan.here(column);
        let [automate, hybrid, human] = Lane::ALL.map(Lane::name);
        let (scores, sum) = (plan.scores(), here(Column::Sum));
        let lane = format!(
            "=IF({sum}=\"\",\"\",IF({sum}>={},\"{automate}\",IF({sum}>={},\"{hybrid}\",\"{human}\")))",
            layout::AUTOMATE_FROM,
            layout::HYBRID_FROM
        );
        let (decided, until) = (here(Column::DecidedLane), here(Column::DecidedUntil));
        let now = Dimension::ALL.map(|it| here(score(it))).join("&\"-\"&");
        let state = format!(
            "=IF({decided}=\"\",\"\",IF(AND({until}<>\"\",{until}<{}),\"{EXPIRED}\",IF({}={now},\"{HOLDS}\",\"{STALE}\")))",
            layout::AS_OF,
            here(Column::DecidedOn)
        );
        let (guarded, state_here) = (here(Column::Guarded), here(Column::DecisionState));
        let either = |lane: &str| format!("OR({decided}=\"{lane}\",{guarded}=\"{lane}\")");
        let cautious = format!(
            "IF({},\"{human}\",IF({},\"{hybrid}\",\"{automate}\"))",
            either(human),
            either(hybrid)
        );
        let effective = format!(
            "=IF({guarded}=\"\",\"\",IF({state_here}=\"{HOLDS}\",{decided},IF({state_here}=\"{STALE}\",{cautious},{guarded})))"
        );
        let figures = [Field::MonthlyVolume, Field::MinutesPerItem].map(Column::Field).map(here);
        let [volume, minutes] = figures;
        Self {
            sum: Template::new(format!("=IF(COUNT({scores})=4,SUM({scores}),\"\")")),
            lane: Template::new(lane),
            state: Template::new(state),
            effective: Template::new(effective),
            hours: Template::new(format!(
                "=IF(OR({volume}=\"\",{minutes}=\"\"),\"\",{volume}*{minutes}/60)"
            )),
        }
    }
}

/// Returns what the sheet calls the state of a decision.
pub(super) const fn state(state: DecisionState) -> &'static str {
    match state {
        DecisionState::Holds => HOLDS,
        DecisionState::Stale => STALE,
        DecisionState::Expired => EXPIRED,
    }
}
