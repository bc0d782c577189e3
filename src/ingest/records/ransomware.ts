// Trackers of leak sites: each post is a claim, seen when the tracker saw it. There is no attack without a post, so no n.

import type { When } from "../../core/model/time.ts";
import { isoOf, recordRow } from "./cells.ts";
import type { RecordFormat } from "./types.ts";

/** A time before a post, of which nobody says more. */
function until(post: When): When {
  return { edtf: `../${post.edtf}`, from: null, to: post.to };
}

export const ransomware: RecordFormat = {
  manifest: {
    name: "ransomware-posts",
    version: 1,
    mediaType: "application/json",
    set: "posts of ransomware trackers (ransomwatch, ransomware.live), your own copy",
    reads:
      "one object a post: group, victim, when it was posted and when the tracker saw it; the day of the attack where the tracker gives one",
    extensions: ["json"],
    needs: [],
    limits: [],
    offers: ["rows", "refused rows with line and reason"],
    layouts: [
      {
        name: "post_title",
        columns: ["post_title", "group_name", "discovered"],
        seen: "posts.json of ransomwatch, and entries of ransomware.live in public tests (test/fixtures/README.md)",
      },
      {
        name: "victim",
        columns: ["victim", "group", "discovered"],
        seen: "entries of ransomware.live in public tests (test/fixtures/README.md)",
      },
    ],
    claims:
      "every row is a claim: no class counts them (SI11), since victims that were never posted are not there. Times without a zone are read as UTC",
    codedAfter: [],
  },
  besideColumns: null,
  row(cell, { set, line, names }) {
    const victim = cell("post_title") || cell("victim");
    const group = cell("group_name") || cell("group");
    const seen = isoOf(cell("discovered"));
    const posted = cell("published") === "" ? seen : isoOf(cell("published"));
    const attacked = cell("attackdate") === "" ? null : isoOf(cell("attackdate"));
    const refused = [
      group === "" ? "It names no group." : null,
      victim === "" ? "It names no victim." : null,
      seen === null ? `discovered "${cell("discovered").slice(0, 40)}" is no ISO time.` : null,
      posted === null && seen !== null ? `published "${cell("published").slice(0, 40)}" is no ISO time.` : null,
      attacked === null && cell("attackdate") !== ""
        ? `attackdate "${cell("attackdate").slice(0, 40)}" is no ISO time.`
        : null,
    ].filter((r) => r !== null);
    if (refused.length > 0 || seen === null || posted === null) return { refused };
    const country = cell("country").toUpperCase();
    const row = {
      // A tracker's day of attack is most often the day of the post again; it enters no lag.
      date: attacked ?? until(posted),
      actor: names.actor(group),
      claimed: true,
      claimedAt: posted,
      knownFrom: seen.to,
      traits: { country: /^[A-Z]{2}$/.test(country) ? country : undefined, attackType: "intrusion" },
      claimsOnly: true as const,
      label: `${group}: ${victim}`.slice(0, 200),
    };
    return { rows: [recordRow({ set, line }, row)] };
  },
};
