import { createServer } from "node:http";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { stageName } from "../../../infra/cli/console/stage-name.ts";
import { edgeLeftInWords } from "../../../infra/cli/operating/deploy-words.ts";
import { publicAddress } from "../../../infra/cli/target/public-address.ts";
import {
  callerIdentity,
  edgeStands,
  explained,
  readOutputs,
  webAclOf,
} from "../../../infra/cli/target/stage-target.ts";

const outputs = (values: Record<string, string>) =>
  Object.entries(values).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));

const DEPLOYED = {
  NewsroomTable: "table",
  RegistrationsTable: "registrations",
  MediaBucket: "bucket",
  OriginalsBucket: "originals",
  DistributionId: "E1",
  DistributionAddress: "https://d1.cloudfront.net",
};

test("dev answers at CloudFront's own address, prod only at a public one", () => {
  expect(readOutputs("dev", outputs(DEPLOYED))).toEqual({
    table: "table",
    registrations: "registrations",
    mediaBucket: "bucket",
    originalsBucket: "originals",
    distribution: "E1",
    address: "https://d1.cloudfront.net",
  });
  expect(() => readOutputs("prod", outputs(DEPLOYED))).toThrow(
    expect.objectContaining({ code: "public-address-missing", help: expect.stringContaining("domainName") }),
  );
  expect(readOutputs("dev", outputs({ ...DEPLOYED, LogsBucket: "logs" })).logsBucket).toBe("logs");
  const own = { ...DEPLOYED, PublicAddress: "https://newsroom.example.org" };
  expect(readOutputs("prod", outputs(own)).address).toBe("https://newsroom.example.org");
});

test("a stack without its outputs is to be deployed first", () => {
  expect(() => readOutputs("dev", outputs({ DistributionAddress: "https://d1.cloudfront.net" }))).toThrow(
    expect.objectContaining({
      code: "newsroom-unreachable",
      help: expect.stringContaining("npm run deploy"),
    }),
  );
});

test("there are two stages", () => {
  expect(stageName("prod")).toBe("prod");
  expect(() => stageName("staging")).toThrow(expect.objectContaining({ code: "stage-unknown" }));
});

test("a public address is scheme and host", () => {
  expect(publicAddress(undefined)).toBeUndefined();
  expect(publicAddress("https://newsroom.example.org/")).toBe("https://newsroom.example.org");
  for (const wrong of ["newsroom.example.org", "ftp://newsroom.example.org", "https://example.org/news", ""])
    expect(() => publicAddress(wrong)).toThrow(expect.objectContaining({ code: "option-invalid" }));
});

test.each([
  ["CredentialsProviderError", "Could not load credentials from any providers", "credentials-missing"],
  ["ExpiredTokenException", "The security token included in the request is expired", "credentials-missing"],
  ["AccessDeniedException", "User is not authorized to perform: dynamodb:Query", "credentials-missing"],
  ["Error", "Region is missing", "credentials-missing"],
  ["ValidationError", "Stack with id Dateline-dev does not exist", "newsroom-unreachable"],
  ["Error", "getaddrinfo ENOTFOUND cloudformation.eu-central-1.amazonaws.com", "newsroom-unreachable"],
])("%s of AWS, “%s”, is told as %s", (name, message, code) => {
  expect(explained(Object.assign(new Error(message), { name }), "Dateline-dev")).toMatchObject({ code });
});

test.each(["Dateline-dev", "Dateline-dev-edge"])(
  "without the stack %s its stage is to be deployed",
  (stack) => {
    const absent = Object.assign(new Error(`Stack with id ${stack} does not exist`), {
      name: "ValidationError",
    });
    expect(explained(absent, stack)).toMatchObject({
      message: expect.stringContaining(`no stack ${stack} `),
      help: "Deploy it first: npm run deploy -- --stage dev",
    });
  },
);

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Stands in for a service of AWS in every region. */
async function standIn(service: string, status: number, answer: string): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(status, { "Content-Type": "text/xml" });
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("It listens nowhere");
  vi.stubEnv(`AWS_ENDPOINT_URL_${service}`, `http://127.0.0.1:${where.port}`);
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local");
}

test("who works on a stage is told by AWS, and not by the machine", async () => {
  const arn = "arn:aws:sts::123456789012:assumed-role/PressOffice/aigul@example.org";
  vi.stubEnv("AWS_REGION", "eu-central-1");
  await standIn(
    "STS",
    200,
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
  expect(await callerIdentity()).toBe(arn);
});

describe("the stack of the edge", () => {
  const cloudFormation = (status: number, answer: string) => standIn("CLOUDFORMATION", status, answer);

  const refused = (code: string, message: string) =>
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  const described = (outputs: string) =>
    `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>Dateline-dev-edge</StackName>${outputs}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

  test("stands or does not, and no other answer is taken for one of these", async () => {
    await cloudFormation(200, described(""));
    expect(await edgeStands("dev")).toBe(true);
    await cloudFormation(400, refused("ValidationError", "Stack with id Dateline-dev-edge does not exist"));
    expect(await edgeStands("dev")).toBe(false);
    await cloudFormation(403, refused("AccessDenied", "User is not authorized"));
    await expect(edgeStands("dev")).rejects.toMatchObject({ code: "credentials-missing" });
  });

  test("is named where it does not tell of its web ACL", async () => {
    await cloudFormation(200, described(""));
    await expect(webAclOf("dev")).rejects.toMatchObject({
      message: "The stack Dateline-dev-edge has no output WebAclArn.",
      help: "Deploy it first: npm run deploy -- --stage dev",
    });
  });
});

test("who deploys without web ACL is told how to stop paying for the one from before", () => {
  expect(edgeLeftInWords("prod")).toContain(
    "npx cdk destroy Dateline-prod-edge --exclusively --context stage=prod",
  );
});

test("a fault of our own is not explained away", () => {
  expect(explained(new TypeError("x is not a function"), "Dateline-dev")).toBeUndefined();
});
