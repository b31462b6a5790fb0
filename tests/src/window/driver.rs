//! `WebKitWebDriver`: one process a session, and the app that it starts.

use crate::machine::Machine;
use crate::until::answer;
use crate::until::until;
use fantoccini::Client;
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::fs;
use std::net::TcpListener;
use std::net::TcpStream;
use std::path::Path;
use std::process::Child;
use std::process::Command;

/// The file in the home folder that answers the app's next file dialog.
pub const PICK_FILE: &str = "pick";

pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    pub async fn start(machine: &Machine) -> Self {
        let port = free_port();
        let mut command = machine.command("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("TRILANE_PICK", machine.file(PICK_FILE));
        let process = command.spawn().expect("WebKitWebDriver is installed");
        until("WebKitWebDriver listens", async || TcpStream::connect(("127.0.0.1", port)).ok())
            .await;
        Self { process, port }
    }

    pub async fn open_app(&self, binary: &Path, arguments: &[&str]) -> Client {
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": binary, "args": arguments }
        });
        let capabilities = capabilities.as_object().expect("it is an object").clone();
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connect = builder.capabilities(capabilities).connect(&address);
        answer("the app opens", connect).await.expect("the app opens a window")
    }

    /// Returns the processes under the driver: the app, and what it started.
    pub fn descendants(&self) -> Vec<u32> {
        let mut found = children_of(self.process.id());
        let mut next = 0;
        while let Some(process) = found.get(next).copied() {
            found.extend(children_of(process));
            next += 1;
        }
        found
    }

    /// Returns whether the app has ended.
    pub fn has_ended(&self) -> bool {
        children_of(self.process.id()).is_empty()
    }

    /// Ends the app at once, without a word to it.
    pub fn kill_app(&self) {
        for process in children_of(self.process.id()) {
            let killed = Command::new("kill").args(["-KILL", &process.to_string()]).status();
            assert!(
                killed.expect("kill is installed").success(),
                "process {process} was not killed"
            );
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in children_of(self.process.id()) {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback is up");
    listener.local_addr().expect("it is bound").port()
}

/// Returns the processes that `parent` started: the app, under the driver.
fn children_of(parent: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| {
            list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()
        })
        .collect()
}
