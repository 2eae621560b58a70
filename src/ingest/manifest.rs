//! The folder of a run in, what it holds out: the one description that the writer and the readers of such folders share.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The file that makes a folder the folder of a run.
pub const MANIFEST: &str = "manifest.json";

const PROGRAM: &str = "trialwire";

/// What was read, how, and where the results are. Written anew, under another name first, whenever a shard is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub program: String,
    pub version: String,
    /// Every option that changes the results, by its name.
    pub options: BTreeMap<String, String>,
    /// The run came to its end; otherwise the same command goes on with it.
    pub complete: bool,
    pub shards: Vec<Shard>,
}

/// One file of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    pub file: String,
    pub articles: usize,
    /// Articles that gave no result.
    pub skipped: usize,
    pub bytes: u64,
    /// XXH3, 64 bits.
    pub hash: String,
}

impl Manifest {
    pub fn new(options: BTreeMap<String, String>) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self { program: PROGRAM.to_owned(), version, options, complete: false, shards: Vec::new() }
    }

    /// The manifest of a folder, or `None` where the folder is of no run.
    ///
    /// # Errors
    ///
    /// Where there is a manifest that cannot be read or is broken.
    pub fn read(folder: &Path) -> io::Result<Option<Self>> {
        let json = match fs::read(folder.join(MANIFEST)) {
            Ok(json) => json,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        match serde_json::from_slice::<Self>(&json) {
            Ok(manifest) if manifest.program == PROGRAM => Ok(Some(manifest)),
            Err(error) if memchr::memmem::find(&json, PROGRAM.as_bytes()).is_some() => Err(io::Error::other(error)),
            _ => Ok(None),
        }
    }

    /// Where the results are, in their order.
    pub fn files(&self, folder: &Path) -> Vec<PathBuf> {
        self.shards.iter().map(|shard| folder.join(&shard.file)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_manifests_of_runs_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let read = |json: &str| {
            fs::write(folder.path().join(MANIFEST), json).unwrap();
            Manifest::read(folder.path()).map_err(drop)
        };
        assert_eq!(read("{\"name\": \"a web app\"}"), Ok(None));
        assert_eq!(read("{\"program\": \"trialwire\""), Err(()));
        let manifest = Manifest::new(BTreeMap::new());
        assert_eq!(read(&serde_json::to_string(&manifest).unwrap()), Ok(Some(manifest)));
        fs::remove_file(folder.path().join(MANIFEST)).unwrap();
        assert_eq!(Manifest::read(folder.path()).map_err(drop), Ok(None));
    }
}
