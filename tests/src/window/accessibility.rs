//! axe-core in the real window: the rules of WCAG 2.2 A and AA.

use super::Window;
use crate::until::answer;
use serde_json::Value;
use std::fs;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
const RUN: &str = "
    const done = arguments[0];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const line = (rule, node) => `${rule.impact} ${rule.id}: ${rule.help}\\n  ${node.target} ${node.html}`;
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
      (result) => done(result.violations
        .filter((rule) => ['serious', 'critical'].includes(rule.impact))
        .flatMap((rule) => rule.nodes.map((node) => line(rule, node)))),
      (error) => done([`axe stopped: ${error}`]),
    );";

impl Window {
    /// Returns what axe finds serious or critical on the screen as it is now, one line a finding.
    pub async fn barriers(&self) -> Vec<String> {
        self.until_painted().await;
        let axe = fs::read_to_string(AXE).expect("axe-core is installed in ui/");
        let load = format!("if (!window.axe) {{ {axe} }}");
        answer("axe loads", self.client.execute(&load, vec![])).await.expect("axe loads");
        let found = answer("axe answers", self.client.execute_async(RUN, vec![])).await;
        let found = found.expect("axe runs");
        let lines = found.as_array().map(Vec::as_slice).unwrap_or_default();
        lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
