//! Handing a plan over as a file: for calendars, for paper, for a page of a wiki.

use std::path::{Path, PathBuf};

use documents::Paper;
use documents::rollout::{
    self as document, Sheet, people_pdf, timeline_pdf, timeline_svg, to_calendar, to_markdown,
};
use domain::rollout::{Phase, PlaybookId, ReviewKind};

use jiff::tz::TimeZone;

use super::{GateStanding, Plan};
use crate::export::{Target, write_whole};
use crate::{Error, Result, Workspace};

/// The kinds of file that a plan can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFormat {
    /// Days of a calendar, RFC 5545.
    Calendar,
    /// The timeline, to print.
    TimelinePdf(Sheet),
    /// The timeline as a picture.
    TimelineSvg,
    /// Everything in it, in words.
    Markdown,
    /// The objections and their answers, to print.
    People(Paper),
}

impl PlanFormat {
    /// Returns the ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Calendar => "ics",
            Self::TimelinePdf(_) | Self::People(_) => "pdf",
            Self::TimelineSvg => "svg",
            Self::Markdown => "md",
        }
    }

    /// Returns the name that a file gets unless somebody chooses another.
    pub fn file_name(self, plan: &str) -> String {
        let what = match self {
            Self::Calendar | Self::Markdown => "",
            Self::TimelinePdf(_) | Self::TimelineSvg => " timeline",
            Self::People(_) => " objections and answers",
        };
        format!("{plan}{what}.{}", self.ending())
    }
}

impl Workspace {
    /// Writes a plan into one file, beside the target and renamed over it, and returns which file.
    pub fn export_plan(
        &self,
        id: PlaybookId,
        format: PlanFormat,
        target: &Path,
    ) -> Result<PathBuf> {
        let plan = self.plan(id)?;
        let (workspace, chain_head) = (self.name(), self.audit_head()?);
        let told =
            document::Plan { workspace: &workspace, chain_head: &chain_head, ..self.told(&plan)? };
        let refused = |error: documents::Error| Error::Document(format!("{error}."));
        let bytes = match format {
            PlanFormat::Calendar => to_calendar(&told).into_bytes(),
            PlanFormat::TimelinePdf(sheet) => timeline_pdf(&told, sheet).map_err(refused)?,
            PlanFormat::TimelineSvg => timeline_svg(&told).map_err(refused)?.into_bytes(),
            PlanFormat::Markdown => to_markdown(&told).into_bytes(),
            PlanFormat::People(paper) => people_pdf(&told, paper).map_err(refused)?,
        };
        write_whole(Target::at(target), format.ending(), &bytes)
    }

    fn told<'a>(&self, plan: &'a Plan) -> Result<document::Plan<'a>> {
        let tasks = self.pilot_tasks(&plan.kept)?;
        let facts = self.gate_facts_with(plan, &tasks)?;
        let gates = Phase::ALL.map(|phase| {
            let gate = plan.gate(phase, &facts);
            document::Gate {
                phase,
                standing: gate.standing.words(),
                is_passed: gate.standing == GateStanding::Go,
                checked: gate.checked,
                decided: gate.decided,
            }
        });
        let pilots = plan.kept.pilots.iter().zip(tasks).zip(facts.pilots);
        let pilots = pilots.map(|((kept, task), found)| document::Pilot {
            kept,
            task: task.name,
            lane: task.lane,
            automation: found.automation,
        });
        Ok(document::Plan {
            kept: &plan.kept,
            schedule: &plan.schedule,
            gates: gates.into(),
            reviews: ReviewKind::ALL.into_iter().flat_map(|kind| plan.reviews(kind)).collect(),
            pilots: pilots.collect(),
            workspace: "",
            made_at: (self.clock)(),
            made_on: plan.today,
            zone: TimeZone::system(),
            chain_head: "",
            made_by: env!("CARGO_PKG_VERSION"),
        })
    }
}

impl GateStanding {
    /// Returns where a gate stands, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Ready => "Ready to decide",
            Self::Go => "Passed",
            Self::Hold => "On hold",
            Self::Stop => "Stopped",
            Self::Stale => "Decided on facts that have changed",
        }
    }
}
