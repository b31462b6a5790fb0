//! Cold start: from the start of the process until the first cells can be used, and until the screen shows all
//! that it will show, for the app with a worksheet in it and for a blank window, in turn, with the same renderer
//! setting.
//!
//! Usage: cold-start APP BLANK. The screen is read from the frame buffer of the virtual display, so nothing sits
//! inside the measured processes, and no further than to a difference, so that they keep both processors. It is
//! compared with that of a start that was left alone until it came to rest: the first cells are there once their
//! pixels are the same, and everything once 99 of 100 of all pixels are. That the first cells can be used is shown
//! by a key that is pressed the moment they are there.

use std::ops::Range;
use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;
use tests::frame_buffer::FrameBuffer;
use tests::frame_buffer::LINE;
use tests::frame_buffer::LINES;
use tests::frame_buffer::PIXEL;
use tests::machine::Machine;

const ROUNDS: usize = 21;
const BAR: f64 = 1.3;
const REST: Duration = Duration::from_secs(3);
const GIVE_UP: Duration = Duration::from_secs(30);
/// How long a key press may take to show.
const ANSWER: Duration = Duration::from_secs(1);

/// Where the names of the first tasks stand: columns and lines of the screen.
const FIRST_CELLS: (Range<usize>, Range<usize>) = (280..420, 160..420);

/// One program to start, and the machine on which it finds what it had when it was last closed.
struct Contender {
    name: &'static str,
    program: PathBuf,
    machine: Machine,
    screen: FrameBuffer,
    arguments: Vec<PathBuf>,
}

/// How long a start took.
struct Started {
    cells: Duration,
    all: Duration,
}

fn main() {
    let mut programs = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(app), Some(blank)) = (programs.next(), programs.next()) else {
        eprintln!("usage: cold-start APP BLANK");
        std::process::exit(2);
    };
    let contenders = [with_worksheet(app), Contender::new("blank window", blank)];
    let rested = contenders.each_ref().map(Contender::screen_at_rest);
    let [mut cells, mut app, mut blank] = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        let started = contenders[0].start_until_all(&rested[0]);
        cells.push(started.cells);
        app.push(started.all);
        blank.push(contenders[1].start_until_all(&rested[1]).all);
    }
    contenders[0].check_that_it_takes_a_key(&rested[0]);
    let cells = tell("Trilane, first cells", &mut cells);
    let app = tell("Trilane, all of it", &mut app);
    let blank = tell("blank window", &mut blank);
    println!("all of it: {:.2} times the blank window", app / blank);
    println!("cold start: {:.2} times the blank window (the bar is {BAR})", cells / blank);
}

/// Prints the times of one thing and returns their median in seconds.
fn tell(name: &str, times: &mut [Duration]) -> f64 {
    times.sort();
    let [least, middle, most] = [0, ROUNDS / 2, ROUNDS - 1].map(|index| times[index].as_millis());
    println!("{name:<24} median {middle} ms, {least} to {most}, n = {ROUNDS}");
    times[ROUNDS / 2].as_secs_f64()
}

/// Returns the app on a machine where a workspace with the reference tasks was open last.
fn with_worksheet(app: PathBuf) -> Contender {
    let mut contender = Contender::new("Trilane", app);
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
        let machine = Machine::start();
        Self { name, program, screen: machine.frame_buffer(), machine, arguments: Vec::new() }
    }

    fn start(&self) -> Child {
        let mut command = self.machine.command(&self.program);
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").args(&self.arguments);
        command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.program.display()))
    }

    fn screen_at_rest(&self) -> Vec<Vec<u8>> {
        let mut process = self.start();
        let mut last = self.screen.lines();
        let mut unchanged_since = Instant::now();
        let started = Instant::now();
        while unchanged_since.elapsed() < REST || started.elapsed() < 2 * REST {
            thread::sleep(Duration::from_millis(20));
            if !is_same(&self.screen, &last) {
                last = self.screen.lines();
                unchanged_since = Instant::now();
            }
        }
        self.end(&mut process);
        last
    }

    fn start_until_all(&self, rested: &[Vec<u8>]) -> Started {
        let started = Instant::now();
        let mut process = self.start();
        let cells = self.wait(started, |screen| has_same_cells(screen, rested));
        let all = self.wait(started, |screen| is_same(screen, rested));
        self.end(&mut process);
        Started { cells, all }
    }

    /// Presses a key the moment the first cells are there: the active one has to show it.
    fn check_that_it_takes_a_key(&self, rested: &[Vec<u8>]) {
        let started = Instant::now();
        let mut process = self.start();
        self.wait(started, |screen| has_same_cells(screen, rested));
        self.machine.press("x");
        let pressed = Instant::now();
        self.wait(started, |screen| !has_same_cells(screen, rested));
        assert!(pressed.elapsed() < ANSWER, "{} shows its cells before they are live", self.name);
        self.end(&mut process);
    }

    fn wait(&self, started: Instant, is_so: impl Fn(&FrameBuffer) -> bool) -> Duration {
        while !is_so(&self.screen) {
            assert!(
                started.elapsed() < GIVE_UP,
                "{} never showed what it showed before",
                self.name
            );
            thread::sleep(Duration::from_millis(2));
        }
        started.elapsed()
    }

    /// Ends the process and waits for the empty screen, so that the next start begins from it.
    fn end(&self, process: &mut Child) {
        process.kill().expect("it still runs");
        process.wait().expect("it ends");
        let started = Instant::now();
        while self.screen.lines().iter().flatten().any(|&byte| byte != 0) {
            assert!(started.elapsed() < GIVE_UP, "the window of {} stays", self.name);
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Looks no further than to the line that shows that they differ.
fn is_same(screen: &FrameBuffer, other: &[Vec<u8>]) -> bool {
    let mut different = 0;
    other.iter().enumerate().all(|(index, other)| {
        let line = screen.line(index);
        let pixels = line.chunks_exact(PIXEL).zip(other.chunks_exact(PIXEL));
        different += pixels.filter(|(one, other)| one != other).count();
        different * 100 < LINES * LINE / PIXEL
    })
}

/// Looks no further than to the line that shows that they differ.
fn has_same_cells(screen: &FrameBuffer, other: &[Vec<u8>]) -> bool {
    let (columns, mut lines) = FIRST_CELLS;
    let part = PIXEL * columns.start..PIXEL * columns.end;
    lines.all(|line| screen.line(line)[part.clone()] == other[line][part.clone()])
}
