//! The browser tests, where a browser is: the report and the local page in Chromium, driven from `tests/browser`.
//!
//! On a machine without Chromium, Node.js or `npm ci` in `tests/browser` they are not run, and it is said so.

#![cfg(all(feature = "cli", feature = "html", feature = "html-report", feature = "serve"))]

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names that Chromium goes by.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

#[test]
fn pages_work_in_a_browser() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("browser");
    let (browser, node) = match (BROWSERS.iter().find_map(|name| on_path(name)), on_path("node")) {
        (Some(browser), Some(node)) if folder.join("node_modules").is_dir() => (browser, node),
        (None, _) => return not_run("there is no Chromium"),
        (_, None) => return not_run("there is no Node.js"),
        _ => return not_run("`npm ci` was not run in tests/browser"),
    };
    let output = Command::new(node)
        .args(["--test", "report.test.mjs", "serve.test.mjs"])
        .current_dir(&folder)
        .env("TRIALWIRE", env!("CARGO_BIN_EXE_trialwire"))
        .env("CHROMIUM", browser)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Said past the harness, which hides what a passing test prints.
fn not_run(reason: &str) {
    let _ = writeln!(std::io::stderr(), "browser tests NOT RUN: {reason}");
}

fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}
