import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const entry = fileURLToPath(new URL("../../dist/core/text/annotate.js", import.meta.url));
const script = `
  const { annotate } = await import(${JSON.stringify(entry)});
  const published = { edtf: "2031-03-05T23:30:00Z", from: "2031-03-05T23:30:00.000Z", to: "2031-03-05T23:30:00.001Z" };
  const texts = ["Yesterday, on Tuesday, last week, two days ago, on 3 March, in May 2030 and today it struck.",
    "أمس، قبل ثلاثة أيام، الجمعة الماضي، في الثالث عشر من ديسمبر، 14 كانون الأول/ديسمبر ٢٠٣٠."];
  console.log(JSON.stringify(texts.flatMap((text) => annotate({ id: "t", text, published }).dates.map((d) => d.when))));
`;
const under = (TZ: string) =>
  execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, TZ },
    encoding: "utf8",
  });

test("[CA5] dates are the same in every time zone, also half an hour before midnight UTC", () => {
  const utc = under("UTC");
  expect(JSON.parse(utc).map((when: { edtf: string }) => when.edtf)).toContain("2031-03-04");
  for (const zone of ["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"]) expect(under(zone), zone).toBe(utc);
});
