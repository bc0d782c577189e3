// Speed of weighing: 12 explanations × 200 items with everything beside it, and networks with latent facts. Built code; see results.md.
import { performance } from "node:perf_hooks";
import { weighExplanations } from "../dist/core/explanations.entry.js";

function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const range = (random) => {
  const from = 0.02 + 0.8 * random();
  return { from, to: Math.min(0.98, from + 0.05 + 0.2 * random()) };
};

function plain(explanations, items, open) {
  const random = seeded(1);
  const ids = Array.from({ length: explanations }, (_, e) => `e${e}`);
  return {
    questions: [{ id: "q", threshold: 0.8, explanations: ids.map((id) => ({ id, prior: { from: 0.05, to: 0.12 } })) }],
    evidence: Array.from({ length: items + open }, (_, i) => ({
      id: `i${i}`,
      on: "q",
      observed: i < items ? true : null,
      weights: Object.fromEntries(ids.map((id) => [id, range(random)])),
    })),
  };
}

/** Three questions in a chain, `facts` binary facts on them, the items spread over questions and facts. */
function latent(explanations, items, facts) {
  const random = seeded(2);
  const ids = Array.from({ length: explanations }, (_, e) => `e${e}`);
  const one = () => Object.fromEntries(ids.map((id) => [id, range(random)]));
  const questions = ["p", "q", "r"].map((id, i) => ({
    id,
    explanations: ids.map((e) => (i === 0 ? { id: e, prior: range(random) } : { id: e, priorGiven: one() })),
    ...(i === 0 ? {} : { dependsOn: ["p", "q"][i - 1] }),
  }));
  const list = Array.from({ length: facts }, (_, f) => ({
    id: `f${f}`,
    on: questions[f % 3].id,
    table: Object.fromEntries(ids.map((id) => [id, [range(random), range(random)]])),
  }));
  const on = [...questions.map((q) => q.id), ...list.map((f) => f.id)];
  const evidence = Array.from({ length: items }, (_, i) => {
    const id = on[i % on.length];
    const weights = id.startsWith("f") ? { yes: range(random), no: range(random) } : one();
    return { id: `i${i}`, on: id, observed: i % 20 === 19 ? null : true, weights };
  });
  return { questions, facts: list, evidence };
}

const cases = [
  ["12 × 200, 20 open facts, no latent facts", plain(12, 200, 20)],
  ["5 × 12, the size of a day", plain(5, 12, 3)],
  ["3 dependent questions of 5, 10 latent facts, 40 items", latent(5, 40, 10)],
  ["3 dependent questions of 12, 30 latent facts, 200 items", latent(12, 200, 30)],
];

for (const [name, model] of cases) {
  const times = [];
  const cpu = [];
  let weighed;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    weighed = weighExplanations(model);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const draws = weighed.posterior[0].draws;
  console.log(
    `${name.padEnd(58)} first ${times[0].toFixed(0).padStart(5)} ms, then ${Math.min(...times)
      .toFixed(0)
      .padStart(5)} ms (of processor ${cpu[0].toFixed(0)}, then ${Math.min(...cpu).toFixed(0)} ms), ${draws} draws, ` +
      `${weighed.leaveOneOut.length} left out, ${weighed.thresholds.length} thresholds, ${weighed.tornado.length} swings, ${weighed.nextFacts.length} next facts`,
  );
}
