//! The kinds of change, as the audit trail and the undo button name them.

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A cell was typed into.
    Edit,
    /// A refused text was thrown away.
    Discard,
    /// Cells were emptied.
    Clear,
    /// One value was put into many cells, or a row copied down.
    Fill,
    /// A block was pasted.
    Paste,
    /// Tasks were added.
    Add,
    /// Tasks were deleted.
    Delete,
    /// Tasks were duplicated.
    Duplicate,
    /// Tasks were moved.
    Move,
    /// Reference tasks were added.
    AddReference,
    /// A table was imported.
    Import,
    /// The lane of tasks was decided, or a decision withdrawn.
    Decide,
    /// A guardrail was made, changed, switched or restored.
    Guardrail,
    /// A custom column was made, changed or deleted.
    Column,
    /// A dimension was worded in another way.
    Reword,
    /// A text was replaced in many cells.
    Replace,
    /// Tasks that are the same work were made one.
    MergeDuplicates,
    /// A view was saved, renamed or deleted.
    View,
    /// A model card was made, answered or deleted.
    Card,
    /// A version of a model card was frozen, restored or marked.
    CardVersion,
    /// Something was done about a model card: asked for, approved, taken back.
    CardApproval,
    /// A plan was made, changed or deleted.
    Plan,
    /// Something was said at a gate.
    Gate,
    /// An automation was said to be switched.
    Automation,
    /// A task was made what it was once.
    Restore,
    /// A step was taken back.
    Undo,
    /// A step was made again.
    Redo,
}

impl Op {
    /// Every kind.
    pub const ALL: [Self; 27] = [
        Self::Edit,
        Self::Discard,
        Self::Clear,
        Self::Fill,
        Self::Paste,
        Self::Add,
        Self::Delete,
        Self::Duplicate,
        Self::Move,
        Self::AddReference,
        Self::Import,
        Self::Decide,
        Self::Guardrail,
        Self::Column,
        Self::Reword,
        Self::Replace,
        Self::MergeDuplicates,
        Self::View,
        Self::Card,
        Self::CardVersion,
        Self::CardApproval,
        Self::Plan,
        Self::Gate,
        Self::Automation,
        Self::Restore,
        Self::Undo,
        Self::Redo,
    ];

    /// Returns the stable name that the audit trail keeps.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Discard => "discard",
            Self::Clear => "clear",
            Self::Fill => "fill",
            Self::Paste => "paste",
            Self::Add => "add",
            Self::Delete => "delete",
            Self::Duplicate => "duplicate",
            Self::Move => "move",
            Self::AddReference => "add_reference",
            Self::Import => "import",
            Self::Decide => "decide",
            Self::Guardrail => "guardrail",
            Self::Column => "column",
            Self::Reword => "reword",
            Self::Replace => "replace",
            Self::MergeDuplicates => "merge_duplicates",
            Self::View => "view",
            Self::Card => "card",
            Self::CardVersion => "card_version",
            Self::CardApproval => "card_approval",
            Self::Plan => "plan",
            Self::Gate => "gate",
            Self::Automation => "automation",
            Self::Restore => "restore",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// Returns the kind with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|op| op.key() == key)
    }

    /// Returns what stands after "Undo" and "Redo".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Discard => "discarding an entry",
            Self::Clear => "clearing cells",
            Self::Fill => "filling cells",
            Self::Paste => "paste",
            Self::Add => "adding tasks",
            Self::Delete => "deleting tasks",
            Self::Duplicate => "duplicating tasks",
            Self::Move => "moving tasks",
            Self::AddReference => "adding reference tasks",
            Self::Import => "import",
            Self::Decide => "decision",
            Self::Guardrail => "guardrail",
            Self::Column => "custom column",
            Self::Reword => "rewording",
            Self::Replace => "replacing a text",
            Self::MergeDuplicates => "merging tasks",
            Self::View => "saved view",
            Self::Card => "model card",
            Self::CardVersion => "card version",
            Self::CardApproval => "approval",
            Self::Plan => "plan",
            Self::Gate => "gate",
            Self::Automation => "automation",
            Self::Restore => "restoring a task",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}
