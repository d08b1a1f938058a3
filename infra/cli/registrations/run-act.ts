import { Refusal } from "../../../functions/domain/refusal.ts";
import { invitation } from "../../../functions/http/registration/form-token.ts";
import { openEarlyTarget } from "../target/early-target.ts";
import type { FoundTarget } from "../target/target-options.ts";
import type { ActName } from "./act.ts";
import { add } from "./add-act.ts";
import { badgeAct } from "./badge-acts.ts";
import * as correct from "./change-acts.ts";
import * as decide from "./decide-acts.ts";
import * as door from "./door-acts.ts";
import * as guests from "./guest-acts.ts";
import { invitations } from "./invitations-act.ts";
import { preview } from "./preview-act.ts";
import * as read from "./read-acts.ts";
import type { Given } from "./registrations-options.ts";
import { type Desk, openDesk } from "./registrations-target.ts";

type Work = (desk: Desk, values: Given, names: readonly string[]) => Promise<string>;

const WORK: Readonly<Record<ActName, Work>> = {
  counts: read.counts,
  list: read.list,
  export: read.exported,
  needs: read.needs,
  door: read.door,
  badges: badgeAct,
  approve: decide.approve,
  decline: decide.decline,
  priority: decide.priority,
  edit: correct.edit,
  add,
  move: correct.move,
  preview,
  message: decide.message,
  "check-in": door.checkIn,
  undo: door.undo,
  invite: guests.inviteList,
  invitations,
  uninvite: guests.uninvite,
  grant: decide.grant,
  "take-back": decide.takeBackNames,
  erase: decide.eraseAddress,
  retention: decide.retention,
  log: read.accesses,
};

/** Does what was asked for at the desk of a newsroom. @returns what to print */
export async function runAct(
  found: FoundTarget,
  act: ActName,
  values: Given,
  names: readonly string[],
): Promise<string> {
  const desk = await openDesk(found, values.why);
  try {
    return await (act === "invite" && values.list === undefined
      ? inviteByLink(found, desk, names)
      : WORK[act](desk, values, names));
  } catch (error) {
    throw desk.explain?.(error) ?? error;
  }
}

/** A link for a place that is not listed: whoever has it can register there. */
async function inviteByLink(
  found: FoundTarget,
  desk: Desk,
  [name = "", place = ""]: readonly string[],
): Promise<string> {
  const event = await desk.event(name);
  const unlisted = event.places.filter(({ audience }) => audience === "invitation").map(({ id }) => id);
  if (!unlisted.includes(place))
    throw new Refusal(
      "place-unknown",
      404,
      `${place} is no place for invited people.`,
      unlisted.length === 0 ? "This event has none." : `There are: ${unlisted.join(", ")}.`,
    );
  const { signer } = await openEarlyTarget(found);
  return decide.invitationLinks(desk.address, event, await invitation(signer, event.id, place));
}
