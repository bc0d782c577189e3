import type { Ask } from "../core/case/decide.ts";
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
  return `${briefMarkdown(assessment.brief, assessment.documents)}${at === "" ? "" : `\n${at}\n`}`;
}

interface Given {
  readonly who: string;
  readonly format: ExportFormat;
  readonly content: string;
  /** What it tells: remembered, so that the next brief can say what changed [BR6], and that it can be scored [XP8]. */
  readonly assessment?: Assessment;
}

async function remembered(open: OpenCase, assessment: Assessment): Promise<Ask> {
  const bytes = new TextEncoder().encode(JSON.stringify(assessment));
  const result = await open.store.putBlob(bytes);
  const { asOf, version, basis, equalPriors } = assessment;
  const body = { asOf, atSeq: assessment.atSeq ?? open.head.seq, version, options: { basis, equalPriors }, result };
  return { type: "assessment.made", body };
}

/** Records that an export went out: its form, its hash, and the head that it stands for. */
export async function recordExport(open: OpenCase, { who, format, content, assessment }: Given): Promise<OpenCase> {
  const body = { what: "assessment", format, sha256: sha256(content), head: open.head };
  const made = assessment === undefined ? [] : [await remembered(open, assessment)];
  const committed = await commit(open, { who, ask: [...made, { type: "export.made", body }] });
  return "open" in committed ? committed.open : open;
}
