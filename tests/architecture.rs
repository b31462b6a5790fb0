//! The arrows between the parts, and the rules of the tree that no compiler holds.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tests::tree::Source;
use tests::tree::root;
use tests::tree::sources;

/// Which of our crates a crate may name.
const ARROWS: [(&str, &[&str]); 8] = [
    ("trilane", &["engine", "domain"]),
    ("engine", &["storage", "spreadsheet", "documents", "evidence", "domain"]),
    ("storage", &["domain"]),
    ("spreadsheet", &["domain"]),
    ("documents", &["domain"]),
    ("evidence", &[]),
    ("domain", &[]),
    ("tests", &["engine", "storage", "spreadsheet", "documents", "evidence", "domain"]),
];

/// Which of our crates may name a foreign one. The journeys drive a browser, which takes tokio too.
const KEPT_APART: [(&str, &[&str]); 10] = [
    ("tauri", &["trilane"]),
    ("tokio", &["trilane", "tests"]),
    ("rusqlite", &["storage"]),
    ("calamine", &["spreadsheet"]),
    ("rust_xlsxwriter", &["spreadsheet"]),
    ("csv", &["spreadsheet"]),
    ("typst", &["documents"]),
    ("serde-saphyr", &["documents"]),
    ("pulldown-cmark", &["documents"]),
    ("jsonschema", &["documents"]),
];

const IO_AND_CLOCKS: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::time",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::",
    "::now(",
];

const TEXT_AS_HTML_OR_CODE: [&str; 9] = [
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "setHTMLUnsafe",
    "eval(",
    "new Function",
    "srcdoc",
];

const LONGEST_FILE: usize = 400;

/// In bytes. The first cells wait for the script of a start (docs/decisions/0012).
const LONGEST_START: u64 = 170_000;

#[test]
fn our_crates_depend_along_the_arrows() {
    let allowed = BTreeMap::from(ARROWS);
    check_none(dependencies().into_iter().filter_map(|(from, to)| {
        let is_ours = allowed.contains_key(to.as_str());
        let may = allowed.get(from.as_str()).is_some_and(|known| known.contains(&to.as_str()));
        (is_ours && !may).then(|| format!("{from} must not depend on {to}"))
    }));
}

#[test]
fn foreign_crates_stay_behind_the_crate_that_owns_them() {
    check_none(dependencies().into_iter().filter_map(|(from, to)| {
        let belongs = |name: &str| {
            to == name
                || (["tauri", "typst"].contains(&name) && to.starts_with(&format!("{name}-")))
        };
        let (name, owners) = KEPT_APART.into_iter().find(|(name, _)| belongs(name))?;
        (!owners.contains(&from.as_str()))
            .then(|| format!("{from} must not depend on {to}: only {owners:?} know {name}"))
    }));
}

#[test]
fn domain_and_evidence_do_no_io_and_read_no_clock() {
    let crates = ["domain", "evidence"].map(|name| format!("src-tauri/crates/{name}/src"));
    let files = crates.iter().flat_map(|folder| sources(folder, &[".rs"]));
    check_none(files.flat_map(|file| {
        file.lines_where(|line| {
            !is_comment(line) && IO_AND_CLOCKS.iter().any(|word| line.contains(word))
        })
    }));
}

#[test]
fn only_ipc_talks_to_the_app() {
    // A test may put a stand-in where the app would answer.
    let may = |path: &str| path.starts_with("ui/src/ipc/") || path.ends_with(".test.ts");
    check_none(ui().into_iter().filter(|file| !may(&file.path)).flat_map(|file| {
        let imports = file.imports();
        let foreign = imports.iter().filter(|import| import.starts_with("@tauri-apps"));
        foreign.map(|import| format!("{} imports {import}", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn a_feature_is_known_to_itself_and_to_views() {
    check_none(ui().into_iter().flat_map(|file| {
        let own = feature(&file.path);
        let composes = file.path.starts_with("ui/src/views/") || is_entry(&file.path);
        let others = file.local_imports().into_iter().filter(|import| {
            let other = feature(import);
            other.is_some() && other != own && !composes
        });
        others.map(|import| format!("{} imports {import}", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn shared_knows_no_domain() {
    let shared = ui().into_iter().filter(|file| file.path.starts_with("ui/src/shared/"));
    check_none(shared.flat_map(|file| {
        let above = ["ui/src/features/", "ui/src/views/", "ui/src/lanes/", "ui/src/state/"];
        let imports = file
            .local_imports()
            .into_iter()
            .filter(|import| above.iter().any(|folder| import.starts_with(folder)));
        imports.map(|import| format!("{} imports {import}", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn no_text_becomes_html_or_code() {
    check_none(ui().into_iter().flat_map(|file| {
        file.lines_where(|line| {
            !is_comment(line) && TEXT_AS_HTML_OR_CODE.iter().any(|word| line.contains(word))
        })
    }));
}

#[test]
fn no_score_or_lane_is_computed_in_the_page() {
    let code = ui().into_iter().filter(|file| !file.path.ends_with(".test.ts"));
    check_none(
        code.flat_map(|file| file.lines_where(|line| !is_comment(line) && computes_scores(line))),
    );
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let endings = [".rs", ".ts", ".svelte", ".css", ".sql", ".sh", ".py", ".js", "Makefile"];
    let files =
        sources("", &endings).into_iter().filter(|file| !file.path.ends_with("ipc/bindings.ts"));
    check_none(files.filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > LONGEST_FILE).then(|| format!("{} has {lines} lines", file.path))
    }));
}

#[test]
fn a_start_reads_one_short_script() {
    let built = root().join("ui/dist");
    let page = std::fs::read_to_string(built.join("index.html")).expect("the page is built");
    let asked: Vec<&str> = page.split(['"', '\'']).filter(|text| is_script(text)).collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    let script = std::fs::metadata(built.join(asked[0])).expect("the script is there");
    assert!(script.len() <= LONGEST_START, "{} has {} bytes", asked[0], script.len());
}

fn is_script(text: &str) -> bool {
    Path::new(text).extension().is_some_and(|ending| ending == "js")
}

fn ui() -> Vec<Source> {
    let files = sources("ui/src", &[".ts", ".svelte", ".js", ".html"]);
    files.into_iter().filter(|file| !file.path.ends_with("ipc/bindings.ts")).collect()
}

/// Returns (crate, what it names) for all that is built into the product or its tests' library.
fn dependencies() -> Vec<(String, String)> {
    let arguments = ["metadata", "--format-version=1", "--no-deps", "--offline", "--locked"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().expect("there are packages") {
        for dependency in package["dependencies"].as_array().expect("there are dependencies") {
            if dependency["kind"] != "dev" {
                found.push((text(&package["name"]), text(&dependency["name"])));
            }
        }
    }
    found
}

fn feature(path: &str) -> Option<String> {
    path.strip_prefix("ui/src/features/")?.split('/').next().map(str::to_owned)
}

fn is_entry(path: &str) -> bool {
    ["ui/src/App.svelte", "ui/src/main.ts"].contains(&path)
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    ["//", "/*", "* ", "<!--"].iter().any(|start| line.starts_with(start))
}

/// A heuristic: a composite or a dimension beside a sum, or beside a comparison with a number.
fn computes_scores(line: &str) -> bool {
    let names = ["composite", "predictability", "impactOfError", "dataSensitivity", "contextDepth"];
    let spaced = line.replace("=>", " ");
    let is_sum = spaced.contains(" + ") && !spaced.contains(['\'', '`', '"']);
    let compares = ["> ", "< ", ">= ", "<= "].iter().any(|operator| {
        let operator = format!(" {operator}");
        let mut right_sides = spaced.split(operator.as_str()).skip(1);
        right_sides.any(|right| right.starts_with(|first: char| first.is_ascii_digit()))
    });
    names.iter().any(|name| spaced.contains(name)) && (is_sum || compares)
}

fn check_none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}
