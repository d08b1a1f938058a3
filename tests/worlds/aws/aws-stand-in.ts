import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { onLoopback } from "../commands/on-loopback.ts";

/** A mail that was handed to SES. */
export interface HandedMail {
  readonly to: string;
  readonly raw: Buffer;
}

export interface AwsStandIn {
  readonly endpoint: string;
  readonly mails: readonly HandedMail[];
  stop(): void;
}

/** Mail to addresses of this domain is refused by SES for good. */
export const BLACKLISTED = "blacklisted.example.org";

/**
 * Stands in for what functions of registration ask of AWS beside tables: KMS, Secrets Manager and SES.
 * Sources: API references of AWS KMS (Encrypt, Decrypt, GenerateMac, VerifyMac), Secrets Manager (GetSecretValue) and
 * SES v2 (SendEmail).
 *
 * @param secret that every secret holds
 */
export async function awsStandIn(secret: string): Promise<AwsStandIn> {
  const mails: HandedMail[] = [];
  const server = createServer(async (asked, answer) => {
    let text = "";
    for await (const part of asked) text += part;
    const operation = asked.headers["x-amz-target"] ?? asked.url ?? "";
    const { error, ...body } = answerTo(String(operation), JSON.parse(text), { secret, mails });
    answer.writeHead(error ? 400 : 200, {
      "Content-Type": "application/x-amz-json-1.1",
      ...(error !== undefined && { "x-amzn-ErrorType": error }),
    });
    answer.end(JSON.stringify(error === undefined ? body : { ...body, __type: error }));
  });
  const { endpoint, stop } = await onLoopback(server);
  return { endpoint, mails, stop };
}

interface Asked {
  readonly Plaintext: string;
  readonly CiphertextBlob: string;
  readonly EncryptionContext: Readonly<Record<string, string>>;
  readonly Message: string;
  readonly Mac: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: { readonly Raw: { readonly Data: string } };
}
type Answer = { readonly error?: string } & Readonly<Record<string, unknown>>;

function answerTo(
  operation: string,
  asked: Asked,
  { secret, mails }: { secret: string; mails: HandedMail[] },
): Answer {
  switch (operation) {
    case "secretsmanager.GetSecretValue":
      return { SecretString: secret };
    case "TrentService.Encrypt":
      return { CiphertextBlob: sealed(asked.Plaintext, asked.EncryptionContext) };
    case "TrentService.Decrypt":
      return opened(asked);
    case "TrentService.GenerateMac":
      return { Mac: macOf(asked.Message) };
    case "TrentService.VerifyMac":
      return asked.Mac === macOf(asked.Message) ? { MacValid: true } : { error: "KMSInvalidMacException" };
    case "/v2/email/outbound-emails": {
      const to = asked.Destination.ToAddresses[0] ?? "";
      if (to.endsWith(`@${BLACKLISTED}`))
        return { error: "MessageRejected", message: "Address blacklisted." };
      mails.push({ to, raw: Buffer.from(asked.Content.Raw.Data, "base64") });
      return { MessageId: `id-${mails.length}` };
    }
  }
  throw new Error(`Nothing stands in for ${operation}.`);
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const macOf = (message: string): string =>
  createHmac("sha256", "a key of tests").update(message).digest("base64");
const sealed = (plaintext: string, context: Asked["EncryptionContext"]): string =>
  base64(JSON.stringify({ plaintext, context }));

function opened({ CiphertextBlob, EncryptionContext }: Asked): Answer {
  const { plaintext, context } = JSON.parse(Buffer.from(CiphertextBlob, "base64").toString("utf8"));
  return JSON.stringify(context) === JSON.stringify(EncryptionContext)
    ? { Plaintext: plaintext }
    : { error: "InvalidCiphertextException" };
}
