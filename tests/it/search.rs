//! Search: every page that holds what was typed, only those, and the right one first.

mod hostile;
mod index;
mod oracle;
mod ranking;
