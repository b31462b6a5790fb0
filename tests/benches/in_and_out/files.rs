//! What the cases work on: the same rows as a workbook, as text and as a workspace.

use std::path::{Path, PathBuf};

use engine::Workspace;
use engine::domain::{Dimension, Field};
use engine::import::Import;
use engine::spreadsheet::read::read_here;
use engine::spreadsheet::{Limits, Part};
use jiff::Timestamp;

use crate::raw;

/// The columns of a task list as somebody else would keep it.
pub const COLUMNS: [Field; 12] = [
    Field::Name,
    Field::Description,
    Field::Channels,
    Field::Owner,
    Field::Score(Dimension::ALL[0]),
    Field::Score(Dimension::ALL[1]),
    Field::Score(Dimension::ALL[2]),
    Field::Score(Dimension::ALL[3]),
    Field::MonthlyVolume,
    Field::MinutesPerItem,
    Field::Tags,
    Field::Notes,
];

/// The files of one number of rows.
pub struct Files {
    pub folder: PathBuf,
    pub rows: usize,
}

impl Files {
    pub fn new(folder: &Path, rows: usize) -> Self {
        Self { folder: folder.to_owned(), rows }
    }

    pub fn workbook(&self) -> PathBuf {
        self.folder.join("tasks.xlsx")
    }

    pub fn text(&self) -> PathBuf {
        self.folder.join("tasks.csv")
    }

    pub fn workspace(&self) -> PathBuf {
        self.folder.join("tasks.trilane")
    }

    /// The workspace written out once, from which the floor learns the formulas.
    pub fn exported(&self) -> PathBuf {
        self.folder.join("exported.xlsx")
    }

    /// Returns a name that nothing has yet.
    pub fn fresh(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("made-{}.{ending}", std::process::id()))
    }

    /// Removes what a case made.
    pub fn clear(&self) {
        for entry in self.folder.read_dir().expect("it is a folder").flatten() {
            if entry.file_name().to_string_lossy().starts_with("made-") {
                std::fs::remove_file(entry.path()).expect("it goes");
            }
        }
    }

    /// Makes all of them.
    pub fn make(&self) {
        self.make_text();
        self.make_workbook();
        let mut workspace =
            Workspace::create(&self.workspace(), "Bench", Timestamp::now).expect("it is made");
        let book = read_here(&self.text(), &Limits::default()).expect("it is read");
        let import = Import::new(book, &workspace, &[]).expect("it is looked at");
        let outcome = workspace.import(&import).expect("it is taken over");
        assert_eq!(outcome.created.len(), self.rows, "every row is a task");
        crate::cases::export(&workspace, &Part::ALL, &self.exported());
        raw::learn(&self.exported(), self.rows, &self.folder);
    }

    fn make_text(&self) {
        let mut out = csv::Writer::from_path(self.text()).expect("it is made");
        out.write_record(COLUMNS.map(|it| it.name().to_owned())).expect("it is written");
        for number in 0..self.rows {
            out.write_record(row(number)).expect("it is written");
        }
        out.flush().expect("it is written");
    }

    fn make_workbook(&self) {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet_with_low_memory().expect("a sheet");
        for (place, field) in (0..).zip(COLUMNS) {
            sheet.write_string(0, place, field.name()).expect("a text");
        }
        for (line, number) in (1..).zip(0..self.rows) {
            for (place, text) in (0..).zip(row(number)) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(line, place, number).expect("a number"),
                    Err(_) => sheet.write_string(line, place, text).expect("a text"),
                };
            }
        }
        workbook.save(self.workbook()).expect("it is written");
    }
}

/// Returns the cells of a row, as they would be typed.
fn row(number: usize) -> [String; 12] {
    let score = |place: u32| (number / 5_usize.pow(place) % 5 + 1).to_string();
    [
        format!("Task number {number} of the plan"),
        format!("What is asked for in case {}, by whom and until when", number % 40),
        "Email, Chat".to_owned(),
        format!("Owner {}", number % 8),
        score(0),
        score(1),
        score(2),
        score(3),
        (number % 900).to_string(),
        "2.5".to_owned(),
        "inbound".to_owned(),
        format!("A note about task {number}"),
    ]
}
