//! What a plan is made from.

use engine::domain::TaskId;
use engine::domain::rollout::{Template, read_day};
use engine::{Error, rollout};
use serde::Deserialize;
use specta::Type;

/// What a plan is made from.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanSetup {
    pub template: TemplateKey,
    /// Empty for the template's own name.
    pub name: String,
    pub start: String,
    /// Monday first.
    pub weekdays: [bool; 7],
    pub pilot_weeks: u16,
    pub expand_weeks: u16,
    pub owner: String,
    /// The tasks that are tried first; nothing for the best candidate.
    pub automate: Option<String>,
    pub hybrid: Option<String>,
}

/// A plan to start from.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TemplateKey {
    Playbook,
    Enquiries,
}

impl PlanSetup {
    /// Reads it, or says what is wrong with it.
    pub fn read(self) -> Result<rollout::PlanSetup, Error> {
        let task = |id: Option<String>| {
            id.map(|text| TaskId::parse(&text).ok_or(Error::NotFound)).transpose()
        };
        Ok(rollout::PlanSetup {
            template: match self.template {
                TemplateKey::Playbook => Template::Playbook,
                TemplateKey::Enquiries => Template::Enquiries,
            },
            name: self.name,
            start: read_day(&self.start).map_err(Error::Plan)?,
            weekdays: self.weekdays,
            pilot_weeks: self.pilot_weeks,
            expand_weeks: self.expand_weeks,
            owner: self.owner,
            automate: task(self.automate)?,
            hybrid: task(self.hybrid)?,
        })
    }
}
