//! What a person does: keys and clicks, as the browser receives them from a keyboard and a mouse.

use super::Window;
use crate::until::answer;
use crate::until::until;
use fantoccini::actions::InputSource;
use fantoccini::actions::KeyAction;
use fantoccini::actions::KeyActions;
use fantoccini::actions::MOUSE_BUTTON_LEFT;
use fantoccini::actions::MOUSE_BUTTON_RIGHT;
use fantoccini::actions::MouseActions;
use fantoccini::actions::PointerAction;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use std::time::Duration;

impl Window {
    /// Clicks the control with this name.
    pub async fn click(&self, name: &str) {
        // The page may draw the control anew between finding and clicking it.
        until(&format!("{name:?} can be clicked"), async || {
            let control = self.control(name).await;
            answer(name, control.click()).await.ok()
        })
        .await;
    }

    /// Chooses an option of the list with this name.
    pub async fn chooses(&self, name: &str, option: &str) {
        until(&format!("{option:?} can be chosen in {name:?}"), async || {
            let list = self.control(name).await;
            answer(name, list.select_by_label(option)).await.ok()
        })
        .await;
    }

    /// Clicks a cell of the grid.
    pub async fn click_cell(&self, row: usize, heading: &str) {
        let cell = self.cell(row, heading).await;
        self.click_at(cell, MOUSE_BUTTON_LEFT).await;
    }

    /// Clicks a cell of the grid with the second button of the mouse.
    pub async fn click_cell_secondary(&self, row: usize, heading: &str) {
        let cell = self.cell(row, heading).await;
        self.click_at(cell, MOUSE_BUTTON_RIGHT).await;
    }

    /// Drags the heading of a column onto the left half of another one.
    pub async fn drag_heading(&self, heading: &str, onto: &str) {
        let moved = self.heading(heading).await;
        let target = self.heading(onto).await;
        let to = |element: &Element, x: f64| PointerAction::MoveToElement {
            element: element.clone(),
            duration: None,
            x,
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(to(&moved, 0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(&moved, -12.0))
            .then(to(&target, -8.0))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let done = answer("the mouse drags", self.client.perform_actions(mouse)).await;
        done.expect("both headings are on the screen");
    }

    /// Drags the mouse from the upper left corner of the thing with this name to the lower right one.
    pub async fn drags_over(&self, name: &str) {
        const TO_THE_EDGE: f64 = 0.48;
        let element = self.control(name).await;
        let (_, _, width, height) =
            answer(name, element.rectangle()).await.expect("the element has a size");
        let (x, y) = (width * TO_THE_EDGE, height * TO_THE_EDGE);
        let to =
            |x, y| PointerAction::MoveToElement { element: element.clone(), duration: None, x, y };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(to(-x, -y))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(0.0, 0.0))
            .then(to(x, y))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let done = answer("the mouse drags", self.client.perform_actions(mouse)).await;
        done.expect("the element is on the screen");
    }

    /// Clicks where the element is, whatever lies over it there: the sheet's editor lies over the active cell.
    async fn click_at(&self, element: Element, button: u64) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let done = answer("the mouse clicks", self.client.perform_actions(mouse)).await;
        done.expect("the element is on the screen");
    }

    /// Types text, key by key, into whatever has the keyboard.
    pub async fn types(&self, text: &str) {
        for letter in text.chars() {
            self.perform(vec![KeyAction::Down { value: letter }, KeyAction::Up { value: letter }])
                .await;
        }
    }

    /// Presses one chord: "Enter", "ctrl+z", "shift+ArrowDown".
    pub async fn presses(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        let mut actions: Vec<_> = keys.iter().map(|&value| KeyAction::Down { value }).collect();
        actions.extend(keys.iter().rev().map(|&value| KeyAction::Up { value }));
        self.perform(actions).await;
    }

    /// Presses one chord several times.
    pub async fn presses_times(&self, times: usize, chord: &str) {
        for _ in 0..times {
            self.presses(chord).await;
        }
    }

    /// Presses Tab until the thing with this role and name has the keyboard, at most 60 times.
    pub async fn tabs_to(&self, name: &str) {
        for _ in 0..60 {
            if self.focused().await.contains(name) {
                return;
            }
            self.presses("Tab").await;
        }
        panic!("{name:?} is not reached by the Tab key");
    }

    async fn perform(&self, actions: Vec<KeyAction>) {
        let pause = KeyAction::Pause { duration: Duration::ZERO };
        let keyboard = KeyActions::new("keyboard".to_owned()).then(pause);
        let keyboard = actions.into_iter().fold(keyboard, KeyActions::then);
        answer("the keyboard", self.client.perform_actions(keyboard))
            .await
            .expect("keys can be pressed");
    }
}

fn key(name: &str) -> char {
    match name {
        "ctrl" => Key::Control.into(),
        "shift" => Key::Shift.into(),
        "alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Tab" => Key::Tab.into(),
        "Escape" => Key::Escape.into(),
        "Delete" => Key::Delete.into(),
        "Backspace" => Key::Backspace.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "ArrowUp" => Key::Up.into(),
        "ArrowDown" => Key::Down.into(),
        "ArrowLeft" => Key::Left.into(),
        "ArrowRight" => Key::Right.into(),
        "F2" => Key::F2.into(),
        "F4" => Key::F4.into(),
        "F6" => Key::F6.into(),
        "F10" => Key::F10.into(),
        "Plus" => '+',
        _ => {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {name:?}"),
            }
        }
    }
}
