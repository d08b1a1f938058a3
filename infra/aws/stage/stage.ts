import type { Node } from "constructs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { type MailSettings, readMailSettings } from "./mail-settings.ts";

/** `dev` can be thrown away; `prod` keeps and protects what it holds. */
export const STAGES = ["dev", "prod"] as const;
export type StageName = (typeof STAGES)[number];

/** What a stage's stack is called in CloudFormation. */
export const stackNameOf = (stage: StageName) => `Dateline-${stage}`;

export const EDGE_SECRET_NAMES = ["a", "b"] as const;
export type EdgeSecretName = (typeof EDGE_SECRET_NAMES)[number];

/** Where CloudFront takes certificates and web ACLs from. */
export const EDGE_REGION = "us-east-1";

/** What the stack in that region is called. */
export const edgeStackNameOf = (stage: StageName) => `${stackNameOf(stage)}-edge`;

/** What a stage decides. */
export interface Stage {
  readonly name: StageName;
  readonly stackName: string;
  /** Whether tables, buckets and logs outlive the stack and refuse to be deleted. */
  readonly retain: boolean;
  /** Own domain, with its certificate in us-east-1; without it the newsroom answers at CloudFront's. */
  readonly domain: { readonly name: string; readonly certificateArn: string } | undefined;
  /** Which of the two secrets the edge sends: the other one can be renewed meanwhile. */
  readonly edgeSecret: EdgeSecretName;
  /** Whom mail of registrations comes from, and where it is answered. */
  readonly mail: MailSettings;
  /** The web ACL in front of the newsroom, which the stack of the edge made; without it nothing counts requests. */
  readonly webAclArn: string | undefined;
  /** Who is told of alarms. */
  readonly alarmEmail: string | undefined;
}

/**
 * Reads the stage from context: `--context stage=prod --context domainName=… --context certificateArn=…
 * --context mailFrom=… --context mailDomain=… --context mailIdentity=existing
 * --context mailReplies=… --context webAclArn=… --context alarmEmail=… --context edgeSecret=a`.
 *
 * @throws Refusal `stage-unknown`; `option-invalid` for another secret than a or b, a sender that is no address or not
 * of the domain of mail, another mailIdentity than `existing`, answers to what is no address or the newsroom's own name, an ACL that CloudFront
 * cannot use; `domain-incomplete` for a domain without its certificate, a
 * certificate without a domain, or one outside us-east-1
 */
export function readStage(node: Node): Stage {
  const asked: unknown = node.tryGetContext("stage");
  const name = STAGES.find((stage) => stage === asked);
  if (!name)
    throw new Refusal(
      "stage-unknown",
      400,
      `There is no stage "${String(asked)}".`,
      "Use --context stage=dev or stage=prod.",
    );
  const domain = readDomain(text(node, "domainName"), text(node, "certificateArn"));
  return {
    name,
    stackName: stackNameOf(name),
    retain: name === "prod",
    domain,
    mail: readMailSettings({
      from: text(node, "mailFrom"),
      domain: text(node, "mailDomain"),
      newsroom: domain?.name,
      identity: text(node, "mailIdentity"),
      replies: text(node, "mailReplies"),
    }),
    webAclArn: readWebAcl(text(node, "webAclArn")),
    edgeSecret: readEdgeSecret(text(node, "edgeSecret")),
    alarmEmail: text(node, "alarmEmail"),
  };
}

function readEdgeSecret(asked = "a"): EdgeSecretName {
  const name = EDGE_SECRET_NAMES.find((each) => each === asked);
  if (name) return name;
  throw new Refusal(
    "option-invalid",
    400,
    `There is no secret "${asked}" of the edge.`,
    "Use --context edgeSecret=a or edgeSecret=b.",
  );
}

function readDomain(name: string | undefined, certificateArn: string | undefined): Stage["domain"] {
  if (!name && !certificateArn) return undefined;
  if (!name || !certificateArn)
    throw new Refusal(
      "domain-incomplete",
      400,
      "An own domain needs a name and a certificate.",
      "Give both --context domainName=… and --context certificateArn=….",
    );
  if (!/^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(certificateArn)) {
    throw new Refusal(
      "domain-incomplete",
      400,
      `CloudFront cannot use the certificate ${certificateArn}.`,
      "Request it in the region us-east-1 and give its whole ARN.",
    );
  }
  return { name, certificateArn };
}

function readWebAcl(arn: string | undefined): string | undefined {
  if (arn === undefined || /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/.test(arn))
    return arn;
  throw new Refusal(
    "option-invalid",
    400,
    `CloudFront cannot use the web ACL ${arn}.`,
    "Give the ARN that the stack of the edge printed as WebAclArn.",
  );
}

function text(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  return typeof value === "string" && value !== "" ? value : undefined;
}
