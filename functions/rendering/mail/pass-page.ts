import type { MailFacts } from "./mail-facts.ts";
import { registrationMail } from "./registration-mail.ts";

/**
 * What the mail of a confirmation says, as a page to print or to send on: for whoever has no address that mail reaches.
 * Its pictures are in it.
 */
export async function passPage(facts: MailFacts): Promise<string> {
  const { html, passes } = await registrationMail(facts);
  return passes.reduce(
    (page, { cid, png }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${png.toString("base64")}`),
    html,
  );
}
