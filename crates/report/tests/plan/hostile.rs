//! Whatever bytes are loaded, the answer is a table or a message, soon and within bounds.

use std::sync::LazyLock;

use domain::text::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use report::plan::{ReadError, Row};

use crate::{CATALOGUE, EDITION, csv, excel, read, tip};

static FILES: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let rows = [
        tip(),
        Row {
            title: "En egen åtgärd".to_owned(),
            note: "\"a\";\nb".to_owned(),
            ..Row::default()
        },
    ];
    [csv(&rows, Lang::Sv), excel(&rows, Lang::Sv)]
});

#[test]
fn more_than_a_plan_holds_is_refused() {
    let large = vec![b'x'; (1 << 20) + 1];
    assert_eq!(read(&large), Err(ReadError::TooLarge));
    let cells = "x;".repeat(30_000);
    assert_eq!(read(cells.as_bytes()), Err(ReadError::TooLarge));
    let new = Row {
        title: "a".to_owned(),
        ..Row::default()
    };
    let many = vec![new; 1001];
    assert_eq!(read(&csv(&many, Lang::Sv)), Err(ReadError::TooLarge));
}

#[test]
fn quotes_that_do_not_end_are_no_panic() {
    for text in ["\"", "a;\"b", "\u{0};\u{0}", ";;;;", "\r\n\r\n", "\u{feff}"] {
        assert_eq!(read(text.as_bytes()), Err(ReadError::NotAPlan), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_no_panic(file in 0usize..2, damages in vec((any::<Index>(), any::<u8>()), 1..40)) {
        let mut bytes = FILES[file].clone();
        for (at, byte) in damages {
            *at.get_mut(&mut bytes) = byte;
        }
        let t = CATALOGUE.get(Lang::Sv);
        match read(&bytes) {
            Ok(loaded) => {
                for (at, fault) in loaded.faults {
                    prop_assert!(!at.in_words(&fault.in_words(t), t).is_empty());
                }
            }
            Err(error) => prop_assert!(!error.in_words(EDITION, t).is_empty()),
        }
    }

    #[test]
    fn a_file_that_is_cut_off_is_no_panic(file in 0usize..2, at in any::<Index>()) {
        let bytes = &FILES[file];
        let _ = read(&bytes[..at.index(bytes.len())]);
    }
}
