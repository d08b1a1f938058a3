import { RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Stage } from "../stage/stage.ts";

/** The key that seals the tokens of registrations, so that later mails can carry their link. It renews itself yearly. */
export function sealKey(scope: Construct, id: string, { name, retain }: Stage): Key {
  return new Key(scope, id, {
    description: `Dateline ${name}: seals links of registrations`,
    enableKeyRotation: true,
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
