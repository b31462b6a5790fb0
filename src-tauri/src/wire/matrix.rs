//! Rows, cells and the words beside them.

use std::collections::HashMap;

use engine::cells;
use engine::domain::reference::{self, ReferenceTask as Reference};
use engine::domain::{Composite, CustomColumn, Dimension, Field, Lane, Rubric, Task};
use engine::{Entry, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{CellKey, ColumnKey, FieldKey, LaneKey};
use super::lane::{DecisionKey, Verdict};
use super::number;
use super::stability::Stability;
use super::status::RowSpan;

/// A block of cells.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellRange {
    pub rows: RowSpan,
    pub fields: Vec<ColumnKey>,
}

/// Where a block is pasted.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PasteTarget {
    pub range: CellRange,
    /// The visible columns from the range's first one on.
    pub fields_to_the_right: Vec<ColumnKey>,
}

/// Rows of the worksheet as they are shown.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowWindow {
    pub revision: u32,
    pub total: u32,
    pub first: u32,
    pub rows: Vec<Row>,
}

/// A task as a row shows it: a refused text where there is one.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub id: String,
    pub name: String,
    pub channels: String,
    pub owner: String,
    /// In the order of the worksheet.
    pub scores: Vec<String>,
    pub composite: Option<u8>,
    pub lane: Option<LaneKey>,
    /// What an unscored task lacks.
    pub missing: Option<String>,
    /// The scores that it lacks.
    pub missing_scores: Vec<FieldKey>,
    pub monthly_volume: String,
    pub minutes_per_item: String,
    pub tags: String,
    pub notes: String,
    pub is_reference: bool,
    pub rejected: Vec<Rejected>,
    /// Whether a guardrail caps what the sum recommends.
    pub is_capped: bool,
    pub decision: Option<DecisionKey>,
    /// What the cells of all other columns show, by their keys; blank ones are left out.
    pub others: HashMap<String, String>,
}

/// A refused text in a cell.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Rejected {
    pub field: CellKey,
    pub found: String,
    pub sentence: String,
    /// What stands there when the refused text is discarded.
    pub kept: String,
}

/// Everything about one task.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TaskDetail {
    pub id: String,
    /// The row that shows it; nothing where the view hides it.
    pub row: Option<u32>,
    pub fields: Vec<FieldText>,
    pub composite: Option<u8>,
    pub lane: Option<LaneKey>,
    pub verdict: Verdict,
    pub missing: Option<String>,
    pub is_reference: bool,
    /// Whether its scores are still those that are printed in the published matrix.
    pub scores_are_published: bool,
    pub hours_per_month: Option<f64>,
    /// How firmly the lane holds, where there is one.
    pub stability: Option<Stability>,
    pub rejected: Vec<Rejected>,
    /// The words that scores were given under, where those in use are others.
    pub older_words: Vec<FieldText>,
}

/// The text of a field.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldText {
    pub field: CellKey,
    pub text: String,
}

/// What the two ends of a scale stand for.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScaleEnds {
    pub one: String,
    pub five: String,
}

/// What a dimension asks and what its levels mean.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DimensionRubric {
    pub field: FieldKey,
    pub name: String,
    pub question: String,
    pub direction: String,
    /// On the dimensions that are easily read the wrong way round.
    pub ends: Option<ScaleEnds>,
    /// For scores 1 to 5.
    pub levels: Vec<String>,
    /// From the organisation's own work; may be empty.
    pub examples: String,
    /// Whether the organisation worded it itself.
    pub is_own: bool,
    /// The field of the rationale.
    pub why: FieldKey,
}

/// How the organisation would rather word a dimension.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Wording {
    /// The field of the score.
    pub field: FieldKey,
    pub question: String,
    pub direction: String,
    /// For scores 1 to 5.
    pub levels: Vec<String>,
    pub examples: String,
}

/// A reference task.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceTask {
    pub key: String,
    pub name: String,
    pub description: String,
    pub scores: Vec<u8>,
    pub lane: Option<LaneKey>,
    pub scores_are_published: bool,
    pub already_added: bool,
}

impl From<CellRange> for cells::CellRange {
    fn from(range: CellRange) -> Self {
        Self {
            rows: range.rows.rows(),
            columns: range.fields.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<PasteTarget> for cells::PasteTarget {
    fn from(target: PasteTarget) -> Self {
        Self {
            range: target.range.into(),
            columns_to_the_right: target.fields_to_the_right.into_iter().map(Into::into).collect(),
        }
    }
}

/// The columns that a row shows beside those it names.
const OTHERS: [(&str, cells::Column); 7] = [
    ("description", cells::Column::Field(Field::Description)),
    ("downstream_systems", cells::Column::Field(Field::DownstreamSystems)),
    ("needs_multimodal_context", cells::Column::Field(Field::MultimodalContext)),
    ("recommended", cells::Column::Recommended),
    ("decision", cells::Column::Decision),
    ("stability", cells::Column::Stability),
    ("hours", cells::Column::Hours),
];

impl RowWindow {
    /// Returns what some rows of a workspace show.
    pub fn of(workspace: &Workspace, first: u32, count: u32) -> Self {
        let sheet = workspace.sheet();
        let shown = sheet.window(first as usize, count as usize);
        Self {
            revision: workspace.revision(),
            total: number(sheet.len()),
            first,
            rows: shown.map(|entry| Row::of(&entry)).collect(),
        }
    }
}

impl Row {
    /// Describes what a row shows.
    pub fn of(entry: &Entry<'_>) -> Self {
        let Entry { task, standing, columns } = entry;
        let others = OTHERS
            .into_iter()
            .map(|(key, column)| (key.to_owned(), column.shown_text(entry)))
            .chain(columns.iter().map(|column| {
                (column.field().key().into_owned(), task.shown_text(column.field()))
            }));
        let text = |field| task.shown_text(field);
        Self {
            id: task.id.to_string(),
            name: text(Field::Name),
            channels: text(Field::Channels),
            owner: text(Field::Owner),
            scores: Dimension::ALL.map(|dimension| text(Field::Score(dimension))).to_vec(),
            composite: task.composite().map(Composite::get),
            lane: standing.lane.map(Into::into),
            missing: missing(task),
            missing_scores: task.counted_scores().missing().map(Into::into).collect(),
            monthly_volume: text(Field::MonthlyVolume),
            minutes_per_item: text(Field::MinutesPerItem),
            tags: text(Field::Tags),
            notes: text(Field::Notes),
            is_reference: task.reference.is_some(),
            rejected: rejected(entry),
            is_capped: standing.is_capped,
            decision: standing.decision.map(Into::into),
            others: others.filter(|(_, text)| !text.is_empty()).collect(),
        }
    }
}

impl TaskDetail {
    /// Describes a task of a workspace.
    pub fn of(workspace: &Workspace, entry: &Entry<'_>, older_words: Vec<FieldText>) -> Self {
        let Entry { task, columns, .. } = entry;
        let verdict = workspace.verdict(task);
        let custom = columns.iter().map(CustomColumn::field);
        Self {
            id: task.id.to_string(),
            row: workspace.sheet().row_of(task.id).map(number),
            fields: Field::ALL
                .into_iter()
                .chain(custom)
                .map(|field| FieldText { field: field.into(), text: task.shown_text(field) })
                .collect(),
            composite: task.composite().map(Composite::get),
            lane: verdict.lane.map(Into::into),
            verdict: (&verdict).into(),
            missing: missing(task),
            is_reference: task.reference.is_some(),
            scores_are_published: task.reference.as_deref().and_then(reference::find).is_some_and(
                |reference| reference.scores_are_published && reference.scores() == task.scores,
            ),
            hours_per_month: task.hours_per_month(),
            older_words,
            stability: Stability::of(workspace, task),
            rejected: rejected(entry),
        }
    }
}

impl From<&Rubric> for DimensionRubric {
    fn from(rubric: &Rubric) -> Self {
        Self {
            field: rubric.dimension.into(),
            name: rubric.dimension.name().to_owned(),
            question: rubric.question.clone(),
            direction: rubric.direction.clone(),
            ends: rubric
                .ends()
                .map(|[one, five]| ScaleEnds { one: one.to_owned(), five: five.to_owned() }),
            levels: rubric.levels.to_vec(),
            examples: rubric.examples.clone(),
            is_own: rubric.id.is_some(),
            why: FieldKey::why(rubric.dimension),
        }
    }
}

impl ReferenceTask {
    /// Describes a reference task that a workspace may hold already.
    pub fn of(reference: &Reference, already_added: bool) -> Self {
        let lane = reference.scores().composite().map(Lane::recommended);
        Self {
            key: reference.key.to_owned(),
            name: reference.name.to_owned(),
            description: reference.description.to_owned(),
            scores: reference.scores.to_vec(),
            lane: lane.map(Into::into),
            scores_are_published: reference.scores_are_published,
            already_added,
        }
    }
}

/// Returns what an unscored task lacks: "Needs Impact of Error and Context Depth".
pub fn missing(task: &Task) -> Option<String> {
    let names: Vec<&str> = task.counted_scores().missing().map(Dimension::name).collect();
    match names.as_slice() {
        [] => None,
        [_, _, _, _] => Some("Needs all four scores".to_owned()),
        [one] => Some(format!("Needs {one}")),
        [others @ .., last] => Some(format!("Needs {} and {last}", others.join(", "))),
    }
}

fn rejected(entry: &Entry<'_>) -> Vec<Rejected> {
    let rejected = entry.task.rejected.iter();
    rejected
        .map(|(&field, found)| Rejected {
            field: field.into(),
            found: found.clone(),
            sentence: entry.refusal(field).unwrap_or_default(),
            kept: entry.task.text(field),
        })
        .collect()
}

impl Wording {
    /// Returns the rubric that it asks for.
    pub fn read(self) -> Result<Rubric, engine::Error> {
        let Field::Score(dimension) = self.field.into() else {
            return Err(engine::Error::NotFound);
        };
        let levels = self.levels.try_into().map_err(|_| engine::Error::UnfinishedRubric)?;
        let Self { question, direction, examples, .. } = self;
        Ok(Rubric { id: None, dimension, question, direction, levels, examples })
    }
}
