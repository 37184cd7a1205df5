//! The tests of the whole, by what they are about.

mod content;
mod guide;
mod pages;
mod sample;
mod support;
