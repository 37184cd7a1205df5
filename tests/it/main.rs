//! The tests of 青苗, in one crate. Each module is about one stage or one promise.

// A test that meets what it does not expect is to fail at once.
#![allow(clippy::expect_used, clippy::unwrap_used)]
// Small texts, and names that we gave ourselves.
#![allow(clippy::format_collect, clippy::case_sensitive_file_extension_comparisons)]

mod browser;
mod budget;
mod bytes;
mod cluster;
mod command;
mod content;
mod coordinate;
mod court;
mod diagnostic;
mod find;
mod folder;
mod golden;
mod guide;
mod hostile;
mod hours;
mod hygiene;
mod inert;
mod pages;
mod policy;
mod preview;
mod quiz;
mod sample;
mod search;
mod site;
mod station;
mod support;
mod timetable;
mod truth;
