import { describe, expect, test } from "vitest";
import { annotate } from "../../../src/core/text/annotate.ts";
import { mergeActors, shippedGazetteer } from "../../../src/core/text/gazetteer.ts";

function names(text: string, gazetteer = shippedGazetteer): string[] {
  return annotate({ id: "t", text }, { gazetteer }).mentions.map((m) => {
    const stands = m.standsFor === undefined ? "" : ` for ${m.standsFor}`;
    return `${m.is} ${text.slice(m.span.start, m.span.end)} = ${m.id}${stands}`;
  });
}

describe("names in English", () => {
  test.each([
    ["The Syrian Interior Ministry denied it.", ["actor Syrian Interior Ministry = syria-interior-ministry for syria"]],
    ["Kenya's defence ministry denied it.", ["actor Kenya's defence ministry = kenya-defence-ministry for kenya"]],
    [
      "The Somali transitional government denied it.",
      ["actor Somali transitional government = somalia-government for somalia"],
    ],
    ["Later the Night Herons spoke.", ["proposal Night Herons = night herons"]],
    ["The Sword of the Ridge spoke.", ["proposal Sword of the Ridge = sword of the ridge"]],
    ["The Governor of the Reedlands spoke.", ["proposal Reedlands = reedlands"]],
    ["Northern Oath militants spoke.", ["proposal Northern Oath = northern oath"]],
    ["Later the Sons of the Ridge Road spoke.", ["proposal Sons of the Ridge Road = sons of the ridge road"]],
    ["The attack in Kenya was denied.", ["place Kenya = kenya"]],
    ["Kenya denied the attack.", ["actor Kenya = kenya"]],
    [
      "Nairobi denied the attack near Mombasa.",
      ["place Nairobi = geonames-184745 for kenya", "place Mombasa = geonames-186301"],
    ],
    ["They met in Nairobi.", ["place Nairobi = geonames-184745"]],
    ["Boko Haram and al-Shabaab kept silent.", ["actor Boko Haram = boko-haram", "actor al-Shabaab = al-shabaab"]],
    ["An anti-ISIS patrol, said Reuters.", ["actor ISIS = islamic-state", "actor Reuters = reuters"]],
    ["It is unclear, and he tells us who it is.", []],
    [
      "Amber Column fighters met Samir al-Harun.",
      ["proposal Amber Column = amber column", "proposal Samir al-Harun = samir al-harun"],
    ],
    ["Samir Harun spoke. Later Harun left.", ["proposal Samir Harun = samir harun", "proposal Harun = samir harun"]],
    ["Silence followed. Allegations came on Monday in March.", []],
    [
      "Several opposition sources and local officials spoke.",
      ["proposal opposition sources = opposition sources", "proposal local officials = local officials"],
    ],
  ])("[ST7] %s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("[ST7] a ministry without its state is the one named in full elsewhere, if there is only one", () => {
    const one = "The Interior Ministry denied it. Kenya's interior ministry had said so before.";
    expect(names(one)[0]).toBe("actor Interior Ministry = kenya-interior-ministry for kenya");
    const two = `${one} The Somali interior ministry agreed.`;
    expect(names(two)[0]).toBe("proposal Interior Ministry = interior-ministry");
    expect(names("The Interior Ministry denied it.")).toEqual(["proposal Interior Ministry = interior-ministry"]);
  });

  test("[ST7] of two cities of a name, the one in a country that the text speaks of is meant", () => {
    const tripoli = (text: string) =>
      annotate({ id: "t", text }).mentions.find((m) => text.startsWith("Tripoli", m.span.start))?.id;
    const libya = tripoli("Shots fell in Tripoli, as Libya had warned.");
    const lebanon = tripoli("Shots fell in Tripoli, as Lebanon had warned.");
    expect(libya).toBe("geonames-2210247");
    expect(lebanon).toBe("geonames-266826");
  });
});

describe("names in Arabic", () => {
  test.each([
    ["نفت وزارة الداخلية السورية صلتها بالهجوم.", ["actor وزارة الداخلية السورية = syria-interior-ministry for syria"]],
    ["وقالت وكالة أعماق إن الهجوم وقع في حلب.", ["actor وكالة أعماق = amaq", "place حلب = geonames-170063"]],
    ["واتهمت واشنطن حزب الله.", ["place واشنطن = geonames-4140963 for united-states", "actor حزب الله = hezbollah"]],
    [
      "ردا على حماس وللحكومة اللبنانية موقف.",
      ["actor حماس = hamas", "actor لحكومة اللبنانية = lebanon-government for lebanon"],
    ],
    ["فتح الباب وعلى القاعدة أن تثور في الثورة.", []],
    ["أعلنت حركة النورس الأزرق مسؤوليتها.", ["proposal حركة النورس الأزرق = حركه النورس الازرق"]],
    ['قالت مجموعة تطلق على نفسها "كتائب المد" إنها انسحبت.', ["proposal كتائب المد = كتائب المد"]],
    ["وصل مصدر أمني إلى الموقع.", ["proposal مصدر أمني = مصدر امني"]],
    ["عمل فني في مجموعة كبيرة.", []],
  ])("[ST7] %s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("a user's own actors", () => {
  const own = {
    actors: [
      {
        id: "amber-column",
        kind: "armed-group" as const,
        names: { en: ["Amber Column", "Reuters"], ar: ["الرتل العنبري"] },
      },
    ],
  };
  const merged = mergeActors(shippedGazetteer, own);

  test("[ST7] are found in both languages, and take a name that a shipped actor has", () => {
    expect(names("The Amber Column kept silent.", merged)).toEqual(["actor Amber Column = amber-column"]);
    expect(names("صمت الرتل العنبري.", merged)).toEqual(["actor الرتل العنبري = amber-column"]);
    expect(names("Said Reuters.", merged)).toEqual(["actor Reuters = amber-column"]);
    expect(names("Said Reuters.")).toEqual(["actor Reuters = reuters"]);
  });
});
