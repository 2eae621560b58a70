//! Records with their texts in, a folder that brat opens out: two files an article.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use trialwire::eval::file_name;
use trialwire::model::Record;
use trialwire::report::brat::{CONFIGURATION, annotations};
use trialwire::report::clean::one_line;
use trialwire::report::counted;

use crate::console::tell;
use crate::output::Part;

pub struct Folder {
    path: PathBuf,
    /// Hashes of the names in lower case: some disks take `A` and `a` for one name.
    names: HashSet<u64>,
    without_text: usize,
}

impl Folder {
    /// Makes the folder where it is not there.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            bail!("brat takes two files an article: name a folder for them with --output");
        };
        fs::create_dir_all(path).with_context(|| format!("cannot make the folder {}", path.display()))?;
        let folder = Self { path: path.to_owned(), names: HashSet::new(), without_text: 0 };
        folder
            .put("annotation.conf", CONFIGURATION)
            .with_context(|| format!("cannot write into {}", path.display()))?;
        Ok(folder)
    }

    /// Writes text and annotations; a record without its text is told.
    pub fn write(&mut self, record: &Record) -> io::Result<()> {
        let Some(text) = &record.text else {
            self.without_text += 1;
            tell(&format!("skipped {}: its record holds no text; make it with --with-text", one_line(&record.id)));
            return Ok(());
        };
        let mut name = file_name(&record.id);
        while !self.names.insert(hash(&name.to_lowercase())) {
            name.push('_');
        }
        self.put(&format!("{name}.txt"), text)?;
        self.put(&format!("{name}.ann"), &annotations(record, text))
    }

    fn put(&self, name: &str, content: &str) -> io::Result<()> {
        let part = Part::of(&self.path.join(name));
        fs::write(part.name(), content)?;
        part.keep().map_err(io::Error::other)
    }

    /// Fails when nothing could be written.
    pub fn settle(self) -> Result<()> {
        if self.names.is_empty() && self.without_text > 0 {
            bail!("{} without text, nothing to annotate", counted(self.without_text, "record"));
        }
        Ok(())
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
