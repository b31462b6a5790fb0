//! stub
fn main() {
    trilane_app::run();
}
