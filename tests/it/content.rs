//! What a content folder is read as.

use qingmiao::content;

use crate::support::{self, Fixture};

#[test]
fn the_fixture_is_valid() {
    assert_eq!(Fixture::new().check(), "");
}

#[test]
fn the_real_content_has_no_errors() {
    let loaded = content::load(&support::real_content(), support::TODAY);
    let errors: Vec<_> = loaded.diagnostics.into_iter().filter(|found| found.is_error()).collect();
    assert_eq!(support::listing(&errors), "");
}
