//! The portfolio map: bubbles, bands, and the tasks behind them.

use engine::domain::{Composite, Lane};
use engine::portfolio::{self, BubbleKey, Point, SortKey};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use super::field::{CellKey, LaneKey};
use super::number;

/// What the map shows.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Portfolio {
    pub total: u32,
    /// Tasks with a composite and hours.
    pub placed: u32,
    /// Whether tasks that stand close together share a bubble.
    pub binned: bool,
    pub bubbles: Vec<Bubble>,
    /// From the lowest composite up.
    pub bands: Vec<Band>,
}

/// The composites that recommend a lane, both ends included.
#[derive(Debug, Clone, Copy, Serialize, Type)]
pub struct Band {
    pub lane: LaneKey,
    pub from: u8,
    pub to: u8,
}

/// A bubble of the map: a task, or several that stand close together.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Bubble {
    pub key: String,
    pub count: u32,
    /// The task, where it is one.
    pub task_id: Option<String>,
    pub name: String,
    pub composite: u8,
    pub lane: LaneKey,
    /// Hours a month; of several, the mean.
    #[specta(type = Number)]
    pub hours: f64,
    #[specta(type = Number)]
    pub least_hours: f64,
    #[specta(type = Number)]
    pub most_hours: f64,
    /// Items a month; of several, their sum.
    #[specta(type = Number)]
    pub volume: f64,
    /// Minutes an item; of several, the mean.
    #[specta(type = Number)]
    pub minutes: f64,
    /// How many are capped by a guardrail.
    pub capped: u32,
    /// How many are decided under scores that have changed since.
    pub stale: u32,
}

/// Which tasks of the map to list, and how.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioQuery {
    /// The keys of bubbles; all tasks of the map where there is none.
    pub bubbles: Option<Vec<String>>,
    pub sort: PortfolioSort,
    pub descending: bool,
    pub first: u32,
    pub count: u32,
}

/// What a list of tasks is ordered by.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PortfolioSort {
    Name,
    Composite,
    Lane,
    Hours,
    Volume,
}

/// Tasks of the map.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioTasks {
    pub total: u32,
    /// Hours a month of all of them.
    #[specta(type = Number)]
    pub hours: f64,
    pub rows: Vec<PortfolioTask>,
}

/// A task of the map.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioTask {
    pub id: String,
    pub name: String,
    pub composite: u8,
    pub lane: LaneKey,
    #[specta(type = Number)]
    pub hours: f64,
    pub volume: u32,
    #[specta(type = Number)]
    pub minutes: f64,
    pub capped: bool,
    pub stale: bool,
}

/// Tasks without a place on the map.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioLacking {
    pub total: u32,
    pub without_score: u32,
    /// Those that lack the volume or the minutes.
    pub without_figures: u32,
    pub rows: Vec<LackingTask>,
}

/// A task without a place on the map.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LackingTask {
    pub id: String,
    pub name: String,
    pub missing: Vec<CellKey>,
}

impl From<portfolio::Portfolio> for Portfolio {
    fn from(portfolio: portfolio::Portfolio) -> Self {
        Self {
            total: number(portfolio.total),
            placed: number(portfolio.placed),
            binned: portfolio.is_binned,
            bubbles: portfolio.bubbles.into_iter().map(Into::into).collect(),
            bands: bands(),
        }
    }
}

/// Returns where each lane begins and ends.
fn bands() -> Vec<Band> {
    let band = |lane: Lane, from, to| Band { lane: lane.into(), from, to };
    vec![
        band(Lane::HumanOnly, Composite::MIN, Lane::HYBRID_FROM - 1),
        band(Lane::Hybrid, Lane::HYBRID_FROM, Lane::AUTOMATE_FROM - 1),
        band(Lane::Automate, Lane::AUTOMATE_FROM, Composite::MAX),
    ]
}

impl From<portfolio::Bubble> for Bubble {
    fn from(bubble: portfolio::Bubble) -> Self {
        Self {
            key: bubble.key.to_string(),
            count: bubble.count,
            task_id: bubble.task.map(|id| id.to_string()),
            name: bubble.name,
            composite: bubble.composite,
            lane: bubble.lane.into(),
            hours: bubble.hours,
            least_hours: bubble.hours_between.0,
            most_hours: bubble.hours_between.1,
            volume: bubble.volume,
            minutes: bubble.minutes,
            capped: bubble.capped,
            stale: bubble.stale,
        }
    }
}

impl From<PortfolioQuery> for portfolio::Query {
    fn from(query: PortfolioQuery) -> Self {
        // A key of a bubble that has gone since names no task.
        let keys =
            |keys: Vec<String>| keys.iter().filter_map(|key| BubbleKey::parse(key)).collect();
        Self {
            bubbles: query.bubbles.map(keys),
            sort: match query.sort {
                PortfolioSort::Name => SortKey::Name,
                PortfolioSort::Composite => SortKey::Composite,
                PortfolioSort::Lane => SortKey::Lane,
                PortfolioSort::Hours => SortKey::Hours,
                PortfolioSort::Volume => SortKey::Volume,
            },
            descending: query.descending,
            first: query.first as usize,
            count: query.count as usize,
        }
    }
}

impl From<portfolio::Tasks<'_>> for PortfolioTasks {
    fn from(tasks: portfolio::Tasks<'_>) -> Self {
        Self {
            total: number(tasks.total),
            hours: tasks.hours,
            rows: tasks.tasks.iter().map(Into::into).collect(),
        }
    }
}

impl From<&Point<'_>> for PortfolioTask {
    fn from(point: &Point<'_>) -> Self {
        Self {
            id: point.task.id.to_string(),
            name: point.task.name.clone(),
            composite: point.composite.get(),
            lane: point.lane.into(),
            hours: point.hours,
            volume: point.volume,
            minutes: point.minutes,
            capped: point.is_capped,
            stale: point.is_stale,
        }
    }
}

impl From<portfolio::Lacking<'_>> for PortfolioLacking {
    fn from(lacking: portfolio::Lacking<'_>) -> Self {
        let describe = |lacking: &portfolio::LackingTask<'_>| LackingTask {
            id: lacking.task.id.to_string(),
            name: lacking.task.name.clone(),
            missing: lacking.missing.iter().copied().map(Into::into).collect(),
        };
        Self {
            total: number(lacking.total),
            without_score: number(lacking.without_score),
            without_figures: number(lacking.without_figures),
            rows: lacking.tasks.iter().map(describe).collect(),
        }
    }
}
