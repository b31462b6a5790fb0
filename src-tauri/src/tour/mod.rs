//! The tour: the product's work, shown without anybody at the keyboard.
//!
//! It opens the sample workspace in the real window, looks at its screens, and writes into a folder
//! everything that the product can hand over, so that a newcomer and other programs can look at it.

mod display;
mod look;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use engine::cards::CardFormat;
use engine::documents::Paper;
use engine::documents::rollout::Sheet;
use engine::export::{Export, Target};
use engine::history::HistoryFilter;
use engine::rollout::PlanFormat;
use engine::spreadsheet::{Part, Values};
use engine::{Workspace, sample};
use jiff::Timestamp;

use crate::state::Folders;
use crate::window;

/// What ends the tour early.
type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Gives the tour and writes what it shows into a folder.
pub fn give(folder: &Path) -> ExitCode {
    if let Some(code) = display::borrow() {
        return code;
    }
    match prepare(folder) {
        Ok(stage) => {
            window::play(&stage.folders, stage.sample, move |app| look::start(app, stage.shots))
        }
        Err(error) => {
            eprintln!("The tour could not be given: {error}.");
            ExitCode::FAILURE
        }
    }
}

struct Stage {
    folders: Folders,
    sample: PathBuf,
    shots: PathBuf,
}

/// Writes everything that needs no window.
fn prepare(folder: &Path) -> Result<Stage, Fault> {
    std::fs::create_dir_all(folder)?;
    let folder = folder.canonicalize()?;
    let own = folder.join(".settings");
    let sample_file = folder.join("Sample workspace.trilane");
    for old in [&sample_file, &own] {
        remove(old)?;
    }
    let mut workspace = Workspace::create(&sample_file, "Sample author", Timestamp::now)?;
    sample::fill(&mut workspace)?;
    println!("{}", sample_file.display());
    for (name, export) in [
        ("worksheet", Export::Workbook(Part::ALL.to_vec())),
        ("template", Export::Template),
        ("worksheet", Export::Values(Values::Commas { guarded: true })),
        ("worksheet", Export::Values(Values::Tabs { guarded: true })),
        ("worksheet", Export::Values(Values::Markdown)),
    ] {
        let target = folder.join(format!("Sample {name}.{}", export.ending()));
        let made = (env!("CARGO_PKG_VERSION"), None);
        let exported = workspace.export(
            &export,
            Target::at(&target),
            made,
            &|_| {},
            &AtomicBool::new(false),
        )?;
        println!("{}", exported.path.display());
    }
    for path in cards(&workspace, &folder)?.into_iter().chain(plans(&workspace, &folder)?) {
        println!("{}", path.display());
    }
    let history = workspace.export_history(
        &HistoryFilter::default(),
        &folder.join("Sample history.csv"),
        &|_| {},
        &AtomicBool::new(false),
    )?;
    println!("{}", history.path.display());
    let shots = folder.join("screenshots");
    std::fs::create_dir_all(&shots)?;
    let folders = Folders { config: own.join("config"), data: own.join("data") };
    Ok(Stage { folders, sample: sample_file, shots })
}

/// Hands over the first model card in every format, and all of them as pages.
fn cards(workspace: &Workspace, folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let ids: Vec<_> = workspace.cards()?.iter().map(|card| card.kept.id).collect();
    let mut written = Vec::new();
    for (name, format) in [
        ("model card", CardFormat::Pdf(Paper::A4)),
        ("model card (Letter)", CardFormat::Pdf(Paper::Letter)),
        ("model card README", CardFormat::HuggingFace),
        ("model card bom", CardFormat::CycloneDx),
        ("model card toolkit", CardFormat::ModelCardToolkit),
        ("model card", CardFormat::Json),
    ] {
        let target = folder.join(format!("Sample {name}.{}", format.ending()));
        written.push(workspace.export_cards(&ids[..1], format, &target)?);
    }
    let all = folder.join("Sample model cards.pdf");
    written.push(workspace.export_cards(&ids, CardFormat::Pdf(Paper::A4), &all)?);
    Ok(written)
}

/// Hands over the plan in every format.
fn plans(workspace: &Workspace, folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let plans = workspace.plans()?;
    let mut written = Vec::new();
    for plan in &plans {
        for (name, format) in [
            ("rollout", PlanFormat::Calendar),
            ("rollout timeline", PlanFormat::TimelinePdf(Sheet::A4)),
            ("rollout timeline (A3)", PlanFormat::TimelinePdf(Sheet::A3)),
            ("rollout timeline", PlanFormat::TimelineSvg),
            ("rollout", PlanFormat::Markdown),
            ("objections and answers", PlanFormat::People(Paper::A4)),
        ] {
            let target = folder.join(format!("Sample {name}.{}", format.ending()));
            written.push(workspace.export_plan(plan.id, format, &target)?);
        }
    }
    Ok(written)
}

fn remove(path: &Path) -> std::io::Result<()> {
    let removed =
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
