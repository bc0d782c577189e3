import type { Assessment } from "../core/model/assessment.ts";
import { briefMarkdown } from "../exchange/brief-markdown.ts";
import type { Head } from "../store/contract.ts";
import { sha256 } from "./effects.ts";
import { commit, type OpenCase } from "./open.ts";
import { assessmentPage } from "./pages.ts";

export type ExportFormat = "md" | "html" | "json";

/** What goes out, in one of the formats; the demonstration mark of a case is in each, and can't be left out. */
export async function exportAssessment(
  assessment: Assessment,
  format: ExportFormat,
  head: Head | null,
): Promise<string> {
  const at = head === null ? "" : `Case at event ${head.seq}, ${head.hash}.`;
  if (format === "html") return (await assessmentPage(assessment)).replace("</body>", `<!-- ${at} -->\n</body>`);
  if (format === "json") return `${JSON.stringify({ ...assessment, head }, null, 2)}\n`;
  return `${briefMarkdown(assessment.brief)}${at === "" ? "" : `\n${at}\n`}`;
}

/** Records that an export went out: its form, its hash, and the head that it stands for. */
export async function recordExport(
  open: OpenCase,
  { who, format, content }: { readonly who: string; readonly format: ExportFormat; readonly content: string },
): Promise<OpenCase> {
  const body = { what: "assessment", format, sha256: sha256(content), head: open.head };
  const committed = await commit(open, { who, ask: [{ type: "export.made", body }] });
  return "open" in committed ? committed.open : open;
}
