//! Articles in, what each says out as they are read, with constant memory: what `extract` and `audit` share.

use std::io::Write;

use anyhow::Result;
use trialwire::model::Record;
use trialwire::pipeline::{self, Job, LINE_BYTES};
use trialwire::report::article_tables;

use crate::brat::Folder;
use crate::console::Console;
use crate::input::{InputArgs, done};
use crate::output::Output;
use crate::tables::Outputs;

/// Who asks for tables and names no other format or file wants the tables alone; where none of them can be written,
/// there is nothing to read for.
pub fn default<F>(input: &InputArgs, outputs: &Outputs, format: F) -> Result<Option<F>> {
    if !outputs.asked_for() || input.output.is_some() {
        return Ok(Some(format));
    }
    if outputs.lost() {
        outputs.settle()?;
    }
    Ok(None)
}

/// Reads every article once, for all outputs.
pub fn read(
    job: &Job<'_>,
    input: &InputArgs,
    lines: impl Fn(&Record, &mut Vec<u8>) + Sync,
    to: &mut Output,
    outputs: &mut Outputs,
    mut folder: Option<&mut Folder>,
) -> Result<()> {
    let mut console = Console::new(input.quiet, &input.paths);
    let whole = outputs.asked_for() || folder.is_some();
    let finish = |record: Record| {
        let mut bytes = Vec::with_capacity(LINE_BYTES * (record.claims.len() + 1));
        lines(&record, &mut bytes);
        (bytes, whole.then_some(record))
    };
    let mut number = 0;
    let deliver = |(bytes, record): (Vec<u8>, Option<Record>)| {
        number += 1;
        to.write_all(&bytes)?;
        if let Some(record) = record {
            outputs.write(|store| article_tables::write(&record, number, store));
            folder.as_mut().map_or(Ok(()), |folder| folder.write(&record))?;
        }
        Ok(())
    };
    pipeline::read_each(job, &finish, deliver, &mut |event| console.event(event))?;
    done(&mut console, input)?;
    outputs.finish();
    Ok(())
}
