//! Model cards, on a real database in memory: answers, versions, approvals, and what becomes stale.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::card::{Approval, CardId, EventKind, Status};
use domain::{Dimension, Field, Lane, TaskId};
use engine::cards::{Act, CardFormat, CardSource, Said};
use engine::documents::Paper;
use engine::{Error, Workspace};
use jiff::Timestamp;
use jiff::civil::date;

/// Noon of 22 November 2026, UTC.
fn clock() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A workspace with one reference task, and a card made from it.
fn carded() -> (Workspace, TaskId, CardId) {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    workspace.add_reference_tasks(&["inbound_email_triage".to_owned()]).unwrap();
    let task = workspace.sheet().tasks().next().unwrap().id;
    let (_, card) = workspace.add_card(&CardSource::Task(task)).unwrap();
    (workspace, task, card)
}

fn act(kind: EventKind) -> Act {
    Act {
        kind,
        name: "Ines Vogt".into(),
        role: "Head of Marketing".into(),
        reason: "Looked at 100 cases".into(),
        conditions: String::new(),
        until: None,
    }
}

fn approve(workspace: &mut Workspace, card: CardId) {
    workspace.freeze_card(card, "1.0.0", "").unwrap();
    workspace.act_on_card(card, act(EventKind::Request)).unwrap();
    workspace.act_on_card(card, act(EventKind::Approve)).unwrap();
}

fn standing(workspace: &Workspace, card: CardId) -> (Status, Option<Approval>) {
    let card = workspace.card(card).unwrap();
    let standing = card.standing();
    (standing.status, standing.approval.map(|(_, state)| state))
}

fn missing(workspace: &Workspace, card: CardId) -> Vec<&'static str> {
    let needs = workspace.card(card).unwrap().needs();
    needs.iter().filter(|need| !need.is_met).map(|need| need.field.key).collect()
}

#[test]
fn a_card_made_from_a_task_knows_it_and_how_it_stands() {
    let (workspace, task, card) = carded();
    let card = workspace.card(card).unwrap();
    assert_eq!(card.title(), workspace.sheet().task(task).unwrap().name);
    assert_eq!(card.lanes(), [Lane::Automate]);
    let [told] = card.content.items("tasks") else { panic!("one task") };
    assert_eq!((told.text("sum"), told.text("lane")), ("17", "Automate"));
}

#[test]
fn an_answer_is_read_as_its_field_takes_it_and_undone_as_one_step() {
    let (mut workspace, _, card) = carded();
    assert!(missing(&workspace, card).contains(&"engine"));
    workspace.answer_card(card, "engine", "General model").unwrap();
    assert_eq!(workspace.card(card).unwrap().content.text("engine"), "general_model");
    assert!(!missing(&workspace, card).contains(&"engine"));
    let refused = workspace.answer_card(card, "next_audit", "soon").unwrap_err();
    assert_eq!(refused.to_string(), "Next bias audit is “soon”. Write the day as 2026-12-31.");
    assert!(matches!(workspace.answer_card(card, "tasks", "x"), Err(Error::NotFound)));
    workspace.undo().unwrap();
    assert_eq!(workspace.card(card).unwrap().content.text("engine"), "");
    workspace.redo().unwrap();
    assert_eq!(workspace.card(card).unwrap().content.text("engine"), "general_model");
}

#[test]
fn items_are_answered_pasted_and_removed() {
    let (mut workspace, _, card) = carded();
    let (_, item) =
        workspace.answer_card_item(card, "sources", None, "name", "Help centre").unwrap();
    let day = "2026-11-01";
    workspace.answer_card_item(card, "sources", Some(&item), "refreshed", day).unwrap();
    workspace.paste_card_items(card, "sources", "Prices\thttps://x.example\r\n\nTerms\n").unwrap();
    let names = |workspace: &Workspace| -> Vec<String> {
        let content = workspace.card(card).unwrap().content;
        content.items("sources").iter().map(|item| item.text("name").to_owned()).collect()
    };
    assert_eq!(names(&workspace), ["Help centre", "Prices", "Terms"]);
    workspace.remove_card_item(card, "sources", &item).unwrap();
    assert_eq!(names(&workspace), ["Prices", "Terms"]);
    workspace.undo().unwrap();
    assert_eq!(names(&workspace), ["Help centre", "Prices", "Terms"]);
}

#[test]
fn a_version_is_numbered_upwards_says_what_changed_and_stays_as_it_was() {
    let (mut workspace, _, card) = carded();
    workspace.answer_card(card, "summary", "Sorts enquiries.").unwrap();
    assert_eq!(workspace.next_version(card).unwrap().to_string(), "1.0.0");
    workspace.freeze_card(card, "1.0.0", "").unwrap();
    let same = workspace.freeze_card(card, "1.1.0", "Nothing").unwrap_err();
    assert_eq!(same.to_string(), "Nothing has changed since the last version.");
    workspace.answer_card(card, "model", "Model B").unwrap();
    assert_eq!(workspace.next_version(card).unwrap().to_string(), "2.0.0");
    assert!(workspace.freeze_card(card, "1.0.0", "Model B").is_err(), "not above the last");
    assert!(workspace.freeze_card(card, "2.0.0", " ").is_err(), "says nothing");
    workspace.freeze_card(card, "2.0.0", "Model B").unwrap();

    let kept = workspace.card(card).unwrap().kept;
    let [first, second] = [0, 1].map(|at| kept.versions[at].id);
    let changed = workspace.compare_card(card, Said::In(first), Said::In(second)).unwrap();
    let [only] = changed.as_slice() else { panic!("one difference") };
    assert_eq!((only.field.key, only.old.as_str(), only.new.as_str()), ("model", "", "Model B"));
    workspace.restore_card(card, first).unwrap();
    assert!(workspace.compare_card(card, Said::In(first), Said::Now).unwrap().is_empty());
    workspace.mark_last_known_good(card, Some(first)).unwrap();
    let good = workspace.card(card).unwrap().kept.last_known_good;
    assert_eq!(good, Some(first.to_string()));
}

#[test]
fn an_approval_becomes_stale_when_the_content_or_a_score_moves() {
    let (mut workspace, task, card) = carded();
    approve(&mut workspace, card);
    assert_eq!(standing(&workspace, card), (Status::Approved, Some(Approval::Holds)));
    workspace.set_cell(task, Field::Score(Dimension::ContextDepth), "5").unwrap();
    assert_eq!(standing(&workspace, card), (Status::Approved, Some(Approval::Stale)));
    workspace.undo().unwrap();
    assert_eq!(standing(&workspace, card), (Status::Approved, Some(Approval::Holds)));
    workspace.answer_card(card, "prompt", "Sort.").unwrap();
    assert_eq!(standing(&workspace, card), (Status::Approved, Some(Approval::Stale)));
}

#[test]
fn what_is_approved_is_a_version_in_somebodys_name() {
    let (mut workspace, _, card) = carded();
    let unfrozen = workspace.act_on_card(card, act(EventKind::Request)).unwrap_err();
    assert!(unfrozen.to_string().contains("Freeze a version first"), "{unfrozen}");
    workspace.freeze_card(card, "1.0.0", "").unwrap();
    assert!(workspace.act_on_card(card, act(EventKind::Approve)).is_err(), "nobody asked");
    workspace.act_on_card(card, act(EventKind::Request)).unwrap();
    let nobody = Act { name: " ".into(), ..act(EventKind::Approve) };
    assert!(workspace.act_on_card(card, nobody).is_err());
    let over = Act { until: Some(date(2026, 11, 21)), ..act(EventKind::Approve) };
    assert!(workspace.act_on_card(card, over).is_err());
    let free = act(EventKind::Restrict);
    assert!(workspace.act_on_card(card, free).is_err(), "no condition");
    let event = Act { until: Some(date(2026, 12, 31)), ..act(EventKind::Approve) };
    workspace.act_on_card(card, event).unwrap();
    assert_eq!(standing(&workspace, card), (Status::Approved, Some(Approval::Holds)));
    assert_eq!(workspace.card(card).unwrap().kept.events.last().unwrap().version, "1.0.0");
}

#[test]
fn a_deleted_task_is_told_by_the_name_that_it_had() {
    let (mut workspace, task, card) = carded();
    approve(&mut workspace, card);
    workspace.delete_tasks(&(0..=0)).unwrap();
    let now = workspace.card(card).unwrap();
    assert!(now.tasks[0].is_deleted && now.tasks[0].name.starts_with("Inbound email"));
    assert_eq!(standing(&workspace, card).1, Some(Approval::Stale));
    workspace.unlink_card(card, task).unwrap();
    assert!(workspace.card(card).unwrap().tasks.is_empty());
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(standing(&workspace, card).1, Some(Approval::Holds));
}

#[test]
fn a_deleted_card_comes_back_with_its_versions_and_events() {
    let (mut workspace, _, card) = carded();
    approve(&mut workspace, card);
    let before = workspace.card(card).unwrap();
    workspace.delete_card(card).unwrap();
    assert!(workspace.cards().unwrap().is_empty());
    workspace.undo().unwrap();
    assert_eq!(workspace.card(card).unwrap(), before);
    let version = before.kept.versions[0].id;
    assert_eq!(workspace.card_content(card, Said::In(version)).unwrap(), before.content);
}

#[test]
fn a_copy_and_a_preset_start_as_drafts() {
    let (mut workspace, _, card) = carded();
    approve(&mut workspace, card);
    let (_, copy) = workspace.add_card(&CardSource::Card(card)).unwrap();
    assert_eq!(standing(&workspace, copy), (Status::Draft, None));
    assert!(workspace.card(copy).unwrap().title().ends_with("(copy)"));
    let preset = CardSource::Preset("lead_scoring".to_owned());
    let (_, preset) = workspace.add_card(&preset).unwrap();
    assert!(missing(&workspace, preset).contains(&"owners"));
    assert_eq!(workspace.card(preset).unwrap().content.items("escalation").len(), 2);
}

#[test]
fn a_card_that_needs_pictures_marks_its_tasks_for_the_guardrail() {
    let (mut workspace, task, card) = carded();
    workspace.mark_multimodal(card).unwrap();
    let lane = workspace.verdict(workspace.sheet().task(task).unwrap()).lane;
    assert_eq!(lane, Some(Lane::Hybrid));
}

#[test]
fn the_history_tells_answers_and_approvals_in_words() {
    let (mut workspace, _, card) = carded();
    workspace.answer_card(card, "engine", "rules").unwrap();
    approve(&mut workspace, card);
    let filter = engine::history::HistoryFilter::default();
    let page = workspace.history(&filter, None, 50).unwrap();
    let rows: Vec<String> = page
        .entries
        .iter()
        .flat_map(|entry| &entry.rows)
        .flat_map(|row| row.cells.iter().map(|cell| format!("{}: {}", row.subject, cell.field)))
        .collect();
    for told in ["Model card: What runs it", "Model card approved: Name", "Model card: Serves"] {
        assert!(rows.iter().any(|row| row == told), "{told} is not among {rows:#?}");
    }
}

#[test]
fn a_card_leaves_in_every_format_and_our_own_come_back_as_they_were() {
    let (mut workspace, _, card) = carded();
    workspace.answer_card(card, "prompt", "Sort.\n---\n=1+1 <b>").unwrap();
    workspace.paste_card_items(card, "sources", "Prices\thttps://x.example\t2026-11-01").unwrap();
    let before = workspace.card(card).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (format, starts) in [
        (CardFormat::Pdf(Paper::A4), "%PDF-"),
        (CardFormat::CycloneDx, "{"),
        (CardFormat::ModelCardToolkit, "{"),
    ] {
        let target = folder.path().join("out");
        let path = workspace.export_cards(&[card], format, &target).unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(starts.as_bytes()), "{path:?}");
    }
    for format in [CardFormat::Json, CardFormat::HuggingFace] {
        let path = workspace.export_cards(&[card], format, &folder.path().join("own")).unwrap();
        let (_, taken) = workspace.take_card(&path).unwrap();
        let after = workspace.card(taken.id).unwrap();
        assert_eq!(after.kept.draft, before.kept.draft, "{format:?}: {:?}", taken.kept);
        assert!(after.tasks.is_empty(), "how tasks stood elsewhere is not taken over");
    }
}

#[test]
fn a_file_that_is_no_card_is_refused_in_a_sentence_and_nothing_is_made() {
    let (mut workspace, _, _) = carded();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("README.md");
    for bytes in [&b"\xff\xfe\x00"[..], b"---\ntitle: [a\n---\n", b"{", b""] {
        std::fs::write(&path, bytes).unwrap();
        let refused = workspace.take_card(&path).unwrap_err().to_string();
        assert!(refused.ends_with('.') && refused.len() > 15, "{refused}");
    }
    std::fs::write(&path, vec![b'a'; 5_000_001]).unwrap();
    let refused = workspace.take_card(&path).unwrap_err().to_string();
    assert!(refused.contains("5 MB"), "{refused}");
    assert_eq!(workspace.cards().unwrap().len(), 1);
}
