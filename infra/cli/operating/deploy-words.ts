import { EDGE_REGION, edgeStackNameOf, type StageName } from "../../aws/stage/stage.ts";

/** Said after a deployment without web ACL where one stands from before: nobody should pay for what nothing uses. */
export function edgeLeftInWords(stage: StageName): string {
  const stack = edgeStackNameOf(stage);
  return [
    `The stack ${stack} in ${EDGE_REGION} still stands, with a web ACL that nothing uses and that costs eight dollars a month.`,
    `To remove it: npx cdk destroy ${stack} --exclusively --context stage=${stage}`,
  ].join("\n");
}
