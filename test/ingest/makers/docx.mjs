// Word files made by hand (ECMA-376), as small as they may be.

import { zipOf } from "./zip.mjs";

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const run = (text) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

function paragraph(p) {
  if (typeof p === "string") return `<w:p>${run(p)}</w:p>`;
  if ("table" in p) {
    const cell = (text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
    return `<w:tbl>${p.table.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
  }
  if ("link" in p)
    return `<w:p>${run(p.before)}<w:hyperlink r:id="rId9">${run(p.link)}</w:hyperlink>${run(p.after)}</w:p>`;
  const style = p.heading === undefined ? "" : `<w:pPr><w:pStyle w:val="Heading${p.heading}"/></w:pPr>`;
  const bidi = p.rightToLeft ? "<w:pPr><w:bidi/></w:pPr>" : "";
  return `<w:p>${style}${bidi}${run(p.text)}</w:p>`;
}

/** A Word file with these paragraphs, and what its properties say. */
export function docxOf(paragraphs, properties = {}) {
  const { title, creator, modified, language } = properties;
  const styles = [1, 2]
    .map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`)
    .join("");
  const said = [
    title && `<dc:title>${xml(title)}</dc:title>`,
    creator && `<dc:creator>${xml(creator)}</dc:creator>`,
    language && `<dc:language>${language}</dc:language>`,
    modified && `<dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>`,
  ].filter(Boolean);
  const part = (name, data) => ({ name, data: HEAD + data, packed: true });
  const relation = (id, kind, target, more = "") =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
  const link = paragraphs.find((p) => typeof p === "object" && "link" in p);
  const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipOf([
    part(
      "[Content_Types].xml",
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      "_rels/.rels",
      `<Relationships xmlns="${RELS}">${relation("rId1", "officeDocument", "word/document.xml")}</Relationships>`,
    ),
    part(
      "docProps/core.xml",
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${said.join("")}</cp:coreProperties>`,
    ),
    part("word/styles.xml", `<w:styles xmlns:w="${WORD}">${styles}</w:styles>`),
    part(
      "word/_rels/document.xml.rels",
      `<Relationships xmlns="${RELS}">${relation("rId1", "styles", "styles.xml")}${link ? relation("rId9", "hyperlink", link.to, ' TargetMode="External"') : ""}</Relationships>`,
    ),
    part(
      "word/document.xml",
      `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${paragraphs.map(paragraph).join("")}</w:body></w:document>`,
    ),
  ]);
}
