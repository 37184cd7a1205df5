//! Diagnostics for a terminal: the place, the line, a caret under what it is about, and how to mend it.

use std::fmt;
use std::io::IsTerminal;
use std::path::Path;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use super::diagnostic::{Diagnostic, Severity};

impl Diagnostic {
    /// The diagnostic as text for standard error, with colours where that is a terminal.
    /// Its place begins with the content folder, so that it can be opened from where the command was called.
    #[must_use]
    pub fn to_terminal(&self, folder: &Path) -> String {
        let plain = std::env::var_os("NO_COLOR").is_some() || !std::io::stderr().is_terminal();
        self.drawn(
            folder,
            if plain { GraphicalTheme::unicode_nocolor() } else { GraphicalTheme::unicode() },
        )
    }

    fn drawn(&self, folder: &Path, theme: GraphicalTheme) -> String {
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_links(false)
            .with_width(200)
            .with_context_lines(1)
            .with_footer(format!("怎么改：{}", self.hint));
        let mut text = String::new();
        let view = View::new(self, folder);
        // Writing to a string fails only where the handler itself does; then the plain words are left.
        if handler.render_report(&mut text, &view).is_err() {
            return format!("{}:{}:{}: {}\n", view.path, self.line, self.column, self.message);
        }
        text
    }
}

/// `3 个错误，1 个提醒`.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let warnings = diagnostics.len() - errors;
    match (errors, warnings) {
        (0, 0) => "没有错误".to_owned(),
        (0, warnings) => format!("没有错误，{warnings} 个提醒"),
        (errors, 0) => format!("{errors} 个错误"),
        (errors, warnings) => format!("{errors} 个错误，{warnings} 个提醒"),
    }
}

/// A diagnostic as miette wants to see it.
#[derive(Debug)]
struct View<'d> {
    diagnostic: &'d Diagnostic,
    path: String,
    line: String,
    span: SourceSpan,
}

impl<'d> View<'d> {
    fn new(diagnostic: &'d Diagnostic, folder: &Path) -> Self {
        let (mut line, before) = diagnostic.window();
        let offset = |count: usize| line.char_indices().nth(count).map_or(line.len(), |(at, _)| at);
        let (start, end) = (offset(before), offset(before + diagnostic.width));
        let span = SourceSpan::new(start.into(), end - start);
        line.push('\n');
        let path = folder.join(&diagnostic.file).display().to_string();
        Self { diagnostic, path, line, span }
    }
}

impl fmt::Display for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for View<'_> {}

impl miette::Diagnostic for View<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!("{} {}", self.diagnostic.severity.label(), self.diagnostic.code)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::new_primary_with_span(None, self.span))))
    }
}

impl SourceCode for View<'_> {
    /// The one line there is. Asked for the place alone (no lines before it), it answers with the column as well.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let column = if before == 0 { self.diagnostic.column.saturating_sub(1) } else { 0 };
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            self.line.as_bytes(),
            if before == 0 { *span } else { SourceSpan::new(0.into(), self.line.len()) },
            self.diagnostic.line.saturating_sub(1),
            column,
            1,
        )))
    }
}
