import { CloudFormationClient, DescribeStacksCommand, type Output } from "@aws-sdk/client-cloudformation";
import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import {
  ENOUGH_TO_FINISH,
  invalidateDistribution,
  invalidationDone,
} from "../../../functions/workflows/publish/cloudfront-invalidation.ts";
import { EDGE_REGION, edgeStackNameOf, type StageName, stackNameOf } from "../../aws/stage/stage.ts";
import type { PublishTarget } from "./publish-target.ts";

/** What the outputs of a stage's stack say; the names are those in `infra/aws/newsroom-stack.ts`. */
interface StageOutputs {
  readonly table: string;
  readonly registrations: string;
  readonly mediaBucket: string;
  readonly originalsBucket: string;
  /** Absent where the stack was deployed before it told. */
  readonly logsBucket?: string;
  readonly distribution: string;
  readonly address: string;
}

/** Attempts of every call: a publication of many thousand items meets throttling now and then. */
export const ATTEMPTS = 8;

/**
 * The newsroom of a stage on AWS, in the account and region of the environment.
 *
 * @param address instead of the one that the stack tells
 * @throws Refusal `credentials-missing`, `newsroom-unreachable`, `public-address-missing`
 */
export async function stageTarget(stage: StageName, address?: string): Promise<PublishTarget> {
  const outputs = readOutputs(stage, await describe(stage), address);
  const options = { maxAttempts: ATTEMPTS };
  const cloudfront = new CloudFrontClient(options);
  const invalidations: string[] = [];
  return {
    name: `stage ${stage}`,
    dynamodb: new DynamoDBClient(options),
    table: outputs.table,
    registrations: outputs.registrations,
    s3: new S3Client(options),
    mediaBucket: outputs.mediaBucket,
    originalsBucket: outputs.originalsBucket,
    ...(outputs.logsBucket !== undefined && { logsBucket: outputs.logsBucket }),
    address: outputs.address,
    invalidate: async (addresses) => {
      const reference = crypto.randomUUID();
      const { distribution } = outputs;
      const id = await invalidateDistribution(
        cloudfront,
        distribution,
        addresses,
        reference,
        ENOUGH_TO_FINISH,
      );
      if (id !== undefined) invalidations.push(id);
    },
    forgotten: async () => {
      for (const id of invalidations.splice(0)) await invalidationDone(cloudfront, outputs.distribution, id);
    },
    operator: callerIdentity,
    explain: (error) => explained(error, stackNameOf(stage)),
  };
}

/** Who asks, as AWS knows them, and nobody can say otherwise: the ARN of a user, or of a role with the session's name. */
export async function callerIdentity(): Promise<string> {
  const client = new STSClient({ maxAttempts: ATTEMPTS });
  try {
    const { Arn = "" } = await client.send(new GetCallerIdentityCommand({}));
    return Arn;
  } finally {
    client.destroy();
  }
}

/** @throws Refusal `credentials-missing` with what to do, before anything else fails for that reason */
export async function requireCredentials(): Promise<void> {
  const client = new CloudFormationClient({});
  try {
    await client.config.credentials();
    await client.config.region();
  } catch (cause) {
    throw explained(cause, "The AWS account") ?? cause;
  } finally {
    client.destroy();
  }
}

/** What the stack of a stage tells of itself. @throws Refusal `credentials-missing`, `newsroom-unreachable` */
export function describe(stage: StageName): Promise<readonly Output[]> {
  return describeStack(stackNameOf(stage));
}

/** The ARN of the web ACL of a stage. @throws Refusal `credentials-missing`, `newsroom-unreachable` */
export async function webAclOf(stage: StageName): Promise<string> {
  const stack = edgeStackNameOf(stage);
  return requiredOutput(stage, await describeStack(stack, EDGE_REGION), "WebAclArn", stack);
}

/** Whether the stack of a stage's edge stands, and costs. @throws Refusal `credentials-missing`, `newsroom-unreachable` */
export async function edgeStands(stage: StageName): Promise<boolean> {
  try {
    await describeStack(edgeStackNameOf(stage), EDGE_REGION);
    return true;
  } catch (error) {
    if (error instanceof Refusal && isAbsent(error.cause)) return false;
    throw error;
  }
}

async function describeStack(stack: string, region?: string): Promise<readonly Output[]> {
  const client = new CloudFormationClient(region === undefined ? {} : { region });
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return Stacks?.[0]?.Outputs ?? [];
  } catch (cause) {
    throw explained(cause, stack) ?? cause;
  } finally {
    client.destroy();
  }
}

/** @throws Refusal `newsroom-unreachable` when outputs are missing, `public-address-missing` */
export function readOutputs(stage: StageName, outputs: readonly Output[], address?: string): StageOutputs {
  const values = new Map(outputs.map((output) => [output.OutputKey, output.OutputValue]));
  const required = (name: string) => requiredOutput(stage, outputs, name);
  const logsBucket = values.get("LogsBucket");
  const publicAddress =
    address ??
    values.get("PublicAddress") ??
    (stage === "dev" ? values.get("DistributionAddress") : undefined);
  if (!publicAddress)
    throw new Refusal(
      "public-address-missing",
      409,
      "The stage prod has no public address, and addresses in feeds and calendars are for good.",
      "Deploy it with --context domainName=… --context certificateArn=…, or say which address it shall have with --address https://….",
    );
  return {
    table: required("NewsroomTable"),
    registrations: required("RegistrationsTable"),
    mediaBucket: required("MediaBucket"),
    originalsBucket: required("OriginalsBucket"),
    ...(logsBucket !== undefined && { logsBucket }),
    distribution: required("DistributionId"),
    address: publicAddress,
  };
}

/** @throws Refusal `newsroom-unreachable` when the stack does not tell it */
export function requiredOutput(
  stage: StageName,
  outputs: readonly Output[],
  name: string,
  stack = stackNameOf(stage),
): string {
  const value = outputs.find((output) => output.OutputKey === name)?.OutputValue;
  if (value) return value;
  throw new Refusal(
    "newsroom-unreachable",
    503,
    `The stack ${stack} has no output ${name}.`,
    `Deploy it first: npm run deploy -- --stage ${stage}`,
  );
}

/** What AWS's errors mean for whoever reads them; undefined for those that say it well enough. */
export function explained(cause: unknown, what: string): Refusal | undefined {
  if (!(cause instanceof Error) || cause instanceof Refusal) return undefined;
  const help = "Log in with `aws sso login` or set AWS_PROFILE and AWS_REGION; docs/deploy.md tells how.";
  if (
    /credential|token|AccessDenied|SignatureDoesNotMatch/i.test(cause.name) ||
    /credentials/i.test(cause.message)
  )
    return new Refusal(
      "credentials-missing",
      401,
      `${what} cannot be reached: ${firstSentence(cause)}`,
      help,
      { cause },
    );
  if (/^Region is missing/.test(cause.message))
    return new Refusal("credentials-missing", 401, "No AWS region is set.", help, { cause });
  if (isAbsent(cause))
    return new Refusal(
      "newsroom-unreachable",
      503,
      `There is no stack ${what} in this account and region.`,
      `Deploy it first: npm run deploy -- --stage ${what.replace(/^Dateline-|-edge$/g, "")}`,
      { cause },
    );
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|TimeoutError/.test(`${cause.name} ${cause.message}`))
    return new Refusal(
      "newsroom-unreachable",
      503,
      `AWS cannot be reached: ${firstSentence(cause)}`,
      "Look at the network connection and at AWS_REGION.",
      { cause },
    );
  return undefined;
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && /does not exist/.test(cause.message);

function firstSentence({ message }: Error): string {
  const sentence = message.split(/(?<=\.)\s|\n/)[0] ?? message;
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}
