//! What only a browser shows. Every page that the portal writes is visited; a new type of page needs no new test.

mod canary;
mod chrome;
mod clean;
mod court;
mod directory;
mod disk;
mod exit;
mod finder;
mod island;
mod learn;
mod library;
mod map;
mod noscript;
mod paper;
pub(crate) mod portal;
mod preview;
mod search;
mod server;
mod settings;
mod standing;
mod voice;

use chrome::{Chrome, Tab, View, in_chromium};
use portal::Portal;
use server::{Fault, Host};
