//! Guardrails as formulas, so that a score that is changed in Excel meets them too.
//!
//! Texts that a guardrail compares stand in cells of the legend: nothing a person typed is ever part of
//! a formula.

use domain::guardrail::{Condition, ListFact};
use domain::{Field, Guardrail, Lane, Task};

use super::legend;
use super::plan::{Plan, Template, score};
use crate::layout::Column;

/// The most guardrails that formulas follow: Excel nests no deeper than 64.
const MOST_LIVE: usize = 40;
/// The longest formula, with room to spare below Excel's 8,192.
const LONGEST: usize = 7_000;

/// The guardrails in force, the strictest first, and what formulas make of them.
#[derive(Debug)]
pub(super) struct Rules {
    pub list: Vec<Guardrail>,
    /// The lane that they leave, and the one that caps it in words; none where they are too many.
    pub formulas: Option<[Template; 2]>,
}

impl Rules {
    pub fn new(guardrails: &[Guardrail], plan: &Plan) -> Self {
        let is_in_force = |rule: &&Guardrail| rule.is_on && !rule.conditions.is_empty();
        let mut list: Vec<Guardrail> = guardrails.iter().filter(is_in_force).cloned().collect();
        list.sort_by_key(|rule| rule.cap.lane());
        let formulas = [guarded(&list, plan), words(&list, plan)];
        let fit = list.len() <= MOST_LIVE && formulas.iter().all(|it| it.len() <= LONGEST);
        Self { list, formulas: fit.then(|| formulas.map(Template::new)) }
    }

    /// Returns the formulas, unless a rule looks at a fact whose cell is blank here because its text was
    /// refused.
    pub fn formulas_for(&self, task: &Task) -> Option<&[Template; 2]> {
        let is_refused = |condition: &Condition| {
            let field = match condition {
                Condition::VolumeAtLeast(_) => Field::MonthlyVolume,
                Condition::MinutesAtLeast(_) => Field::MinutesPerItem,
                Condition::NeedsMultimodalContext => Field::MultimodalContext,
                _ => return false,
            };
            task.rejected.contains_key(&field)
        };
        let blind = !task.rejected.is_empty()
            && self.list.iter().flat_map(|rule| &rule.conditions).any(is_refused);
        self.formulas.as_ref().filter(|_| !blind)
    }
}

fn guarded(list: &[Guardrail], plan: &Plan) -> String {
    let lane = plan.here(Column::Lane);
    let of_cap = |cap: Lane| {
        let rules = list.iter().enumerate().filter(|(_, rule)| rule.cap.lane() == cap);
        rules.map(|(place, rule)| applies(place, rule, plan)).collect::<Vec<_>>().join(",")
    };
    let [automate, hybrid, human] = Lane::ALL.map(Lane::name);
    let mut formula = lane.clone();
    let milder = of_cap(Lane::Hybrid);
    if !milder.is_empty() {
        formula = format!("IF(AND({lane}=\"{automate}\",OR({milder})),\"{hybrid}\",{formula})");
    }
    let stricter = of_cap(Lane::HumanOnly);
    if !stricter.is_empty() {
        formula = format!("IF(OR({stricter}),\"{human}\",{formula})");
    }
    format!("=IF({lane}=\"\",\"\",{formula})")
}

fn words(list: &[Guardrail], plan: &Plan) -> String {
    let mut formula = "\"\"".to_owned();
    for (place, rule) in list.iter().enumerate().rev() {
        let sentence = legend::rule_cell(place);
        formula = if formula == "\"\"" {
            // Something caps, and nothing before this did.
            sentence
        } else {
            format!("IF({},{sentence},{formula})", applies(place, rule, plan))
        };
    }
    let (lane, guarded) = (plan.here(Column::Lane), plan.here(Column::Guarded));
    format!("=IF({guarded}={lane},\"\",{formula})")
}

/// Returns what is true in a row that a rule applies to.
fn applies(place: usize, rule: &Guardrail, plan: &Plan) -> String {
    let mut texts = 0;
    let mut conditions = rule.conditions.iter().map(|it| holds(place, it, &mut texts, plan));
    match rule.conditions.len() {
        1 => conditions.next().unwrap_or_default(),
        _ => format!("AND({})", conditions.collect::<Vec<_>>().join(",")),
    }
}

fn holds(place: usize, condition: &Condition, texts: &mut usize, plan: &Plan) -> String {
    let here = |field| plan.here(Column::Field(field));
    let mut text = || {
        *texts += 1;
        legend::text_cell(place, *texts - 1)
    };
    match condition {
        Condition::AnyScoreAtMost(most) => format!("MIN({})<={most}", plan.scores()),
        Condition::ScoreAtMost(on, most) => format!("{}<={most}", plan.here(score(*on))),
        Condition::ScoreAtLeast(on, least) => format!("{}>={least}", plan.here(score(*on))),
        Condition::VolumeAtLeast(least) => {
            let volume = here(Field::MonthlyVolume);
            format!("AND(ISNUMBER({volume}),{volume}>={least})")
        }
        Condition::MinutesAtLeast(least) => {
            let minutes = here(Field::MinutesPerItem);
            format!("AND(ISNUMBER({minutes}),{minutes}>={least})")
        }
        Condition::Names(fact, wanted) => {
            let cell = text();
            // No item of a list is like that, but their separators would be.
            if wanted.trim().is_empty() || wanted.contains([',', ';', '\n']) {
                return "FALSE".to_owned();
            }
            let list = here(match fact {
                ListFact::Channel => Field::Channels,
                ListFact::DownstreamSystem => Field::DownstreamSystems,
                ListFact::Tag => Field::Tags,
            });
            let items = format!("\",\"&SUBSTITUTE({list},\", \",\",\")&\",\"");
            format!("ISNUMBER(FIND(\",\"&LOWER({cell})&\",\",LOWER({items})))")
        }
        Condition::OwnerIs(_) => format!("LOWER({})=LOWER({})", here(Field::Owner), text()),
        Condition::NeedsMultimodalContext => format!("{}=\"Yes\"", here(Field::MultimodalContext)),
    }
}

/// Returns the texts that a rule compares, in the order of its conditions.
pub(super) fn texts(rule: &Guardrail) -> impl Iterator<Item = &str> {
    rule.conditions.iter().filter_map(|condition| match condition {
        Condition::Names(_, text) | Condition::OwnerIs(text) => Some(text.as_str()),
        _ => None,
    })
}
