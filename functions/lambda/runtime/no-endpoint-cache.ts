/**
 * Stands in for the SDK's cache of discovered endpoints in the bundle. DynamoDB's client makes one, and these functions
 * never ask it to discover endpoints: they know the region.
 */
export class EndpointCache {
  get(): never {
    throw new Error("This function was bundled without endpoint discovery.");
  }
}
