import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintBrief } from "../../../src/core/brief/lint.ts";
import { read } from "../../../src/core/brief/prose.ts";
import { arabicDay, arabicInstant, arabicOnDay, arabicWhen } from "../../../src/core/brief/wording/arabic-days.ts";
import { arabicPlural, arabicShown, unitOnce } from "../../../src/core/brief/wording/arabic-numbers.ts";
import { wordingOf } from "../../../src/core/brief/wording/wordings.ts";
import { writeBrief } from "../../../src/core/brief/write-brief.ts";
import type { AssessmentBody } from "../../../src/core/model/assessment.ts";
import type { Brief, BriefPart, BriefSectionId } from "../../../src/core/model/brief.ts";
import { LIKELIHOOD_BANDS, LIKELIHOOD_WORDS, likelihoodIn } from "../../../src/core/model/likelihood.ts";
import { arabicOf } from "./arabic-twin.ts";
import { asked, body, day, full, QUARREL, silence } from "./fixture.ts";

const arabic = wordingOf("ar");
const told = (a: AssessmentBody, id: BriefSectionId, options = {}): string[] =>
  (arabicOf(a, options).sections.find((s) => s.id === id)?.sentences ?? []).map((s) => read(s, arabic));

describe("Arabic numbers", () => {
  it("plural categories are CLDR's, as this machine's own table of them has it", () => {
    const rules = new Intl.PluralRules("ar");
    for (let n = 0; n <= 1200; n++) expect([n, arabicPlural(n)]).toEqual([n, rules.select(n)]);
  });

  it("one and two are words, three to ten take the plural, eleven and more the singular in its own case", () => {
    const reports = [1, 2, 3, 10, 11, 99, 100, 101, 103, 111].map((n) => arabicShown(n, "count", "report"));
    expect(reports).toEqual([
      ...["تقرير واحد", "تقريرين", "3 تقارير", "10 تقارير", "11 تقريرًا", "99 تقريرًا"],
      ...["100 تقرير", "101 تقرير", "103 تقارير", "111 تقريرًا"],
    ]);
    expect([1, 2, 4, 31, 71].map((h) => arabicShown(h, "hours"))).toEqual([
      ...["ساعة واحدة", "ساعتين", "4 ساعات", "31 ساعة", "71 ساعة"],
    ]);
    expect([72, 100, 300, 2400].map((h) => arabicShown(h, "hours"))).toEqual([
      "3 أيام",
      "4 أيام",
      "13 يومًا",
      "100 يوم",
    ]);
    expect(arabicShown(0.4, "hours")).toBe("أقل من ساعة");
  });

  it("the unit of two times stands once only where both are told with digits", () => {
    expect([unitOnce(76, 100), unitOnce(24, 31), unitOnce(2, 5), unitOnce(60, 100)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("[BR4] shares are rounded as in English, and no sign stands where words do", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        for (const as of ["of-100", "percent"] as const) {
          const [en, ar] = [wordingOf("en").shown(p, as), arabic.shown(p, as)];
          expect(ar.replace(/\D/g, "")).toBe(en.replace(/\D/g, ""));
          expect(ar).not.toMatch(/[a-z<>]/i);
        }
      }),
    );
    expect([0.001, 0.5, 0.999].map((p) => arabic.shown(p, "percent"))).toEqual(["أقل من 1%", "50%", "أكثر من 99%"]);
    expect([0.001, 0.999].map((p) => arabic.shown(p, "of-100"))).toEqual(["أقل من 1", "أكثر من 99"]);
  });

  it("days are as precise as they are known, in the months that the workbench prints", () => {
    const months = Array.from({ length: 12 }, (_, m) => `2031-${String(m + 1).padStart(2, "0")}-04T18:05:00.000Z`);
    const shown = new Intl.DateTimeFormat("ar-u-nu-latn", {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
    for (const at of months) expect(arabicDay(at)).toBe(shown.format(new Date(at)));
    expect(arabicInstant("2031-03-04T18:05:00.000Z")).toBe("4 مارس 2031، 18:05 UTC");
    expect(["2031", "2031-03", "2031-03-04", "2031-03-04T18:05Z"].map((x) => arabicWhen(day(x)))).toEqual([
      ...["2031", "مارس 2031", "4 مارس 2031", "4 مارس 2031، 18:05 UTC"],
    ]);
    expect(["2031-03-04T18:05Z", "2031-03"].map((x) => arabicOnDay(day(x)))).toEqual([
      "في 4 مارس 2031",
      "في مارس 2031",
    ]);
  });

  it("[BR2] each ICD 203 word has one Arabic word of its own, and no band two", () => {
    const words = LIKELIHOOD_BANDS.map((b) => likelihoodIn("ar", b.word));
    expect(new Set(words).size).toBe(LIKELIHOOD_BANDS.length);
    expect(Object.keys(LIKELIHOOD_WORDS.ar).sort()).toEqual(LIKELIHOOD_BANDS.map((b) => b.word as string).sort());
    for (const word of words) expect(word).not.toMatch(/[a-z]/i);
    expect(likelihoodIn("ar", "no word of ours")).toBe("no word of ours");
  });
});

describe("the sections in Arabic", () => {
  it("judgment: the answer with its condition, its words, the range before the point; then how far to trust it", () => {
    expect(told(full(), "judgment")).toEqual([
      "الجواب المتقدّم عن السؤال «Who fired at the post?» هو «a quarrel between guards»، بناءً على أحكام the night desk: مرجّح إلى مرجّح جدًا، 75 إلى 90 من 100؛ وفي وسط ما ذُكر 80.",
      "بناءً على الأحكام نفسها: «an order by the Amber Column»، مستبعد جدًا إلى مستبعد، 10 إلى 25 من 100؛ «something else»، شبه معدوم الاحتمال إلى مستبعد جدًا، 2 إلى 5 من 100.",
      "الثقة متوسطة: لا دليل بمفرده يقرّر الجواب المتقدّم، ولم يراجع أحد الأحكام.",
    ]);
  });

  it("[XP3] without a judgment it says that there is none, why, and what is missing", () => {
    const a = full((d, m) => {
      const { explanations, items } = QUARREL;
      d.questions = asked(m, { explanations: explanations.map(({ prior: _, ...e }) => e), items });
    });
    expect(told(a, "judgment")).toEqual([
      "لم يُدلِ أحد بحكم يمكن وزنه، ولذلك لا يقدّم هذا الموجز حكمًا: لا احتمالات ولا ترتيب.",
      "عن «Who fired at the post?»: لم يذكر أحد احتمال بداية لكل تفسير.",
    ]);
    expect(told(a, "would-change")[0]).toBe(
      "للحكم في «Who fired at the post?»: ينقص احتمال بداية للتفسير «something else» و«an order by the Amber Column» و«a quarrel between guards».",
    );
    expect(told(a, "contrary")).toEqual(["لا حكم هنا، فلا دليل يخالفه.", "صدر نفي عن the Interior Ministry."]);
  });

  it("who says what: what was said is a noun, so that nobody's gender is guessed", () => {
    expect(told(full(), "who-says-what")).toEqual([
      "صدر عن the defence minister تحميل Amber Column المسؤولية في 3 مارس 2031، على ذمة صاحب القول (في 4 تقارير عن أصل واحد).",
      "صدر عن the Interior Ministry نفي للمسؤولية في 3 مارس 2031، على ذمة صاحب القول.",
      "صدر عن Coast Ledger تلميح إلى the guard في تقرير مؤرّخ في 4 مارس 2031، بلا تسمية مصدر.",
      "بحسب الوثيقة 1، لم يُر أي تبنٍّ صادر عن Amber Column.",
      "طلب الرد من Amber Column و\u00a0the guard: لا.",
    ]);
  });

  it("every act has its words, with and without somebody named", () => {
    const acts = ["claims", "denies", "blames", "accuses", "assesses", "suggests", "praises"] as const;
    const a = (whom: string | null) =>
      body(1, (_, m) => {
        for (const [i, said] of acts.entries()) m.said(said, `speaker ${"ABCDEFG"[i]}`, { whom });
      });
    const named = told(a("Blue League"), "who-says-what").join("\n");
    for (const words of [
      "إعلان تبنٍّ للمسؤولية عن Blue League",
      "نفي لمسؤولية Blue League",
      "تحميل Blue League المسؤولية",
      "اتهام موجّه إلى Blue League",
      "تقدير يسمّي Blue League",
      "تلميح إلى Blue League",
      "ثناء على Blue League",
    ])
      expect(named).toContain(words);
    const unnamed = told(a(null), "who-says-what").join("\n");
    for (const words of ["نفي للمسؤولية", "تحميل جهة لم تُسمَّ المسؤولية", "تقدير لا يسمّي أحدًا", "ثناء على الهجوم"])
      expect(unnamed).toContain(words);
  });

  it("an actor is called by its Arabic name where the assessment has one", () => {
    const a = full((d, m) => {
      const of = { kind: "armed-group", labels: [], inferred: false } as const;
      d.actors = [
        { id: "amber-column", name: "Amber Column", arabicName: "رتل العنبر", mentions: m.fig("m", 1), ...of },
      ];
    });
    expect(told(a, "who-says-what")[0]).toContain("تحميل رتل العنبر المسؤولية");
    expect(told(a, "silence")[0]).toContain("لم يُر تبنٍّ صادر عن رتل العنبر حتى");
    expect(
      writeBrief(a)
        .sections.map((s) => s.sentences.map((x) => read(x)).join())
        .join(),
    ).not.toContain("رتل");
  });

  it("[BR4] silence: in counts of a hundred, with what it cannot tell; a class that somebody picked comes first", () => {
    expect(told(full(), "silence")).toEqual([
      "لم يُر تبنٍّ صادر عن Amber Column حتى 4 مارس 2031، 18:00 UTC، أي بعد 31 ساعة من الهجوم؛ وذلك بحسب الوثيقة 1، عن يومها.",
      "من كل 100 هجوم كهذا من تنفيذ Amber Column، يبقى 40 إلى 85 بلا تبنٍّ حتى ذلك الوقت، بحسب الفئة المرجعية؛ ومن كل 100 هجوم كهذا من تنفيذ جهة أخرى، 97.",
      "لا يفرّق هذا بين «فعلها ويخفيها» و«لم يفعلها».",
    ]);
    const picked = full((d, m) => {
      d.silences = [silence(m, { picked: { class: "all its attacks", who: "the night desk", why: "widest" } })];
    });
    expect(told(picked, "silence")[1]).toBe(
      "من كل 100 هجوم كهذا من تنفيذ Amber Column، يبقى نحو 60 بلا تبنٍّ حتى ذلك الوقت في الفئة «all its attacks»، وهي من اختيار the night desk (40 إلى 85 بين الفئات المرجعية)؛ ومن كل 100 هجوم كهذا من تنفيذ جهة أخرى، 97.",
    );
  });

  it("in dispute, what copies lost, what was not seen", () => {
    const a = full();
    expect(told(a, "in-dispute")).toEqual(["عدد القتلى: 3 (في الوثيقة 1) مقابل «at least 4» (في الوثيقة 5)."]);
    expect(told(a, "what-copies-lost")).toEqual([
      "أفضل تفسير لنص Harbour Today (الوثيقة 3) أنه إعادة صياغة لنص Maren Wire (الوثيقة 1) أو لمصدر للنصين معًا؛ وفيه فقدان إسنادين إلى مصدر، وفقدان أو تغيير تاريخ واحد: غابت عبارة «The harbour master said two guards had quarrelled that morning».",
    ]);
    expect(told(a, "not-seen")).toEqual([
      "ذُكر ولم يُر: Estuary Agency (في الوثيقة 1).",
      "لا وثيقة تذكر السلاح.",
      "ربما صدر تبنٍّ حيث لم يبحث أحد.",
    ]);
    expect(told(body(1), "what-copies-lost")).toEqual(["لم توجد وثيقة منسوخة من أخرى."]);
  });

  it("facts that the core codes are said in Arabic, what a source says stays its own", () => {
    const a = full((d, m) => {
      const two = (texts: readonly [string, string], more = [{}, {}]) => ({
        is: "disputed" as const,
        versions: texts.map((text, i) => ({
          value: { text, quotes: [m.quoted(i + 1, 40 + i, text)], ...more[i] },
          by: [],
        })),
      });
      const inquiry = (status: "open" | "closed") => ({
        investigation: { status, by: "Harbour Police", byActor: null, since: day("2031-03") },
      });
      const when = [{ when: day("2031-03-03") }, { when: day("2031-03-04") }];
      d.incidents = [
        {
          ...d.incidents[0]!,
          facts: [
            { field: "date", value: two(["3 Mar 2031", "4 Mar 2031"], when) },
            { field: "weapon", value: two(["rifle", "a hunting gun"]) },
            { field: "target", value: two(["security", "civilian"]) },
            { field: "group-part", value: two(["directed", "none"]) },
            {
              field: "investigation",
              value: two(["open, by Harbour Police", "closed"], [inquiry("open"), inquiry("closed")]),
            },
          ],
        },
      ];
    });
    expect(
      arabicOf(a, {}, ["Harbour Police"])
        .sections.find((s) => s.id === "in-dispute")!
        .sentences.map((s) => read(s, arabic)),
    ).toEqual([
      "التاريخ: 3 مارس 2031 (في الوثيقة 1) مقابل 4 مارس 2031 (في الوثيقة 2).",
      "السلاح: «rifle» (في الوثيقة 1) مقابل «a hunting gun» (في الوثيقة 2).",
      "الهدف: هدف أمني (في الوثيقة 1) مقابل هدف مدني (في الوثيقة 2).",
      "دور الجماعة: توجيه (في الوثيقة 1) مقابل لا دور (في الوثيقة 2).",
      "حالة التحقيق: مفتوح، بحسب Harbour Police، منذ مارس 2031 (في الوثيقة 1) مقابل مغلق، بحسب Harbour Police، منذ مارس 2031 (في الوثيقة 2).",
    ]);
  });

  it("contrary evidence, assumptions, the next fact", () => {
    const a = full((d, m) => {
      d.silences = [silence(m, { lags: [{ name: "as stated", law: "loglogistic", citation: "invented" }] })];
    });
    expect(told(a, "contrary")[0]).toBe(
      "مما يسند «an order by the Amber Column» على حساب «a quarrel between guards»: «radio contact was lost before the shots».",
    );
    expect(told(a, "assumptions").at(-1)).toBe(
      "يُفترض أن تأخّر ما يصدر من تبنٍّ يتبع التوزيع اللوغاريتمي اللوجستي («كما ذُكر»).",
    );
    expect(told(a, "would-change")).toEqual([
      "مما تلزم معرفته: «the weapon was not issued to the guard». فإن صح ذلك تقدّم الجواب «an order by the Amber Column»؛ وبناءً على أحكام the night desk، احتمال ذلك 20%.",
    ]);
  });

  it("[BR5] how it was made: the cut, who checked it, the version, no legal finding", () => {
    const made = told(full(), "made-how", { checkedBy: "the night editor" });
    expect(made).toEqual([
      "Demonstration: invented texts.",
      "بُني على قراءة 5 وثائق؛ وهذا يستند إلى 3 أصول (2 إلى 4).",
      "جهة المراجعة: the night editor.",
      "يروي ما كان يمكن معرفته حتى 4 مارس 2031، 18:00 UTC، مما سُجّل حتى الحدث 63.",
      "حكم الشخص لا يحمل يومًا خاصًا به ويسري على كل يوم.",
      "تُحسب فيه الأقوال التي وجدتها القواعد قبل أن يبتّ فيها شخص.",
      "أُعدّ ببرنامج Silverblaze 0.1.0.",
      "ليس هذا استنتاجًا قانونيًا، ولا مسوّغًا لاتخاذ إجراء ضد أي شخص.",
    ]);
    expect(told(body(1), "made-how")).toContain("بُني على قراءة وثيقة واحدة؛ وهذا يستند إلى أصل واحد.");
    expect(told(body(1), "made-how")).toContain("لم يراجعه أحد بعد.");
  });

  it("places and a made title are in Arabic; a sentence begins with an Arabic word, which gives its line its direction", () => {
    const a = full((d) => {
      d.title = "text-1.txt and 4 more";
      d.demonstration = null;
    });
    const brief = arabicOf(a);
    expect(brief.title).toBe("text-1.txt، ومعه 4 غيره");
    expect(brief.notes.map((n) => n.place)).toContain("وثيقة 2، فقرة 3");
    for (const s of brief.sections.flatMap((x) => x.sentences)) expect(read(s, arabic)).toMatch(/^\p{Script=Arabic}/u);
    for (const n of brief.notes) if (n.text !== undefined) expect(n.text).toMatch(/^\p{Script=Arabic}/u);
  });
});

describe("whatever the numbers", () => {
  it("[BR1] both languages print the same figures, and the linter finds nothing in either", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 250 }),
        fc.double({ min: 0.2, max: 3000, noNaN: true }),
        share,
        (n, h, p) => {
          const a = full();
          const value = ({ id, unit, rule, value: was }: AssessmentBody["figures"][number]) => {
            if (unit === "hours") return h;
            if (unit === "count" && rule !== "ST8" && !id.includes("/k")) return n;
            return unit === "share" && rule === "SI7" ? p : was;
          };
          arabicOf({ ...a, figures: a.figures.map((f) => ({ ...f, value: value(f) })) });
        },
      ),
      { numRuns: 60 },
    );
  });
});

const codes = (b: Brief) => lintBrief(b).map((p) => p.code);
const text = (words: string): BriefPart => ({ is: "text", text: words });

/** The brief with one sentence of its judgment in place of the first. */
function judging(parts: readonly BriefPart[], more: Partial<Brief> = {}): Brief {
  const brief = writeBrief(full(), { language: "ar" });
  const [judgment, ...rest] = brief.sections as [Brief["sections"][number]];
  const own = { parts, notes: [] };
  return { ...brief, ...more, sections: [{ ...judgment, sentences: [own, ...judgment.sentences.slice(1)] }, ...rest] };
}

describe("the linter on an Arabic brief", () => {
  const of100 = (brief: Brief) =>
    brief.sections
      .flatMap((s) => s.sentences)
      .flatMap((s) => s.parts)
      .find((p) => p.is === "figure" && p.as === "of-100") as BriefPart;
  const likelihood = (brief: Brief) =>
    brief.sections
      .flatMap((s) => s.sentences)
      .flatMap((s) => s.parts)
      .find((p) => p.is === "likelihood") as BriefPart;
  const brief = writeBrief(full(), { language: "ar" });

  it("[BR2] a likelihood word without its figures, with or without what is written onto it, is found", () => {
    for (const words of ["والمرجّح أن يكون كذلك.", "هذا مستبعد.", "الأمر شبه مؤكد.", "وهو مرجح جدًا."])
      expect(codes(judging([text(words)]))).toEqual(["brief-word-unbound"]);
  });

  it("[BR2] a word of another row, as a part or in prose, is found", () => {
    for (const words of ["من المحتمل أن يكون كذلك.", "وعلى الأرجح كان كذلك.", "هذا بعيد الاحتمال."])
      expect(codes(judging([text(words)]))).toEqual(["brief-rows-mixed"]);
    const part = { ...likelihood(brief), words: ["likely", "very likely"] } as BriefPart;
    expect(codes(judging([text("بناءً على الأحكام: "), part]))).toContain("brief-rows-mixed");
  });

  it("[BR2] a word that is not the range's, and confidence beside a likelihood, are found", () => {
    const wrong = { ...likelihood(brief), words: ["مستبعد"] } as BriefPart;
    expect(codes(judging([text("بناءً على الأحكام: "), wrong]))).toEqual(["brief-word-differs"]);
    expect(codes(judging([text("بناءً على الأحكام، وبثقة عالية: "), likelihood(brief)]))).toEqual([
      "brief-likelihood-with-confidence",
    ]);
  });

  it("[BR4] a chance without its condition, and a bare factor, are found; a condition in the clause is enough", () => {
    expect(codes(judging([text("النتيجة "), of100(brief), text(" من 100.")]))).toEqual([
      "brief-chance-without-condition",
    ]);
    expect(codes(judging([text("إذا صح ذلك فهي "), of100(brief), text(" من 100.")]))).toEqual([]);
    expect(codes(judging([text("تتغير الكفة بعامل كبير.")]))).toEqual(["brief-bare-factor"]);
  });

  it("[BR1, BR3] a number that is no figure, a symbol and the number of a rule are found; days, places and events are no figures", () => {
    expect(codes(judging([text("قُتل 7 أشخاص.")]))).toEqual(["brief-number-without-figure"]);
    expect(codes(judging([text("القيمة π كبيرة.")]))).toEqual(["brief-symbol"]);
    expect(codes(judging([text("بحسب القاعدة SI7.")]))).toContain("brief-symbol");
    expect(
      codes(judging([text("حتى 4 مارس 2031، 18:00 UTC، في الوثائق 1 و2 و14، وثيقة 3، فقرة 4، من كل 100.")])),
    ).toEqual([]);
  });

  it("[BR4] a figure rounded otherwise, or told in another language, is found", () => {
    const counted = brief.sections
      .flatMap((s) => s.sentences)
      .flatMap((s) => s.parts)
      .find((p) => p.is === "figure" && p.noun === "report") as BriefPart;
    expect(codes(judging([{ ...counted, shown: "4 reports" } as BriefPart]))).toEqual(["brief-figure-rounded-wrong"]);
  });

  it("[BR5] each standing line that is missing is found", () => {
    const without = (words: string, id: BriefSectionId): Brief => ({
      ...brief,
      sections: brief.sections.map((s) =>
        s.id === id ? { ...s, sentences: s.sentences.filter((x) => !read(x, arabic).includes(words)) } : s,
      ),
    });
    for (const [words, id] of [
      ["استنتاجًا قانونيًا", "made-how"],
      ["لم يراجعه أحد", "made-how"],
      ["Silverblaze", "made-how"],
      ["لا يفرّق هذا", "silence"],
      ["Demonstration", "made-how"],
    ] as const)
      expect(codes(without(words, id))).toEqual(["brief-standing-line-missing"]);
  });

  it("[BR3] page one over its words is found", () => {
    expect(codes(judging([text("كلمة ".repeat(360))]))).toContain("brief-page-too-long");
  });
});
