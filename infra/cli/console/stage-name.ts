import { Refusal } from "../../../functions/domain/refusal.ts";
import { STAGES, type StageName } from "../../aws/stage/stage.ts";

/** @throws Refusal `stage-unknown` */
export function stageName(value: string): StageName {
  const stage = STAGES.find((each) => each === value);
  if (stage) return stage;
  throw new Refusal(
    "stage-unknown",
    400,
    `There is no stage "${value}".`,
    "Use --stage dev or --stage prod.",
    {
      field: "stage",
      allowed: STAGES,
    },
  );
}
