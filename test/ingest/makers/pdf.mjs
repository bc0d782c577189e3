// PDF files made by hand (ISO 32000-1), small enough to be looked through.

const latin = (text) => Buffer.from(text, "latin1");

/** The file of these objects, numbered from 1; `info` and `encrypt` are object numbers. */
function fileOf(objects, { info, encrypt } = {}) {
  const parts = [latin("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")];
  const offsets = [];
  let at = parts[0].length;
  objects.forEach((body, i) => {
    const bytes = Buffer.concat([
      latin(`${i + 1} 0 obj\n`),
      Buffer.isBuffer(body) ? body : latin(body),
      latin("\nendobj\n"),
    ]);
    offsets.push(at);
    at += bytes.length;
    parts.push(bytes);
  });
  const rows = offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("");
  const extra = `${info ? `/Info ${info} 0 R ` : ""}${encrypt ? `/Encrypt ${encrypt} 0 R ` : ""}`;
  const id = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
  parts.push(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra}${id} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const stream = (body, more = "") =>
  Buffer.concat([
    latin(`<< /Length ${body.length} ${more}>>\nstream\n`),
    Buffer.isBuffer(body) ? body : latin(body),
    latin("\nendstream"),
  ]);
const escaped = (text) => text.replace(/[\\()]/g, "\\$&");
const hex16 = (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");

/** What is drawn on a page: lines with place and size. */
const drawn = (lines, show) =>
  `BT\n${lines.map(({ x, y, size = 10, text }) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${show(text)} Tj`).join("\n")}\nET`;

function documentOf(pages, { font, show, info = {}, encrypt, extra = [] }) {
  const first = 4 + font.length;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${key.endsWith("Date") ? `(${value})` : `<${hex16(value)}>`}`)
      .join(" ")} >>`,
    ...font,
  ];
  pages.forEach((lines, i) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(drawn(lines, show)),
    );
  });
  objects.push(...extra);
  return fileOf(objects, { info: 3, ...(encrypt && { encrypt: objects.length }) });
}

const HELVETICA = ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"];

/** Pages of lines in Latin letters. */
export function pdfOf(pages, info) {
  return documentOf(pages, { font: HELVETICA, show: (text) => `(${escaped(text)})`, info });
}

/** The same behind a password that nobody knows. */
export function lockedPdf(pages) {
  const key = "31".repeat(32);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >>`;
  return documentOf(pages, { font: HELVETICA, show: (text) => `(${escaped(text)})`, encrypt: true, extra: [encrypt] });
}

/** Pages that show a picture and no letter. */
export function scannedPdf(pages) {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(" ")}] /Count ${pages} >>`,
    stream(
      Buffer.alloc(100, 200),
      "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
    ),
  ];
  for (let i = 0; i < pages; i++) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      stream("q 595 0 0 842 0 0 cm /Im1 Do Q"),
    );
  }
  return fileOf(objects);
}

/** Pages of lines in any letters, each drawn in the order in which the eye finds the glyphs from left to right, as printing programs do. */
export function visualPdf(pages, info) {
  const letters = [...new Set(pages.flat().flatMap((l) => [...l.text]))];
  const code = (c) => (letters.indexOf(c) + 1).toString(16).padStart(4, "0");
  const unicode = (c) => Buffer.from(c, "utf16le").swap16().toString("hex");
  const maps = letters.map((c) => `<${code(c)}> <${unicode(c)}>`);
  const slices = Array.from({ length: Math.ceil(maps.length / 100) }, (_, i) => maps.slice(100 * i, 100 * i + 100));
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${slices.map((s) => `${s.length} beginbfchar\n${s.join("\n")}\nendbfchar`).join("\n")}
endcmap end end`;
  const font = [
    "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>",
    "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    stream(cmap),
  ];
  const show = (text) => `<${[...text].reverse().map(code).join("")}>`;
  return documentOf(pages, { font, show, info });
}
