//! The parts of a .docx, packed. Every time in the package is the format's first day: the same input gives the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::tag::xml;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Each style: its id, its name, its size in half points, and what else its letters and paragraphs want.
const STYLES: [(&str, &str, u32, &str, &str); 10] = [
    ("Title", "Title", 36, "<w:b/>", r#"<w:spacing w:after="120"/>"#),
    (
        "Heading1",
        "heading 1",
        28,
        "<w:b/>",
        r#"<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        24,
        "<w:b/>",
        r#"<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="1"/>"#,
    ),
    ("Own", "自己的话", 28, "", r#"<w:spacing w:after="80"/>"#),
    (
        "Cue",
        "前一句",
        18,
        r#"<w:color w:val="595959"/>"#,
        r#"<w:keepNext/><w:spacing w:before="80" w:after="0"/>"#,
    ),
    ("Said", "台词", 22, "", r#"<w:spacing w:after="60"/>"#),
    ("Happens", "动作和提示", 21, r#"<w:color w:val="595959"/>"#, r#"<w:spacing w:after="60"/>"#),
    (
        "Aside",
        "旁注",
        18,
        "",
        r#"<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="8B3F24"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="240"/>"#,
    ),
    ("Small", "小字", 18, r#"<w:color w:val="595959"/>"#, r#"<w:spacing w:after="60"/>"#),
    (
        "Ruled",
        "横线",
        30,
        "",
        r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="808080"/></w:pBdr>"#,
    ),
];

/// Packs a document.
pub(super) fn pack(title: &str, document: &str) -> zip::result::ZipResult<Vec<u8>> {
    let core = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"#,
        xml(title)
    );
    let styles = styles();
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("docProps/core.xml", &core),
        ("word/_rels/document.xml.rels", DOCUMENT),
        ("word/document.xml", document),
        ("word/styles.xml", &styles),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn styles() -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="微软雅黑" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#,
    );
    for (id, name, size, letters, paragraph) in STYLES {
        xml.push_str(&format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}<w:sz w:val="{size}"/></w:rPr></w:style>"#
        ));
    }
    xml + "</w:styles>"
}
