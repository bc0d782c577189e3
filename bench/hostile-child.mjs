// The process that takes hostile inputs into a case, one order at a time. It may write nowhere but where the case is.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import net from "node:net";
import { basename, dirname } from "node:path";
import { Readable } from "node:stream";

const [dist, casePath] = process.argv.slice(2);
const at = (path) => new URL(path, dist).href;
const { addDocuments } = await import(at("casework/add.js"));
const { realEffects } = await import(at("casework/effects.js"));
const { importRecords } = await import(at("casework/import-records.js"));
const { newCase, openCase } = await import(at("casework/open.js"));
const { saltOfCase } = await import(at("casework/salt.js"));
const { verifyCase } = await import(at("casework/verify-case.js"));
const { deliver } = await import(at("ingest/doors/doors.js"));
const { isCase, openStore } = await import(at("store/store.entry.js"));

// Whatever is dialled, but for the page's own server below the guard, is counted and fails.
let dialled = 0;
let served = { bytes: new Uint8Array(), type: "" };
const server = createServer((_, response) =>
  response.writeHead(200, { "content-type": served.type }).end(served.bytes),
);
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const { port } = server.address();
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const to = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (to?.port === port) return connect.apply(this, args);
  dialled++;
  throw new Error("dialled");
};
const network = {
  resolve: async () => ["93.184.215.14"],
  dial: () => net.connect({ host: "127.0.0.1", port }),
};

const stated = { title: "Hostile inputs", languages: ["en"], purpose: "bench", displayWarnings: false };
const store = await openStore(casePath, { create: !(await isCase(casePath)) });
let open = (await store.head()).seq > 0 ? await openCase(store) : await newCase(store, "bench", stated);

const WORK = {
  file: (path) => deliver([path], options()),
  folder: (path) => deliver([dirname(path)], options()),
  stdin: (path) => deliver(["-"], { ...options(), stdin: Readable.from([readFileSync(path)]) }),
  address: (path, type) => {
    served = { bytes: readFileSync(path), type };
    return deliver([`http://page.example.org/${encodeURIComponent(basename(path))}`], options());
  },
};

function options() {
  return { posts: { salt: saltOfCase(casePath) }, fetch: { network } };
}

async function take({ door, path, type }) {
  if (door === "records") {
    const file = { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
    const done = await importRecords(open, file, { who: "bench", citation: "none" });
    open = done.open;
    return { accepted: done.accepted, problems: done.problems, refused: done.refused.length };
  }
  const inputs = (WORK[door] ?? WORK.file)(path, type);
  const done = await addDocuments(open, inputs, { who: "bench", effects: realEffects() });
  open = done.open;
  return { accepted: done.added.length, problems: done.problems };
}

async function verify() {
  await store.close();
  const again = await openStore(casePath);
  await openCase(again);
  const { checks } = await verifyCase(again);
  await again.close();
  return { failed: checks.filter((c) => !c.ok).map((c) => JSON.stringify(c)), checks: checks.length };
}

process.on("message", async (order) => {
  try {
    if (order.door === "verify") process.send({ ...(await verify()), dialled }, () => process.exit(0));
    else {
      const { accepted, problems, refused = 0 } = await take(order);
      const errors = problems.filter((p) => p.severity === "error");
      const wordless = problems.filter((p) => !/\S.{20}/.test(p.message)).length;
      process.send({
        accepted,
        refused: refused + errors.length,
        wordless,
        twice: problems.filter((p) => /-twice$/.test(p.code)).length,
        codes: [...new Set(errors.map((p) => p.code))],
        dialled,
      });
    }
  } catch (error) {
    process.send({ crashed: String(error?.stack ?? error).slice(0, 600), dialled });
  }
});
process.send({ ready: true });
