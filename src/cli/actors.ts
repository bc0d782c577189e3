import { slug } from "../core/model/id.ts";
import { actorById, shippedGazetteer } from "../core/text/gazetteer.ts";

/** The id and the printed name of an actor given by id or by any of its names; an unknown one is its own name. */
export function actorNamed(text: string): { readonly id: string; readonly name: string } {
  const folded = text.trim().toLowerCase();
  const byId = actorById(slug(text));
  const row =
    byId ??
    shippedGazetteer.actors.find((a) =>
      Object.values(a.names)
        .flat()
        .some((n) => n.toLowerCase() === folded),
    );
  if (row == null) return { id: slug(text), name: text.trim() };
  return { id: row.id, name: row.names.en?.[0] ?? text.trim() };
}
