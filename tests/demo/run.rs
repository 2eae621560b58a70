//! Arguments in, one run of the program on the demo corpus out.

use std::path::Path;

use assert_cmd::Command;

/// The corpus, from the root of the repository.
pub const CORPUS: &str = "corpus/demo";

/// All that is in it.
pub const FILES: [&str; 6] = [
    "articles.jsonl",
    "moorland-post.txt",
    "northgate-herald.txt",
    "riverside-echo.txt",
    "stallbridge-messenger.txt",
    "wellbeing-weekly.html",
];

pub struct Run {
    pub code: i32,
    pub out: String,
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program in a folder, without a summary: whatever it tells is of something skipped.
pub fn trialwire(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    let output =
        command.current_dir(folder).args(arguments).arg("--quiet").env_remove("CLICOLOR_FORCE").output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    Run { code: output.status.code().unwrap(), out: String::from_utf8(output.stdout).unwrap() }
}
