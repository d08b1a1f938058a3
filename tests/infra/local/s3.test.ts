import { networkInterfaces } from "node:os";
import { HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, inject, test } from "vitest";
import { freshBucket } from "../../worlds/tables.ts";

test("an object keeps its type and its name", async () => {
  const { client, bucket } = await freshBucket();
  const described = { ContentType: "image/png", ContentDisposition: "attachment; filename*=UTF-8''a.png" };
  await client.send(
    new PutObjectCommand({ Bucket: bucket, Key: "media/0a/a.png", Body: "bytes", ...described }),
  );
  const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: "media/0a/a.png" }));
  expect(head).toMatchObject({ ...described, ContentLength: 5 });
});

test("the S3 server answers this machine only", async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal);
  if (!outside) return; // a machine without a network cannot be asked from it
  const { port } = new URL(inject("s3Endpoint"));
  await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
});
