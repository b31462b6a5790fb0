//! Waiting for what will be true soon. The only place where time passes in a journey.

use std::time::Duration;
use std::time::Instant;

const DEADLINE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

/// Returns what `look` finds, asking again until it finds something.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    until_or_not(look).await.unwrap_or_else(|| panic!("waited {DEADLINE:?} in vain: {what}"))
}

/// Returns what `look` finds within 20 seconds, for callers that can say more about what they saw instead.
pub async fn until_or_not<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        let found = look().await;
        if found.is_some() || started.elapsed() > DEADLINE {
            return found;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Returns what `call` answers.
pub async fn answer<T>(what: &str, call: impl Future<Output = T>) -> T {
    let Ok(answer) = tokio::time::timeout(DEADLINE, call).await else {
        panic!("no answer in {DEADLINE:?}: {what}")
    };
    answer
}
