//! The disclosure report as a text and as a table.

use std::collections::BTreeMap;

use domain::comparison::{Finding, Outcome, Report, Rule};
use domain::day::Day;

use crate::error::ServiceError;

/// The report for a terminal: what was taken in and left out, then what is not shown, by outcome
/// and rule.
pub fn as_text(date: Day, report: &Report) -> String {
    let mut text = format!(
        "Disclosure report of {date}\n\
         {} submissions looked at; {} organisations take part, of {} owners\n",
        report.submissions, report.organisations, report.owners
    );
    text.push_str(&format!("\nLeft out: {}\n", report.notes.len()));
    for note in &report.notes {
        text.push_str(&format!(
            "  {} (submitted {}): {}\n",
            note.organisation,
            note.submitted,
            code(&note.why)
        ));
    }
    text.push_str(&format!("\nNot shown: {}\n", report.findings.len()));
    for ((outcome, rule), findings) in by_rule(report) {
        text.push_str(&format!("  {outcome}, by {rule}: {}\n", findings.len()));
        for finding in findings {
            text.push_str(&format!("    {}\n", line(finding)));
        }
    }
    text
}

/// The findings by outcome and rule.
pub fn by_rule(report: &Report) -> BTreeMap<(Outcome, Rule), Vec<&Finding>> {
    let mut rules: BTreeMap<(Outcome, Rule), Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        let of_rule = rules.entry((finding.outcome, finding.rule)).or_default();
        of_rule.push(finding);
    }
    rules
}

fn line(finding: &Finding) -> String {
    let mut line = finding.group.code();
    if finding.panel {
        line.push_str(", panel");
    }
    if let Some(cell) = &finding.cell {
        line.push_str(&format!(", {cell}"));
    }
    if let Some(owners) = finding.owners {
        line.push_str(&format!(" ({owners} owners)"));
    }
    line
}

/// The code of something that is written as a code.
fn code(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// The report as a table to read in a spreadsheet, a line for each finding and each note:
/// semicolons and a byte order mark, as Excel in Swedish wants.
pub fn as_csv(report: &Report) -> Result<Vec<u8>, ServiceError> {
    let failed = |error: csv::Error| store::StoreError::Other(error.to_string());
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    let headings = [
        "outcome",
        "rule",
        "group",
        "cell",
        "panel",
        "owners",
        "organisation",
        "submitted",
    ];
    table.write_record(headings).map_err(failed)?;
    for finding in &report.findings {
        let record = [
            finding.outcome.to_string(),
            finding.rule.to_string(),
            finding.group.code(),
            finding.cell.clone().unwrap_or_default(),
            if finding.panel { "yes" } else { "" }.to_owned(),
            finding
                .owners
                .map(|owners| owners.to_string())
                .unwrap_or_default(),
            String::new(),
            String::new(),
        ];
        table.write_record(record).map_err(failed)?;
    }
    for note in &report.notes {
        let mut record = [const { String::new() }; 8];
        record[0] = "left_out".to_owned();
        record[1] = code(&note.why);
        record[6].clone_from(&note.organisation);
        record[7] = note.submitted.to_string();
        table.write_record(record).map_err(failed)?;
    }
    let bytes = table.into_inner();
    Ok(bytes.map_err(|error| store::StoreError::Other(error.to_string()))?)
}
