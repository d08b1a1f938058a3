import { Refusal } from "../../functions/domain/refusal.ts";
import { invitation } from "../../functions/http/registration/form-token.ts";
import { runCommand } from "./command.ts";
import { openEarlyTarget } from "./early-target.ts";
import * as decide from "./registrations/decide-acts.ts";
import * as read from "./registrations/read-acts.ts";
import {
  type Desk,
  type Given,
  openDesk,
  REGISTRATIONS_OPTIONS,
} from "./registrations/registrations-target.ts";

interface Act {
  /** What is named after the act. */
  readonly names: string;
  readonly least: number;
  readonly most: number;
  readonly run: (desk: Desk, values: Given, names: readonly string[]) => Promise<string>;
}

const ACTS = new Map<string, Act>([
  ["counts", { names: "EVENT", least: 1, most: 1, run: read.counts }],
  ["list", { names: "EVENT", least: 1, most: 1, run: read.list }],
  ["export", { names: "EVENT", least: 1, most: 1, run: read.exported }],
  ["needs", { names: "EVENT", least: 1, most: 1, run: read.needs }],
  ["door", { names: "EVENT", least: 1, most: 1, run: read.door }],
  ["approve", { names: "EVENT ID", least: 2, most: 2, run: decide.approve }],
  ["decline", { names: "EVENT ID", least: 2, most: 2, run: decide.decline }],
  ["priority", { names: "EVENT ID", least: 2, most: 2, run: decide.priority }],
  ["message", { names: "EVENT", least: 1, most: 1, run: decide.message }],
  ["check-in", { names: "EVENT [CODE…]", least: 1, most: Number.POSITIVE_INFINITY, run: decide.checkIn }],
  ["invite", { names: "EVENT PLACE", least: 2, most: 2, run: invite }],
  ["grant", { names: "EVENT NAME", least: 2, most: 2, run: decide.grant }],
  ["take-back", { names: "EVENT NAME", least: 2, most: 2, run: decide.takeBack }],
  ["erase", { names: "ADDRESS", least: 1, most: 1, run: decide.eraseAddress }],
  ["retention", { names: "", least: 0, most: 0, run: decide.retention }],
  ["log", { names: "", least: 0, most: 0, run: read.accesses }],
]);

await runCommand({
  name: "npm run registrations",
  summary: "Who registered: counts, lists, decisions, the door. What is read of people is kept in a log.",
  positionals: [...ACTS].map(([act, { names }]) => `${act} ${names}`.trim()).join(" | "),
  options: REGISTRATIONS_OPTIONS,
  async run(values, [verb, ...names]) {
    const act = ACTS.get(verb ?? "");
    if (!act || names.length < act.least || names.length > act.most) throw unclear(verb, act);
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

function unclear(verb: string | undefined, act: Act | undefined): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    act ? `${verb} takes: ${act.names}.` : `Say what to do: ${[...ACTS.keys()].join(", ")}.`,
    "`npm run registrations -- --help` tells how.",
  );
}
