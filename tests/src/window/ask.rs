//! What a journey asks of the app itself, where what it needs has no place on the screen yet.

use super::Window;
use crate::until::answer;
use serde_json::Value;
use serde_json::json;

const INVOKE: &str = "
    const [command, payload, done] = arguments;
    window.__TAURI_INTERNALS__.invoke(command, payload).then(
      (answer) => done({ answer }),
      (error) => done({ refused: error?.message ?? String(error) }),
    );";

impl Window {
    /// Gives the app a command as the page does, and returns its answer.
    pub async fn asks_app(&self, command: &str, payload: Value) -> Value {
        let asked = self.client.execute_async(INVOKE, vec![json!(command), payload]);
        let mut told = answer(command, asked).await.expect("the page runs scripts");
        assert!(told["refused"].is_null(), "{command} was refused: {}", told["refused"]);
        told["answer"].take()
    }
}
