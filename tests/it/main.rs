//! The tests of the whole, by what they are about.

mod bytes;
mod content;
mod diagnostic;
mod folder;
mod hostile;
mod support;
