//! The app's real window through `WebDriver`: open, look, press, kill, open again.

mod accessibility;
mod ask;
mod driver;
mod look;
mod press;
mod scroll;
mod typing;

use crate::machine::Machine;
use crate::tree::root;
use crate::until::answer;
use crate::until::until;
use driver::Driver;
use fantoccini::Client;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

pub use scroll::Scrolled;

/// The running app, on a machine of its own.
pub struct Window {
    machine: Machine,
    driver: Driver,
    client: Client,
}

impl Window {
    /// Starts the app for the first time in its life.
    pub async fn open() -> Self {
        Self::open_with(&[]).await
    }

    /// Starts the app for the first time in its life, with arguments.
    pub async fn open_with(arguments: &[&str]) -> Self {
        let machine = Machine::start();
        let driver = Driver::start(&machine).await;
        let client = driver.open_app(&app(), arguments).await;
        Self { machine, driver, client }
    }

    /// Returns the machine that the window is on.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Kills the app as a power cut would, and starts it again on the same machine.
    pub async fn kill_and_reopen(&mut self) {
        self.kill_and_reopen_with(&[]).await;
    }

    /// Closes the window by its own button, and starts the app again once it is gone.
    pub async fn close_and_reopen(&mut self) {
        self.machine.ask_to_close();
        until("the app has ended", async || self.driver.has_ended().then_some(())).await;
        self.kill_and_reopen().await;
    }

    /// As [`Self::kill_and_reopen`], with arguments.
    pub async fn kill_and_reopen_with(&mut self, arguments: &[&str]) {
        self.driver.kill_app();
        // The session died with the app, so the old driver is of no more use.
        self.driver = Driver::start(&self.machine).await;
        self.client = self.driver.open_app(&app(), arguments).await;
    }

    /// Answers the next file dialog with this path.
    pub fn will_pick(&self, path: &Path) {
        let answer = path.to_str().expect("journeys use plain paths");
        fs::write(self.machine.file(driver::PICK_FILE), answer).expect("the home is writable");
    }

    /// Runs a script in the page.
    async fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        let ran = answer("the page runs a script", self.client.execute(script, arguments)).await;
        ran.expect("the script is right")
    }

    /// Returns the app's process and all that it started.
    fn processes(&self) -> Vec<u32> {
        self.driver.descendants()
    }

    /// Writes what the screen shows to a PNG file.
    pub async fn photograph(&self, file: &Path) {
        self.until_painted().await;
        assert!(self.machine.photograph(file), "the screen cannot be read");
    }

    /// Closes the window as the session's end does.
    pub async fn close(self) {
        let closed = answer("the session ends", self.client.clone().close()).await;
        closed.expect("the app closes");
    }
}

impl Drop for Window {
    /// A journey that fails leaves a picture of where it stood.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let journey = std::thread::current().name().unwrap_or("journey").replace("::", ".");
            let folder = root().join("target/journeys");
            let _ = fs::create_dir_all(&folder);
            self.machine.photograph(&folder.join(journey + ".png"));
        }
    }
}

/// Returns the app that `make` built for the journeys.
pub fn app() -> PathBuf {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/debug/trilane");
    let path =
        std::env::var_os("TRILANE_APP").map_or_else(|| PathBuf::from(default), PathBuf::from);
    path.canonicalize().unwrap_or_else(|_| panic!("{} is not built: use make e2e", path.display()))
}
