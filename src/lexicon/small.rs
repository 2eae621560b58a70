//! A small lexicon for the tests, so that they stay true whatever the files hold.

use super::Lexicon;
use super::load::LexiconFile;
use super::table::{ENTRY_COLUMNS, REJECTED_COLUMNS, SURFACE_COLUMNS};

/// A small lexicon: `id|name|kind|parents` and `surface|id|type|case|ambiguity|cues for|cues against`, with `,` in lists.
pub(super) fn small_lexicon() -> Lexicon {
    Lexicon::from_files(&small_files()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub(super) fn small_files() -> Vec<LexiconFile> {
    let entry = |row: &&str| {
        let mut cells = row.split('|');
        let mut cell = || cells.next().unwrap();
        format!("{}\t{}\t{}\t\t{}\t\t\t\t", cell(), cell(), cell(), cell())
    };
    let surface = |row: &&str| row.replace('|', "\t").replace(',', "|");
    let file = |name: &str, columns: &[&str], rows: Vec<String>| LexiconFile {
        name: name.into(),
        text: format!("{}\n{}\n", columns.join("\t"), rows.join("\n")).into(),
    };
    vec![
        file("drugs.entries.tsv", &ENTRY_COLUMNS, DRUGS.iter().map(entry).collect()),
        file("drugs.surfaces.tsv", &SURFACE_COLUMNS, DRUG_NAMES.iter().map(surface).collect()),
        file("cytokines.entries.tsv", &ENTRY_COLUMNS, CYTOKINES.iter().map(entry).collect()),
        file("cytokines.surfaces.tsv", &SURFACE_COLUMNS, CYTOKINE_NAMES.iter().map(surface).collect()),
        file("scales.entries.tsv", &ENTRY_COLUMNS, SCALES.iter().map(entry).collect()),
        file("scales.surfaces.tsv", &SURFACE_COLUMNS, SCALE_NAMES.iter().map(surface).collect()),
        file("rejected.tsv", &REJECTED_COLUMNS, vec!["Orlistat House\tdrug\ta street address".into()]),
    ]
}

const DRUGS: [&str; 7] = [
    "drug-class:il-6-inhibitor|IL-6 inhibitor|class|",
    "drug-class:ssri|selective serotonin reuptake inhibitor|class|",
    "drug:orlistat|orlistat|drug|",
    "drug:quetiapine|quetiapine|drug|",
    "drug:sertraline|sertraline|drug|drug-class:ssri",
    "drug:tocilizumab|tocilizumab|biologic|drug-class:il-6-inhibitor",
    "drug:xanomeline-trospium|xanomeline-trospium|combination|",
];
const DRUG_NAMES: [&str; 10] = [
    "Alli|drug:orlistat|brand|initial|person|orlistat,obesity,weight loss,pill|mr",
    "IL-6 inhibitor|drug-class:il-6-inhibitor|class|any|||",
    "Seroquel|drug:quetiapine|brand|any|||",
    "SSRI|drug-class:ssri|acronym|any|||",
    "orlistat|drug:orlistat|name|any|||",
    "quetiapine|drug:quetiapine|name|any|||",
    "selective serotonin re-uptake inhibitor|drug-class:ssri|class|any|||",
    "sertraline|drug:sertraline|name|any|||",
    "tocilizumab|drug:tocilizumab|name|any|||",
    "xanomeline-trospium|drug:xanomeline-trospium|name|any|||",
];
const CYTOKINES: [&str; 6] = [
    "cytokine:crp|C-reactive protein|acute_phase|",
    "cytokine:il-1-beta|interleukin-1β|cytokine|",
    "cytokine:il-2r|interleukin-2 receptor|receptor|",
    "cytokine:il-6|interleukin-6|cytokine|",
    "cytokine:tnf|tumour necrosis factor|cytokine|",
    "cytokine:ca-19-9|carbohydrate antigen 19-9|marker|",
];
const CYTOKINE_NAMES: [&str; 7] = [
    "C-reactive protein|cytokine:crp|name|any|||",
    "CA 19-9|cytokine:ca-19-9|symbol|any|||",
    "CRP|cytokine:crp|symbol|any|||",
    "IL-1β|cytokine:il-1-beta|symbol|any|||",
    "IL-2R|cytokine:il-2r|symbol|any|||",
    "IL-6|cytokine:il-6|symbol|any|||",
    "TNF-α|cytokine:tnf|symbol|any|||",
];
const SCALES: [&str; 5] = [
    "scale:aact|acceptance and commitment therapy measure|scale|",
    "scale:act|Asthma Control Test|scale|",
    "scale:hdrs-17|Hamilton Depression Rating Scale, 17 items|version|scale:hdrs",
    "scale:hdrs|Hamilton Depression Rating Scale|scale|",
    "scale:phq-9|Patient Health Questionnaire-9|scale|",
];
const SCALE_NAMES: [&str; 6] = [
    "ACT|scale:aact|acronym|exact|shared|acceptance,therapy|law",
    "ACT|scale:act|acronym|exact|shared|asthma,inhaler|law",
    "Asthma Control Test|scale:act|name|any|||",
    "HDRS-17|scale:hdrs-17|acronym|any|||",
    "Hamilton Depression Rating Scale|scale:hdrs|name|any|||",
    "PHQ-9|scale:phq-9|acronym|any|||",
];
