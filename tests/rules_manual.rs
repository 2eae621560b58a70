//! `docs/rules.md` against the rules' records: it is what the program says today.
//!
//! `UPDATE_DOCS=1 cargo test --test rules_manual` writes what the program makes.

use std::env;
use std::fs;
use std::path::Path;

use trialwire::check::RULES;
use trialwire::report::rules::manual;

#[test]
fn the_manual_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let mut fresh = Vec::new();
    manual(RULES, &mut fresh).unwrap();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let stale = fs::read(&path).unwrap_or_default() != fresh;
    assert!(!stale, "docs/rules.md is stale: UPDATE_DOCS=1 cargo test --test rules_manual");
}
