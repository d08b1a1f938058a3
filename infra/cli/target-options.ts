import { STATE_OPTION } from "./folder-options.ts";
import { publicAddress } from "./public-address.ts";
import { localTarget, type PublishTarget } from "./publish-target.ts";
import { stageName, stageTarget } from "./stage-target.ts";

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

export const DEFAULT_STATE = ".dateline";

/** @throws Refusal `newsroom-unreachable`, `stage-unknown`, `credentials-missing`, `option-invalid` */
export function openTarget(
  values: Readonly<Record<keyof typeof TARGET_OPTIONS, string | undefined>>,
): Promise<PublishTarget> {
  const address = publicAddress(values.address);
  return values.stage === undefined
    ? localTarget(values.state ?? DEFAULT_STATE, address)
    : stageTarget(stageName(values.stage), address);
}
