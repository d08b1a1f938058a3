import { SiteDocument } from "../../../functions/domain/documents/site.ts";
import { toInstant } from "../../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import type { TokenSeal } from "../../../functions/domain/registration/links/token-seal.ts";
import { readItem } from "../../../functions/storage/dynamodb/read-item.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../../functions/storage/newsroom/registration-events.ts";
import { type AccessLog, accessLog } from "../../../functions/storage/registrations/access-log.ts";
import { type DoNotInvite, doNotInvite } from "../../../functions/storage/registrations/do-not-invite.ts";
import { type GuestLists, guestLists } from "../../../functions/storage/registrations/guest-lists.ts";
import {
  type HousekeepingMarks,
  housekeepingMarks,
} from "../../../functions/storage/registrations/housekeeping-marks.ts";
import { type Mailboxes, mailboxes } from "../../../functions/storage/registrations/mailboxes.ts";
import {
  type RegistrationCounts,
  registrationCounts,
} from "../../../functions/storage/registrations/registration-counts.ts";
import { registrations } from "../../../functions/storage/registrations/registrations.ts";
import type { RegistrationDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { localTokenSeal } from "../../local/machine/link-key.ts";
import { questions } from "../console/questions.ts";
import { warn } from "../console/say.ts";
import { type EarlyTarget, openEarlyTarget } from "../target/early-target.ts";
import { thisProcess } from "../target/lease-holder.ts";
import { openTarget } from "../target/open-target.ts";
import type { FoundTarget } from "../target/target-options.ts";
import { requiredWhy } from "./registrations-options.ts";

/** What the acts of `npm run registrations` work with. */
export interface Desk {
  readonly registering: RegistrationDependencies;
  readonly counts: RegistrationCounts;
  readonly lists: GuestLists;
  readonly marks: HousekeepingMarks;
  readonly mailboxes: Mailboxes;
  /** Who asked not to be invited. */
  readonly doNotInvite: Pick<DoNotInvite, "until">;
  readonly log: AccessLog;
  /** Scheme and host of the newsroom. */
  readonly address: string;
  readonly who: string;
  readonly zone: string;
  readonly now: () => string;
  /** Tells what an act has come to while it goes on. */
  readonly say: (text: string) => void;
  /** Writes bytes to standard output, where nothing else is written. */
  readonly write: (bytes: Uint8Array) => void;
  /** Tells beside standard output what the operator has to look at; nothing for an empty text. */
  readonly warn: (text: string) => void;
  /** Asks whoever sits at the terminal; undefined where nobody does. */
  readonly confirmed: (question: string) => Promise<boolean | undefined>;
  /** Events whose slug or id is this one. @throws Refusal `event-not-found` */
  event(name: string): Promise<RegistrationEvent>;
  events(): Promise<RegistrationEvent[]>;
  /** The site in a language, as mails and passes name it. */
  site(language: Language): Promise<SiteDocument>;
  /**
   * Keeps that something is read of people, before it is.
   * @param why where it need not be said
   * @throws Refusal `why-missing`
   */
  logged(what: string, why?: string): Promise<void>;
}

/**
 * @param reason why what is known of people is read
 * @throws Refusal `newsroom-unreachable`, `credentials-missing`
 */
export async function openDesk(
  found: FoundTarget,
  reason: string | undefined,
): Promise<Desk & { explain?: (error: unknown) => Refusal | undefined }> {
  const target = await openTarget(found);
  const { dynamodb, table, registrations: people } = target;
  const reader = newsroomReader(dynamodb, table);
  const events = registrationEvents(reader);
  const log = accessLog(dynamodb, people);
  const now = () => toInstant(new Date());
  let signer: Promise<EarlyTarget> | undefined;
  const signerOf = async () => {
    signer ??= openEarlyTarget(found);
    return (await signer).signer;
  };
  const site = await reader.site(DEFAULT_LANGUAGE);
  const who = (await target.operator?.()) ?? thisProcess().name;
  return {
    registering: {
      registrations: registrations(dynamodb, people),
      seal: { seal: async (secret, of) => (await sealOf(found)).seal(secret, of), open: neverOpened },
      clock: () => Date.now(),
    },
    counts: registrationCounts(dynamodb, people),
    lists: guestLists(dynamodb, people),
    marks: housekeepingMarks(dynamodb, people),
    mailboxes: mailboxes(dynamodb, people),
    doNotInvite: doNotInvite(dynamodb, people, {
      sign: async (purpose, id) => (await signerOf()).sign(purpose, id),
    }),
    log,
    address: target.address,
    who,
    zone: site ? readItem(SiteDocument, site).value.zone : "UTC",
    now,
    say: (text) => {
      process.stdout.write(text);
    },
    write: (bytes) => {
      process.stdout.write(bytes);
    },
    warn,
    confirmed: askedHere,
    events: () => events.all(now()),
    site: async (language) => {
      const item = await reader.site(language);
      if (item) return readItem(SiteDocument, item).value;
      throw new Error(`No site is published in ${language}.`);
    },
    event: async (name) => {
      const all = await events.all(now());
      const slug = name.replace(/\/+$/, "").split("/").at(-1);
      const found = all.find((each) => each.slug === slug || each.id === name);
      if (found) return found;
      throw new Refusal(
        "event-not-found",
        404,
        `There is no event ${name} for which one can register.`,
        all.length === 0
          ? "Publish one with places first."
          : `There are: ${all.map((each) => each.slug).join(", ")}.`,
      );
    },
    logged: async (what, given = reason) => {
      await log.add({ at: now(), who, why: requiredWhy(given), what });
    },
    ...(target.explain && { explain: target.explain }),
  };
}

async function askedHere(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const asking = questions();
  try {
    return await asking.confirmed(question, "--yes");
  } finally {
    asking.close();
  }
}

/** The desk seals the link of whoever it registers, with the key of the newsroom; it never opens one. */
async function sealOf({ stage, state }: FoundTarget): Promise<TokenSeal> {
  if (stage === undefined) return localTokenSeal(state);
  const { KMSClient } = await import("@aws-sdk/client-kms");
  const { kmsSeal } = await import("../../../functions/storage/kms/registration-token-seal.ts");
  const { describe, requiredOutput } = await import("../target/stage-target.ts");
  return kmsSeal(new KMSClient({}), requiredOutput(stage, await describe(stage), "SealKey"));
}

async function neverOpened(): Promise<never> {
  throw new Error("The operator's commands open no links of registrations.");
}
