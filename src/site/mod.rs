//! Names every URL and writes every file.
