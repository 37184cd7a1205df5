//! The sub-commands of `qingmiao`.
