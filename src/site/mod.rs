//! Names every file of the output and writes it.

mod build;
mod client;
pub mod data;
mod head;
mod hosting;
mod shell;
mod search;
mod swap;
mod tag;
pub mod todo;
mod word;

pub use build::{BuildError, Built, Edition, Options, build};
pub use client::{Client, ClientError};
