import { Refusal } from "../../functions/domain/refusal.ts";
import { invitation } from "../../functions/http/registration/form-token.ts";
import { runCommand } from "./command.ts";
import { openEarlyTarget } from "./early-target.ts";
import { type Act, requireTaken, unclear } from "./registrations/act.ts";
import * as decide from "./registrations/decide-acts.ts";
import * as door from "./registrations/door-acts.ts";
import * as read from "./registrations/read-acts.ts";
import {
  type Desk,
  type Given,
  openDesk,
  REGISTRATIONS_OPTIONS,
} from "./registrations/registrations-target.ts";

const ACTS = new Map<string, Act>([
  ["counts", { names: "EVENT", least: 1, most: 1, takes: ["json"], run: read.counts }],
  ["list", { names: "EVENT", least: 1, most: 1, takes: ["place", "in", "why", "json"], run: read.list }],
  [
    "export",
    { names: "EVENT", least: 1, most: 1, takes: ["place", "in", "why", "out", "for"], run: read.exported },
  ],
  ["needs", { names: "EVENT", least: 1, most: 1, takes: ["why"], run: read.needs }],
  ["door", { names: "EVENT", least: 1, most: 1, takes: ["place", "why", "out"], run: read.door }],
  ["approve", { names: "EVENT ID", least: 2, most: 2, takes: ["place", "note", "why"], run: decide.approve }],
  ["decline", { names: "EVENT ID", least: 2, most: 2, takes: ["place", "note", "why"], run: decide.decline }],
  ["priority", { names: "EVENT ID", least: 2, most: 2, takes: ["place", "priority"], run: decide.priority }],
  [
    "message",
    { names: "EVENT", least: 1, most: 1, takes: ["place", "text", "file", "send"], run: decide.message },
  ],
  [
    "check-in",
    { names: "EVENT [CODE…]", least: 1, most: Number.POSITIVE_INFINITY, takes: ["why"], run: door.checkIn },
  ],
  ["invite", { names: "EVENT PLACE", least: 2, most: 2, takes: [], run: invite }],
  ["grant", { names: "EVENT NAME", least: 2, most: 2, takes: ["why"], run: decide.grant }],
  ["take-back", { names: "EVENT NAME", least: 2, most: 2, takes: ["why"], run: decide.takeBack }],
  ["erase", { names: "ADDRESS", least: 1, most: 1, takes: ["why"], run: decide.eraseAddress }],
  ["retention", { names: "", least: 0, most: 0, takes: [], run: decide.retention }],
  ["log", { names: "", least: 0, most: 0, takes: [], run: read.accesses }],
]);

await runCommand({
  name: "npm run registrations",
  summary: "Who registered: counts, lists, decisions, the door. What is read of people is kept in a log.",
  positionals: [...ACTS].map(([act, { names }]) => `${act} ${names}`.trim()).join(" | "),
  options: REGISTRATIONS_OPTIONS,
  async run(values, [verb, ...names]) {
    const act = ACTS.get(verb ?? "");
    if (!act || names.length < act.least || names.length > act.most) throw unclear(ACTS, verb);
    requireTaken(verb ?? "", act, values);
    const desk = await openDesk(values);
    try {
      process.stdout.write(await act.run(desk, values, names));
    } catch (error) {
      throw desk.explain?.(error) ?? error;
    }
    return Number(process.exitCode ?? 0);
  },
});

/** A link for a place that is not listed: whoever has it can register there. */
async function invite(
  desk: Desk,
  values: Given,
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
  const { signer } = await openEarlyTarget(values);
  return decide.invitationLinks(desk.address, event, await invitation(signer, event.id, place));
}
