//! The right word that is nearest to a wrong one.

/// The candidate that differs in the fewest characters, where at most half of them differ.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    // Long enough for every name; it keeps a line of rubbish from costing a quadratic comparison.
    if length > 60 {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let longer = candidate.chars().count().max(length);
            if longer > 60 {
                return None;
            }
            let distance = strsim::osa_distance(&word, &candidate.to_lowercase());
            (distance * 2 <= longer && distance < longer).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// `是不是“家”？` before a hint, where a word is near.
pub(super) fn suggest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    hint: &str,
) -> String {
    match nearest(word, candidates) {
        Some(right) => format!("是不是“{right}”？{hint}"),
        None => hint.to_owned(),
    }
}
