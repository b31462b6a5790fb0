//! Typing, as measured in the page itself.

use serde_json::json;
use std::time::Duration;

use super::Window;
use crate::until::until;

/// Types into the field that has the keyboard, a character a frame. What a character costs is the work until the
/// page has taken it in, and the work of the frame that draws it; the wait for that frame is none of ours.
const TYPE: &str = "
    const [text] = arguments;
    const field = document.activeElement;
    const spent = [];
    window.typedIn = null;
    const type = (place) => {
        if (place === text.length) {
            window.typedIn = spent;
            return;
        }
        const began = performance.now();
        field.value += text[place];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        queueMicrotask(() => {
            const taken = performance.now() - began;
            requestAnimationFrame(() => {
                const frame = performance.now();
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => {
                    spent.push(taken + performance.now() - frame);
                    type(place + 1);
                };
                port2.postMessage(null);
            });
        });
    };
    type(0);
";

impl Window {
    /// Types a text into the field that has the keyboard; returns what each character cost.
    pub async fn types_frame_by_frame(&self, text: &str) -> Vec<Duration> {
        self.runs(TYPE, vec![json!(text)]).await;
        let spent = until("the text is typed", async || {
            self.runs("return window.typedIn", Vec::new()).await.as_array().cloned()
        });
        let milliseconds = spent.await.into_iter().filter_map(|it| it.as_f64());
        milliseconds.map(|it| Duration::from_secs_f64(it / 1_000.0)).collect()
    }
}
