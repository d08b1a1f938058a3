import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { MailRefused } from "../../workflows/deliver/dependencies.ts";
import type { SenderSettings } from "../../workflows/deliver/mail-sender.ts";

/**
 * Hands mail to SES, which answers an id of its own. An error of SES may name the address; ours never does, since it
 * goes into logs and the table.
 *
 * Only what SES says of the recipient's address itself is for good. `MessageRejected` is not: SES says so, too, of a
 * sender that is not verified and of anyone who is not, as long as the account is in the sandbox (SES Developer Guide,
 * "Amazon SES email sending errors"). That can be put right within the days for which mail waits.
 *
 * @param configurationSet through which bounces and complaints are told
 */
export function sesSender(client: SESv2Client, configurationSet: string): SenderSettings["hand"] {
  return async (raw, { from, to }) => {
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: configurationSet,
          Content: { Raw: { Data: raw } },
        }),
      );
      return MessageId ?? "";
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const told = `SES: ${name}: ${withoutAddresses(message)}`;
      if (isAboutRecipient(name, message)) throw new MailRefused(told);
      throw Object.assign(new Error(told), { name });
    }
  };
}

/** What SES says of an address that it will never send to: malformed, or known to take no mail from anyone. */
function isAboutRecipient(name: string, message: string): boolean {
  if (name === "BadRequestException")
    return /illegal address|invalid email address|(?:local address|domain) (?:contains|starts|ends)|missing final '@domain'/i.test(
      message,
    );
  return name === "MessageRejected" && /address blacklisted/i.test(message);
}

/** A message of someone else's with the mail addresses taken out. */
export function withoutAddresses(message: string): string {
  return message.replace(/[^\s<>,;:"']*@[^\s<>,;:"']*/g, "(address)");
}
