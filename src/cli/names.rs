//! A name that is not known in, the nearest one that is out.

/// "; did you mean X001?" for the nearest of the names, nothing where none is near.
pub fn did_you_mean<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> String {
    /// Jaro-Winkler likeness from which a name may be a misprint of another.
    const NEAR: f64 = 0.75;
    let like = |name: &str| strsim::jaro_winkler(&wrong.to_lowercase(), &name.to_lowercase());
    let nearest = names.map(|name| (like(name), name)).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    match nearest {
        Some((likeness, name)) if likeness >= NEAR => format!("; did you mean {name}?"),
        _ => String::new(),
    }
}
