//! Article text in; paragraphs, sentences, tokens and numbers as a reader sees them out. Every span points into the text.

pub mod apposed;
mod article_amounts;
pub mod blocks;
mod boundaries;
pub mod bytes;
pub mod candidates;
pub mod class;
pub mod classes;
mod elliptic_units;
pub mod fractions;
pub mod furniture;
pub mod hashing;
pub mod hedges;
mod lent_units;
pub mod multiples;
pub mod numerals;
pub mod page_junk;
mod pressure;
pub mod quantities;
mod round_rates;
mod scanner;
pub mod sentences;
pub mod tokens;
pub mod units;

pub use blocks::{Block, blocks};
pub use candidates::Candidates;
pub use class::{Class, Classes};
pub use classes::{WordClasses, WordId, pieces};
pub use page_junk::PageJunk;
pub use quantities::{Form, Quantity};
pub use sentences::{each_sentence, sentences};
pub use tokens::{Token, TokenKind, Tokens};
pub use units::Unit;
