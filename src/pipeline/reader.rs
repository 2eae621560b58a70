//! An article in, its record out: the stages that one article goes through by itself.

use std::sync::LazyLock;

use crate::extract::Extractor;
use crate::extract::facts::FactReader;
use crate::extract::figures::figures;
use crate::extract::quality::QualityReader;
use crate::lexicon::Lexicon;
use crate::link;
use crate::model::{Article, Record};
use crate::text::blocks;

/// The per-article stages: each built when it is first needed, shared by every thread.
pub struct Reader {
    pub lexicon: Lexicon,
    pub extractor: LazyLock<Extractor>,
    pub facts: LazyLock<FactReader>,
    pub quality: LazyLock<QualityReader>,
    pub fingerprinter: LazyLock<link::Fingerprinter>,
}

/// What the records are for: only that is read, the rest of them stays empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Mentions alone.
    Mentions,
    /// Claims alone.
    Claims,
    /// The reporting-quality scorecard alone.
    Audit,
    /// Claims, mentions and fingerprint.
    Link,
    /// All but the scorecard.
    Check,
    #[default]
    Everything,
}

impl Reader {
    /// With the lexicons that come with the program.
    ///
    /// ```
    /// use trialwire::model::Article;
    /// use trialwire::pipeline::Reader;
    ///
    /// let article = Article { id: "a".into(), text: "The trial had 30 participants.".into(), ..Article::default() };
    /// assert_eq!(Reader::bundled().read(&article).id, "a");
    /// ```
    pub fn bundled() -> Self {
        Self::new(Lexicon::bundled())
    }

    pub fn new(lexicon: Lexicon) -> Self {
        Self {
            lexicon,
            extractor: LazyLock::new(Extractor::new),
            facts: LazyLock::new(FactReader::bundled),
            quality: LazyLock::new(QualityReader::bundled),
            fingerprinter: LazyLock::new(link::Fingerprinter::bundled),
        }
    }

    /// Everything that outlives the article; a pure function of the article and the lexicons.
    pub fn read(&self, article: &Article) -> Record {
        self.read_for(article, Purpose::Everything)
    }

    /// As much of the record as `purpose` asks for.
    pub fn read_for(&self, article: &Article, purpose: Purpose) -> Record {
        let mut record = metadata(article);
        if matches!(purpose, Purpose::Audit | Purpose::Everything) {
            record.quality = self.quality.scorecard(article);
        }
        if purpose == Purpose::Audit {
            return record;
        }
        let blocks = blocks(&article.text);
        let names = self.lexicon.names_in(&article.text, &blocks);
        if purpose != Purpose::Claims {
            record.mentions = names.mentions();
        }
        if purpose == Purpose::Mentions {
            return record;
        }
        record.claims = self.extractor.claims(article, &blocks, Some(&names));
        if purpose == Purpose::Claims {
            return record;
        }
        record.fingerprint = self.fingerprinter.fingerprint(article, &record.claims, &record.mentions);
        if purpose != Purpose::Link {
            record.figures = figures(article);
            record.facts = self.facts.facts(article);
        }
        record
    }
}

fn metadata(article: &Article) -> Record {
    Record {
        id: article.id.clone(),
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        published: article.published.clone(),
        kind: article.kind,
        source: article.source.clone(),
        language: article.language.clone(),
        ..Record::default()
    }
}
