//! What a person sees: words, controls by their names, cells by their headings.

use super::Window;
use crate::until::answer;
use crate::until::until;
use fantoccini::elements::Element;
use serde_json::Value;
use serde_json::json;

const PAGE: &str = include_str!("page.js");
const TWO_FRAMES: &str = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

impl Window {
    /// Waits until the screen shows these words.
    pub async fn sees(&self, words: &str) {
        until(&format!("the screen shows {words:?}"), async || {
            self.text().await.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until the screen does not show these words.
    pub async fn sees_no(&self, words: &str) {
        until(&format!("the screen no longer shows {words:?}"), async || {
            (!self.text().await.contains(words)).then_some(())
        })
        .await;
    }

    /// Returns all the words on the screen.
    pub async fn text(&self) -> String {
        self.ask("text", &[]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the role (or tag) and the name of what has the keyboard.
    pub async fn focused(&self) -> String {
        self.ask("focused", &[]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the thing with this role or name has the keyboard.
    pub async fn has_keyboard(&self, name: &str) {
        until(&format!("{name:?} has the keyboard"), async || {
            self.focused().await.contains(name).then_some(())
        })
        .await;
    }

    /// Waits for the control with this name, exact or at the beginning.
    pub async fn control(&self, name: &str) -> Element {
        until(&format!("there is a control named {name:?}"), async || {
            self.element("control", &[json!(name)]).await
        })
        .await
    }

    /// Waits for a cell of the grid: the row counted from 1, the column by its heading.
    pub async fn cell(&self, row: usize, heading: &str) -> Element {
        until(&format!("the grid has {heading:?} in row {row}"), async || {
            self.element("cell", &[json!(row), json!(heading)]).await
        })
        .await
    }

    /// Returns what a cell of the grid shows; nothing when it is not on the screen.
    pub async fn cell_text(&self, row: usize, heading: &str) -> String {
        let shown = self.ask("cellText", &[json!(row), json!(heading)]).await;
        shown.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a cell of the grid shows this.
    pub async fn cell_shows(&self, row: usize, heading: &str, shown: &str) {
        until(&format!("{heading:?} in row {row} shows {shown:?}"), async || {
            (self.cell_text(row, heading).await == shown).then_some(())
        })
        .await;
    }

    /// Waits until a cell of the grid shows something else than this.
    pub async fn cell_no_longer_shows(&self, row: usize, heading: &str, shown: &str) {
        until(&format!("{heading:?} in row {row} no longer shows {shown:?}"), async || {
            (self.cell_text(row, heading).await != shown).then_some(())
        })
        .await;
    }

    /// Waits until the grid has this many rows below its header.
    pub async fn has_rows(&self, count: usize) {
        until(&format!("the grid has {count} rows"), async || {
            (self.ask("rowCount", &[]).await == json!(count)).then_some(())
        })
        .await;
    }

    /// Returns the headings of the grid, from left to right.
    pub async fn headings(&self) -> Vec<String> {
        self.lines("headings").await
    }

    /// Returns the headings between groups of rows, from the top, with their counts.
    pub async fn group_headings(&self) -> Vec<String> {
        self.lines("groupHeadings").await
    }

    /// Returns how wide a column of the grid is on the screen.
    pub async fn heading_width(&self, heading: &str) -> f64 {
        self.ask("headingWidth", &[json!(heading)]).await.as_f64().unwrap_or_default()
    }

    /// Waits for the heading of a column of the grid.
    pub async fn heading(&self, heading: &str) -> Element {
        until(&format!("the grid has a column {heading:?}"), async || {
            self.element("heading", &[json!(heading)]).await
        })
        .await
    }

    async fn lines(&self, verb: &str) -> Vec<String> {
        let found = self.ask(verb, &[]).await;
        let lines = found.as_array().map(Vec::as_slice).unwrap_or_default();
        lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until everything that was asked of the page so far is painted.
    pub async fn until_painted(&self) {
        let frames = self.client.execute_async(TWO_FRAMES, vec![]);
        answer("the page paints", frames).await.expect("the page runs scripts");
    }

    async fn ask(&self, verb: &str, arguments: &[Value]) -> Value {
        let mut all = vec![json!(verb)];
        all.extend_from_slice(arguments);
        let asked = answer(verb, self.client.execute(PAGE, all)).await;
        asked.unwrap_or_else(|error| panic!("the page cannot say {verb}: {error}"))
    }

    async fn element(&self, verb: &str, arguments: &[Value]) -> Option<Element> {
        let found = self.ask(verb, arguments).await;
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }
}
