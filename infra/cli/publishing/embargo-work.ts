import { randomUUID } from "node:crypto";
import { earlyPath } from "../../../functions/domain/addresses.ts";
import { SiteDocument } from "../../../functions/domain/documents/site.ts";
import { makeToken } from "../../../functions/domain/early/token.ts";
import { type Instant, toInstant } from "../../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { readItem } from "../../../functions/storage/dynamodb/read-item.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";
import { unitsNamed } from "../../../functions/workflows/early/find-units.ts";
import { grantAccess, type Person, revokeAccess } from "../../../functions/workflows/early/grant-access.ts";
import { type EarlyTarget, openEarlyTarget } from "../target/early-target.ts";
import { thisProcess } from "../target/lease-holder.ts";
import type { FoundTarget } from "../target/target-options.ts";
import { grantedInWords, listedInWords, personInWords } from "./embargo-words.ts";

/** What is asked for; folders of units are named as they were typed. */
export type EmbargoOrder =
  | {
      readonly verb: "grant";
      readonly person: Person;
      readonly outlet: string | undefined;
      readonly units: readonly string[];
      readonly language: Language;
      /** On the newsroom's clock. */
      readonly expires: string | undefined;
    }
  | { readonly verb: "list"; readonly units: readonly string[] }
  | { readonly verb: "revoke"; readonly whom: string };

/** Grants, lists or revokes. @returns what to print */
export async function embargo(found: FoundTarget, order: EmbargoOrder): Promise<string> {
  const target = await openEarlyTarget(found);
  const now = toInstant(new Date());
  try {
    await target.grants.sweep(now);
    switch (order.verb) {
      case "grant":
        return await grant(target, order, now);
      case "list":
        return await list(target, order.units, now);
      case "revoke":
        return await revoke(target, order.whom, now);
    }
  } catch (error) {
    throw target.explain?.(error) ?? error;
  }
}

async function grant(
  target: EarlyTarget,
  { person, language, ...asked }: Extract<EmbargoOrder, { verb: "grant" }>,
  now: Instant,
): Promise<string> {
  const zone = await zoneOf(target);
  const granted = await grantAccess(
    target.grants,
    {
      ...person,
      id: randomUUID(),
      outlet: asked.outlet,
      units: await named(target, asked.units, now),
      createdBy: thisProcess().name,
      expiresAt: asked.expires === undefined ? undefined : timeAsked(asked.expires, zone),
    },
    now,
  );
  const token = await makeToken(target.signer, granted.id);
  return grantedInWords(granted, `${target.address}${earlyPath(language, token)}`, zone);
}

async function list(target: EarlyTarget, units: readonly string[], now: Instant): Promise<string> {
  const zone = await zoneOf(target);
  const slugs = new Set(units.map((folder) => folder.replace(/\/+$/, "").split("/").at(-1)));
  const grants = (await target.grants.all(now)).filter(
    ({ units }) => slugs.size === 0 || units.some(({ slug }) => slugs.has(slug)),
  );
  const lines = await Promise.all(
    grants.map(async (each) => listedInWords(each, await target.grants.openings(each.id, now), now, zone)),
  );
  return lines.length === 0 ? "Nobody has early access.\n" : lines.join("\n");
}

async function revoke(target: EarlyTarget, whom: string, now: Instant): Promise<string> {
  const revoked = await revokeAccess(target.grants, whom, now);
  return revoked.map((each) => `Revoked: ${each.id}  ${personInWords(each)}\n`).join("");
}

async function named({ dynamodb, table }: EarlyTarget, units: readonly string[], now: Instant) {
  const records = await newsroomLedger(dynamodb, table).records();
  return unitsNamed([...new Set(units)], { reader: newsroomReader(dynamodb, table), records, now });
}

/** The newsroom's own zone, in which times are typed and told. */
async function zoneOf({ dynamodb, table }: EarlyTarget): Promise<string> {
  const site = await newsroomReader(dynamodb, table).site(DEFAULT_LANGUAGE);
  return site ? readItem(SiteDocument, site).value.zone : "UTC";
}

function timeAsked(text: string, zone: string): Instant {
  const instant = instantOf(text.trim(), zone);
  if (typeof instant === "string") return instant;
  throw new Refusal("option-invalid", 400, `--expires: ${instant.problem}.`, `Give ${instant.expected}.`);
}
