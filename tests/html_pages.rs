//! Web pages as publishers make them, furniture and all, in; their article and metadata out, and nothing of the furniture.

#![cfg(feature = "html")]

use trialwire::ingest::{self, At, Format, Item, Limits, Raw};
use trialwire::model::Article;

const BODY: [&str; 5] = [
    "A drug that doctors give for acne has lifted the mood of people whose depression had withstood two earlier treatments.",
    "The trial recruited 326 adults at 23 clinics, and half of them took minocycline for twelve weeks on top of their usual tablets.",
    "Of those on the drug, 54 per cent went into remission, compared with 31 per cent of those who were given a placebo.",
    "“We had not expected so clear a difference,” said the psychiatrist who led the work at Avonmere University.",
    "Side effects were mild. Two people left the trial early, and the team followed everybody else for another six months.",
];

fn read(page: &str) -> Article {
    let raw = Raw { path: "page.html".into(), at: At::Whole, format: Format::Html, bytes: page.into() };
    match ingest::parse(&raw, &Limits::default()) {
        Ok(Item::Article(article)) => *article,
        other => panic!("{other:?}"),
    }
}

fn paragraphs() -> String {
    BODY.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
}

/// A page with a piece of furniture before, within and behind its article.
fn page(before: &str, within: &str, behind: &str) -> String {
    let (first, rest) = BODY.split_at(2);
    let tagged = |part: &[&str]| part.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect::<String>();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Acne drug lifts mood - The Courier</title></head><body>{before}\
         <header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/sport\">Sport</a></li></ul></nav></header>\
         <main><article><h1>Acne drug lifts mood</h1>{}{within}{}</article>{behind}</main>\
         <footer><p>Copyright The Courier. All rights reserved.</p></footer></body></html>",
        tagged(first),
        tagged(rest)
    )
}

#[test]
fn furniture_is_left_out_and_the_article_is_whole() {
    let cookie = "<div id=\"cookie-banner\" class=\"cookie-consent\"><p>ZZZ We and our 842 partners use cookies to store and \
        access information on your device.</p><button>Accept all</button></div>";
    let newsletter = "<div class=\"newsletter-signup\"><h3>ZZZ Sign up to our health newsletter</h3><p>ZZZ Get 5 stories a \
        week straight to your inbox, read by 90,000 people.</p><form><input type=\"email\"><button>Sign up</button></form></div>";
    let related = "<aside class=\"related-articles\"><h2>ZZZ Related articles</h2><ul><li><a href=\"/a\">ZZZ Coffee cuts the risk \
        of stroke by 20 per cent, study finds</a></li><li><a href=\"/b\">ZZZ Why one in three sleeps badly</a></li></ul></aside>";
    let comments = "<section id=\"comments\" class=\"comments-section\"><h2>ZZZ 14 comments</h2><div class=\"comment\"><p>ZZZ I took \
        this for 3 weeks and it did nothing at all for me, my doctor says.</p></div></section>";
    let caption = "<figure><img src=\"a.jpg\" alt=\"pills\"><figcaption>ZZZ Some 40,000 people a year are given the drug. \
        Photograph: A. Doe</figcaption></figure>";
    let share = "<div class=\"social-share\"><span>ZZZ 312 shares</span><a href=\"#\">ZZZ Share on a network</a></div>";
    let trending =
        "<div class=\"most-read\"><h2>Most read</h2><ol><li><a href=\"/c\">ZZZ Ten foods that heal</a></li></ol></div>";
    let advert = "<div class=\"advertisement\"><p>Advertisement</p></div>";
    let inline = "<p><strong><a href=\"/d\">READ MORE: ZZZ 5 ways to beat the blues</a></strong></p>";
    for (name, before, within, behind) in [
        ("bare", "", "", ""),
        ("cookies", cookie, "", cookie),
        ("newsletter", "", newsletter, newsletter),
        ("related", "", related, related),
        ("comments", "", "", comments),
        ("caption", "", caption, ""),
        ("share", share, share, share),
        ("most read", "", trending, trending),
        ("advert", advert, advert, ""),
        ("link to another story", "", inline, ""),
    ] {
        let article = read(&page(before, within, behind));
        let furniture = ["ZZZ", "Most read", "Advertisement"].iter().any(|words| article.text.contains(words));
        assert!(!furniture, "{name}: {}", article.text);
        for paragraph in BODY {
            assert!(article.text.lines().any(|line| line == paragraph), "{name} lost {paragraph:?}: {}", article.text);
        }
    }
}

#[test]
fn metadata_come_from_where_publishers_put_them() {
    let linked = r#"<title>x</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "Acne drug lifts mood", "datePublished": "2024-03-05T10:00:00Z", "publisher": {"@type": "Organization",
        "name": "The Courier"}, "author": {"@type": "Person", "name": "A. Doe"}, "mainEntityOfPage": "https://courier.example/mood"}</script>
        <link rel="canonical" href="https://courier.example/mood">"#;
    let graph = r#"<title>Acne drug lifts mood | The Courier</title><meta property="og:title" content="Acne drug lifts mood">
        <meta property="og:site_name" content="The Courier"><meta property="og:url" content="https://courier.example/mood">
        <meta property="article:published_time" content="2024-03-05T10:00:00+00:00">"#;
    let plain = r#"<title>Acne drug lifts mood</title><meta name="dc.title" content="Acne drug lifts mood">
        <meta name="application-name" content="The Courier"><meta name="date" content="2024-03-05">
        <link rel="canonical" href="https://courier.example/mood">"#;
    for (name, head) in [("JSON-LD", linked), ("OpenGraph", graph), ("meta", plain)] {
        let page =
            format!("<html lang=\"en\"><head>{head}</head><body><article>{}</article></body></html>", paragraphs());
        let article = read(&page);
        assert_eq!(article.title.as_deref(), Some("Acne drug lifts mood"), "{name}");
        assert_eq!(article.outlet.as_deref(), Some("The Courier"), "{name}");
        assert_eq!(article.published.as_deref(), Some("2024-03-05"), "{name}");
        assert_eq!(article.url.as_deref(), Some("https://courier.example/mood"), "{name}");
        assert_eq!(article.language.as_deref(), Some("en"), "{name}");
    }
}

#[test]
fn spans_point_into_the_text_that_was_found() {
    let article = read(&page("", "", ""));
    let record = trialwire::pipeline::Reader::bundled().read(&article);
    assert!(record.claims.iter().any(|claim| claim.quote == "326 adults"));
    for claim in &record.claims {
        assert_eq!(claim.place.bytes.of(&article.text), claim.quote);
    }
}

/// Pages that are built in other ways, with the article's paragraphs where `%` stands.
#[test]
fn pages_of_many_shapes_give_their_article() {
    let nav = "<ul><li><a href=/1>ZZZ Home</a></li><li><a href=/2>ZZZ Section 12</a></li><li><a href=/3>ZZZ Sport</a></li></ul>";
    let stories = "<a href=/s1>ZZZ Coffee may cut the risk of stroke by a fifth</a><br><a href=/s2>ZZZ Why one in three of us sleeps \
        badly</a><br><a href=/s3>ZZZ Ten foods that doctors avoid</a>";
    let tag = |start: &str, end: &str| BODY.map(|paragraph| format!("{start}{paragraph}{end}")).concat();
    let (lines, blocks, spans) = (BODY.join("<br><br>"), tag("<div>", "</div>"), tag("<span>", "</span>"));
    let bold = tag("<div class=x1><p class=x2><b>", "</b></p></div>");
    let copy =
        serde_json::json!({"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "articleBody": BODY.join(" ")}]});
    let shapes = [
        ("lines in a cell", format!("<div>{nav}</div><div class=left>{stories}</div><div class=story>{lines}</div>")),
        ("a blog", format!("{nav}<div class='post hentry'><div class='post-body entry-content'>{lines}</div></div>")),
        ("divisions", format!("<div class=nav>{nav}</div><div class=w>{blocks}</div><div class=more>{stories}</div>")),
        ("spans", format!("<div class=x0>{nav}</div><div class=x9>{spans}</div>")),
        ("wrapped paragraphs", format!("<nav>{nav}</nav><main><article><p>By Jane Poe</p>{bold}</article></main>")),
        ("columns", format!("<table><tr><td>{stories}</td><td>{}</td><td>{stories}</td></tr></table>", paragraphs())),
        ("an application", format!("<script type=application/ld+json>{copy}</script><div id=root></div>")),
        ("never closed", format!("<div id=nav><a href=/>ZZZ Home</a></div><p>{}", BODY.join("<p>"))),
        (
            "ratings",
            format!(
                "{nav}<main><article>{}</article></main><aside>ZZZ Rating: 4.7 / 5 (57 voted)</aside>",
                paragraphs()
            ),
        ),
        (
            "adverts",
            format!(
                "<div class=c>{}</div>",
                BODY.map(|p| format!(
                    "<p>{p}</p><div><p>Advertisement</p><a href=#s>Continue reading the main story</a></div>"
                ))
                .concat()
            ),
        ),
        (
            "captions",
            format!("{nav}<article>{}<p class=imageCaption>ZZZ Patients wait in a clinic.</p></article>", paragraphs()),
        ),
    ];
    for (name, body) in shapes {
        let page = format!("<html><head><title>Acne drug lifts mood</title></head><body>{body}</body></html>");
        let text = read(&page).text;
        for words in ["Advertisement", "Continue reading", "Jane Poe", "57 voted", "Section 12"] {
            assert!(!text.contains(words), "{name} has {words:?}: {text}");
        }
        for sentence in BODY {
            assert!(text.contains(sentence), "{name} lost {sentence:?}: {text}");
        }
        let strange = text.matches("ZZZ").count();
        assert!(strange == 0, "{name}: {text}");
        let glued = BODY.windows(2).any(|pair| text.contains(&format!("{}{}", pair[0], pair[1])));
        assert!(!glued, "{name}: {text}");
    }
}

#[test]
fn pages_in_other_encodings_are_read() {
    let [_, quoted, ..] = BODY;
    for (label, page) in
        [("windows-1252", "caf\u{e9} \u{201c}so\u{201d}"), ("Shift_JIS", "\u{30cb}\u{30e5}\u{30fc}\u{30b9}")]
    {
        let page = format!(
            "<html><head><meta charset={label}><title>{page}</title></head><body><p>{quoted}</p>{}</body></html>",
            paragraphs()
        );
        let page = page.replace(['“', '”'], "\"");
        let (bytes, ..) = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&page);
        let raw = Raw { path: "page.html".into(), at: At::Whole, format: Format::Html, bytes: bytes.into_owned() };
        let Ok(Item::Article(article)) = ingest::parse(&raw, &Limits::default()) else { panic!("{label}") };
        assert!(article.title.is_some_and(|title| !title.contains('\u{fffd}') && !title.is_ascii()), "{label}");
        assert!(article.text.contains(quoted), "{label}: {}", article.text);
    }
}
