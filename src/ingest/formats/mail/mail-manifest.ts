import type { WholeFormat } from "../whole-format.ts";

/** At least three lines that only mails begin with. */
const HEADERS =
  /^(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Reply-To|Message-ID|MIME-Version|Content-[\w-]{1,40}|DKIM-Signature|Authentication-Results|ARC-[\w-]{1,40}|X-[\w-]{1,40}|Snapshot-Content-Location):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}/i;

const isMail = (head: string, hint: string | undefined) => HEADERS.test(head) || /^message\/rfc822/i.test(hint ?? "");
const isMhtml = (head: string) =>
  /^Snapshot-Content-Location:/im.test(head) || /^Content-Type:\s{0,9}multipart\/related/im.test(head);

export const MHTML: WholeFormat = {
  manifest: {
    name: "mhtml",
    version: 1,
    mediaType: "multipart/related",
    reads: "a page that a browser saved as one file: its HTML as a saved page. The pictures in it are left alone",
    extensions: ["mhtml", "mht"],
    needs: [],
    limits: ["bytes", "nesting", "elements", "links"],
    offers: ["text", "title", "publisher", "author", "published", "address", "links", "language", "parts"],
  },
  is: (head, { mediaTypeHint, name }) =>
    isMail(head, mediaTypeHint) &&
    isMhtml(head) &&
    (/\.mht(?:ml)?$/i.test(name) || !/^(?:From|To|Received):.*@/im.test(head)),
  load: async () => (await import("./mhtml.ts")).readMhtml,
};

export const MAIL: WholeFormat = {
  manifest: {
    name: "mail",
    version: 1,
    mediaType: "message/rfc822",
    reads:
      "a mail: its text, or where it has none its HTML, with subject, sender and date. What is attached comes as documents of its own",
    extensions: ["eml"],
    needs: [],
    limits: ["bytes", "nesting", "elements", "links", "entries"],
    offers: ["text", "title", "author", "published", "links", "parts", "attachments as documents"],
  },
  is: (head, { mediaTypeHint }) => isMail(head, mediaTypeHint),
  load: async () => (await import("./mail.ts")).readMail,
};
