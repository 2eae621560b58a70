//! Paths as given in, files in a fixed order out.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Reason, Skip};

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// Every file at or below the given paths, sorted by path component by component, whatever order they were given in.
///
/// Folders are listed as they are reached, so that memory does not grow with the corpus. Links are followed; a real
/// folder is read once, which ends loops. Names that begin with a dot are left alone unless they were given.
pub struct Files {
    /// Still to be visited, the next one last.
    ahead: Vec<Candidate>,
    folders: HashSet<PathBuf>,
}

struct Candidate {
    path: PathBuf,
    /// Named by the user, not found in a folder.
    given: bool,
}

impl Files {
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let mut paths: Vec<PathBuf> = paths.into_iter().collect();
        paths.sort();
        paths.dedup();
        let ahead = paths.into_iter().rev().map(|path| Candidate { path, given: true }).collect();
        Self { ahead, folders: HashSet::new() }
    }

    /// Queues the entries of a folder; an error or a second visit is a skip.
    fn open_folder(&mut self, path: &Path) -> Result<(), Reason> {
        let real = path.canonicalize().map_err(unreadable)?;
        if !self.folders.insert(real) {
            return Err(Reason::FolderAgain);
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                names.push(name);
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        self.ahead.extend(names.into_iter().map(|name| Candidate { path: path.join(name), given: false }));
        Ok(())
    }

    fn visit(&mut self, candidate: &Candidate) -> Result<bool, Reason> {
        let path = &candidate.path;
        if candidate.given && path == Path::new(STDIN) {
            return Ok(true);
        }
        let about = fs::metadata(path).map_err(unreadable)?;
        if about.is_dir() {
            return self.open_folder(path).map(|()| false);
        }
        if about.is_file() || candidate.given { Ok(true) } else { Err(Reason::Special) }
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, Skip>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(candidate) = self.ahead.pop() {
            match self.visit(&candidate) {
                Ok(true) => return Some(Ok(candidate.path)),
                Ok(false) => {}
                Err(reason) => {
                    let path = candidate.path.to_string_lossy().into_owned();
                    return Some(Err(Skip { path, line: None, reason }));
                }
            }
        }
        None
    }
}

fn unreadable(error: io::Error) -> Reason {
    Reason::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Path, given: &[&str]) -> Vec<String> {
        let paths: Vec<PathBuf> = given.iter().map(|name| root.join(name)).collect();
        Files::new(paths)
            .map(|file| match file {
                Ok(path) => path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
                Err(skip) => format!("! {}", skip.reason.label()),
            })
            .collect()
    }

    #[test]
    fn folders_are_walked_in_one_order_however_named() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("a/b")).unwrap();
        for name in ["a/z.txt", "a/b/y.txt", "a.txt", "a/.hidden"] {
            fs::write(root.path().join(name), "x").unwrap();
        }
        let expected = vec!["a/b/y.txt", "a/z.txt", "a.txt"];
        assert_eq!(names(root.path(), &["a", "a.txt"]), expected);
        assert_eq!(names(root.path(), &["a.txt", "a", "a"]), expected);
    }

    #[test]
    fn what_is_not_there_is_a_skip() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(names(root.path(), &["gone"]), ["! unreadable"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_links_ends() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("a")).unwrap();
        fs::write(root.path().join("a/x.txt"), "x").unwrap();
        std::os::unix::fs::symlink(root.path(), root.path().join("a/again")).unwrap();
        assert_eq!(names(root.path(), &["."]), ["! folder read twice", "a/x.txt"]);
    }
}
