//! The glyphs of a page in, its lines in reading order out, column by column.

use super::glyphs::{Glyph, Page};

/// A line of one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
    /// Where the column ends that the line stands in.
    pub(super) column_left: f64,
    pub(super) column_right: f64,
}

/// Wider gaps than this part of the type's size are blanks; letters of one word stand closer.
const BLANK: f64 = 0.18;
/// No blank between words is wider than this, in sizes of the type: what stands further apart is in two columns or cells.
const GUTTER: f64 = 0.9;
/// Marks are raised or lowered by up to this part of the size of the type around them, and smaller by at least…
const RAISED: f64 = 0.6;
/// …this factor.
const SMALLER: f64 = 0.85;
/// Baselines closer than this part of the size are one.
const SAME_BASELINE: f64 = 0.3;
/// A column holds at least this share of the page's lines.
const COLUMN_LINES: f64 = 0.15;
/// At most this share of the lines may run across the gap between two columns: titles, summaries, tables.
const ACROSS: f64 = 0.45;

/// The lines of a page, top to bottom in each column, columns left to right, between the lines that run across them.
pub(super) fn lines(page: &Page) -> Vec<Line> {
    let rows = rows(&page.glyphs);
    let extent = rows.iter().flatten().fold((f64::MAX, f64::MIN), |(a, b), g| (a.min(g.left), b.max(g.right)));
    ordered(rows, extent, MOST_SPLITS)
}

/// Columns are parted so often: four columns at most.
const MOST_SPLITS: usize = 2;

/// A row of glyphs on one baseline, left to right.
type Row = Vec<Glyph>;

fn rows(glyphs: &[Glyph]) -> Vec<Row> {
    let mut glyphs = level(glyphs);
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if (glyph.baseline - row[0].baseline).abs() <= SAME_BASELINE * glyph.size.max(row[0].size) => {
                row.push(glyph);
            }
            _ => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        // Bold type is faked by printing a letter twice.
        row.dedup_by(|b, a| a.text == b.text && (a.left - b.left).abs() < 0.1 * a.size);
    }
    rows
}

/// Sets raised and lowered marks on the baseline of the letters before them; raised digits become ¹²³.
fn level(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    // End, baseline and size of the letters that marks are set against.
    let mut base: Option<(f64, f64, f64)> = None;
    for glyph in glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
        let mut glyph = glyph.clone();
        glyph.text.retain(|c| !c.is_control());
        match base {
            Some((end, baseline, size)) if is_mark(&glyph, end, baseline, size) => {
                if glyph.baseline < baseline {
                    glyph.text = glyph.text.chars().map(raised).collect();
                }
                glyph.baseline = baseline;
                base = Some((glyph.right, baseline, size));
            }
            _ => base = Some((glyph.right, glyph.baseline, glyph.size)),
        }
        out.push(glyph);
    }
    out
}

fn is_mark(glyph: &Glyph, end: f64, baseline: f64, size: f64) -> bool {
    let shift = (baseline - glyph.baseline).abs();
    let close = (glyph.left - end).abs() < size;
    close && glyph.size <= SMALLER * size && shift > 0.05 * size && shift < RAISED * size
}

fn raised(letter: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    letter.to_digit(10).map_or(letter, |digit| DIGITS[digit as usize])
}

/// Lines in reading order: where there are two columns, those that run across part the page into stretches.
fn ordered(rows: Vec<Row>, extent: (f64, f64), splits: usize) -> Vec<Line> {
    let gutter = if splits > 0 { gutter(&rows, extent) } else { None };
    let Some(at) = gutter else { return rows.iter().flat_map(|row| line(row, extent)).collect() };
    let mut out = Vec::new();
    let (mut left, mut right): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let stretch = |left: &mut Vec<Row>, right: &mut Vec<Row>, out: &mut Vec<Line>| {
        out.extend(ordered(std::mem::take(left), (extent.0, at), splits - 1));
        out.extend(ordered(std::mem::take(right), (at, extent.1), splits - 1));
    };
    for row in rows {
        if runs_across(&row, at) {
            stretch(&mut left, &mut right, &mut out);
            out.extend(line(&row, extent));
            continue;
        }
        let split = row.partition_point(|glyph| glyph.left < at);
        let (first, second) = row.split_at(split);
        left.extend((!first.is_empty()).then(|| first.to_vec()));
        right.extend((!second.is_empty()).then(|| second.to_vec()));
    }
    stretch(&mut left, &mut right, &mut out);
    out
}

/// A glyph covers the place, or its neighbours stand as close as letters and words do.
fn runs_across(row: &Row, at: f64) -> bool {
    let split = row.partition_point(|glyph| glyph.left < at);
    let (Some(before), Some(after)) = (split.checked_sub(1).map(|n| &row[n]), row.get(split)) else {
        return split > 0 && row[split - 1].right > at + 0.5;
    };
    before.right > at + 0.5 || after.left - before.right < GUTTER * before.size.max(after.size)
}

/// Where the gap between two columns is: the place in the middle half of the page that the fewest lines run across.
fn gutter(rows: &[Row], (left, right): (f64, f64)) -> Option<f64> {
    const STEP_POINTS: f64 = 2.0;
    let width = right - left;
    // Also false for a page without letters.
    if !(width > 0.0 && width < 100_000.0) {
        return None;
    }
    let steps = (width / 2.0 / STEP_POINTS) as usize;
    let places = (0..=steps).map(|n| left + width / 4.0 + n as f64 * STEP_POINTS);
    let judged = places.filter_map(|at| {
        let across = rows.iter().filter(|row| runs_across(row, at)).count();
        let of_left = rows.iter().filter(|row| !runs_across(row, at) && row[0].left < at).count();
        let of_right = rows.iter().filter(|row| !runs_across(row, at) && row[row.len() - 1].left >= at).count();
        let both = rows.iter().filter(|row| !runs_across(row, at) && row[0].left < at && row[row.len() - 1].left >= at);
        let share = |count: usize| count as f64 / rows.len() as f64;
        let columns = share(of_left) >= COLUMN_LINES && share(of_right) >= COLUMN_LINES && both.count() > 1;
        let prose = words_per_line(rows, at) >= LEAST_WORDS;
        (columns && prose && share(across) <= ACROSS).then_some((across, at))
    });
    let judged: Vec<(usize, f64)> = judged.collect();
    let fewest = judged.iter().map(|(across, _)| *across).min()?;
    // The middle of the gap.
    let best: Vec<f64> = judged.iter().filter(|(across, _)| *across == fewest).map(|(_, at)| *at).collect();
    Some(best[best.len() / 2])
}

/// Lines of prose hold more words than cells of a table do.
const LEAST_WORDS: f64 = 3.0;

/// Words in a line of the poorer side.
fn words_per_line(rows: &[Row], at: f64) -> f64 {
    let mean = |side: &dyn Fn(&Glyph) -> bool| {
        let parts = rows.iter().filter(|row| !runs_across(row, at));
        let parts: Vec<usize> = parts.map(|row| words(row.iter().filter(|g| side(g)))).filter(|n| *n > 0).collect();
        parts.iter().sum::<usize>() as f64 / parts.len().max(1) as f64
    };
    mean(&|glyph| glyph.left < at).min(mean(&|glyph| glyph.left >= at))
}

fn words<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> usize {
    let mut last: Option<&Glyph> = None;
    let mut count = 0;
    for glyph in glyphs {
        count += usize::from(last.is_none_or(|last| glyph.left - last.right > BLANK * glyph.size));
        last = Some(glyph);
    }
    count
}

/// The words of a row; cells of a table are parted by tabs.
fn line(row: &Row, (column_left, column_right): (f64, f64)) -> Option<Line> {
    let first = row.first()?;
    let (mut text, mut end, mut sizes) = (String::new(), first.left, Vec::new());
    for glyph in row {
        let gap = glyph.left - end;
        if !text.is_empty() && gap > BLANK * glyph.size {
            text.push(if gap > 2.5 * glyph.size { '\t' } else { ' ' });
        }
        text.extend(glyph.text.chars().flat_map(|c| ligature(c).map_or([Some(c), None, None], |s| s)).flatten());
        end = glyph.right.max(end);
        sizes.push(glyph.size);
    }
    sizes.sort_by(f64::total_cmp);
    let size = sizes[sizes.len() / 2];
    Some(Line { text, left: first.left, right: end, baseline: first.baseline, size, column_left, column_right })
}

/// The letters of a ligature.
fn ligature(letter: char) -> Option<[Option<char>; 3]> {
    Some(match letter {
        'ﬀ' => [Some('f'), Some('f'), None],
        'ﬁ' => [Some('f'), Some('i'), None],
        'ﬂ' => [Some('f'), Some('l'), None],
        'ﬃ' => [Some('f'), Some('f'), Some('i')],
        'ﬄ' => [Some('f'), Some('f'), Some('l')],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words set from `left` at `baseline`, every letter half as wide as high.
    fn set(words: &str, left: f64, baseline: f64, size: f64) -> Vec<Glyph> {
        let place = |n: usize| left + n as f64 * size / 2.0;
        let glyph =
            |(n, c): (usize, char)| Glyph { text: c.to_string(), left: place(n), right: place(n + 1), baseline, size };
        words.chars().enumerate().map(glyph).collect()
    }

    fn texts(glyphs: Vec<Vec<Glyph>>) -> Vec<String> {
        lines(&Page { glyphs: glyphs.concat() }).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let mut page = vec![set("A headline that runs across the whole of the page", 50.0, 40.0, 20.0)];
        for n in 0..6 {
            let y = 80.0 + 12.0 * f64::from(n);
            page.push(set(&format!("left column with words {n}"), 50.0, y, 10.0));
            page.push(set(&format!("right column has others {n}"), 310.0, y, 10.0));
        }
        let found = texts(page);
        assert_eq!(found.len(), 13);
        assert!(found[0].starts_with("A headline") && found[1].ends_with("words 0"), "{found:?}");
        assert!(found[6].ends_with("words 5") && found[7].ends_with("others 0"), "{found:?}");
    }

    #[test]
    fn one_column_and_tables_stay_in_rows() {
        let rows: Vec<_> =
            (0..6).map(|n| set("one column of plain words here", 50.0, 12.0 * f64::from(n), 10.0)).collect();
        assert_eq!(texts(rows).len(), 6);
        let cells = (0..6).flat_map(|n| {
            let y = 12.0 * f64::from(n);
            [set("Arm", 50.0, y, 10.0), set("54", 200.0, y, 10.0), set("31", 300.0, y, 10.0)]
        });
        assert_eq!(texts(cells.collect())[0], "Arm\t54\t31");
        assert_eq!(texts(vec![]), Vec::<String>::new());
    }

    #[test]
    fn raised_figures_keep_their_line() {
        let page = vec![set("10", 0.0, 20.0, 10.0), set("9", 10.0, 16.0, 6.0), set("cells,", 16.0, 20.0, 10.0)];
        assert_eq!(texts(page), ["10⁹ cells,"]);
        let page = vec![set("CO", 0.0, 20.0, 10.0), set("2", 10.0, 22.0, 6.0), set("rises", 16.0, 20.0, 10.0)];
        assert_eq!(texts(page), ["CO2 rises"]);
    }
}
