// Precision and recall of the record and of the kinds of sentences on the labelled reports and paragraphs of test/cases, English and Arabic apart.
// A span that overlaps the labelled words is a match. Other labelled texts of the same form are measured with --cases (DIR/reports, DIR/kinds if there).
// Usage: npm run build && node bench/reports.mjs [--dist DIR] [--cases DIR] [--misses FIELD]

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const dist = pathToFileURL(`${resolve(option("--dist", "dist"))}/`);
const told = option("--misses", null);
const { assessTexts } = await import(new URL("core/index.entry.js", dist).href);
const { findStatements } = await import(new URL("core/statements.entry.js", dist).href);
const given = option("--cases", null);
const cases = given === null ? new URL("../test/cases/", import.meta.url) : pathToFileURL(`${resolve(given)}/`);
const json = (path) => JSON.parse(readFileSync(new URL(path, cases), "utf8"));

const tallies = new Map();
const tally = (language, field) => {
  const key = `${language} ${field}`;
  if (!tallies.has(key)) tallies.set(key, { found: 0, labelled: 0, right: 0, rightLabelled: 0 });
  return tallies.get(key);
};
const miss = (field, words) => {
  if (told === field) console.log(words);
};
const overlap = (a, b) => a.start < b.end && b.start < a.end;
const plain = (words) =>
  words
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640]/g, "")
    .replace(/[أإآ]/g, "ا")
    .replace(/^(?:the|a|an)\s+/, "")
    .trim();
const sameName = (a, b) => {
  const [x, y] = [plain(a), plain(b)];
  return x !== "" && y !== "" && (x.includes(y) || y.includes(x));
};

function place(text, quote) {
  if (quote === null || quote === undefined) return null;
  const words = typeof quote === "string" ? quote : quote.quote;
  let start = -1;
  for (let i = 0; i < (quote.occurrence ?? 1); i++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length, words };
}

/** Pairs ours with theirs, one to one, and counts both sides. */
function pair(language, field, { ours, theirs, fits, show = (x) => JSON.stringify(x).slice(0, 160), id = "" }) {
  const t = tally(language, field);
  t.found += ours.length;
  t.labelled += theirs.length;
  const free = new Set(ours);
  const pairs = [];
  for (const theirsOne of theirs) {
    const one = [...free].find((o) => fits(o, theirsOne));
    if (one === undefined) {
      miss(field, `${id} missed ${show(theirsOne)}`);
      continue;
    }
    free.delete(one);
    pairs.push([one, theirsOne]);
  }
  for (const o of free) miss(field, `${id} extra ${show(o)}`);
  t.right += pairs.length;
  t.rightLabelled += pairs.length;
  return pairs;
}

/** A property of matched pairs: right or not. */
function agree(language, field, ok, words = "") {
  const t = tally(language, field);
  t.found++;
  t.labelled++;
  if (ok) {
    t.right++;
    t.rightLabelled++;
  } else miss(field, words);
}

for (const name of readdirSync(new URL("reports/", cases))
  .filter((n) => !n.endsWith(".md"))
  .sort()) {
  const text = readFileSync(new URL(`reports/${name}/text.txt`, cases), "utf8");
  const gold = json(`reports/${name}/expected.json`);
  const assessment = assessTexts(
    [
      {
        text,
        name,
        publishedAt: gold.published.replace(/[~?%]/g, ""),
        publisher: gold.publisher,
        language: gold.language,
      },
    ],
    { asOf: "2099-01-01" },
  );
  report(text, gold, assessment);
}

function report(text, gold, a) {
  const { language: l, id } = gold;
  const at = (q) => place(text, q);
  const figure = (f) => a.figures.find((x) => x.id === f)?.value;
  const byId = new Map(a.statements.map((s) => [s.id, s]));
  const hits = (span, q) => q !== null && overlap(span, at(q));

  if (gold.statements !== undefined) statements(gold, a, { hits });

  const ledger = pair(l, "ledger", {
    ours: a.ledger,
    theirs: gold.ledger,
    id,
    fits: (o, g) => o.is === g.is && hits(o.quote.span, g.quote),
    show: (x) =>
      `${x.is} ${x.actorName ?? JSON.stringify(x.actor)} ${JSON.stringify(x.quote.quote ?? x.quote).slice(0, 110)}`,
  });
  for (const [o, g] of ledger) {
    agree(
      l,
      "ledger: object",
      o.object === g.object,
      `${id} ${g.object} ours ${o.object} ${o.quote.quote.slice(0, 80)}`,
    );
    const who = byId.get(o.statement);
    const span = o.is === "no-claim-seen" ? who?.target?.span : (who?.speaker.span ?? null);
    // An act told by words of its own has no speaker among the statements: its printed name counts.
    const right =
      g.actor === null
        ? span == null
        : (span != null && hits(span, g.actor)) || sameName(o.actorName, at(g.actor).words);
    agree(l, "ledger: actor", right, `${id} ${JSON.stringify(g.actor)} ours ${o.actorName}`);
  }

  const attributions = a.attributions.filter((x) => x.said !== "denies" && x.said !== "praises");
  const named = pair(l, "attribution", {
    ours: attributions,
    theirs: gold.attributions,
    id,
    fits: (o, g) => {
      if (!hits(o.quote.span, g.quote)) return false;
      // Who claims for "its fighters" claims for itself.
      if (o.said === "claims" && g.said === "claims") return true;
      const whom = o.said === "claims" ? o.by : o.whom;
      if (g.whom === null) return whom === null;
      // Who claims is the speaker, whatever his name is in the language that names are printed in.
      const told = byId.get(o.statement);
      const span = o.said === "claims" ? told?.speaker.span : told?.target?.span;
      return whom !== null && ((span !== undefined && hits(span, g.whom)) || sameName(whom, at(g.whom).words));
    },
    show: (x) => `${x.said} whom ${JSON.stringify(x.whom)} ${JSON.stringify(x.quote.quote ?? x.quote).slice(0, 110)}`,
  });
  for (const [o, g] of named) {
    agree(l, "attribution: said", o.said === g.said, `${id} ${g.said} ours ${o.said}`);
    agree(l, "attribution: kind", o.kind === g.kind, `${id} ${g.kind} ours ${o.kind} by ${o.by}`);
    if (g.revises !== null || o.revises !== null)
      agree(l, "attribution: revision", (g.revises !== null) === (o.revises !== null), id);
  }

  const main = a.incidents.find((i) => i.main);
  agree(l, "incident: is there one", (main !== undefined) === (gold.incident !== null), id);
  const mentions = findStatements({
    text,
    name: id,
    publishedAt: gold.published.replace(/[~?%]/g, ""),
    language: l,
  }).mentions;
  if (gold.incident !== null) incident(text, gold, { main, figure, hits, at, mentions });

  const rest = a.incidents.filter((i) => !i.main);
  const placed = (i) => i.facts.flatMap((f) => versions(f).flatMap((v) => v.quotes.map((q) => q.span)));
  const also = pair(l, "other incident", {
    ours: rest,
    theirs: gold.otherIncidents,
    id,
    fits: (o, g) => {
      const sentence = sentenceOf(text, at(g.quote));
      return placed(o).some((s) => overlap(s, sentence));
    },
    show: (x) => x.label ?? JSON.stringify(x.quote),
  });
  for (const [o, g] of also)
    agree(l, "other incident: precedent", (o.precedentOf !== undefined) === g.precedent, `${id} ${o.label}`);

  const surfaces = gold.actors.map((x) => ({ ...x, spans: x.surfaces.flatMap((s) => all(text, s)) }));
  const ours = mentions.filter((m) => m.is === "actor" || m.is === "proposal" || m.standsFor !== undefined);
  for (const g of surfaces) {
    const t = tally(l, "actor");
    t.labelled++;
    if (ours.some((m) => g.spans.some((s) => overlap(m.span, s)))) t.rightLabelled++;
    else miss("actor", `${id} missed ${g.surfaces}`);
  }
  for (const m of ours) {
    const t = tally(l, "actor");
    t.found++;
    if (surfaces.some((g) => g.spans.some((s) => overlap(m.span, s)))) t.right++;
    else miss("actor", `${id} extra ${m.is} ${text.slice(m.span.start, m.span.end)}`);
  }
  for (const g of surfaces.filter((x) => x.name !== null)) {
    const ids = ours.filter((m) => m.is === "actor" && g.spans.some((s) => overlap(m.span, s)));
    agree(l, "actor: known one has its id", ids.length > 0, `${id} ${g.surfaces}`);
  }

  const KIND = { "shares-origins": "shares-origins-with" };
  const BOTH_WAYS = new Set(["rivalry", "cooperates", "shares-origins-with"]);
  pair(l, "relation", {
    ours: a.relations,
    theirs: gold.relations,
    id,
    fits: (o, g) =>
      (KIND[o.is] ?? o.is) === g.kind &&
      o.quotes.some((q) => hits(q.span, g.quote)) &&
      ((end(o.from, g.from) && (g.to === null || end(o.to, g.to))) ||
        // Rivals, partners and those of one origin may be named in either order.
        (BOTH_WAYS.has(g.kind) && end(o.from, g.to) && end(o.to, g.from))),
    show: (x) => `${x.is ?? x.kind} ${x.from?.name ?? JSON.stringify(x.from)} → ${x.to?.name ?? JSON.stringify(x.to)}`,
  });
  function end(party, q) {
    return q === null || hits(party.quote.span, q) || sameName(party.name, at(q).words);
  }

  explanations(text, gold, a, { hits, at });

  const states = main === undefined ? [] : versions(main.facts.find((f) => f.field === "investigation"));
  const inquiries = pair(l, "investigation", {
    ours: states,
    theirs: gold.investigation,
    id,
    fits: (o, g) => o.quotes.some((q) => hits(q.span, g.quote)),
    show: (x) => x.text ?? JSON.stringify(x).slice(0, 120),
  });
  for (const [o, g] of inquiries) {
    agree(
      l,
      "investigation: state",
      o.investigation.status === g.state,
      `${id} ${g.state} ours ${o.investigation.status}`,
    );
    const by =
      g.by === null
        ? o.investigation.by === null
        : o.investigation.by !== null && sameName(o.investigation.by, at(g.by).words);
    agree(l, "investigation: by", by, `${id} ${JSON.stringify(g.by)} ours ${o.investigation.by}`);
    const since = o.investigation.since?.edtf.slice(0, 10) ?? "unstated";
    agree(l, "investigation: since", since === g.since.edtf.slice(0, 10), `${id} ${g.since.edtf} ours ${since}`);
  }
}

function statements(gold, a, { hits }) {
  const { language: l, id } = gold;
  const others = a.statements.filter((s) => s.cue !== undefined);
  const pairs = pair(l, "statement", {
    ours: others,
    theirs: gold.statements,
    id,
    fits: (o, g) =>
      g.cue === null ? g.content.some((c) => o.content.some((x) => hits(x, c))) : hits(o.cue.span, g.cue),
    show: (x) =>
      x.quote
        ? `${x.quote.quote.slice(0, 90)} [${x.act}]`
        : `${JSON.stringify(x.cue)} ${JSON.stringify(x.content).slice(0, 80)}`,
  });
  for (const [o, g] of pairs) {
    const nobody = g.speaker.quote === null;
    const right = nobody
      ? /outlet|unstated/.test(o.speaker.is)
      : o.speaker.span !== undefined && hits(o.speaker.span, g.speaker.quote);
    agree(l, "statement: speaker", right, `${id} speaker ${JSON.stringify(g.speaker)} ours ${o.speaker.label}`);
    agree(l, "statement: act", o.act === g.act, `${id} act ${g.act} ours ${o.act}: ${o.quote.quote.slice(0, 80)}`);
  }
}

function versions(fact) {
  if (fact === undefined || fact.value.is === "unstated") return [];
  return fact.value.is === "stated" ? [fact.value.value] : fact.value.versions.map((v) => v.value);
}

function all(text, words) {
  const out = [];
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1))
    out.push({ start: i, end: i + words.length });
  return out;
}

function sentenceOf(text, { start, end }) {
  const before = Math.max(...[". ", ".\n", "؟ ", "\n"].map((s) => text.lastIndexOf(s, start - 1) + s.length), 0);
  const after = text.slice(end).search(/[.؟\n]/);
  return { start: Math.min(before, start), end: after < 0 ? text.length : end + after };
}

function one(l, field, { found, labelled, right, id, words }) {
  const t = tally(l, field);
  if (found) t.found++;
  if (labelled) t.labelled++;
  if (right) {
    t.right++;
    t.rightLabelled++;
  } else miss(field, `${id} ${words}`);
}

function incident(text, gold, { main, figure, hits, at, mentions }) {
  const { language: l, id, incident: g } = gold;
  const of = (field) => versions(main?.facts.find((f) => f.field === field));
  const [place] = of("place");
  const isPlace = place?.quotes.some((q) => hits(q.span, g.place?.quote ?? null)) ?? false;
  one(l, "incident: place", {
    found: place,
    labelled: g.place !== null,
    right: g.place !== null && isPlace,
    id,
    words: `${g.place?.quote} ours ${place?.text}`,
  });
  if (isPlace && g.place?.country.code)
    agree(
      l,
      "incident: country",
      place.text.endsWith(`(${g.place.country.code})`),
      `${id} ${g.place.country.code} ours ${place.text}`,
    );
  const days = of("date").map((v) => v.when.edtf.slice(0, 10));
  const want = [...new Set(g.dates.map((d) => d.edtf.split("/")[0].replace("~", "").slice(0, 10)))];
  pair(l, "incident: date", { ours: days, theirs: want, id, fits: (o, x) => o === x });
  const clocks = g.dates.flatMap((d) => /T(\d{2}:\d{2})/.exec(d.edtf)?.[1] ?? []);
  if (clocks.length > 0)
    agree(
      l,
      "incident: clock time",
      of("time").some((v) => clocks.some((c) => v.text.includes(c))),
      `${id} ${clocks} ours ${of("time").map((v) => v.text)}`,
    );
  for (const field of ["target", "weapon"]) {
    const [v] = of(field);
    const right = g[field] !== null && (v?.quotes.some((q) => hits(q.span, g[field])) ?? false);
    one(l, `incident: ${field}`, {
      found: v,
      labelled: g[field] !== null,
      right,
      id,
      words: `${JSON.stringify(g[field])} ours ${v?.text}`,
    });
  }
  const counts = ["killed", "wounded"].flatMap((field) =>
    of(field).flatMap((v) => {
      const to = v.figureTo === undefined ? figure(v.figure) : figure(v.figureTo);
      const whole = { of: field, from: figure(v.figure), to, comparator: v.comparator, quotes: v.quotes };
      const roles = (v.roles ?? []).map((r) => ({
        of: field,
        from: figure(r.figure),
        to: r.to === null ? figure(r.figure) : figure(r.to),
        comparator: r.comparator,
        quotes: [r.quote],
      }));
      return [whole, ...roles.filter((r) => roles.length > 1 || r.from !== whole.from)];
    }),
  );
  const rows = g.casualties.filter((c) => c.number !== null && (c.of === "killed" || c.of === "wounded"));
  const matched = pair(l, "incident: casualties", {
    ours: counts,
    theirs: rows,
    id,
    fits: (o, x) => o.of === x.of && o.from === x.number.from && o.to === x.number.to,
    show: (x) =>
      `${x.of} ${x.from ?? x.number.from}..${x.to ?? x.number.to} ${JSON.stringify(x.quote ?? x.quotes?.map((q) => q.quote))}`,
  });
  for (const [o, x] of matched)
    agree(l, "incident: comparator", o.comparator === x.comparator, `${id} ${x.comparator} ours ${o.comparator}`);
  const doers = of("perpetrator");
  const accused = g.perpetrators.filter((p) => p.quote !== null && !["denies", "reported"].includes(p.said));
  const names = [...new Set(accused.map((p) => plain(at(p.quote).words)))];
  // A known actor is printed in one language and may be named in another: any of his names in the text counts.
  const called = (v) => [
    v.text,
    ...mentions.filter((m) => m.id === v.actor).map((m) => text.slice(m.span.start, m.span.end)),
  ];
  pair(l, "incident: perpetrator", {
    ours: doers,
    theirs: names,
    id,
    fits: (o, name) => called(o).some((words) => sameName(words, name)),
    show: (x) => (typeof x === "string" ? x : x.text),
  });
  const parts = new Set(
    g.perpetrators.map((p) => p.part).filter((p) => ["directed", "enabled", "inspired"].includes(p)),
  );
  const found = of("group-part")
    .map((v) => v.text)
    .filter((p) => ["directed", "enabled", "inspired"].includes(p));
  pair(l, "incident: group's part", { ours: found, theirs: [...parts], id, fits: (o, x) => o === x });
}

function explanations(_text, gold, a, { hits }) {
  const { language: l, id } = gold;
  const matched = pair(l, "explanation", {
    ours: a.explanationsNamed,
    theirs: gold.explanations,
    id,
    fits: (o, g) => o.passages.some((p) => hits(p.quote.span, g.quote)),
    show: (x) => x.name ?? JSON.stringify(x.quote),
  });
  for (const [o, g] of matched) {
    for (const how of ["supports", "weakens"]) {
      const ours = o.passages.filter((p) => p.how === how);
      const theirs = g[how === "supports" ? "supportedBy" : "weakenedBy"];
      pair(l, `explanation: what ${how} it`, {
        ours,
        theirs,
        id,
        fits: (p, q) => hits(p.quote.span, q),
        show: (x) => x.quote?.quote?.slice(0, 90) ?? JSON.stringify(x),
      });
    }
  }
}

for (const [l, file] of [
  ["en", "kinds/english.json"],
  ["ar", "kinds/arabic.json"],
]) {
  if (!existsSync(new URL(file, cases))) continue;
  for (const paragraph of json(file)) {
    const { statements } = findStatements({ text: paragraph.text, language: l });
    const inferences = [];
    for (const g of paragraph.sentences) {
      const span = place(paragraph.text, g.quote);
      const here = statements.filter((s) => overlap(s.sentence, span));
      const own = here.find((s) => s.voice !== undefined);
      const attributed = here.some((s) => s.voice === undefined && !/outlet|unstated/.test(s.speaker.is));
      const kind = attributed ? "attributed" : (own?.voice ?? (here.length > 0 ? "attributed" : "none"));
      if (kind !== "none") tally(l, `kind: ${kind}`).found++;
      tally(l, `kind: ${g.kind}`).labelled++;
      agree(l, "kind: all", kind === g.kind, `${paragraph.id} ${g.kind} ours ${kind}: ${span.words}`);
      if (kind === g.kind) {
        tally(l, `kind: ${kind}`).right++;
        tally(l, `kind: ${kind}`).rightLabelled++;
      } else miss(`kind: ${g.kind}`, `${paragraph.id} ours ${kind}: ${span.words}`);
      for (const s of here) if (s.inference !== undefined) inferences.push(s.inference);
    }
    const at = (q) => place(paragraph.text, q);
    const matched = pair(l, "inference", {
      ours: inferences,
      theirs: paragraph.inferences,
      id: paragraph.id,
      fits: (o, g) => overlap(o.conclusion, at(g.conclusion)),
    });
    for (const [o, g] of matched) {
      agree(
        l,
        "inference: connective",
        g.connective === null || overlap(o.connective, at(g.connective)),
        `${paragraph.id} ${JSON.stringify(g.connective)}`,
      );
      agree(
        l,
        "inference: grounds",
        g.grounds.length === 0
          ? o.grounds.length === 0
          : g.grounds.some((q) => o.grounds.some((x) => overlap(x, at(q)))),
        `${paragraph.id} ${JSON.stringify(g.grounds)}`,
      );
    }
  }
}

const percent = (k, n) => (n === 0 ? "   –" : `${String(Math.round((100 * k) / n)).padStart(3)} %`);
const fields = [...new Set([...tallies.keys()].map((k) => k.slice(3)))];
console.log("| field | English: precision | recall | found, labelled | Arabic: precision | recall | found, labelled |");
console.log("|---|---|---|---|---|---|---|");
for (const field of fields) {
  const cells = ["en", "ar"].flatMap((l) => {
    const t = tallies.get(`${l} ${field}`) ?? { found: 0, labelled: 0, right: 0, rightLabelled: 0 };
    return [percent(t.right, t.found), percent(t.rightLabelled, t.labelled), `${t.found}, ${t.labelled}`];
  });
  console.log(`| ${field} | ${cells.join(" | ")} |`);
}
