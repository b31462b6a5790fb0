//! What a case took, and the table of it.

use std::process::Command;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use crate::cases::Group;

/// What a case took.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Measured {
    /// Its parts in seconds, in turn.
    pub parts: Vec<(String, f64)>,
    /// The time of the processor in seconds, the reader's too; what else the machine does counts little in it.
    #[serde(default)]
    pub cpu: f64,
    /// The memory of the process when it began, in kilobytes.
    #[serde(default)]
    pub before_kb: u64,
    /// The most memory of the process while it worked, in kilobytes.
    pub peak_kb: u64,
    /// The most memory of the process that read the file, where there is one.
    #[serde(default)]
    pub reader_kb: u64,
}

impl Measured {
    /// Begins: what was needed to make ready is forgotten.
    pub fn start() -> Self {
        // Sets the peak back to what is used now, where the system can.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        Self { before_kb: peak_kb(), cpu: -cpu(), ..Self::default() }
    }

    pub fn part(&mut self, name: &str, started: Instant) {
        self.parts.push((name.to_owned(), started.elapsed().as_secs_f64()));
    }

    /// Ends, with the memory and the time that the system tells.
    pub fn end(mut self) -> Self {
        self.cpu += cpu();
        self.peak_kb = peak_kb();
        self
    }

    pub fn print(&self) {
        println!("{}", serde_json::to_string(self).expect("it is plain"));
    }

    /// Runs a process that measures itself; nothing where it cannot be run.
    pub fn of(command: &mut Command) -> Option<Self> {
        let output = command.output().ok()?;
        let complaint = String::from_utf8_lossy(&output.stderr);
        let measured = serde_json::from_slice(&output.stdout).ok();
        if measured.is_none() && !complaint.is_empty() {
            eprintln!("{}", complaint.trim());
        }
        measured
    }

    fn seconds(&self) -> f64 {
        self.parts.iter().map(|(_, seconds)| seconds).sum()
    }
}

/// Returns the most memory of this process since its peak was set back, in kilobytes, where the system tells.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Returns the processor's time of this process and the children that ended, in seconds.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name before the bracket may hold anything; the four times are counted in hundredths.
    let after_name = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    after_name.skip(11).take(4).filter_map(|it| it.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Keeps the quicker of two rounds, and the lesser time of the processor.
pub fn keep_best(best: &mut Option<Measured>, other: Option<Measured>) {
    let Some(mut other) = other else { return };
    let cpu = best.as_ref().map_or(other.cpu, |best| best.cpu.min(other.cpu));
    if let Some(best) = best.take_if(|best| best.seconds() <= other.seconds()) {
        other = best;
    }
    *best = Some(Measured { cpu, ..other });
}

/// Prints what the cases of a group took, beside the second of them.
pub fn print(group: &Group, rows: usize, rounds: usize, best: &[Option<Measured>]) {
    println!("{}, {rows} rows, best of {rounds}", group.name);
    let floor = best.get(1).and_then(Option::as_ref);
    for (case, best) in group.cases.iter().zip(best) {
        let Some(best) = best else {
            println!("  {:<24} is not installed here", case.name);
            continue;
        };
        let ratio = |of: fn(&Measured) -> f64| floor.map_or(f64::NAN, |floor| of(best) / of(floor));
        print!("  {:<24} {:>9.1} ms", case.name, best.seconds() * 1e3);
        print!(" {:>7.2} x", ratio(Measured::seconds));
        // Below that its hundredths say nothing.
        if floor.is_some_and(|floor| floor.cpu >= 0.05) {
            print!(", cpu {:>6.2} s {:>5.2} x", best.cpu, ratio(|it| it.cpu));
        }
        print!(", {:>4} MB", best.peak_kb.div_ceil(1024));
        if best.before_kb > 0 {
            print!(", {} before", best.before_kb.div_ceil(1024));
        }
        if best.reader_kb > 0 {
            print!(", reader {} MB", best.reader_kb.div_ceil(1024));
        }
        if best.parts.len() > 1 {
            let parts = best.parts.iter().map(|(name, it)| format!("{name} {:.1}", it * 1e3));
            print!(" ({})", parts.collect::<Vec<_>>().join(", "));
        }
        println!();
    }
}
