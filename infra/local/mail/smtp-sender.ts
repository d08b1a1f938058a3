import { createTransport } from "nodemailer";
import { DELIVERED_AT_ONCE } from "../../../functions/workflows/deliver/deliver-all.ts";
import { MailRefused } from "../../../functions/workflows/deliver/dependencies.ts";

/** Sends a mail as it is, and answers the id that the server gave. */
export type RawSender = (raw: Buffer, envelope: { from: string; to: string }) => Promise<string>;

/** Hands mail to an SMTP server on this machine. */
export function smtpSender(port: number): { send: RawSender; close(): void } {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: DELIVERED_AT_ONCE,
  });
  return {
    send: async (raw, envelope) => {
      try {
        const { response } = await transport.sendMail({ raw, envelope });
        return response;
      } catch (error) {
        const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
        // RFC 5321, section 4.2.1: 5yz is a refusal for good
        if (code >= 500)
          throw new MailRefused(error instanceof Error ? error.message : "refused", { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
