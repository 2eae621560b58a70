//! A piece of work in, how long it takes and how much memory it holds out.

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use trialwire::ingest::Limits;
use trialwire::lexicon::bundled_files;
use trialwire::model::Article;
use trialwire::pipeline::{self, Job, Purpose, Reader};
use trialwire::report::jsonl;

/// The program itself, for what only a process of its own can show.
const PROGRAM: &str = env!("CARGO_BIN_EXE_trialwire");

/// Seconds are counted by the system in so many ticks (USER_HZ, 100 on every Linux).
const TICKS_A_SECOND: f64 = 100.0;

/// The shortest of several runs on the clock: the one that other work on the machine disturbed least.
pub fn best(runs: usize, mut work: impl FnMut()) -> Duration {
    let timed = (0..runs).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    timed.min().unwrap_or_default()
}

/// The time that the processor spent on the shortest of several runs, whatever else the machine did; where the system
/// does not tell (Linux does), the time on the clock.
pub fn best_of_processor(runs: usize, mut work: impl FnMut()) -> Duration {
    let timed = (0..runs).map(|_| {
        let before = processor_time();
        let clock = best(1, &mut work);
        before.zip(processor_time()).map_or(clock, |(before, after)| after.saturating_sub(before))
    });
    timed.min().unwrap_or_default()
}

/// Processor time of this process, with its threads and processes that have ended.
fn processor_time() -> Option<Duration> {
    /// Fields of `/proc/self/stat` behind the name: from the twelfth on `utime`, `stime`, `cutime`, `cstime`.
    const FIELDS: std::ops::Range<usize> = 11..15;
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields = stat.rsplit(')').next()?.split_whitespace().take(FIELDS.end).skip(FIELDS.start);
    let ticks: f64 = fields.filter_map(|field| field.parse::<f64>().ok()).sum();
    Some(Duration::from_secs_f64(ticks / TICKS_A_SECOND))
}

/// `extract` to JSONL from a file, all of it.
pub fn extract(reader: &Reader, path: &Path, threads: usize) {
    let job = Job {
        reader,
        inputs: vec![path.to_owned()],
        limits: Limits::default(),
        threads,
        with_text: false,
        purpose: Purpose::Claims,
    };
    pipeline::extract(&job, jsonl::claims, &mut io::sink(), &mut |_| {}).expect("the sink takes everything");
}

/// An automaton over every surface of the lexicons: what a scan without anything else costs.
pub fn raw_automaton() -> AhoCorasick {
    let files = bundled_files();
    let surfaces = files.iter().filter(|file| file.name.ends_with(".surfaces.tsv"));
    let rows = surfaces.flat_map(|file| file.text.lines().filter(|line| !line.starts_with('#')).skip(1));
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(rows.filter_map(|row| row.split('\t').next()))
        .expect("the lexicons fit into an automaton")
}

pub fn raw_scan(automaton: &AhoCorasick, articles: &[Article]) {
    for article in articles {
        black_box(automaton.find_iter(&article.text).count());
    }
}

/// The program on a file; gives the most memory it held, in KiB, where the system tells (Linux).
pub fn peak_memory(path: &Path) -> Option<u64> {
    let mut program = Command::new(PROGRAM)
        .arg("extract")
        .arg(path)
        .arg("--quiet")
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", program.id());
    let mut peak = None;
    while program.try_wait().expect("the program can be waited for").is_none() {
        peak = fs::read_to_string(&status).ok().and_then(|status| field(&status, "VmHWM:")).or(peak);
        std::thread::sleep(Duration::from_millis(5));
    }
    peak
}

/// Memory that this process holds now, in KiB (Linux).
pub fn resident() -> Option<u64> {
    field(&fs::read_to_string("/proc/self/status").ok()?, "VmRSS:")
}

fn field(status: &str, name: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

/// The program on one short file, from start to end.
pub fn start_up() -> Duration {
    const RUNS: u32 = 50;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/demo/moorland-post.txt");
    let run = || {
        let run = Command::new(PROGRAM).arg("extract").arg(&file).arg("--quiet").stdout(Stdio::null()).status();
        assert!(run.expect("the program starts").success());
    };
    best_of_processor(1, || (0..RUNS).for_each(|_| run())) / RUNS
}

/// Loading what `load` loads.
pub fn load_time<T>(load: impl Fn() -> T) -> Duration {
    const RUNS: u32 = 30;
    best_of_processor(2, || (0..RUNS).for_each(|_| drop(load()))) / RUNS
}
