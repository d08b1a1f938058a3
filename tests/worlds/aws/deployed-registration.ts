import { randomUUID } from "node:crypto";
import { simpleParser } from "mailparser";
import { inject, vi } from "vitest";
import { checkMailPath, publicationPath, registerPath } from "../../../functions/domain/addresses.ts";
import { EDGE_SECRET_HEADER, VIEWER_HEADER } from "../../../functions/domain/edge-header.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { codeOf, readToken } from "../../../functions/domain/registration/links/token.ts";
import type { MailKind } from "../../../functions/domain/registration/mail.ts";
import type { HttpApiResult } from "../../../functions/lambda/http/http-api.ts";
import { createTables, type TableNames } from "../../../functions/storage/dynamodb/tables.ts";
import { registrationEventKey } from "../../../functions/storage/newsroom/keys.ts";
import {
  type Attributes,
  outboxMailIn,
} from "../../../functions/storage/registrations/registration-items.ts";
import { OUTBOX_PREFIX } from "../../../functions/storage/registrations/registrations-keys.ts";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";
import { eventDocument, siteDocument } from "../documents/documents.ts";
import { inWords } from "../registration/received-mails.ts";
import { everything, worldIn } from "../registration/registering.ts";
import { OPENED } from "../registration/registration-events.ts";
import type { TableCall } from "../tables/recorded-dynamodb.ts";
import { stored, storedPublication, storedSite, storeItems } from "../tables/stored.ts";
import { awsStandIn } from "./aws-stand-in.ts";
import { EDGE_SECRET, lambdaEnvironment, loaded } from "./lambda-environment.ts";
import { bounceOf, receivedOf, snsEvent } from "./ses-events.ts";
import { streamEvent } from "./stream-event.ts";

const SLUG = "world-day-2027";

/** Someone's browser after they have submitted the form. */
interface Browser {
  readonly language: Language;
  readonly cookie: string;
}

/** What a form has besides; its language, in which it is read as well, is English unless another is given. */
type Typed = Readonly<Record<string, string>> & { readonly language?: Language };

/**
 * The functions of registration as they are deployed, with AWS played by others: what people, mail and the clock do to
 * them, and what each has asked of the tables.
 */
export interface DeployedRegistration {
  readonly tables: TableNames;
  /** Which function asked what. */
  readonly calls: Readonly<Record<DeployedFunction, readonly TableCall[]>>;
  /** Kinds of all mails that were written. */
  readonly kinds: ReadonlySet<MailKind>;
  /** What functions wrote into their logs. */
  readonly log: readonly Record<string, unknown>[];
  pass(seconds: number): void;
  moveTo(instant: Instant): void;
  publish(event: RegistrationEvent): Promise<void>;
  submit(email: string, place: string, more?: Typed): Promise<Browser>;
  /** On the page that says to look into the mail. */
  after(browser: Browser, action: "/address" | "/resend", fields?: Record<string, string>): Promise<Browser>;
  /** Types the code of the latest mail to the address. */
  typeCode(browser: Browser, email: string): Promise<void>;
  /** Follows the link in the latest mail to the address, and presses a button there. */
  press(email: string, action: string, fields?: Record<string, string>): Promise<void>;
  /** What the stream does for mail that was written since. */
  stream(): Promise<void>;
  /** Mail that was written since will not come by the stream. */
  loseStream(): Promise<void>;
  bounce(email: string): Promise<void>;
  /** Someone writes to the address for answers. */
  answer(email: string): Promise<void>;
  housekeep(): Promise<void>;
  stop(): void;
}

export const DEPLOYED_FUNCTIONS = [
  "register",
  "deliver",
  "housekeep",
  "mail-feedback",
  "mail-replies",
] as const;
export type DeployedFunction = (typeof DEPLOYED_FUNCTIONS)[number];

export async function deployedRegistration(event: RegistrationEvent): Promise<DeployedRegistration> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(OPENED) });
  const behind = inject("dynamodbEndpoint");
  const client = localDynamoDbClient(behind);
  const tables = { newsroom: `newsroom-${randomUUID()}`, registrations: `registrations-${randomUUID()}` };
  await createTables(client, tables);
  const aws = await awsStandIn(EDGE_SECRET);
  lambdaEnvironment(aws.endpoint, tables);
  const register = await loaded(behind, () => import("../../../functions/lambda/register.ts"));
  const deliver = await loaded(behind, () => import("../../../functions/lambda/deliver.ts"));
  const housekeep = await loaded(behind, () => import("../../../functions/lambda/housekeep.ts"));
  const feedback = await loaded(behind, () => import("../../../functions/lambda/mail-feedback.ts"));
  const replies = await loaded(behind, () => import("../../../functions/lambda/mail-replies.ts"));
  const log: Record<string, unknown>[] = [];
  const written = vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    if (String(line).startsWith("{")) log.push(JSON.parse(String(line)));
    return true;
  });

  const publish = (published: RegistrationEvent) =>
    storeItems(client, tables.newsroom, [
      ...LANGUAGES.flatMap((language) => [
        storedSite(siteDocument(language)),
        ...storedPublication(
          eventDocument(language, {
            id: event.id,
            slug: SLUG,
            path: publicationPath(language, "event", SLUG),
            publishAt: OPENED,
          }),
        ),
      ]),
      stored(registrationEventKey(event.id), published, OPENED),
    ]);
  await publish(event);
  await worldIn(client, tables.registrations, event);

  /** @throws Error for any answer but one that leads on or shows what was asked for */
  async function ask(method: string, path: string, fields: Record<string, string> = {}, cookie = "") {
    const answer = await register.handler({
      rawPath: path,
      rawQueryString: "",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        [EDGE_SECRET_HEADER.toLowerCase()]: EDGE_SECRET,
        [VIEWER_HEADER.toLowerCase()]: "198.51.100.7",
      },
      ...(cookie !== "" && { cookies: [cookie] }),
      body: new URLSearchParams(fields).toString(),
      isBase64Encoded: false,
      requestContext: { domainName: "api.example", http: { method } },
    });
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    return answer;
  }

  const linkTo = async (email: string): Promise<string> => {
    const latest = aws.mails.findLast(({ to }) => to === email);
    if (!latest) throw new Error(`Nothing was sent to ${email}.`);
    const { text = "" } = await simpleParser(latest.raw);
    const link = /\/(?:en|ru|kk)\/registration\/[\w.-]+/.exec(text)?.[0];
    if (link === undefined) throw new Error(`The latest mail to ${email} has no link.`);
    return link;
  };

  const known = new Set<string>();
  const kinds = new Set<MailKind>();
  /** Rows of the outbox that were written since. */
  async function newMail(): Promise<Attributes[]> {
    const rows = (await everything(client, tables.registrations)).filter(
      ({ pk, sk }) => pk?.S?.startsWith(OUTBOX_PREFIX) && !known.has(sk?.S ?? ""),
    );
    for (const row of rows) {
      known.add(row.sk?.S ?? "");
      kinds.add(outboxMailIn(row).kind);
    }
    return rows;
  }

  return {
    tables,
    calls: {
      register: register.recorded.calls,
      deliver: deliver.recorded.calls,
      housekeep: housekeep.recorded.calls,
      "mail-feedback": feedback.recorded.calls,
      "mail-replies": replies.recorded.calls,
    },
    kinds,
    log,
    pass: (seconds) => {
      vi.setSystemTime(Date.now() + seconds * 1000);
    },
    moveTo: (instant) => {
      vi.setSystemTime(Date.parse(instant));
    },
    publish,
    submit: async (email, place, { language = "en", ...more } = {}) => {
      const path = registerPath(language, SLUG);
      const { body } = await ask("GET", path);
      const form = /name="form" value="([^"]+)"/.exec(body)?.[1] ?? "";
      vi.setSystemTime(Date.now() + 60_000);
      const typed = {
        form,
        place,
        email,
        language,
        name: "Aigul Serik",
        coming: "self",
        agree: "yes",
        ...more,
      };
      return { language, cookie: cookieOf(await ask("POST", path, typed)) };
    },
    after: async ({ language, cookie }, action, fields) => {
      const answer = await ask("POST", `${checkMailPath(language, SLUG)}${action}`, fields, cookie);
      return { language, cookie: cookieOf(answer) };
    },
    typeCode: async ({ language, cookie }, email) => {
      const token = readToken((await linkTo(email)).split("/").at(-1) ?? "");
      await ask("POST", checkMailPath(language, SLUG), { code: codeOf(token?.secret ?? "") }, cookie);
    },
    press: async (email, action, fields) => {
      const link = await linkTo(email);
      await ask("GET", link);
      await ask("POST", `${link}/${action}`, fields);
    },
    stream: async () => {
      const { batchItemFailures } = await deliver.handler(streamEvent(await newMail()));
      if (batchItemFailures.length > 0) throw new Error("Mail was not sent.");
    },
    loseStream: async () => {
      await newMail();
    },
    bounce: (email) => feedback.handler(snsEvent(bounceOf("Permanent", email))),
    answer: (email) => replies.handler(snsEvent(receivedOf(inWords(email)))),
    housekeep: async () => {
      await housekeep.handler();
      await newMail();
    },
    stop: () => {
      written.mockRestore();
      vi.unstubAllEnvs();
      vi.useRealTimers();
      aws.stop();
      for (const { recorded } of [register, deliver, housekeep, feedback, replies]) recorded.stop();
    },
  };
}

/** Of all that an answer sets, one: they differ in their paths alone. */
function cookieOf({ cookies }: HttpApiResult): string {
  return cookies[0]?.split(";")[0] ?? "";
}
