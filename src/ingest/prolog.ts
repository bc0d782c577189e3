const MOST_MARKS = 6;

/** The text behind white space, an XML declaration and comments, and where `declarations` is set behind other `<!…>` and `<?…>` too; six of them at most. */
export function pastProlog(text: string, { declarations = false } = {}): string {
  let rest = text.trimStart();
  for (let i = 0; i < MOST_MARKS; i++) {
    const comment = rest.startsWith("<!--");
    if (!comment && !(declarations ? /^<[?!]/ : /^<\?xml/i).test(rest)) return rest;
    const mark = comment ? "-->" : ">";
    const end = rest.indexOf(mark);
    if (end < 0) return rest;
    rest = rest.slice(end + mark.length).trimStart();
  }
  return rest;
}
