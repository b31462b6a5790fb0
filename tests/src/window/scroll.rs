//! Scrolling the sheet, and what it costs the process that draws it.

use super::Window;
use crate::until::until;
use serde_json::json;
use std::fs;
use std::time::Duration;

/// What Linux counts the time of a process in.
const TICK: Duration = Duration::from_millis(10);

/// Puts a copy of the sheet in its place: the rows that are in view, drawn once, again and again.
const STAND_STILL: &str = "
const scroller = document.querySelector('.sheet-scroller');
const copy = scroller.cloneNode(true);
const body = copy.querySelector('.sheet-body');
const rows = [...body.querySelectorAll('.sheet-row:not([hidden]):not(.new-row):not(.loading)')];
const height = scroller.querySelector('.sheet-row:not([hidden])').getBoundingClientRect().height;
body.replaceChildren();
for (let index = 0; index < arguments[0]; index += 1) {
  const row = rows[index % rows.length].cloneNode(true);
  row.style.top = `${index * height}px`;
  body.append(row);
}
body.style.height = `${arguments[0] * height}px`;
scroller.replaceWith(copy);
";

/// Scrolls by a few rows a frame, and leaves the milliseconds that it took.
const SCROLL: &str = "
const scroller = document.querySelector('.sheet-scroller');
const [frames, step] = arguments;
const start = performance.now();
let frame = 0;
window.scrolledIn = null;
scroller.scrollTop = 0;
requestAnimationFrame(function next() {
  scroller.scrollTop += step;
  frame += 1;
  if (frame < frames) requestAnimationFrame(next);
  else window.scrolledIn = performance.now() - start;
});
";

/// What a scroll through the sheet took, a frame.
#[derive(Debug, Clone, Copy)]
pub struct Scrolled {
    /// The time that the renderer's process was at work.
    pub work: Duration,
    /// The time that passed.
    pub passed: Duration,
}

impl Window {
    /// Puts a still copy of the sheet in its place, so many rows long.
    pub async fn stand_still(&self, rows: u32) {
        self.runs(STAND_STILL, vec![json!(rows)]).await;
    }

    /// Scrolls down by some pixels a frame.
    pub async fn scrolls(&self, frames: u32, step: u32) -> Scrolled {
        let before = self.renderer_time();
        self.runs(SCROLL, vec![json!(frames), json!(step)]).await;
        tokio::time::sleep(Duration::from_secs(u64::from(frames / 60))).await;
        let passed = until("the sheet is scrolled", async || {
            self.runs("return window.scrolledIn", Vec::new()).await.as_f64()
        });
        let passed = Duration::from_secs_f64(passed.await / 1_000.0) / frames;
        Scrolled { work: self.renderer_time().saturating_sub(before) / frames, passed }
    }

    /// Returns how long the processes that draw the page have been at work.
    fn renderer_time(&self) -> Duration {
        let stats = self
            .processes()
            .into_iter()
            .filter_map(|process| fs::read_to_string(format!("/proc/{process}/stat")).ok());
        let ticks = stats.filter_map(|stat| {
            // The name stands in brackets and may hold blanks; user and system time are the 14th and 15th.
            let (head, rest) = stat.rsplit_once(')')?;
            head.contains("(WebKitWebProc").then_some(())?;
            let mut times = rest.split_whitespace().skip(11).map(|it| it.parse::<u32>().ok());
            Some(times.next()?? + times.next()??)
        });
        TICK * ticks.sum::<u32>()
    }
}
