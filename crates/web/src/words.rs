//! What codes are called in the reader's language, the same on every page.

use domain::instrument::{Effort, Role};
use l10n::Texts;

/// Someone in an organisation who can answer a question.
pub(crate) fn role(t: &Texts, role: Role) -> String {
    match role {
        Role::Ledning => t.role_ledning(),
        Role::Inkop => t.role_inkop(),
        Role::Verksamhet => t.role_verksamhet(),
        Role::Ekonomi => t.role_ekonomi(),
        Role::Juridik => t.role_juridik(),
    }
}

/// How much work a tip is, with what the word stands for.
pub(crate) fn effort(t: &Texts, effort: Effort) -> String {
    match effort {
        Effort::Liten => t.effort_liten(),
        Effort::Mellan => t.effort_mellan(),
        Effort::Stor => t.effort_stor(),
    }
}

/// What a tip gives, 1 to 3.
pub(crate) fn benefit(t: &Texts, benefit: u8) -> String {
    match benefit {
        0 | 1 => t.benefit_1(),
        2 => t.benefit_2(),
        _ => t.benefit_3(),
    }
}
