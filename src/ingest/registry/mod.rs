//! One study of ClinicalTrials.gov as JSON (API version 2) in, an article out whose sentences render the record's fields.
//!
//! Counts and times stand in sentences that are read like any other; each claim made of them keeps the path of its field.

mod rendering;

use rendering::{Node, Rendering};
use serde_json::Value;

use super::{At, Raw, Reason};
use crate::model::{Article, ArticleKind};

/// Reads one study. Its id is the path, with the registration number behind it where the file holds several.
pub(super) fn parse(raw: &Raw) -> Result<Article, Reason> {
    let json = std::str::from_utf8(&raw.bytes).map_err(|error| Reason::NotUtf8(error.valid_up_to() + 1))?;
    let record: Value = serde_json::from_str(json).map_err(|error| Reason::InvalidJson(error.to_string()))?;
    let study = Node::root(&record).get(&["protocolSection"]);
    let number = study.get(&["identificationModule", "nctId"]).line();
    let (text, fields) = render(&study);
    let sponsor = study.get(&["sponsorCollaboratorsModule", "leadSponsor", "name"]);
    let status = study.get(&["statusModule"]);
    let posted = status.get(&["studyFirstPostDateStruct", "date"]).line();
    Ok(Article {
        id: match &number {
            Some(number) if raw.at != At::Whole => format!("{}#{number}", raw.path),
            _ => raw.source(),
        },
        title: title(&study).and_then(|at| at.line()),
        outlet: sponsor.line(),
        url: number.as_ref().map(|number| format!("https://clinicaltrials.gov/study/{number}")),
        published: posted.or_else(|| status.get(&["studyFirstSubmitDate"]).line()),
        kind: Some(ArticleKind::Registry),
        source: raw.source(),
        language: Some("en".into()),
        text,
        identifiers: identifiers(&study),
        fields,
    })
}

fn title<'r>(study: &Node<'r>) -> Option<Node<'r>> {
    let titles = ["briefTitle", "officialTitle"].map(|key| study.get(&["identificationModule", key]));
    titles.into_iter().find(|at| at.line().is_some())
}

/// The registration number, and those of other registries.
fn identifiers(study: &Node<'_>) -> Vec<String> {
    let names = study.get(&["identificationModule"]);
    let others = names.get(&["secondaryIdInfos"]);
    let others: Vec<String> = others.each().filter_map(|other| other.get(&["id"]).line()).collect();
    names.get(&["nctId"]).line().into_iter().chain(others).collect()
}

fn render(study: &Node<'_>) -> (String, Vec<crate::model::Field>) {
    let mut to = Rendering::default();
    if let Some(title) = title(study) {
        to.field(&title, &title.line().unwrap_or_default());
    }
    let names = study.get(&["identificationModule"]);
    if names.get(&["briefTitle"]).line() != names.get(&["officialTitle"]).line() {
        to.labelled("Official title", &names.get(&["officialTitle"]));
    }
    to.labelled("Registration number", &names.get(&["nctId"]));
    summary(study, &mut to);
    design(study, &mut to);
    enrolment(study, &mut to);
    arms(study, &mut to);
    outcomes(study, &mut to);
    eligibility(study, &mut to);
    to.labelled("Sponsor", &study.get(&["sponsorCollaboratorsModule", "leadSponsor", "name"]));
    dates(study, &mut to);
    to.done()
}

/// The registrants' own words, paragraph by paragraph.
fn summary(study: &Node<'_>, to: &mut Rendering) {
    let summary = study.get(&["descriptionModule", "briefSummary"]);
    for line in summary.raw().unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()) {
        to.paragraph();
        to.field(&summary, line);
    }
}

/// The words for the terms of the record's vocabulary; terms that are not listed are left out.
const TERMS: [(&str, &str); 21] = [
    ("INTERVENTIONAL", "This is an interventional study"),
    ("OBSERVATIONAL", "This is an observational study"),
    ("EARLY_PHASE1", "It is an early phase 1 trial"),
    ("PHASE1", "It is a phase 1 trial"),
    ("PHASE2", "It is a phase 2 trial"),
    ("PHASE3", "It is a phase 3 trial"),
    ("PHASE4", "It is a phase 4 trial"),
    ("RANDOMIZED", "Participants are randomised to their groups"),
    ("NON_RANDOMIZED", "Participants are assigned to their groups without chance"),
    ("PARALLEL", "The groups are treated in parallel"),
    ("CROSSOVER", "The groups cross over"),
    ("SINGLE_GROUP", "There is a single group"),
    ("NONE", "The study is open-label"),
    ("SINGLE", "The study is single-blind"),
    ("DOUBLE", "The study is double-blind"),
    ("TRIPLE", "The study is triple-blind"),
    ("QUADRUPLE", "The study is quadruple-blind"),
    ("COHORT", "It is a cohort study"),
    ("CASE_CONTROL", "It is a case-control study"),
    ("PROSPECTIVE", "It is prospective"),
    ("RETROSPECTIVE", "It is retrospective"),
];

fn design(study: &Node<'_>, to: &mut Rendering) {
    to.paragraph();
    if to.list("The study is of these conditions: ", study.get(&["conditionsModule", "conditions"]).each()) {
        to.stop();
    }
    let design = study.get(&["designModule"]);
    let phases = design.get(&["phases"]);
    let info = design.get(&["designInfo"]);
    let masking = info.get(&["maskingInfo", "masking"]);
    let single = [
        info.get(&["allocation"]),
        info.get(&["interventionModel"]),
        masking,
        info.get(&["observationalModel"]),
        info.get(&["timePerspective"]),
    ];
    for at in std::iter::once(design.get(&["studyType"])).chain(phases.each()).chain(single) {
        if let Some((_, words)) = TERMS.iter().find(|(term, _)| at.is(term)) {
            to.field(&at, words);
            to.stop();
        }
    }
}

/// "The study enrolled 326 participants with depression."
fn enrolment(study: &Node<'_>, to: &mut Rendering) {
    let info = study.get(&["designModule", "enrollmentInfo"]);
    let count = info.get(&["count"]);
    let Some(number) = count.count().filter(|&number| number > 0) else { return };
    // "ANTICIPATED" is the older word for "ESTIMATED"; without a type a count may be a plan.
    let actual = info.get(&["type"]).is("ACTUAL");
    to.paragraph();
    to.words(if actual { "The study enrolled " } else { "It is expected to enrol " });
    to.field(&count, &format!("{number} {}", if number == 1 { "participant" } else { "participants" }));
    let conditions = study.get(&["conditionsModule", "conditions"]);
    if let Some(first) = conditions.each().next().filter(|first| first.line().is_some()) {
        to.words(" with ");
        to.field(&first, &lower_case(&first.line().unwrap_or_default()));
    }
    to.stop();
}

/// "Major Depression" inside a sentence is "major depression"; words with a second capital keep theirs.
fn lower_case(words: &str) -> String {
    let lower = |word: &str| {
        let name = word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
        if name { word.to_owned() } else { word.to_lowercase() }
    };
    words.split_inclusive([' ', '-']).map(lower).collect()
}

fn arms(study: &Node<'_>, to: &mut Rendering) {
    let arms = study.get(&["armsInterventionsModule"]);
    for (name, list) in [("Arm", arms.get(&["armGroups"])), ("Intervention", arms.get(&["interventions"]))] {
        for arm in list.each() {
            let label = arm.get(&[if name == "Arm" { "label" } else { "name" }]);
            to.labelled(name, &label);
            let description = arm.get(&["description"]);
            if let (Some(_), Some(line)) = (label.line(), description.line()) {
                to.field(&description, &line);
                to.stop();
            }
        }
    }
}

/// "Primary outcome: change in MADRS score, assessed at 12 weeks."
fn outcomes(study: &Node<'_>, to: &mut Rendering) {
    for outcome in study.get(&["outcomesModule", "primaryOutcomes"]).each() {
        let (measure, time) = (outcome.get(&["measure"]), outcome.get(&["timeFrame"]));
        let Some(line) = measure.line() else { continue };
        to.paragraph();
        to.words("Primary outcome: ");
        to.field(&measure, line.trim_end_matches('.'));
        if let Some(frame) = time.line() {
            to.words(if frame.starts_with(|c: char| c.is_ascii_digit()) { ", assessed at " } else { ", assessed: " });
            to.field(&time, &frame);
        }
        to.stop();
        if let Some(line) = outcome.get(&["description"]).line() {
            to.field(&outcome.get(&["description"]), &line);
            to.stop();
        }
    }
}

fn eligibility(study: &Node<'_>, to: &mut Rendering) {
    let module = study.get(&["eligibilityModule"]);
    let (least, most) = (module.get(&["minimumAge"]), module.get(&["maximumAge"]));
    to.paragraph();
    match (least.line(), most.line()) {
        (None, None) => {}
        (Some(from), None) => {
            to.words("Participants are aged ");
            to.field(&least, &format!("{} or older", from.to_lowercase()));
            to.stop();
        }
        (from, Some(up_to)) => {
            to.words("Participants are aged ");
            if let Some(from) = from {
                to.field(&least, &from.to_lowercase());
                to.words(" to ");
            } else {
                to.words("up to ");
            }
            to.field(&most, &up_to.to_lowercase());
            to.stop();
        }
    }
    for (sex, words) in [("FEMALE", "Only women take part"), ("MALE", "Only men take part")] {
        if module.get(&["sex"]).is(sex) {
            to.field(&module.get(&["sex"]), words);
            to.stop();
        }
    }
}

fn dates(study: &Node<'_>, to: &mut Rendering) {
    let status = study.get(&["statusModule"]);
    to.paragraph();
    for (label, key) in [
        ("Start: ", "startDateStruct"),
        ("Primary completion: ", "primaryCompletionDateStruct"),
        ("Completion: ", "completionDateStruct"),
    ] {
        let date = status.get(&[key, "date"]);
        if let Some(line) = date.line() {
            to.words(label);
            to.field(&date, &line);
            to.stop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Format;

    const STUDY: &str = r#"{"protocolSection": {
      "identificationModule": {"nctId": "NCT01234567", "briefTitle": "Minocycline in Depression",
        "secondaryIdInfos": [{"id": "2015-001234-56", "type": "EUDRACT_NUMBER"}]},
      "statusModule": {"startDateStruct": {"date": "2016-04"}, "studyFirstPostDateStruct": {"date": "2016-02-11"}},
      "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Avonmere University"}},
      "descriptionModule": {"briefSummary": "Minocycline may help.\n\nThis trial tests it. "},
      "conditionsModule": {"conditions": ["Treatment-Resistant Depression", "Inflammation"]},
      "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2", "PHASE3"],
        "designInfo": {"allocation": "RANDOMIZED", "interventionModel": "PARALLEL", "maskingInfo": {"masking": "DOUBLE"}},
        "enrollmentInfo": {"count": 326, "type": "ACTUAL"}},
      "armsInterventionsModule": {"armGroups": [{"label": "Minocycline", "description": "200 mg a day for 12 weeks"}]},
      "outcomesModule": {"primaryOutcomes": [{"measure": "Change in MADRS score", "timeFrame": "12 weeks"},
        {"measure": "Remission.", "timeFrame": "Baseline to week 12"}]},
      "eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "65 Years", "sex": "ALL"}}}"#;

    fn read(json: &str, line: Option<usize>) -> Article {
        let raw = Raw {
            path: "a.json".into(),
            at: line.map_or(At::Whole, At::Line),
            format: Format::Study,
            bytes: json.into(),
        };
        parse(&raw).unwrap()
    }

    #[test]
    fn a_study_becomes_a_text() {
        let article = read(STUDY, None);
        assert_eq!(
            article.text.split("\n\n").collect::<Vec<_>>(),
            [
                "Minocycline in Depression",
                "Registration number: NCT01234567.",
                "Minocycline may help.",
                "This trial tests it.",
                "The study is of these conditions: Treatment-Resistant Depression, Inflammation. This is an interventional \
                 study. It is a phase 2 trial. It is a phase 3 trial. Participants are randomised to their groups. The groups \
                 are treated in parallel. The study is double-blind.",
                "The study enrolled 326 participants with treatment-resistant depression.",
                "Arm: Minocycline. 200 mg a day for 12 weeks.",
                "Primary outcome: Change in MADRS score, assessed at 12 weeks.",
                "Primary outcome: Remission, assessed: Baseline to week 12.",
                "Participants are aged 18 years to 65 years.",
                "Sponsor: Avonmere University.",
                "Start: 2016-04.",
            ]
        );
    }

    #[test]
    fn every_field_keeps_its_path() {
        let article = read(STUDY, None);
        let path = |words: &str| {
            let field = article.fields.iter().find(|field| field.span.of(&article.text) == words);
            field.map(|field| field.path.as_str())
        };
        assert_eq!(path("326 participants"), Some("$.protocolSection.designModule.enrollmentInfo.count"));
        assert_eq!(path("12 weeks"), Some("$.protocolSection.outcomesModule.primaryOutcomes[0].timeFrame"));
        assert_eq!(path("It is a phase 3 trial"), Some("$.protocolSection.designModule.phases[1]"));
        assert_eq!(path("65 years"), Some("$.protocolSection.eligibilityModule.maximumAge"));
        assert!(article.fields.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }

    #[test]
    fn metadata_are_read() {
        let article = read(STUDY, Some(3));
        assert_eq!((article.id.as_str(), article.source.as_str()), ("a.json#NCT01234567", "a.json:3"));
        assert_eq!(article.kind, Some(ArticleKind::Registry));
        assert_eq!(article.outlet.as_deref(), Some("Avonmere University"));
        assert_eq!(article.published.as_deref(), Some("2016-02-11"));
        assert_eq!(article.identifiers, ["NCT01234567", "2015-001234-56"]);
        assert_eq!(read(STUDY, None).id, "a.json");
    }

    #[test]
    fn records_of_another_shape_are_read_as_far_as_they_go() {
        for json in [
            "{}",
            "[]",
            "{\"protocolSection\": 5}",
            "{\"protocolSection\": {\"outcomesModule\": {\"primaryOutcomes\": [1, {}]}}}",
        ] {
            assert_eq!(read(json, None).text, "", "{json}");
        }
        let plan = r#"{"protocolSection": {"designModule": {"enrollmentInfo": {"count": "1", "type": "ESTIMATED"}}}}"#;
        assert_eq!(read(plan, None).text, "It is expected to enrol 1 participant.");
    }
}
