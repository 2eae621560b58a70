//! Parsed options in, one run of the pipeline and its report out.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use trialwire::check::RULES;
use trialwire::check::baseline::Baseline;
use trialwire::ingest::{Fields, Limits};
use trialwire::model::{Finding, Record};
use trialwire::pipeline::{self, Checking, Job, Purpose, Reader};
use trialwire::report::clean::one_line;
use trialwire::report::{self, Results, claimreview, groups, jsonl, sarif, schema, sql, text};

use crate::args::{
    CheckArgs, CheckFormat, ExplainArgs, InputArgs, LinkArgs, Readable, RulesArgs, RulesFormat, SchemaArgs,
    SchemaFormat,
};
use crate::config::{self, Config};
use crate::console::Console;
use crate::lexicon;
use crate::output::{Output, style};
#[cfg(feature = "html-report")]
use crate::pages;
use crate::tables::{OF_CHECK, OF_LINKS, Outputs};

/// Findings; exit code 1 when there are any.
pub fn check(args: &CheckArgs) -> Result<ExitCode> {
    let config = config::load(&args.rules)?;
    let known = baseline(config.baseline.as_deref())?;
    #[cfg(feature = "html-report")]
    args.tables.refuse_same_file(&[args.input.output.as_deref(), args.html.as_deref()])?;
    #[cfg(not(feature = "html-report"))]
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let mut to = Output::open(args.input.output.as_deref())?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_CHECK);
    let mut console = Console::new(args.input.quiet, &args.input.paths);
    let Config { settings, min_severity, against, .. } = config;
    let rules = Checking { settings, against };
    // Tables hold more of each article than the rules ask for.
    let purpose = if outputs.asked_for() { Purpose::Everything } else { Purpose::Check };
    // Lines and columns are counted in the texts.
    let job = Job { with_text: args.format == CheckFormat::Sarif, ..job(&args.input, &reader, purpose)? };
    #[cfg(feature = "html-report")]
    let job = match &args.html {
        Some(_) => Job { purpose: Purpose::Everything, with_text: job.with_text || !args.no_text, ..job },
        None => job,
    };
    let checked = pipeline::check_with(&job, &rules, &mut |event| console.event(event))?;
    let worth = |finding: &Finding| min_severity.is_none_or(|least| finding.severity >= least);
    let mut findings: Vec<_> = checked.findings.into_iter().filter(worth).collect();
    if let Some(path) = &args.rules.write_baseline {
        let mut file = Output::open(Some(path))?;
        file.write_all(Baseline::of(&findings).print().as_bytes())?;
        file.finish()?;
    }
    let found = findings.len();
    findings.retain(|finding| !known.holds(finding));
    console.accepted = found - findings.len();
    let results = Results { records: &checked.linked.records, groups: &checked.linked.groups, findings: &findings };
    done(&mut console, &args.input)?;
    outputs.write(|store| results.tables(store));
    outputs.finish();
    #[cfg(feature = "html-report")]
    if let Some(path) = &args.html {
        outputs.attempt(&format!("--html {}", path.display()), || pages::write(results, path, args.no_text));
    }
    match args.format {
        CheckFormat::Text => text::write(results, style(args.input.output.is_some()), &mut to)?,
        CheckFormat::Jsonl => write_each(results.findings, jsonl::finding, &mut to)?,
        CheckFormat::Sarif => sarif::write(results, RULES, &mut to)?,
        CheckFormat::Claimreview => {
            write_each(results.findings, |finding, to| claimreview::draft(results, finding, to), &mut to)?;
        }
    }
    to.finish()?;
    outputs.settle()?;
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

/// The findings that a file accepts; none without a file.
fn baseline(path: Option<&Path>) -> Result<Baseline> {
    let Some(path) = path else { return Ok(Baseline::default()) };
    let text = fs::read_to_string(path).with_context(|| {
        format!("cannot read the baseline {}: `trialwire check --write-baseline` makes one", path.display())
    })?;
    Baseline::parse(&text).with_context(|| format!("the baseline {} cannot be used", path.display()))
}

/// Groups of articles; no more is kept of an article than is written of it.
pub fn link(args: &LinkArgs) -> Result<ExitCode> {
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let mut to = Output::open(args.input.output.as_deref())?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_LINKS);
    let mut console = Console::new(args.input.quiet, &args.input.paths);
    let text = matches!(args.format, Readable::Text) && args.explain.is_none();
    let whole = text || args.explain.is_some() || outputs.asked_for();
    let keep = |record: Record| whole.then(|| record.heading());
    let job = job(&args.input, &reader, Purpose::Link)?;
    let collected = pipeline::collect(&job, keep, &mut |event| console.event(event))?;
    done(&mut console, &args.input)?;
    if let Some([a, b]) = args.explain.as_deref() {
        let Some(why) = collected.linker.explain(a, b) else {
            let known = |id: &str| collected.records.iter().any(|record| record.id == id);
            let unknown = if known(a) { b } else { a };
            bail!("no article has the id {unknown:?}; `trialwire link` without --explain shows the ids");
        };
        for line in why.lines() {
            writeln!(to, "{}", one_line(line))?;
        }
    }
    let mut grouped = pipeline::groups(&collected.linker, args.input.threads)?;
    if whole {
        let all: Vec<_> = grouped.collect();
        let results = Results { records: &collected.records, groups: &all, findings: &[] };
        outputs.write(|store| results.tables(store));
        outputs.finish();
        match args.format {
            _ if args.explain.is_some() => {}
            Readable::Text => groups::write(results, style(args.input.output.is_some()), &mut to)?,
            Readable::Jsonl => write_each(&all, jsonl::group, &mut to)?,
        }
    } else if args.explain.is_none() {
        let mut line = Vec::new();
        grouped.try_for_each(|group| {
            line.clear();
            jsonl::group(&group, &mut line);
            to.write_all(&line)
        })?;
    }
    to.finish()?;
    outputs.settle()?;
    Ok(ExitCode::SUCCESS)
}

/// The text of the PDF file on standard input.
#[cfg(feature = "pdf")]
pub fn read_pdf() -> Result<ExitCode> {
    let code = trialwire::ingest::serve_pdf(&mut std::io::stdin().lock(), &mut std::io::stdout().lock())?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// The table of rules.
pub fn rules(args: &RulesArgs) -> Result<ExitCode> {
    let mut to = Output::open(None)?;
    match args.format {
        RulesFormat::Text => report::rules::table(RULES, style(false), &mut to)?,
        RulesFormat::Jsonl => write_each(RULES, report::rules::jsonl, &mut to)?,
        RulesFormat::Markdown => report::rules::markdown(RULES, &mut to)?,
    }
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The tables that are written.
pub fn schema(args: &SchemaArgs) -> Result<ExitCode> {
    let mut to = Output::open(None)?;
    match args.format {
        SchemaFormat::Text => schema::text(style(false), &mut to)?,
        SchemaFormat::Markdown => schema::markdown(&mut to)?,
        SchemaFormat::Jsonl => {
            let mut rows = Vec::new();
            schema::jsonl(&mut rows);
            to.write_all(&rows)?;
        }
        SchemaFormat::Sql => to.write_all(sql::script(&schema::sheets()).as_bytes())?,
    }
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The manual page of one rule.
pub fn explain(args: &ExplainArgs) -> Result<ExitCode> {
    let Some(rule) = report::rules::find(RULES, &args.rule) else {
        bail!("there is no rule {:?}; `trialwire rules` lists them", args.rule);
    };
    let mut to = Output::open(None)?;
    report::rules::page(rule, style(false), &mut to)?;
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}

pub fn job<'r>(input: &InputArgs, reader: &'r Reader, purpose: Purpose) -> Result<Job<'r>> {
    let default = Limits::default();
    let limits = Limits {
        article_bytes: input.max_bytes,
        page_bytes: default.page_bytes.min(input.max_bytes),
        any_language: input.any_language,
        pdf_process: true,
        unpacked_bytes: input.max_unpacked,
        unpacked_ratio: input.max_ratio,
        fields: fields(input)?,
        ..default
    };
    Ok(Job { reader, inputs: input.paths.clone(), limits, threads: input.threads, with_text: false, purpose })
}

fn fields(input: &InputArgs) -> Result<Fields> {
    let pairs = input.map.iter().map(|(ours, theirs)| (ours.as_str(), theirs.as_str()));
    Fields::new(pairs).map_err(|problem| anyhow!("--map: {problem}"))
}

/// Sums up; a run that read nothing has failed.
pub fn done(console: &mut Console, input: &InputArgs) -> Result<()> {
    console.finish();
    if console.articles + console.known == 0 {
        let paths: Vec<_> = input.paths.iter().map(|path| path.display().to_string()).collect();
        bail!(
            "no article could be read from {}; give text, HTML, web archives, or JSON or tables with a \"text\"",
            paths.join(", ")
        );
    }
    Ok(())
}

/// One line each.
fn write_each<T>(rows: &[T], format: impl Fn(&T, &mut Vec<u8>), to: &mut dyn Write) -> Result<()> {
    let mut line = Vec::new();
    for row in rows {
        line.clear();
        format(row, &mut line);
        to.write_all(&line)?;
    }
    Ok(())
}
