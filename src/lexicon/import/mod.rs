//! An official release of drug, gene or questionnaire names in, overlay files in the lexicon's own format out.

mod cdisc;
mod chembl;
mod drugbank;
mod drugs_fda;
mod ema;
mod filter;
mod hgnc;
mod mesh;
mod overlay;
mod read;
mod rxnorm;

use std::path::Path;

use super::{Lexicon, Problem};

use overlay::Collector;
pub use overlay::{Dropped, Overlay};

/// A release that can be imported.
#[derive(Clone, Copy)]
pub struct Source {
    /// As given on the command line: `rxnorm`.
    pub name: &'static str,
    /// What to give: file or folder, and where it comes from.
    pub expects: &'static str,
    pub title: &'static str,
    pub licence: &'static str,
    read: fn(&Path, &mut Collector<'_>) -> Result<(), Problem>,
}

/// Every release that can be imported, by name.
pub static SOURCES: &[Source] = &[
    Source {
        name: "cdisc",
        expects: "the tab-delimited text of CDISC terminology (SDTM or QRS), from NCI EVS",
        title: "CDISC terminology (NCI Thesaurus)",
        licence: "NCI Thesaurus: CC BY 4.0",
        read: cdisc::read,
    },
    Source {
        name: "chembl",
        expects: "the compound table saved from the ChEMBL interface as CSV or TSV",
        title: "ChEMBL compounds",
        licence: "CC BY-SA 3.0",
        read: chembl::read,
    },
    Source {
        name: "drugbank",
        expects: "the DrugBank open vocabulary, drugbank vocabulary.csv",
        title: "DrugBank open vocabulary",
        licence: "CC0 1.0",
        read: drugbank::read,
    },
    Source {
        name: "drugs-fda",
        expects: "Products.txt of Drugs@FDA, or the folder that holds it",
        title: "Drugs@FDA",
        licence: "public domain (US government)",
        read: drugs_fda::read,
    },
    Source {
        name: "ema",
        expects: "the EMA medicines table as CSV, TSV or JSON",
        title: "EMA medicines",
        licence: "reuse with attribution to the European Medicines Agency",
        read: ema::read,
    },
    Source {
        name: "hgnc",
        expects: "hgnc_complete_set.txt",
        title: "HGNC complete set",
        licence: "CC0 1.0",
        read: hgnc::read,
    },
    Source {
        name: "mesh",
        expects: "MeSH XML: descriptors (desc2026.xml) or supplementary records (supp2026.xml)",
        title: "Medical Subject Headings",
        licence: "US National Library of Medicine, free reuse with attribution",
        read: mesh::read,
    },
    Source {
        name: "rxnorm",
        expects: "the rrf folder of RxNorm prescribable content (RXNCONSO.RRF, RXNREL.RRF)",
        title: "RxNorm prescribable content",
        licence: "US National Library of Medicine, no licence required for this subset",
        read: rxnorm::read,
    },
];

/// Reads a release; `release` is its date or version as its publisher gives it. What the lexicon `core` holds already
/// keeps its meaning: names of a known entry are added to that entry.
///
/// # Errors
///
/// An unknown source, a file that cannot be read, or one of another layout.
pub fn import(name: &str, path: &Path, release: &str, core: &Lexicon) -> Result<Overlay, Problem> {
    let Some(source) = SOURCES.iter().find(|source| source.name == name) else {
        let known: Vec<&str> = SOURCES.iter().map(|source| source.name).collect();
        let fix = format!("use one of {}", known.join(", "));
        return Err(Problem::new(&path.display().to_string(), 0, format!("unknown source \"{name}\""), fix));
    };
    let mut collector = Collector::new(core, source.name);
    (source.read)(path, &mut collector)?;
    Ok(collector.finish(source, release))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::LexiconFile;
    use crate::lexicon::small::small_lexicon;

    /// Imports a fixture and loads what comes out, over the small lexicon of the tests.
    pub(super) fn imported(source: &str, file: &str) -> (Overlay, Vec<LexiconFile>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lexicon-import");
        let overlay = import(source, &folder.join(file), "2026-01", &small_lexicon()).unwrap_or_else(|e| panic!("{e}"));
        let files = overlay.files.iter();
        let files = files.map(|(name, text)| LexiconFile { name: name.clone(), text: text.clone().into() }).collect();
        (overlay, files)
    }

    #[test]
    fn every_source_yields_sound_files_and_its_names() {
        for (source, file, surfaces) in [
            ("cdisc", "cdisc.txt", &["QXN9\tscale:qx-nine-questionnaire\tacronym\texact"][..]),
            (
                "chembl",
                "chembl.csv",
                &["exampletinib\tdrug:exampletinib\tname\tany", "EX-4471\tdrug:exampletinib\tcode\tany"],
            ),
            (
                "drugbank",
                "drugbank.csv",
                &["Examplazole\tdrug:examplazole\tname\tany", "Zoloftine\tdrug:sertraline\tsynonym\tany"],
            ),
            ("drugs-fda", "Products.txt", &["EXAMPLIX\tdrug:examplamide\tbrand\tany"]),
            ("ema", "ema.csv", &["Examplira\tdrug:examplimab\tbrand\tany"]),
            ("ema", "ema.json", &["Examplira\tdrug:examplimab\tbrand\tany"]),
            ("hgnc", "hgnc.txt", &["IL99\tcytokine:interleukin-99\tsymbol\texact"]),
            ("mesh", "desc.xml", &["Examplomycin\tdrug:examplomycin\tname\tany"]),
            ("mesh", "supp.xml", &["examplicept\tdrug:examplicept\tname\tany"]),
            ("rxnorm", "rxnorm", &["Exampla\tdrug:examplastatin\tbrand\tany"]),
        ] {
            let (overlay, files) = imported(source, file);
            let all: String = overlay.files.iter().map(|(_, text)| text.as_str()).collect();
            for surface in surfaces {
                assert!(all.contains(surface), "{source}: {surface:?} not in\n{all}");
            }
            assert!(all.contains("2026-01") && all.contains("icence"), "{source}");
            let core = crate::lexicon::small::small_files();
            let problems = crate::lexicon::check(&files, &core);
            assert!(problems.is_empty(), "{source}: {problems:?}");
        }
    }

    #[test]
    fn what_is_no_name_is_dropped_and_counted() {
        let (overlay, _) = imported("drugbank", "drugbank.csv");
        let all: String = overlay.files.iter().map(|(_, text)| text.as_str()).collect();
        for (absent, why) in [("C17H21NO4", "formula"), ("\nSpeed\t", "word"), ("\nABC\t", "short")] {
            assert!(!all.contains(absent), "{why}: {absent}");
        }
        let dropped = overlay.dropped;
        assert_eq!((dropped.formulas, dropped.words, dropped.short), (1, 1, 1), "{dropped:?}");
    }

    #[test]
    fn a_file_of_another_layout_is_a_problem() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lexicon-import");
        let core = small_lexicon();
        for source in ["cdisc", "chembl", "drugbank", "drugs-fda", "hgnc"] {
            assert!(import(source, &folder.join("ema.json"), "", &core).is_err(), "{source}");
        }
        for source in SOURCES {
            assert!(import(source.name, &folder.join("no-such-file"), "", &core).is_err(), "{}", source.name);
        }
        assert!(import("nonsense", &folder, "", &core).is_err());
    }
}
