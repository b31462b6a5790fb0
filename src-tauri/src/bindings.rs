//! The commands and events as the page's language knows them.
//!
//! The file is generated and committed; a test makes it again and compares.

use std::io::Write;
use std::path::Path;

use specta_typescript::Typescript;
use tauri::Wry;
use tauri::ipc::Invoke;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::commands::{
    activities, card_files, cards, cells, columns, duplicates, export, history, import, lanes,
    pilots, plan_files, portfolio, rollout, scoring, selected, settings, tasks, view, workspace,
};
use crate::wire::file::{
    FileDropped, JobProgress, MenuAction, WindowClosing, WorkspaceOpened, WorkspaceTrouble,
};
use crate::wire::matrix::PasteTarget;

/// The command whose body is raw bytes, which the generator does not know.
pub const RAW_COMMAND: &str = "paste_cells";

/// Where the generated file stands, from the folder of this crate.
pub const FILE: &str = "../ui/src/ipc/bindings.ts";

/// Returns every command and event but the raw one.
#[expect(clippy::too_many_lines, reason = "it is one list, a line a command")]
pub fn builder() -> Builder<Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Throw)
        // One type for both directions: what is optional is said with null.
        .disable_serde_phases()
        .commands(collect_commands![
            settings::start,
            settings::save_preferences,
            settings::forget_recent,
            workspace::new_workspace,
            workspace::open_workspace,
            workspace::open_recent,
            workspace::open_dropped,
            workspace::take_way_on,
            workspace::duplicate_workspace,
            workspace::save_copy,
            workspace::close_workspace,
            workspace::check_workspace,
            workspace::list_backups,
            workspace::restore_backup,
            card_files::export_cards,
            card_files::import_card,
            cards::card_form,
            cards::cards,
            cards::card,
            cards::card_page,
            cards::cards_of_task,
            cards::tasks_to_serve,
            cards::add_card,
            cards::delete_card,
            cards::answer_card,
            cards::answer_card_item,
            cards::paste_card_items,
            cards::remove_card_item,
            cards::link_card,
            cards::unlink_card,
            cards::mark_multimodal,
            cards::freeze_card,
            cards::compare_card,
            cards::restore_card,
            cards::mark_last_known_good,
            cards::act_on_card,
            plan_files::export_plan,
            rollout::plans,
            rollout::plan,
            rollout::make_plan,
            rollout::delete_plan,
            rollout::rename_plan,
            rollout::start_plan,
            rollout::set_plan_calendar,
            rollout::set_baseline,
            rollout::add_activity,
            rollout::enter_activity,
            rollout::shift_activity,
            rollout::preview_shift,
            rollout::link_activity,
            rollout::unlink_activity,
            rollout::delete_activities,
            rollout::reorder_activity,
            pilots::pilot_choices,
            pilots::choose_pilot,
            pilots::drop_pilot,
            pilots::answer_pilot,
            pilots::automations,
            pilots::switch_automation,
            pilots::mark_condition,
            pilots::unmark_condition,
            pilots::decide_gate,
            pilots::finish_review,
            pilots::put_window,
            pilots::delete_window,
            pilots::add_objection,
            pilots::answer_objection,
            pilots::delete_objection,
            activities::activities_file,
            activities::activities_text,
            activities::activities_sheet,
            activities::activities_header,
            activities::activities_use,
            activities::activities_accept,
            activities::activities_cancel,
            workspace::close_window,
            cells::rows,
            cells::task,
            cells::rubric,
            cells::reword,
            cells::restore_wording,
            cells::set_cell,
            cells::discard_rejected,
            cells::clear_cells,
            cells::find_text,
            cells::replace_text,
            cells::fill_cells,
            cells::fill_down,
            cells::copy_cells,
            cells::clipboard_text,
            selected::set_field,
            selected::add_to_list,
            selected::rows_to_decide,
            selected::decide_rows,
            selected::withdraw_decisions_of_rows,
            duplicates::find_duplicates,
            duplicates::compare_tasks,
            duplicates::merge_tasks,
            scoring::scoring_sets,
            scoring::tasks_to_score,
            scoring::scoring_result,
            tasks::insert_tasks,
            tasks::add_task,
            tasks::delete_tasks,
            tasks::duplicate_tasks,
            tasks::move_tasks,
            tasks::reference_tasks,
            tasks::add_reference_tasks,
            tasks::undo,
            tasks::redo,
            lanes::guardrails,
            lanes::save_guardrail,
            lanes::switch_guardrail,
            lanes::restore_guardrail,
            lanes::decide,
            lanes::withdraw_decisions,
            columns::custom_columns,
            columns::save_column,
            columns::delete_column,
            view::show_view,
            view::view,
            view::column_values,
            view::save_layout,
            view::saved_views,
            view::save_view,
            view::delete_view,
            import::import_file,
            import::import_dropped,
            import::import_text,
            import::import_reread,
            import::import_adjust,
            import::import_answer,
            import::import_mend,
            import::import_rule,
            import::import_choose,
            import::import_rows,
            import::import_problems,
            import::import_accept,
            import::import_cancel,
            import::cancel_job,
            export::export_worksheet,
            export::export_despite_mark,
            history::history_page,
            history::history_rows,
            history::history_choices,
            history::restore_task,
            history::export_history,
            portfolio::portfolio,
            portfolio::portfolio_tasks,
            portfolio::portfolio_lacking,
            portfolio::save_portfolio_picture,
        ])
        .events(collect_events![
            WorkspaceOpened,
            WorkspaceTrouble,
            FileDropped,
            MenuAction,
            WindowClosing,
            JobProgress
        ])
        .typ::<PasteTarget>()
}

/// Returns what answers the page.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    // The handler borrows its builder for as long as the app runs.
    let builder: &'static Builder<Wry> = Box::leak(Box::new(builder()));
    let typed = builder.invoke_handler();
    let raw: Box<dyn Fn(Invoke<Wry>) -> bool + Send + Sync> =
        Box::new(tauri::generate_handler![cells::paste_cells]);
    move |invoke| {
        if invoke.message.command() == RAW_COMMAND { raw(invoke) } else { typed(invoke) }
    }
}

/// Writes the generated file.
pub fn write(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let header = "// Generated by `make bindings`. Do not edit.\n";
    builder().export(Typescript::default().header(header), path)?;
    let mut file = std::fs::File::options().append(true).open(path)?;
    Ok(file.write_all(RAW_BINDING.as_bytes())?)
}

/// The raw command as the page calls it.
const RAW_BINDING: &str = r#"
/** Pastes UTF-8 text. It goes up as raw bytes, since a large paste as JSON takes twenty times as long. */
export const pasteCells = (text: Uint8Array, target: PasteTarget) =>
	__TAURI_INVOKE<Outcome>("paste_cells", text, { headers: { "x-target": JSON.stringify(target) } });
"#;
