//! Waiting for what will be true soon. The only place where time passes in a journey.

use std::time::Duration;
use std::time::Instant;

const DEADLINE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

/// Returns what `look` finds, asking again until it finds something.
///
/// # Panics
/// When nothing was found in 20 seconds, with `what` as the reason.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < DEADLINE, "waited {DEADLINE:?} in vain: {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Returns what `call` answers.
///
/// # Panics
/// When there is no answer in 20 seconds; the driver may hang, a journey must not.
pub async fn answer<T>(what: &str, call: impl Future<Output = T>) -> T {
    let Ok(answer) = tokio::time::timeout(DEADLINE, call).await else {
        panic!("no answer in {DEADLINE:?}: {what}")
    };
    answer
}
