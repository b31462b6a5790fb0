//! What a window stands on: a display, a session bus, a home folder. Each journey has its own.

use crate::frame_buffer::FrameBuffer;
use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use tempfile::TempDir;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::ClientMessageEvent;
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::protocol::xproto::EventMask;
use x11rb::protocol::xproto::MapState;

/// The size of the virtual screen, and so of the window and its screenshots.
pub const SCREEN: (u32, u32) = (1280, 800);

/// A display, a session bus and a home folder that vanish together.
pub struct Machine {
    home: TempDir,
    display: String,
    bus: String,
    servers: Vec<Child>,
}

impl Machine {
    /// Starts the servers and makes an empty home.
    pub fn start() -> Self {
        let home =
            TempDir::with_prefix("trilane-journey-").expect("a temporary folder can be made");
        fs::create_dir(home.path().join("run")).expect("the home is writable");
        let (width, height) = SCREEN;
        let mut xvfb = for_this_thread("Xvfb");
        xvfb.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"]);
        xvfb.arg(format!("{width}x{height}x24")).arg("-fbdir").arg(home.path());
        let (xvfb, number) = start_and_read_line(xvfb);
        let mut bus = for_this_thread("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]);
        let (bus, address) = start_and_read_line(bus);
        Self { home, display: format!(":{number}"), bus: address, servers: vec![xvfb, bus] }
    }

    /// Returns the home folder: what the app may write lies under it.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Returns the place of a file in the home folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home().join(name)
    }

    /// Returns a command that sees this machine and nothing of the real one, and ends with this thread.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = for_this_thread(program);
        command
            .env("HOME", self.home())
            .env("XDG_CONFIG_HOME", self.file("config"))
            .env("XDG_DATA_HOME", self.file("data"))
            .env("XDG_CACHE_HOME", self.file("cache"))
            .env("XDG_RUNTIME_DIR", self.file("run"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC")
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Puts text on the clipboard, as another program would.
    pub fn copy_to_clipboard(&self, text: &str) {
        let mut xclip = self.command("xclip");
        xclip.args(["-selection", "clipboard", "-in"]).stdin(Stdio::piped());
        // The child that serves the text complains when its display goes away.
        xclip.stderr(Stdio::null());
        let mut child = xclip.spawn().expect("xclip is installed");
        let mut input = child.stdin.take().expect("its input is piped");
        input.write_all(text.as_bytes()).expect("xclip reads");
        drop(input);
        // xclip leaves a child behind that serves the text, so this returns at once.
        assert!(child.wait().expect("xclip ends").success());
    }

    /// Returns the text on the clipboard, as another program would read it.
    pub fn paste_from_clipboard(&self) -> String {
        let mut xclip = self.command("xclip");
        xclip.args(["-selection", "clipboard", "-out"]);
        let output = xclip.output().expect("xclip is installed");
        String::from_utf8(output.stdout).expect("the clipboard holds text")
    }

    /// Presses a key chord as the keyboard would, in xdotool's names ("ctrl+v").
    pub fn press(&self, chord: &str) {
        let status = self.command("xdotool").args(["key", chord]).status();
        assert!(status.expect("xdotool is installed").success());
    }

    /// Asks the window to close, as its own button does.
    pub fn ask_to_close(&self) {
        let (x, screen) = x11rb::connect(Some(&self.display)).expect("the display is up");
        let root = x.setup().roots[screen].root;
        let [protocols, delete] = ["WM_PROTOCOLS", "WM_DELETE_WINDOW"].map(|name| {
            let atom = x.intern_atom(false, name.as_bytes()).expect("the display answers");
            atom.reply().expect("an atom has a name").atom
        });
        let windows = x.query_tree(root).expect("the display answers");
        for window in windows.reply().expect("the root is a window").children {
            let attributes = x.get_window_attributes(window).expect("the display answers");
            if attributes.reply().is_ok_and(|it| it.map_state == MapState::VIEWABLE) {
                let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
                x.send_event(false, window, EventMask::NO_EVENT, message)
                    .expect("the display answers");
            }
        }
        x.flush().expect("the display answers");
    }

    /// Opens what the screen shows.
    pub fn frame_buffer(&self) -> FrameBuffer {
        FrameBuffer::open(&self.file("Xvfb_screen0"))
    }

    /// Writes what the screen shows to a PNG file, and returns whether that worked.
    pub fn photograph(&self, file: &Path) -> bool {
        let mut import = self.command("timeout");
        import.args(["20", "import", "-window", "root"]).arg(file);
        import.status().is_ok_and(|status| status.success())
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        for server in &mut self.servers {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// Returns a command whose process the kernel ends when the thread that starts it is gone, whatever happens.
fn for_this_thread(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).arg(program);
    command.stdin(Stdio::null());
    command
}

fn start_and_read_line(mut command: Command) -> (Child, String) {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    let mut line = String::new();
    let mut output = BufReader::new(child.stdout.take().expect("its output is piped"));
    output.read_line(&mut line).expect("its output is text");
    assert!(!line.trim().is_empty(), "{command:?} says nothing");
    (child, line.trim().to_owned())
}
