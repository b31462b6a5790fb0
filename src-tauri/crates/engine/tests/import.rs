//! What an import would do, and what it does, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod tables;

use domain::{ColumnKind, Field};
use engine::import::RowState::{Changed, Conflict, New, Same, Unreadable};
use engine::import::{ColumnUse, Fate, Import, Outlook, RowChoice, RowState, Rule, Uses};
use engine::spreadsheet::{Sheet, layout};
use engine::{Error, Workspace};
use fastrand::Rng;
use tables::{PREDICTABILITY, book, look, table, texts, workspace};

/// The worksheet as a workbook of ours holds it, with what it says about its origin.
fn exported(workspace: &Workspace) -> Vec<Vec<String>> {
    let header = Field::ALL.iter().map(|field| field.name().to_owned());
    let mut rows = vec![header.chain([layout::Column::Id.header().to_owned()]).collect()];
    for task in workspace.sheet().tasks() {
        let text = |&field: &Field| {
            if task.rejected.contains_key(&field) { String::new() } else { task.text(field) }
        };
        rows.push(Field::ALL.iter().map(text).chain([task.id.to_string()]).collect());
    }
    rows
}

fn stamp(workspace: &Workspace) -> Sheet {
    let entry = workspace.check().unwrap().chain.entries.to_string();
    let pairs = [
        ("format", "1".to_owned()),
        ("workspace", workspace.uuid().to_owned()),
        ("entry", entry),
        ("head", workspace.audit_head().unwrap()),
    ];
    let rows: Vec<Vec<String>> =
        pairs.into_iter().map(|(key, value)| vec![key.to_owned(), value]).collect();
    Sheet::of_texts(layout::ORIGIN, &rows)
}

fn look_at_export(workspace: &Workspace, rows: &[Vec<String>], stamp: &Sheet) -> Import {
    let mut book = book(rows);
    book.sheets.push(stamp.clone());
    Import::new(book, workspace, &[]).unwrap()
}

fn place(field: Field) -> usize {
    Field::ALL.iter().position(|it| *it == field).unwrap()
}

fn states(import: &Import) -> Vec<RowState> {
    import.plan().unwrap().rows.iter().map(|row| row.state).collect()
}

fn fates(import: &Import, row: usize) -> Vec<(Field, Fate)> {
    let cells = &import.plan().unwrap().rows[row].cells;
    cells.iter().map(|cell| (cell.field, cell.fate)).collect()
}

fn set(workspace: &mut Workspace, rank: usize, field: Field, text: &str) {
    let id = workspace.sheet().tasks().nth(rank).unwrap().id;
    workspace.set_cell(id, field, text).unwrap();
}

#[test]
fn every_row_is_new_changed_same_conflicting_or_unreadable() {
    let mut workspace =
        workspace(&[("Triage", "", "4"), ("Scoring", "Ana", "3"), ("Copy", "Bo", "2")]);
    let text =
        "Task|Owner|Predictability\nTRIAGE |Ops|4\nscoring|Ana|\nCopy|Cy|2\nBriefs|Di|5\n|Ed|5";
    let mut import = look(&workspace, text);
    assert_eq!(states(&import), [Changed, Same, Conflict, New, Unreadable]);
    assert_eq!(
        fates(&import, 0),
        [(Field::Name, Fate::Kept), (Field::Owner, Fate::Taken)],
        "a name found without regard to case stays as it is, and a gap is filled"
    );
    assert_eq!(fates(&import, 1)[1..], [(PREDICTABILITY, Fate::Kept)], "a blank says nothing");
    assert_eq!(import.outlook(), Outlook { added: 1, changed: 1, waiting: 1 });
    assert!(import.notes().iter().any(|it| it == "1 row has no task name and is left out."));

    assert!(matches!(workspace.import(&import), Err(Error::ImportWaits(1))));
    assert_eq!(workspace.sheet().task_count(), 3, "nothing was written");
    import.choose_row(4, Some(RowChoice::TakeTheirs));
    let outcome = workspace.import(&import).unwrap();
    assert_eq!(outcome.sentence, "Imported 1 task, changed 2 tasks");
    assert_eq!(texts(&workspace, Field::Owner), ["Ops", "Ana", "Cy", "Di"]);
    workspace.undo().unwrap();
    assert_eq!(texts(&workspace, Field::Owner), ["", "Ana", "Bo"], "it was one step");
}

#[test]
fn a_rule_settles_all_conflicts_and_a_choice_by_hand_goes_before_it() {
    let mut workspace = workspace(&[("A", "Ana", "1"), ("B", "Bo", "2")]);
    let mut import = look(&workspace, "Task|Owner\nA|Cy\nB|Di");
    import.rule(Rule::TakeTheirs);
    import.choose_row(2, Some(RowChoice::KeepMine));
    assert_eq!(import.outlook(), Outlook { added: 0, changed: 1, waiting: 0 });
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::Owner), ["Ana", "Di"]);
    let import = look(&workspace, "Task|Owner\nA|Ana\nB|Di");
    assert_eq!(import.outlook(), Outlook::default(), "nothing to change");
}

#[test]
fn a_new_row_that_is_left_out_stays_out() {
    let mut workspace = workspace(&[]);
    let mut import = look(&workspace, "Task|Owner\nA|Cy\nB|Di");
    import.choose_row(2, Some(RowChoice::KeepMine));
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::Name), ["B"]);
}

#[test]
fn two_rows_about_one_task_conflict_and_say_so() {
    let mut workspace = workspace(&[("Triage", "Ops", "4")]);
    let import = look(&workspace, "Task|Owner\nTriage|Ops\ntriage |Ana\nNew|Bo\nNEW|Cy");
    assert_eq!(states(&import), [Same, Conflict, New, Conflict]);
    let why = |row: usize| import.plan().unwrap().rows[row].why.clone().unwrap_or_default();
    assert_eq!(why(1), "Row 2 is about this task too.");
    assert_eq!(why(3), "Row 4 has the same name. Taken, it is a task of its own.");
    let mut import = import;
    import.rule(Rule::TakeTheirs);
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::Name), ["Triage", "New", "NEW"]);
    assert_eq!(texts(&workspace, Field::Owner), ["Ana", "Bo", "Cy"]);
}

#[test]
fn names_that_differ_by_their_accents_alone_are_asked_about() {
    let workspace = workspace(&[("Résumé", "Ops", "4"), ("Cafe", "Ops", "4")]);
    let import = look(&workspace, "Task|Owner\nresume|Ana\nCafé|Ana\nMenü|Bo\nMENU|Cy\nMenus|Di");
    assert_eq!(states(&import), [Conflict, Conflict, New, Conflict, New]);
    let why = |row: usize| import.plan().unwrap().rows[row].why.clone().unwrap_or_default();
    let here = "A task here has the same name but for its accents. Taken, it is a task of its own.";
    assert_eq!([why(0), why(1)], [here, here]);
    assert!(why(3).starts_with("Row 4 has the same name but for its accents."), "{}", why(3));
}

#[test]
fn a_name_that_two_tasks_have_is_asked_about() {
    let workspace = workspace(&[("Copy", "Ana", "4"), ("Copy", "Bo", "4")]);
    let import = look(&workspace, "Task|Owner\ncopy|Cy");
    assert_eq!(states(&import), [Conflict]);
}

#[test]
fn an_untouched_export_changes_nothing_and_its_edits_are_told_from_ours() {
    let mut workspace =
        workspace(&[("A", "Ana", "1"), ("B", "Bo", "2"), ("C", "Cy", "3"), ("D", "Di", "4")]);
    set(&mut workspace, 3, PREDICTABILITY, "high");
    let (mut rows, stamp) = (exported(&workspace), stamp(&workspace));
    let import = look_at_export(&workspace, &rows, &stamp);
    assert_eq!(states(&import), [Same; 4]);
    assert_eq!(import.outlook(), Outlook::default());

    // Only here.
    set(&mut workspace, 0, Field::Owner, "Zoe");
    // Only in the file: one edited, one blanked.
    rows[2][place(Field::Owner)] = "Max".into();
    rows[2][place(PREDICTABILITY)] = String::new();
    // Both, differently, and in another cell alike.
    set(&mut workspace, 2, PREDICTABILITY, "5");
    rows[3][place(PREDICTABILITY)] = "1".into();
    set(&mut workspace, 2, Field::Owner, "Pia");
    rows[3][place(Field::Owner)] = "Pia".into();
    let import = look_at_export(&workspace, &rows, &stamp);
    assert_eq!(states(&import), [Same, Changed, Conflict, Same]);
    assert_eq!(fates(&import, 0), [(Field::Owner, Fate::Kept)]);
    assert_eq!(fates(&import, 1), [(Field::Owner, Fate::Taken), (PREDICTABILITY, Fate::Taken)]);
    assert_eq!(fates(&import, 2), [(PREDICTABILITY, Fate::Conflict)]);
    let mut import = import;
    import.choose_row(4, Some(RowChoice::KeepMine));
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::Owner), ["Zoe", "Max", "Pia", "Di"]);
    assert_eq!(texts(&workspace, PREDICTABILITY), ["1", "", "5", "high"]);
}

#[test]
fn a_task_that_was_deleted_here_stays_so_unless_the_file_edited_it() {
    let mut workspace = workspace(&[("A", "Ana", "1"), ("B", "Bo", "2")]);
    let (mut rows, stamp) = (exported(&workspace), stamp(&workspace));
    let before = rows[2][Field::ALL.len()].clone();
    workspace.delete_tasks(&(0..=1)).unwrap();
    rows[2][place(Field::Owner)] = "Max".into();
    let mut import = look_at_export(&workspace, &rows, &stamp);
    assert_eq!(states(&import), [Same, Conflict]);
    import.rule(Rule::TakeTheirs);
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::Owner), ["Max"]);
    assert_eq!(workspace.sheet().tasks().next().unwrap().id.to_string(), before);
}

#[test]
fn an_export_of_another_history_has_no_base_and_says_so() {
    let mut workspace = workspace(&[("A", "Ana", "1")]);
    let mut rows = exported(&workspace);
    let other = self::workspace(&[("X", "Ana", "1")]);
    let stamp = stamp(&other);
    rows[1][place(Field::Owner)] = "Max".into();
    let import = look_at_export(&workspace, &rows, &stamp);
    assert_eq!(states(&import), [Conflict]);
    assert!(import.notes().iter().any(|note| note.contains("another workspace")));
    set(&mut workspace, 0, Field::Owner, "Bo");
}

#[test]
fn exactly_the_edits_of_an_export_come_back() {
    for seed in 0..40 {
        let mut rng = Rng::with_seed(seed);
        let mut workspace = workspace(&[]);
        for number in 0..8 {
            workspace.add_task(&format!("Task {number}")).unwrap();
            for field in Field::ALL.into_iter().skip(1) {
                if rng.bool() {
                    set(&mut workspace, number, field, any_text(field, &mut rng));
                }
            }
        }
        let (mut rows, stamp) = (exported(&workspace), stamp(&workspace));
        let mut expected: Vec<_> = workspace.sheet().tasks().cloned().collect();
        for _ in 0..rng.usize(0..12) {
            let (rank, field) = (rng.usize(0..8), Field::ALL[rng.usize(1..Field::ALL.len())]);
            let text = if rng.u8(0..4) == 0 { "" } else { any_text(field, &mut rng) };
            rows[rank + 1][place(field)] = text.to_owned();
            expected[rank].enter(field, text).unwrap();
        }
        // Edits here, in rows that the file leaves alone, stay.
        let import = look_at_export(&workspace, &rows, &stamp);
        assert_eq!(import.plan().unwrap().count(Conflict), 0, "seed {seed}");
        if import.outlook().changed > 0 {
            workspace.import(&import).unwrap();
        }
        let found: Vec<_> = workspace.sheet().tasks().cloned().collect();
        assert_eq!(found, expected, "seed {seed}");
    }
}

fn any_text(field: Field, rng: &mut Rng) -> &'static str {
    let texts: &[&'static str] = match field {
        Field::Score(_) => &["1", "2", "3", "4", "5"],
        Field::MonthlyVolume => &["0", "12", "4000"],
        Field::MinutesPerItem => &["0.5", "12", "7.25"],
        Field::MultimodalContext => &["Yes", ""],
        _ => &["Ops", "Ana & Bo", "=1+1", "Éclair 👋", "a; b", "x"],
    };
    texts[rng.usize(0..texts.len())]
}

#[test]
fn an_unknown_column_is_kept_in_the_same_step_and_found_again_by_its_name() {
    let mut workspace = workspace(&[]);
    let text = "Task|Region|Ref\nA|EMEA|T-1\nB|emea|T-2\nC|Americas|T-3\nD|EMEA|T-4";
    let mut import = look(&workspace, text);
    let keep = |columns: &[(u32, ColumnUse)]| Uses {
        columns: columns.iter().copied().collect(),
        find_by: None,
    };
    let uses = keep(&[
        (0, ColumnUse::Field(Field::Name)),
        (1, ColumnUse::Keep(ColumnKind::Choice)),
        (2, ColumnUse::Keep(ColumnKind::Text)),
    ]);
    import.adjust(0, Some(0), Some(uses), &workspace);
    let outcome = workspace.import(&import).unwrap();
    assert_eq!(outcome.sentence, "Imported 4 tasks, added 2 columns");
    let columns = workspace.custom_columns().to_vec();
    assert_eq!(columns[0].choices, ["EMEA", "Americas"]);
    assert_eq!(texts(&workspace, columns[0].field()), ["EMEA", "EMEA", "Americas", "EMEA"]);

    let memory = import.remembered().unwrap();
    let again = Import::new(table(&text.replace("A|EMEA", "Alpha|EMEA")), &workspace, &[memory]);
    let again = again.unwrap();
    assert_eq!(again.uses().unwrap().find_by, Some(2), "a reference tells tasks apart");
    assert_eq!(fates(&again, 0), [(Field::Name, Fate::Conflict)]);

    workspace.undo().unwrap();
    assert_eq!(workspace.custom_columns(), [], "one step");
    assert_eq!(workspace.sheet().task_count(), 0);
}

#[test]
fn problems_are_listed_with_sheet_and_cell() {
    let workspace = workspace(&[("A", "Ana", "1")]);
    let mut import = look(&workspace, "Task|Owner|Predictability\nA|Bo|9\nB|Cy|5");
    let problems: Vec<_> = import.problems().collect();
    let places: Vec<_> = problems.iter().map(|it| (&*it[0], &*it[1], &*it[2])).collect();
    assert_eq!(places, [("Tasks", "C2", "9"), ("Tasks", "B2", "Bo"), ("Tasks", "C2", "9")]);
    assert_eq!(problems[1][3], "Here it is “Ana”.");
    import.mend(1, 2, "3", &workspace);
    assert!(import.drafts()[0].problems().next().is_none());
}

#[test]
fn tasks_that_the_file_no_longer_holds_stay_and_are_told() {
    let mut workspace = workspace(&[("A", "Ana", "1"), ("B", "Bo", "2"), ("C", "Cy", "3")]);
    let (mut rows, stamp) = (exported(&workspace), stamp(&workspace));
    rows.remove(2);
    workspace.add_task("Added since").unwrap();
    let import = look_at_export(&workspace, &rows, &stamp);
    let missing: Vec<_> = import
        .missing()
        .iter()
        .map(|id| workspace.sheet().task(*id).unwrap().name.clone())
        .collect();
    assert_eq!(missing, ["B"], "what was added since was never in the file");
    assert_eq!(import.outlook(), Outlook::default());
    assert!(look(&workspace, "Task|Owner\nA|Ana").missing().is_empty(), "a list of theirs");
}
