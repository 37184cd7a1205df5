//! The `qingmiao` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    qingmiao::command::run()
}
