//! Cold start: from the start of the process until the screen shows what it will show, for the app with a
//! worksheet in it and for a blank window, in turn, with the same renderer setting.
//!
//! Usage: cold-start APP BLANK. The screen is read from the frame buffer of the virtual display, so nothing sits
//! inside the measured processes. "Shows what it will show" means that 99 of 100 pixels are those of a start
//! that was left alone until it came to rest.

use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;
use tests::machine::Machine;

const ROUNDS: usize = 9;
const BAR: f64 = 1.3;
const REST: Duration = Duration::from_secs(3);
const GIVE_UP: Duration = Duration::from_secs(30);

/// One program to start, and the machine on which it finds what it had when it was last closed.
struct Contender {
    name: &'static str,
    program: PathBuf,
    machine: Machine,
    arguments: Vec<PathBuf>,
}

fn main() {
    let mut programs = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(app), Some(blank)) = (programs.next(), programs.next()) else {
        eprintln!("usage: cold-start APP BLANK");
        std::process::exit(2);
    };
    let contenders = [with_worksheet(app), Contender::new("blank window", blank)];
    let rested = contenders.each_ref().map(Contender::screen_at_rest);
    let mut times = [const { Vec::new() }; 2];
    for _ in 0..ROUNDS {
        for (index, contender) in contenders.iter().enumerate() {
            times[index].push(contender.start_until(&rested[index]));
        }
    }
    for (contender, times) in contenders.iter().zip(&mut times) {
        times.sort();
        let [least, middle, most] =
            [0, ROUNDS / 2, ROUNDS - 1].map(|index| times[index].as_millis());
        println!("{:<24} median {middle} ms, {least} to {most}, n = {ROUNDS}", contender.name);
    }
    let ratio = times[0][ROUNDS / 2].as_secs_f64() / times[1][ROUNDS / 2].as_secs_f64();
    println!("cold start: {ratio:.2} times the blank window (the bar is {BAR})");
}

/// Returns the app on a machine where a workspace with the reference tasks was open last.
fn with_worksheet(app: PathBuf) -> Contender {
    let mut contender = Contender::new("Trilane, first cells", app);
    let tour = contender.machine.file("tour");
    let mut command = contender.machine.command(&contender.program);
    let status = command.arg("--tour").arg(&tour).stdout(Stdio::null()).status();
    assert!(status.expect("the app starts").success(), "the tour fails");
    let files = std::fs::read_dir(&tour)
        .expect("the tour writes files")
        .flatten()
        .map(|entry| entry.path());
    let mut workspaces =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "trilane"));
    contender.arguments = vec![workspaces.next().expect("the tour leaves its workspace")];
    contender
}

impl Contender {
    fn new(name: &'static str, program: PathBuf) -> Self {
        Self { name, program, machine: Machine::start(), arguments: Vec::new() }
    }

    fn start(&self) -> Child {
        let mut command = self.machine.command(&self.program);
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").args(&self.arguments);
        command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.program.display()))
    }

    fn screen_at_rest(&self) -> Vec<u8> {
        let mut process = self.start();
        let mut last = self.machine.screen();
        let mut unchanged_since = Instant::now();
        let started = Instant::now();
        while unchanged_since.elapsed() < REST || started.elapsed() < 2 * REST {
            thread::sleep(Duration::from_millis(20));
            let now = self.machine.screen();
            if !is_same(&now, &last) {
                last = now;
                unchanged_since = Instant::now();
            }
        }
        self.end(&mut process);
        last
    }

    fn start_until(&self, rested: &[u8]) -> Duration {
        let started = Instant::now();
        let mut process = self.start();
        while !is_same(&self.machine.screen(), rested) {
            assert!(
                started.elapsed() < GIVE_UP,
                "{} never showed what it showed before",
                self.name
            );
            thread::sleep(Duration::from_millis(2));
        }
        let taken = started.elapsed();
        self.end(&mut process);
        taken
    }

    /// Ends the process and waits for the empty screen, so that the next start begins from it.
    fn end(&self, process: &mut Child) {
        process.kill().expect("it still runs");
        process.wait().expect("it ends");
        let started = Instant::now();
        while self.machine.screen().iter().any(|&byte| byte != 0) {
            assert!(started.elapsed() < GIVE_UP, "the window of {} stays", self.name);
            thread::sleep(Duration::from_millis(20));
        }
    }
}

fn is_same(one: &[u8], other: &[u8]) -> bool {
    let pixels = one.chunks_exact(4).zip(other.chunks_exact(4));
    let different = pixels.filter(|(one, other)| one != other).count();
    one.len() == other.len() && different * 100 < one.len() / 4
}
