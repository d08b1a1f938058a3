import { SESv2Client } from "@aws-sdk/client-sesv2";
import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { SES_RETRY_POLICY } from "../../functions/lambda/mail/mail-work.ts";
import { sesSender } from "../../functions/lambda/mail/ses-sender.ts";
import { MailRefused } from "../../functions/workflows/deliver/dependencies.ts";
import { startSes } from "../worlds/aws/ses.ts";

const ENVELOPE = { from: "registration@newsroom.example.org", to: "aigul@example.org" };
const RAW = Buffer.from("Subject: =?utf-8?B?0JrQsNC3?=\r\nTo: aigul@example.org\r\n\r\nText\r\n");

async function sender(answer?: { status: number; error: string; message: string }) {
  const ses = await startSes(answer);
  const client = new SESv2Client({
    endpoint: ses.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  return { ...ses, send: sesSender(client, "the-set") };
}

const refusal = (error: string, message: string) => ({ status: 400, error, message });

describe("a mail", () => {
  test("goes to SES byte by byte, to one address, under the configuration set that hears of bounces", async () => {
    const { send, asked } = await sender();
    expect(await send(RAW, ENVELOPE)).toBe("an-id-of-ses");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      FromEmailAddress: ENVELOPE.from,
      Destination: { ToAddresses: [ENVELOPE.to] },
      ConfigurationSetName: "the-set",
    });
    const raw = Buffer.from(asked[0]?.Content.Raw.Data ?? "", "base64");
    expect(raw.equals(RAW)).toBe(true);
    expect((await simpleParser(raw)).subject).toBe("Каз");
  });

  test("that is one too many for the rate of the account waits a moment and goes", async () => {
    const ses = await startSes({
      ...{ status: 429, error: "TooManyRequestsException", message: "Maximum sending rate exceeded." },
      times: 1,
    });
    const client = new SESv2Client({
      ...SES_RETRY_POLICY,
      endpoint: ses.endpoint,
      region: "eu-central-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    expect(await sesSender(client, "the-set")(RAW, ENVELOPE)).toBe("an-id-of-ses");
    expect(ses.asked).toHaveLength(2);
  });

  test.each([
    ["BadRequestException", "Illegal address"],
    ["BadRequestException", "Local address contains control or whitespace"],
    ["MessageRejected", "Address blacklisted."],
  ])("to an address of which SES says %s, %s, is refused for good", async (error, message) => {
    const { send } = await sender(refusal(error, message));
    await expect(send(RAW, ENVELOPE)).rejects.toBeInstanceOf(MailRefused);
  });

  test.each([
    ["MessageRejected", "Email address is not verified. The following identities failed: aigul@example.org"],
    ["MessageRejected", "The message contains a virus."],
    ["AccountSuspendedException", "Your account is suspended"],
    ["SendingPausedException", "Sending is paused"],
    ["MailFromDomainNotVerifiedException", "The MAIL FROM domain is not verified"],
    ["TooManyRequestsException", "Maximum sending rate exceeded."],
    ["NotFoundException", "Configuration set <the-set> does not exist."],
    ["BadRequestException", "Configuration set is not in this region"],
  ])(
    "that meets %s, %s, waits for the next attempt, and the address stays out of logs",
    async (error, message) => {
      const { send } = await sender(refusal(error, message));
      const thrown = await send(RAW, ENVELOPE).catch((caught: unknown) => caught);
      expect(thrown).toBeInstanceOf(Error);
      expect(thrown).not.toBeInstanceOf(MailRefused);
      expect(String(thrown)).toContain(error);
      expect(String(thrown)).not.toContain("@");
    },
  );
});
