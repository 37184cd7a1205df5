//! The tests of 青苗, in one crate. Each module is about one stage or one promise.

#![allow(clippy::expect_used, reason = "what a test expects is its point")]

mod browser;
mod budget;
mod bytes;
mod command;
mod content;
mod diagnostic;
mod folder;
mod golden;
mod guide;
mod hostile;
mod hygiene;
mod pages;
mod sample;
mod site;
mod support;
