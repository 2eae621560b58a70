//! PDF files made here, word by word, in; their text in reading order out, through the library and through the program.

#![cfg(feature = "pdf")]

use trialwire::ingest::{self, At, Format, Item, Limits, Raw};

/// The text of a file, or why there is none.
fn text(bytes: &[u8]) -> Result<String, String> {
    let raw = Raw { path: "a.pdf".into(), at: At::Whole, format: Format::Pdf, bytes: bytes.to_vec() };
    match ingest::parse(&raw, &Limits::default()) {
        Ok(Item::Article(article)) => Ok(article.text),
        Ok(other) => panic!("{other:?}"),
        Err(skip) => Err(skip.to_string()),
    }
}

/// A file of one font whose pages show lines of text, each at a place in points from the lower left.
fn file(pages: &[Vec<(f64, f64, String)>], trailer: &str) -> Vec<u8> {
    let count = pages.len();
    let kids: Vec<String> = (0..count).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (n, page) in pages.iter().enumerate() {
        let shown = page.iter().map(|(x, y, words)| format!("BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n"));
        let shown = shown.collect::<String>();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * n
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{shown}endstream", shown.len()));
    }
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").bytes()));
    let size = objects.len() + 1;
    out.extend(format!("trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF").bytes());
    out
}

fn column(x: f64, top: f64, lines: &[&str]) -> Vec<(f64, f64, String)> {
    lines.iter().enumerate().map(|(n, line)| (x, top - 12.0 * n as f64, (*line).to_owned())).collect()
}

#[test]
fn one_column_becomes_paragraphs() {
    let mut page = column(72.0, 700.0, &["Minocycline lifts mood in a trial"]);
    page.extend(column(
        72.0,
        660.0,
        &[
            "The LANTERN trial randomised 326 adults with treatment-resistant depression at 23 cli-",
            "nics, and measured IL-",
            "6 in their blood.",
        ],
    ));
    let expected = "Minocycline lifts mood in a trial\n\nThe LANTERN trial randomised 326 adults with treatment-resistant \
        depression at 23 clinics, and measured IL-6 in their blood.";
    assert_eq!(text(&file(&[page], "")).as_deref(), Ok(expected));
}

#[test]
fn two_columns_are_read_in_order() {
    let left = [
        "Depression is common and often",
        "hard to treat. In this trial 326",
        "adults took minocycline or a",
        "placebo for twelve weeks.",
    ];
    let right = [
        "After that time 54 per cent of",
        "those on the drug were well, and",
        "31 per cent of those on placebo.",
        "Harms were few and mild.",
    ];
    let page = [column(72.0, 700.0, &left), column(330.0, 700.0, &right)].concat();
    let found = text(&file(&[page], "")).unwrap();
    assert_eq!(found.replace("\n\n", " "), [left, right].concat().join(" "));
}

#[test]
fn heads_and_page_numbers_are_dropped() {
    let words = ["first", "second", "third", "fourth"];
    let pages = words.iter().enumerate().map(|(n, word)| {
        [
            column(72.0, 770.0, &["Avonmere Journal of Medicine 2024; 12: 34"]),
            column(
                72.0,
                700.0,
                &[&format!("The {word} page tells of 30 adults."), "They took a drug.", "All were well.", "None left."],
            ),
            column(300.0, 30.0, &[&(n + 1).to_string()]),
        ]
        .concat()
    });
    let found = text(&file(&pages.collect::<Vec<_>>(), "")).unwrap();
    assert!(!found.contains("Avonmere") && found.contains("The third page tells of 30 adults."), "{found}");
    assert!(!found.lines().any(|line| line.trim().parse::<u32>().is_ok()), "{found}");
}

#[test]
fn files_without_text_are_told_apart() {
    let words = vec![column(72.0, 700.0, &["Thirty adults"])];
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00> <00>]";
    for (bytes, reason) in [
        (file(&[vec![]], ""), "a PDF of pictures"),
        (b"%PDF-1.4\nnothing".to_vec(), "a PDF that is damaged"),
        (file(&words, locked), "a PDF with a password"),
    ] {
        let told = text(&bytes).unwrap_err();
        assert!(told.starts_with(&format!("a.pdf: is not text but {reason}")), "{told}");
    }
    let whole = file(&words, "");
    for end in (0..whole.len()).step_by(37) {
        let _ = text(&whole[..end]);
    }
}

#[cfg(feature = "cli")]
#[test]
fn the_program_reads_files_in_processes_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let page = column(72.0, 700.0, &["The LANTERN trial randomised 326 adults."]);
    std::fs::write(folder.path().join("a.pdf"), file(&[page], "")).unwrap();
    std::fs::write(folder.path().join("b.pdf"), b"%PDF-1.4 nothing").unwrap();
    let mut program = assert_cmd::Command::cargo_bin("trialwire").unwrap();
    let output = program.arg("extract").arg(folder.path()).output().unwrap();
    let claims = String::from_utf8(output.stdout).unwrap();
    assert!(claims.lines().count() == 1 && claims.contains("\"quote\":\"326 adults\""), "{claims}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("b.pdf: is not text but a PDF that is damaged"), "{told}");
}
