//! What is answered at once: a number to call, an article of a law.

use super::fold::holds;
use super::fold::{Variants, fold};
use super::manifest::{Law, Line, Words};
use super::number::value;
use super::query::Query;

/// The number to call that a query names, by its digits or by its name.
pub(super) fn line<'a>(query: &Query, words: &'a Words, variants: &Variants) -> Option<&'a Line> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<_>>();
    let by_number = words.lines.iter().find(|line| digits(&line.number) == query.whole);
    by_number.or_else(|| words.lines.iter().find(|line| fold(&line.name, variants) == query.whole))
}

/// An article that a query names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named<'a> {
    pub(super) law: &'a Law,
    /// As it is written in ids: `17`, `236之一`.
    pub(super) article: String,
    /// The page that explains it.
    pub(super) page: Option<u32>,
}

/// The article that a query names after the name of its law: 未保法17, 民法典第一千一百八十八条.
pub(super) fn article<'a>(
    query: &Query,
    words: &'a Words,
    variants: &Variants,
) -> Option<Named<'a>> {
    let laws = words
        .laws
        .iter()
        .flat_map(|law| law.names.iter().map(move |name| (fold(name, variants), law)));
    let fitting = laws.filter(|(name, _)| query.whole.starts_with(name));
    let (name, law) = fitting.max_by_key(|(name, _)| name.len())?;
    let rest = query.whole.get(name.len()..)?;
    let rest = rest.strip_prefix(&['第'][..]).unwrap_or(rest);
    let length = rest.iter().take_while(|it| !matches!(it, '条' | '之')).count();
    let (number, after) = rest.split_at_checked(length)?;
    let after = after.strip_prefix(&['条'][..]).unwrap_or(after);
    let inserted: String =
        if holds(after, &['之']) { after.iter().take(2).collect() } else { String::new() };
    if !after.is_empty() && inserted.is_empty() {
        return None;
    }
    let number = value(number)?;
    if u32::from(number) > law.last {
        return None;
    }
    let article = format!("{number}{inserted}");
    let page = law.articles.iter().find(|(own, _)| *own == article).map(|it| it.1);
    Some(Named { law, article, page })
}
