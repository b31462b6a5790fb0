//! What the worksheet shows, and in which order.

use engine::view;
use engine::{SavedView as EngineView, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{ColumnKey, LaneKey};
use super::number;

/// What to show, and in which order.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ViewSpec {
    /// The most important column first.
    pub sort: Vec<SortKey>,
    /// A task passes all of them.
    pub filters: Vec<ColumnFilter>,
    /// A text that a task holds somewhere; empty for any task.
    pub text: String,
    /// The column whose values stand as headings.
    pub group: Option<ColumnKey>,
    /// The labels of the groups whose rows are folded away.
    pub collapsed: Vec<String>,
}

/// A column to sort by; blank cells come last either way.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SortKey {
    pub column: ColumnKey,
    pub descending: bool,
}

/// A test of one column.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnFilter {
    pub column: ColumnKey,
    pub test: FilterTest,
}

/// What a cell must be.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FilterTest {
    /// One of these values, or a list that holds one of them; an empty text is a blank cell.
    OneOf {
        values: Vec<String>,
    },
    Contains {
        text: String,
    },
    Between {
        least: Option<f64>,
        most: Option<f64>,
    },
    Blank,
    NotBlank,
}

/// What the worksheet shows now.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ViewState {
    pub shown: u32,
    pub all: u32,
    /// Whether tasks have changed so that asking again would show other rows.
    pub out_of_date: bool,
    pub groups: Vec<Group>,
}

/// A heading and the rows under it.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Empty for the tasks that lack what the view groups by.
    pub label: String,
    pub lane: Option<LaneKey>,
    /// The row below the heading.
    pub first: u32,
    pub count: u32,
    pub collapsed: bool,
}

/// A value of a column, and how many tasks have it.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnValue {
    /// Empty for blank cells.
    pub text: String,
    pub count: u32,
}

/// A view that somebody named.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    pub id: String,
    pub name: String,
    /// As the page wrote it down.
    pub spec: String,
}

impl From<ViewSpec> for view::ViewSpec {
    fn from(spec: ViewSpec) -> Self {
        let sort =
            |key: SortKey| view::SortKey { column: key.column.into(), descending: key.descending };
        let filter = |filter: ColumnFilter| view::ColumnFilter {
            column: filter.column.into(),
            test: match filter.test {
                FilterTest::OneOf { values } => view::FilterTest::OneOf(values),
                FilterTest::Contains { text } => view::FilterTest::Contains(text),
                FilterTest::Between { least, most } => view::FilterTest::Between(least, most),
                FilterTest::Blank => view::FilterTest::Blank,
                FilterTest::NotBlank => view::FilterTest::NotBlank,
            },
        };
        Self {
            sort: spec.sort.into_iter().map(sort).collect(),
            filters: spec.filters.into_iter().map(filter).collect(),
            text: spec.text,
            group: spec.group.map(Into::into),
            collapsed: spec.collapsed.into_iter().collect(),
        }
    }
}

impl ViewState {
    /// Looks at a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let sheet = workspace.sheet();
        Self {
            shown: number(sheet.len()),
            all: number(sheet.task_count()),
            out_of_date: sheet.view().is_out_of_date(),
            groups: sheet.view().groups().iter().map(Into::into).collect(),
        }
    }
}

impl From<&view::Group> for Group {
    fn from(group: &view::Group) -> Self {
        Self {
            label: group.label.clone(),
            lane: group.lane.map(Into::into),
            first: number(group.first),
            count: number(group.count),
            collapsed: group.is_collapsed,
        }
    }
}

impl From<EngineView> for SavedView {
    fn from(EngineView { id, name, spec }: EngineView) -> Self {
        Self { id, name, spec }
    }
}
