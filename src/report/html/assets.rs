//! The style sheet and the script of the pages, and the policy that lets a browser use these and nothing else.

pub const STYLE: &str = include_str!("templates/report.css");
pub const SCRIPT: &str = include_str!("templates/report.js");
/// The script of the page that reads what is pasted or dropped.
pub const LIVE_SCRIPT: &str = include_str!("templates/live.js");

/// What the content security policy of a page names.
pub const STYLE_HASH: &str = "sha256-e7NH8fvKoTuEK2DhVm49Cijp/Zfgvxv1LULQhfTycsg=";
pub const LIVE_SCRIPT_HASH: &str = "sha256-/uPBXzg1kGlKTYtJ9pqDz2noo1odP5PLws+uFqnEu0g=";
pub const SCRIPT_HASH: &str = "sha256-1NfjbwcC8ffBZW3+Nb9q7JANrcRI2xUfBck25XhMv5o=";

#[cfg(test)]
mod tests {
    use super::*;

    /// A browser refuses a style sheet or script whose hash is another.
    #[test]
    fn the_policy_names_style_and_script() {
        use base64::Engine;
        use sha2::Digest;
        let hash = |text: &str| base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text));
        assert_eq!(STYLE_HASH, format!("sha256-{}", hash(STYLE)));
        assert_eq!(SCRIPT_HASH, format!("sha256-{}", hash(SCRIPT)));
        assert_eq!(LIVE_SCRIPT_HASH, format!("sha256-{}", hash(LIVE_SCRIPT)));
    }

    /// What is set between tags must not end them.
    #[test]
    fn nothing_in_them_ends_their_element() {
        for asset in [STYLE, SCRIPT, LIVE_SCRIPT] {
            assert!(!asset.contains("</") && !asset.contains("<!--"));
        }
    }
}
