import { startLocalS3 } from "../../infra/local/s3/s3.ts";

/** The S3 server in a process of its own, so that what it needs is not counted with the publisher. */
const server = await startLocalS3(process.argv[2]);
process.send?.(server.endpoint);
process.once("disconnect", () => void server.stop().then(() => process.exit()));
