//! A job in, a folder of results out that a killed run goes on with and a later run adds to.
//!
//! Results are gathered in shards. A shard is whole once the manifest names it: its file and the hashes of all that was
//! read for it are written and synchronised under other names first, and renaming the manifest is the one step that
//! counts. Whatever else a killed run left behind is thrown away by the next.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

use super::seen::{Key, Seen};
use super::{Job, Observer, each_read};
use crate::ingest::{MANIFEST, Manifest, Shard};
use crate::model::Record;

/// A shard is also whole at so many bytes.
const SHARD_BYTES: u64 = 32 << 20;

/// Held as long as a run writes to the folder.
const LOCK: &str = ".lock";

/// Why a run into a folder cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{0} holds other files; choose a new or an empty folder")]
    NotEmpty(PathBuf),
    #[error("{folder} was made with other options ({differences}); use another folder, or the same options")]
    OtherOptions { folder: PathBuf, differences: String },
    #[error("{0} is being written by another run; wait for its end")]
    InUse(PathBuf),
    #[error("{0} is missing or was changed since it was written; restore it, or begin again in another folder")]
    Changed(PathBuf),
    #[error(
        "no space is left for {folder}; make room and run the same command again: {articles} articles are kept there, and the run goes on behind them"
    )]
    Full { folder: PathBuf, articles: usize },
    #[error("{0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

/// The folder of a run, open for writing.
pub struct RunFolder {
    path: PathBuf,
    manifest: Manifest,
    keys: Vec<Key>,
    /// Articles after which a shard is whole.
    shard_articles: usize,
    _lock: File,
}

impl RunFolder {
    /// Begins a run in a new or empty folder, or goes on with the one that is there.
    ///
    /// # Errors
    ///
    /// When the folder is not that of a run with these options, is in use, was changed, or cannot be written.
    pub fn open(path: &Path, options: BTreeMap<String, String>, shard_articles: usize) -> Result<Self, RunError> {
        let told = |error| RunError::Io(path.to_owned(), error);
        fs::create_dir_all(path).map_err(told)?;
        let found = Manifest::read(path).map_err(|error| RunError::Io(path.join(MANIFEST), error))?;
        if found.is_none() && holds_files(path).map_err(told)? {
            return Err(RunError::NotEmpty(path.to_owned()));
        }
        let lock = File::options().create(true).append(true).open(path.join(LOCK)).map_err(told)?;
        if lock.try_lock().is_err() {
            return Err(RunError::InUse(path.to_owned()));
        }
        let fresh = Manifest::new(options);
        let manifest = found.unwrap_or_else(|| fresh.clone());
        refuse_other_options(path, &manifest, &fresh)?;
        let shard_articles = shard_articles.max(1);
        let mut run = Self { path: path.to_owned(), manifest, keys: Vec::new(), shard_articles, _lock: lock };
        run.load().map_err(|error| match error {
            RunError::Io(file, cause) if cause.kind() == io::ErrorKind::NotFound => RunError::Changed(file),
            other => other,
        })?;
        run.manifest.complete = false;
        run.save_manifest().map_err(|error| run.failed(error))?;
        Ok(run)
    }

    /// Checks the shards, reads what they were made of and throws away what a killed run left.
    fn load(&mut self) -> Result<(), RunError> {
        for shard in &self.manifest.shards {
            let file = self.path.join(&shard.file);
            let about = fs::metadata(&file).map_err(|error| RunError::Io(file.clone(), error))?;
            if about.len() != shard.bytes {
                return Err(RunError::Changed(file));
            }
            let file = self.path.join(keys_name(&shard.file));
            let text = fs::read_to_string(&file).map_err(|error| RunError::Io(file.clone(), error))?;
            let keys: Option<Vec<Key>> = text.lines().map(parse_key).collect();
            let whole = keys.filter(|keys| keys.len() == shard.articles + shard.skipped);
            self.keys.extend(whole.ok_or(RunError::Changed(file))?);
        }
        self.clean().map_err(|error| RunError::Io(self.path.clone(), error))
    }

    fn clean(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)? {
            let name = entry?.file_name();
            let Some(name) = name.to_str() else { continue };
            let shard = name.trim_start_matches('.').trim_end_matches(".new").trim_end_matches(".keys");
            let known = self.manifest.shards.iter().any(|known| known.file == shard);
            let ours = shard == MANIFEST || is_shard_name(shard);
            if ours && (name.ends_with(".new") || (shard != MANIFEST && !known)) {
                fs::remove_file(self.path.join(name))?;
            }
        }
        Ok(())
    }

    /// Articles in the whole shards.
    pub fn articles(&self) -> usize {
        self.manifest.shards.iter().map(|shard| shard.articles).sum()
    }

    /// Names the shards and so makes the last of them count.
    fn save_manifest(&self) -> io::Result<()> {
        let json = serde_json::to_string_pretty(&self.manifest).map_err(io::Error::other)?;
        write_whole(&self.path, MANIFEST, format!("{json}\n").as_bytes())
    }

    fn failed(&self, error: io::Error) -> RunError {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                RunError::Full { folder: self.path.clone(), articles: self.articles() }
            }
            _ => RunError::Io(self.path.clone(), error),
        }
    }

    fn begin_shard(&self) -> io::Result<Growing> {
        let file = format!("part-{:05}.jsonl", self.manifest.shards.len() + 1);
        let to = BufWriter::new(File::create(self.path.join(new_name(&file)))?);
        let shard = Shard { file, articles: 0, skipped: 0, bytes: 0, hash: String::new() };
        Ok(Growing { shard, to, hasher: Xxh3::new(), keys: String::new() })
    }

    fn finish_shard(&mut self, growing: Growing) -> io::Result<()> {
        let Growing { mut shard, to, hasher, keys } = growing;
        to.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(self.path.join(new_name(&shard.file)), self.path.join(&shard.file))?;
        write_whole(&self.path, &keys_name(&shard.file), keys.as_bytes())?;
        shard.hash = format!("{:016x}", hasher.digest());
        self.manifest.shards.push(shard);
        self.save_manifest().inspect_err(|_| drop(self.manifest.shards.pop()))
    }
}

/// A shard that is being written.
struct Growing {
    shard: Shard,
    to: BufWriter<File>,
    hasher: Xxh3,
    keys: String,
}

impl Growing {
    fn add(&mut self, key: Key, result: Option<&[u8]>) -> io::Result<()> {
        match result {
            Some(bytes) => {
                self.to.write_all(bytes)?;
                self.hasher.update(bytes);
                self.shard.bytes += bytes.len() as u64;
                self.shard.articles += 1;
            }
            None => self.shard.skipped += 1,
        }
        self.keys.push_str(&match key.id {
            Some(id) => format!("{:016x} {id:016x}\n", key.piece),
            None => format!("{:016x} -\n", key.piece),
        });
        Ok(())
    }

    fn pieces(&self) -> usize {
        self.shard.articles + self.shard.skipped
    }
}

/// Reads what was not read into this folder before and adds the results to it.
///
/// # Errors
///
/// When the folder cannot be written or threads cannot be started; what is whole by then stays.
pub fn extract_into(
    job: &Job<'_>,
    format: impl Fn(&Record, &mut Vec<u8>) + Sync,
    run: &mut RunFolder,
    observe: Observer<'_>,
) -> Result<(), RunError> {
    let mut seen = Seen::of_run(&std::mem::take(&mut run.keys));
    let formatted = |record: Record| {
        let mut bytes = Vec::new();
        format(&record, &mut bytes);
        bytes
    };
    let mut growing: Option<Growing> = None;
    let folder = run.path.clone();
    let most = run.shard_articles;
    let mut deliver = |batch: Vec<(Option<Key>, Option<Vec<u8>>)>| {
        let mut shard = match growing.take() {
            Some(shard) => shard,
            None => run.begin_shard()?,
        };
        for (key, result) in batch {
            if let Some(key) = key {
                shard.add(key, result.as_deref())?;
            }
        }
        if shard.pieces() >= most || shard.shard.bytes >= SHARD_BYTES {
            return run.finish_shard(shard);
        }
        growing = Some(shard);
        Ok(())
    };
    let read = each_read(job, Some((&folder, most)), &mut seen, &formatted, &mut deliver, observe);
    let done = read.and_then(|()| match growing.take() {
        Some(shard) if shard.pieces() > 0 => run.finish_shard(shard),
        _ => Ok(()),
    });
    run.manifest.complete = done.is_ok();
    let saved = done.and_then(|()| run.clean()).and_then(|()| run.save_manifest());
    saved.map_err(|error| {
        // Room for other files, at once; where even that fails, the next run does it.
        let _ = run.clean();
        run.failed(error)
    })
}

/// Writes a file that is there as a whole or not at all, also after the power fails.
fn write_whole(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let new = folder.join(new_name(name));
    let mut file = File::create(&new)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&new, folder.join(name))?;
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn new_name(name: &str) -> String {
    format!(".{}.new", name.trim_start_matches('.'))
}

fn keys_name(shard: &str) -> String {
    format!(".{shard}.keys")
}

fn is_shard_name(name: &str) -> bool {
    let number = name.strip_prefix("part-").and_then(|rest| rest.strip_suffix(".jsonl"));
    number.is_some_and(|number| number.len() >= 5 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn parse_key(line: &str) -> Option<Key> {
    let (piece, id) = line.split_once(' ')?;
    let hash = |text: &str| u64::from_str_radix(text, 16).ok();
    Some(Key { piece: hash(piece)?, id: if id == "-" { None } else { Some(hash(id)?) } })
}

/// Hidden files do not count: a run that was killed at once has left no other.
fn holds_files(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !entry?.file_name().as_encoded_bytes().starts_with(b".") {
            return Ok(true);
        }
    }
    Ok(false)
}

fn refuse_other_options(path: &Path, there: &Manifest, now: &Manifest) -> Result<(), RunError> {
    let mut differences = Vec::new();
    if there.version != now.version {
        differences.push(format!("by version {}, this is {}", there.version, now.version));
    }
    let names: std::collections::BTreeSet<&String> = there.options.keys().chain(now.options.keys()).collect();
    for name in names {
        let value = |manifest: &Manifest| manifest.options.get(name).cloned().unwrap_or_else(|| "nothing".into());
        if value(there) != value(now) {
            differences.push(format!("{name} was {}, now it is {}", value(there), value(now)));
        }
    }
    if differences.is_empty() {
        return Ok(());
    }
    Err(RunError::OtherOptions { folder: path.to_owned(), differences: differences.join("; ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(format: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("format".to_owned(), format.to_owned())])
    }

    fn add(run: &mut RunFolder, articles: u64) -> io::Result<()> {
        let mut shard = run.begin_shard()?;
        for n in 0..articles {
            shard.add(Key { piece: n, id: Some(n) }, Some(format!("{{\"id\":\"{n}\"}}\n").as_bytes()))?;
        }
        shard.add(Key { piece: articles, id: None }, None)?;
        run.finish_shard(shard)
    }

    fn message(result: Result<RunFolder, RunError>) -> String {
        result.err().unwrap().to_string()
    }

    #[test]
    fn what_is_whole_is_found_again_and_the_rest_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run");
        let mut run = RunFolder::open(&path, options("records"), 5).unwrap();
        add(&mut run, 3).unwrap();
        assert!(message(RunFolder::open(&path, options("records"), 5)).contains("another run"));
        drop(run);
        for stray in [".part-00002.jsonl.new", "part-00002.jsonl", ".part-00002.jsonl.keys", ".manifest.json.new"] {
            fs::write(path.join(stray), "half").unwrap();
        }
        fs::write(path.join("notes.txt"), "mine").unwrap();
        let run = RunFolder::open(&path, options("records"), 5).unwrap();
        assert_eq!((run.articles(), run.keys.len()), (3, 4));
        assert_eq!(run.keys[3], Key { piece: 3, id: None });
        let mut names: Vec<_> =
            fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, [".lock", ".part-00001.jsonl.keys", "manifest.json", "notes.txt", "part-00001.jsonl"]);
    }

    #[test]
    fn other_options_other_files_and_changes_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run");
        let mut run = RunFolder::open(&path, options("records"), 5).unwrap();
        add(&mut run, 3).unwrap();
        drop(run);
        let told = message(RunFolder::open(&path, options("jsonl"), 5));
        assert!(told.contains("format was records, now it is jsonl"), "{told}");
        fs::write(path.join("part-00001.jsonl"), "cut").unwrap();
        assert!(message(RunFolder::open(&path, options("records"), 5)).contains("part-00001.jsonl is missing or"));
        fs::remove_file(path.join("part-00001.jsonl")).unwrap();
        assert!(message(RunFolder::open(&path, options("records"), 5)).contains("part-00001.jsonl is missing or"));
        fs::write(folder.path().join("a.txt"), "mine").unwrap();
        assert!(message(RunFolder::open(folder.path(), options("records"), 5)).contains("holds other files"));
    }

    /// Every write to `/dev/full` fails as on a full disk.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_leaves_what_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run");
        let mut run = RunFolder::open(&path, options("records"), 5).unwrap();
        add(&mut run, 3).unwrap();
        for full in [".part-00002.jsonl.new", ".part-00002.jsonl.keys.new", ".manifest.json.new"] {
            std::os::unix::fs::symlink("/dev/full", path.join(full)).unwrap();
            let error = add(&mut run, 4).unwrap_err();
            let told = run.failed(error).to_string();
            assert!(told.contains("no space is left") && told.contains("3 articles are kept"), "{told}");
            run.clean().unwrap();
        }
        add(&mut run, 4).unwrap();
        assert_eq!(run.articles(), 7);
    }
}
