import { expect, test } from "vitest";
import { publicAddress } from "../../../infra/cli/public-address.ts";
import { explained, readOutputs, stageName } from "../../../infra/cli/stage-target.ts";

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

test("a fault of our own is not explained away", () => {
  expect(explained(new TypeError("x is not a function"), "Dateline-dev")).toBeUndefined();
});
