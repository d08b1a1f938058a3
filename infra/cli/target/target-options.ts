import type { StageName } from "../../aws/stage/stage.ts";
import { STATE_OPTION } from "../console/folder-options.ts";
import { stageName } from "../console/stage-name.ts";
import { publicAddress } from "./public-address.ts";
import { type RunningNewsroom, runningNewsroom } from "./running-newsroom.ts";

/** Which newsroom a command works on: the one on this machine, or that of a stage. */
export const TARGET_OPTIONS = {
  stage: {
    type: "string",
    env: "DATELINE_STAGE",
    value: "NAME",
    help: "dev or prod on AWS; without it the newsroom that `npm start` runs here",
  },
  state: STATE_OPTION,
  address: {
    type: "string",
    env: "DATELINE_ADDRESS",
    value: "URL",
    help: "Public address in feeds and links, instead of the newsroom's own",
  },
} as const;

/** The newsroom that the arguments name; whether it can be reached is not known yet. */
export interface ChosenTarget {
  /** That of this machine when absent. */
  readonly stage: StageName | undefined;
  readonly state: string;
  /** Public address instead of the newsroom's own. */
  readonly address: string | undefined;
}

/** The same after a look at this machine: a newsroom that runs here, or a stage, which only AWS knows. */
export type FoundTarget =
  | (ChosenTarget & { readonly stage: StageName })
  | (ChosenTarget & { readonly stage: undefined; readonly running: RunningNewsroom });

/** @throws Refusal `stage-unknown`, `option-invalid` */
export function chosenTarget({
  stage,
  state,
  address,
}: {
  readonly stage: string | undefined;
  readonly state: string;
  readonly address: string | undefined;
}): ChosenTarget {
  return {
    stage: stage === undefined ? undefined : stageName(stage),
    state,
    address: publicAddress(address),
  };
}

/** @throws Refusal `newsroom-unreachable` when none runs on this machine */
export async function findTarget({ stage, state, address }: ChosenTarget): Promise<FoundTarget> {
  return stage === undefined
    ? { stage, state, address, running: await runningNewsroom(state) }
    : { stage, state, address };
}
