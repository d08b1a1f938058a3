import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * The DynamoDB client as a function in Lambda needs it. Every setting is named here, since the SDK looks for each
 * one that is not in the environment and in two files that Lambda does not have, before the first request goes out.
 *
 * @param environment of the function; `AWS_ENDPOINT_URL_DYNAMODB` leads to another endpoint, such as a local one
 */
export function lambdaDynamoDbClient(environment: NodeJS.ProcessEnv): DynamoDBClient {
  const region = environment.AWS_REGION ?? "us-east-1";
  return new DynamoDBClient({
    region,
    endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB ?? `https://dynamodb.${region}.amazonaws.com`,
    maxAttempts: 3,
    retryMode: "standard",
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
    accountIdEndpointMode: "disabled",
    authSchemePreference: [],
    defaultsMode: "standard",
    disableClockSkewCorrection: false,
    endpointDiscoveryEnabled: false,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    userAgentAppId: async () => undefined,
  });
}
