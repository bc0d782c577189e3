import { expect, test } from "vitest";
import { parseClassOption, parseLagOption } from "../../../src/core/silence/parse.ts";

test("[SI9] a class is a name with k and n, its kind and the class it narrows", () => {
  expect(parseClassOption("Syria, security=133/208")).toEqual({
    value: { name: "Syria, security", k: 133, n: 208, kind: "counted" },
  });
  expect(parseClassOption(" a=b =3/4:ratio ")).toEqual({ value: { name: "a=b", k: 3, n: 4, kind: "ratio" } });
  expect(parseClassOption("few=4/4:counted<all its attacks=533/851")).toEqual({
    value: { name: "few", k: 4, n: 4, kind: "counted", parent: { name: "all its attacks", k: 533, n: 851 } },
  });
  expect(parseClassOption("new=0/0<all=2/5")).toMatchObject({ value: { k: 0, n: 0, parent: { k: 2, n: 5 } } });
});

test("[SI9] a class may be a query over records, by each feature, a period, an actor and a set", () => {
  const text =
    'Insiders in the north: country=xq target=security insider=yes contact="in contact" attack-type=shooting killed=2';
  expect(parseClassOption(`${text} nationality=xr fate=killed period=2029/2030 actor="Amber Column" set=quay`)).toEqual(
    {
      value: {
        ...{ name: "Insiders in the north", k: 0, n: 0, kind: "counted" },
        query: {
          ...{ actor: "Amber Column", set: "quay" },
          traits: {
            ...{ country: "XQ", target: "security", insider: true, contact: "in contact", attackType: "shooting" },
            ...{ casualties: "1-5", nationality: "XR", fate: "killed", period: "2029/2030" },
          },
        },
      },
    },
  );
  expect(parseClassOption("Port: insiders=3/4")).toMatchObject({ value: { name: "Port: insiders", k: 3, n: 4 } });
  for (const pair of ["mood=bad", "insider=maybe", "country=Syria", "killed=many", "period=2031/2030"])
    expect(parseClassOption(`x: target=security ${pair}`)).toMatchObject({
      problem: { code: "bad-class-query", facts: { pair } },
    });
});

test("[SI9] what is no class, or has more claimed than there are, or is empty, is named", () => {
  for (const text of ["", "x", "x=3.5", "=3/4", "x=3/4:guess", "x=-1/4", "x=3/4<y"]) {
    expect(parseClassOption(text)).toMatchObject({ problem: { code: "bad-class", facts: { value: text } } });
  }
  expect(parseClassOption("x=5/4")).toMatchObject({ problem: { code: "class-k-over-n", facts: { k: 5, n: 4 } } });
  expect(parseClassOption("x=1/4<y=9/2")).toMatchObject({ problem: { code: "class-k-over-n", facts: { class: "y" } } });
  expect(parseClassOption("x=0/0")).toMatchObject({ problem: { code: "class-empty" } });
});

test("[SI4] the four lag laws, in hours or days", () => {
  expect(parseLagOption("weibull:13.6h,0.95")).toEqual({ value: { law: "weibull", scale: 13.6, shape: 0.95 } });
  expect(parseLagOption("lognormal:3d,1.1")).toEqual({ value: { law: "lognormal", median: 72, sigma: 1.1 } });
  expect(parseLagOption("exponential:20h")).toEqual({ value: { law: "exponential", scale: 20 } });
  expect(parseLagOption("loglogistic:20h,1.5")).toEqual({ value: { law: "loglogistic", scale: 20, shape: 1.5 } });
  expect(parseLagOption("weibull:13.612292739077622h,0.9495103812325691")).toEqual({
    value: { law: "weibull", scale: 13.612292739077622, shape: 0.9495103812325691 },
  });
});

test("[SI4] what is no lag law is named, a second number too many or too few, a 0 and a missing unit included", () => {
  const wrong = [
    "",
    "gamma:3h,1",
    "weibull:3h",
    "exponential:3h,1",
    "weibull:0h,1",
    "weibull:3,1",
    "weibull:3h,0",
    "weibull:3h,1,2",
    "exponential:1e999h",
  ];
  for (const text of wrong)
    expect(parseLagOption(text)).toMatchObject({ problem: { code: "bad-lag", facts: { value: text } } });
});

test("[SI11] a class with a numerator alone is answered with what it does not establish", () => {
  const answer = parseClassOption("Lowland, 2031=150");
  expect(answer).toMatchObject({ problem: { code: "class-without-denominator", facts: { count: 150 } } });
  const { message } = (answer as { readonly problem: { readonly message: string } }).problem;
  expect(message).toContain("158 attacks at 95 %, 300 attacks at 50 %, 600 attacks at 25 %, 1500 attacks at 10 %");
  expect(parseClassOption("Lowland=0")).toMatchObject({ problem: { code: "bad-class" } });
});
