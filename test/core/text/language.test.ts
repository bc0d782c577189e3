import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/core/text/language.ts";

// Labelled before the rule was run: invented headlines and sentences.
const LABELLED: readonly (readonly [string, string])[] = [
  ["en", "Harbour ministry denies link to the attack on the post"],
  ["en", "Nobody has claimed the shooting at Port Maren, officials said."],
  ["en", "Why has the Amber Column kept silent?"],
  ["en", "Amber Column fighters met Samir al-Harun."],
  ["en", "Yesterday al-Harun met Abu Velim ibn Tarek in the port."],
  ["ar", "وزارة الداخلية تنفي صلتها بالهجوم على المركز"],
  ["ar", "لم تتبن أي جهة الهجوم حتى الآن"],
  ["ar", "قال المتحدث إن التحقيق مستمر"],
  ["ar", "مقتل ثلاثة من حرس السواحل في إطلاق نار"],
  ["fa", "وزارت کشور ارتباط با حمله به پاسگاه را رد کرد"],
  ["fa", "سخنگو گفت هیچ گروهی مسئولیت حمله را نپذیرفته است"],
  ["fa", "حمله به بندر در شمال کشور سه کشته برجای گذاشت"],
  ["ur", "وزارت داخلہ نے حملے سے تعلق کی تردید کی ہے"],
  ["ur", "ترجمان نے کہا کہ کسی گروہ نے ذمہ داری قبول نہیں کی"],
  ["ps", "د کورنیو چارو وزارت د برید سره اړیکه رد کړه"],
  ["fr", "Le ministère dément tout lien avec l'attaque du poste"],
  ["de", "Das Ministerium bestreitet jede Verbindung zum Angriff auf den Posten"],
  ["es", "El ministerio niega cualquier vínculo con el ataque al puesto"],
  ["und", "12:30 – 14 %"],
];

describe("the language of a text", () => {
  test.each(LABELLED)("[ST1] is %s for: %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
