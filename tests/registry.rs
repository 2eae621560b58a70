//! A registry record through the whole reader: its fields become claims that keep their path.

use trialwire::ingest::{self, At, Format, Item, Limits, Raw};
use trialwire::model::{Claim, ClaimKind, Record, Role, Scope};
use trialwire::pipeline::Reader;

fn read(json: &str) -> Record {
    let raw = Raw { path: "a.json".into(), at: At::Whole, format: Format::Study, bytes: json.into() };
    match ingest::parse(&raw, &Limits::default()) {
        Ok(Item::Article(article)) => Reader::bundled().read(&article),
        other => panic!("{other:?}"),
    }
}

fn study(enrolment: &str, frame: &str) -> Record {
    read(&format!(
        r#"{{"protocolSection": {{"identificationModule": {{"nctId": "NCT01234567", "briefTitle": "Minocycline in Depression"}},
        "designModule": {{"studyType": "INTERVENTIONAL", "enrollmentInfo": {enrolment}}},
        "conditionsModule": {{"conditions": ["Depression"]}},
        "outcomesModule": {{"primaryOutcomes": [{{"measure": "Change in MADRS score", "timeFrame": "{frame}"}}]}}}}}}"#
    ))
}

fn of(record: &Record, kind: ClaimKind) -> Vec<&Claim> {
    record.claims.iter().filter(|claim| claim.kind == kind).collect()
}

/// Tables have the same columns in every format.
#[cfg(feature = "csv")]
#[test]
fn tables_keep_the_field() {
    use trialwire::report::{article_tables::CLAIMS, csv};
    let record = study(r#"{"count": 326, "type": "ACTUAL"}"#, "12 weeks");
    let mut rows = Vec::new();
    csv::lines(&CLAIMS, &record, &mut rows);
    let rows = String::from_utf8(rows).unwrap();
    assert!(rows.lines().any(|row| row.ends_with(",$.protocolSection.designModule.enrollmentInfo.count")), "{rows}");
}

#[test]
fn enrolment_is_a_sample_size() {
    for (kind, scope) in [("ACTUAL", Scope::ThisStudy), ("ESTIMATED", Scope::Planned)] {
        let record = study(&format!(r#"{{"count": 326, "type": "{kind}"}}"#), "12 weeks");
        let claims = of(&record, ClaimKind::SampleSize);
        assert_eq!(claims.len(), 1, "{kind}");
        let claim = claims[0];
        assert_eq!((claim.quote.as_str(), claim.role, claim.scope), ("326 participants", Some(Role::Total), scope));
        assert_eq!(claim.field.as_deref(), Some("$.protocolSection.designModule.enrollmentInfo.count"));
    }
}

#[test]
fn time_frames_are_durations() {
    let path = "$.protocolSection.outcomesModule.primaryOutcomes[0].timeFrame";
    for (frame, quotes) in [
        ("12 weeks", vec!["12 weeks"]),
        ("Up to 24 months", vec!["24 months"]),
        ("At 6 months", vec!["6 months"]),
        ("6 months after randomization", vec!["6 months"]),
        ("Baseline to week 12", vec![]),
        ("At discharge", vec![]),
    ] {
        let record = study(r#"{"count": 326, "type": "ACTUAL"}"#, frame);
        let claims = of(&record, ClaimKind::Duration);
        assert_eq!(claims.iter().map(|claim| claim.quote.as_str()).collect::<Vec<_>>(), quotes, "{frame}");
        assert!(claims.iter().all(|claim| claim.field.as_deref() == Some(path)), "{frame}");
    }
}

#[test]
fn the_registration_number_ties_the_record_to_articles() {
    let record = study(r#"{"count": 326}"#, "12 weeks");
    assert!(record.fingerprint.keys.iter().any(|key| key.value == "NCT01234567"));
    assert!(record.fingerprint.days.is_empty(), "days of registration say nothing of publication");
}
