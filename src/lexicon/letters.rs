//! A letter beyond ASCII in, its plain Latin spelling or the name of the Greek letter out.

/// Latin letters with marks, and ligatures, as plain letters.
pub(super) fn unaccented(c: char) -> Option<&'static str> {
    // Nothing from general punctuation to the ligatures is one; quotes and dashes are common.
    if ('\u{2000}'..'\u{FB00}').contains(&c) {
        return None;
    }
    const PLAIN: [(&str, &str); 24] = [
        ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"),
        ("çćčÇĆČ", "c"),
        ("ďđĎĐ", "d"),
        ("èéêëēėęěÈÉÊËĒĖĘĚ", "e"),
        ("ğĞ", "g"),
        ("ìíîïīįıÌÍÎÏĪĮİ", "i"),
        ("łŁ", "l"),
        ("ñńňÑŃŇ", "n"),
        ("òóôõöøōőÒÓÔÕÖØŌŐ", "o"),
        ("řŘ", "r"),
        ("śşšŚŞŠ", "s"),
        ("ťŤ", "t"),
        ("ùúûüūůűÙÚÛÜŪŮŰ", "u"),
        ("ýÿÝŸ", "y"),
        ("źżžŹŻŽ", "z"),
        ("æÆ", "ae"),
        ("œŒ", "oe"),
        ("ß", "ss"),
        ("ﬀ", "ff"),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("ªᵃ", "a"),
    ];
    PLAIN.iter().find(|(marked, _)| marked.contains(c)).map(|row| row.1)
}

/// The name of a Greek letter.
pub(super) fn greek(c: char) -> Option<&'static str> {
    const NAMES: [(&str, &str); 24] = [
        ("αΑ", "alpha"),
        ("βΒ", "beta"),
        ("γΓ", "gamma"),
        ("δΔ∆", "delta"),
        ("εΕϵ", "epsilon"),
        ("ζΖ", "zeta"),
        ("ηΗ", "eta"),
        ("θΘ", "theta"),
        ("ιΙ", "iota"),
        ("κΚ", "kappa"),
        ("λΛ", "lambda"),
        ("μΜµ", "mu"),
        ("νΝ", "nu"),
        ("ξΞ", "xi"),
        ("οΟ", "omicron"),
        ("πΠ", "pi"),
        ("ρΡ", "rho"),
        ("σςΣ", "sigma"),
        ("τΤ", "tau"),
        ("υΥ", "upsilon"),
        ("φΦϕ", "phi"),
        ("χΧ", "chi"),
        ("ψΨ", "psi"),
        ("ωΩ", "omega"),
    ];
    if !matches!(c, 'µ' | '\u{370}'..='\u{3FF}' | '∆') {
        return None;
    }
    NAMES.iter().find(|(letters, _)| letters.contains(c)).map(|row| row.1)
}
