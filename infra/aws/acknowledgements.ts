import { Validations } from "aws-cdk-lib";
import type { NewsroomStack } from "./newsroom-stack.ts";
import type { Stage } from "./stage/stage.ts";

interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
}

/** Findings of cdk-nag that we leave as they are, each with its reason. */
const EVERYWHERE: readonly Acknowledgement[] = [
  {
    id: "AwsSolutions::AwsSolutions-CFR1",
    reason:
      "A newsroom is there for readers in every country: restricting any would be censorship of our own making.",
  },
  {
    id: "AwsSolutions::AwsSolutions-CFR3",
    reason:
      "An access log of the edge holds whole paths and queries, and with them the tokens that open early access and " +
      "registrations, and the codes of invitations: what nobody logs, nobody can read.",
  },
  {
    id: "AwsSolutions::AwsSolutions-SQS3",
    reason: "Every queue here is itself the one for dead letters; an alarm watches each.",
  },
  {
    id: "AwsSolutions::AwsSolutions-SMG4",
    reason:
      "The edge and the functions must change together: two secrets take turns with a deployment, as docs/deploy.md tells.",
  },
  {
    id: "AwsSolutions::AwsSolutions-APIG4",
    reason:
      "The functions themselves answer nobody without the secret of the edge, and nothing but 404 without a signed token: " +
      "an authorizer would be one more function to do the same.",
  },
  {
    id: "AwsSolutions::AwsSolutions-IAM5[Resource::<BucketsMedia5BAFF3AF.Arn>/media/*]",
    reason:
      "Early access leads to any file that a granted publication shows; it may read media and list nothing.",
  },
  {
    id: "AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]",
    reason:
      "The condition on the sender confines it to one address. Which recipients there are nobody knows beforehand, and in " +
      "its sandbox SES wants permission on their identities.",
  },
  {
    id: "Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
    reason:
      "The bucket is reached only under /media/*, never at its root, so nothing can be listed; LIST makes S3 answer 404.",
  },
];

const WITHOUT_DOMAIN: readonly Acknowledgement[] = [
  {
    id: "AwsSolutions::AwsSolutions-CFR4",
    reason:
      "Without a domain of its own the stage answers at CloudFront's, whose certificate fixes the minimum TLS version.",
  },
];

const WITHOUT_WEB_ACL: readonly Acknowledgement[] = [
  {
    id: "AwsSolutions::AwsSolutions-CFR2",
    reason:
      "A stage to try things out has no web ACL, which costs eight dollars a month; docs/deploy.md tells how a newsroom " +
      "that people register with gets one. The functions and the HTTP API have limits of their own.",
  },
];

export function acknowledgeFindings(stack: NewsroomStack, stage: Stage): void {
  Validations.of(stack).acknowledge(
    ...EVERYWHERE,
    ...(stage.domain ? [] : WITHOUT_DOMAIN),
    ...(stage.webAclArn ? [] : WITHOUT_WEB_ACL),
  );
}
