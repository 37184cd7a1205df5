//! Names every file of the output and writes it.

mod build;
mod client;
pub mod data;
mod head;
mod hosting;
mod search;
mod shell;
mod swap;
mod tag;
pub mod todo;
mod word;

pub use build::{BuildError, Built, Edition, Options, build};
pub use client::{Client, ClientError};
