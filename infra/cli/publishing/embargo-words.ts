import { SEGMENTS } from "../../../functions/domain/addresses.ts";
import {
  type AccessRecord,
  type Grant,
  type GrantedUnit,
  stateOf,
} from "../../../functions/domain/early/grant.ts";
import { type Instant, NEVER } from "../../../functions/domain/instant.ts";
import { moment } from "../../../functions/rendering/format/dates.ts";

/** `Aigul Serik <aigul@agency.example>, Agency Example` */
export function personInWords({ name, mail, outlet }: Grant): string {
  return `${name} <${mail}>${outlet === undefined ? "" : `, ${outlet}`}`;
}

const unitName = ({ kind, slug }: GrantedUnit) => `${SEGMENTS[kind]}/${slug}`;

function unitInWords(unit: GrantedUnit, zone: string): string {
  const standing = unit.liftsAt === NEVER ? "draft" : `lifts ${moment(unit.liftsAt, zone, "en")}`;
  return `${unitName(unit)} (${standing})`;
}

/** What was granted, and the link to send. */
export function grantedInWords(grant: Grant, link: string, zone: string): string {
  return [
    `Early access for ${personInWords(grant)}`,
    ...grant.units.map((unit) => `  ${unitInWords(unit, zone)}`),
    `Until ${moment(grant.expiresAt, zone, "en")}. Send this link to this person alone:`,
    "",
    `  ${link}`,
    "",
    `To take it back: npm run embargo -- revoke ${grant.id}`,
    "",
  ].join("\n");
}

/** A grant with its state and what was opened with it. */
export function listedInWords(
  grant: Grant,
  openings: readonly AccessRecord[],
  now: Instant,
  zone: string,
): string {
  const at = (instant: Instant) => moment(instant, zone, "en");
  const state = stateOf(grant, now);
  const until =
    state === "revoked" && grant.revokedAt
      ? `revoked ${at(grant.revokedAt)}`
      : `${state}, until ${at(grant.expiresAt)}`;
  return [
    `${grant.id}  ${personInWords(grant)}: ${until}`,
    ...grant.units.map((unit) => `    ${unitInWords(unit, zone)}`),
    `    granted ${at(grant.createdAt)} by ${grant.createdBy}`,
    ...(openings.length === 0 ? ["    not opened yet"] : []),
    ...openings.map((opening) => `    ${at(opening.at)}  ${opening.what}`),
    "",
  ].join("\n");
}
