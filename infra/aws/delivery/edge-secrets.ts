import { RemovalPolicy, type SecretValue } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { EdgeSecretName, Stage } from "../stage/stage.ts";

const LENGTH = 48;

/**
 * Two secrets by which functions behind the HTTP API know the edge. Both are believed and one is sent, so that the
 * other can be renewed and then sent in its place, with no request refused meanwhile. The template holds references;
 * CloudFormation takes the value when it writes it into the distribution.
 */
export class EdgeSecrets extends Construct {
  readonly secrets: Readonly<Record<EdgeSecretName, Secret>>;
  /** What the edge sends. */
  readonly sent: SecretValue;

  constructor(scope: Construct, id: string, { edgeSecret, retain }: Stage) {
    super(scope, id);
    const secret = (name: string) =>
      new Secret(this, name, {
        description: "The edge proves itself with it; see docs/deploy.md on how to renew it",
        generateSecretString: { passwordLength: LENGTH, excludePunctuation: true },
        removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.secrets = { a: secret("A"), b: secret("B") };
    this.sent = this.secrets[edgeSecret].secretValue;
  }
}
