import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("mail that waits is a record that failed and a metric, since its function answers without an error", async () => {
  const settings = {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1", // nobody answers there
    NEWSROOM_TABLE: "newsroom",
    REGISTRATIONS_TABLE: "registrations",
    SEAL_KEY: "key",
    MAIL_FROM: "registration@newsroom.example.org",
    CONFIGURATION_SET: "set",
    STAGE: "dev",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { handler } = await import("../../functions/lambda/deliver.ts");
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const record = { SequenceNumber: "1", Keys: { pk: { S: "outbox#a" }, sk: { S: "a1#000001#00" } } };
  expect(await handler({ Records: [{ dynamodb: record }] })).toEqual({
    batchItemFailures: [{ itemIdentifier: "1" }],
  });
  const lines = written.mock.calls
    .map(([line]) => String(line))
    .filter((line) => line.includes("mail-waits"));
  written.mockRestore();
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: "ERROR",
      kind: "mail-waits",
      Stage: "dev",
      MailWaits: 1,
      _aws: expect.objectContaining({
        CloudWatchMetrics: [
          {
            Namespace: "Dateline",
            Dimensions: [["Stage"]],
            Metrics: [{ Name: "MailWaits", Unit: "Count" }],
          },
        ],
      }),
    }),
  ]);
});
