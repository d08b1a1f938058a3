import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { EDGE_REGION } from "../stage/stage.ts";
import { WebAcl } from "./web-acl.ts";

/**
 * What CloudFront takes from us-east-1 alone: the web ACL. The newsroom is told of it by its ARN, as it is of its
 * certificate, since its own region is not known before it is deployed.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: Omit<StackProps, "env">) {
    super(scope, id, { ...props, env: { region: EDGE_REGION } });
    const { arn } = new WebAcl(this, "WebAcl");
    new CfnOutput(this, "WebAclArnOutput", { value: arn }).overrideLogicalId("WebAclArn");
  }
}
