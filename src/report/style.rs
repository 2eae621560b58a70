//! How text for people is set: its width, and whether it has colours.

/// Set by the caller, who knows the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub colour: bool,
    /// Names of files and outlets lead there (OSC 8).
    pub links: bool,
    /// Notes are folded too, not only quotes: somebody looks at a window of this width.
    pub folded: bool,
    /// Columns.
    pub width: usize,
}

/// Longest target that terminals take (VTE: 2083 bytes).
const TARGET_BYTES: usize = 2083;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Error,
    Warning,
    Note,
    Heading,
    Quote,
    Faint,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, links: false, folded: false, width: 100 }
    }
}

impl Style {
    /// The text in its colour (SGR of ECMA-48), or as it is.
    pub fn paint(self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Error => "1;31",
            Ink::Warning => "1;33",
            Ink::Note => "1;36",
            Ink::Heading => "1",
            Ink::Quote => "1;4",
            Ink::Faint => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// The text as a hyperlink (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>), or as it is.
    /// Whatever is no URI of printable ASCII is no target: it could command the terminal.
    pub fn link(self, target: Option<&str>, text: &str) -> String {
        let safe =
            |uri: &&str| !uri.is_empty() && uri.len() <= TARGET_BYTES && uri.bytes().all(|b| b.is_ascii_graphic());
        match target.filter(safe) {
            Some(uri) if self.links => format!("\u{1b}]8;;{uri}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"),
            _ => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_for_terminals_that_know_them_and_for_safe_targets() {
        let style = Style { links: true, ..Style::default() };
        let linked = style.link(Some("file:///a.txt"), "a.txt:3");
        assert_eq!(linked, "\u{1b}]8;;file:///a.txt\u{1b}\\a.txt:3\u{1b}]8;;\u{1b}\\");
        assert_eq!(Style::default().link(Some("file:///a.txt"), "a"), "a");
        for target in [None, Some(""), Some("file:///\u{1b}[2J"), Some("file:///a b"), Some("https://é.example")] {
            assert_eq!(style.link(target, "a"), "a");
        }
    }
}
