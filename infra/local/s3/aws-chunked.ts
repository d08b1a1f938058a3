import { Transform } from "node:stream";

/**
 * Takes the bytes out of the `aws-chunked` encoding, in which the SDK sends streams: `{hex size};…\r\n{bytes}\r\n` and
 * so on, until a size of 0 and the trailers, which are passed over.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export function awsChunkedDecoder(): Transform {
  let line = "";
  /** Bytes of the present chunk that are still to come; -1 in the line that tells how many. */
  let left = -1;
  let ended = false;
  return new Transform({
    transform(input: Buffer, _encoding, pass) {
      for (let at = 0; at < input.length && !ended; ) {
        if (left > 0) {
          const bytes = input.subarray(at, at + left);
          this.push(bytes);
          at += bytes.length;
          left -= bytes.length;
          if (left === 0) left = -1;
          continue;
        }
        const end = input.indexOf(0x0a, at);
        line += input.toString("latin1", at, end === -1 ? input.length : end);
        if (end === -1) break;
        at = end + 1;
        const size = line.trim().split(";")[0] ?? "";
        line = "";
        if (size === "") continue; // the line break behind the bytes of a chunk
        left = Number.parseInt(size, 16);
        ended = left === 0;
      }
      pass();
    },
  });
}
