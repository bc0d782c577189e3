import { describe, expect, test } from "vitest";
import { paragraphsOf } from "../../../src/core/text/paragraphs.ts";
import { findQuotations } from "../../../src/core/text/quotations.ts";

const found = (text: string) =>
  findQuotations(text, paragraphsOf(text)).map((q) =>
    q.open ? `${text.slice(q.start, q.end)}⟶` : text.slice(q.start, q.end),
  );

describe("quotations", () => {
  test.each([
    ["“We saw nothing,” he said, “and heard less.”", ["We saw nothing,", "and heard less."]],
    ['"We saw nothing," he said. "Nothing at all."', ["We saw nothing,", "Nothing at all."]],
    ["‘We saw nothing,’ he said of the officers’ mess.", ["We saw nothing,"]],
    ["‘The officers’ mess was empty,’ he said.", ["The officers’ mess was empty,"]],
    ["The officers’ mess wasn’t empty in the ’90s.", []],
    ["It's the ministry's own 'early assessment', he said.", ["early assessment"]],
    ["“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,", "run"]],
    ["قال المتحدث «لم نطلق النار» ثم غادر.", ["لم نطلق النار"]],
    ["قال ”لم نطلق النار“ ثم غادر.", ["لم نطلق النار"]],
    ["„Wir waren es nicht“, sagte er.", ["Wir waren es nicht"]],
    ["''We saw nothing,'' he said. ''It isn't ours.''", ["We saw nothing,", "It isn't ours."]],
    ["``We saw nothing,'' he said.", ["We saw nothing,"]],
    ['A 6" pipe and a 4" one.', []],
  ])("[ST1] %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("[ST1] a paragraph may stay open and be continued; only what never closes is open", () => {
    expect(found("“It was dark.\n“And cold,” he said.")).toEqual(["It was dark.", "And cold,"]);
    expect(found("“It was dark and nobody")).toEqual(["It was dark and nobody⟶"]);
  });
});
