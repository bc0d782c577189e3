import type { TextInfo, TextInput, TextObject } from "../model/reading.ts";
import { byCodeUnit } from "../model/span.ts";
import { parseIso } from "../model/time.ts";

/**
 * Texts as the library takes them, with what is known of each, in the order given. One without a name is called by its place among them in
 * code-unit order of the words, so that the order given names nothing: `text-1`, `text-2`.
 * Throws a RangeError for a `publishedAt` that is no ISO 8601 date, and for two texts of one name.
 */
export function infosOf(inputs: readonly TextInput[]): readonly TextInfo[] {
  const objects = inputs.map((t): TextObject => (typeof t === "string" ? { text: t } : t));
  const order = objects
    .map((_, i) => i)
    .sort((x, y) => byCodeUnit(objects[x]?.text ?? "", objects[y]?.text ?? "") || x - y);
  const places = new Map(order.map((i, place) => [i, `text-${place + 1}`]));
  const infos = objects.map((t, i) => infoOf(t, t.name ?? (places.get(i) as string)));
  const twice = infos.find((t, i) => infos.findIndex((o) => o.id === t.id) !== i);
  if (twice !== undefined) throw new RangeError(`two texts are called ${twice.id}; give each its own name`);
  return infos;
}

function infoOf({ text, name, publisher, publishedAt, url, language }: TextObject, id: string): TextInfo {
  const published = publishedAt === undefined ? undefined : parseIso(publishedAt);
  if (published === null)
    throw new RangeError(`publishedAt of ${id} is "${publishedAt}"; give an ISO 8601 date such as 2031-03-04`);
  return {
    id,
    text,
    ...(name === undefined ? {} : { name }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}
