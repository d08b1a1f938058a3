import { randomUUID } from "node:crypto";
import { earlyPath } from "../../functions/domain/addresses.ts";
import { SiteDocument } from "../../functions/domain/documents/site.ts";
import { makeToken } from "../../functions/domain/early/token.ts";
import { type Instant, toInstant } from "../../functions/domain/instant.ts";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { newsroomLedger } from "../../functions/storage/ledger.ts";
import { newsroomReader } from "../../functions/storage/newsroom-reader.ts";
import { readItem } from "../../functions/storage/read-item.ts";
import { instantOf } from "../../functions/workflows/content/local-time.ts";
import { unitsNamed } from "../../functions/workflows/early/find-units.ts";
import { grantAccess, personIn, revokeAccess } from "../../functions/workflows/early/grant-access.ts";
import { runCommand, type Values } from "./command.ts";
import { type EarlyTarget, openEarlyTarget } from "./early-target.ts";
import { grantedInWords, listedInWords, personInWords } from "./embargo-words.ts";
import { thisProcess } from "./lease-holder.ts";
import { TARGET_OPTIONS } from "./target-options.ts";

const OPTIONS = {
  to: { type: "string", value: '"NAME <MAIL>"', help: "grant: who gets the link" },
  outlet: { type: "string", value: "OUTLET", help: "grant: for whom this person works" },
  unit: {
    type: "string",
    multiple: true,
    value: "FOLDER",
    help: "grant, list: releases/…, events/… or kits/…, as published; may be given several times",
  },
  expires: {
    type: "string",
    value: "TIME",
    help: "grant: when the link ends, on the newsroom's own clock; at the lift, or after 14 days for a draft",
  },
  language: {
    type: "string",
    value: "LANGUAGE",
    help: `grant: language of the link, one of ${LANGUAGES.join(", ")}; ${DEFAULT_LANGUAGE}`,
  },
  ...TARGET_OPTIONS,
} as const;

type Act = (target: EarlyTarget, values: Given, now: Instant, whom: string) => Promise<string>;

const ACTS = new Map<string, Act>([
  ["grant", grant],
  ["list", list],
  ["revoke", revoke],
]);

await runCommand({
  name: "npm run embargo",
  summary:
    "Early access for journalists and partners: grants a person a link to what is embargoed or a draft, lists who opened what, takes links back.",
  positionals: "grant | list | revoke ID or MAIL",
  options: OPTIONS,
  async run(values, [verb, ...named]) {
    const act = ACTS.get(verb ?? "");
    if (!act || (verb === "revoke" ? named.length !== 1 : named.length > 0)) throw unclear();
    const target = await openEarlyTarget(values);
    const now = toInstant(new Date());
    try {
      await target.grants.sweep(now);
      process.stdout.write(await act(target, values, now, named[0] ?? ""));
    } catch (error) {
      throw target.explain?.(error) ?? error;
    }
    return 0;
  },
});

type Given = Values<typeof OPTIONS>;

async function grant(target: EarlyTarget, values: Given, now: Instant): Promise<string> {
  const person = personIn(values.to ?? "");
  if (values.unit.length === 0)
    throw new Refusal(
      "option-invalid",
      400,
      "--unit: nothing was named.",
      "Name what is opened: --unit releases/my-release.",
    );
  const language = values.language ?? DEFAULT_LANGUAGE;
  if (!isLanguage(language))
    throw new Refusal(
      "option-invalid",
      400,
      `There is no language ${language}.`,
      `The languages are ${LANGUAGES.join(", ")}.`,
    );
  const zone = await zoneOf(target);
  const granted = await grantAccess(
    target.grants,
    {
      ...person,
      id: randomUUID(),
      outlet: values.outlet,
      units: await named(target, values, now),
      createdBy: thisProcess().name,
      expiresAt: values.expires === undefined ? undefined : timeAsked(values.expires, zone),
    },
    now,
  );
  const token = await makeToken(target.signer, granted.id);
  return grantedInWords(granted, `${target.address}${earlyPath(language, token)}`, zone);
}

async function list(target: EarlyTarget, values: Given, now: Instant): Promise<string> {
  const zone = await zoneOf(target);
  const slugs = new Set(values.unit.map((folder) => folder.replace(/\/+$/, "").split("/").at(-1)));
  const grants = (await target.grants.all(now)).filter(
    ({ units }) => slugs.size === 0 || units.some(({ slug }) => slugs.has(slug)),
  );
  const lines = await Promise.all(
    grants.map(async (each) => listedInWords(each, await target.grants.openings(each.id, now), now, zone)),
  );
  return lines.length === 0 ? "Nobody has early access.\n" : lines.join("\n");
}

async function revoke(target: EarlyTarget, _: Given, now: Instant, whom: string): Promise<string> {
  const revoked = await revokeAccess(target.grants, whom, now);
  return revoked.map((each) => `Revoked: ${each.id}  ${personInWords(each)}\n`).join("");
}

async function named({ dynamodb, table }: EarlyTarget, { unit }: Given, now: Instant) {
  const records = await newsroomLedger(dynamodb, table).records();
  return unitsNamed([...new Set(unit)], { reader: newsroomReader(dynamodb, table), records, now });
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

function unclear(): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    "Say what to do: grant, list, or revoke with one id or mail address.",
    "`npm run embargo -- --help` tells how.",
  );
}
