//! The words by which sections and lines of a foreign card are known, in small letters and without signs.

/// Which field a section answers, by its title in small letters.
pub const ANSWERS: &[(&str, &str)] = &[
    ("direct use", "intended_use"),
    ("intended use", "intended_use"),
    ("intended uses", "intended_use"),
    ("intended uses limitations", "intended_use"),
    ("primary intended uses", "intended_use"),
    ("use cases", "intended_use"),
    ("out of scope use", "out_of_scope"),
    ("out of scope uses", "out_of_scope"),
    ("out of scope use cases", "out_of_scope"),
    ("misuse and out of scope use", "out_of_scope"),
    ("out of scope", "out_of_scope"),
    ("intended users", "users"),
    ("primary intended users", "users"),
    ("bias risks and limitations", "limitations"),
    ("risks and limitations", "limitations"),
    ("limitations", "limitations"),
    ("known limitations", "limitations"),
    ("limitations and bias", "limitations"),
    ("limitations and biases", "limitations"),
    ("technical limitations", "limitations"),
    ("trade offs", "trade_offs"),
    ("tradeoffs", "trade_offs"),
    ("training data", "training_data"),
    ("training dataset", "training_data"),
    ("training datasets", "training_data"),
    ("license", "licence"),
    ("licence", "licence"),
    ("languages", "languages"),
    ("language", "languages"),
    ("base model", "base_model"),
];

/// Sections whose first paragraph says what the model is.
pub const SUMMARIES: &[&str] =
    &["model description", "description", "model summary", "summary", "overview"];

/// What a line such as “Developed by: …” answers.
pub const LINES: &[(&str, &str)] = &[
    ("developed by", "provider"),
    ("language s", "languages"),
    ("language s nlp", "languages"),
    ("languages", "languages"),
    ("language", "languages"),
    ("license", "licence"),
    ("licence", "licence"),
    ("finetuned from model", "base_model"),
    ("finetuned from", "base_model"),
    ("base model", "base_model"),
    ("model version", "model_version"),
];

/// How the remarks begin with which the Hub's template explains itself.
pub const TEMPLATE_REMARKS: &[&str] = &[
    "Provide a",
    "Address questions",
    "This section",
    "This is the model card",
    "This should link",
    "These are the",
    "The basic links",
    "Relevant interpretability",
    "Total emissions",
    "If there is a",
    "If relevant",
];

/// The headings of the Hub's template that say nothing by themselves.
pub const TEMPLATE_TITLES: &[&str] = &[
    "model details",
    "model description",
    "model sources",
    "uses",
    "direct use",
    "downstream use",
    "out of scope use",
    "bias risks and limitations",
    "recommendations",
    "how to get started with the model",
    "training details",
    "training data",
    "training procedure",
    "preprocessing",
    "training hyperparameters",
    "speeds sizes times",
    "evaluation",
    "testing data factors metrics",
    "testing data",
    "factors",
    "metrics",
    "results",
    "summary",
    "model examination",
    "environmental impact",
    "technical specifications",
    "model architecture and objective",
    "compute infrastructure",
    "hardware",
    "software",
    "citation",
    "glossary",
    "more information",
    "model card authors",
    "model card contact",
];
