//! The files of an index by name, and those that a reader has.

/// The name of the first file.
pub(super) const MANIFEST: &str = "manifest";
/// The name of the table of variants.
pub(super) const VARIANTS: &str = "variants";

/// A file that has come, or will not.
#[derive(Clone, Debug)]
pub(super) enum Loaded<T> {
    Here(T),
    Lost,
}

/// Files of one sort by their numbers. There are few, and a list is the smallest code.
#[derive(Clone, Debug)]
pub(super) struct Shelf<T>(Vec<(u32, Loaded<T>)>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Shelf<T> {
    pub(super) fn get(&self, number: u32) -> Option<&Loaded<T>> {
        self.0.iter().find(|it| it.0 == number).map(|it| &it.1)
    }

    pub(super) fn put(&mut self, number: u32, file: Loaded<T>) {
        match self.0.iter_mut().find(|it| it.0 == number) {
            Some(it) => it.1 = file,
            None => self.0.push((number, file)),
        }
    }
}

/// The files by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Manifest,
    Variants,
    Grams(u32),
    Texts(u32),
    Spelling(char),
}

pub(super) fn parsed(name: &str) -> Option<Name> {
    match name.split_once('/') {
        None if name == MANIFEST => Some(Name::Manifest),
        None if name == VARIANTS => Some(Name::Variants),
        Some(("grams", number)) => u32::from_str_radix(number, 16).ok().map(Name::Grams),
        Some(("texts", number)) => u32::from_str_radix(number, 16).ok().map(Name::Texts),
        Some(("spelling", letter)) => letter.chars().next().map(Name::Spelling),
        _ => None,
    }
}
