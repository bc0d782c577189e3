// Writes records.csv: an invented register of attacks by three invented groups, 2021 to March 2024.
//
//   node examples/demo/make-records.mjs > examples/demo/records.csv
//
// How the rows were drawn. Each group has strata (country, target, insider), each with a number of attacks and a share that the
// group claims (π). A row's day is uniform over the period, its hour uniform over the day; it is claimed with chance π. Lags are
// lognormal: median and sigma as given for the group, at least half an hour, rounded to a tenth. Of the claimed rows about 60 in
// 100 keep lag and claim date, 30 the claim date alone, 10 neither, as registers do. Most rows were known within three weeks; every
// twentieth became known only after 20 March 2024, too late for a reader of early March. Two rows are fixed by hand: the precedents
// that the demonstration texts mention. The seed is fixed, so the same file comes out each time.

const SEED = 20240305;
const START = Date.UTC(2021, 0, 4);
const DAYS = 1140; // to 17 February 2024
const DAY = 86_400_000;

// ISO 3166-1 keeps XA to XZ for the user: XV is Sorvane, XH is Halvern.
const GROUPS = [
  {
    actor: "reed-banner",
    medianHours: 14,
    sigma: 1.1,
    strata: [
      { country: "XV", target: "security", insider: false, attacks: 37, share: 0.68 },
      { country: "XV", target: "security", insider: true, attacks: 12, share: 0.17 },
      { country: "XV", target: "infrastructure", insider: false, attacks: 20, share: 0.5 },
      { country: "XV", target: "civilian", insider: false, attacks: 14, share: 0.2 },
      { country: "XH", target: "security", insider: false, attacks: 11, share: 0.25 },
    ],
  },
  {
    actor: "northern-oath",
    medianHours: 40,
    sigma: 1.3,
    strata: [
      { country: "XV", target: "security", insider: false, attacks: 14, share: 0.4 },
      { country: "XV", target: "security", insider: true, attacks: 4, share: 0.25 },
      { country: "XH", target: "civilian", insider: false, attacks: 12, share: 0.15 },
    ],
  },
  {
    actor: "lantern-front",
    medianHours: 7,
    sigma: 0.8,
    strata: [
      { country: "XV", target: "infrastructure", insider: false, attacks: 13, share: 0.85 },
      { country: "XV", target: "security", insider: true, attacks: 3, share: 0.5 },
      { country: "XH", target: "infrastructure", insider: false, attacks: 8, share: 0.7 },
    ],
  },
];

const PLACES = {
  XV: ["Ostwen", "Tellow Weir", "Upper Belder", "Sedge Crossing", "Kessin Mole", "Marl Bridge", "Dunlow Sluice"],
  XH: ["Halver Quay", "Pennick", "Oldmere Landing", "Tarrow Dyke"],
};
const SUBJECTS = {
  security: ["a river police post", "a patrol boat", "a provincial guards' hut", "a checkpoint"],
  infrastructure: ["a pumping station", "a customs house", "a relay mast"],
  civilian: ["a ferry landing", "a market store", "a barge"],
};
const TYPES = { shooting: "Shots at", bombing: "Bomb at", arson: "Fire set to" };

const FIXED = [
  {
    time: Date.UTC(2022, 7, 18, 4, 0),
    actor: "lantern-front",
    claimed: true,
    lagHours: 9,
    keep: "all",
    country: "XV",
    target: "infrastructure",
    attackType: "bombing",
    insider: false,
    nationality: "XV",
    knownAfterDays: 1,
    label: "Bomb at the customs house, Ostwen; two guards killed",
  },
  {
    // The demonstration column says eleven days; the register says nine.
    time: Date.UTC(2023, 4, 11, 21, 30),
    actor: "reed-banner",
    claimed: true,
    lagHours: 216,
    keep: "all",
    country: "XV",
    target: "security",
    attackType: "bombing",
    insider: false,
    nationality: "XV",
    knownAfterDays: 1,
    label: "Mine under a patrol boat, near Ostwen",
  },
];

/** Mulberry32: a small generator of numbers from 0 to 1, the same on every machine. */
function generator(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const chance = generator(SEED);
const pick = (list) => list[Math.floor(chance() * list.length)];
const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

function draw(group, stratum) {
  const { country, target, insider, share } = stratum;
  const attackType = insider ? "shooting" : pick(Object.keys(TYPES));
  const subject = pick(SUBJECTS[target]);
  const claimed = chance() < share;
  const lagHours = Math.max(0.5, group.medianHours * Math.exp(group.sigma * normal()));
  const kept = chance();
  return {
    time: START + Math.floor(chance() * DAYS) * DAY + Math.floor(chance() * 24 * 60) * 60_000,
    actor: group.actor,
    claimed,
    lagHours: Math.round(lagHours * 10) / 10,
    keep: kept < 0.6 ? "all" : kept < 0.9 ? "date" : "none",
    country,
    target,
    attackType,
    insider,
    nationality: chance() < 0.12 ? (country === "XV" ? "XH" : "XV") : country,
    knownAfterDays: 1 + Math.floor(chance() * 20),
    label: `${TYPES[attackType]} ${subject}${insider ? " by a man on its staff" : ""}, ${pick(PLACES[country])}`,
  };
}

const day = (time) => new Date(time).toISOString().slice(0, 10);
const quoted = (field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

function line(row, index) {
  const number = String(index + 1).padStart(3, "0");
  const claim = row.claimed && row.keep !== "none" ? day(row.time + row.lagHours * 3_600_000) : "";
  const late = index % 20 === 19 && row.time < Date.UTC(2024, 0, 1);
  return [
    `R-${number}`,
    day(row.time),
    row.actor,
    row.claimed ? "yes" : "no",
    claim,
    row.claimed && row.keep === "all" ? String(row.lagHours) : "",
    row.country,
    row.target,
    row.attackType,
    row.insider ? "yes" : "no",
    row.nationality,
    late ? day(Date.UTC(2024, 2, 20 + (index % 7))) : day(row.time + row.knownAfterDays * DAY),
    row.label,
    `Invented register of incidents on the river, entry ${number}`,
  ]
    .map(quoted)
    .join(",");
}

const HEADER =
  "incident,date,actor,claimed,claim_date,lag_hours,country,target,attack_type,insider,nationality,known_from,label,citation";
const drawn = GROUPS.flatMap((group) =>
  group.strata.flatMap((stratum) => Array.from({ length: stratum.attacks }, () => draw(group, stratum))),
);
const rows = [...FIXED, ...drawn].sort((a, b) => a.time - b.time);
process.stdout.write(`${[HEADER, ...rows.map(line)].join("\n")}\n`);
