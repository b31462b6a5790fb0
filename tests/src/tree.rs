//! The source tree as text, for the rules that no compiler holds.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// What other programs write, and what is not ours.
const NOT_OURS: [&str; 8] =
    ["target", "node_modules", "dist", "paraglide", "gen", "out", ".git", "snapshots"];

/// One file of the tree.
pub struct Source {
    /// Its path from the root of the tree, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Returns the root of the tree.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ has a parent").to_owned()
}

/// Returns every file under `folder` with one of these endings, in order of path.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            collect(&path, endings, found);
        }
        if path.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).expect("sources are text");
            let path = path.strip_prefix(root()).expect("it lies under the root");
            found.push(Source { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
}

impl Source {
    /// Returns "path:line: text" for each line that `is_wrong`.
    pub fn lines_where(&self, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| is_wrong(line));
        lines.map(|(index, line)| format!("{}:{}: {}", self.path, index + 1, line.trim())).collect()
    }

    /// Returns what a TypeScript or Svelte file imports, as written between the quotes.
    pub fn imports(&self) -> Vec<&str> {
        let statements = self.text.split(['\n', ';']).filter(|statement| {
            let statement = statement.trim_start();
            statement.starts_with("import ")
                || statement.starts_with("export ")
                || statement.contains(" from ")
                || statement.contains("import(")
        });
        statements.filter_map(|statement| statement.split(['\'', '"']).nth(1)).collect()
    }

    /// Returns the imports that lead into the tree, as paths from its root.
    pub fn local_imports(&self) -> Vec<String> {
        let folder = Path::new(&self.path).parent().expect("a file lies in a folder");
        let relative = self.imports().into_iter().filter(|import| import.starts_with('.'));
        relative.map(|import| normal(&folder.join(import))).collect()
    }
}

fn normal(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.iter().map(|part| part.to_string_lossy().into_owned()) {
        match part.as_str() {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
