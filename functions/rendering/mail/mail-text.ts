import { registrationMailMessagesOf } from "../messages/registration-mail-messages-of.ts";
import type { MailContent } from "./mail-content.ts";
import type { MailFacts } from "./mail-facts.ts";

/**
 * The mail as plain text: the same facts in the same order as its HTML. Below the line `-- ` stands only who sends it,
 * since programs fold or cut a signature (RFC 3676, section 4.3).
 */
export function mailText(content: MailContent, { mail, site }: MailFacts): string {
  const said = registrationMailMessagesOf(mail.language);
  const { button, code, facts, calendars, people, passes, note } = content;
  const blocks = [
    content.greeting,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...(code === undefined ? [] : [`${said.code}\n${code}`]),
    ...content.paragraphs,
    ...(note === undefined ? [] : [`${said.note}\n${note}`]),
    ...(facts.length === 0 ? [] : [facts.map(({ term, value }) => `${term}: ${value}`).join("\n")]),
    ...(people.length === 0 ? [] : [`${said.people}:\n${people.map((name) => `- ${name}`).join("\n")}`]),
    ...(passes.length === 0
      ? []
      : [
          `${said.passes}:\n${passes.map(({ name, pass }) => `- ${name}: ${pass}`).join("\n")}\n${said.passesText}`,
        ]),
    ...(calendars.length === 0
      ? []
      : [`${said.calendars}\n${calendars.map(({ name, href }) => `${name}: ${href}`).join("\n")}`]),
    ...content.small,
    "-- ",
    `${site.organisation}\n${site.address}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}
