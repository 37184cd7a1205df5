//! Names by their pinyin and their initials, for those who type Latin letters.

use super::bytes::{Broken, Bytes, open};
use super::pack::Table;

/// How many names are offered.
const MOST: usize = 8;

/// The names whose spelling begins with one letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelling(Vec<(String, String, String)>);

impl Spelling {
    /// Reads a file.
    pub(super) fn read(file: &[u8], stamp: u32, table: &Table) -> Result<Self, Broken> {
        let (_, bytes) = open(file, Some(stamp))?;
        let text = table.unpack(Bytes(bytes.0))?;
        let rows = text.lines().filter_map(|row| {
            let mut cells = row.splitn(3, ' ').map(str::to_owned);
            Some((cells.next()?, cells.next()?, cells.next()?))
        });
        Ok(Self(rows.collect()))
    }

    /// The names that are spelt so, or begin so: whole ones first, then the shorter.
    pub(super) fn names(&self, typed: &[char]) -> Vec<String> {
        let typed: String = typed.iter().collect();
        let spelt = self.0.iter().filter(|it| it.0.starts_with(&typed) || it.1.starts_with(&typed));
        let mut names: Vec<(bool, &String)> = Vec::new();
        for (whole, initials, name) in spelt {
            let longer = *whole != typed && *initials != typed;
            let key = (longer, name.len());
            let behind = names.iter().position(|(longer, name)| (*longer, name.len()) > key);
            names.insert(behind.unwrap_or(names.len()), (longer, name));
        }
        names.into_iter().take(MOST).map(|it| it.1.clone()).collect()
    }
}
