import type { ProblemKind } from "../problem-kind.ts";

const share = (x: unknown) => `${Math.round(Number(x) * 100)} %`;

export const ingestProblems = {
  "file-missing": {
    severity: "error",
    say: (f) => `There is no file or folder ${f.name}. Check the spelling and the folder you are in.`,
  },
  "file-unreadable": {
    severity: "error",
    say: (f) => `${f.name} can't be read (${f.reason}). Check that you may read it, and that the disk is there.`,
  },
  "file-not-regular": {
    severity: "error",
    say: (f) => `${f.name} is ${f.what}, not a file. Give a file, a folder or - for standard input.`,
  },
  "link-not-followed": {
    severity: "note",
    say: (f) => `${f.name} is a symbolic link inside a folder and was left out. To read it, name the file it leads to.`,
  },
  "hidden-files-skipped": {
    severity: "note",
    say: (f) =>
      `${f.count} hidden files or folders in ${f.name} were left out, first ${f.first}. To read one, name it.`,
  },
  "folder-empty": {
    severity: "error",
    say: (f) => `The folder ${f.name} holds no file that could be read. Check that it is the right one.`,
  },
  "too-many-files": {
    severity: "error",
    say: (f) =>
      `${f.name} holds more than ${f.limit} files; the first ${f.limit} were taken. Split the folder and add the rest.`,
  },
  "folders-too-deep": {
    severity: "error",
    say: (f) => `${f.name} lies more than ${f.limit} folders deep and was left out. Name it by itself.`,
  },
  "address-needs-fetch": {
    severity: "error",
    say: (f) =>
      `${f.name} is an address, and nothing is fetched unless you say so. Give --fetch to have it, or save the page as .html and give that file.`,
  },
  "address-refused": {
    severity: "error",
    say: (f) =>
      `${f.name} is not fetched: ${f.reason}. Only public web addresses are; save the page as .html and give that file.`,
  },
  "address-of-channel": {
    severity: "error",
    say: (f) =>
      `${f.name} is not fetched: ${f.reason}, and channels of messengers are not asked, since whose they are can't be told from the address [CO2]. Export the channel with Telegram Desktop and add its result.json, or save the page as .html and give that file.`,
  },
  "address-redirects": {
    severity: "error",
    say: (f) =>
      `${f.name} leads on more than ${f.limit} times. Open it in a browser and give the address where it ends, or the saved page.`,
  },
  "address-answered": {
    severity: "error",
    say: (f) =>
      `${f.name} answered with status ${f.status} and no page. Check it in a browser, or look for a copy in a web archive.`,
  },
  "address-failed": {
    severity: "error",
    say: (f) =>
      `${f.name} could not be had: ${f.reason}. Try again later, or save the page as .html and give that file.`,
  },
  "archives-too-deep": {
    severity: "error",
    say: (f) =>
      `${f.name} lies more than ${f.limit} archives deep and was left out. Unpack the outer one and add that.`,
  },
  "archive-broken": {
    severity: "error",
    say: (f) =>
      `${f.name} is broken (${f.reason}). What came before that was taken. Get it again, or unpack it yourself.`,
  },
  "entry-refused": {
    severity: "error",
    say: (f) => `${f.name} was left out: ${f.reason}. Unpack it yourself and add the file.`,
  },
  "entries-cut": {
    severity: "error",
    say: (f) =>
      `${f.name} holds more than ${f.limit} entries; the first ${f.limit} were taken. Split it and add the rest.`,
  },
  "unpacked-too-big": {
    severity: "error",
    say: (f) =>
      `${f.name} unpacks to more than ${f.limit} bytes in all; the rest was left out. Unpack what you need and add that.`,
  },
  "archive-records-skipped": {
    severity: "note",
    say: (f) => `${f.name}: ${f.count} records without a report's text were left out (${f.kinds}).`,
  },
  "archive-unsigned": {
    severity: "warning",
    say: (f) =>
      `${f.name} bears no signature: nothing shows who captured it, or that it is as captured. Ask its maker for a signed one, or for another capture.`,
  },
  "archive-signature-unchecked": {
    severity: "warning",
    say: (f) =>
      `${f.name} bears a signature (${f.signer}), which is not checked here. Check it with a replay tool before you rely on it.`,
  },
  "archived-media-skipped": {
    severity: "note",
    say: (f) =>
      `${f.name}: ${f.count} pictures, films and records that Auto Archiver saved were left out, first ${f.first}. Describe in a text what they show.`,
  },
  "digest-differs": {
    severity: "warning",
    say: (f) =>
      `${f.name} is not what its archive says it captured: the ${f.algorithm} digest differs. It was read all the same; look for another capture before you rely on it.`,
  },
  "digests-checked": {
    severity: "note",
    say: (f) => `${f.name}: the digests of ${f.right} of ${f.of} documents were there and right.`,
  },
  "archiver-report": {
    severity: "note",
    say: (f) =>
      `${f.name} is a report page of Auto Archiver on ${f.address}, with ${f.files} files and ${f.words} words found there. It is no document itself.`,
  },
  "feed-summaries": {
    severity: "note",
    say: (f) =>
      `${f.name}: ${f.count} of ${f.of} items hold a summary alone. Their pages have the whole text: add their addresses with --fetch.`,
  },
  "posts-refused": {
    severity: "error",
    say: (f) => `${f.name}, ${f.place}: ${f.reason}`,
  },
  "posts-column-missing": {
    severity: "error",
    say: (f) =>
      `${f.name} is ${f.what} without a column "${f.missing}". If it holds posts, say in a map which column holds what (--map F with {"text": "body", "time": "created_at"}); records of incidents come in with \`import\`. Columns found: ${f.found === "" ? "none" : f.found}.`,
  },
  "posts-skipped": {
    severity: "note",
    say: (f) => `${f.name}: ${f.count} entries without words were left out (${f.kinds}).`,
  },
  "accounts-hidden": {
    severity: "note",
    say: (f) =>
      `${f.name}: private accounts (${f.count}) are kept under marks of this case, not by name. Name those that speak in public in a map: --map F with {"public": ["name"]}.`,
  },
  "salt-broken": {
    severity: "error",
    say: (f) =>
      `${f.path} is broken: it holds what the marks of private accounts are made with. Get it from a backup; without it the same account would get another mark.`,
  },
  "map-unreadable": {
    severity: "error",
    say: (f) =>
      `The column map ${f.name} can't be used: ${f.reason}. Write one such as {"text": "body", "time": "created_at"}.`,
  },
  "archive-without-documents": {
    severity: "error",
    say: (f) => `${f.name} holds nothing that can be read as a document. Check that it is the right one.`,
  },
  "address-not-read": {
    severity: "error",
    say: (f) => `${f.name} is an address of a kind that is not read. Give a file, a folder or - for standard input.`,
  },
  "file-too-big": {
    severity: "error",
    say: (f) =>
      `${f.name} has ${f.bytes} bytes, more than the limit of ${f.limit}. Split it, or add the part that matters.`,
  },
  "file-empty": { severity: "error", say: (f) => `${f.name} is empty. Check that it was saved whole.` },
  "text-blank": {
    severity: "error",
    say: (f) => `${f.name} holds only white space. Check that it was saved whole.`,
  },
  "format-not-read": {
    severity: "error",
    say: (f) => `${f.name} is ${f.what}, which is not read. ${f.instead}`,
  },
  "is-a-case": {
    severity: "error",
    say: (f) =>
      `${f.name} is a case, not a document. Name the case first on the command line, and then what to add to it.`,
  },
  "binary-file": {
    severity: "error",
    say: (f) =>
      `${f.name} is no text: byte ${f.offset} is a control byte that text does not have. Save its text as .txt and add that.`,
  },
  "charset-unknown": {
    severity: "error",
    say: (f) => `${f.charset} is no character encoding we know. Give one such as utf-8, windows-1256 or iso-8859-6.`,
  },
  "charset-not-read": {
    severity: "error",
    say: (f) =>
      `${f.name} looks like ${f.charset}, which can't be read here. Save it as UTF-8, or name another encoding with --charset.`,
  },
  "charset-guessed": {
    severity: "warning",
    say: (f) =>
      `${f.name} names no encoding; it was read as ${f.charset} (certainty ${share(f.certainty)}). If letters look wrong, name the right one with --charset.`,
  },
  "undecodable-text": {
    severity: "error",
    say: (f) =>
      `${f.name}: ${f.count} of ${f.of} characters can't be read as ${f.charset}${f.offset === null ? "" : `, the first at byte ${f.offset}`}. Name the right encoding with --charset.`,
  },
  "undecodable-bytes": {
    severity: "warning",
    say: (f) =>
      `${f.name}: ${f.count} characters can't be read as ${f.charset} and stand as \ufffd${f.offset === null ? "" : `, the first at byte ${f.offset}`}. If there should be letters, name the right encoding with --charset.`,
  },
  "offsets-unknown": {
    severity: "note",
    say: (f) =>
      `${f.name}: in ${f.charset} we can't tell from which byte a character came; quotes are pinned to the text alone. Save it as UTF-8 to have both.`,
  },
  "hidden-characters": {
    severity: "warning",
    say: (f) =>
      `${f.name} holds ${f.count} characters that a reader does not see (${f.kinds}), the first, ${f.character}, at place ${f.first} of the text. They are kept; look at what stands around them.`,
  },
  "hidden-text": {
    severity: "warning",
    say: (f) =>
      `${f.name}: ${f.count} characters are marked in the page as not to be shown, and were left out: "${f.sample}". Look whether they say something the page does not.`,
  },
  "nested-too-deep": {
    severity: "error",
    say: (f) => `${f.name} nests ${f.what} more than ${f.limit} deep. Save its text as .txt and add that.`,
  },
  "page-too-large": {
    severity: "error",
    say: (f) => `${f.name} has more than ${f.limit} elements. Save the article's text as .txt and add that.`,
  },
  "out-of-time": {
    severity: "error",
    say: (f) => `${f.name} was not read in the time given. Give it more time, or save its text as .txt and add that.`,
  },
  "out-of-memory": {
    severity: "error",
    say: (f) =>
      `${f.name} needs more than ${f.limit} MB of memory to be read. Save its text as .txt and add that, or split it.`,
  },
  "file-broken": {
    severity: "error",
    say: (f) => `${f.name} is broken (${f.reason}). ${f.instead}`,
  },
  "file-locked": {
    severity: "error",
    say: (f) =>
      `${f.name} is encrypted and wants a password. Open it with the password, save it without, and add that.`,
  },
  "pdf-without-text": {
    severity: "error",
    say: (f) =>
      `${f.name} is a PDF without any text (pages: ${f.pages}): pictures of pages, usually a scan. Run a text recognition on it (ocrmypdf, for instance), or add a transcript.`,
  },
  "pdf-right-to-left": {
    severity: "warning",
    say: (f) =>
      `${f.name}: right-to-left text from a PDF was put together from pieces on the page, which can go wrong in order, spaces and ligatures. Look at each quote in the PDF before you use it, or add the web page instead.`,
  },
  "pdf-invisible-text": {
    severity: "warning",
    say: (f) =>
      `${f.name}: ${f.count} of ${f.of} letters are in the file and not painted: the text recognition of a scan, or words put there for machines. They were read; compare them with the page.`,
  },
  "pdf-pages-cut": {
    severity: "warning",
    say: (f) => `${f.name} has ${f.pages} pages; the first ${f.limit} were read. Split it and add the rest.`,
  },
  "pdf-furniture": {
    severity: "note",
    say: (f) => `${f.name}: ${f.count} lines that stand on most pages alike (heads, feet, page numbers) were left out.`,
  },
  "published-by-file": {
    severity: "note",
    say: (f) =>
      `${f.name} gives no time of publication; the day its file was made, ${f.day}, stands for it. State the right one for the document.`,
  },
  "page-without-text": {
    severity: "error",
    say: (f) =>
      `${f.name} is a page without any text to show. It may be drawn by a script: save it from the browser when it is complete.`,
  },
  "article-not-found": {
    severity: "warning",
    say: (f) =>
      `${f.name}: no article could be told from the rest of the page, so all around its running text was taken. Check for menus and teasers, or save the article's text as .txt.`,
  },
  "published-differs": {
    severity: "warning",
    say: (f) =>
      `${f.name} gives two times of publication, ${f.first} and ${f.second}; the first is used. State the right one for the document.`,
  },
  "published-without-zone": {
    severity: "note",
    say: (f) =>
      `${f.name} gives ${f.written} as its time of publication without a time zone, so it is known to the day only. State the time if you know it.`,
  },
  "published-unreadable": {
    severity: "note",
    say: (f) =>
      `${f.name} gives "${f.written}" as its time of publication, which is no ISO date. State the time for the document.`,
  },
  "metadata-skipped": {
    severity: "note",
    say: (f) => `${f.name}: structured data in the page was left out (${f.reason}). Check title, date and publisher.`,
  },
  "links-cut": {
    severity: "note",
    say: (f) =>
      `${f.name} has more than ${f.limit} links; the rest were left out. Links beyond that are not used to trace sources.`,
  },
  "records-columns-missing": {
    severity: "error",
    say: (f) =>
      `${f.name} lacks these columns: ${f.columns}. Its first line must name the columns; it holds: ${f.found}. Where they have other names, say so in a column map (--map).`,
  },
  "records-column-twice": {
    severity: "error",
    say: (f) => `${f.name} has the column "${f.column}" more than once. Rename one of them.`,
  },
  "records-columns-unused": {
    severity: "note",
    say: (f) =>
      `${f.name}: these columns were not used: ${f.columns}. Name them in the column map if they hold something we read.`,
  },
  "records-broken": {
    severity: "error",
    say: (f) =>
      `${f.name} is no table: line ${f.line} has more than 1,000,000 characters and no end. Check that it was saved as CSV.`,
  },
  "records-beside-broken": {
    severity: "error",
    say: (f) =>
      `Line ${f.line} of ${f.name}, the table of claims, can't be read, and without the whole of it nothing is. Mend it: ${f.fault}`,
  },
  "records-empty": {
    severity: "error",
    say: (f) => `${f.name} holds no row below its header. Check that it was saved whole.`,
  },
  "records-rows-refused": {
    severity: "error",
    say: (f) =>
      `${f.name}: ${f.refused} of ${f.rows} rows were refused. See them all with silverblaze import … --dry-run; the first is on line ${f.line}: ${f.reason}`,
  },
  "records-charset": {
    severity: "error",
    say: (f) =>
      `${f.name} is no UTF-8 and bears no mark of another encoding; it looks like ${f.looks}. If it is, say so: --charset ${f.looks}.`,
  },
  "records-charset-mixed": {
    severity: "warning",
    say: (f) =>
      `${f.name} holds bytes that are no ${f.charset}, and rows with them are refused. ${f.looks === "" ? "Name its encoding with --charset, or save it as UTF-8." : `It looks like ${f.looks}: if it is, say --charset ${f.looks}.`}`,
  },
  "records-format-told": {
    severity: "note",
    say: (f) =>
      `${f.name} is read as ${f.format} (${f.layout}): ${f.set}. If it is not that, name the format with --format.`,
  },
  "records-format-unknown": {
    severity: "error",
    say: (f) => `There is no format of records called "${f.format}". Use one of: ${f.known}.`,
  },
  "records-layout-untested": {
    severity: "warning",
    say: (f) =>
      `${f.name}: the layout "${f.layout}" of ${f.format} was never seen as a file, so reading it is untested. Compare some accepted rows with the file.`,
  },
  "records-beside-unused": {
    severity: "error",
    say: (f) => `${f.name} is read as ${f.format}, which needs no second table. Leave out ${f.beside}.`,
  },
  "records-json-broken": {
    severity: "error",
    say: (f) => `${f.name} is no JSON in UTF-8 (${f.reason}). Save it again from the tracker.`,
  },
  "records-json-unknown": {
    severity: "error",
    say: (f) =>
      `${f.name} is JSON of a kind that is not read (${f.found}). Give an array of posts with post_title, group_name and discovered.`,
  },
  "records-claims-only": {
    severity: "warning",
    say: (f) =>
      `${f.name} holds claims only: victims that were never posted are not in it, so it says nothing of the share claimed [SI11], and no reference class counts it. For a share, import a register that holds attacks nobody claimed too.`,
  },
  "records-lags-negative": {
    severity: "warning",
    say: (f) =>
      `${f.name}: ${f.rows} claimed before the attack (${f.first}). They are kept as they are; check both dates, or whether the claim was of another attack.`,
  },
} satisfies Record<string, ProblemKind>;
