//! Paths as given in, files in a fixed order out.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{At, Manifest, Reason, Skip};

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
    /// A folder that is passed by without a word.
    left_out: Option<PathBuf>,
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
        Self { ahead, folders: HashSet::new(), left_out: None }
    }

    /// Passes by a folder, under whatever name it is met.
    pub(super) fn leave_out(&mut self, folder: &Path) {
        self.left_out = folder.canonicalize().ok();
    }

    /// Queues the entries of a folder; an error or a second visit is a skip.
    fn open_folder(&mut self, path: &Path) -> Result<(), Reason> {
        let real = path.canonicalize().map_err(Reason::of)?;
        if self.left_out.as_ref() == Some(&real) {
            return Ok(());
        }
        if !self.folders.insert(real) {
            return Err(Reason::FolderAgain);
        }
        if let Some(manifest) = Manifest::read(path).map_err(Reason::of)? {
            return self.open_run(path, &manifest);
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(Reason::of)? {
            let name = entry.map_err(Reason::of)?.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                names.push(name);
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        self.ahead.extend(names.into_iter().map(|name| Candidate { path: path.join(name), given: false }));
        Ok(())
    }

    /// Queues the shards of a run; other files there are none of its results.
    fn open_run(&mut self, path: &Path, manifest: &Manifest) -> Result<(), Reason> {
        let format = manifest.options.get("format").map_or("results", String::as_str);
        if format != "records" {
            return Err(Reason::NotRecords(format.to_owned()));
        }
        self.ahead.extend(manifest.files(path).into_iter().rev().map(|path| Candidate { path, given: false }));
        Ok(())
    }

    fn visit(&mut self, candidate: &Candidate) -> Result<bool, Reason> {
        let path = &candidate.path;
        if candidate.given && path == Path::new(STDIN) {
            return Ok(true);
        }
        let about = fs::metadata(path).map_err(Reason::of)?;
        if about.is_dir() {
            return self.open_folder(path).map(|()| false);
        }
        match candidate.given {
            true if is_named_pipe(path, &about) => Err(Reason::Pipe),
            given => {
                if given || about.is_file() {
                    Ok(true)
                } else {
                    Err(Reason::Special)
                }
            }
        }
    }
}

/// Folders whose pipes are open already: those that a shell gives for `<(zcat FILE)`.
#[cfg(unix)]
const OPEN_PIPES: [&str; 3] = ["/dev/fd", "/dev/stdin", "/proc"];

/// Opening a pipe waits for somebody to write into it, for ever if nobody does.
#[cfg(unix)]
fn is_named_pipe(path: &Path, about: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_fifo() && !OPEN_PIPES.iter().any(|open| path.starts_with(open))
}

#[cfg(not(unix))]
fn is_named_pipe(_: &Path, _: &fs::Metadata) -> bool {
    false
}

/// Bytes of all files at or below the paths, as far as they can be told and no more than so many files.
pub fn size(paths: &[PathBuf], most_files: usize) -> Option<u64> {
    let mut bytes = 0;
    for (n, path) in Files::new(paths.iter().cloned()).flatten().enumerate() {
        if n == most_files || path == Path::new(STDIN) {
            return None;
        }
        bytes += fs::metadata(path).ok()?.len();
    }
    Some(bytes)
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
                    return Some(Err(Skip { path, at: At::Whole, reason }));
                }
            }
        }
        None
    }
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

    #[test]
    fn of_the_folder_of_a_run_its_records_are_read() {
        let root = tempfile::tempdir().unwrap();
        let run = root.path().join("run");
        fs::create_dir(&run).unwrap();
        for name in ["part-00001.jsonl", "part-00002.jsonl", "part-00003.jsonl"] {
            fs::write(run.join(name), "{}").unwrap();
        }
        let shard = |file: &str| crate::ingest::Shard {
            file: file.into(),
            articles: 1,
            skipped: 0,
            bytes: 2,
            hash: String::new(),
        };
        let mut manifest = Manifest::new([("format".to_owned(), "records".to_owned())].into());
        manifest.shards = vec![shard("part-00001.jsonl"), shard("part-00002.jsonl")];
        let write = |manifest: &Manifest| {
            fs::write(run.join("manifest.json"), serde_json::to_string(manifest).unwrap()).unwrap();
        };
        write(&manifest);
        assert_eq!(names(root.path(), &["run"]), ["run/part-00001.jsonl", "run/part-00002.jsonl"]);
        manifest.options.insert("format".into(), "mentions".into());
        write(&manifest);
        assert_eq!(names(root.path(), &["run"]), ["! no records"]);
        assert_eq!(size(&[run.join("part-00001.jsonl")], 5), Some(2));
        assert_eq!(size(&[root.path().join("run/part-00001.jsonl")], 0), None);
    }

    #[cfg(unix)]
    #[test]
    fn pipes_in_folders_are_passed_by() {
        let root = tempfile::tempdir().unwrap();
        let pipe = root.path().join("pipe");
        if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            std::os::unix::fs::symlink(&pipe, root.path().join("link")).unwrap();
            std::os::unix::fs::symlink("itself", root.path().join("itself")).unwrap();
            assert_eq!(names(root.path(), &["."]), ["! unreadable", "! not a file", "! not a file"]);
            assert_eq!(names(root.path(), &["link", "pipe"]), ["! not a file", "! not a file"]);
            let device = Path::new("/dev/null");
            assert_eq!(Files::new([device.into()]).collect::<Vec<_>>(), [Ok(device.into())]);
        }
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
