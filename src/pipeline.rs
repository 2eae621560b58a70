//! The stages in order, from paths to records, groups and findings: the only file that knows threads.
//!
//! Articles are read in bounded batches. Each batch is spread over the threads and put back in order before anything
//! is written, so that the output is the same for one thread and for many, and memory does not grow with the corpus.

use std::any::Any;
use std::borrow::{Borrow, Cow};
use std::io::{self, Write};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::check::{self, Settings, Trial};
use crate::ingest::{self, At, Documents, Item, Limits, Raw, Reason, Skip};
use crate::link::{Collector, Linker};
use crate::model::{Finding, Fingerprint, Record, TrialGroup};

mod kept;
mod reader;
mod reference;
mod run;
mod seen;

use kept::{Kept, Packer};
pub use reader::{Purpose, Reader};
pub use run::{RunError, RunFolder, extract_into};
use seen::{Key, Seen, id_hash, piece_hash};

/// A batch ends at so many articles or so many bytes, whichever comes first.
const BATCH_ARTICLES: usize = 512;
const BATCH_BYTES: usize = 4 << 20;

/// About as much as is written of one claim, and of an article without any.
pub const LINE_BYTES: usize = 1 << 9;

/// Groups that are checked between two looks at the progress.
const BATCH_GROUPS: usize = 4096;

/// Web pages nest deeply and their parser calls itself, so that threads get more than the usual 2 MiB.
const STACK_BYTES: usize = 16 << 20;

/// What to read, and how.
pub struct Job<'r> {
    pub reader: &'r Reader,
    pub inputs: Vec<PathBuf>,
    pub limits: Limits,
    /// 0 for one a core.
    pub threads: usize,
    /// Keep the articles' texts in their records.
    pub with_text: bool,
    pub purpose: Purpose,
}

/// What a run tells while it goes on.
#[derive(Debug)]
pub enum Event<'e> {
    Skipped(&'e Skip),
    /// What was read since the last time.
    Read(Progress),
    /// The reference holds so many articles, more than one.
    References(usize),
    /// The reference is about none of the trials.
    ReferenceAlone,
    /// Linking begins.
    Linking,
    /// Checking begins.
    Checking,
}

/// How far a run has come since it last told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub articles: usize,
    /// Articles that an earlier run has read into the same folder.
    pub known: usize,
    /// Bytes of articles, unpacked.
    pub bytes: usize,
    /// Bytes of files, as they are, of the whole run so far.
    pub file_bytes: u64,
}

/// Called with every event, on the thread that started the run.
pub type Observer<'o> = &'o mut dyn FnMut(Event<'_>);

/// A corpus ready to be grouped by trial.
pub struct Collected<K = Record> {
    pub linker: Linker,
    /// What was kept of the records, sorted by id.
    pub records: Vec<K>,
}

/// Records grouped by trial.
pub struct Linked {
    /// Sorted by id; whole where the job's purpose was everything, else what names the articles, with their texts where
    /// these were asked for.
    pub records: Vec<Record>,
    /// Sorted by id.
    pub groups: Vec<TrialGroup>,
}

/// Trials with what contradicts in them.
pub struct Checked {
    pub linked: Linked,
    /// Trial by trial, in the order of the groups.
    pub findings: Vec<Finding>,
}

/// Reads everything and writes each record with `format`, in the order of the inputs and with constant memory.
///
/// # Errors
///
/// When `to` cannot be written or threads cannot be started.
pub fn extract(
    job: &Job<'_>,
    format: impl Fn(&Record, &mut Vec<u8>) + Sync,
    to: &mut dyn Write,
    observe: Observer<'_>,
) -> io::Result<()> {
    let formatted = |record: Record| {
        let mut bytes = Vec::with_capacity(LINE_BYTES * (record.claims.len() + 1));
        format(&record, &mut bytes);
        bytes
    };
    let mut deliver = |batch: Batch<Vec<u8>>| {
        batch.iter().filter_map(|(_, bytes)| bytes.as_ref()).try_for_each(|bytes| to.write_all(bytes))
    };
    each_read(job, None, &mut Seen::default(), &formatted, &mut deliver, observe)
}

/// Reads everything and hands over what `finish` makes of each record, in the order of the inputs and with constant memory.
///
/// # Errors
///
/// When `deliver` fails or threads cannot be started.
pub fn read_each<T: Send>(
    job: &Job<'_>,
    finish: &(impl Fn(Record) -> T + Sync),
    mut deliver: impl FnMut(T) -> io::Result<()>,
    observe: Observer<'_>,
) -> io::Result<()> {
    let mut each = |batch: Batch<T>| batch.into_iter().filter_map(|(_, made)| made).try_for_each(&mut deliver);
    each_read(job, None, &mut Seen::default(), finish, &mut each, observe)
}

/// Reads everything for grouping by trial; `keep` says what of each record is still needed beside its fingerprint.
///
/// # Errors
///
/// When threads cannot be started.
pub fn collect<K: Borrow<Record> + Send>(
    job: &Job<'_>,
    keep: impl Fn(Record) -> Option<K> + Sync,
    observe: Observer<'_>,
) -> io::Result<Collected<K>> {
    let mut collector = Collector::default();
    let mut records = Vec::new();
    let split = |mut record: Record| {
        let fingerprint = mem::take(&mut record.fingerprint);
        if job.purpose == Purpose::Everything {
            // What the article names is told in reports.
            record.fingerprint.keys.clone_from(&fingerprint.keys);
        }
        (record.id.clone(), fingerprint, keep(record))
    };
    let mut add = |batch: Batch<(String, Fingerprint, Option<K>)>| {
        for (id, fingerprint, kept) in batch.into_iter().filter_map(|(_, read)| read) {
            collector.add(&id, &fingerprint);
            records.extend(kept);
        }
        Ok(())
    };
    each_read(job, None, &mut Seen::default(), &split, &mut add, observe)?;
    records.sort_unstable_by(|a: &K, b| a.borrow().id.cmp(&b.borrow().id));
    observe(Event::Linking);
    Ok(Collected { linker: pool(job.threads)?.install(|| collector.into()), records })
}

/// Every group of articles about one trial, by rising id.
///
/// # Errors
///
/// When threads cannot be started.
pub fn groups(linker: &Linker, threads: usize) -> io::Result<impl Iterator<Item = TrialGroup> + '_> {
    Ok(pool(threads)?.install(|| linker.groups()))
}

/// What is kept of a record until its trial is checked, without what was read only to make the rest of it.
fn slim(mut record: Record, packer: &Packer) -> Kept {
    check::drop_idle_mentions(&mut record);
    record.quality = Vec::new();
    Kept::packed(record, packer)
}

/// Reads everything, groups it by trial and runs every rule on every group.
///
/// # Errors
///
/// When threads cannot be started.
pub fn check(job: &Job<'_>, observe: Observer<'_>) -> io::Result<Checked> {
    check_with(job, &Checking::default(), observe)
}

/// Which rules run, and against what.
#[derive(Default)]
pub struct Checking {
    pub settings: Settings,
    /// File whose articles are the reference; it is read with the inputs, or is one of them.
    pub against: Option<PathBuf>,
}

/// [`check()`] with rules, severities, tolerances and a reference of one's own.
///
/// # Errors
///
/// When threads cannot be started, or no article of the reference could be read.
pub fn check_with(job: &Job<'_>, rules: &Checking, observe: Observer<'_>) -> io::Result<Checked> {
    let mut settings = rules.settings.clone();
    let with_reference = rules.against.as_deref().map(|file| reference::add(job, file));
    let job = with_reference.as_ref().unwrap_or(job);
    let packer = Packer::default();
    let whole = job.purpose == Purpose::Everything;
    let keep = |record| Some(if whole { Kept::whole(record) } else { slim(record, &packer) });
    let Collected { linker, records } = collect(job, keep, observe)?;
    let mut groups: Vec<TrialGroup> = groups(&linker, job.threads)?.collect();
    drop(linker);
    if let Some(file) = &rules.against {
        settings.references = reference::ids(&records, file)?;
        if settings.references.len() > 1 {
            observe(Event::References(settings.references.len()));
        }
        if !reference::join(&mut groups, &settings.references) {
            observe(Event::ReferenceAlone);
        }
    }
    let pool = pool(job.threads)?;
    observe(Event::Checking);
    let run = |group: &TrialGroup| run_on(group, &records, &packer, &settings);
    let mut findings = Vec::new();
    for batch in groups.chunks(BATCH_GROUPS) {
        findings.extend(pool.install(|| batch.par_iter().flat_map_iter(run).collect::<Vec<_>>()));
    }
    let records = records.into_iter().map(Kept::into_heading).collect();
    Ok(Checked { linked: Linked { records, groups }, findings })
}

/// The findings of one group, whose records are unpacked for as long as that takes.
fn run_on(group: &TrialGroup, kept: &[Kept], packer: &Packer, settings: &Settings) -> Vec<Finding> {
    let records: Vec<Cow<'_, Record>> = of_group(kept, group).map(|kept| kept.record(packer)).collect();
    check::run_with(&Trial { group, records: records.iter().map(Cow::as_ref).collect() }, settings)
}

/// A group with its records, out of `records` sorted by id.
pub fn trial<'r>(records: &'r [Record], group: &'r TrialGroup) -> Trial<'r> {
    Trial { group, records: of_group(records, group).collect() }
}

/// What was kept of the articles of a group, out of `kept` sorted by id.
fn of_group<'k, K: Borrow<Record>>(kept: &'k [K], group: &'k TrialGroup) -> impl Iterator<Item = &'k K> {
    let find = |id: &String| kept.binary_search_by(|record| record.borrow().id.cmp(id)).ok().map(|at| &kept[at]);
    group.articles.iter().filter_map(find)
}

/// Results in the order of the inputs, each with what it was read from where that is known.
type Batch<T> = Vec<(Option<Key>, Option<T>)>;

/// Reads every article on all threads and hands the results over in the order of the inputs. A folder that the results
/// go to is not read, and no batch is larger than its shards.
fn each_read<T: Send>(
    job: &Job<'_>,
    into: Option<(&Path, usize)>,
    seen: &mut Seen,
    finish: &(impl Fn(Record) -> T + Sync),
    deliver: &mut dyn FnMut(Batch<T>) -> io::Result<()>,
    observe: Observer<'_>,
) -> io::Result<()> {
    let pool = pool(job.threads)?;
    let mut documents = Documents::new(job.inputs.iter().cloned(), job.limits.clone());
    if let Some((folder, _)) = into {
        documents = documents.without(folder);
    }
    let most = into.map_or(BATCH_ARTICLES, |(_, most)| BATCH_ARTICLES.min(most));
    let mut ahead = next_batch(&mut documents, seen, most);
    while let Some((batch, known)) = ahead.take() {
        let bytes = batch.iter().flatten().map(|raw| raw.bytes.len()).sum();
        let file_bytes = documents.bytes();
        let keys: Vec<_> = batch.iter().map(|raw| into.and(raw.as_ref().ok()).map(piece_hash)).collect();
        let mut made = Vec::new();
        // The next batch is fetched while the threads work on this one.
        pool.in_place_scope(|scope| {
            scope.spawn(|_| made = batch.into_par_iter().map(|raw| make(raw?, job, finish)).collect());
            ahead = next_batch(&mut documents, seen, most);
        });
        let made: Vec<_> = made.into_iter().map(|made| first(made, seen)).collect();
        let articles = made.iter().filter(|(_, result)| result.is_ok()).count();
        let mut results = Vec::with_capacity(made.len());
        for (piece, (id, result)) in keys.into_iter().zip(made) {
            let key = piece.map(|piece| Key { piece, id });
            results.push((key, result.inspect_err(|skip| observe(Event::Skipped(skip))).ok()));
        }
        if !results.is_empty() {
            deliver(results)?;
        }
        observe(Event::Read(Progress { articles, known, bytes, file_bytes }));
    }
    Ok(())
}

/// The next pieces, with the number of those that were known and are left out; `None` at the end.
fn next_batch(documents: &mut Documents, seen: &mut Seen, most: usize) -> Option<(Vec<Result<Raw, Skip>>, usize)> {
    let mut batch = Vec::new();
    let (mut bytes, mut known, mut known_bytes) = (0, 0, 0);
    while batch.len() < most && bytes < BATCH_BYTES {
        let Some(piece) = documents.next() else {
            return (!batch.is_empty() || known > 0).then_some((batch, known));
        };
        let length = piece.as_ref().map_or(0, |raw| raw.bytes.len());
        if piece.as_ref().is_ok_and(|raw| seen.knows(raw)) {
            known += 1;
            known_bytes += length;
            // So that progress is told; what was gathered is never cut short by what is left out.
            if batch.is_empty() && known_bytes >= BATCH_BYTES {
                break;
            }
            continue;
        }
        bytes += length;
        batch.push(piece);
    }
    Some((batch, known))
}

/// An item and where it stands, for the skips of later stages.
struct Placed {
    item: Item,
    path: String,
    at: At,
}

impl Placed {
    fn skip(self, reason: Reason) -> Skip {
        Skip { path: self.path, at: self.at, reason }
    }
}

fn parse(raw: Raw, job: &Job<'_>) -> Result<Placed, Skip> {
    let item = guarded(|| ingest::parse(&raw, &job.limits)).map_err(|reason| raw.skip(reason))??;
    Ok(Placed { item, path: raw.path.to_string(), at: raw.at })
}

fn read(placed: Placed, job: &Job<'_>) -> Result<Record, Skip> {
    let article = match placed.item {
        Item::Record(record) => return Ok(*record),
        Item::Article(ref article) => article,
    };
    match guarded(|| job.reader.read_for(article, job.purpose)) {
        Ok(record) if job.with_text => Ok(Record { text: Some(article.text.clone()), ..record }),
        Ok(record) => Ok(record),
        Err(reason) => Err(placed.skip(reason)),
    }
}

/// One bad page never stops a run: a panic becomes a skip.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Reason> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Reason::Internal(panic_message(&*panic).to_owned()))
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or(panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

/// What an article came to, with what a skip for its id has to tell.
struct Made<T> {
    id: String,
    path: String,
    at: At,
    result: Result<T, Skip>,
}

fn make<T>(raw: Raw, job: &Job<'_>, finish: impl Fn(Record) -> T) -> Result<Made<T>, Skip> {
    let placed = parse(raw, job)?;
    let (id, path, at) = (placed.item.id().to_owned(), placed.path.clone(), placed.at);
    Ok(Made { id, path, at, result: read(placed, job).map(finish) })
}

/// Of articles with one id the first counts; the others have no part in the run.
fn first<T>(made: Result<Made<T>, Skip>, seen: &mut Seen) -> (Option<u64>, Result<T, Skip>) {
    match made {
        Err(skip) => (None, Err(skip)),
        Ok(made) if seen.is_first(&made.id) => (Some(id_hash(&made.id)), made.result),
        Ok(Made { id, path, at, .. }) => (None, Err(Skip { path, at, reason: Reason::DuplicateId(id) })),
    }
}

fn pool(threads: usize) -> io::Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build().map_err(io::Error::other)
}
