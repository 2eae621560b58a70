//! Tables in, the lexicon ready to read texts out.

use std::path::PathBuf;

use crate::model::Mention;

use super::entry::{Entry, Surface};
use super::load::{self, Tables};
use super::matcher::{Builder, Matcher, Pattern};
use super::mentions::Names;
use super::openings::Openings;
use super::problem::Problem;
use super::scan;
use super::variants::{self, Rules, Words};
use super::vocabulary::{Spellings, Vocabulary};
use crate::text::{Block, blocks};

/// The loaded lexicons; built once, shared by every thread.
///
/// ```
/// let lexicon = trialwire::lexicon::Lexicon::bundled();
/// let mentions = lexicon.mentions("Patients received tocilizumab.");
/// assert_eq!(mentions[0].id, "drug:tocilizumab");
/// ```
pub struct Lexicon {
    pub(super) tables: Tables,
    pub(super) rules: Rules,
    pub(super) matcher: Matcher,
    /// How the certain names of entries start that have an ambiguous one too.
    pub(super) openings: Openings,
}

impl Lexicon {
    /// The lexicons that come with the program.
    pub fn bundled() -> Self {
        let mut tables = Tables::default();
        tables.add(&load::bundled_files(), &mut Vec::new());
        let core = tables.surfaces.len();
        Self::build(tables, core)
    }

    /// The lexicons of the program with those of overlay folders added, or everything that is wrong with the latter.
    ///
    /// # Errors
    ///
    /// Every unreadable folder or file, and every line of a wrong form or with an unknown id.
    pub fn load(overlays: &[PathBuf]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut tables = Tables::default();
        tables.add(&load::bundled_files(), &mut Vec::new());
        let core = tables.surfaces.len();
        let files = load::folder_files(overlays, &mut problems);
        tables.add(&files, &mut problems);
        tables.check_parents(&files, &mut problems);
        if problems.is_empty() { Ok(Self::build(tables, core)) } else { Err(problems) }
    }

    /// A lexicon of these files alone.
    ///
    /// # Errors
    ///
    /// Every line of a wrong form or with an unknown id.
    pub fn from_files(files: &[load::LexiconFile]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut tables = Tables::default();
        tables.add(files, &mut problems);
        tables.check_parents(files, &mut problems);
        let core = tables.surfaces.len();
        if problems.is_empty() { Ok(Self::build(tables, core)) } else { Err(problems) }
    }

    /// Every entry named in `text`, in the order of the text.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.names_in(text, &blocks(text)).mentions()
    }

    /// The names in a text with these paragraphs, to be read where they are asked for.
    pub fn names_in<'a>(&'a self, text: &'a str, blocks: &'a [Block]) -> Names<'a> {
        Names::new(self, text, blocks)
    }

    /// The first `core` surfaces come with the program; none of the others may take a name from them.
    fn build(tables: Tables, core: usize) -> Self {
        let mut rules = Rules::parse(load::NAME_RULES);
        let mut builder = Builder::new(Vocabulary::new(std::mem::take(&mut rules.spelling)));
        rules.intern(&mut builder.vocabulary);
        let has_doubts = tables.with_ambiguous_names();
        let (mut all, mut certain) = (Vec::new(), Vec::new());
        for (index, surface) in tables.surfaces.iter().enumerate() {
            let entry = &tables.entries[surface.entry as usize];
            variants::of(surface, entry.kind, &rules, &mut builder.vocabulary, &mut all);
            let is_taken = |words: &Words| {
                let owner = builder.owner(words.ids()).filter(|&owner| (owner as usize) < core);
                owner.is_some_and(|owner| tables.surfaces[owner as usize].entry != surface.entry)
            };
            if index >= core && (tables.rejected.contains(&surface.text) || all.first().is_some_and(is_taken)) {
                continue;
            }
            if has_doubts[surface.entry as usize] && !surface.is_ambiguous() {
                let first_words = all.iter().filter_map(|words| words.ids().first());
                certain.extend(first_words.map(|&word| (surface.entry, word)));
            }
            let capital = scan::needs_capital(surface);
            for words in &all {
                let (tight, joints) = (words.tight, words.joints);
                let pattern = Pattern { surface: index as u32, tight, joints, odd: words.odd, capital };
                builder.add(words.ids(), pattern);
            }
        }
        for (index, rejected) in tables.rejected.iter().enumerate() {
            let words = variants::words(rejected, &mut builder.vocabulary);
            // A single word that is no name needs nothing to keep it out.
            if words.ids().len() > 1 || builder.owner(words.ids()).is_some() {
                let surface = (tables.surfaces.len() + index) as u32;
                let (joints, odd) = (words.joints, words.odd);
                builder.add(words.ids(), Pattern { surface, tight: 0, joints, odd, capital: false });
            }
        }
        let spellings = Spellings::new(&builder.vocabulary);
        let openings = Openings::new(&certain, &spellings);
        Self { tables, rules, matcher: builder.finish(&spellings), openings }
    }

    pub(super) fn surface(&self, index: u32) -> &Surface {
        &self.tables.surfaces[index as usize]
    }

    /// The entry of a surface.
    pub(super) fn entry_of(&self, surface: u32) -> &Entry {
        &self.tables.entries[self.surface(surface).entry as usize]
    }

    pub(super) fn first_surface(&self, entry: u32) -> Option<u32> {
        self.tables.surfaces.iter().position(|surface| surface.entry == entry).map(|index| index as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlay_that_is_not_there_stops_the_load() {
        let problems = Lexicon::load(&["no/such/folder".into()]).err().unwrap();
        assert_eq!(problems.len(), 1);
        assert!(Lexicon::load(&[]).is_ok());
    }
}
