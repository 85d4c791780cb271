//! The cells of an Excel file that someone else has made, read with every limit that a hostile file
//! calls for.
//!
//! An Excel file is a zip archive of XML parts. Only the parts that hold the cells are unpacked, up
//! to a limit for all of them together, and a cell is kept only where our own files have one. Sizes
//! that the file states about itself are never believed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The largest file that is read, in bytes.
pub(crate) const MAX_FILE: usize = 1 << 20;

/// The most bytes that all parts unpack to.
const MAX_UNPACKED: u64 = 16 << 20;

/// The most cells that are kept, of all sheets.
pub(crate) const MAX_CELLS: usize = 20_000;

/// The last column that is kept, counted from 0: Z, the last with one letter.
const LAST_COLUMN: u32 = 25;

/// A cell with something in it.
pub(crate) struct Cell {
    /// What it holds, numbers as they are stored.
    pub(crate) text: Rc<str>,
    /// Whether that was computed by a formula.
    pub(crate) formula: bool,
}

/// A sheet of a workbook.
pub(crate) struct Sheet {
    /// Its name.
    pub(crate) name: String,
    /// Its cells by row and column, both counted from 0.
    pub(crate) cells: BTreeMap<(u32, u32), Cell>,
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is no Excel file, or a damaged one.
    NotExcel,
    /// It holds more than our own files do.
    TooLarge,
}

impl From<quick_xml::Error> for Unreadable {
    fn from(_: quick_xml::Error) -> Unreadable {
        Unreadable::NotExcel
    }
}

/// The sheets of a workbook, in its order.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    if bytes.len() > MAX_FILE {
        return Err(Unreadable::TooLarge);
    }
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotExcel)?;
    let mut package = Package {
        zip,
        left: MAX_UNPACKED,
    };
    let workbook = package.needed("xl/workbook.xml")?;
    let targets = targets(&package.needed("xl/_rels/workbook.xml.rels")?)?;
    let strings = match targets
        .values()
        .find(|target| target.kind == "sharedStrings")
    {
        Some(target) => shared_strings(&package.needed(&target.path)?)?,
        None => Vec::new(),
    };
    let mut sheets = Vec::new();
    let mut kept = 0;
    for (name, id) in names(&workbook)? {
        let target = targets.get(&id).ok_or(Unreadable::NotExcel)?;
        if target.kind == "worksheet" {
            let xml = package.needed(&target.path)?;
            let cells = cells(&xml, &strings, MAX_CELLS - kept)?;
            kept += cells.len();
            sheets.push(Sheet { name, cells });
        }
    }
    Ok(sheets)
}

struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl Package<'_> {
    /// A part that has to be there, as text.
    fn needed(&mut self, path: &str) -> Result<String, Unreadable> {
        let part = self.zip.by_name(path).map_err(|_| Unreadable::NotExcel)?;
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Unreadable::NotExcel)?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(Unreadable::TooLarge)?;
        String::from_utf8(bytes).map_err(|_| Unreadable::NotExcel)
    }
}

fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// An attribute by its name, whatever its namespace is called.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

/// Where a relation of the workbook leads.
struct Target {
    /// The last part of its type's address, for example `worksheet`.
    kind: String,
    path: String,
}

/// The relations of the workbook, by id.
fn targets(xml: &str) -> Result<BTreeMap<String, Target>, Unreadable> {
    let mut targets = BTreeMap::new();
    let mut reader = reader(xml);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let [id, kind, target] =
                    ["Id", "Type", "Target"].map(|name| attribute(&element, name));
                if let (Some(id), Some(kind), Some(target)) = (id, kind, target) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    let path = match target.strip_prefix('/') {
                        Some(path) => path.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    targets.insert(id, Target { kind, path });
                }
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}

/// The sheets' names, each with the id of the relation that leads to it.
fn names(xml: &str) -> Result<Vec<(String, String)>, Unreadable> {
    let mut names = Vec::new();
    let mut reader = reader(xml);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                let (name, id) = (attribute(&element, "name"), attribute(&element, "id"));
                names.push(name.zip(id).ok_or(Unreadable::NotExcel)?);
            }
            Event::Eof => return Ok(names),
            _ => {}
        }
    }
}

/// Adds the characters of an event, if it has any, to a text.
fn add_text(event: &Event<'_>, text: &mut String) -> Result<(), Unreadable> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref()? {
            Some(character) => text.push(character),
            None => {
                let name = reference.xml10_content();
                let entity = quick_xml::escape::resolve_predefined_entity(&name);
                text.push_str(entity.ok_or(Unreadable::NotExcel)?);
            }
        },
        _ => {}
    }
    Ok(())
}

/// The texts that cells refer to by their place in the list.
fn shared_strings(xml: &str) -> Result<Vec<Rc<str>>, Unreadable> {
    let mut strings = Vec::new();
    let mut reader = reader(xml);
    let mut text = String::new();
    let mut inside = Inside::default();
    loop {
        let event = reader.read_event()?;
        inside.follow(&event);
        match &event {
            Event::Start(element) if element.local_name().as_ref() == "si" => text.clear(),
            Event::End(element) if element.local_name().as_ref() == "si" => {
                strings.push(unescaped(&text).into());
            }
            Event::Eof => return Ok(strings),
            event if inside.text && !inside.phonetic => add_text(event, &mut text)?,
            _ => {}
        }
    }
}

/// Which elements that matter for texts the reader is inside.
#[derive(Default)]
struct Inside {
    /// `t`: a text.
    text: bool,
    /// `rPh`: how a text is pronounced, which is no part of it.
    phonetic: bool,
    /// `v`: a value.
    value: bool,
}

impl Inside {
    fn follow(&mut self, event: &Event<'_>) {
        let (name, inside) = match event {
            Event::Start(element) => (element.local_name(), true),
            Event::End(element) => (element.local_name(), false),
            _ => return,
        };
        match name.as_ref() {
            "t" => self.text = inside,
            "rPh" => self.phonetic = inside,
            "v" => self.value = inside,
            _ => {}
        }
    }
}

/// The cells of a sheet that hold something and that our own files may have.
fn cells(
    xml: &str,
    strings: &[Rc<str>],
    most: usize,
) -> Result<BTreeMap<(u32, u32), Cell>, Unreadable> {
    let mut cells = BTreeMap::new();
    let mut reader = reader(xml);
    let mut inside = Inside::default();
    let (mut row, mut column) = (0, 0);
    let (mut kind, mut value, mut formula) = (String::new(), String::new(), false);
    loop {
        let event = reader.read_event()?;
        inside.follow(&event);
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    let number = attribute(element, "r").and_then(|r| r.parse::<u32>().ok());
                    row = number.map_or(row, |number| number.saturating_sub(1));
                    column = 0;
                }
                "c" => {
                    if let Some(place) = attribute(element, "r") {
                        (row, column) = position(&place).ok_or(Unreadable::NotExcel)?;
                    }
                    kind = attribute(element, "t").unwrap_or_default();
                    value.clear();
                    formula = false;
                }
                "f" => formula = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => row = row.saturating_add(1),
                "c" => {
                    let text = text_of(&kind, &value, strings)?;
                    if column <= LAST_COLUMN && (formula || !text.trim().is_empty()) {
                        if cells.len() >= most {
                            return Err(Unreadable::TooLarge);
                        }
                        cells.insert((row, column), Cell { text, formula });
                    }
                    column = column.saturating_add(1);
                }
                _ => {}
            },
            Event::Eof => return Ok(cells),
            event if inside.value || (inside.text && !inside.phonetic) => {
                add_text(event, &mut value)?;
            }
            _ => {}
        }
    }
}

/// What a cell holds, by its type.
fn text_of(kind: &str, value: &str, strings: &[Rc<str>]) -> Result<Rc<str>, Unreadable> {
    Ok(match kind {
        "s" => {
            let index = value.trim().parse::<usize>().ok();
            let string = index.and_then(|index| strings.get(index));
            Rc::clone(string.ok_or(Unreadable::NotExcel)?)
        }
        "b" => match value.trim() {
            "1" => "TRUE".into(),
            _ => "FALSE".into(),
        },
        "str" | "inlineStr" => unescaped(value).into(),
        _ => value.into(),
    })
}

/// Row and column, counted from 0, of a place such as `H12`.
fn position(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = place.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter - b'A') + 1
    });
    let row = number.parse::<u32>().ok()?.checked_sub(1)?;
    Some((row, column - 1))
}

/// A cell as people name it. The columns that are kept have one letter.
pub(crate) fn place(row: u32, column: u32) -> String {
    let letter = u8::try_from(column).map_or('?', |column| char::from(b'A' + column % 26));
    format!("{letter}{}", u64::from(row) + 1)
}

/// The most characters of what someone has written that a message repeats.
const SHOWN: usize = 40;

/// What someone has written, on one line and not too long.
pub(crate) fn shown(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(SHOWN) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// A text with the characters that Excel writes as `_xHHHH_`.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let character = rest
            .get(2..6)
            .filter(|_| rest[6..].starts_with('_'))
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match character {
            Some(character) => {
                plain.push(character);
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_row_and_column() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("H12"), Some((11, 7)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in [
            "",
            "A",
            "1",
            "A0",
            "a1",
            "AAAA1",
            "Å1",
            "A-1",
            "A99999999999",
        ] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn characters_written_as_codes_are_read() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x0041_"), "_x0041_");
        for plain in [
            "_x",
            "_x00",
            "_xåäö_",
            "_xZZZZ_",
            "_xD800_",
            "x_x0041",
            "_x0041å",
        ] {
            assert_eq!(unescaped(plain), plain);
        }
    }
}
