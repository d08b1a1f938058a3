/** A request as a Lambda Function URL hands it over: payload format 2.0, all of its fields. */
export function functionUrlEvent(
  path: string,
  {
    method = "GET",
    query = "",
    headers = {},
  }: { method?: string; query?: string; headers?: Record<string, string> } = {},
) {
  const domainName = "abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: domainName,
      "user-agent": "Amazon CloudFront",
      "x-forwarded-for": "192.0.2.1",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
      "x-amzn-trace-id": "Root=1-66f0c1a2-0123456789abcdef01234567",
      ...headers,
    },
    requestContext: {
      accountId: "anonymous",
      apiId: "abcdefghijklmnopqrstuvwxyz012345",
      domainName,
      domainPrefix: "abcdefghijklmnopqrstuvwxyz012345",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "Amazon CloudFront" },
      requestId: "0a1b2c3d-0000-4000-8000-000000000000",
      routeKey: "$default",
      stage: "$default",
      time: "30/Jul/2027:06:00:00 +0000",
      timeEpoch: 1816927200000,
    },
    isBase64Encoded: false,
  };
}
