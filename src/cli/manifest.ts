// What each command is, small and loaded at every start; the commands themselves load when they run.

export interface OptionManifest {
  readonly name: string;
  /** Shown after the option: `F`, `T`. None: a switch. */
  readonly value?: string;
  readonly short?: string;
  readonly many?: boolean;
  readonly about: string;
}

export interface CommandManifest {
  readonly name: string;
  /** After the name: what it works on. */
  readonly takes: string;
  /** How many it takes, at least and at most. */
  readonly arity: readonly [number, number];
  readonly about: string;
  readonly options: readonly OptionManifest[];
  readonly examples: readonly (readonly [string, string])[];
}

const MANY = Number.POSITIVE_INFINITY;

/** Options that every command takes. */
export const EVERYWHERE: readonly OptionManifest[] = [
  { name: "json", about: "one JSON envelope on stdout: schema, version, result, problems" },
  {
    name: "output",
    short: "o",
    value: "FILE",
    about: "write the result to FILE; .html gives a page to send, .json the envelope",
  },
  { name: "quiet", short: "q", about: "no talk on stderr" },
  { name: "no-color", about: "no colour (so does NO_COLOR)" },
  { name: "help", short: "h", about: "this help" },
];

const AS_OF: OptionManifest = {
  name: "as-of",
  value: "DAY",
  about: "what could be known by then: a day or an instant in UTC; default now",
};
const AT_SEQ: OptionManifest = { name: "at-seq", value: "N", about: "what was recorded up to event N of the case" };
const LANGUAGE: OptionManifest = {
  name: "lang",
  value: "en|ar",
  about: "language of the brief and its page; default en; the first screen is in English",
};
const BASIS: OptionManifest = {
  name: "basis",
  value: "accepted",
  about: "use only statements that a person accepted; default: accepted and proposed",
};
const READING: readonly OptionManifest[] = [
  { name: "charset", value: "NAME", about: "read the bytes in this charset, whatever they say of themselves" },
  { name: "language", value: "CODE", about: "read the texts as this language" },
  { name: "fetch", about: "allow addresses to be fetched" },
];
const PORT: OptionManifest = { name: "port", value: "N", about: "listen there on 127.0.0.1; default any free port" };
const WHO: OptionManifest = { name: "who", value: "NAME", about: "who does or judges it: a name or a role" };
const WHY: OptionManifest = { name: "why", value: "TEXT", about: "why" };
const ANALYSTS: OptionManifest = {
  name: "analysts",
  value: "NAMES",
  about: "whose judgments count, parted by commas; default everybody's",
};
const SAVE: OptionManifest = { name: "save", value: "CASE", about: "keep the loose texts in a new case" };
const CLASSES: OptionManifest = {
  name: "class",
  value: "C",
  many: true,
  about:
    'a reference class: "NAME=K/N[:ratio|assumed][<PARENT=K/N]", or a query over records, "NAME: country=SY insider=yes period=2019/2021"',
};
/** How records are read. */
const AS_RECORDS: readonly OptionManifest[] = [
  { name: "map", value: "F", about: "of records, JSON: our column → the file's column" },
  { name: "with", value: "F", about: "of records: a second table that holds the claims, by the incident's id" },
  { name: "coded-after", value: "COLUMN", many: true, about: "of our own table: a column coded after the event" },
];
const FEATURES: OptionManifest = {
  name: "feature",
  value: "F=V",
  many: true,
  about:
    "without a case: country=SY, target=security, insider=yes, attack-type=shooting, nationality=US, contact=inspired, fate=killed, killed=2",
};
const ACTORS: OptionManifest = {
  name: "actors",
  value: "F",
  about: "your own actors, as JSON; docs/guide/add-an-actor.md",
};
const RECORDS: OptionManifest = {
  name: "records",
  value: "F",
  about: "past incidents in any format that import takes",
};

/** Every command of DESIGN §5 that is built, in the order of the help page. */
export const COMMANDS: readonly CommandManifest[] = [
  {
    name: "check",
    takes: "TEXT --against TEXTS…",
    arity: [1, MANY],
    about: "does a text stand on its sources, sentence by sentence",
    options: [
      { name: "against", value: "TEXT", many: true, about: "a source; those after the first argument count too" },
      { name: "strict", about: "exit 4 when a sentence is contradicted, changed, hardened or has no source" },
      ...READING,
    ],
    examples: [
      [
        "check draft.txt --against wire.txt ministry.txt",
        "what in the draft is backed, hardened, changed or without a source",
      ],
      ["check draft.md --against sources/ --strict", "for a pipeline: exit 4 if something was found"],
    ],
  },
  {
    name: "compare",
    takes: "A B",
    arity: [2, 2],
    about: "two texts side by side: which derives from which, and what changed",
    options: [
      {
        name: "prior-odds",
        value: "X",
        about: "odds, before the words are looked at, that one derives from the other; 1",
      },
      ...READING,
    ],
    examples: [["compare wire.txt column.txt -o compare.html", "a page to send"]],
  },
  {
    name: "assess",
    takes: "CASE|TEXTS…",
    arity: [1, MANY],
    about: "the first screen and the brief: who says who did it, on whose word, the silence",
    options: [
      AS_OF,
      AT_SEQ,
      BASIS,
      RECORDS,
      ...AS_RECORDS,
      ACTORS,
      CLASSES,
      { name: "equal-priors", about: "start all explanations of a question alike; a choice, and printed" },
      ANALYSTS,
      SAVE,
      LANGUAGE,
      ...READING,
    ],
    examples: [
      ["assess report-1.txt report-2.html", "twelve links' worth of files at midnight"],
      ["assess port.silverblaze --as-of 2031-03-04", "what could be known that day"],
    ],
  },
  {
    name: "statements",
    takes: "CASE|TEXTS…",
    arity: [1, MANY],
    about: "who said what, pinned to the words",
    options: [
      AS_OF,
      AT_SEQ,
      BASIS,
      ACTORS,
      { name: "all", about: "the outlets' own sentences too" },
      {
        name: "queue",
        about: "what nobody has decided, in one list: first what most figures rest on, then the surest",
      },
      ...READING,
    ],
    examples: [
      ["statements report.txt", "a table of speaker, act, target and words"],
      ["statements report.txt -o report.html", "the texts with what was said marked in them"],
      ["statements port.silverblaze --queue", "which proposals to look at first"],
    ],
  },
  {
    name: "lineage",
    takes: "CASE|TEXTS…",
    arity: [1, MANY],
    about: "which report comes from which, and how many origins there are",
    options: [AS_OF, AT_SEQ, { name: "dot", about: "the graph in Graphviz' language" }, ...READING],
    examples: [["lineage reports/", "a tree of origins and copies"]],
  },
  {
    name: "silence",
    takes: "[CASE]",
    arity: [0, 1],
    about: "what a missing claim is worth, under reference classes side by side",
    options: [
      { name: "actor", value: "A", about: "an actor's name or id" },
      { name: "attack", value: "T", about: "when it happened: a day or an instant" },
      FEATURES,
      { name: "charset", value: "NAME", about: "read the records in this charset" },
      { ...AS_OF, many: true },
      AT_SEQ,
      RECORDS,
      ...AS_RECORDS,
      CLASSES,
      {
        name: "lag",
        value: "LAW",
        many: true,
        about: "weibull:13.6h,0.95 | lognormal:72h,1.1 | exponential:20h | loglogistic:20h,1.5",
      },
      { name: "seen", value: "κ", about: "chance that a claim made was seen, 0 to 1; default the range ½ to 1" },
      {
        name: "false-share",
        value: "φ",
        about: "share of such attacks that it claims and did not do; default .03 (.01 to .20)",
      },
    ],
    examples: [
      ["silence --actor taliban --attack 2031-03-03 --as-of 2031-03-05", "published counts"],
      [
        'silence --actor "Amber Column" --attack 2031-03-03T08:00Z --as-of 2031-03-04 --class "all=62/155" --lag weibull:13.6h,0.95',
        "your own class and lag law",
      ],
    ],
  },
  {
    name: "precedents",
    takes: "[CASE|TEXTS…]",
    arity: [0, MANY],
    about: "past cases like it with reasons, differences and sources; those that the texts bring up, looked up",
    options: [
      AS_OF,
      AT_SEQ,
      BASIS,
      RECORDS,
      ...AS_RECORDS,
      FEATURES,
      { name: "actor", value: "A", about: "without a case: whom it is laid to, a name or id" },
      { name: "attack", value: "T", about: "without a case: when it happened; only what was known then is used" },
      ...READING,
    ],
    examples: [
      ["precedents port.silverblaze", "past cases, their ratio, and what it can't say"],
      [
        "precedents --feature country=SY --feature insider=yes --feature target=security --feature attack-type=shooting",
        "by stated features alone",
      ],
    ],
  },
  {
    name: "explanations",
    takes: "CASE",
    arity: [1, 1],
    about: "the rival answers, weighed as far as people have stated judgments",
    options: [
      AS_OF,
      AT_SEQ,
      BASIS,
      ANALYSTS,
      { name: "equal-priors", about: "start all explanations of a question alike" },
    ],
    examples: [["explanations port.silverblaze", "posterior with ranges, what would change it, the next fact"]],
  },
  {
    name: "why",
    takes: "CASE|ASSESSMENT.json FIGURE",
    arity: [1, 2],
    about: "a number down to words, judgments, rows or a cited table; recomputed on the way",
    options: [AS_OF, AT_SEQ, BASIS, ANALYSTS],
    examples: [
      ["why port.silverblaze", "the list of figures"],
      ["why assessment.json port/lineage/origins", "one figure; exit 4 if it does not come out again"],
    ],
  },
  {
    name: "new",
    takes: "CASE",
    arity: [1, 1],
    about: "make a case",
    options: [
      WHO,
      { name: "title", value: "TEXT", about: "title; default the file's name" },
      { name: "purpose", value: "TEXT", about: "what the case is for" },
    ],
    examples: [['new port.silverblaze --title "Port Maren" --who "night desk"', "an empty case"]],
  },
  {
    name: "add",
    takes: "CASE INPUT…",
    arity: [2, MANY],
    about: "documents in: files, folders, archives, feeds, exports of posts, addresses, - for stdin",
    options: [
      WHO,
      { name: "map", value: "F", about: "JSON for tables of posts: our column → the file's column" },
      { name: "dry-run", about: "say what would come in and what would be refused" },
      ...READING,
    ],
    examples: [
      ["add port.silverblaze reports/ statement.pdf", "each acknowledged or refused by name"],
      ["add port.silverblaze posts.csv --map columns.json --dry-run", "a table of posts, looked at first"],
    ],
  },
  {
    name: "import",
    takes: "CASE FILE",
    arity: [2, 2],
    about:
      "records of past incidents in, from our own CSV or your copy of GTD, DSAT, EuRepoC, ACLED, UCDP GED or a ransomware tracker",
    options: [
      WHO,
      {
        name: "format",
        value: "NAME",
        about:
          "own-csv, gtd, cpost-dsat, eurepoc, acled, ucdp-ged, ransomware-posts; told from the header where left out",
      },
      ...AS_RECORDS,
      { name: "charset", value: "NAME", about: "read the bytes in this charset, whatever they look like" },
      { name: "set", value: "NAME", about: "the set's name in the case; the file's where left out" },
      { name: "citation", value: "TEXT", about: "where the records are from" },
      { name: "licence", value: "TEXT", about: "on what terms you have them" },
      { name: "dry-run", about: "say what would be accepted and refused" },
    ],
    examples: [
      ["import port.silverblaze records.csv --dry-run", "accepted and refused rows with line and reason"],
      [
        "import port.silverblaze dsat_attacks.csv --with dsat_claims.csv --charset windows-1252",
        "attacks in one table, claims in another",
      ],
    ],
  },
  {
    name: "state",
    takes: "CASE FILE.json|-",
    arity: [2, 2],
    about: "one whole object, or a list of them: incident, actor, question, explanation, evidence …",
    options: [WHO, WHY],
    examples: [
      [
        "state port.silverblaze question.json --who 'night desk'",
        '{"state": "question", "question": "who", "text": "Who did it?", …}',
      ],
    ],
  },
  {
    name: "weigh",
    takes: "CASE [EVIDENCE EXPLANATION WORD|P|LO..HI]",
    arity: [1, 4],
    about: "one judgment: if this were true, how surprised would you be to see that",
    options: [WHO, WHY],
    examples: [
      [
        'weigh port.silverblaze roster quarrel "would expect it" --who "night desk" --why "two rosters agree"',
        "one cell",
      ],
      ["weigh port.silverblaze", "asks one item at a time"],
    ],
  },
  {
    name: "decide",
    takes: "CASE KEY accept|reject|mend [FILE]",
    arity: [3, 4],
    about: "answer a proposed statement",
    options: [WHO, WHY],
    examples: [["decide port.silverblaze 3f…:120-126 accept --who 'day desk'", "keys stand in statements --json"]],
  },
  {
    name: "undo",
    takes: "CASE SEQ…",
    arity: [2, MANY],
    about: "take events back; undoing an undone one is a redo",
    options: [WHO, WHY],
    examples: [["undo port.silverblaze 17 --who 'day desk' --why 'wrong incident'", "nothing is lost"]],
  },
  {
    name: "erase",
    takes: "CASE SHA256…",
    arity: [2, MANY],
    about: "remove bytes for good; hash, reason and chain remain",
    options: [
      WHO,
      WHY,
      { name: "authority", value: "TEXT", about: "on whose authority: a court, a person's right" },
      { name: "yes", about: "do not ask" },
    ],
    examples: [
      [
        "erase port.silverblaze 9f86d0… --why 'court order 12/31' --authority 'district court' --who editor --yes",
        "originals take their texts with them",
      ],
    ],
  },
  {
    name: "history",
    takes: "CASE",
    arity: [1, 1],
    about: "the events of a case",
    options: [AT_SEQ],
    examples: [["history port.silverblaze", "number, time, who, what"]],
  },
  {
    name: "verify",
    takes: "CASE",
    arity: [1, 1],
    about: "chain, head, blobs, spans; what was erased",
    options: [],
    examples: [["verify port.silverblaze", "exit 4 if anything does not hold"]],
  },
  {
    name: "score",
    takes: "CASE…",
    arity: [1, MANY],
    about: "what was foretold against what proved true: Brier and log score, calibration over cases",
    options: [],
    examples: [["score port.silverblaze", "needs an outcome that is stated, and an export made before it was known"]],
  },
  {
    name: "lint",
    takes: "CASE|BRIEF.json",
    arity: [1, 1],
    about: "a brief against the rules: words, bands, citations, grounds",
    options: [AS_OF, AT_SEQ, LANGUAGE],
    examples: [["lint brief.json", "exit 4 if anything is found"]],
  },
  {
    name: "export",
    takes: "CASE|TEXTS…",
    arity: [1, MANY],
    about: "the brief and the assessment as Markdown, one HTML file or JSON",
    options: [
      { name: "format", value: "md|html|json", about: "what to write; default md" },
      WHO,
      AS_OF,
      AT_SEQ,
      BASIS,
      ANALYSTS,
      LANGUAGE,
      RECORDS,
      ...AS_RECORDS,
      CLASSES,
      ...READING,
    ],
    examples: [["export port.silverblaze --format html -o brief.html", "one file, no script, prints well"]],
  },
  {
    name: "formats",
    takes: "",
    arity: [0, 0],
    about: "what can be read, with its limits: ways in, documents, archives, records, and what is refused",
    options: [],
    examples: [["formats", "a table; --json for the whole"]],
  },
  {
    name: "demo",
    takes: "",
    arity: [0, 0],
    about: "the demo case: first screen, brief, and the files it writes",
    options: [
      { name: "dir", value: "D", about: "where to write; default silverblaze-demo in the present folder" },
      AS_OF,
      LANGUAGE,
      { name: "serve", about: "then open the case in the workbench" },
      PORT,
    ],
    examples: [
      ["demo", "an invented incident from documents to a cited brief"],
      ["demo --serve", "the same in the browser"],
    ],
  },
  {
    name: "serve",
    takes: "CASE",
    arity: [1, 1],
    about: "the workbench in the browser, for this machine alone; runs until Ctrl-C",
    options: [PORT, AS_OF],
    examples: [["serve port.silverblaze", "prints the address to open; it carries the key"]],
  },
];
