//! The stages in order, from paths to records, groups and findings: the only file that knows threads.
//!
//! Articles are read in bounded batches. Each batch is spread over the threads and put back in order before anything
//! is written, so that the output is the same for one thread and for many, and memory does not grow with the corpus.

use std::any::Any;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;

use rayon::prelude::*;

use crate::check::{self, Trial};
use crate::extract::Extractor;
use crate::extract::facts::FactReader;
use crate::extract::figures::figures;
use crate::extract::quality::QualityReader;
use crate::ingest::{self, Documents, Item, Limits, Raw, Reason, Skip};
use crate::lexicon::Lexicon;
use crate::link::{self, Collector, Linker};
use crate::model::{Article, Finding, Fingerprint, Record, TrialGroup};

/// A batch ends at so many articles or so many bytes, whichever comes first.
const BATCH_ARTICLES: usize = 512;
const BATCH_BYTES: usize = 4 << 20;

/// Groups that are checked between two looks at the progress.
const BATCH_GROUPS: usize = 4096;

/// Web pages nest deeply and their parser calls itself, so that threads get more than the usual 2 MiB.
const STACK_BYTES: usize = 16 << 20;

/// The per-article stages: each built when it is first needed, shared by every thread.
pub struct Reader {
    pub lexicon: Lexicon,
    pub extractor: LazyLock<Extractor>,
    pub facts: LazyLock<FactReader>,
    pub quality: LazyLock<QualityReader>,
    pub fingerprinter: LazyLock<link::Fingerprinter>,
}

/// What the records are for: only that is read, the rest of them stays empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Mentions alone.
    Mentions,
    /// Claims, and the mentions that name their drugs and scales.
    Claims,
    /// The reporting-quality scorecard alone.
    Audit,
    /// Claims, mentions and fingerprint.
    Link,
    /// All but the scorecard.
    Check,
    #[default]
    Everything,
}

impl Reader {
    /// With the lexicons that come with the program.
    ///
    /// ```
    /// use trialwire::model::Article;
    /// use trialwire::pipeline::Reader;
    ///
    /// let article = Article { id: "a".into(), text: "The trial had 30 participants.".into(), ..Article::default() };
    /// assert_eq!(Reader::bundled().read(&article).id, "a");
    /// ```
    pub fn bundled() -> Self {
        Self::new(Lexicon::bundled())
    }

    pub fn new(lexicon: Lexicon) -> Self {
        Self {
            lexicon,
            extractor: LazyLock::new(Extractor::new),
            facts: LazyLock::new(FactReader::bundled),
            quality: LazyLock::new(QualityReader::bundled),
            fingerprinter: LazyLock::new(link::Fingerprinter::bundled),
        }
    }

    /// Everything that outlives the article; a pure function of the article and the lexicons.
    pub fn read(&self, article: &Article) -> Record {
        self.read_for(article, Purpose::Everything)
    }

    /// As much of the record as `purpose` asks for.
    pub fn read_for(&self, article: &Article, purpose: Purpose) -> Record {
        let mut record = metadata(article);
        if matches!(purpose, Purpose::Audit | Purpose::Everything) {
            record.quality = self.quality.scorecard(article);
        }
        if purpose == Purpose::Audit {
            return record;
        }
        record.mentions = self.lexicon.mentions(&article.text);
        if purpose == Purpose::Mentions {
            return record;
        }
        record.claims = self.extractor.claims(article, &record.mentions);
        if purpose == Purpose::Claims {
            return record;
        }
        record.fingerprint = self.fingerprinter.fingerprint(article, &record.claims, &record.mentions);
        if purpose != Purpose::Link {
            record.figures = figures(article);
            record.facts = self.facts.facts(article);
        }
        record
    }
}

fn metadata(article: &Article) -> Record {
    Record {
        id: article.id.clone(),
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        published: article.published.clone(),
        kind: article.kind,
        source: article.source.clone(),
        language: article.language.clone(),
        ..Record::default()
    }
}

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
    /// So many articles and bytes of them were read since the last time.
    Read {
        articles: usize,
        bytes: usize,
    },
    /// Linking begins.
    Linking,
    /// Checking begins.
    Checking,
}

/// Called with every event, on the thread that started the run.
pub type Observer<'o> = &'o mut dyn FnMut(Event<'_>);

/// A corpus ready to be grouped by trial.
pub struct Collected {
    pub linker: Linker,
    /// What was kept of the records, sorted by id.
    pub records: Vec<Record>,
}

/// Records grouped by trial.
pub struct Linked {
    /// Sorted by id.
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
        let mut bytes = Vec::new();
        format(&record, &mut bytes);
        bytes
    };
    each_read(job, &formatted, &mut |bytes: Vec<u8>| to.write_all(&bytes), observe)
}

/// Reads everything for grouping by trial; `keep` says what of each record is still needed beside its fingerprint.
///
/// # Errors
///
/// When threads cannot be started.
pub fn collect(
    job: &Job<'_>,
    keep: impl Fn(Record) -> Option<Record> + Sync,
    observe: Observer<'_>,
) -> io::Result<Collected> {
    let mut collector = Collector::default();
    let mut records = Vec::new();
    let split = |mut record: Record| {
        let fingerprint = mem::take(&mut record.fingerprint);
        (record.id.clone(), fingerprint, keep(record))
    };
    let mut add = |(id, fingerprint, kept): (String, Fingerprint, Option<Record>)| {
        collector.add(&id, &fingerprint);
        records.extend(kept);
        Ok(())
    };
    each_read(job, &split, &mut add, observe)?;
    records.sort_unstable_by(|a, b| a.id.cmp(&b.id));
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

/// A record that is kept until the end of the run, without what was read only to make the rest of it.
fn slim(mut record: Record) -> Record {
    record.mentions = Vec::new();
    record.claims.shrink_to_fit();
    record.figures.shrink_to_fit();
    record.facts.shrink_to_fit();
    record
}

/// Reads everything, groups it by trial and runs every rule on every group.
///
/// # Errors
///
/// When threads cannot be started.
pub fn check(job: &Job<'_>, observe: Observer<'_>) -> io::Result<Checked> {
    let Collected { linker, records } = collect(job, |record| Some(slim(record)), observe)?;
    let groups: Vec<TrialGroup> = groups(&linker, job.threads)?.collect();
    drop(linker);
    let pool = pool(job.threads)?;
    observe(Event::Checking);
    let run = |group: &TrialGroup| check::run(&trial(&records, group));
    let mut findings = Vec::new();
    for batch in groups.chunks(BATCH_GROUPS) {
        findings.extend(pool.install(|| batch.par_iter().flat_map_iter(run).collect::<Vec<_>>()));
    }
    Ok(Checked { linked: Linked { records, groups }, findings })
}

/// A group with its records, out of `records` sorted by id.
pub fn trial<'r>(records: &'r [Record], group: &'r TrialGroup) -> Trial<'r> {
    let find = |id: &String| records.binary_search_by(|record| record.id.cmp(id)).ok().map(|at| &records[at]);
    Trial { group, records: group.articles.iter().filter_map(find).collect() }
}

/// Reads every article on all threads and hands the results over in the order of the inputs.
fn each_read<T: Send>(
    job: &Job<'_>,
    finish: &(impl Fn(Record) -> T + Sync),
    deliver: &mut dyn FnMut(T) -> io::Result<()>,
    observe: Observer<'_>,
) -> io::Result<()> {
    let pool = pool(job.threads)?;
    let mut documents = Documents::new(job.inputs.iter().cloned(), job.limits);
    let mut ids = Ids::default();
    loop {
        let batch = next_batch(&mut documents);
        if batch.is_empty() {
            return Ok(());
        }
        let bytes = batch.iter().flatten().map(|raw| raw.bytes.len()).sum();
        let items = pool.install(|| batch.into_par_iter().map(|raw| parse(raw?, job)).collect::<Vec<_>>());
        let items: Vec<_> = items.into_iter().map(|item| ids.first(item?)).collect();
        let read = pool.install(|| items.into_par_iter().map(|item| Ok(finish(read(item?, job)?))).collect::<Vec<_>>());
        let mut articles = 0;
        for result in read {
            match result {
                Ok(finished) => {
                    deliver(finished)?;
                    articles += 1;
                }
                Err(skip) => observe(Event::Skipped(&skip)),
            }
        }
        observe(Event::Read { articles, bytes });
    }
}

fn next_batch(documents: &mut Documents) -> Vec<Result<Raw, Skip>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_ARTICLES && bytes < BATCH_BYTES {
        let Some(piece) = documents.next() else { break };
        bytes += piece.as_ref().map_or(0, |raw| raw.bytes.len());
        batch.push(piece);
    }
    batch
}

/// An item and where it stands, for the skips of later stages.
struct Placed {
    item: Item,
    path: String,
    line: Option<usize>,
}

impl Placed {
    fn skip(self, reason: Reason) -> Skip {
        Skip { path: self.path, line: self.line, reason }
    }
}

fn parse(raw: Raw, job: &Job<'_>) -> Result<Placed, Skip> {
    let item = guarded(|| ingest::parse(&raw, &job.limits)).map_err(|reason| raw.skip(reason))??;
    Ok(Placed { item, path: raw.path.to_string(), line: raw.line })
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

/// The ids met so far, eight bytes each.
#[derive(Default)]
struct Ids(HashSet<u64>);

impl Ids {
    fn first(&mut self, placed: Placed) -> Result<Placed, Skip> {
        let mut hasher = DefaultHasher::new();
        placed.item.id().hash(&mut hasher);
        if self.0.insert(hasher.finish()) {
            return Ok(placed);
        }
        let id = placed.item.id().to_owned();
        Err(placed.skip(Reason::DuplicateId(id)))
    }
}

fn pool(threads: usize) -> io::Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build().map_err(io::Error::other)
}
