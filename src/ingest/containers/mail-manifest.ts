import { MAIL, MHTML } from "../formats/mail/mail-manifest.ts";
import type { Container } from "./container.ts";

/** A mail as what holds its attachments; its own words are read by the format of that name. */
export const MAIL_WITH_ATTACHMENTS: Container = {
  manifest: MAIL.manifest,
  is: (head, source) => MAIL.is(head, source) && !MHTML.is(head, source),
  load: async () => (await import("./mail.ts")).readMailbag,
};
